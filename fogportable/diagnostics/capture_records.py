"""The records of a capture file, as scapy finds them, where scapy is too short put right.

Sources: the pcap and pcapng drafts of the IETF (opsawg): interfaces belong to their section, a snap length of 0 is
none, and blocks of statistics and names may come last.
"""

from __future__ import annotations

import logging
import struct
import zlib
from dataclasses import dataclass
from typing import Any, BinaryIO

#: As much of a frame as scapy gives.
_MOST_READ = 0xFFFF
#: No block that a program writes is larger: lists of names and secrets are. A larger number is damage.
_LONGEST_READ = 1 << 24
#: The link type of classic pcap; the bits above say how long a frame check sequence is.
_LINK_TYPE_BITS = 0xFFFF


class NoCapture(Exception):
    """The file does not begin like a capture."""


class DamagedRecord(Exception):
    """A record that ends too soon or makes no sense."""


@dataclass(frozen=True, slots=True)
class Record:
    """ticks: since 1970, `resolution` of them in a second; None where a record has no time.

    length: of the frame on the wire. kept_bytes: as the file says; `octets` are never more than 65535.
    """

    ticks: int | None
    resolution: int
    link_type: int
    octets: bytes
    kept_bytes: int
    length: int


class Records:
    """Of one open file, in order."""

    def __init__(self, file: BinaryIO) -> None:
        """Raises NoCapture."""
        logging.getLogger("scapy").setLevel(logging.CRITICAL)
        from scapy.error import Scapy_Exception
        from scapy.utils import RawPcapReader

        self._file = _WithinBounds(file)
        try:
            self._reader: Any = RawPcapReader(self._file)
        except (Scapy_Exception, OSError, EOFError, ValueError, struct.error, zlib.error) as problem:
            raise NoCapture(str(problem)) from problem
        self._failures = (Scapy_Exception, OSError, OverflowError, ValueError, struct.error, zlib.error)
        self._is_next_generation = hasattr(self._reader, "blocktypes")
        if self._is_next_generation:
            self._amend()

    def next(self) -> Record | None:
        """The next one; None at the end. Raises DamagedRecord."""
        while True:
            start = self._file.tell()
            try:
                found = self._read_next()
            except EOFError as problem:
                if self._file.tell() == start:
                    return None
                raise DamagedRecord from problem
            except self._failures as problem:
                raise DamagedRecord from problem
            if found is not None:
                return self._record(*found)

    def _read_next(self) -> tuple[bytes, Any] | None:
        """A packet; of pcapng also None for a block without one, as whole blocks may stand behind the last packet."""
        if self._is_next_generation:
            found: tuple[bytes, Any] | None = self._reader._read_block(size=_MOST_READ)
            return found
        packet: tuple[bytes, Any] = self._reader._read_packet(_MOST_READ)
        return packet

    def _record(self, octets: bytes, metadata: Any) -> Record:
        kept = int(getattr(metadata, "caplen", len(octets)))
        if len(octets) < min(kept, _MOST_READ):
            raise DamagedRecord
        ticks: int | None
        if self._is_next_generation:
            resolution, link_type = int(metadata.tsresol), int(metadata.linktype)
            ticks = None if metadata.tshigh is None else (metadata.tshigh << 32) + metadata.tslow
        else:
            resolution = 1_000_000_000 if self._reader.nano else 1_000_000
            link_type = int(self._reader.linktype) & _LINK_TYPE_BITS
            ticks = int(metadata.sec) * resolution + int(metadata.usec)
        return Record(ticks, resolution, link_type, octets, kept, int(metadata.wirelen))

    def _amend(self) -> None:
        """What scapy leaves out of the format: interfaces begin anew with a section, and 0 keeps whole frames."""
        reader = self._reader
        read_section, read_interface = reader._read_block_shb, reader.blocktypes[1]

        def section() -> None:
            reader.interfaces.clear()
            read_section()

        def interface(block: bytes, size: int) -> None:
            read_interface(block, size)
            link_type, kept, *rest = reader.interfaces[-1]
            reader.interfaces[-1] = (link_type, kept or _MOST_READ, *rest)

        reader._read_block_shb = section
        reader.blocktypes[1] = interface


class _WithinBounds:
    """A file of which no more is read at once than a record may have: its lengths may be anything."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int) -> bytes:
        """Raises ValueError for more than any record has."""
        if not 0 <= size <= _LONGEST_READ:
            raise ValueError(f"a record of {size} octets")
        return self._file.read(size)

    def seek(self, offset: int) -> int:
        return self._file.seek(offset)

    def tell(self) -> int:
        return self._file.tell()
