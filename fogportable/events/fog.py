"""What a FOG server tells of computers that were sent to it, and what a person says of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from fogportable.errors import Fault
from fogportable.events.base import Event, Level, ServiceName
from fogportable.language import say
from fogportable.model import FogLight


@dataclass(frozen=True, slots=True, kw_only=True)
class FogProgress(Event):
    """A computer has come further with FOG. words: of its task; "" where the event is no word of FOG's."""

    name: ClassVar[str] = "fog_progress"
    service: ClassVar[ServiceName] = ServiceName.SESSION
    light: FogLight
    words: str = ""

    def sentence(self) -> str:
        match self.light:
            case FogLight.SCRIPT:
                return say("{who} was given the script that leads it to FOG.", who=self.who())
            case FogLight.SERVER:
                return say("FOG has answered {who}.", who=self.who())
            case FogLight.KERNEL:
                return say(
                    "{who} has FOG's kernel: its imaging system asks for an address ({words}).",
                    who=self.who(),
                    words=self.words,
                )
            case FogLight.IMAGING:
                return say("FOG's imaging system is at work on {who}: {words}.", who=self.who(), words=self.words)
            case FogLight.DONE:
                if not self.words:
                    return say("{who} is done with FOG, somebody said here.", who=self.who())
                return say("{who} is done with FOG ({words}).", who=self.who(), words=self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class FogReset(Event):
    """A computer that was done boots from the network again. words: of its new task, "" where a person said so."""

    name: ClassVar[str] = "fog_reset"
    service: ClassVar[ServiceName] = ServiceName.SESSION
    words: str = ""

    def sentence(self) -> str:
        if not self.words:
            return say("{who} boots from the network again: somebody said so.", who=self.who())
        return say(
            "{who} boots from the network again: FOG has a new task for it ({words}).",
            who=self.who(),
            words=self.words,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FogTasksUnseen(Event):
    """FOG's API does not tell its tasks any more: lights stay as they are until it does."""

    name: ClassVar[str] = "fog_tasks_unseen"
    usual_level: ClassVar[Level] = Level.WARNING
    service: ClassVar[ServiceName] = ServiceName.SESSION
    fault: Fault

    def sentence(self) -> str:
        return say("FOG's tasks are not seen for now. {fault}", fault=self.fault)


@dataclass(frozen=True, slots=True, kw_only=True)
class FogTasksSeen(Event):
    """It tells them again. lasted_s: since it did not."""

    name: ClassVar[str] = "fog_tasks_seen"
    service: ClassVar[ServiceName] = ServiceName.SESSION
    lasted_s: float

    def sentence(self) -> str:
        return say("FOG's tasks are seen again after {lasted_s:.0f} s.", lasted_s=self.lasted_s)
