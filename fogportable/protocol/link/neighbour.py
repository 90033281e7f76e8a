"""What a switch tells of itself and of the port at the other end of the cable: LLDP and CDP.

Sources: IEEE 802.1AB-2016 clause 8 and 802.1Q annex D; CDP as Cisco documents it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from fogportable.protocol.link.frames import name_of, protocol_and_payload, snap_payload

_LLDP = 0x88CC
_CDP = b"\x00\x00\x0c\x20\x00"
_CDP_HEADER_BYTES = 4

# LLDP's types, and the subtype of IEEE 802.1 that tells the VLAN of untagged frames.
_END, _PORT_ID, _PORT_TEXT, _SYSTEM_NAME, _OF_ORGANISATION = 0, 2, 4, 5, 127
_PORT_VLAN = b"\x00\x80\xc2\x01"
#: Subtypes of a port's identifier that are no text: an address of hardware, of the network.
_NOT_TEXT = (3, 4)
# CDP's types.
_CDP_DEVICE, _CDP_PORT, _CDP_NATIVE_VLAN = 0x0001, 0x0003, 0x000A


class NeighbourProtocol(StrEnum):
    """Who speaks. Values for programs."""

    LLDP = "lldp"
    CDP = "cdp"


@dataclass(frozen=True, slots=True)
class SwitchNeighbour:
    """name, port: "" when not told. vlan: of untagged frames on this port, None when not told."""

    protocol: NeighbourProtocol
    name: str = ""
    port: str = ""
    vlan: int | None = None


def parse_neighbour(frame: bytes) -> SwitchNeighbour | None:
    """What an LLDP or CDP frame says; None for every other frame. Never raises."""
    found = protocol_and_payload(frame)
    if found is not None and found[0] == _LLDP:
        return _read_lldp(found[1])
    body = snap_payload(frame, _CDP)
    return None if body is None else _read_cdp(body)


def _read_lldp(body: bytes) -> SwitchNeighbour:
    name = port = text = ""
    vlan = None
    for kind, value in _lldp_fields(body):
        if kind == _SYSTEM_NAME:
            name = name_of(value)
        elif kind == _PORT_ID and value:
            port = value[1:].hex(":") if value[0] in _NOT_TEXT else name_of(value[1:])
        elif kind == _PORT_TEXT:
            text = name_of(value)
        elif kind == _OF_ORGANISATION and value.startswith(_PORT_VLAN) and len(value) == 6:
            # 0: the port has no VLAN for untagged frames.
            vlan = int.from_bytes(value[4:], "big") or None
    return SwitchNeighbour(NeighbourProtocol.LLDP, name, text or port, vlan)


def _lldp_fields(body: bytes) -> Iterator[tuple[int, bytes]]:
    start = 0
    while start + 2 <= len(body):
        head = int.from_bytes(body[start : start + 2], "big")
        kind, length = head >> 9, head & 0x1FF
        end = start + 2 + length
        if kind == _END or end > len(body):
            return
        yield kind, body[start + 2 : end]
        start = end


def _read_cdp(body: bytes) -> SwitchNeighbour:
    name = port = ""
    vlan = None
    start = _CDP_HEADER_BYTES
    while start + 4 <= len(body):
        kind = int.from_bytes(body[start : start + 2], "big")
        end = start + int.from_bytes(body[start + 2 : start + 4], "big")
        if end < start + 4 or end > len(body):
            break
        value = body[start + 4 : end]
        if kind == _CDP_DEVICE:
            name = name_of(value)
        elif kind == _CDP_PORT:
            port = name_of(value)
        elif kind == _CDP_NATIVE_VLAN and len(value) == 2:
            vlan = int.from_bytes(value, "big")
        start = end
    return SwitchNeighbour(NeighbourProtocol.CDP, name, port, vlan)
