"""Observing through the kit that a window uses: rows say what would boot, and an outside capture hears nothing."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fogportable.config.profile import BootSettings, NetworkSettings, Profile
from fogportable.errors import FaultCode, ServiceError
from fogportable.events import (
    ClientTakenBySite,
    ComputerForeseen,
    ObservingEnded,
    ObservingStarted,
    SiteConflictFound,
)
from fogportable.model import BootRule, ClientSnapshot, ClientStage, SessionState
from fogportable.session.kit import RoomKit
from fogportable.session.saved.table import build_table, hash_of
from tests.fakes.ethernet import udp_frame
from tests.fakes.namespaces import Wire, missing_for_namespaces
from tests.fakes.quiet_wire import frames_heard, outlet_of, quiet_wire
from tests.unit.boot.test_site_observer import CLASS, SITE, reply
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER, EDK2_MAC

_missing = missing_for_namespaces()
pytestmark = [pytest.mark.skipif(_missing is not None, reason=str(_missing)), pytest.mark.timeout(90)]

_DISCOVER = udp_frame(
    EDK2_DISCOVER, source=("0.0.0.0", 68), destination=("255.255.255.255", 67), source_mac=EDK2_MAC.octets
)
_LEFTOVER = udp_frame(reply(options=CLASS).data, source=(str(SITE), 67), destination=("255.255.255.255", 68))


@pytest.fixture
def lab() -> Iterator[Wire]:
    with quiet_wire() as made:
        yield made


@pytest.fixture
def outlet(lab: Wire) -> Iterator[socket.socket]:
    with outlet_of(lab) as sock:
        yield sock


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    (tmp_path / "ipxe.efi").write_bytes(b"MZ" + bytes(4096))
    rules = (BootRule(frozenset({7}), "ipxe.efi"),)
    return replace(
        Profile(),
        network=NetworkSettings(interfaces=("kit0",)),
        boot=replace(BootSettings(), root=str(tmp_path), rules=rules),
    )


@pytest.fixture
def kit(lab: Wire) -> Iterator[RoomKit]:
    """Its thread stays in the namespace: what watches cards reads /proc/self."""
    made = RoomKit()
    with lab.kit.entered():
        yield made
        made.stop_now()
        made.stop()


def observe(kit: RoomKit, lab: Wire, profile: Profile) -> None:
    with lab.kit.entered():
        kit.observe(profile, Path("/"))


def wait_until(is_so: Callable[[], bool]) -> None:
    pause = threading.Event()
    while not is_so():
        pause.wait(0.01)


def the_row(kit: RoomKit) -> ClientSnapshot:
    (row,) = kit.session.clients()
    return row


def test_rows_say_what_would_boot_and_not_one_frame_is_sent(
    kit: RoomKit, lab: Wire, profile: Profile, outlet: socket.socket
) -> None:
    frames_heard(outlet)
    observe(kit, lab, profile)
    assert kit.session.status().state is SessionState.OBSERVING
    assert kit.session.status().ports == ()
    outlet.send(_DISCOVER)
    wait_until(lambda: bool(kit.session.clients()))
    row = the_row(kit)
    assert (row.mac, row.stage, row.doing) == (EDK2_MAC, ClientStage.WOULD_BOOT, "Would boot ipxe.efi")
    assert (row.firmware, row.interface) == ("UEFI x64 (7)", "kit0")
    outlet.send(_LEFTOVER)
    wait_until(lambda: the_row(kit).stage is not ClientStage.WOULD_BOOT)
    assert (the_row(kit).stage, the_row(kit).doing) == (
        ClientStage.NEEDS_YOU,
        f"Would follow {SITE} and not boot from here",
    )
    assert [each.server for each in kit.session.site().servers] == [SITE]
    assert kit.session.site().cards == ("kit0",)
    assert kit.session.status().requests_heard == 1
    kit.stop()
    status = kit.session.status()
    assert (status.state, status.since) == (SessionState.STOPPED, None), "nobody was ever answered"
    events = [each.event for each in kit.session.events_since(0).records]
    assert isinstance(events[0], ObservingStarted)
    ended = events[-1]
    assert isinstance(ended, ObservingEnded)
    assert (ended.computers, ended.requests) == (1, 1)
    assert len(kit.session.clients()) == 1, "what was heard stays"
    assert frames_heard(outlet) == []


def test_computer_that_asks_again_was_heard_a_moment_ago(
    kit: RoomKit, lab: Wire, profile: Profile, outlet: socket.socket
) -> None:
    observe(kit, lab, profile)
    outlet.send(_DISCOVER)
    wait_until(lambda: bool(kit.session.clients()))
    first_s = the_row(kit).last_heard_s
    outlet.send(_DISCOVER)
    wait_until(lambda: the_row(kit).last_heard_s > first_s)
    told = [each.event for each in kit.session.events_since(0).records if isinstance(each.event, ComputerForeseen)]
    assert [each.is_again for each in told] == [False, True]


def test_start_ends_observing_and_keeps_what_is_known(
    kit: RoomKit, lab: Wire, profile: Profile, outlet: socket.socket
) -> None:
    observe(kit, lab, profile)
    outlet.send(_DISCOVER)
    outlet.send(_LEFTOVER)
    wait_until(lambda: any(each.stage is ClientStage.NEEDS_YOU for each in kit.session.clients()))
    frames_heard(outlet)
    before = kit.session.events_since(0).next_cursor
    with lab.kit.entered():
        kit.start(profile, Path("/"))
    assert kit.session.status().state is SessionState.SERVING
    assert "fogp-observe" not in [thread.name for thread in threading.enumerate()]
    row = the_row(kit)
    assert (row.stage, row.doing) == (ClientStage.SILENT, "Asked before Start: switch it on again")
    since = [each.event for each in kit.session.events_since(before).records]
    assert [each.server for each in since if isinstance(each, SiteConflictFound)] == [SITE], "told to who shows notices"
    assert not any(isinstance(each, ClientTakenBySite) for each in since)
    outlet.send(_DISCOVER)
    wait_until(lambda: the_row(kit).stage is ClientStage.ASKING)
    assert the_row(kit).attempts == 1
    wait_until(lambda: bool(frames_heard(outlet)))


def test_rows_of_an_observation_are_rebuilt_from_its_records(
    kit: RoomKit, lab: Wire, profile: Profile, outlet: socket.socket
) -> None:
    observe(kit, lab, profile)
    outlet.send(_DISCOVER)
    wait_until(lambda: bool(kit.session.clients()))
    live = kit.session.live_state()
    assert hash_of(build_table(live.records, live.facts).rows) == hash_of(live.rows)


def test_card_without_an_address_cannot_be_observed(kit: RoomKit, lab: Wire, profile: Profile) -> None:
    lab.kit.run("ip", "addr", "flush", "dev", "kit0")
    with pytest.raises(ServiceError) as refused:
        observe(kit, lab, profile)
    assert refused.value.code is FaultCode.INTERFACE_NO_ADDRESS
    assert kit.session.status().state.is_at_rest
