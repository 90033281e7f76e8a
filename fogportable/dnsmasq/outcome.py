"""What a handler says about a line, before file and line number are put to it."""

from __future__ import annotations

from dataclasses import dataclass

from fogportable.model import ImportVerdict, ProfileChange


@dataclass(frozen=True, slots=True)
class Outcome:
    """As in `ImportItem`."""

    verdict: ImportVerdict
    became: tuple[ProfileChange, ...] = ()
    why: str = ""


def became(key: str, value: object, why: str = "") -> Outcome:
    """One key of the profile, just as the line says."""
    return Outcome(ImportVerdict.BECAME, (ProfileChange(key, str(value)),), why)


def corrected(why: str, *changes: tuple[str, object]) -> Outcome:
    """Taken over otherwise than it stands there, or left out because it is wrong. changes: keys and values."""
    return Outcome(ImportVerdict.CORRECTED, tuple(ProfileChange(key, str(value)) for key, value in changes), why)


def unneeded(why: str) -> Outcome:
    """FOG Portable does so anyway, or has nothing to do with it."""
    return Outcome(ImportVerdict.UNNEEDED, why=why)


def unknown(why: str) -> Outcome:
    """Not to be understood."""
    return Outcome(ImportVerdict.UNKNOWN, why=why)


def not_supported(why: str) -> Outcome:
    """Understood, and cannot be done."""
    return Outcome(ImportVerdict.NOT_SUPPORTED, why=why)
