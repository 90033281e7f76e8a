"""Capture files as frames: pcap and pcapng, of either byte order and resolution, also packed with gzip.

scapy finds the records (`capture_records`); nothing of it dissects them. A damaged file gives the frames before the
damage, then a fault.
"""

from __future__ import annotations

import contextlib
import errno
import gzip
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from fogportable.diagnosis.link_layer import is_known
from fogportable.diagnostics.capture_records import DamagedRecord, NoCapture, Record, Records
from fogportable.errors import Fault, FaultCode, FogPortableError, describe

#: No tool keeps more of one frame (libpcap, MAXIMUM_SNAPLEN); a larger number is damage.
LONGEST_FRAME = 262_144
_GZIP = b"\x1f\x8b"


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
            for frame in self._read(_records_of(file, self._path)):
                if is_known(frame.link_type):
                    yield frame
                else:
                    skipped += 1
        if skipped and skipped == self.frames:
            raise CaptureError(FaultCode.CAPTURE_OTHER_LINK, file=self._path.name)

    def _read(self, records: Records) -> Iterator[CapturedFrame]:
        while True:
            try:
                record = records.next()
            except DamagedRecord:
                self._damaged()
                return
            if record is None:
                return
            # Zeros are what a disk that was full, or a machine that fell, leaves at the end of a file.
            if record.length == 0 or record.kept_bytes > min(LONGEST_FRAME, record.length):
                self._damaged()
                return
            self.frames += 1
            yield CapturedFrame(self.frames, self._time_s(record), record.link_type, record.octets, record.length)

    def _time_s(self, record: Record) -> float:
        """Seconds since the first frame; the stamps are too large for a float to keep their fractions."""
        if record.ticks is None:
            return 0.0
        if self._begin is None:
            self._begin = (record.ticks, record.resolution)
        first, of = self._begin
        if of == record.resolution:
            return (record.ticks - first) / of
        return float(record.ticks / record.resolution - first / of)

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


def _records_of(file: BinaryIO, path: Path) -> Records:
    """Raises CaptureError."""
    try:
        return Records(file)
    except NoCapture as problem:
        raise CaptureError(FaultCode.CAPTURE_UNKNOWN, file=path.name, detail=str(problem)) from problem
