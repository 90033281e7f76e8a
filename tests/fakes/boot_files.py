"""Boot files made by hand: whole headers, no real code."""

from __future__ import annotations

import struct

MACHINE_IA32, MACHINE_X64, MACHINE_ARM64, MACHINE_EBC = 0x14C, 0x8664, 0xAA64, 0xEBC
_PE_AT = 0x80


def efi_program(
    machine: int = MACHINE_X64, *, subsystem: int = 10, size: int = 4096, signature: int = 0, sections: int = 2
) -> bytes:
    """A PE file of `size` octets whose sections end at its end, or before a signature of that many octets."""
    is_wide = machine != MACHINE_IA32
    optional = bytearray(0xF0 if is_wide else 0xE0)
    struct.pack_into("<H", optional, 0, 0x20B if is_wide else 0x10B)
    struct.pack_into("<H", optional, 0x44, subsystem)
    directories = 0x70 if is_wide else 0x60
    struct.pack_into("<I", optional, directories - 4, 16)
    if signature:
        struct.pack_into("<II", optional, directories + 8 * 4, size - signature, signature)
    coff = struct.pack("<4sHHIIIHH", b"PE\0\0", machine, sections, 0, 0, 0, len(optional), 0x2022)
    first = 1024
    length = (size - signature - first) // sections if sections else 0
    table = b"".join(
        struct.pack("<8sIIII16x", b".text", length, 0x1000 * i, length, first + i * length) for i in range(sections)
    )
    head = b"MZ".ljust(0x3C, b"\0") + struct.pack("<I", _PE_AT)
    head = head.ljust(_PE_AT, b"\0") + coff + bytes(optional) + table
    return head.ljust(size, b"\xcc")


def bios_program(size: int = 2048) -> bytes:
    """A network boot program for the BIOS: a far jump, then code."""
    return b"\xea\x05\x00\xc0\x07".ljust(size, b"\x90")
