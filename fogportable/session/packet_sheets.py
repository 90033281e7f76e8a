"""Packets of one computer as sheets for a person: a title, what is in it in words, its octets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from fogportable.diagnostics.dissection import dissect
from fogportable.session.packet_words import words_of
from fogportable.session.recorder import RecordedPacket

#: Packets that led to no record, such as blocks of a file: the first ones show what they all are.
_MOST_OTHERS = 120
_MOST = 400
_A_LINE = 16


@dataclass(frozen=True, slots=True)
class PacketSheet:
    """title: what it is. words: a line for each field. octets: as hex with characters. record: of the journal, None
    where it led to none. is_sent: by us.
    """

    time: datetime
    title: str
    words: str
    octets: str
    record: int | None
    is_sent: bool


def sheets_of(packets: Iterable[RecordedPacket]) -> tuple[PacketSheet, ...]:
    """Those of the packets that say something, oldest first. Blocks: for a job."""
    chosen, others = [], 0
    for each in packets:
        if each.record is None:
            others += 1
            if others > _MOST_OTHERS:
                continue
        chosen.append(each)
    return tuple(_sheet(each) for each in chosen[-_MOST:])


def _sheet(packet: RecordedPacket) -> PacketSheet:
    number = None if packet.record is None else packet.record.sequence
    words = dissect(packet.frame)
    return PacketSheet(packet.time, words_of(packet), words, hex_of(packet.frame), number, packet.packet.is_sent)


def hex_of(octets: bytes) -> str:
    """`0000  45 00 …  E.…`, sixteen octets a line."""
    lines = []
    for start in range(0, len(octets), _A_LINE):
        part = octets[start : start + _A_LINE]
        shown = "".join(chr(each) if 0x20 <= each < 0x7F else "." for each in part)
        lines.append(f"{start:04x}  {part.hex(' '):<47}  {shown}")
    return "\n".join(lines)
