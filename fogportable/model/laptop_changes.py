"""What was changed on this laptop for serving, and who takes it back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChangeOwner(StrEnum):
    """OURS: this program, at Stop. ELSEWHERE: another one that runs now. LEFT: nobody, as the one that did it crashed.

    TAKEN_BACK: it crashed, and what it had changed was taken back for it.
    """

    OURS = "ours"
    ELSEWHERE = "elsewhere"
    LEFT = "left"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class LaptopChanges:
    """commands: what was run, as a person would type it; none when nothing is changed, and owner is None then."""

    commands: tuple[str, ...] = ()
    owner: ChangeOwner | None = None
