"""What a capture says of each computer, in a form for the window, which knows nothing of rules and packets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fogportable.model import ClientStage

if TYPE_CHECKING:
    from fogportable.diagnosis import Diagnosis

#: Frame and clause.
Step = tuple[int, str]


@dataclass(frozen=True, slots=True)
class ExplainedComputer:
    """stage: how its row would look. rule: the verdict. sentence: with its certainty. remedy: "" when good."""

    mac: str
    stage: ClientStage
    rule: str
    sentence: str
    remedy: str
    journey: tuple[Step, ...]
    evidence: tuple[Step, ...]
    notes: tuple[Step, ...]


def explained(diagnosis: Diagnosis) -> ExplainedComputer:
    """One computer of a capture."""
    from fogportable.diagnosis import Confidence, Verdict

    stages = {Verdict.OK: ClientStage.HANDED_OVER, Verdict.UNKNOWN: ClientStage.ASKING}
    is_likely = diagnosis.confidence is Confidence.LIKELY
    return ExplainedComputer(
        str(diagnosis.client),
        stages.get(diagnosis.verdict, ClientStage.FAILED),
        diagnosis.verdict.value,
        f"Likely: {diagnosis.sentence}" if is_likely else diagnosis.sentence,
        "" if diagnosis.verdict is Verdict.OK else diagnosis.remedy,
        tuple((each.frame, each.text) for each in diagnosis.journey),
        tuple((each.frame, each.text) for each in diagnosis.evidence),
        tuple((each.frame, each.text) for each in diagnosis.notes),
    )
