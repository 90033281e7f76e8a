"""What a screen shows, read from Xvfb's own file: how much is drawn on it, without a program that takes pictures.

Source: the XWD file format, X11/XWDFile.h, version 7.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

_VERSION = 7
#: Header size, version, pixmap format, depth, width, height, x offset, byte order, unit, bit order, pad, bits per
#: pixel, octets per line, and further on the number of colours.
_HEADER = struct.Struct(">25I")
_COLOUR_BYTES = 12
#: Lines that are looked at: whoever waits for a window looks often.
_EVERY = 16


@dataclass(frozen=True)
class Screenshot:
    """One picture. pixels: four octets each, of every sixteenth line."""

    width: int
    height: int
    pixels: bytes

    @property
    def colours(self) -> int:
        """How many different ones there are: two on an empty screen, hundreds where a window with letters stands."""
        return len(set(struct.iter_unpack("4s", self.pixels)))


def read_screen(file: Path) -> Screenshot:
    """Raises ValueError for what is no such file."""
    data = file.read_bytes()
    words = _HEADER.unpack_from(data)
    if words[1] != _VERSION or words[11] != 32:
        raise ValueError(f"{file} is no picture of a screen with 32 bits")
    start, line = words[0] + words[19] * _COLOUR_BYTES, words[12]
    lines = (data[at : at + line] for at in range(start, start + words[5] * line, _EVERY * line))
    return Screenshot(words[4], words[5], b"".join(lines))
