"""What the rules look at, and what a rule gives back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fogportable.diagnosis.live.expected import Awaited, Expectation, expected
from fogportable.diagnosis.live.room import RoomView, Serving
from fogportable.diagnosis.live.trail import Moment, Run, Trail
from fogportable.diagnosis.verdicts import Confidence
from fogportable.errors import Fault
from fogportable.model import Sign

SURE, LIKELY = Confidence.SURE, Confidence.LIKELY

#: Records that are named as evidence.
_MOST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Case:
    """One computer at one moment. run: what goes on there. step: what is waited for, None for nothing."""

    trail: Trail
    run: Run
    step: Expectation | None
    room: RoomView
    serving: Serving
    now_s: float

    @property
    def is_overdue(self) -> bool:
        """What should have come by now has not."""
        return self.step is not None and self.step.is_overdue(self.now_s)

    @property
    def unheard(self) -> tuple[str, float] | None:
        """The file that it is given now without a word of it, and for how long (s); no record tells of that yet."""
        return None if self.run.address is None else self.serving.unheard().get(self.run.address)

    def misses(self, *kinds: Awaited) -> bool:
        """Whether it is a step of this kind that has not come in time."""
        return self.step is not None and self.step.kind in kinds and self.is_overdue


def case_of(trail: Trail, room: RoomView, serving: Serving, now_s: float) -> Case | None:
    """None where the computer never tried to boot."""
    run = trail.run
    return None if run is None else Case(trail, run, expected(trail, serving), room, serving, now_s)


@dataclass(frozen=True, slots=True)
class Found:
    """rule: stable id, a table in `stalls.toml`. values: what its sentences name in braces. fault: says it instead."""

    rule: str
    confidence: Confidence | None
    evidence: tuple[Moment, ...]
    values: Mapping[str, object] = field(default_factory=dict)
    needs_you: bool = True
    fault: Fault | None = None
    variant: str = ""


def moments(*groups: Moment | Iterable[Moment] | None) -> tuple[Moment, ...]:
    """As evidence: in order, each once, a few."""
    found: dict[int, Moment] = {}
    for group in groups:
        for each in (group,) if isinstance(group, Moment) else group or ():
            if each.text:
                found[each.record.sequence] = each
    every = [found[number] for number in sorted(found)]
    return tuple(every if len(every) <= _MOST_SHOWN else [*every[:2], *every[2 - _MOST_SHOWN :]])


def signs(evidence: Iterable[Moment]) -> tuple[Sign, ...]:
    """Evidence as front ends show it."""
    return tuple(Sign(each.record.sequence, each.record.time, each.text) for each in evidence)
