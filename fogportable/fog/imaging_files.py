"""The files of FOG's imaging system, which computers fetch over HTTP beside boot.php: kernel, its first disk, extras.

A missing one is never 404: FOG's Apache hands its name to the API, which redirects, refuses, or shows a web page. So
each is judged by status, type and length together.
"""

from __future__ import annotations

import struct
from collections.abc import Collection
from dataclasses import dataclass

from fogportable.fog.answer import Answer
from fogportable.fog.server import ImagingFile, Presence

#: Below FOG's pages.
IMAGING_FOLDER = "service/ipxe/"


@dataclass(frozen=True, slots=True)
class ImagingPair:
    """What a computer needs to be imaged. processor: as iPXE and FOG call it."""

    processor: str
    kernel: str
    init: str

    @property
    def names(self) -> tuple[str, str]:
        return self.kernel, self.init


PAIRS = (
    ImagingPair("x86_64", "bzImage", "init.xz"),
    ImagingPair("i386", "bzImage32", "init_32.xz"),
    ImagingPair("arm64", "arm_Image", "arm_init.cpio.gz"),
)
#: Of the menu: tests of memory, and the way to the disk of UEFI.
EXTRAS = ("memdisk", "memtest.bin", "refind_x64.efi")
#: All names to ask for.
IMAGING_NAMES = (*(name for pair in PAIRS for name in pair.names), *EXTRAS)

#: A kernel or first disk that is smaller (bytes) is what is left of a download that broke; real ones have megabytes.
_SMALLEST_OF_PAIR = 100_000
_PAIR_NAMES = frozenset(name for pair in PAIRS for name in pair.names)
#: What answers in place of a file.
_PAGE_TYPES = frozenset({"text/html", "application/json", "application/xhtml+xml"})

# Of the Linux boot protocol, Documentation/arch/x86/boot.rst: "HdrS" at 0x202, and at 0x20E where the version's text
# lies, less 0x200.
_MAGIC_OFFSET, _MAGIC = 0x202, b"HdrS"
_VERSION_OFFSET = struct.Struct("<H")
_POINTER_OFFSET, _SETUP_OFFSET = 0x20E, 0x200
_LONGEST_VERSION = 64
#: Enough of a kernel (bytes) for its version.
KERNEL_HEAD_BYTES = 65_536


def read_imaging_file(answer: Answer, name: str) -> ImagingFile:
    """Whether a file is there, from the head of its answer."""
    if answer.status != 200 or answer.content_type in _PAGE_TYPES:
        return ImagingFile(name, Presence.MISSING)
    if answer.length is None:
        return ImagingFile(name, Presence.UNKNOWN)
    smallest = _SMALLEST_OF_PAIR if name in _PAIR_NAMES else 1
    return ImagingFile(name, Presence.THERE, answer.length, is_whole=answer.length >= smallest)


def usable_pairs(files: Collection[ImagingFile]) -> tuple[ImagingPair, ...]:
    """For which processors a server has all that imaging takes."""
    whole = {each.name for each in files if each.presence is Presence.THERE and each.is_whole}
    return tuple(pair for pair in PAIRS if whole.issuperset(pair.names))


def kernel_version(head: bytes) -> str:
    """`6.6.49` out of the beginning of a Linux kernel for x86; "" where it is none or does not say."""
    if head[_MAGIC_OFFSET : _MAGIC_OFFSET + len(_MAGIC)] != _MAGIC or len(head) < _POINTER_OFFSET + 2:
        return ""
    (pointer,) = _VERSION_OFFSET.unpack_from(head, _POINTER_OFFSET)
    start = pointer + _SETUP_OFFSET
    text = head[start : start + _LONGEST_VERSION].partition(b"\0")[0].split(b" ")[0]
    version = text.decode("ascii", errors="replace")
    return version if pointer and version.isascii() and version.isprintable() else ""
