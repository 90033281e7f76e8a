"""Serving as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address
from typing import ClassVar

from fogportable.errors import Fault
from fogportable.events.base import Event, Level, ServiceName
from fogportable.language import say
from fogportable.protocol.address import MacAddress


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStarted(Event):
    """Serving has begun. root: the TFTP folder. ports: as really bound.

    private_networks: those of the interfaces on which addresses are given.
    """

    name: ClassVar[str] = "session_started"
    service: ClassVar[ServiceName] = ServiceName.SESSION
    interfaces: tuple[str, ...]
    addresses: tuple[IPv4Address, ...]
    root: str
    ports: tuple[int, ...]
    private_networks: tuple[str, ...] = ()

    def sentence(self) -> str:
        places = ", ".join(f"{n} ({a})" for n, a in zip(self.interfaces, self.addresses, strict=True))
        if not self.private_networks:
            return say("Serving on {places}. No address is given out.", places=places)
        return say(
            "Serving on {places}. Addresses are given out on {private_networks} only.",
            places=places,
            private_networks=say(" and ").join(self.private_networks),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStopping(Event):
    """Stop was asked for. loading: clients that still load. drain_s: the most they get to finish.

    reason: a clause, where serving ends by itself; "" where a person or a signal said so.
    """

    name: ClassVar[str] = "session_stopping"
    service: ClassVar[ServiceName] = ServiceName.SESSION
    loading: int
    drain_s: float
    reason: str = ""

    def sentence(self) -> str:
        begin = say("Stopping by itself: {reason}.", reason=say(self.reason)) if self.reason else say("Stopping.")
        if not self.loading:
            return begin
        return say(
            "{begin} {loading} still loading; they get up to {drain_s:.0f} s to finish.",
            begin=begin,
            loading=self.loading,
            drain_s=self.drain_s,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStopped(Event):
    """Nobody is answered any more. cut: clients whose transfer was ended before it was complete."""

    name: ClassVar[str] = "session_stopped"
    service: ClassVar[ServiceName] = ServiceName.SESSION
    cut: tuple[MacAddress, ...]

    def sentence(self) -> str:
        if not self.cut:
            return say("Stopped. Nobody was cut off.")
        return say("Stopped. Cut off while loading: {clients}.", clients=", ".join(map(str, self.cut)))


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultRaised(Event):
    """Something of the world is wrong: interface gone, service crashed, address changed, boot file missing."""

    name: ClassVar[str] = "fault_raised"
    usual_level: ClassVar[Level] = Level.FAILURE
    service: ClassVar[ServiceName] = ServiceName.SESSION
    fault: Fault

    def sentence(self) -> str:
        return str(self.fault)


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultCleared(Event):
    """What `FaultRaised` said is over. is_observing: nobody was answered, before or after."""

    name: ClassVar[str] = "fault_cleared"
    service: ClassVar[ServiceName] = ServiceName.SESSION
    fault: Fault
    lasted_s: float
    is_observing: bool = False

    def sentence(self) -> str:
        if self.is_observing:
            return say(
                "Listening goes on after {lasted_s:.0f} s. Before: {message}",
                lasted_s=self.lasted_s,
                message=self.fault.message,
            )
        return say(
            "Serving goes on after {lasted_s:.0f} s. Before: {message}",
            lasted_s=self.lasted_s,
            message=self.fault.message,
        )
