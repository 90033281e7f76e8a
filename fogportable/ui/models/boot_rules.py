"""Which file each kind of computer gets, as rows to show and edit: the set's own files, and those chosen instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from fogportable.model import BootRule
from fogportable.protocol.pxe.archs import arch_name, arch_names, archs_label, parse_arch

#: Always shown, in this order: what stands in classrooms first.
USUAL = ("bios", "x64", "arm64", "ia32")


@dataclass(frozen=True, slots=True)
class ArchRow:
    """One kind of computer. file: what it gets, "" for nothing. set_file: what the boot set has for it, "" for nothing.

    name: as people type it (`x64`, `15`). is_chosen: the file was chosen instead of the set's.
    is_usual: one of the four that are always shown.
    """

    archs: frozenset[int]
    name: str
    label: str
    file: str
    set_file: str
    is_chosen: bool
    is_usual: bool

    @property
    def rule(self) -> BootRule | None:
        return BootRule(self.archs, self.file) if self.file else None


def _first_file(rules: Iterable[BootRule], archs: frozenset[int]) -> str:
    return next((rule.file for rule in rules if is_of_kind(rule) and rule.archs & archs), "")


class BootRuleRows:
    """The rules being edited.

    The chosen rules come before those of a boot set, so the first match is the choice. What was recognised in a
    plain folder counts only while nothing is chosen; the first choice there writes all of it down.
    """

    def __init__(self) -> None:
        self._base: tuple[BootRule, ...] = ()
        self._is_recognised = False
        self._chosen: tuple[BootRule, ...] = ()
        self._added: list[str] = []

    def set_base(self, rules: tuple[BootRule, ...], *, is_recognised: bool = False) -> None:
        """The files of the boot set, or those recognised in a folder."""
        self._base = rules
        self._is_recognised = is_recognised

    def set_chosen(self, rules: tuple[BootRule, ...]) -> None:
        """The rules of the profile. Given back unchanged by `chosen` until something is edited."""
        self._chosen = rules
        self._added = []

    @property
    def chosen(self) -> tuple[BootRule, ...]:
        return self._chosen

    @property
    def effective(self) -> tuple[BootRule, ...]:
        """What is served."""
        if self._is_recognised:
            return self._chosen if any(map(is_of_kind, self._chosen)) else self._chosen + self._base
        return self._chosen + self._base

    def rows(self) -> tuple[ArchRow, ...]:
        """The usual four, then every other kind that has a rule or was added."""
        numbers = {number for rule in self.effective if is_of_kind(rule) for number in rule.archs}
        others = [name for name in (*arch_names(numbers), *self._added) if name not in USUAL]
        return tuple(self._row(name) for name in (*USUAL, *dict.fromkeys(others)))

    def _row(self, name: str) -> ArchRow:
        archs = parse_arch(name)
        file, own = _first_file(self.effective, archs), _first_file(self._base, archs)
        return ArchRow(archs, name, archs_label(archs), file, own, file != own, name in USUAL)

    def choose(self, name: str, file: str) -> bool:
        """Give this kind of computer a file; "" goes back to the set's own. False when nothing changes."""
        archs = parse_arch(name)
        file = file.strip()
        before = self._chosen
        if file == _first_file(self.effective, archs):
            return False
        if self._is_recognised:
            chosen = tuple(_with_choice(self.effective, archs, file))
            self._chosen = () if chosen == self._base else chosen
        else:
            own = _first_file(self._base, archs)
            self._chosen = tuple(_with_choice(self._chosen, archs, "" if file == own else file))
        return self._chosen != before

    def add(self, name: str) -> bool:
        """Show a row for another kind of computer. False when it is there. Raises ValueError for no such kind."""
        name = arch_name(min(parse_arch(name)))
        if any(row.name == name for row in self.rows()):
            return False
        self._added.append(name)
        return True

    def remove(self, name: str) -> None:
        """Take an added row out, with its choice. One that the set has a file for stays."""
        self.choose(name, "")
        if name in self._added:
            self._added.remove(name)


def _with_choice(rules: tuple[BootRule, ...], archs: frozenset[int], file: str) -> Iterator[BootRule]:
    """The rules with these kinds cut out and given the file in the same place, so that order stays.

    Rules for single computers, for everybody and against somebody are none of this table's business.
    """
    mine = [BootRule(archs, file)] if file else []
    for rule in rules:
        if not is_of_kind(rule):
            yield rule
            continue
        if rule.archs & archs:
            yield from mine
            mine = []
        if rule.archs - archs:
            yield replace(rule, archs=rule.archs - archs)
    yield from mine


def is_of_kind(rule: BootRule) -> bool:
    """Whether a rule gives every computer of some architectures a file: what the table of kinds shows and edits."""
    return bool(rule.archs and rule.file) and not (rule.macs or rule.uuids or rule.is_ignored)


def special_rules(rules: Iterable[BootRule]) -> tuple[BootRule, ...]:
    """The rules that are not bound to the files of one boot set: they stay when another one is chosen."""
    return tuple(rule for rule in rules if not is_of_kind(rule))
