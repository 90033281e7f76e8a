"""Frames as switches and routers send them, made by hand."""

from __future__ import annotations

import struct
from ipaddress import IPv4Address


def lldp(source: bytes, name: str, port: str, vlan: int) -> bytes:
    """LLDP with the system's name, the port's and the VLAN of untagged frames."""
    fields = (
        (1, b"\x04" + source),
        (2, b"\x05" + port.encode()),
        (3, b"\x00\x78"),
        (5, name.encode()),
        (127, b"\x00\x80\xc2\x01" + struct.pack("!H", vlan)),
        (0, b""),
    )
    body = b"".join(struct.pack("!H", kind << 9 | len(value)) + value for kind, value in fields)
    return bytes.fromhex("0180c200000e") + source + b"\x88\xcc" + body.ljust(46, b"\0")


def igmp_query(source: bytes, querier: str) -> bytes:
    """A general membership query of version 2, with the option that tells routers to look at it."""
    message = b"\x11\x64\xee\x9b" + bytes(4)
    head = struct.pack("!BBHHHBBH", 0x46, 0xC0, 24 + len(message), 0, 0, 1, 2, 0)
    addresses = IPv4Address(querier).packed + IPv4Address("224.0.0.1").packed
    packet = head + addresses + b"\x94\x04\x00\x00" + message
    return bytes.fromhex("01005e000001") + source + b"\x08\x00" + packet.ljust(46, b"\0")


def tagged(source: bytes, vlan: int) -> bytes:
    """A broadcast of another VLAN, as a port between switches lets it through: an ARP request."""
    arp = struct.pack("!HHBBH", 1, 0x0800, 6, 4, 1) + source + bytes(4) + bytes(6) + bytes(4)
    return b"\xff" * 6 + source + b"\x81\x00" + struct.pack("!H", vlan) + b"\x08\x06" + arp.ljust(46, b"\0")


def spanning_tree(source: bytes, *, forward_delay_s: int) -> bytes:
    """A configuration message of the first version, which does not tell whether its port is open."""
    bridge = b"\x80\x00" + source
    times = struct.pack("!4H", 0, 20 << 8, 2 << 8, forward_delay_s << 8)
    body = b"\x42\x42\x03" + bytes(5) + bridge + bytes(4) + bridge + b"\x80\x07" + times
    return bytes.fromhex("0180c2000000") + source + struct.pack("!H", len(body)) + body.ljust(46, b"\0")
