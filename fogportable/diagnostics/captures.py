"""Capture files as frames: pcap and pcapng, of either byte order and resolution, also packed with gzip.

scapy finds the records; nothing of it dissects them. A damaged file gives the frames before the damage, then a fault.
"""

from __future__ import annotations

import contextlib
import errno
import gzip
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Protocol, cast

from fogportable.diagnosis.link_layer import is_known
from fogportable.errors import Fault, FaultCode, FogPortableError, describe

#: No tool keeps more of one frame (libpcap, MAXIMUM_SNAPLEN); a larger number is damage.
LONGEST_FRAME = 262_144
_GZIP = b"\x1f\x8b"
#: As much of a frame as scapy gives.
_MOST_READ = 0xFFFF


class _Reader(Protocol):
    """What is used of scapy's readers."""

    f: Any
    linktype: int
    nano: bool

    def _read_packet(self, size: int) -> tuple[bytes, Any]: ...


class CaptureError(FogPortableError):
    """A capture file of which nothing can be read."""


@dataclass(frozen=True, slots=True)
class CapturedFrame:
    """number: from 1. time_s: since the first frame. length: on the wire; `octets` may be fewer."""

    number: int
    time_s: float
    link_type: int
    octets: bytes
    length: int


class CaptureFile:
    """Iterate once. Then `fault` tells whether the end was reached, and `frames` how many there were."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._begin: tuple[int, int] | None = None
        self.frames = 0
        self.fault: Fault | None = None

    def __iter__(self) -> Iterator[CapturedFrame]:
        """All frames in order. Raises CaptureError when the file cannot be opened or is no capture."""
        skipped = 0
        with _opened(self._path) as file:
            for frame in self._read(_reader_of(file, self._path)):
                if is_known(frame.link_type):
                    yield frame
                else:
                    skipped += 1
        if skipped and skipped == self.frames:
            raise CaptureError(FaultCode.CAPTURE_OTHER_LINK, file=self._path.name)

    def _read(self, reader: _Reader) -> Iterator[CapturedFrame]:
        from scapy.error import Scapy_Exception

        while True:
            start = reader.f.tell()
            try:
                octets, metadata = reader._read_packet(_MOST_READ)
            except EOFError:
                if reader.f.tell() != start:
                    self._damaged()
                return
            except (Scapy_Exception, ValueError):
                self._damaged()
                return
            kept = getattr(metadata, "caplen", len(octets))
            is_cut = len(octets) < min(kept, _MOST_READ)
            if is_cut or kept > LONGEST_FRAME or kept > metadata.wirelen:
                self._damaged()
                return
            self.frames += 1
            link_type = getattr(metadata, "linktype", None)
            yield CapturedFrame(
                self.frames,
                self._time_s(reader, metadata),
                reader.linktype if link_type is None else link_type,
                octets,
                metadata.wirelen,
            )

    def _time_s(self, reader: _Reader, metadata: Any) -> float:
        """Seconds since the first frame; the stamps are too large for a float to keep their fractions."""
        if hasattr(metadata, "tsresol"):
            if metadata.tshigh is None:  # a simple packet block has none
                return 0.0
            resolution = int(metadata.tsresol)
            ticks = (metadata.tshigh << 32) + metadata.tslow
        else:
            resolution = 1_000_000_000 if reader.nano else 1_000_000
            ticks = metadata.sec * resolution + metadata.usec
        if self._begin is None:
            self._begin = (ticks, resolution)
        first, of = self._begin
        return float(ticks / resolution - first / of) if of != resolution else (ticks - first) / resolution

    def _damaged(self) -> None:
        self.fault = describe(FaultCode.CAPTURE_DAMAGED, file=self._path.name, frame=self.frames + 1)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """The file, unpacked. Ours and not scapy's, which leaves it open when it is no capture. Raises CaptureError."""
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        file = path.open("rb")
    except OSError as problem:
        raise CaptureError(FaultCode.CAPTURE_NOT_OPENED, file=path, reason=problem.strerror) from problem
    with file:
        is_packed = file.read(2) == _GZIP
        file.seek(0)
        if is_packed:
            with gzip.GzipFile(fileobj=file) as unpacked:
                yield cast("BinaryIO", unpacked)
        else:
            yield file


def _reader_of(file: BinaryIO, path: Path) -> _Reader:
    """Raises CaptureError."""
    logging.getLogger("scapy").setLevel(logging.CRITICAL)
    from scapy.error import Scapy_Exception
    from scapy.utils import RawPcapReader

    try:
        reader: _Reader = RawPcapReader(file)
    except (Scapy_Exception, OSError, EOFError) as problem:
        raise CaptureError(FaultCode.CAPTURE_UNKNOWN, file=path.name, detail=str(problem)) from problem
    return reader
