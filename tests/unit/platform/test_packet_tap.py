"""Frames as a card shows them: what is a DHCP datagram, and what is passed over without a word."""

from __future__ import annotations

import socket
import struct
import sys
from ipaddress import IPv4Address, IPv4Interface

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.errors import FaultCode, ServiceError
from fogportable.model import ServingInterface
from fogportable.platform import packet_tap
from fogportable.platform.packet_tap import TappedDatagram, parse_frame
from fogportable.protocol.address import MacAddress
from tests.fakes.ethernet import udp_frame

SITE = IPv4Address("10.77.1.1")
EVERYBODY = IPv4Address("255.255.255.255")


def test_offer_of_another_server_is_read_whole() -> None:
    frame = udp_frame(b"offer", source=("10.77.1.1", 67), destination=("255.255.255.255", 68))
    assert parse_frame(frame) == TappedDatagram(
        MacAddress.parse("52:54:00:77:00:01"), (SITE, 67), (EVERYBODY, 68), b"offer"
    )


def test_padding_of_a_short_frame_is_no_payload() -> None:
    frame = udp_frame(b"ab", source=("10.77.1.1", 67), destination=("255.255.255.255", 68))
    datagram = parse_frame(frame.ljust(60, b"\0"))
    assert datagram is not None
    assert datagram.data == b"ab"


def test_options_of_the_ip_header_are_stepped_over() -> None:
    frame = udp_frame(b"ab", source=("10.77.1.1", 67), destination=("10.77.1.9", 68), ip_options=bytes(8))
    datagram = parse_frame(frame)
    assert datagram is not None
    assert (datagram.source, datagram.data) == ((SITE, 67), b"ab")


@pytest.mark.parametrize(("tag", "is_ours"), [(0x0000, True), (0xA000, True), (0x0001, False), (0xA00A, False)])
def test_priority_tag_is_ours_and_another_vlan_is_not(tag: int, is_ours: bool) -> None:
    plain = udp_frame(b"ab", source=("10.77.1.1", 67), destination=("255.255.255.255", 68))
    tagged = plain[:12] + struct.pack("!2H", 0x8100, tag) + plain[12:]
    assert (parse_frame(tagged) is not None) is is_ours


_PLAIN = udp_frame(b"payload", source=("10.77.1.1", 67), destination=("255.255.255.255", 68))


def _with(at: int, octets: bytes) -> bytes:
    return _PLAIN[:at] + octets + _PLAIN[at + len(octets) :]


@pytest.mark.parametrize(
    "frame",
    [
        b"",
        _PLAIN[:13],
        _PLAIN[:33],
        _PLAIN[:41],
        _PLAIN[:-1],
        _with(12, b"\x86\xdd"),
        _with(14, b"\x65"),
        _with(14, b"\x44"),
        _with(14, b"\x4f"),
        _with(16, b"\x00\x1b"),
        _with(16, b"\xff\xff"),
        _with(20, b"\x20\x00"),
        _with(20, b"\x00\x01"),
        _with(23, b"\x06"),
        _with(38, b"\x00\x07"),
        _with(38, b"\x00\xff"),
    ],
)
def test_what_is_no_whole_udp_datagram_is_passed_over(frame: bytes) -> None:
    assert parse_frame(frame) is None


def test_dont_fragment_is_no_fragment() -> None:
    assert parse_frame(_with(20, b"\x40\x00")) is not None


@given(st.binary(max_size=120))
def test_no_frame_raises(frame: bytes) -> None:
    parse_frame(frame)


@given(st.integers(0, len(_PLAIN) - 1), st.integers(0, 255))
def test_no_damage_reads_past_the_datagram(at: int, octet: int) -> None:
    datagram = parse_frame(_with(at, bytes([octet])))
    assert datagram is None or len(datagram.data) <= len(_PLAIN) - 42


def test_elsewhere_than_on_linux_it_is_said_that_there_is_no_tap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packet_tap, "_IS_LINUX", False)
    with pytest.raises(ServiceError) as refused:
        packet_tap.open_tap(ServingInterface("eth0", 2, IPv4Interface("10.77.1.10/24"), "eth0"))
    assert refused.value.code is FaultCode.TAP_NOT_AVAILABLE
    assert packet_tap.why_no_tap().code is FaultCode.TAP_NOT_AVAILABLE


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="packet sockets are for Linux")
@pytest.mark.parametrize(
    ("number", "code"),
    [(1, FaultCode.TAP_NOT_ALLOWED), (97, FaultCode.TAP_NOT_AVAILABLE)],
)
def test_refusal_of_the_system_is_a_fault_in_words(
    number: int, code: FaultCode, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(socket, "socket", refuse)
    with pytest.raises(ServiceError) as refused:
        packet_tap.open_tap(ServingInterface("eth0", 2, IPv4Interface("10.77.1.10/24"), "eth0"))
    assert refused.value.code is code
    assert packet_tap.why_no_tap().code is code
