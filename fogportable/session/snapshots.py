"""What front ends read: batches of the journal. The other snapshots stand in `model`."""

from __future__ import annotations

from dataclasses import dataclass

from fogportable.events import Record


@dataclass(frozen=True, slots=True)
class EventBatch:
    """Records newer than a cursor, oldest first.

    next_cursor: pass it next time. dropped: records that the ring lost before this batch; never silent.
    """

    records: tuple[Record, ...]
    next_cursor: int
    dropped: int
