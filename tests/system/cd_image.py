"""The smallest CD that a BIOS starts: a boot sector without emulation, found by the El Torito boot record."""

from __future__ import annotations

import struct
from pathlib import Path

_SECTOR = 2048
_CATALOGUE, _PROGRAM, _SIZE = 19, 20, 32

#: Sets the data segment to 0, prints the text that follows at 0x7C1A by the BIOS, then halts.
_PRINT = b"\x31\xc0\x8e\xd8\xbe\x1a\x7c\xac\x08\xc0\x74\x09\xb4\x0e\xbb\x07\x00\xcd\x10\xeb\xf2\xfa\xf4\xeb\xfd\x90"


def write_cd(path: Path, marker: str) -> None:
    """A CD whose boot program prints the marker twice and halts. Source: El Torito 1.0, sections 2 and 3."""
    volume = b"\x01CD001\x01".ljust(80, b"\0") + struct.pack("<I", _SIZE) + struct.pack(">I", _SIZE)
    boot_record = b"\x00CD001\x01" + b"EL TORITO SPECIFICATION".ljust(64, b"\0") + struct.pack("<I", _CATALOGUE)
    validation = bytearray(struct.pack("<BBH24sHBB", 1, 0, 0, b"FOG Portable", 0, 0x55, 0xAA))
    checksum = -sum(struct.unpack("<16H", validation)) & 0xFFFF
    validation[28:30] = struct.pack("<H", checksum)
    entry = struct.pack("<BBHBBHI", 0x88, 0, 0, 0, 0, 4, _PROGRAM)
    sectors = {
        16: volume,
        17: boot_record,
        18: b"\xffCD001\x01",
        _CATALOGUE: bytes(validation) + entry,
        _PROGRAM: _PRINT + 2 * f"{marker} ".encode() + b"\0",
    }
    image = bytearray(_SIZE * _SECTOR)
    for number, content in sectors.items():
        image[number * _SECTOR : number * _SECTOR + len(content)] = content
    path.write_bytes(image)
