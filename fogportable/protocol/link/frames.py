"""Ethernet frames up to where their payload begins. A VLAN tag may still stand in them."""

from __future__ import annotations

import struct

ETHERNET_BYTES = 14
VLAN_TAG = 0x8100
#: Up to here the field after the addresses is a length (IEEE 802.3), above a protocol.
_LONGEST_LENGTH = 1500
#: An LLC header of a protocol with an Ethernet number of its own (SNAP).
_SNAP = b"\xaa\xaa\x03"


def protocol_and_payload(frame: bytes) -> tuple[int, bytes] | None:
    """The Ethernet protocol and what follows; for 802.3 frames the length's field and the LLC header with its data.

    None for what is too short to be a frame.
    """
    start = ETHERNET_BYTES
    while len(frame) >= start and frame[start - 2 : start] == VLAN_TAG.to_bytes(2, "big"):
        start += 4
    if len(frame) < start:
        return None
    (kind,) = struct.unpack_from("!H", frame, start - 2)
    payload = frame[start:]
    return kind, payload[:kind] if kind <= _LONGEST_LENGTH else payload


def snap_payload(frame: bytes, organisation_and_protocol: bytes) -> bytes | None:
    """The data of an 802.3 frame with this SNAP header (3 octets of the organisation, 2 of its protocol)."""
    found = protocol_and_payload(frame)
    head = _SNAP + organisation_and_protocol
    if found is None or found[0] > _LONGEST_LENGTH or not found[1].startswith(head):
        return None
    return found[1][len(head) :]


def llc_payload(frame: bytes, header: bytes) -> bytes | None:
    """The data of an 802.3 frame with this LLC header of three octets."""
    found = protocol_and_payload(frame)
    if found is None or found[0] > _LONGEST_LENGTH or not found[1].startswith(header):
        return None
    return found[1][len(header) :]


def name_of(octets: bytes) -> str:
    """A name out of a frame: printable ASCII, at most 64 characters."""
    return "".join(chr(each) if 0x20 <= each < 0x7F else "?" for each in octets[:64])
