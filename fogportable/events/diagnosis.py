"""Why a computer does not get further, told once when it is found, once when it is over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from fogportable.events.base import Event, Level, ServiceName
from fogportable.model import ClientDiagnosis


@dataclass(frozen=True, slots=True, kw_only=True)
class StallDiagnosed(Event):
    """What was expected of a computer did not come, and this is why; or it is another reason than before."""

    name: ClassVar[str] = "stall_diagnosed"
    usual_level: ClassVar[Level] = Level.WARNING
    service: ClassVar[ServiceName] = ServiceName.SESSION
    diagnosis: ClientDiagnosis

    @property
    def level(self) -> Level:
        """Where nobody need do anything it is only told."""
        return self.usual_level if self.diagnosis.needs_you else Level.INFO

    def sentence(self) -> str:
        return f"{self.who()}: {self.diagnosis.words} {self.diagnosis.remedy}"


@dataclass(frozen=True, slots=True, kw_only=True)
class StallOver(Event):
    """The computer has got past what `StallDiagnosed` told. lasted_s: since it was told."""

    name: ClassVar[str] = "stall_over"
    service: ClassVar[ServiceName] = ServiceName.SESSION
    diagnosis: ClientDiagnosis
    lasted_s: float

    def sentence(self) -> str:
        return f"{self.who()} goes on after {self.lasted_s:.0f} s. Before: {self.diagnosis.sentence}"
