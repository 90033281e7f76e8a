"""ARP on a tap: asking whether somebody holds an address, without claiming it (RFC 5227 2.1.1; RFC 826)."""

from __future__ import annotations

import socket
import struct
from dataclasses import dataclass
from ipaddress import IPv4Address

from fogportable.platform.packet_tap import ARP, TappedDatagram, parse_frame, receive_frame
from fogportable.protocol.address import NO_ADDRESS, MacAddress

_BROADCAST = b"\xff" * 6
#: Hardware and protocol type, their lengths, operation, sender's and target's addresses.
_MESSAGE = struct.Struct("!HHBBH6s4s6s4s")
_ETHERNET, _IPV4 = 1, 0x0800
_REQUEST = 1
_HEADER_BYTES = 14


@dataclass(frozen=True, slots=True)
class Sighting:
    """Somebody said by ARP that this address is its own."""

    address: IPv4Address
    mac: MacAddress


def hardware_of(tap: socket.socket) -> MacAddress:
    """The Ethernet address of the card that a tap is bound to."""
    return MacAddress(tap.getsockname()[4])


def ask_frame(own: MacAddress, address: IPv4Address) -> bytes:
    """A probe: a request with sender address 0.0.0.0, so that no neighbour learns anything wrong from it."""
    message = _MESSAGE.pack(_ETHERNET, _IPV4, 6, 4, _REQUEST, own.octets, NO_ADDRESS.packed, bytes(6), address.packed)
    return _BROADCAST + own.octets + ARP.to_bytes(2, "big") + message.ljust(46, b"\0")


def parse_arp(frame: bytes) -> Sighting | None:
    """What an ARP frame says of its sender; None for probes and for everything else. Never raises."""
    if len(frame) < _HEADER_BYTES + _MESSAGE.size or frame[12:14] != ARP.to_bytes(2, "big"):
        return None
    kind, protocol, hardware_bytes, protocol_bytes, _, sender, address, _, _ = _MESSAGE.unpack_from(
        frame, _HEADER_BYTES
    )
    if (kind, protocol, hardware_bytes, protocol_bytes) != (_ETHERNET, _IPV4, 6, 4) or not any(address):
        return None
    return Sighting(IPv4Address(address), MacAddress(sender))


def receive_heard(tap: socket.socket) -> TappedDatagram | Sighting | None:
    """The next DHCP datagram or ARP sighting; None when none waits. Raises OSError for troubles of the socket."""
    while (frame := receive_frame(tap)) is not None:
        heard = parse_frame(frame) or parse_arp(frame)
        if heard is not None:
            return heard
    return None
