"""What a person in charge has done: computers woken, and let in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from fogportable.events.base import Event, ServiceName


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputersWoken(Event):
    """Magic packets were sent. count: computers told. Whether one hears it nobody says."""

    name: ClassVar[str] = "computers_woken"
    service: ClassVar[ServiceName] = ServiceName.SESSION
    interfaces: tuple[str, ...]
    count: int

    def sentence(self) -> str:
        whom = "1 computer was" if self.count == 1 else f"{self.count} computers were"
        return f"{whom} told to switch on, by Wake-on-LAN on {', '.join(self.interfaces)}."
