"""The card of a private network leaves its network, and comes back."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from ipaddress import IPv4Interface
from pathlib import Path

import pytest

from fogportable.errors import FaultCode, ServiceError
from fogportable.events import FaultCleared, FaultRaised
from fogportable.model import ServingInterface, SessionState
from fogportable.platform.privilege import Ask, open_all
from fogportable.platform.udp import UdpEndpoint
from fogportable.protocol.dhcp import MessageType
from fogportable.session.facade import KitSession
from tests.fakes.namespaces import KIT_ADDRESS, Wire
from tests.integration.test_private_network import (
    FIRST,
    LAST,
    Talker,
    cable,
    events,
    home,
    impatient,
    plan_on,
    serving,
    wait_for,
)

__all__ = ["cable", "home", "impatient"]

ELSEWHERE = "10.99.0.2/24"


def _move(cable: Wire, address: str) -> None:
    cable.kit.run("ip", "address", "flush", "dev", "kit0")
    cable.kit.run("ip", "address", "add", address, "dev", "kit0")


def _wait_until(is_so: Callable[[], bool]) -> None:
    deadline, never = time.monotonic() + 8.0, threading.Event()
    while not is_so():
        assert time.monotonic() < deadline
        never.wait(0.02)


def _misplaced(session: KitSession) -> bool:
    raised = [each for each in events(session, FaultRaised) if isinstance(each, FaultRaised)]
    return any(each.fault.code is FaultCode.PRIVATE_NETWORK_MISPLACED for each in raised)


def _watches() -> int:
    return sum(each.name == "fogp-watch" for each in threading.enumerate())


def _lease(cable: Wire) -> None:
    """An address is given, perhaps after some looking for other servers."""
    talker = Talker(cable)
    for attempt in range(10):
        talker.ask(b"\x3c\x52\x82\x6a\x08\x01", 70 + attempt, MessageType.DISCOVER)
        if talker.all_for(0.5):
            break
    assert FIRST <= talker.lease(b"\x3c\x52\x82\x6a\x08\x01", 99) <= LAST
    talker.close()


def test_alone_it_pauses_with_the_reason_until_its_card_is_back_in_its_network(cable: Wire, tmp_path: Path) -> None:
    with serving(cable, plan_on(cable, tmp_path)) as session:
        _move(cable, ELSEWHERE)
        _wait_until(lambda: _misplaced(session))
        assert session.status().state is SessionState.PAUSED
        fault = session.status().fault
        assert fault is not None
        assert fault.code is FaultCode.PRIVATE_NETWORK_MISPLACED
        _move(cable, str(KIT_ADDRESS))
        _wait_until(lambda: session.status().state is SessionState.SERVING)
        _lease(cable)
        assert _watches() == 1
    assert _watches() == 0


def test_what_is_paused_without_services_is_stopped_and_starts_again_with_one_watch(
    cable: Wire, tmp_path: Path
) -> None:
    plan = plan_on(cable, tmp_path)
    with serving(cable, plan) as session:
        _move(cable, ELSEWHERE)
        _wait_until(lambda: _misplaced(session))
        session.stop()
        assert session.status().state is SessionState.STOPPED
        assert _watches() == 0
        _move(cable, str(KIT_ADDRESS))
        session.start(plan)
        assert _watches() == 1


def test_what_failed_leaves_no_watch_behind(cable: Wire, tmp_path: Path) -> None:
    plan = plan_on(cable, tmp_path)
    with serving(cable, plan) as session:
        _move(cable, ELSEWHERE)
        _wait_until(lambda: _misplaced(session))
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
            other.bind(("0.0.0.0", 69))
            _move(cable, str(KIT_ADDRESS))
            _wait_until(lambda: session.status().state is SessionState.FAILED)
        session.start(plan)
        assert session.status().state is SessionState.SERVING
        assert _watches() == 1
    assert _watches() == 0


@pytest.mark.timeout(60)
def test_beside_another_card_it_goes_on_once_its_card_is_back_in_its_network(cable: Wire, tmp_path: Path) -> None:
    cable.kit.run("ip", "link", "add", "kit1", "type", "veth", "peer", "name", "pc1", "netns", cable.pc.path)
    cable.kit.run("ip", "address", "add", "10.78.0.2/24", "dev", "kit1")
    cable.kit.run("ip", "link", "set", "kit1", "up")
    cable.pc.run("ip", "link", "set", "pc1", "up")
    index = cable.serving("kit1").index
    other = ServingInterface("kit1", index, IPv4Interface("10.78.0.2/24"), "kit1")
    with serving(cable, replace(plan_on(cable, tmp_path), interfaces=(other,))) as session:
        _move(cable, ELSEWHERE)
        _wait_until(lambda: _misplaced(session))
        _wait_until(lambda: session.status().fault is not None)
        assert session.status().state is SessionState.SERVING
        cable.kit.run("ip", "link", "set", "kit1", "down")
        _wait_until(lambda: session.status().state is SessionState.PAUSED)
        cable.kit.run("ip", "link", "set", "kit1", "up")
        _wait_until(lambda: session.status().state is SessionState.SERVING)
        cleared = len(events(session, FaultCleared))
        _move(cable, str(KIT_ADDRESS))
        _wait_until(lambda: len(events(session, FaultCleared)) > cleared)
        assert session.status().fault is None
        _lease(cable)
    assert wait_for(session, FaultCleared)


def test_a_card_that_goes_away_again_while_its_sockets_are_opened_is_served_at_the_next_look(
    cable: Wire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(cable, plan_on(cable, tmp_path)) as session:
        attempts = []

        def flapping(endpoints: Sequence[UdpEndpoint], *, ask: Ask) -> dict[UdpEndpoint, socket.socket]:
            attempts.append(session.status().state)
            if len(attempts) < 3:
                raise ServiceError(FaultCode.INTERFACE_GONE, interface="kit0")
            return open_all(endpoints, ask=ask)

        monkeypatch.setattr("fogportable.session.facade.open_all", flapping)
        cable.kit.run("ip", "link", "delete", "kit0")
        _wait_until(lambda: session.status().state is SessionState.PAUSED)
        cable.kit.run("ip", "link", "add", "kit0", "type", "veth", "peer", "name", "pc0", "netns", cable.pc.path)
        cable.kit.run("ip", "address", "add", str(KIT_ADDRESS), "dev", "kit0")
        cable.kit.run("ip", "link", "set", "kit0", "up")
        cable.pc.run("ip", "link", "set", "pc0", "up")
        _wait_until(lambda: session.status().state is SessionState.SERVING)
        assert attempts == [SessionState.PAUSED] * 3
        gone = [each for each in events(session, FaultRaised) if isinstance(each, FaultRaised)]
        assert sum(each.fault.code is FaultCode.INTERFACE_GONE for each in gone) < 4  # Not said at each look.
