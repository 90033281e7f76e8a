"""Measuring in turns, and what is claimed from it: ratios inside rounds, then medians with their spread."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Skipped(Exception):
    """A part that cannot be measured here. The text says why, as a clause."""


@dataclass(frozen=True, slots=True)
class Settings:
    """rounds: of each cell. seconds: of load in each sample. is_quick: small files, to see that all works."""

    rounds: int = 7
    seconds: float = 1.0
    is_quick: bool = False


@dataclass(frozen=True, slots=True)
class Sample:
    """What one load got from one server. amount: octets or answers. cpu_s: of the server with its children.

    client_cpu_s: of the load client. said: everything that the client reported.
    """

    amount: float
    seconds: float
    cpu_s: float
    client_cpu_s: float
    said: Mapping[str, float]

    @property
    def per_s(self) -> float:
        return self.amount / self.seconds

    @property
    def mb_per_s(self) -> float:
        """10^6 octets."""
        return self.per_s / 1e6

    @property
    def cpu_s_per_gib(self) -> float:
        return self.cpu_s / self.amount * 2**30

    @property
    def cpu_us_each(self) -> float:
        return self.cpu_s / self.amount * 1e6

    @property
    def client_share(self) -> float:
        """Of one core. Near 1 the client is the limit."""
        return self.client_cpu_s / self.seconds


@dataclass(frozen=True, slots=True)
class Contestant:
    """Somebody who takes part in a cell. run: one sample."""

    name: str
    run: Callable[[], Sample]


class Rounds:
    """What contestants got in turns: A B C, A B C, ..."""

    def __init__(self, contestants: Sequence[Contestant], count: int) -> None:
        self.samples: tuple[dict[str, Sample], ...] = tuple(
            {each.name: each.run() for each in contestants} for _ in range(count)
        )

    def of(self, name: str, figure: Callable[[Sample], float]) -> tuple[float, ...]:
        """A figure of one contestant, round by round."""
        return tuple(figure(each[name]) for each in self.samples)

    def client_share(self) -> float:
        """The largest median share of a core that the load client took; see `Sample.client_share`."""
        return max(statistics.median(self.of(name, lambda each: each.client_share)) for name in self.samples[0])


@dataclass(frozen=True, slots=True)
class Spread:
    """A median and how far the rounds lie apart."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, values: Iterable[float]) -> Spread:
        found = tuple(values)
        return cls(statistics.median(found), min(found), max(found))


class Bound(StrEnum):
    """Which way a goal looks."""

    AT_LEAST = "≥"
    AT_MOST = "≤"


@dataclass(frozen=True, slots=True)
class Goal:
    """What the median is to reach."""

    bound: Bound
    value: float

    def is_met(self, value: float) -> bool:
        return value >= self.value if self.bound is Bound.AT_LEAST else value <= self.value

    def __str__(self) -> str:
        return f"{self.bound} {self.value:g}"


def at_least(value: float) -> Goal:
    return Goal(Bound.AT_LEAST, value)


def at_most(value: float) -> Goal:
    return Goal(Bound.AT_MOST, value)


@dataclass(frozen=True, slots=True)
class Row:
    """One claim. ours, theirs: a figure, round by round; without theirs the figure itself is judged.

    goal: None for a figure that is only shown. remark: what a reader must know to judge it.
    is_ratio: False judges our figure and only shows theirs.
    """

    title: str
    unit: str
    ours: tuple[float, ...]
    peer: str = ""
    theirs: tuple[float, ...] = ()
    goal: Goal | None = None
    remark: str = ""
    is_ratio: bool = True

    @property
    def judged(self) -> Spread:
        """The ratio in each round, or the figure itself."""
        if not self.theirs or not self.is_ratio:
            return Spread.of(self.ours)
        return Spread.of(our / their for our, their in zip(self.ours, self.theirs, strict=True))

    @property
    def is_met(self) -> bool | None:
        """None without a goal."""
        return None if self.goal is None else self.goal.is_met(self.judged.median)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that belong together. notes: what holds for all of them."""

    title: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


#: From this share of a core on the client may be what limits.
_BUSY_CLIENT = 0.95


def ceiling_remark(share: float) -> str:
    """What a busy client means for a ratio; empty when it has time left."""
    if share < _BUSY_CLIENT:
        return ""
    return f"client at {share:.0%} of its core: it is the limit, the ratio is a ceiling"
