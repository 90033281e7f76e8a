"""Which points of a boot rule an earlier one has taken already: who reads a rule is to find that it is used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from fogportable.model import BootRule


class RulePoint(StrEnum):
    """What a rule can say, in words for sentences. Of each, the first rule that fits a computer counts."""

    FILE = "a file"
    SCRIPT = "a script"
    SHAPE = "a shape"
    NEXT_SERVER = "a next server"


def points_of(rule: BootRule) -> tuple[RulePoint, ...]:
    """What this rule says something about. Not to answer at all is about the file."""
    said = {
        RulePoint.FILE: bool(rule.file) or rule.is_ignored,
        RulePoint.SCRIPT: bool(rule.script),
        RulePoint.SHAPE: rule.shape is not None,
        RulePoint.NEXT_SERVER: rule.next_server is not None,
    }
    return tuple(point for point, is_said in said.items() if is_said)


class RuleCover:
    """What has been said for everybody, or for everybody of an architecture, by the rules so far.

    Rules for single computers take nothing from later ones: others may need these.
    """

    def __init__(self) -> None:
        self._for_all: dict[RulePoint, int] = {}
        self._for_arch: dict[tuple[RulePoint, int], int] = {}

    def add(self, rule: BootRule, number: int) -> None:
        """number: what `covered` gives back, such as its place in the list."""
        if rule.macs or rule.uuids:
            return
        for point in points_of(rule):
            if not rule.archs:
                self._for_all.setdefault(point, number)
            for arch in rule.archs:
                self._for_arch.setdefault((point, arch), number)

    def covered(self, rule: BootRule, point: RulePoint) -> Iterator[tuple[int | None, int]]:
        """Where an earlier rule takes this point: the architecture, None for the whole rule, and the earlier rule."""
        if point in self._for_all:
            yield None, self._for_all[point]
            return
        for arch in sorted(rule.archs):
            if (point, arch) in self._for_arch:
                yield arch, self._for_arch[point, arch]

    def left(self, rule: BootRule) -> Iterator[BootRule]:
        """What is left of a rule: nothing, one, or several where its points are left to different architectures."""
        points_by_archs: dict[frozenset[int], set[RulePoint]] = {}
        for point in points_of(rule):
            taken = {arch for arch, _ in self.covered(rule, point)}
            archs = rule.archs - {arch for arch in taken if arch is not None}
            if None not in taken and (archs or not rule.archs):
                points_by_archs.setdefault(archs, set()).add(point)
        for archs, points in points_by_archs.items():
            yield replace(
                rule,
                archs=archs,
                file=rule.file if RulePoint.FILE in points else "",
                is_ignored=rule.is_ignored and RulePoint.FILE in points,
                script=rule.script if RulePoint.SCRIPT in points else "",
                shape=rule.shape if RulePoint.SHAPE in points else None,
                next_server=rule.next_server if RulePoint.NEXT_SERVER in points else None,
            )


def used_rules(rules: Sequence[BootRule]) -> tuple[BootRule, ...]:
    """The rules without what earlier ones say already, and without those that say nothing."""
    cover = RuleCover()
    kept: list[BootRule] = []
    for number, rule in enumerate(rules):
        kept += cover.left(rule)
        cover.add(rule, number)
    return tuple(kept)
