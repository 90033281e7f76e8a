"""What is remembered of clients."""

from __future__ import annotations

from fogportable.boot.askers import Asker, Askers, LoopWatch, TokenBucket


def test_bucket_gives_its_burst_then_its_rate() -> None:
    bucket = TokenBucket(per_s=10, burst=20, now=0.0)
    assert sum(bucket.take(0.0) for _ in range(50)) == 20
    assert sum(bucket.take(1.0) for _ in range(50)) == 10
    assert sum(bucket.take(1000.0) for _ in range(50)) == 20


def test_bucket_gives_all_or_nothing() -> None:
    bucket = TokenBucket(per_s=1, burst=3, now=0.0)
    assert bucket.take(0.0, 2)
    assert not bucket.take(0.0, 2)
    assert bucket.take(0.0)


def test_client_not_heard_for_longest_is_forgotten() -> None:
    askers = Askers(capacity=2)
    first = askers.touch(b"1", 0.0)
    askers.touch(b"2", 1.0)
    assert askers.touch(b"1", 2.0) is first
    askers.touch(b"3", 3.0)
    assert askers.get(b"1") is first
    assert askers.get(b"2") is None
    assert len(askers) == 2


def test_reason_is_said_again_after_a_while_or_when_it_changed() -> None:
    asker = Asker(0.0)
    assert asker.should_say("a", 0.0, every_s=60)
    assert not asker.should_say("a", 59.0, every_s=60)
    assert asker.should_say("b", 59.0, every_s=60)
    assert not asker.should_say("b", 118.0, every_s=60)
    assert asker.should_say("b", 119.0, every_s=60)


def test_reasons_that_alternate_are_limited_as_well() -> None:
    asker = Asker(0.0)
    assert sum(asker.should_say("ab"[number % 2], 0.0, every_s=60) for number in range(100)) == 20


def test_watch_counts_returns_within_its_time_only() -> None:
    watch = LoopWatch(3, within_s=100)
    counts = []
    for now in (0.0, 60.0, 120.0, 130.0):
        watch.note_delivered("f", now)
        counts.append(watch.comes_back(int(now), now + 5))
    assert counts == [0, 0, 0, 3]
    assert watch.is_left_alone(194.0)
    assert not watch.is_left_alone(195.0)


def test_watch_starts_anew_with_another_file() -> None:
    watch = LoopWatch(2, within_s=100)
    for number, file in enumerate(("a", "b", "c", "d")):
        watch.note_delivered(file, float(number))
        assert watch.comes_back(number, number + 0.5) == 0
    watch.note_delivered("d", 10.0)
    assert watch.comes_back(99, 11.0) == 2
