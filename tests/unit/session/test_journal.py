"""The journal keeps order, counts what it lost and serves any cursor."""

from __future__ import annotations

import threading

from hypothesis import given
from hypothesis import strategies as st

from fogportable.events import Record, SessionStopped
from fogportable.session.journal import Journal

_EVENT = SessionStopped(cut=())


def _filled(count: int, capacity: int = 100) -> Journal:
    journal = Journal(capacity=capacity)
    for _ in range(count):
        journal.append(_EVENT)
    return journal


def test_sequences_run_from_one_without_gaps() -> None:
    batch = _filled(5).since(0, 100)
    assert [each.sequence for each in batch.records] == [1, 2, 3, 4, 5]
    assert batch.next_cursor == 5
    assert batch.dropped == 0


def test_a_cursor_reads_only_what_is_newer() -> None:
    batch = _filled(5).since(3, 100)
    assert [each.sequence for each in batch.records] == [4, 5]


def test_an_up_to_date_cursor_stays_where_it_is() -> None:
    batch = _filled(5).since(5, 100)
    assert batch.records == ()
    assert batch.next_cursor == 5


def test_what_the_ring_lost_is_counted() -> None:
    batch = _filled(25, capacity=10).since(3, 100)
    assert batch.dropped == 12
    assert batch.records[0].sequence == 16


def test_an_empty_journal_gives_an_empty_batch() -> None:
    assert Journal().since(0, 10).records == ()


@given(count=st.integers(0, 60), capacity=st.integers(1, 30), limit=st.integers(1, 20), start=st.integers(0, 70))
def test_reading_in_batches_misses_nothing_but_what_was_dropped(
    count: int, capacity: int, limit: int, start: int
) -> None:
    journal = _filled(count, capacity)
    seen: list[int] = []
    cursor, dropped = min(start, count), 0
    first = cursor
    while (batch := journal.since(cursor, limit)).records:
        seen += [each.sequence for each in batch.records]
        dropped += batch.dropped
        cursor = batch.next_cursor
    assert seen == list(range(first + dropped + 1, count + 1))


def test_appending_from_many_threads_loses_nothing() -> None:
    order: list[int] = []

    def note(record: Record) -> None:
        order.append(record.sequence)

    journal = Journal(capacity=10_000, on_record=note)
    threads = [threading.Thread(target=lambda: [journal.append(_EVENT) for _ in range(500)]) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert order == list(range(1, 2001))
    assert len(journal.since(0, 5000).records) == 2000
