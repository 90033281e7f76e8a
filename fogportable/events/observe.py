"""Listening without sending anything, and what it taught."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from fogportable.events.base import Event, Level, ServiceName
from fogportable.language import counted, say
from fogportable.model import Foresight


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservingStarted(Event):
    """Listening has begun. interfaces: names of the cards."""

    name: ClassVar[str] = "observing_started"
    service: ClassVar[ServiceName] = ServiceName.SESSION
    interfaces: tuple[str, ...]

    def sentence(self) -> str:
        return say("Observing on {interfaces}. Nothing is sent.", interfaces=", ".join(self.interfaces))


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservingEnded(Event):
    """Nobody listens any more. computers: that asked for network boot. requests: for addresses, of anybody."""

    name: ClassVar[str] = "observing_ended"
    service: ClassVar[ServiceName] = ServiceName.SESSION
    lasted_s: float
    computers: int
    requests: int

    def sentence(self) -> str:
        asked = counted(self.computers, "1 computer asked for network boot", "{count} computers asked for network boot")
        return say(
            "Observed for {lasted_s:.0f} s, and sent nothing: {asked}. DHCP requests heard: {requests}.",
            lasted_s=self.lasted_s,
            asked=asked,
            requests=self.requests,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputerForeseen(Event):
    """A computer asked, or another server answered it. is_again: nothing is new but that it asked once more."""

    name: ClassVar[str] = "computer_foreseen"
    service: ClassVar[ServiceName] = ServiceName.DHCP
    foresight: Foresight
    is_again: bool = False

    @property
    def level(self) -> Level:
        """What says nothing new is a detail."""
        return Level.DETAIL if self.is_again else self.usual_level

    def sentence(self) -> str:
        return self.foresight.sentence()


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedBeforeStart(Event):
    """Serving has begun, and this computer had asked while nobody answered."""

    name: ClassVar[str] = "asked_before_start"
    service: ClassVar[ServiceName] = ServiceName.DHCP
    foresight: Foresight

    def sentence(self) -> str:
        return say("{who} asked before Start and got no answer from here. Switch it on again.", who=self.who())
