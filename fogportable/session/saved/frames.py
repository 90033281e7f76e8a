"""Recorded packets with what is to be hidden hidden: in headers, in fields of DHCP, and in what they say."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from ipaddress import IPv4Address

from fogportable.protocol.dhcp import OptionCode
from fogportable.protocol.link.synthetic import with_checksum
from fogportable.session.recorder import RecordedPacket, is_dhcp
from fogportable.session.saved.masks import Masks, Redaction

_ETHERNET_BYTES, _IP_BYTES, _UDP_BYTES = 14, 20, 8
_FIELDS, _CHADDR, _OPTIONS = (12, 16, 20, 24), slice(28, 34), 240
_HOST_NAME, _FULL_NAME, _DOMAIN = 12, 81, 15
#: Options of DHCP that hold addresses and nothing else (RFC 2132).
_OF_ADDRESSES = frozenset({3, 4, 5, 6, 7, 9, 42, 44, 50, 54, 28})
_FULL_NAME_HEAD = 3


def masked_packets(packets: Sequence[RecordedPacket], masks: Masks) -> tuple[RecordedPacket, ...]:
    """All packets. Those of whom nothing is hidden go through too: secrets are never written."""
    if masks.redaction == Redaction():
        return tuple(_without_secrets(each, masks) for each in packets)
    for each in packets:  # All addresses first: they are looked for in every payload.
        _meet(each, masks)
    return tuple(_masked(each, masks) for each in packets)


def names_in(packets: Iterable[RecordedPacket]) -> set[str]:
    """Names of computers that DHCP packets tell."""
    found = set()
    for each in packets:
        if is_dhcp(each.packet):
            for code, start, end in _options(each.packet.octets):
                value = each.packet.octets[start:end]
                if code in (_HOST_NAME, _DOMAIN):
                    found.add(value)
                elif code == _FULL_NAME:
                    found.add(value[_FULL_NAME_HEAD:])
    return {each.decode("ascii") for each in found if each.isascii() and each.decode("ascii").isprintable()}


def _meet(packet: RecordedPacket, masks: Masks) -> None:
    masks.mac(packet.frame[:6])
    masks.mac(packet.frame[6:12])
    if is_dhcp(packet.packet) and len(packet.packet.octets) >= _CHADDR.stop:
        masks.mac(packet.packet.octets[_CHADDR])


def _without_secrets(packet: RecordedPacket, masks: Masks) -> RecordedPacket:
    octets = masks.payload(packet.packet.octets)
    return packet if octets == packet.packet.octets else _masked(packet, masks)


def _masked(packet: RecordedPacket, masks: Masks) -> RecordedPacket:
    frame = packet.frame
    payload = len(frame) - len(packet.packet.octets)
    ends = b"".join(masks.address(IPv4Address(frame[at : at + 4])).packed for at in (26, 30))
    head = masks.mac(frame[:6]) + masks.mac(frame[6:12]) + frame[12:26] + ends + frame[34:payload]
    octets = packet.packet.octets
    if is_dhcp(packet.packet) and len(octets) >= _OPTIONS:
        octets = _masked_dhcp(octets, masks)
    client = packet.client
    noted = replace(packet.packet, octets=masks.payload(octets))
    return replace(
        packet,
        frame=with_checksum(head + noted.octets),
        packet=noted,
        client=client if client is None else type(client)(masks.mac(client.octets)),
    )


def _masked_dhcp(octets: bytes, masks: Masks) -> bytes:
    edited = bytearray(octets)
    for at in _FIELDS:
        edited[at : at + 4] = masks.address(IPv4Address(bytes(edited[at : at + 4]))).packed
    for code, start, end in _options(octets):
        if code in _OF_ADDRESSES:
            for at in range(start, end - 3, 4):
                edited[at : at + 4] = masks.address(IPv4Address(bytes(edited[at : at + 4]))).packed
        elif code == OptionCode.CLIENT_MACHINE_ID and masks.redaction.macs:
            edited[start:end] = masks.number(octets[start:end])
    return bytes(edited)


def _options(octets: bytes) -> Iterator[tuple[int, int, int]]:
    """Code, begin and end of each; ends quietly at what is malformed."""
    at = _OPTIONS
    while at + 1 < len(octets):
        code = octets[at]
        if code == 0:
            at += 1
            continue
        (length,) = struct.unpack_from("!B", octets, at + 1)
        end = at + 2 + length
        if code == 0xFF or end > len(octets):
            return
        yield code, at + 2, end
        at = end
