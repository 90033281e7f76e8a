"""What a person in charge has done: computers woken, and let in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from fogportable.errors import Fault
from fogportable.events.base import Event, Level, ServiceName
from fogportable.language import counted, say
from fogportable.protocol.pxe.archs import arch_label


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputersWoken(Event):
    """Magic packets were sent. count: computers told. Whether one hears it nobody says."""

    name: ClassVar[str] = "computers_woken"
    service: ClassVar[ServiceName] = ServiceName.SESSION
    interfaces: tuple[str, ...]
    count: int

    def sentence(self) -> str:
        return counted(
            self.count,
            "1 computer was told to switch on, by Wake-on-LAN on {cards}.",
            "{count} computers were told to switch on, by Wake-on-LAN on {cards}.",
            cards=", ".join(self.interfaces),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalWanted(Event):
    """A computer asks for network boot that nobody has let in yet: it gets no answer.

    arch: None when it could not be read.
    """

    name: ClassVar[str] = "approval_wanted"
    usual_level: ClassVar[Level] = Level.WARNING
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    arch: int | None
    uuid: str | None
    vendor_class: str
    fault: Fault

    def sentence(self) -> str:
        what = "" if self.arch is None else f" ({arch_label(self.arch)})"
        return say("{who} asks for network boot. {fault}", who=f"{self.who()}{what}", fault=self.fault)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientApproved(Event):
    """A person has let a computer in: it is answered when it asks again."""

    name: ClassVar[str] = "client_approved"
    service: ClassVar[ServiceName] = ServiceName.SESSION

    def sentence(self) -> str:
        return say("{who} was approved: it is answered when it asks again.", who=self.who())


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalTakenBack(Event):
    """A person has changed their mind."""

    name: ClassVar[str] = "approval_taken_back"
    service: ClassVar[ServiceName] = ServiceName.SESSION

    def sentence(self) -> str:
        return say("The approval of {who} was taken back: it gets no answer any more.", who=self.who())
