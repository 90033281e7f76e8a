"""Who asks for the members of multicast groups: without such a querier, switches forget them (RFC 2236, RFC 3376)."""

from __future__ import annotations

import struct
from ipaddress import IPv4Address

from fogportable.protocol.link.frames import protocol_and_payload

_IPV4, _IGMP = 0x0800, 2
_MEMBERSHIP_QUERY = 0x11
_SHORTEST_HEADER_BYTES = 20
_MESSAGE_BYTES = 8


def parse_igmp_query(frame: bytes) -> IPv4Address | None:
    """Who sent a membership query; None for every other frame. 0.0.0.0: a switch without an address. Never raises."""
    found = protocol_and_payload(frame)
    if found is None or found[0] != _IPV4 or len(found[1]) < _SHORTEST_HEADER_BYTES:
        return None
    packet = found[1]
    header_bytes = 4 * (packet[0] & 0x0F)
    (total,) = struct.unpack_from("!H", packet, 2)
    is_whole = header_bytes >= _SHORTEST_HEADER_BYTES and header_bytes + _MESSAGE_BYTES <= total <= len(packet)
    if packet[0] >> 4 != 4 or packet[9] != _IGMP or not is_whole or packet[header_bytes] != _MEMBERSHIP_QUERY:
        return None
    return IPv4Address(packet[12:16])
