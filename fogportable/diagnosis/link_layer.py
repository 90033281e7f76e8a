"""From a captured frame to its network layer: Ethernet, VLAN tags, Linux cooked captures, raw IP.

Link types as in the registry of pcap (LINKTYPE_...).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class LinkType(IntEnum):
    """What a capture holds."""

    NULL = 0
    ETHERNET = 1
    RAW_BSD = 12
    RAW_OPENBSD = 14
    RAW = 101
    LOOP = 108
    LINUX_SLL = 113
    IPV4 = 228
    IPV6 = 229
    LINUX_SLL2 = 276


class EtherType(IntEnum):
    """What a frame carries. LLC: an IEEE 802.3 frame with an LLC header, as spanning tree uses; not a real type."""

    LLC = 0
    IPV4 = 0x0800
    ARP = 0x0806
    IPV6 = 0x86DD


_VLAN_TYPES = frozenset({0x8100, 0x88A8, 0x9100})
_LONGEST_8023 = 1500
_RAW = frozenset({LinkType.RAW_BSD, LinkType.RAW_OPENBSD, LinkType.RAW, LinkType.IPV4, LinkType.IPV6})


@dataclass(frozen=True, slots=True)
class NetworkPacket:
    """ether_type: of what begins at `start` in the frame. sender: hardware address; empty when the link has none."""

    ether_type: int
    start: int
    sender: bytes


def is_known(link_type: int) -> bool:
    """Whether frames of this link type can be read."""
    return link_type in LinkType._value2member_map_


def unwrap(frame: bytes, link_type: int) -> NetworkPacket | None:
    """Find the network layer. None for a frame that is cut inside its header, or of another kind. Never raises."""
    if link_type == LinkType.ETHERNET:
        return _tagged(frame, 12, frame[6:12])
    if link_type == LinkType.LINUX_SLL:
        return _tagged(frame, 14, _cooked_sender(frame[6:12], frame[4:6])) if len(frame) >= 16 else None
    if link_type == LinkType.LINUX_SLL2:
        return _cooked2(frame)
    if link_type in _RAW:
        return _by_version(frame, 0)
    if link_type in (LinkType.NULL, LinkType.LOOP):
        return _by_version(frame, 4)
    return None


def _tagged(frame: bytes, at: int, sender: bytes) -> NetworkPacket | None:
    """The type field is at `at`, or behind VLAN tags from there on."""
    if len(frame) < at + 2:
        return None
    ether_type = frame[at] << 8 | frame[at + 1]
    start = at + 2
    while ether_type in _VLAN_TYPES and len(frame) >= start + 4:
        ether_type = frame[start + 2] << 8 | frame[start + 3]
        start += 4
    if ether_type <= _LONGEST_8023:
        return NetworkPacket(EtherType.LLC, start, sender)
    return NetworkPacket(ether_type, start, sender)


def _cooked_sender(address: bytes, length: bytes) -> bytes:
    return address if length == b"\0\6" else b""


def _cooked2(frame: bytes) -> NetworkPacket | None:
    if len(frame) < 20:
        return None
    sender = frame[12:18] if frame[11] == 6 else b""
    ether_type = frame[0] << 8 | frame[1]
    if ether_type in _VLAN_TYPES and len(frame) >= 24:
        return NetworkPacket(frame[22] << 8 | frame[23], 24, sender)
    return NetworkPacket(ether_type, 20, sender)


def _by_version(frame: bytes, start: int) -> NetworkPacket | None:
    if len(frame) <= start:
        return None
    ether_type = {4: EtherType.IPV4, 6: EtherType.IPV6}.get(frame[start] >> 4)
    return None if ether_type is None else NetworkPacket(ether_type, start, b"")
