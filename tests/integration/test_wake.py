"""Magic packets as the computer at the other end of the wire hears them, octet by octet."""

from __future__ import annotations

import json
import select
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from ipaddress import IPv4Address

import pytest

from fogportable.protocol.address import MacAddress
from fogportable.session.wake import wake
from tests.fakes.namespaces import KIT_ADDRESS, Wire, missing_for_namespaces, wire

_missing = missing_for_namespaces()
pytestmark = pytest.mark.skipif(_missing is not None, reason=str(_missing))

_ETH_P_IP = 0x0800
_ONE, _TWO = MacAddress.parse("52:54:00:aa:00:01"), MacAddress.parse("52:54:00:aa:00:02")


@pytest.fixture
def lab() -> Iterator[Wire]:
    with wire() as made:
        yield made


@pytest.fixture
def witness(lab: Wire) -> Iterator[socket.socket]:
    """Hears every frame on the computer's card, as its network card does while the computer is off."""
    with lab.pc.entered(), socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(_ETH_P_IP)) as tap:
        tap.bind(("pc0", _ETH_P_IP))
        yield tap


def _heard(tap: socket.socket, count: int) -> list[tuple[bytes, IPv4Address, IPv4Address, int, bytes]]:
    """Frames to UDP port 9: where to on the wire, from, to, port, payload."""
    found: list[tuple[bytes, IPv4Address, IPv4Address, int, bytes]] = []
    ends = time.monotonic() + 5
    while len(found) < count and select.select([tap], [], [], max(0.0, ends - time.monotonic()))[0]:
        frame = tap.recv(2048)
        header_bytes = (frame[14] & 0x0F) * 4
        udp = frame[14 + header_bytes :]
        _, port, length = struct.unpack_from("!HHH", udp)
        if frame[23] == socket.IPPROTO_UDP and port == 9:
            found.append((frame[:6], IPv4Address(frame[26:30]), IPv4Address(frame[30:34]), port, udp[8:length]))
    return found


def test_each_computer_is_told_twice_by_both_broadcasts_from_the_chosen_card(lab: Wire, witness: socket.socket) -> None:
    waits: list[float] = []

    def go_on(seconds: float) -> bool:
        waits.append(seconds)
        return False

    with lab.kit.entered():
        woken = wake((_ONE, _TWO, _ONE), (lab.serving(),), go_on)
    heard = _heard(witness, 8)
    assert (woken.count, woken.interfaces) == (2, ("kit0",))
    assert {(frame, source, port) for frame, source, _, port, _ in heard} == {(b"\xff" * 6, KIT_ADDRESS.ip, 9)}
    places = (IPv4Address("255.255.255.255"), KIT_ADDRESS.network.broadcast_address)
    packets = [b"\xff" * 6 + mac.octets * 16 for mac in (_ONE, _TWO)]
    assert [(to, payload) for _, _, to, _, payload in heard] == [(to, each) for each in packets for to in places] * 2
    assert waits == [0.1] * 3, "ten computers a second, and no wait after the last"


def test_who_ends_it_is_told_how_many_were_told(lab: Wire, witness: socket.socket) -> None:
    with lab.kit.entered():
        woken = wake((_ONE, _TWO), (lab.serving(),), lambda _: True)
    assert woken.count == 1
    assert len(_heard(witness, 2)) == 2


def test_command_wakes_by_address_and_card(lab: Wire, witness: socket.socket) -> None:
    words = (sys.executable, "-m", "fogportable", "wake", str(_ONE), "--interface", "kit0", "--json")
    with lab.kit.entered():
        done = subprocess.run(words, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"woken": 1, "interfaces": ["kit0"]}
    assert [payload for *_, payload in _heard(witness, 4)] == [b"\xff" * 6 + _ONE.octets * 16] * 4


def test_command_without_anybody_or_card_says_what_to_do(lab: Wire) -> None:
    words = (sys.executable, "-m", "fogportable", "wake")
    with lab.kit.entered():
        for more, sentence in (
            (("--interface", "kit0"), "No computer to wake is named."),
            ((str(_ONE),), "No network interface is chosen."),
        ):
            done = subprocess.run((*words, *more), capture_output=True, text=True, timeout=30, check=False)
            assert (done.returncode, done.stderr.splitlines()[0]) == (3, sentence)
