"""How a room went over time, in a bounded number of figures, from looks at a session about once a second."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from fogportable.model import ClientSnapshot, ClientStage, FogLight
from fogportable.protocol.address import MacAddress

#: A look is taken in no more often than this (s).
EVERY_S = 1.0

#: A last look may come soon after the one before; a rate over less than this (s) would say nothing.
_SHORTEST_S = 0.25

#: Stretches of the whole session: when they are used up, each becomes twice as long. 480 of 1 s are 8 minutes; a day
#: has 338 of 256 s.
STRETCHES = 480

#: The last minutes for single computers: 300 samples of 2 s.
RECENT_SAMPLES = 300
RECENT_EVERY_S = 2.0

#: Computers whose own rate is kept, 1.2 KB each; the one that has not loaded for the longest goes first.
MOST_TRACKED = 1024

#: Computers whose hand-over is remembered, as many as have rows.
MOST_HANDED_OVER = 4096


#: A row: computers that were docked one after another have one address, see `ClientSnapshot.key`.
RowKey = tuple[MacAddress, int]


class FunnelStage(IntEnum):
    """How far a computer has come, in the order of progress; who went off the way stands at the end."""

    ASKED = 0
    OFFERED = 1
    LOADING = 2
    IN_MENU = 3
    HANDED_OVER = 4
    IMAGING = 5
    DONE = 6
    SILENT = 7
    FAILED = 8


_STAGES = len(FunnelStage)
_NOBODY = (0,) * _STAGES

_PLAIN = {
    ClientStage.WOULD_BOOT: FunnelStage.ASKED,
    ClientStage.MAY_BOOT: FunnelStage.ASKED,
    ClientStage.LOADING: FunnelStage.LOADING,
    ClientStage.IN_MENU: FunnelStage.IN_MENU,
    ClientStage.NEEDS_YOU: FunnelStage.FAILED,
    ClientStage.FAILED: FunnelStage.FAILED,
    ClientStage.SILENT: FunnelStage.SILENT,
}


def funnel_stage(client: ClientSnapshot) -> FunnelStage | None:
    """Where a computer stands in the funnel; None for one that is left alone.

    "Failed" has those that need a person. "Imaging" and "done" are only what a FOG server or a person said.
    """
    plain = _PLAIN.get(client.stage)
    if plain is not None:
        return plain
    if client.stage is ClientStage.ASKING:
        return FunnelStage.OFFERED if client.shape else FunnelStage.ASKED
    if client.stage is ClientStage.LEFT_ALONE:
        return None
    if FogLight.DONE in client.lights:
        return FunnelStage.DONE
    return FunnelStage.IMAGING if FogLight.IMAGING in client.lights else FunnelStage.HANDED_OVER


def count_funnel(clients: Iterable[ClientSnapshot]) -> tuple[int, ...]:
    """How many stand at each `FunnelStage`, by its number."""
    counts = [0] * _STAGES
    for client in clients:
        stage = funnel_stage(client)
        if stage is not None:
            counts[stage] += 1
    return tuple(counts)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time. start_s: since the first look. rate_bytes_per_s: of the room, mean of the looks; None where
    nobody looked, as while the laptop slept. peak_bytes_per_s: the highest of them. counts: by `FunnelStage`, at the
    stretch's last look; those of before where nobody looked.
    """

    start_s: float
    length_s: float
    rate_bytes_per_s: float | None
    peak_bytes_per_s: float
    counts: tuple[int, ...]


@dataclass(slots=True)
class _Bucket:
    sum: float = 0.0
    looks: int = 0
    peak: float = 0.0
    counts: tuple[int, ...] = _NOBODY

    def add(self, rate: float, counts: tuple[int, ...]) -> None:
        self.sum += rate
        self.looks += 1
        self.peak = max(self.peak, rate)
        self.counts = counts

    def joined(self, later: _Bucket) -> _Bucket:
        return _Bucket(
            self.sum + later.sum,
            self.looks + later.looks,
            max(self.peak, later.peak),
            later.counts if later.looks else self.counts,
        )


class Timeline:
    """Room rate and funnel from the first look to the last, in at most `capacity` stretches (an even number)."""

    def __init__(self, *, capacity: int = STRETCHES, length_s: float = EVERY_S) -> None:
        self._capacity = capacity
        self._length_s = length_s
        self._first_s: float | None = None
        self._buckets: list[_Bucket] = []

    def add(self, now_s: float, rate_bytes_per_s: float, counts: tuple[int, ...]) -> None:
        """One look. now_s: monotonic; one before the last look counts as at the same time."""
        if self._first_s is None:
            self._first_s = now_s
        since_s = max(0.0, now_s - self._first_s)
        while since_s >= self._capacity * self._length_s:
            self._halve()
        place = max(int(since_s // self._length_s), len(self._buckets) - 1)
        while len(self._buckets) <= place:
            before = self._buckets[-1].counts if self._buckets else _NOBODY
            self._buckets.append(_Bucket(counts=before))
        self._buckets[place].add(rate_bytes_per_s, counts)

    def _halve(self) -> None:
        self._length_s *= 2
        pairs = [self._buckets[place : place + 2] for place in range(0, len(self._buckets), 2)]
        self._buckets = [pair[0].joined(pair[1]) if len(pair) == 2 else pair[0] for pair in pairs]

    def stretches(self) -> tuple[Stretch, ...]:
        """In order of time, without gaps."""
        return tuple(
            Stretch(
                place * self._length_s,
                self._length_s,
                each.sum / each.looks if each.looks else None,
                each.peak,
                each.counts,
            )
            for place, each in enumerate(self._buckets)
        )


@dataclass(slots=True)
class _Ring:
    """The last rates of one computer. last: number of the sample that was written last."""

    values: array[float]
    last: int


class RecentRates:
    """Rates of single computers over the last minutes, one sample every `RECENT_EVERY_S`."""

    def __init__(self, *, most: int = MOST_TRACKED) -> None:
        self._most = most
        self._rings: OrderedDict[RowKey, _Ring] = OrderedDict()
        self._room = array("f", bytes(4 * RECENT_SAMPLES))
        self._sample = -1
        self._next_s = 0.0

    def add(self, now_s: float, clients: Iterable[ClientSnapshot], rate_bytes_per_s: float) -> None:
        """One look; passed over when the last sample is not old enough."""
        if self._sample >= 0 and now_s < self._next_s:
            return
        # Where nobody looked for a while, samples are missing: the rate of this look is the mean over all of them.
        missed = 1 if self._sample < 0 else 1 + int((now_s - self._next_s) // RECENT_EVERY_S)
        for _ in range(min(missed, RECENT_SAMPLES)):
            self._sample += 1
            self._room[self._sample % RECENT_SAMPLES] = rate_bytes_per_s
        self._next_s = now_s + RECENT_EVERY_S
        place = self._sample % RECENT_SAMPLES
        for client in clients:
            if client.rate_bytes_per_s:
                self._write(client.key, place, client.rate_bytes_per_s)

    def _write(self, key: RowKey, place: int, rate: float) -> None:
        ring = self._rings.get(key)
        if ring is None:
            ring = self._rings[key] = _Ring(array("f", bytes(4 * RECENT_SAMPLES)), self._sample)
            if len(self._rings) > self._most:
                self._rings.popitem(last=False)
        else:
            _silence(ring, self._sample - 1)
            self._rings.move_to_end(key)
        ring.values[place], ring.last = rate, self._sample

    def room(self) -> tuple[float, ...]:
        """Oldest first, at most RECENT_SAMPLES; bytes a second."""
        return self._in_order(self._room)

    def of(self, key: RowKey) -> tuple[float, ...]:
        """As many as `room` has; 0 where it did not load. Empty for one that never loaded, or long ago."""
        ring = self._rings.get(key)
        if ring is None:
            return ()
        _silence(ring, self._sample)
        return self._in_order(ring.values)

    def loading(self) -> tuple[RowKey, ...]:
        """Who had a rate in the newest sample, the fastest first."""
        place = self._sample % RECENT_SAMPLES
        now = [(ring.values[place], key) for key, ring in self._rings.items() if ring.last == self._sample]
        return tuple(key for rate, key in sorted(now, key=lambda pair: (-pair[0], pair[1])) if rate > 0)

    def __len__(self) -> int:
        return len(self._rings)

    def _in_order(self, values: array[float]) -> tuple[float, ...]:
        count = min(self._sample + 1, RECENT_SAMPLES)
        return tuple(values[number % RECENT_SAMPLES] for number in range(self._sample + 1 - count, self._sample + 1))


def _silence(ring: _Ring, up_to: int) -> None:
    """Nothing was sent from the ring's last sample up to this one."""
    for number in range(max(ring.last + 1, up_to + 1 - RECENT_SAMPLES), up_to + 1):
        ring.values[number % RECENT_SAMPLES] = 0.0
    ring.last = max(ring.last, up_to)


class History:
    """What one front end has seen of one session. Used from one thread; what it gives out is a copy."""

    def __init__(self) -> None:
        self._timeline = Timeline()
        self.recent = RecentRates()
        self._handed_over: OrderedDict[RowKey, datetime] = OrderedDict()
        self._last: tuple[float, int] | None = None

    def is_due(self, now_s: float) -> bool:
        """Whether a look now would be taken in."""
        return self._last is None or now_s >= self._last[0] + EVERY_S

    def take(
        self, now_s: float, clients: tuple[ClientSnapshot, ...], sent_bytes: int, *, is_last: bool = False
    ) -> bool:
        """One look at the session. sent_bytes: to all together, since Start. is_last: nothing comes after it.

        False when the last one is not old enough and this was passed over. The rate is what was really sent since the
        last look: what a transfer says of itself would miss those that came and went between two looks.
        """
        if not self.is_due(now_s) and not is_last:
            return False
        rate = self._rate(now_s, sent_bytes)
        self._timeline.add(now_s, rate, count_funnel(clients))
        self.recent.add(now_s, clients, rate)
        for client in clients:
            if client.stage is ClientStage.HANDED_OVER and client.key not in self._handed_over:
                # What handed it over was the newest that was heard of it, a second ago at the most.
                self._handed_over[client.key] = client.last_heard
        while len(self._handed_over) > MOST_HANDED_OVER:
            self._handed_over.popitem(last=False)
        return True

    def _rate(self, now_s: float, sent_bytes: int) -> float:
        """Bytes a second since the last look; 0 at the first."""
        before_s, before_bytes = self._last or (now_s, sent_bytes)
        # Between the end of a transfer and its place in the sum a look may find less than the one before.
        self._last = (now_s, max(before_bytes, sent_bytes))
        return max(0, sent_bytes - before_bytes) / max(now_s - before_s, _SHORTEST_S)

    def stretches(self) -> tuple[Stretch, ...]:
        """The whole session so far."""
        return self._timeline.stretches()

    def handed_over(self) -> dict[RowKey, datetime]:
        """When each was handed over for the first time: one that is imaged starts again, and comes round."""
        return dict(self._handed_over)
