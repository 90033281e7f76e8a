"""Boot files for the rehearsal: right in form, so that every check passes, and useless to a real computer."""

from __future__ import annotations

import hashlib
import struct
from pathlib import Path

from fogportable.model import BootRule
from fogportable.protocol.pxe.archs import ARCH_NAMES

#: PE machine types. Source: Microsoft PE format, "Machine Types".
_PE_X64 = 0x8664
_PE_ARM64 = 0xAA64
_EFI_APPLICATION = 10

#: About what Debian's iPXE files weigh (bytes), so that a rehearsal takes as long as the real thing.
_BIOS_BYTES = 90_000
_UEFI_BYTES = 1_100_000

REHEARSAL_RULES = (
    BootRule(ARCH_NAMES["bios"], "rehearsal.kpxe"),
    BootRule(ARCH_NAMES["x64"], "rehearsal-x64.efi"),
    BootRule(ARCH_NAMES["arm64"], "rehearsal-arm64.efi"),
)


def write_boot_files(folder: Path) -> tuple[BootRule, ...]:
    """Put one file per rule into the folder and return the rules."""
    contents = (
        _filler("bios", _BIOS_BYTES),
        _efi_image(_PE_X64, _UEFI_BYTES),
        _efi_image(_PE_ARM64, _UEFI_BYTES),
    )
    for rule, content in zip(REHEARSAL_RULES, contents, strict=True):
        (folder / rule.file).write_bytes(content)
    return REHEARSAL_RULES


def _filler(seed: str, size: int) -> bytes:
    """Bytes that look random and are the same every time, so that a mixed-up block is noticed."""
    return hashlib.shake_128(seed.encode()).digest(size)


def _efi_image(machine: int, size: int) -> bytes:
    """A PE32+ file with one section that holds filler. Source: Microsoft PE format."""
    headers = 0x200
    body = size - headers
    dos = b"MZ" + bytes(58) + struct.pack("<I", 64)
    coff = struct.pack("<4sHHIIIHH", b"PE\0\0", machine, 1, 0, 0, 0, 240, 0x0022)
    optional = struct.pack(
        "<HBBIIIIIQIIHHHHHHIIIIHHQQQQII",
        0x020B, 0, 0, body, 0, 0, 0x1000, 0x1000,  # magic, linker, sizes, entry point, base of code
        0, 0x1000, 0x200, 0, 0, 0, 0, 0, 0, 0,  # image base, alignments, versions
        0x1000 + body, headers, 0, _EFI_APPLICATION, 0,  # size of image, of headers, checksum, subsystem
        0, 0, 0, 0, 0, 16,  # stack, heap, flags, number of data directories
    )  # fmt: skip
    section = struct.pack("<8sIIIIIIHHI", b".text", body, 0x1000, body, headers, 0, 0, 0, 0, 0x60000020)
    head = dos + coff + optional + bytes(128) + section
    return head.ljust(headers, b"\0") + _filler(str(machine), body)
