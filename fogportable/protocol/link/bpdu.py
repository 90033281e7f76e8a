"""What bridges tell each other: spanning tree in its three versions, and Cisco's one tree for each VLAN.

Sources: IEEE 802.1D-2004 clause 9, 802.1Q clause 14; PVST+ as Cisco's switches send it.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import Enum

from fogportable.protocol.address import MacAddress
from fogportable.protocol.link.frames import llc_payload, snap_payload

_LLC = b"\x42\x42\x03"
_PVST = b"\x00\x00\x0c\x01\x0b"
#: Protocol 0, version, type, flags, root, cost, bridge, port, message age, max age, hello, forward delay.
_CONFIGURATION = struct.Struct("!HBBB8sI8sHHHHH")
_TYPES = (0x00, 0x02)  # Configuration; rapid or multiple. 0x80 tells a change of the topology and nothing more.
_RAPID = 0x02
_FORWARDING = 0x20
_TICKS_PER_S = 256


class PortRole(Enum):
    """What the sender's port is to the tree (802.1D 9.3.3). UNKNOWN: a bridge that speaks the first version."""

    UNKNOWN = 0
    ALTERNATE = 1
    ROOT = 2
    DESIGNATED = 3


@dataclass(frozen=True, slots=True)
class Bpdu:
    """One configuration message. version: 0 spanning tree, 2 rapid, 3 multiple.

    role, is_forwarding: of the port that sent it; None from version 0, which does not tell. vlan: PVST+ only.
    """

    version: int
    root: MacAddress
    bridge: MacAddress
    port: int
    hello_s: float
    max_age_s: float
    forward_delay_s: float
    role: PortRole | None = None
    is_forwarding: bool | None = None
    vlan: int | None = None


def parse_bpdu(frame: bytes) -> Bpdu | None:
    """The configuration message in an Ethernet frame; None for everything else. Never raises."""
    body, vlan = llc_payload(frame, _LLC), None
    if body is None:
        body = snap_payload(frame, _PVST)
        vlan = _vlan_behind(body) if body is not None else None
    if body is None or len(body) < _CONFIGURATION.size:
        return None
    protocol, version, kind, flags, root, _, bridge, port, _, max_age, hello, delay = _CONFIGURATION.unpack_from(body)
    if protocol != 0 or kind not in _TYPES:
        return None
    is_rapid = version >= _RAPID and kind == _RAPID
    return Bpdu(
        version=version,
        root=MacAddress(root[2:]),
        bridge=MacAddress(bridge[2:]),
        port=port & 0x0FFF,
        hello_s=hello / _TICKS_PER_S,
        max_age_s=max_age / _TICKS_PER_S,
        forward_delay_s=delay / _TICKS_PER_S,
        role=PortRole(flags >> 2 & 3) if is_rapid else None,
        is_forwarding=bool(flags & _FORWARDING) if is_rapid else None,
        vlan=vlan,
    )


def _vlan_behind(body: bytes) -> int | None:
    """PVST+ appends type 0, length 2 and the VLAN's number; rapid messages have one octet more before it."""
    for start in (_CONFIGURATION.size, _CONFIGURATION.size + 1):
        kind_and_length = body[start : start + 4]
        if kind_and_length == b"\x00\x00\x00\x02" and len(body) >= start + 6:
            return int.from_bytes(body[start + 4 : start + 6], "big") & 0x0FFF
    return None
