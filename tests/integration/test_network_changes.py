"""A cable pulled, a card replugged, an address changed: serving pauses and goes on by itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from fogportable.protocol.dhcp import OptionCode
from tests.fakes.ethernet import udp_frame
from tests.fakes.namespaces import missing_for_namespaces
from tests.unit.boot.test_site_observer import reply

_MISSING = missing_for_namespaces()
pytestmark = [
    pytest.mark.skipif(_MISSING is not None, reason=_MISSING or ""),
    pytest.mark.timeout(60),
]

_SPACE = f"fpchange{os.getpid() % 10_000}"


def _ip(*words: str) -> None:
    subprocess.run(["ip", "-n", _SPACE, *words], check=True, capture_output=True)


def _plug_in(address: str, number: int = 0) -> None:
    _ip("link", "add", f"kit{number}", "type", "veth", "peer", "name", f"wall{number}")
    _ip("address", "add", address, "dev", f"kit{number}")
    _ip("link", "set", f"wall{number}", "up")
    _ip("link", "set", f"kit{number}", "up")


@contextmanager
def _serving(root: Path, *cards: str) -> Iterator[subprocess.Popen[str]]:
    (root / "undionly.kpxe").write_bytes(b"\x90" * 4096)
    command = [sys.executable, "-u", "-m", "fogportable", "serve", "--json", "--root", str(root)]
    command += ["--boot", "bios=undionly.kpxe", *(word for card in cards for word in ("--interface", card))]
    with subprocess.Popen(
        ["ip", "netns", "exec", _SPACE, *command], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
    ) as process:
        try:
            _next(process, "session_started")
            yield process
        finally:
            process.kill()


@pytest.fixture
def space() -> Iterator[None]:
    subprocess.run(["ip", "netns", "add", _SPACE], check=True)
    try:
        _plug_in("10.9.0.1/24")
        yield
    finally:
        subprocess.run(["ip", "netns", "delete", _SPACE], check=False)


@pytest.fixture
def kit(space: None, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    with _serving(tmp_path, "kit0") as process:
        yield process


@pytest.fixture
def two_cards(space: None, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    _plug_in("10.9.1.1/24", 1)
    with _serving(tmp_path, "kit0", "kit1") as process:
        yield process


def _next(process: subprocess.Popen[str], name: str) -> dict[str, Any]:
    """The next event of this name; pytest's time limit bounds the wait."""
    assert process.stdout is not None
    for line in process.stdout:
        event: dict[str, Any] = json.loads(line)
        if event["event"] == name:
            return event
    raise AssertionError(f"it ended before {name} came")


def _offer(options: dict[int, bytes] | None = None) -> None:
    """Another server's OFFER from the wall."""
    frame = udp_frame(reply(options=options).data, source=("10.77.1.1", 67), destination=("255.255.255.255", 68))
    send = (
        "import socket; s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0); s.bind(('wall0', 0));"
        f"s.send(bytes.fromhex('{frame.hex()}'))"
    )
    subprocess.run(["ip", "netns", "exec", _SPACE, sys.executable, "-c", send], check=True)


def _ports() -> str:
    words = ["ip", "netns", "exec", _SPACE, "ss", "-Hulpn"]
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def test_a_pulled_cable_pauses_and_the_plugged_one_goes_on(kit: subprocess.Popen[str]) -> None:
    _ip("link", "set", "wall0", "down")
    assert _next(kit, "fault_raised")["fault"]["code"] == "interface_down"
    _ip("link", "set", "wall0", "up")
    assert _next(kit, "fault_cleared")["fault"]["code"] == "interface_down"


def test_a_replugged_card_is_served_again_on_new_sockets(kit: subprocess.Popen[str]) -> None:
    _ip("link", "delete", "kit0")
    assert _next(kit, "fault_raised")["fault"]["code"] == "interface_gone"
    _plug_in("10.9.0.1/24")
    _next(kit, "fault_cleared")
    listening = _ports()
    assert all(f"kit0:{port} " in listening for port in (67, 69, 4011)), listening


def test_a_changed_address_is_said_and_served(kit: subprocess.Popen[str]) -> None:
    _ip("address", "delete", "10.9.0.1/24", "dev", "kit0")
    _ip("address", "add", "10.9.0.77/24", "dev", "kit0")
    fault = _next(kit, "fault_raised")["fault"]
    while fault["code"] != "address_changed":  # Between the two commands the card had no address.
        fault = _next(kit, "fault_raised")["fault"]
    assert "10.9.0.1" in fault["message"]
    assert "10.9.0.77" in fault["message"]


def test_other_servers_are_watched_on_after_a_change_of_address_and_a_new_card(kit: subprocess.Popen[str]) -> None:
    _offer()
    assert _next(kit, "dhcp_server_seen")["server"] == "10.77.1.1"
    _ip("address", "delete", "10.9.0.1/24", "dev", "kit0")
    _ip("address", "add", "10.9.0.77/24", "dev", "kit0")
    fault = _next(kit, "fault_raised")["fault"]
    while fault["code"] != "address_changed":
        fault = _next(kit, "fault_raised")["fault"]
    _offer({OptionCode.VENDOR_CLASS: b"PXEClient"})
    found = _next(kit, "site_conflict_found")
    while "10.9.0.77" not in found["fault"]["remedy"]:  # Said before the new address was served.
        _offer()
        _next(kit, "site_conflict_over")
        _offer({OptionCode.VENDOR_CLASS: b"PXEClient"})
        found = _next(kit, "site_conflict_found")
    _ip("link", "delete", "kit0")
    _next(kit, "fault_raised")
    _plug_in("10.9.0.1/24")
    _next(kit, "fault_cleared")
    _offer()
    assert _next(kit, "site_conflict_over")["kind"] == "class_without_43"


# --- two cards, as of one dock ---------------------------------------------------------------------------------------


def _served_cards() -> set[str]:
    listening = _ports()
    return {card for card in ("kit0", "kit1") if all(f"{card}:{port} " in listening for port in (67, 69, 4011))}


def _unplug_both(two_cards: subprocess.Popen[str]) -> None:
    for card in ("kit0", "kit1"):
        _ip("link", "delete", card)
        assert card in _next(two_cards, "fault_raised")["fault"]["message"]


def test_of_two_cards_that_are_gone_each_is_served_as_soon_as_it_is_back(two_cards: subprocess.Popen[str]) -> None:
    _unplug_both(two_cards)
    _plug_in("10.9.1.1/24", 1)
    assert "kit1" in _next(two_cards, "fault_cleared")["fault"]["message"]
    assert "kit0" in _next(two_cards, "fault_raised")["fault"]["message"]  # What is still wrong.
    assert _served_cards() == {"kit1"}
    _plug_in("10.9.0.1/24")
    assert "kit0" in _next(two_cards, "fault_cleared")["fault"]["message"]
    assert _served_cards() == {"kit0", "kit1"}


def test_two_cards_that_come_back_at_once_are_both_served(two_cards: subprocess.Popen[str]) -> None:
    _unplug_both(two_cards)
    _plug_in("10.9.0.1/24")
    _plug_in("10.9.1.1/24", 1)
    for _ in range(2):
        _next(two_cards, "fault_cleared")
    assert _served_cards() == {"kit0", "kit1"}


def test_a_card_without_cable_is_served_again_although_the_other_was_replugged_meanwhile(
    two_cards: subprocess.Popen[str],
) -> None:
    _ip("link", "set", "wall1", "down")
    _next(two_cards, "fault_raised")
    _ip("link", "delete", "kit0")
    _next(two_cards, "fault_raised")
    _plug_in("10.9.0.1/24")
    _next(two_cards, "fault_cleared")
    _ip("link", "set", "wall1", "up")
    assert "kit1" in _next(two_cards, "fault_cleared")["fault"]["message"]
    assert _served_cards() == {"kit0", "kit1"}
