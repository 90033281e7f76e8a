"""The journal: a bounded ring of stamped events that any thread appends to and any front end reads by cursor."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime

from fogportable.events import Crowd, Event, Record
from fogportable.protocol.address import MacAddress
from fogportable.session.snapshots import EventBatch, NewsBatch

#: Enough for a day of a room of thirty; some 10 MB when full.
CAPACITY = 20_000


class Journal:
    """Shared by all threads. `_lock` guards the ring and the running number.

    The records of a crowd are made when they are read: those that nobody reads in time cost next to nothing.
    """

    def __init__(
        self,
        *,
        capacity: int = CAPACITY,
        on_record: Callable[[Record], None] | None = None,
        on_crowd: Callable[[Crowd], None] | None = None,
    ) -> None:
        """on_record, on_crowd: called for every record and crowd, in order, by the thread that appended it."""
        self._ring: deque[Record | Crowd] = deque()
        self._capacity = capacity
        self._next_sequence = 1
        self._lock = threading.Lock()
        self._on_record = on_record
        self._on_crowd = on_crowd

    def append(self, event: Event) -> Record:
        """Stamp and keep an event."""
        with self._lock:
            record = Record(self._next_sequence, time.monotonic(), datetime.now(UTC), event)
            self._keep(record, 1)
            if self._on_record is not None:
                self._on_record(record)
        return record

    def append_crowd(self, hardware: Sequence[bytes], make: Callable[[int], Event]) -> None:
        """Stamp and keep the same event of several computers, see `Crowd`."""
        with self._lock:
            crowd = Crowd(self._next_sequence, time.monotonic(), datetime.now(UTC), hardware, make)
            self._keep(crowd, len(hardware))
            if self._on_crowd is not None:
                self._on_crowd(crowd)

    def since(self, cursor: int, limit: int) -> EventBatch:
        """Records with a sequence above the cursor, at most `limit`. A cursor of 0 reads from the start."""
        news = self.news(cursor, limit)
        return EventBatch(tuple(_records(news.entries)), news.next_cursor, news.dropped)

    def news(self, cursor: int, limit: int) -> NewsBatch:
        """The same, with crowds as they are. `limit` counts their records."""
        with self._lock:
            oldest = self._oldest()
            first = max(cursor + 1, oldest)
            if first >= self._next_sequence:
                return NewsBatch((), 0, cursor, 0)
            last = min(first + limit, self._next_sequence)
            # Read from the near end: front ends are nearly always close behind.
            newest_first: list[Record | Crowd] = []
            for each in reversed(self._ring):
                if each.sequence < last:
                    newest_first.append(each)
                if each.sequence <= first:
                    break
        entries = tuple(
            each if isinstance(each, Record) else each.part(max(0, first - each.sequence), last - each.sequence)
            for each in reversed(newest_first)
        )
        return NewsBatch(entries, last - first, last - 1, max(0, oldest - cursor - 1))

    def of(self, mac: MacAddress) -> list[Record]:
        """All that is kept of one computer, oldest first."""
        with self._lock:
            entries = list(self._ring)
        found: list[Record] = []
        for each in entries:
            if isinstance(each, Record):
                if each.event.client == mac:
                    found.append(each)
            else:
                found += (each.record(place) for place, octets in enumerate(each.hardware) if octets == mac.octets)
        return found

    @property
    def newest(self) -> int:
        """The sequence of the last record; 0 before the first."""
        with self._lock:
            return self._next_sequence - 1

    def _keep(self, what: Record | Crowd, count: int) -> None:
        """The lock is held."""
        ring = self._ring
        ring.append(what)
        self._next_sequence += count
        oldest = self._oldest()
        while len(ring) > 1 and ring[1].sequence <= oldest:
            ring.popleft()

    def _oldest(self) -> int:
        """The sequence of the oldest record kept; of a crowd some may be lost already. The lock is held."""
        return max(1, self._next_sequence - self._capacity)


def _records(entries: Iterable[Record | Crowd]) -> Iterator[Record]:
    for each in entries:
        if isinstance(each, Record):
            yield each
        else:
            yield from each.records()
