"""The journal keeps order, counts what it lost and serves any cursor."""

from __future__ import annotations

import threading
from ipaddress import IPv4Address

from hypothesis import given
from hypothesis import strategies as st

from fogportable.events import Crowd, Event, LeaseReleased, Record, SessionStopped
from fogportable.protocol.address import MacAddress
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


def _released(number: int) -> Event:
    client = MacAddress(number.to_bytes(6, "big"))
    return LeaseReleased(client=client, interface="eth0", address=IPv4Address(number))


@given(st.lists(st.none() | st.integers(1, 9), max_size=20), st.integers(1, 30), st.integers(0, 60), st.integers(1, 25))
def test_crowds_read_as_records_one_by_one(whats: list[int | None], capacity: int, cursor: int, limit: int) -> None:
    """None: one record. A number: a crowd of so many."""
    together, singly = Journal(capacity=capacity), Journal(capacity=capacity)
    number = 0
    for count in whats:
        events = [_released(number + each) for each in range(count or 1)]
        number += len(events)
        if count is None:
            together.append(events[0])
        else:
            together.append_crowd([e.client.octets for e in events if e.client], events.__getitem__)
        for event in events:
            singly.append(event)
    read, expected = together.since(cursor, limit), singly.since(cursor, limit)
    assert [(each.sequence, each.event) for each in read.records] == [
        (each.sequence, each.event) for each in expected.records
    ]
    assert (read.next_cursor, read.dropped) == (expected.next_cursor, expected.dropped)
    news = together.news(cursor, limit)
    assert (news.count, news.next_cursor, news.dropped) == (len(read.records), read.next_cursor, read.dropped)
    hardware = [
        octets
        for each in news.entries
        for octets in (each.hardware if isinstance(each, Crowd) else [each.event.client and each.event.client.octets])
    ]
    assert hardware == [each.event.client and each.event.client.octets for each in read.records]


def test_events_of_a_crowd_are_made_when_they_are_read_and_not_before() -> None:
    made: list[int] = []

    def make(place: int) -> Event:
        made.append(place)
        return _EVENT

    journal = Journal(capacity=10)
    journal.append_crowd([bytes(6)] * 100, make)
    assert made == []
    assert len(journal.since(0, 4).records) == 4
    assert made == [90, 91, 92, 93]


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
