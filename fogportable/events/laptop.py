"""What the laptop itself says while it serves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from fogportable.errors import Fault
from fogportable.events.base import Event, Level, ServiceName
from fogportable.language import say


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAwake(Event):
    """The system does not go to sleep while this serves. covers_lid: not by closing the lid either."""

    name: ClassVar[str] = "kept_awake"
    usual_level: ClassVar[Level] = Level.DETAIL
    service: ClassVar[ServiceName] = ServiceName.SESSION
    covers_lid: bool

    def sentence(self) -> str:
        if self.covers_lid:
            return say("This laptop stays awake while it serves, also with its lid closed.")
        return say("This laptop stays awake while it serves.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LaptopTrouble(Event):
    """Battery, sleep or disk may end serving before the room is done."""

    name: ClassVar[str] = "laptop_trouble"
    usual_level: ClassVar[Level] = Level.WARNING
    service: ClassVar[ServiceName] = ServiceName.SESSION
    fault: Fault

    def sentence(self) -> str:
        return str(self.fault)


@dataclass(frozen=True, slots=True, kw_only=True)
class LaptopTroubleOver(Event):
    """What `LaptopTrouble` said is over."""

    name: ClassVar[str] = "laptop_trouble_over"
    service: ClassVar[ServiceName] = ServiceName.SESSION
    fault: Fault

    def sentence(self) -> str:
        return say("No longer so: {what}", what=self.fault.message)
