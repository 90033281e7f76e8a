"""What a boot file really is: read from its header, never from its name.

Sources: Microsoft PE format; UEFI specification 2.1.1 (subsystems and machine types); PXE 2.1, 2.4.5 (a network boot
program is raw 16-bit code that the BIOS loads at 0:7C00, so it has no header of its own).
"""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from fogportable.figures import size_words
from fogportable.language import say, to_say
from fogportable.protocol.pxe.archs import ClientArch, arch_words

#: PE machine types and the option 93 numbers of the firmware that runs them.
ARCHS_OF_MACHINE: dict[int, frozenset[int]] = {
    # Some 32-bit firmware calls itself Itanium (2); FOG's own table gives it the 32-bit file as well.
    0x014C: frozenset({ClientArch.X86_UEFI, ClientArch.X86_UEFI_HTTP, ClientArch.ITANIUM}),
    0x8664: frozenset({ClientArch.X64_UEFI, ClientArch.EBC, ClientArch.X64_UEFI_HTTP, ClientArch.EBC_HTTP}),
    0xAA64: frozenset({ClientArch.ARM64_UEFI, ClientArch.ARM64_UEFI_HTTP}),
    0x01C2: frozenset({ClientArch.ARM32_UEFI, ClientArch.ARM32_UEFI_HTTP}),
    0x01C4: frozenset({ClientArch.ARM32_UEFI, ClientArch.ARM32_UEFI_HTTP}),
    0x0200: frozenset({ClientArch.ITANIUM}),
    0x5032: frozenset({ClientArch.RISCV32_UEFI, ClientArch.RISCV32_UEFI_HTTP}),
    0x5064: frozenset({ClientArch.RISCV64_UEFI, ClientArch.RISCV64_UEFI_HTTP}),
    0x5128: frozenset({ClientArch.RISCV128_UEFI, ClientArch.RISCV128_UEFI_HTTP}),
    0x6232: frozenset({ClientArch.LOONGARCH32_UEFI, ClientArch.LOONGARCH32_UEFI_HTTP}),
    0x6264: frozenset({ClientArch.LOONGARCH64_UEFI, ClientArch.LOONGARCH64_UEFI_HTTP}),
}
_BIOS_ARCHS = frozenset({ClientArch.X86_BIOS, ClientArch.X86_BIOS_HTTP})
_EFI_ARCHS = frozenset[int]().union(*ARCHS_OF_MACHINE.values())
#: EFI byte code runs on any EFI firmware that has an interpreter.
_EBC_MACHINE = 0x0EBC
ARCHS_OF_MACHINE[_EBC_MACHINE] = _EFI_ARCHS

#: EFI application, boot service driver, runtime driver, ROM.
_EFI_SUBSYSTEMS = range(10, 14)
_PE32, _PE32_PLUS = 0x10B, 0x20B
_COFF = struct.Struct("<4sHHIIIHH")
_SECTION = struct.Struct("<8sIIII16x")
_CERTIFICATE_TABLE = 4
#: Windows loads no image with more sections; a larger number is damage.
_MOST_SECTIONS = 96

_HEAD_BYTES = 4096
_SMALLEST_NBP_BYTES = 64
#: Between 0:7C00 and the top of base memory, where the BIOS's and the card's own data lie.
_LARGEST_NBP_BYTES = 600 * 1024

_FOREIGN_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\x7fELF", to_say("it is a Linux program (ELF), not a boot program")),
    (b"!<arch>", to_say("it is a package that was never unpacked")),
    (b"\x1f\x8b", to_say("it is a packed file (gzip)")),
    (b"\xfd7zXZ", to_say("it is a packed file (xz)")),
    (b"\x28\xb5\x2f\xfd", to_say("it is a packed file (zstd)")),
    (b"BZh", to_say("it is a packed file (bzip2)")),
    (b"PK\x03\x04", to_say("it is a packed file (zip)")),
    (b"version https://git-lfs", to_say("it is a placeholder of git, not the file itself")),
)
_SCRIPT_STARTS = (b"#!ipxe", b"#!gpxe")
_PAGE_STARTS = (b"<!doctype", b"<html", b"<?xml")
_TEXT_OCTETS = frozenset((*range(0x20, 0x7F), 0x09, 0x0A, 0x0D))


class ImageKind(StrEnum):
    """What kind of program a header shows."""

    EFI = "efi"
    NBP = "nbp"  # raw code for the BIOS; the only kind without a header
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class BootImage:
    """One file as its header shows it.

    archs: option 93 numbers of firmware that can run it; empty for OTHER. words: what it is for, for people.
    problem: why no firmware can run it, one clause; "" when it is sound. is_signed: carries a Secure Boot signature
    (not whether anybody trusts it). size_bytes: of the file.
    """

    kind: ImageKind
    archs: frozenset[int]
    words: str
    size_bytes: int
    problem: str = ""
    is_signed: bool = False

    def runs_on(self, arch: int) -> bool:
        """Whether firmware of this architecture can run it. Architectures that nobody here knows take any file."""
        if arch not in _EFI_ARCHS | _BIOS_ARCHS:
            return True
        return arch in self.archs


class _Damaged(Exception):
    """A PE file that is not whole. Its text is the clause for people."""


def read_image(path: Path) -> BootImage:
    """Look at a file. Reads its head and section table only. Raises OSError."""
    with path.open("rb") as file:
        return examine(file, os.fstat(file.fileno()).st_size)


def examine(file: BinaryIO, size_bytes: int) -> BootImage:
    """The same for an open file of known size. Raises OSError."""
    head = file.read(_HEAD_BYTES)
    if head.startswith(b"MZ"):
        return _examine_pe(file, head, size_bytes)
    problem = _foreign_problem(file, head) or _nbp_problem(head, size_bytes)
    if problem:
        return BootImage(ImageKind.OTHER, frozenset(), "no firmware", size_bytes, problem)
    return BootImage(ImageKind.NBP, _BIOS_ARCHS, "BIOS", size_bytes)


def _foreign_problem(file: BinaryIO, head: bytes) -> str:
    """What else it is, as a clause; "" when it may be a network boot program."""
    if head.startswith(_SCRIPT_STARTS):
        return say("it is a script for iPXE, which firmware cannot run")
    for start, problem in _FOREIGN_STARTS:
        if head.startswith(start):
            return say(problem)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGE_STARTS):
        return say("it is a web page; a download went wrong")
    if head[0x202:0x206] == b"HdrS":
        return say("it is a Linux kernel, which firmware cannot load as a boot program")
    file.seek(0x8001)
    if file.read(5) == b"CD001":
        return say("it is a CD image, which firmware cannot load as a boot program")
    if head and not head.strip(b"\0"):
        return say("it holds only zeros")
    if head and _TEXT_OCTETS.issuperset(head):
        return say("it is a text file, not a boot program")
    return ""


def _nbp_problem(head: bytes, size_bytes: int) -> str:
    if size_bytes < _SMALLEST_NBP_BYTES:
        return say("it has only {size_bytes} bytes", size_bytes=size_bytes)
    if size_bytes > _LARGEST_NBP_BYTES:
        return say("it has {size}, more than a BIOS can load", size=size_words(size_bytes))
    return ""


def _examine_pe(file: BinaryIO, head: bytes, size_bytes: int) -> BootImage:
    """A file that begins like an EFI program."""
    try:
        machine, is_signed = _read_pe(file, head, size_bytes)
    except _Damaged as damage:
        return BootImage(ImageKind.OTHER, frozenset(), "no firmware", size_bytes, str(damage))
    archs = ARCHS_OF_MACHINE.get(machine, frozenset())
    if machine == _EBC_MACHINE:
        words = say("any UEFI (byte code)")
    elif archs:
        words = arch_words(max(archs & _PLAIN_ARCHS))
    else:
        words = say("an unknown processor (0x{machine:04x})", machine=machine)
    return BootImage(ImageKind.EFI, archs, words, size_bytes, is_signed=is_signed)


#: Of each machine's numbers the one people know it by.
_PLAIN_ARCHS = frozenset(
    {
        ClientArch.X86_UEFI,
        ClientArch.X64_UEFI,
        ClientArch.ARM32_UEFI,
        ClientArch.ARM64_UEFI,
        ClientArch.ITANIUM,
        ClientArch.RISCV32_UEFI,
        ClientArch.RISCV64_UEFI,
        ClientArch.RISCV128_UEFI,
        ClientArch.LOONGARCH32_UEFI,
        ClientArch.LOONGARCH64_UEFI,
    }
)


def _read_pe(file: BinaryIO, head: bytes, size_bytes: int) -> tuple[int, bool]:
    """Machine type, and whether a signature is attached. Raises _Damaged."""
    if len(head) < 0x40:
        raise _Damaged(say("it ends after {size_bytes} bytes", size_bytes=size_bytes))
    (offset,) = struct.unpack_from("<I", head, 0x3C)
    coff = _read_at(file, offset, _COFF.size, size_bytes)
    signature, machine, sections, _, _, _, optional_size, _ = _COFF.unpack(coff)
    if signature != b"PE\0\0":
        raise _Damaged(say("its header is not one of an EFI program (no PE signature)"))
    optional = _read_at(file, offset + _COFF.size, optional_size, size_bytes)
    directories = _check_optional_header(optional)
    if not 0 < sections <= _MOST_SECTIONS:
        raise _Damaged(say("its header is damaged (section count)"))
    table = _read_at(file, offset + _COFF.size + optional_size, sections * _SECTION.size, size_bytes)
    needed = max(start + length for _, _, _, length, start in _SECTION.iter_unpack(table))
    certificate_start, certificate_length = _directory(optional, directories, _CERTIFICATE_TABLE)
    needed = max(needed, certificate_start + certificate_length)
    if needed > size_bytes:
        raise _Damaged(
            say("it is cut short: {size_bytes} of at least {needed} bytes", size_bytes=size_bytes, needed=needed)
        )
    return machine, certificate_length > 0


def _check_optional_header(optional: bytes) -> int:
    """Where its data directories begin. Raises _Damaged for what is not an EFI program."""
    if len(optional) < 0x60:
        raise _Damaged(say("its header is damaged (too short)"))
    (magic,) = struct.unpack_from("<H", optional)
    (subsystem,) = struct.unpack_from("<H", optional, 0x44)
    if magic not in (_PE32, _PE32_PLUS):
        raise _Damaged(say("its header is damaged (neither PE32 nor PE32+)"))
    if subsystem not in _EFI_SUBSYSTEMS:
        raise _Damaged(say("it is a Windows program, not an EFI program"))
    return 0x60 if magic == _PE32 else 0x70


def _directory(optional: bytes, directories: int, index: int) -> tuple[int, int]:
    """Offset and length of one data directory; zeros when the header has no such entry."""
    if len(optional) < directories + 8 * (index + 1):
        return 0, 0
    (count,) = struct.unpack_from("<I", optional, directories - 4)
    if count <= index:
        return 0, 0
    start, length = struct.unpack_from("<II", optional, directories + 8 * index)
    return start, length


def _read_at(file: BinaryIO, offset: int, length: int, size_bytes: int) -> bytes:
    if offset + length > size_bytes:
        raise _Damaged(say("it is cut short inside its header: {size_bytes} bytes", size_bytes=size_bytes))
    file.seek(offset)
    return file.read(length)
