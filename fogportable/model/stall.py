"""Why a computer does not get further, as a session that serves sees it; and what is to come from it next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fogportable.language import say


@dataclass(frozen=True, slots=True)
class Sign:
    """What shows it. sequence: of the journal's record. text: a clause for people, "asked for network boot"."""

    sequence: int
    time: datetime
    text: str


@dataclass(frozen=True, slots=True)
class ClientDiagnosis:
    """What stands in a computer's way.

    rule: stable id, as in `fogportable explain` where the meaning is the same. confidence: `sure` or `likely`; None for
    `unknown`. sentence, remedy: one sentence each. needs_you: False where the computer is helped without anybody, or
    nothing need be wrong.
    """

    rule: str
    confidence: str | None
    sentence: str
    remedy: str
    evidence: tuple[Sign, ...] = ()
    needs_you: bool = True

    @property
    def words(self) -> str:
        """The sentence with its certainty: nothing before it when it is sure."""
        return say("Likely: {sentence}", sentence=self.sentence) if self.confidence == "likely" else self.sentence


@dataclass(frozen=True, slots=True)
class NextStep:
    """What should come next from a computer. text: a clause, "it asks for ipxe.efi".

    within_s: from the last step on, after which it is stuck; None where nobody can say, as in a menu.
    """

    text: str
    within_s: float | None = None


@dataclass(frozen=True, slots=True)
class JourneyStep:
    """One line of what a computer asked and got. attempt: from 1. is_odd: it stood in the way."""

    sequence: int
    time: datetime
    attempt: int
    text: str
    is_odd: bool = False


@dataclass(frozen=True, slots=True)
class Journey:
    """What a computer did so far, oldest first, and what should come next; None where nothing is waited for.

    files: what it has whole in its last attempt. dropped: older steps that are not kept.
    """

    steps: tuple[JourneyStep, ...] = ()
    next_step: NextStep | None = None
    files: tuple[str, ...] = ()
    dropped: int = 0
