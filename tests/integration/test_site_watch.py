"""Serving on a card while another server speaks there: seen within the first exchange, over once it says otherwise."""

from __future__ import annotations

import os
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from ipaddress import IPv4Address, IPv4Interface
from pathlib import Path

import pytest

from fogportable.errors import FaultCode, describe
from fogportable.events import (
    ClientAsked,
    ClientTakenBySite,
    Event,
    FaultRaised,
    Level,
    SiteConflictFound,
    SiteConflictOver,
    SiteUnseen,
)
from fogportable.model import BootRule, ServingPlan, SessionState, SiteConflictKind
from fogportable.platform.arp import hardware_of
from fogportable.platform.packet_tap import open_tap
from fogportable.protocol.dhcp import OptionCode
from fogportable.services.site_watch import MOST_CABLE_SIGNS, SiteWatch
from fogportable.session.facade import KitSession
from tests.fakes.ethernet import udp_frame
from tests.fakes.namespaces import Wire, missing_for_namespaces, wire
from tests.fakes.switch_frames import spanning_tree
from tests.unit.boot.test_site_observer import KIT, SITE, reply
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER, EDK2_MAC

_missing = missing_for_namespaces()
pytestmark = [pytest.mark.skipif(_missing is not None, reason=str(_missing)), pytest.mark.timeout(60)]

CLASS: dict[int, bytes] = {OptionCode.VENDOR_CLASS: b"PXEClient"}


@pytest.fixture
def lab() -> Iterator[Wire]:
    with wire() as made:
        made.kit.run("ip", "addr", "add", f"{KIT}/24", "dev", "kit0")
        yield made


@pytest.fixture
def plan(lab: Wire, tmp_path: Path) -> ServingPlan:
    (tmp_path / "ipxe.efi").write_bytes(b"MZ" + bytes(100))
    card = replace(lab.serving(), address=IPv4Interface(f"{KIT}/24"))
    return ServingPlan((card,), tmp_path, (BootRule(frozenset({7}), "ipxe.efi"),))


@pytest.fixture
def session() -> Iterator[KitSession]:
    made = KitSession()
    yield made
    made.stop(drain_s=0.0)


@pytest.fixture
def outlet(lab: Wire) -> Iterator[socket.socket]:
    """The other end of the wire, for frames in anybody's name."""
    with ExitStack() as stack, lab.pc.entered():
        sock = stack.enter_context(socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0))
        sock.bind(("pc0", 0))
        yield sock


def _discover(outlet: socket.socket) -> None:
    frame = udp_frame(EDK2_DISCOVER, source=("0.0.0.0", 68), destination=("255.255.255.255", 67))
    outlet.send(frame[:6] + EDK2_MAC.octets + frame[12:])


def _offer(outlet: socket.socket, options: dict[int, bytes] | None = None) -> None:
    outlet.send(udp_frame(reply(options=options).data, source=(str(SITE), 67), destination=("255.255.255.255", 68)))


def _start(session: KitSession, lab: Wire, plan: ServingPlan) -> None:
    with lab.kit.entered():
        session.start(plan)


def _wait_for(session: KitSession, is_it: Callable[[Event], bool]) -> Event:
    pause = threading.Event()
    while True:
        for record in session.events_since(0).records:
            if is_it(record.event):
                return record.event
        pause.wait(0.01)


def test_conflict_is_seen_with_the_first_offer_and_told_in_words(
    session: KitSession, lab: Wire, plan: ServingPlan, outlet: socket.socket
) -> None:
    _start(session, lab, plan)
    assert session.site().servers == ()
    _discover(outlet)
    _offer(outlet, CLASS)
    found = _wait_for(session, lambda event: isinstance(event, SiteConflictFound))
    assert isinstance(found, SiteConflictFound)
    assert (found.kind, found.server, found.interface) == (SiteConflictKind.CLASS_WITHOUT_43, SITE, "kit0")
    assert found.fault.remedy == f"Remove option 60 from {SITE}, or set its next server to {KIT}."
    (server,) = session.site().servers  # Our own OFFER to that DISCOVER is no server's.
    assert [each.kind for each in server.conflicts] == [SiteConflictKind.CLASS_WITHOUT_43]
    _offer(outlet)
    _wait_for(session, lambda event: isinstance(event, SiteConflictOver))
    assert session.site().conflicts == ()


def test_what_was_seen_is_forgotten_by_the_next_start(
    session: KitSession, lab: Wire, plan: ServingPlan, outlet: socket.socket
) -> None:
    _start(session, lab, plan)
    _offer(outlet, CLASS)
    _wait_for(session, lambda event: isinstance(event, SiteConflictFound))
    session.stop(drain_s=0.0)
    assert [each.server for each in session.site().servers] == [SITE]
    _start(session, lab, plan)
    assert session.site().servers == ()


def test_computer_that_loads_from_us_is_not_said_to_be_taken(session: KitSession) -> None:
    fault = describe(FaultCode.SITE_SECOND_KIT, server=SITE)
    taken = ClientTakenBySite(
        client=EDK2_MAC, interface="kit0", server=SITE, kind=SiteConflictKind.SECOND_KIT, fault=fault
    )
    session._emit(taken)
    assert session.events_since(0).records == ()
    session._emit(
        ClientAsked(
            client=EDK2_MAC, interface="kit0", arch=7, uuid=None, vendor_class="PXEClient", runs_ipxe=True, port=67
        )
    )
    session._emit(taken)
    assert session.events_since(0).records[-1].event == taken
    assert session.clients()[0].fault == fault


def test_no_thread_and_no_tap_outlives_the_session(session: KitSession, lab: Wire, plan: ServingPlan) -> None:
    before = set(os.listdir("/proc/self/fd"))
    _start(session, lab, plan)
    assert "fogp-site" in {each.name for each in threading.enumerate()}
    session.stop()
    assert "fogp-site" not in {each.name for each in threading.enumerate()}
    assert len(os.listdir("/proc/self/fd")) <= len(before)


def test_without_the_right_to_watch_serving_goes_on_and_says_so(
    session: KitSession, lab: Wire, plan: ServingPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.socket

    class Refusing(real):  # type: ignore[valid-type,misc]
        def __init__(self, family: int = -1, *rest: int, **more: int | None) -> None:
            if family == socket.AF_PACKET:
                raise PermissionError(1, "Operation not permitted")
            super().__init__(family, *rest, **more)

    monkeypatch.setattr(socket, "socket", Refusing)
    _start(session, lab, plan)
    assert session.status().state is SessionState.SERVING
    told = [each.event for each in session.events_since(0).records if isinstance(each.event, SiteUnseen)]
    assert [each.fault.code for each in told] == [FaultCode.TAP_NOT_ALLOWED]
    unseen = session.site().unseen
    assert unseen is not None
    assert unseen.code is FaultCode.TAP_NOT_ALLOWED


def test_a_bug_of_the_watch_does_not_end_serving(
    session: KitSession,
    lab: Wire,
    plan: ServingPlan,
    outlet: socket.socket,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def crash(*_arguments: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(SiteWatch, "_tell", crash)
    _start(session, lab, plan)
    _offer(outlet)
    raised = _wait_for(session, lambda event: isinstance(event, FaultRaised))
    assert isinstance(raised, FaultRaised)
    assert raised.fault.code is FaultCode.SERVICE_CRASHED
    assert session.status().state is SessionState.SERVING
    assert session.site().unseen == raised.fault


# --- beside servers -----------------------------------------------------------------------------------------------

_OTHER = bytes.fromhex("525400770099")


def _arp(address: str, sender: bytes) -> bytes:
    """A machine with this address looks for a neighbour, as each does now and then."""
    head = struct.pack("!HHBBH", 1, 0x0800, 6, 4, 1)
    body = head + sender + IPv4Address(address).packed + bytes(6) + SITE.packed
    return b"\xff" * 6 + sender + b"\x08\x06" + body.ljust(46, b"\0")


def _of_kind(session: KitSession, kind: SiteConflictKind) -> list[Event]:
    every = (record.event for record in session.events_since(0).records)
    return [each for each in every if isinstance(each, SiteConflictFound | SiteConflictOver) and each.kind is kind]


def _is_found(kind: SiteConflictKind) -> Callable[[Event], bool]:
    return lambda event: isinstance(event, SiteConflictFound) and event.kind is kind


def _mark_end(session: KitSession, outlet: socket.socket) -> None:
    """All that was sent before this was looked at."""
    _offer(outlet, CLASS)
    _wait_for(session, _is_found(SiteConflictKind.CLASS_WITHOUT_43))


def test_another_machine_with_our_address_is_told_once(
    session: KitSession, lab: Wire, plan: ServingPlan, outlet: socket.socket
) -> None:
    _start(session, lab, plan)
    for address in ("10.77.1.99", str(KIT), str(KIT), str(KIT)):
        outlet.send(_arp(address, _OTHER))
    found = _wait_for(session, _is_found(SiteConflictKind.ADDRESS_TAKEN))
    assert "10.77.1.10 is also used by another machine, 52:54:00:77:00:99" in found.sentence()
    _mark_end(session, outlet)
    assert len(_of_kind(session, SiteConflictKind.ADDRESS_TAKEN)) == 1
    assert SiteConflictKind.ADDRESS_TAKEN in [each.kind for each in session.site().conflicts]


def test_our_own_frames_that_come_in_again_are_told_as_a_loop(
    session: KitSession, lab: Wire, plan: ServingPlan, outlet: socket.socket
) -> None:
    with lab.kit.entered(), open_tap(lab.serving()) as tap:
        own = hardware_of(tap).octets
    _start(session, lab, plan)
    for _ in range(5):
        outlet.send(_arp(str(KIT), own))
    found = _wait_for(session, _is_found(SiteConflictKind.LOOP))
    assert "a cable leads round in a circle" in found.sentence()
    _mark_end(session, outlet)
    assert len(_of_kind(session, SiteConflictKind.LOOP)) == 1
    assert _of_kind(session, SiteConflictKind.ADDRESS_TAKEN) == []


def test_spanning_tree_is_told_as_something_to_know(
    session: KitSession, lab: Wire, plan: ServingPlan, outlet: socket.socket
) -> None:
    _start(session, lab, plan)
    for _ in range(3):
        outlet.send(spanning_tree(bytes.fromhex("024200000001"), forward_delay_s=15))
    found = _wait_for(session, _is_found(SiteConflictKind.SPANNING_TREE))
    assert found.level is Level.INFO
    assert "up to 30 seconds" in found.sentence()


def test_flood_of_such_frames_is_left_to_the_kernel_and_offers_are_heard_all_the_same(
    session: KitSession, lab: Wire, plan: ServingPlan, outlet: socket.socket
) -> None:
    _start(session, lab, plan)
    assert session._lineup is not None
    watch = session._lineup.site_watch
    frame = _arp(str(KIT), _OTHER)
    for _ in range(20 * MOST_CABLE_SIGNS):
        outlet.send(frame)
    _mark_end(session, outlet)
    assert watch.cable_signs_seen <= MOST_CABLE_SIGNS
    assert len(_of_kind(session, SiteConflictKind.ADDRESS_TAKEN)) == 1
