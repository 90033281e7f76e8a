"""The journal: a bounded ring of stamped events that any thread appends to and any front end reads by cursor."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import islice

from fogportable.events import Event, Record
from fogportable.session.snapshots import EventBatch

#: Enough for a day of a room of thirty; some 10 MB when full.
CAPACITY = 20_000


class Journal:
    """Shared by all threads. `_lock` guards the ring and the running number."""

    def __init__(self, *, capacity: int = CAPACITY, on_record: Callable[[Record], None] | None = None) -> None:
        """on_record: called for every record, in order, by the thread that appended it."""
        self._ring: deque[Record] = deque(maxlen=capacity)
        self._next_sequence = 1
        self._lock = threading.Lock()
        self._on_record = on_record

    def append(self, event: Event) -> Record:
        """Stamp and keep an event."""
        with self._lock:
            record = Record(self._next_sequence, time.monotonic(), datetime.now(UTC), event)
            self._next_sequence += 1
            self._ring.append(record)
            if self._on_record is not None:
                self._on_record(record)
        return record

    def since(self, cursor: int, limit: int) -> EventBatch:
        """Records with a sequence above the cursor, at most `limit`. A cursor of 0 reads from the start."""
        with self._lock:
            oldest = self._ring[0].sequence if self._ring else self._next_sequence
            skipped = max(0, cursor + 1 - oldest)
            dropped = max(0, oldest - cursor - 1)
            # Read from the near end: front ends are nearly always close behind.
            wanted = len(self._ring) - skipped
            if wanted <= 0:
                return EventBatch((), cursor, 0)
            newest_first = list(islice(reversed(self._ring), wanted))
        records = tuple(reversed(newest_first))[:limit]
        return EventBatch(records, records[-1].sequence, dropped)
