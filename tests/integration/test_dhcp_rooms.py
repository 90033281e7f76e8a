"""Rooms that ask at once, over a real wire: everybody is answered with its own answer, however the answers leave."""

from __future__ import annotations

import errno
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from ipaddress import IPv4Address
from pathlib import Path

import pytest

from fogportable.boot.policy import ServerIdentity
from fogportable.boot.proxy_dhcp import DhcpPort, ProxyDhcpEngine
from fogportable.events import ClientAsked, OfferSent
from fogportable.model import BootRule, ServingPlan
from fogportable.platform import udp
from fogportable.protocol.pxe.archs import ARCH_NAMES
from fogportable.services.tftp_lines import WindowSender
from fogportable.session.facade import KitSession
from fogportable.simulator.firmware import Machine, Persona, discover
from fogportable.simulator.roster import mac_of_seat
from tests.fakes.namespaces import Wire, missing_for_namespaces, wire

_missing = missing_for_namespaces()
pytestmark = [pytest.mark.skipif(_missing is not None, reason=str(_missing)), pytest.mark.timeout(60)]

_ROOM = 150
_RULES = (BootRule(ARCH_NAMES["x64"], "ipxe.efi"), BootRule(ARCH_NAMES["bios"], "undionly.kpxe"))
_EVERYBODY = ("255.255.255.255", 67)


@pytest.fixture
def lab() -> Iterator[Wire]:
    with wire() as made:
        yield made


@pytest.fixture
def session(lab: Wire, tmp_path: Path) -> Iterator[KitSession]:
    for name in ("ipxe.efi", "undionly.kpxe"):
        (tmp_path / name).write_bytes(b"MZ" + bytes(100))
    made = KitSession()
    with lab.kit.entered():
        made.start(ServingPlan((lab.serving(),), tmp_path, _RULES))
    yield made
    made.stop(drain_s=0.0)


@pytest.fixture
def computers(lab: Wire) -> Iterator[socket.socket]:
    with ExitStack() as stack, lab.pc.entered():
        sock = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, b"pc0\0")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
        sock.bind(("0.0.0.0", 68))
        sock.settimeout(5)
        yield sock


def _discover(seat: int) -> bytes:
    """Rows of UEFI computers, and every seventh has a BIOS: answers of two lengths in one go."""
    persona, arch = (Persona.ROM, 0) if seat % 7 == 0 else (Persona.EDK2, 7)
    machine = Machine(mac_of_seat(seat), arch, bytes(12) + seat.to_bytes(4, "big"))
    return discover(persona, machine, xid=0xA0000 + seat, secs=0)


def _expected(lab: Wire) -> dict[int, bytes]:
    """What the engine answers each by itself, the whole way."""
    card = lab.serving()
    engine = ProxyDhcpEngine(_RULES, is_file_there=lambda _: None)
    server = ServerIdentity(card.name, card.address, http_port=80)
    offers = {}
    for seat in range(1, _ROOM + 1):
        outcome = engine.receive_datagram(
            _discover(seat), port=DhcpPort.DISCOVERY, source=(IPv4Address(0), 68), server=server, now=float(seat)
        )
        assert outcome.reply is not None
        offers[0xA0000 + seat] = outcome.reply.payload
    return offers


def _stand_still(until: threading.Event) -> None:
    until.wait(20)


def _ask_all(session: KitSession, computers: socket.socket) -> None:
    """While the thread stands still, so that it finds them all at once."""
    assert session._lineup is not None
    everybody_asked = threading.Event()
    session._lineup.dhcp.call_soon(partial(_stand_still, everybody_asked))
    for seat in range(1, _ROOM + 1):
        computers.sendto(_discover(seat), _EVERYBODY)
    everybody_asked.set()


def _wait_until_told(session: KitSession, kind: type[ClientAsked] | type[OfferSent], count: int) -> list[object]:
    pause = threading.Event()
    while True:
        told = [each.event.client for each in session.events_since(0, 5000).records if isinstance(each.event, kind)]
        if len(told) >= count:
            return list(told)
        pause.wait(0.01)


@pytest.mark.parametrize("has_segmentation", [True, False])
def test_everybody_gets_its_own_offer_and_is_told_once(
    session: KitSession, lab: Wire, computers: socket.socket, has_segmentation: bool
) -> None:
    assert session._lineup is not None
    session._lineup.dhcp._alike._windows.has_segmentation = has_segmentation
    expected = _expected(lab)
    _ask_all(session, computers)
    heard: dict[int, bytes] = {}
    while len(heard) < _ROOM:
        offer = computers.recv(2048)
        heard[int.from_bytes(offer[4:8], "big")] = offer
    assert heard == expected
    macs = [mac_of_seat(seat) for seat in range(1, _ROOM + 1)]
    assert _wait_until_told(session, ClientAsked, _ROOM) == macs
    assert _wait_until_told(session, OfferSent, _ROOM) == macs
    assert [each.mac for each in session.clients()] == macs
    assert {each.doing for each in session.clients()} == {"Was offered ipxe.efi", "Was offered undionly.kpxe"}


def test_card_that_cannot_cut_is_asked_once_and_nobody_goes_without(
    session: KitSession, lab: Wire, computers: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []
    send = WindowSender.send

    def refuse(self: WindowSender, sock: socket.socket, *rest: object) -> None:
        tried.append(self.has_segmentation)
        self.has_segmentation = False
        send(self, sock, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(WindowSender, "send", refuse)
    _ask_all(session, computers)
    assert _wait_until_told(session, OfferSent, _ROOM) == [mac_of_seat(seat) for seat in range(1, _ROOM + 1)]
    assert tried == [True]
    heard = {computers.recv(2048) for _ in range(_ROOM)}
    assert heard == set(_expected(lab).values())


def test_offers_that_could_not_be_sent_are_not_told_as_sent(
    session: KitSession, computers: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENETDOWN, "Network is down")

    monkeypatch.setattr(WindowSender, "send", refuse)
    monkeypatch.setattr(udp, "send", refuse)
    _ask_all(session, computers)
    assert len(_wait_until_told(session, ClientAsked, _ROOM)) == _ROOM
    assert session._lineup is not None
    pause = threading.Event()
    while session._lineup.dhcp.unsent_replies < _ROOM:
        pause.wait(0.01)
    assert not any(isinstance(each.event, OfferSent) for each in session.events_since(0, 5000).records)
