"""Files of FOG's imaging system: as long as they must be, with the beginnings they must have; none of them runs."""

from __future__ import annotations

import struct

FOLDER = "service/ipxe/"


def kernel(version: str, size: int = 120_000) -> bytes:
    """A Linux kernel for x86 by its head: the magic of the boot protocol, and where its version stands."""
    image = bytearray(size)
    image[0x202:0x206] = b"HdrS"
    struct.pack_into("<H", image, 0x20E, 0x3000 - 0x200)
    text = f"{version} (builder@fog) #1 SMP".encode() + b"\0"
    image[0x3000 : 0x3000 + len(text)] = text
    return bytes(image)


def files_of_x86_64() -> dict[str, bytes]:
    """What a server has that images 64-bit PCs and nothing else."""
    return {
        "bzImage": kernel("6.6.49"),
        "init.xz": b"\xfd7zXZ\0" + bytes(150_000),
        "memdisk": bytes(26_000),
        "memtest.bin": bytes(30_000),
        "refind_x64.efi": bytes(20_000),
    }


def part(body: bytes, wanted: str) -> bytes | None:
    """Of a Range that begins at the file's beginning, such as `bytes=0-99`; None for any other."""
    first, _, last = wanted.partition("-")
    return body[: int(last) + 1] if first == "bytes=0" and last.isdigit() else None
