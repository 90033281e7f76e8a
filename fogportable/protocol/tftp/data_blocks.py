"""The DATA packets of one file, laid out ahead: some 128 KiB at a time, headers and blocks in one row.

A window is then one view for a kernel that cuts it into datagrams, and the answer to an ACK is taken from a list.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from struct import Struct
from typing import Protocol, cast, overload

from fogportable.protocol.tftp.packet_shelf import PacketShelf

#: Octets read from the source at once, about. Costs a read each 90 blocks; held once per transfer.
_PAGE_SIZE = 128 * 1024
_HEADER_SIZE = 4
_DATA, _ACK = 3, 4

_pack_header = Struct(">HH").pack

#: By block, as far as any transfer has come: packing them for each would take a fourth of what a block costs.
_HEADERS: list[bytes] = []
_ACKS: list[bytes] = []


class Source(Protocol):
    """A file as the sender sees it. read_at may raise OSError; a short answer means that the file has shrunk."""

    @property
    def size(self) -> int: ...

    def read_at(self, offset: int, length: int) -> bytes | memoryview: ...


class SourceFailed(Exception):
    """The file cannot be read on. reason: for people, a clause."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Burst(Sequence[memoryview]):
    """Datagrams that lie in one row. whole: all of them. size: of each (octets); the last one may be shorter."""

    __slots__ = ("size", "whole")

    def __init__(self, whole: memoryview, size: int) -> None:
        self.whole = whole
        self.size = size

    def __len__(self) -> int:
        return -(-len(self.whole) // self.size)

    @overload
    def __getitem__(self, index: int) -> memoryview: ...
    @overload
    def __getitem__(self, index: slice) -> Burst: ...
    def __getitem__(self, index: int | slice) -> memoryview | Burst:
        if isinstance(index, slice):
            first, last, _ = index.indices(len(self))
            return Burst(self.whole[first * self.size : last * self.size], self.size)
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self.whole[index * self.size : (index + 1) * self.size]


#: A window, the ACK that answers it, and its last block.
Window = tuple[Burst, bytes, int]
_Lane = tuple[list[tuple[bytes, bytes]], int]
_Page = tuple[memoryview, int]


class DataBlocks:
    """Packs the blocks of a source. number_on_wire: of a block, by its place in the file from 1 on.

    identity: equal for sources with equal octets, whose packets `shelf` then holds for all; None for a source alone.
    Raises SourceFailed where the file cannot be read.
    """

    __slots__ = (
        "_block_size",
        "_first",
        "_key",
        "_last",
        "_last_block",
        "_next_first",
        "_page",
        "_per_page",
        "_row",
        "_shelf",
        "_size",
        "_source",
        "_window_size",
        "_wire",
    )

    def __init__(
        self,
        source: Source,
        block_size: int,
        window_size: int,
        number_on_wire: Callable[[int], int],
        shelf: PacketShelf | None = None,
        identity: Hashable = None,
    ) -> None:
        self._source = source
        self._size = source.size
        self._block_size = block_size
        self._window_size = window_size
        self._last_block = self._size // block_size + 1  # an exact multiple ends with a block of 0 octets
        self._per_page = max(1, _PAGE_SIZE // (block_size * window_size)) * window_size
        self._wire = number_on_wire
        self._shelf = shelf if shelf is not None and identity is not None else PacketShelf(0)
        self._key = (identity, self._size, block_size, self._per_page, number_on_wire)
        self._page = memoryview(b"")
        self._first, self._last = 1, 0
        self._row: list[Window] = []  # in the page, the next one at the end
        self._next_first = 1

    def burst(self, first: int, last: int) -> Burst:
        """The packets of these blocks, not more than a window."""
        if first < self._first or last > self._last:
            self._turn_to(first)
        step = self._block_size + _HEADER_SIZE
        start = (first - self._first) * step
        return Burst(self._page[start : start + (last - first + 1) * step], step)

    def window(self, first: int) -> Window:
        """The window that begins with this block. In step with those before, it lies ready."""
        window = self._row.pop() if self._row and first == self._next_first else self._window_out_of_step(first)
        self._next_first = window[2] + 1
        return window

    def lane(self, first: int) -> _Lane:
        """For lockstep: packets from this block on, each with the ACK that answers it, the next one at the list's end;
        and the last block among them. The list is the caller's.
        """
        key = (*self._key, first, "lane")
        lane = cast(_Lane | None, self._shelf.take(key))
        if lane is None:
            lane = self._pack_lane(first)
            self._shelf.put(key, lane)
        return lane[0].copy(), lane[1]

    def forget(self) -> None:
        """Let the memory go."""
        self._page = memoryview(b"")
        self._first, self._last = 1, 0
        self._row = []

    def _turn_to(self, first: int) -> None:
        """The page that begins with this block."""
        key = (*self._key, first)
        page = cast(_Page | None, self._shelf.take(key))
        if page is None:
            page = self._pack_page(first)
            self._shelf.put(key, page)
        self._page, self._last = page
        self._first = first

    def _window_out_of_step(self, first: int) -> Window:
        """Lay the next row, or go on within a page in the middle of its windows, until its end."""
        self._row = []
        if self._first <= first and min(first + self._window_size - 1, self._last_block) <= self._last:
            return self._cut_window(first)
        self._turn_to(first)
        key = (*self._key, first, "row")
        row = cast(list[Window] | None, self._shelf.take(key))
        if row is None:
            row = [self._cut_window(start) for start in range(first, self._last + 1, self._window_size)]
            row.reverse()
            self._shelf.put(key, row)
        self._row = row.copy()
        return self._row.pop()

    def _cut_window(self, first: int) -> Window:
        last = min(first + self._window_size - 1, self._last)
        return self.burst(first, last), _pack_header(_ACK, self._wire(last)), last

    def _pack_lane(self, first: int) -> _Lane:
        chunk, last = self._read(first)
        headers, acks = self._fronts(first, last)
        size = self._block_size
        starts = range(0, (last - first + 1) * size, size)
        packets = [header + chunk[start : start + size] for header, start in zip(headers, starts, strict=True)]
        lane = list(zip(packets, acks, strict=True))
        lane.reverse()
        return lane, last

    def _pack_page(self, first: int) -> _Page:
        chunk, last = self._read(first)
        headers, _ = self._fronts(first, last)
        size = self._block_size
        pieces: list[bytes | memoryview] = []
        for place, header in enumerate(headers):
            pieces += (header, chunk[place * size : (place + 1) * size])
        return memoryview(b"".join(pieces)), last

    def _read(self, first: int) -> tuple[memoryview, int]:
        """Whole windows from a block on, and the last block among them."""
        size = self._block_size
        last = min(first + self._per_page - 1, self._last_block)
        start = (first - 1) * size
        length = min(last * size, self._size) - start
        try:
            chunk = memoryview(self._source.read_at(start, length))
        except OSError as error:
            raise SourceFailed(f"the file could not be read ({error.strerror or 'input/output error'})") from error
        if len(chunk) != length:
            raise SourceFailed("the file became shorter while it was being sent")
        return chunk, last

    def _fronts(self, first: int, last: int) -> tuple[Sequence[bytes], Sequence[bytes]]:
        """What these blocks begin with, and the ACKs that answer them."""
        if last > 0xFFFF:
            numbers = [self._wire(block) for block in range(first, last + 1)]
            return [_pack_header(_DATA, each) for each in numbers], [_pack_header(_ACK, each) for each in numbers]
        for number in range(len(_HEADERS), last + 1):
            _HEADERS.append(_pack_header(_DATA, number))
            _ACKS.append(_pack_header(_ACK, number))
        return _HEADERS[first : last + 1], _ACKS[first : last + 1]
