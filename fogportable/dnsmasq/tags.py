"""Tags: which computers a directive with `tag:` is for, as architectures, addresses, and iPXE or firmware.

In dnsmasq any of several lines may set a tag, and all tags of a line must be there. So a tag is a list of conditions of
which one must fit, and the tags of a line are multiplied out.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from fogportable.language import say
from fogportable.protocol.address import MacPattern
from fogportable.protocol.pxe.archs import HTTP_ARCHS, ClientArch

#: What `tag:!name` leaves when the tag means architectures.
PXE_ARCHS = frozenset(int(arch) for arch in ClientArch if arch not in HTTP_ARCHS)
#: More combinations of conditions come from nobody's file.
_MOST_CONDITIONS = 64


class Stage(StrEnum):
    """Who asks: the computer's firmware, or iPXE that was loaded by it or lies in its card."""

    ANY = "any"
    FIRMWARE = "firmware"
    IPXE = "ipxe"


@dataclass(frozen=True, slots=True)
class Condition:
    """All of it must fit. archs: None for any. macs: one of them; empty for any. is_rest: those that no other fits."""

    archs: frozenset[int] | None = None
    macs: tuple[MacPattern, ...] = ()
    stage: Stage = Stage.ANY
    is_rest: bool = False

    def and_also(self, other: Condition) -> Condition | None:
        """Both together; None when nobody can fit both."""
        archs = other.archs if self.archs is None else self.archs if other.archs is None else self.archs & other.archs
        if archs is not None and not archs:
            return None
        stages = {self.stage, other.stage} - {Stage.ANY}
        macs = _both(self.macs, other.macs)
        if len(stages) > 1 or (self.macs and other.macs and not macs):
            return None
        return Condition(archs, macs, stages.pop() if stages else Stage.ANY, self.is_rest or other.is_rest)

    def opposite(self) -> Condition | None:
        """Those whom this does not fit; None when that cannot be said."""
        if self.archs is not None and not self.macs and self.stage is Stage.ANY:
            return Condition(archs=PXE_ARCHS - self.archs)
        if self.archs is None and not self.macs and self.stage is not Stage.ANY:
            return Condition(stage=Stage.IPXE if self.stage is Stage.FIRMWARE else Stage.FIRMWARE)
        if self.archs is None and self.macs and self.stage is Stage.ANY:
            return Condition(is_rest=True)
        return None


@dataclass(frozen=True, slots=True)
class Selection:
    """Whom the tags of a line mean: any of the conditions; or a problem: why that cannot be said here."""

    conditions: tuple[Condition, ...] = ()
    problem: str = ""


EVERYBODY = Selection((Condition(),))


@dataclass(slots=True)
class Tag:
    """conditions: one must fit. problem: why a line that sets it cannot be used, "" when all can. uses: by lines.

    joined: see `either`; None when it must be made anew.
    """

    conditions: list[Condition] = field(default_factory=list)
    problem: str = ""
    uses: int = 0
    joined: tuple[Condition, ...] | None = None

    def either(self) -> tuple[Condition, ...]:
        """The conditions, as few as say the same. Kept: many lines may ask."""
        if self.joined is None:
            self.joined = _joined(self.conditions)
        return self.joined


class Tags:
    """All tags that the files set."""

    def __init__(self) -> None:
        self._tags: dict[str, Tag] = {}

    def add(self, name: str, conditions: tuple[Condition, ...]) -> None:
        """One more line sets this tag for these."""
        tag = self._tags.setdefault(name, Tag())
        tag.conditions.extend(conditions)
        tag.joined = None

    def add_problem(self, name: str, problem: str) -> None:
        """A line sets this tag for computers that rules here cannot tell apart."""
        self._tags.setdefault(name, Tag()).problem = problem

    def is_used(self, name: str) -> bool:
        """Whether a line asked for it."""
        return name in self._tags and self._tags[name].uses > 0

    def select(self, names: tuple[str, ...]) -> Selection:
        """Whom a line with these tags is for; everybody without any."""
        alternatives: list[tuple[Condition, ...]] = []
        for name in names:
            found = self._one(name)
            if found.problem:
                return found
            alternatives.append(found.conditions)
        if math.prod(len(each) for each in alternatives) > _MOST_CONDITIONS:
            return Selection(problem=say("its tags have too many meanings"))
        combined: list[Condition] = []
        for parts in itertools.product(*alternatives):
            condition: Condition | None = Condition()
            for part in parts:
                condition = None if condition is None else condition.and_also(part)
            if condition is not None:
                combined.append(condition)
        if not combined:
            return Selection(problem=say("no computer can have all its tags at once"))
        return Selection(_joined(combined))

    def _one(self, name: str) -> Selection:
        is_negated = name.startswith("!")
        plain = name.removeprefix("!")
        tag = self._tags.get(plain)
        if tag is None:
            if is_negated:
                return EVERYBODY
            return Selection(problem=say("no line sets the tag {plain}, so dnsmasq never uses it either", plain=plain))
        tag.uses += 1
        if tag.problem:
            return Selection(
                problem=say("the tag {plain} cannot be told here: {problem}", plain=plain, problem=tag.problem)
            )
        return _negated(tag, plain) if is_negated else Selection(tag.either())


def _negated(tag: Tag, name: str) -> Selection:
    """Not this one and not that one: the opposites of all conditions together."""
    result: Condition | None = Condition()
    for each in tag.either():
        opposite = each.opposite()
        if opposite is None:
            return Selection(problem=say("who does not have the tag {name} cannot be said in one rule", name=name))
        result = None if result is None else result.and_also(opposite)
    if result is None:
        return Selection(problem=say("no computer is without the tag {name}", name=name))
    return Selection((result,))


def _joined(conditions: Sequence[Condition]) -> tuple[Condition, ...]:
    """Conditions that differ in the addresses only become one, then those that differ in the architectures only."""
    by_archs: dict[Condition, dict[MacPattern, None]] = {}
    for each in conditions:
        if each.macs:
            by_archs.setdefault(replace(each, macs=()), {}).update(dict.fromkeys(each.macs))
    with_macs = (replace(each, macs=tuple(macs)) for each, macs in by_archs.items())
    by_macs: dict[Condition, frozenset[int] | None] = {}
    for each in (*(each for each in conditions if not each.macs), *with_macs):
        key = replace(each, archs=None)
        before = by_macs.get(key, frozenset())
        by_macs[key] = None if before is None or each.archs is None else before | each.archs
    return tuple(replace(each, archs=archs) for each, archs in by_macs.items())


def _both(one: tuple[MacPattern, ...], other: tuple[MacPattern, ...]) -> tuple[MacPattern, ...]:
    """Patterns that fit one of each; the longer of two where one begins with the other."""
    if not one or not other:
        return one or other
    pairs = (max(a, b, key=lambda each: len(each.octets)) for a in one for b in other if _overlaps(a, b))
    return tuple(dict.fromkeys(pairs))


def _overlaps(one: MacPattern, other: MacPattern) -> bool:
    return one.octets.startswith(other.octets) or other.octets.startswith(one.octets)
