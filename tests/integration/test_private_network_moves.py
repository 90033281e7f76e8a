"""The card of a private network leaves its network, and comes back."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from ipaddress import IPv4Interface
from pathlib import Path

import pytest

from fogportable.errors import FaultCode
from fogportable.events import FaultCleared, FaultRaised
from fogportable.model import ServingInterface, SessionState
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


def test_alone_it_ends_serving_with_the_reason_and_a_new_start_has_one_watch(cable: Wire, tmp_path: Path) -> None:
    plan = plan_on(cable, tmp_path)
    with serving(cable, plan) as session:
        _move(cable, ELSEWHERE)
        _wait_until(lambda: session.status().state is SessionState.FAILED)
        fault = session.status().fault
        assert fault is not None
        assert fault.code is FaultCode.PRIVATE_NETWORK_MISPLACED
        _move(cable, str(KIT_ADDRESS))
        session.start(plan)
        assert session.status().state is SessionState.SERVING
        assert _watches() == 1
    assert _watches() == 0


def test_a_session_that_failed_is_stopped_with_its_watch(cable: Wire, tmp_path: Path) -> None:
    with serving(cable, plan_on(cable, tmp_path)) as session:
        _move(cable, ELSEWHERE)
        _wait_until(lambda: session.status().state is SessionState.FAILED)
        session.stop()
        assert session.status().state is SessionState.STOPPED
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
        talker = Talker(cable)
        for attempt in range(10):  # It looks for other servers before it gives anything.
            talker.ask(b"\x3c\x52\x82\x6a\x08\x01", 70 + attempt, MessageType.DISCOVER)
            if talker.all_for(0.5):
                break
        assert FIRST <= talker.lease(b"\x3c\x52\x82\x6a\x08\x01", 99) <= LAST
        talker.close()
    assert wait_for(session, FaultCleared)
