"""What became of each line of a configuration that was imported."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ImportVerdict(StrEnum):
    """What became of a line. Values are those of JSON.

    BECAME: keys of the profile. UNNEEDED: FOG Portable does so anyway, or never needs it. CORRECTED: something was
    wrong in it or would not work; what was made of it, or that it was left out, is said. UNKNOWN: no such directive,
    or not to be understood. NOT_SUPPORTED: understood, and cannot be done.
    """

    BECAME = "became"
    UNNEEDED = "unneeded"
    CORRECTED = "corrected"
    UNKNOWN = "unknown"
    NOT_SUPPORTED = "not-supported"


_WANTS_EYES = frozenset({ImportVerdict.CORRECTED, ImportVerdict.UNKNOWN, ImportVerdict.NOT_SUPPORTED})


@dataclass(frozen=True, slots=True)
class ProfileChange:
    """One key of the profile that a line set. key: dotted, as the sample writes it. value: in words."""

    key: str
    value: str

    def __str__(self) -> str:
        return f"{self.key} = {self.value}"


@dataclass(frozen=True, slots=True)
class ImportItem:
    """One line. file: as it was named. line: from 1. text: as it stands there. why: sentences, "" when it is plain."""

    file: str
    line: int
    text: str
    verdict: ImportVerdict
    became: tuple[ProfileChange, ...] = ()
    why: str = ""

    @property
    def wants_eyes(self) -> bool:
        """Whether somebody should look at it before the profile is used."""
        return self.verdict in _WANTS_EYES


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Every line that is neither blank nor a comment, once, in order; then what is left to do before Start."""

    items: tuple[ImportItem, ...] = ()
    to_do: tuple[str, ...] = ()

    @property
    def wants_eyes(self) -> bool:
        """Whether anything was wrong, could not be taken over or is left to do."""
        return bool(self.to_do) or any(each.wants_eyes for each in self.items)

    def count(self, verdict: ImportVerdict) -> int:
        """How many lines have this verdict."""
        return sum(each.verdict is verdict for each in self.items)
