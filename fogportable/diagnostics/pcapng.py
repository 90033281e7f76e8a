"""Writing capture files with comments: pcapng (draft-ietf-opsawg-pcapng), little endian, stamps in microseconds.

scapy writes pcapng too, but no comment for the whole file and no names of cards, and to load it takes longer than to
write a file.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

_SECTION, _CARD, _PACKET = 0x0A0D0D0A, 1, 6
_BYTE_ORDER = 0x1A2B3C4D
_ETHERNET = 1
_LENGTH_UNKNOWN = -1
_END, _COMMENT, _CARD_NAME, _PACKET_FLAGS, _PROGRAM = 0, 1, 2, 2, 4
#: Bits of the flags: the direction.
_INBOUND, _OUTBOUND = 1, 2
#: An option's length has 16 bits.
_LONGEST_COMMENT = 0xFFFF

Option = tuple[int, bytes]


@dataclass(frozen=True, slots=True)
class WrittenPacket:
    """card: place in the list of cards. frame: what was kept. length: on the wire."""

    card: int
    time: datetime
    frame: bytes
    length: int
    is_sent: bool
    comment: str = ""


def write_pcapng(
    file: BinaryIO, *, program: str, comment: str, cards: Sequence[str], packets: Iterable[WrittenPacket]
) -> None:
    """Write a file of one section. cards: their names. Raises OSError."""
    head = struct.pack("<IHHq", _BYTE_ORDER, 1, 0, _LENGTH_UNKNOWN)
    file.write(_block(_SECTION, head, ((_COMMENT, _text(comment)), (_PROGRAM, _text(program)))))
    for name in cards:
        file.write(_block(_CARD, struct.pack("<HHI", _ETHERNET, 0, 0), ((_CARD_NAME, _text(name)),)))
    for packet in packets:
        file.write(_packet(packet))


def _packet(packet: WrittenPacket) -> bytes:
    ticks = int(packet.time.timestamp() * 1_000_000)
    frame = packet.frame
    head = struct.pack("<5I", packet.card, ticks >> 32, ticks & 0xFFFFFFFF, len(frame), max(packet.length, len(frame)))
    flags = struct.pack("<I", _OUTBOUND if packet.is_sent else _INBOUND)
    return _block(_PACKET, head + _padded(frame), ((_COMMENT, _text(packet.comment)), (_PACKET_FLAGS, flags)))


def _block(kind: int, body: bytes, options: Iterable[Option]) -> bytes:
    written = b"".join(struct.pack("<HH", code, len(value)) + _padded(value) for code, value in options if value)
    if written:
        body += written + struct.pack("<HH", _END, 0)
    length = struct.pack("<I", len(body) + 12)
    return struct.pack("<I", kind) + length + body + length


def _padded(octets: bytes) -> bytes:
    return octets + bytes(-len(octets) % 4)


def _text(text: str) -> bytes:
    """At most as long as an option may be, cut between characters."""
    return text.encode("utf-8", "replace")[:_LONGEST_COMMENT].decode("utf-8", "ignore").encode()
