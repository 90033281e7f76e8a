"""What every event has: a name, a level, a service, one readable sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from fogportable.language import say
from fogportable.protocol.address import MacAddress


class Level(StrEnum):
    """How much an event matters to a technician."""

    DETAIL = "detail"
    INFO = "info"
    WARNING = "warning"
    FAILURE = "failure"


class ServiceName(StrEnum):
    """Which part of the program an event is about."""

    SESSION = "session"
    DHCP = "dhcp"
    TFTP = "tftp"
    HTTP = "http"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Base. client: MAC of the client it is about, None when it is about none or the MAC is not known."""

    name: ClassVar[str]
    usual_level: ClassVar[Level] = Level.INFO
    service: ClassVar[ServiceName]

    client: MacAddress | None = None

    @property
    def level(self) -> Level:
        """How much it matters to a technician."""
        return self.usual_level

    def sentence(self) -> str:
        """What happened, for people: one sentence, or two."""
        raise NotImplementedError

    def who(self) -> str:
        """The client as a sentence begins with it."""
        return str(self.client) if self.client is not None else say("a computer")


@dataclass(frozen=True, slots=True)
class Record:
    """An event as it stands in the journal. sequence: from 1, without gaps. monotonic_s: for intervals. time: UTC."""

    sequence: int
    monotonic_s: float
    time: datetime
    event: Event


@dataclass(frozen=True, slots=True)
class Crowd:
    """Records of many computers that did the same, each made when somebody reads it.

    sequence: of the first; the others have the next ones. monotonic_s, time: of all. hardware: their addresses as in
    `chaddr`, at least one. make: the event of the one at this place; all are of one kind and level, and their sentences
    begin with `who()` and are the same from there on.
    """

    sequence: int
    monotonic_s: float
    time: datetime
    hardware: Sequence[bytes]
    make: Callable[[int], Event]

    def record(self, place: int) -> Record:
        """That of one computer."""
        return Record(self.sequence + place, self.monotonic_s, self.time, self.make(place))

    def records(self) -> Iterator[Record]:
        """Those of all."""
        return map(self.record, range(len(self.hardware)))

    def part(self, first: int, last: int) -> Crowd:
        """Those from one place up to another, the last left out; at least one."""
        if first == 0 and last >= len(self.hardware):
            return self
        make = self.make
        return Crowd(
            self.sequence + first,
            self.monotonic_s,
            self.time,
            self.hardware[first:last],
            lambda place: make(first + place),
        )
