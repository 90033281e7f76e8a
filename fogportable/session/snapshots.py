"""What front ends read: batches of the journal. The other snapshots stand in `model`."""

from __future__ import annotations

from dataclasses import dataclass

from fogportable.events import Crowd, Record


@dataclass(frozen=True, slots=True)
class EventBatch:
    """Records newer than a cursor, oldest first.

    next_cursor: pass it next time. dropped: records that the ring lost before this batch; never silent.
    """

    records: tuple[Record, ...]
    next_cursor: int
    dropped: int


@dataclass(frozen=True, slots=True)
class NewsBatch:
    """As `EventBatch`, for who can tell of a crowd without a record for each of its computers. count: of records."""

    entries: tuple[Record | Crowd, ...]
    count: int
    next_cursor: int
    dropped: int
