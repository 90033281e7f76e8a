"""What the beginning of a file shows: for which processor a program is, whether it is signed, what a script names.

Source: Microsoft PE format. A capture may hold a few hundred octets only, or zeros in place of them.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

from fogportable.boot.image import ARCHS_OF_MACHINE

_SIGNATURE = b"PE\0\0"
_COFF_BYTES = 24
_PE32 = 0x10B
_CERTIFICATE_TABLE = 4
_URL = re.compile(rb"\b(https?|tftp|nfs)://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ProgramHead:
    """archs: numbers of option 93 that run it. is_signed: None when the header was cut before that."""

    archs: frozenset[int]
    is_signed: bool | None


def read_head(head: bytes) -> ProgramHead | None:
    """The header of an EFI program; None when this is none, or too little of one."""
    if not head.startswith(b"MZ") or len(head) < 0x40:
        return None
    (start,) = struct.unpack_from("<I", head, 0x3C)
    if start > len(head) - _COFF_BYTES or head[start : start + 4] != _SIGNATURE:
        return None
    (machine,) = struct.unpack_from("<H", head, start + 4)
    archs = ARCHS_OF_MACHINE.get(machine, frozenset())
    return ProgramHead(archs, _is_signed(head, start + _COFF_BYTES)) if archs else None


def names_more(head: bytes) -> bool:
    """A script of iPXE that names files by their URLs: it is not done when it has been loaded."""
    return head.startswith(b"#!") and _URL.search(head) is not None


def _is_signed(head: bytes, optional: int) -> bool | None:
    if len(head) < optional + 2:
        return None
    (magic,) = struct.unpack_from("<H", head, optional)
    entry = optional + (0x60 if magic == _PE32 else 0x70) + 8 * _CERTIFICATE_TABLE
    if len(head) < entry + 8:
        return None
    start, length = struct.unpack_from("<II", head, entry)
    return bool(start and length)
