"""The tap on a real card: what it hears, what the kernel keeps from it, and how an ordinary user is told."""

from __future__ import annotations

import os
import select
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from ipaddress import IPv4Address

import pytest

from fogportable.errors import FaultCode, ServiceError
from fogportable.platform import packet_tap, udp
from fogportable.platform.packet_tap import TappedDatagram, receive_tapped
from tests.fakes.ethernet import udp_frame
from tests.fakes.namespaces import Namespace, Wire, missing_for_namespaces, wire

_missing = missing_for_namespaces()
pytestmark = pytest.mark.skipif(_missing is not None, reason=str(_missing))


@pytest.fixture
def lab() -> Iterator[Wire]:
    with wire() as made:
        yield made


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as closing:
        yield closing


def _tap(stack: ExitStack, lab: Wire) -> socket.socket:
    with lab.kit.entered():
        return stack.enter_context(packet_tap.open_tap(lab.serving()))


def _sender(stack: ExitStack, namespace: Namespace, card: str) -> socket.socket:
    with namespace.entered():
        sock = stack.enter_context(socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0))
        sock.bind((card, 0))
    return sock


def _heard(tap: socket.socket) -> list[TappedDatagram]:
    """What came up to now and, the wire keeping order, up to a last frame that was sent before."""
    found: list[TappedDatagram] = []
    while select.select([tap], [], [], 5)[0]:
        datagram = receive_tapped(tap)
        if datagram is None:
            continue
        if datagram.data == b"last":
            return found
        found.append(datagram)
    raise AssertionError(f"the last frame did not come, only {found}")


def _end_mark(sender: socket.socket) -> None:
    sender.send(udp_frame(b"last", source=("10.77.0.1", 67), destination=("255.255.255.255", 68)))


@pytest.mark.parametrize(
    ("source_port", "destination_port", "is_heard"),
    [
        (67, 68, True),
        (4011, 4011, True),
        (4011, 68, True),
        (68, 67, True),
        (68, 4011, True),
        (67, 67, True),
        (69, 1024, False),
    ],
)
def test_dhcp_is_heard_and_nothing_else(
    lab: Wire, stack: ExitStack, source_port: int, destination_port: int, is_heard: bool
) -> None:
    tap, pc = _tap(stack, lab), _sender(stack, lab.pc, "pc0")
    pc.send(udp_frame(b"x", source=("10.77.0.1", source_port), destination=("255.255.255.255", destination_port)))
    _end_mark(pc)
    assert [each.data for each in _heard(tap)] == [b"x"] * is_heard


@pytest.mark.parametrize(
    ("source_port", "destination_port", "op", "is_heard"),
    [(68, 67, 1, False), (68, 4011, 1, False), (67, 67, 1, False), (67, 68, 2, True), (67, 67, 2, True)],
)
def test_tap_of_who_hears_requests_anyway_hears_answers_only(
    lab: Wire, stack: ExitStack, source_port: int, destination_port: int, op: int, is_heard: bool
) -> None:
    tap, pc = _tap(stack, lab), _sender(stack, lab.pc, "pc0")
    packet_tap.hear_answers_only(tap)
    data = bytes([op, 1])
    for more in (b"", bytes(8)):
        pc.send(
            udp_frame(
                data,
                source=("10.77.0.1", source_port),
                destination=("255.255.255.255", destination_port),
                ip_options=more,
            )
        )
    _end_mark(pc)
    assert [each.data for each in _heard(tap)] == [data, data] * is_heard


def test_unicast_to_another_computer_is_heard_where_the_card_shows_it(lab: Wire, stack: ExitStack) -> None:
    tap, pc = _tap(stack, lab), _sender(stack, lab.pc, "pc0")
    other = bytes.fromhex("525400770099")
    pc.send(udp_frame(b"x", source=("10.77.0.1", 67), destination=("10.77.0.9", 68), destination_mac=other))
    _end_mark(pc)
    (seen,) = _heard(tap)
    assert (seen.source, seen.destination) == ((IPv4Address("10.77.0.1"), 67), (IPv4Address("10.77.0.9"), 68))


def test_own_answers_are_not_heard(lab: Wire, stack: ExitStack) -> None:
    tap = _tap(stack, lab)
    with lab.kit.entered():
        server = stack.enter_context(udp.open_udp(udp.UdpEndpoint(udp.SocketPurpose.DISCOVERY, lab.serving(), 67)))
    everybody = (IPv4Address("255.255.255.255"), 68)
    udp.send(server, b"ours", everybody, udp.origin(lab.serving().address.ip, lab.serving()))
    _end_mark(_sender(stack, lab.pc, "pc0"))
    assert _heard(tap) == []


def test_other_vlans_are_not_heard(lab: Wire, stack: ExitStack) -> None:
    tap, pc = _tap(stack, lab), _sender(stack, lab.pc, "pc0")
    plain = udp_frame(b"x", source=("10.77.0.1", 67), destination=("255.255.255.255", 68))
    pc.send(plain[:12] + bytes.fromhex("8100000a") + plain[12:])
    _end_mark(pc)
    assert _heard(tap) == []


def test_frames_before_the_tap_and_on_other_cards_are_not_heard(lab: Wire, stack: ExitStack) -> None:
    lab.kit.run("ip", "link", "add", "kit1", "type", "veth", "peer", "name", "pc1", "netns", lab.pc.path)
    lab.kit.run("ip", "link", "set", "kit1", "up")
    lab.pc.run("ip", "link", "set", "pc1", "up")
    pc = _sender(stack, lab.pc, "pc0")
    pc.send(udp_frame(b"early", source=("10.77.0.1", 67), destination=("255.255.255.255", 68)))
    tap = _tap(stack, lab)
    other = udp_frame(b"other card", source=("10.77.0.1", 67), destination=("255.255.255.255", 68))
    _sender(stack, lab.pc, "pc1").send(other)
    _end_mark(pc)
    assert _heard(tap) == []


def test_tap_hears_again_after_the_card_was_down(lab: Wire, stack: ExitStack) -> None:
    tap = _tap(stack, lab)
    lab.kit.run("ip", "link", "set", "kit0", "down")
    assert receive_tapped(tap) is None
    lab.kit.run("ip", "link", "set", "kit0", "up")
    pc = _sender(stack, lab.pc, "pc0")
    pc.send(udp_frame(b"x", source=("10.77.0.1", 67), destination=("255.255.255.255", 68)))
    _end_mark(pc)
    assert [each.data for each in _heard(tap)] == [b"x"]


def test_card_that_is_gone_is_a_fault(lab: Wire) -> None:
    gone = lab.serving()
    lab.kit.run("ip", "link", "del", "kit0")
    with lab.kit.entered(), pytest.raises(ServiceError) as refused:
        packet_tap.open_tap(gone)
    assert refused.value.code is FaultCode.INTERFACE_GONE


def test_ordinary_user_is_refused_in_words(lab: Wire) -> None:
    card = lab.serving()
    child = os.fork()
    if child == 0:  # A process of its own: rights given away do not come back.
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
        try:
            packet_tap.open_tap(card)
        except ServiceError as refused:
            os._exit(0 if refused.code is packet_tap.why_no_tap().code is FaultCode.TAP_NOT_ALLOWED else 2)
        os._exit(3)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
