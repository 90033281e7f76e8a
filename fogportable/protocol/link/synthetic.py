"""Frames for packets of which only the payload was seen: what a socket gives has lost its headers.

What the headers say is true (addresses, ports, lengths); what nobody saw is left 0: numbers of IP packets, checksums of
UDP (RFC 768: none) and TCP. The checksum of IP is worked out, since readers look at it.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from ipaddress import IPv4Address

Endpoint = tuple[IPv4Address, int]

#: Where the hardware address is not known.
UNKNOWN_MAC = bytes(6)
BROADCAST_MAC = b"\xff" * 6

_IPV4 = 0x0800
_TCP, _UDP = 6, 17
_IP_BYTES, _UDP_BYTES, _TCP_BYTES = 20, 8, 20
_ETHERNET_BYTES, _PAYLOAD, _CHECKSUM = 14, 34, 10
_TTL = 64
#: Flags: there is content, and it acknowledges.
_PUSH_ACK = 0x18
_WINDOW = 0xFFFF
_LARGEST_IP = 0xFFFF


@dataclass(frozen=True, slots=True)
class Way:
    """From where to where. Hardware addresses are six octets."""

    source_mac: bytes
    destination_mac: bytes
    source: Endpoint
    destination: Endpoint


def udp_frame(way: Way, payload: bytes, length: int) -> bytes:
    """A datagram as an Ethernet frame. payload: what was kept of it. length: what it had on the wire (octets)."""
    header = struct.pack("!4H", way.source[1], way.destination[1], min(_UDP_BYTES + length, _LARGEST_IP), 0)
    return _ip_frame(way, _UDP, header + payload, _UDP_BYTES + length)


def tcp_frame(way: Way, payload: bytes, length: int, position: tuple[int, int]) -> bytes:
    """A piece of a connection as an Ethernet frame. position: octets said before by the sender, and by the other."""
    sequence, acknowledged = ((1 + each) & 0xFFFFFFFF for each in position)
    header = struct.pack(
        "!HHIIBBHHH",
        way.source[1],
        way.destination[1],
        sequence,
        acknowledged,
        _TCP_BYTES // 4 << 4,
        _PUSH_ACK,
        _WINDOW,
        0,
        0,
    )
    return _ip_frame(way, _TCP, header + payload, _TCP_BYTES + length)


def _ip_frame(way: Way, protocol: int, body: bytes, length: int) -> bytes:
    total = min(_IP_BYTES + length, _LARGEST_IP)
    addresses = way.source[0].packed + way.destination[0].packed
    header = struct.pack("!BBHHHBBH", 0x45, 0, total, 0, 0, _TTL, protocol, 0) + addresses
    return with_checksum(way.destination_mac + way.source_mac + struct.pack("!H", _IPV4) + header + body)


def with_checksum(frame: bytes) -> bytes:
    """The frame with the checksum of IP that its header asks for."""
    header = frame[_ETHERNET_BYTES:_PAYLOAD]
    bare = header[:_CHECKSUM] + bytes(2) + header[_CHECKSUM + 2 :]
    sealed = bare[:_CHECKSUM] + struct.pack("!H", _checksum(bare)) + bare[_CHECKSUM + 2 :]
    return frame[:_ETHERNET_BYTES] + sealed + frame[_PAYLOAD:]


def _checksum(header: bytes) -> int:
    """RFC 1071."""
    total: int = sum(struct.unpack(f"!{len(header) // 2}H", header))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF
