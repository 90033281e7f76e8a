"""Ethernet frames made by hand, for what packet sockets hear and for sending with another sender's address."""

from __future__ import annotations

import struct
from ipaddress import IPv4Address

BROADCAST_MAC = bytes([255] * 6)
SERVER_MAC = bytes.fromhex("525400770001")


def udp_frame(
    data: bytes,
    *,
    source: tuple[str, int],
    destination: tuple[str, int],
    source_mac: bytes = SERVER_MAC,
    destination_mac: bytes = BROADCAST_MAC,
    ip_options: bytes = b"",
) -> bytes:
    """IPv4 and UDP without a UDP checksum, which RFC 768 allows. ip_options: a multiple of four octets."""
    header_bytes = 20 + len(ip_options)
    total = header_bytes + 8 + len(data)
    addresses = IPv4Address(source[0]).packed + IPv4Address(destination[0]).packed
    fields = struct.pack("!BBHHHBBH", 0x40 | header_bytes // 4, 0, total, 1, 0, 64, 17, 0) + addresses + ip_options
    checked = fields[:10] + struct.pack("!H", _checksum(fields)) + fields[12:]
    udp = struct.pack("!4H", source[1], destination[1], 8 + len(data), 0)
    return destination_mac + source_mac + b"\x08\x00" + checked + udp + data


def _checksum(header: bytes) -> int:
    total: int = sum(struct.unpack(f"!{len(header) // 2}H", header))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF
