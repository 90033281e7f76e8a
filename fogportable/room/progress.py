"""How far the room has come: counts, who was not seen, how quickly it gets on, and how long it will still take."""

from __future__ import annotations

import statistics
from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fogportable.model.room import RoomEnd
from fogportable.model.snapshots import ClientSnapshot, ClientStage
from fogportable.room.seating import Seating

#: A rate counts as steady after so long (s).
STEADY_AFTER_S = 10.0
#: And when its two halves differ by no more than this share of the larger one.
_MOST_CHANGE = 0.25
_SAMPLE_S = 1.0

_WORKING = frozenset({ClientStage.ASKING, ClientStage.LOADING, ClientStage.IN_MENU, ClientStage.IMAGING})
_IN_TROUBLE = frozenset({ClientStage.NEEDS_YOU, ClientStage.FAILED})


@dataclass(frozen=True, slots=True)
class RoomProgress:
    """The room in numbers.

    total: computers of the room, at least those heard. counts: computers by stage, those left alone not among them.
    done: at their end. not_seen: names of seats whose computer is known and was never heard. missing: computers that
    were never heard, with and without a seat; 0 without a list. sent_bytes, size_bytes: of the files on their way.
    left_s: until those on the way are done, or, with is_files_only, until what is loading now is there; None while
    nobody can say.
    """

    total: int
    counts: Mapping[ClientStage, int]
    done: int
    end: RoomEnd
    is_listed: bool
    not_seen: tuple[str, ...] = ()
    missing: int = 0
    sent_bytes: int = 0
    size_bytes: int = 0
    rate_bytes_per_s: float = 0.0
    left_s: float | None = None
    is_files_only: bool = False

    @property
    def heard(self) -> int:
        return sum(self.counts.values())

    def stages(self) -> Iterable[ClientStage]:
        """The stage of each computer that was heard."""
        return (stage for stage, count in self.counts.items() for _ in range(count))

    @property
    def need_you(self) -> int:
        return sum(self.counts.get(stage, 0) for stage in _IN_TROUBLE)

    @property
    def is_all_done(self) -> bool:
        """Everybody of the list, which there must be: without one somebody may still come."""
        return self.is_listed and self.total > 0 and self.done == self.total


def is_done(stage: ClientStage, end: RoomEnd) -> bool:
    """Whether a computer is at its end. With FOG's word as the end, handed over is on the way."""
    return stage is ClientStage.DONE or (stage is ClientStage.HANDED_OVER and end is RoomEnd.HANDED_OVER)


class RoomPace:
    """How quickly bytes arrive in the room, over the last seconds. Fed with each look; keeps a dozen numbers."""

    def __init__(self) -> None:
        self._samples: deque[tuple[float, int]] = deque()

    def add(self, now_s: float, total_bytes: int) -> None:
        """total_bytes: of all computers since Start. Less than before means that somebody started over."""
        samples = self._samples
        if samples and total_bytes < samples[-1][1]:
            samples.clear()
        if samples and now_s - samples[-1][0] < _SAMPLE_S:
            return
        samples.append((now_s, total_bytes))
        while len(samples) > 2 and now_s - samples[1][0] >= STEADY_AFTER_S:
            samples.popleft()

    def steady_rate(self) -> float | None:
        """Bytes per second, once they have arrived evenly for long enough; None before."""
        samples = self._samples
        if len(samples) < 3 or samples[-1][0] - samples[0][0] < STEADY_AFTER_S:
            return None
        middle = samples[len(samples) // 2]
        first, second = _rate(samples[0], middle), _rate(middle, samples[-1])
        if min(first, second) <= 0 or abs(first - second) > _MOST_CHANGE * max(first, second):
            return None
        return _rate(samples[0], samples[-1])

    def clear(self) -> None:
        """Another session begins."""
        self._samples.clear()


def _rate(before: tuple[float, int], after: tuple[float, int]) -> float:
    return (after[1] - before[1]) / max(1e-9, after[0] - before[0])


def room_progress(
    clients: Sequence[ClientSnapshot], seating: Seating, end: RoomEnd, *, steady_rate: float | None = None
) -> RoomProgress:
    """Count the room. steady_rate: see `RoomPace`; without it nothing is said about the time left.

    A computer that was heard with several cards counts once, as the one that asked last.
    """
    room = seating.room
    ours, seats = _one_each(clients, seating)
    counts = Counter(each.stage for each in ours)
    not_seen = tuple(each.name for each in seating.seats if each.is_known and each.place not in seats)
    total = max(room.expected, len(ours) + len(not_seen))
    loading = [each for each in ours if each.rate_bytes_per_s is not None and each.size_bytes is not None]
    left_s, is_files_only = _time_left(ours, end, loading, steady_rate)
    return RoomProgress(
        total=total,
        counts=counts,
        done=sum(count for stage, count in counts.items() if is_done(stage, end)),
        end=end,
        is_listed=room.expected > 0,
        not_seen=not_seen,
        missing=total - len(ours) if room.expected else 0,
        sent_bytes=sum(each.sent_bytes or 0 for each in loading),
        size_bytes=sum(each.size_bytes or 0 for each in loading),
        rate_bytes_per_s=sum(each.rate_bytes_per_s or 0.0 for each in loading),
        left_s=left_s,
        is_files_only=is_files_only,
    )


def _one_each(clients: Iterable[ClientSnapshot], seating: Seating) -> tuple[list[ClientSnapshot], set[int]]:
    """Each computer once, and the places of those that have one."""
    by_place: dict[int, ClientSnapshot] = {}
    guests: list[ClientSnapshot] = []
    for client in clients:
        if client.stage in (ClientStage.LEFT_ALONE, ClientStage.NOT_SEEN):
            continue
        seat = seating.seat_of(client.mac, client.uuid)
        if seat is None:
            guests.append(client)
            continue
        known = by_place.get(seat.place)
        if known is None or client.last_heard_s > known.last_heard_s:
            by_place[seat.place] = client
    return [*by_place.values(), *guests], set(by_place)


def _time_left(
    ours: Sequence[ClientSnapshot], end: RoomEnd, loading: Sequence[ClientSnapshot], rate: float | None
) -> tuple[float | None, bool]:
    """Seconds, and whether they are for the files on their way only.

    What a computer needs in all is known once one is done. Imaging by FOG does not pass this laptop, so there nothing
    can be said of it.
    """
    if rate is None or not loading:
        return None, False
    needed = [each.total_bytes for each in ours if is_done(each.stage, end) and each.total_bytes]
    if needed and end is RoomEnd.HANDED_OVER:
        whole = statistics.median_low(needed)
        still = sum(max(0, whole - each.total_bytes) for each in ours if each.stage in _WORKING)
        if still:
            return still / rate, False
    still = sum(max(0, (each.size_bytes or 0) - (each.sent_bytes or 0)) for each in loading)
    return (still / rate, True) if still else (None, False)


def rounded_minutes(left_s: float) -> int:
    """Whole minutes for "about 18 min": single ones to ten, then in fives from an hour on in tens. 0: seconds."""
    if left_s < 60:
        return 0
    minutes = left_s / 60
    step = 1 if minutes < 30 else 5 if minutes < 60 else 10
    return max(1, round(minutes / step) * step)
