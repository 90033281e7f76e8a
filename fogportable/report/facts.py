"""Everything that a session report says, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from fogportable.errors import Fault
from fogportable.model import ClientSnapshot, ClientStage, FogPlan, Room, SiteSnapshot
from fogportable.protocol.address import MacAddress
from fogportable.report.history import Stretch


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong with a computer, and when. It may have been mended since."""

    time: datetime
    fault: Fault


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one computer was sent from here, over all its attempts.

    sent_bytes: also of files that did not arrive whole. finished_bytes, loading_s: of those that did; loading_s adds
    up files that came at the same time. files: names of the last that arrived, oldest first. file_count: all of them.
    troubles: the last ones, oldest first, each kind once.
    """

    mac: MacAddress
    sent_bytes: int = 0
    finished_bytes: int = 0
    loading_s: float = 0.0
    files: tuple[str, ...] = ()
    file_count: int = 0
    troubles: tuple[Trouble, ...] = ()

    @property
    def rate_bytes_per_s(self) -> float | None:
        """Mean of the files that arrived; None without one."""
        return self.finished_bytes / self.loading_s if self.loading_s > 0 else None


@dataclass(frozen=True, slots=True)
class Course:
    """When a session began and ended, and what it sent. None: not yet.

    unplaced_bytes: sent to computers whose hardware address was not known, or is no longer kept.
    """

    started: datetime | None = None
    stopped: datetime | None = None
    deliveries: tuple[Delivery, ...] = ()
    unplaced_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a computer. code: of the fault, or of the diagnosis's rule. message, remedy: for people."""

    code: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class ComputerLine:
    """One computer of the report. handed_over: when, for the first time; None when that was not seen.

    seat: what its place in the room is called, "" where that is not known.
    """

    client: ClientSnapshot
    delivery: Delivery
    handed_over: datetime | None = None
    seat: str = ""

    @property
    def is_ours(self) -> bool:
        """Whether it wanted to boot from the network."""
        return self.client.stage is not ClientStage.LEFT_ALONE

    @property
    def took(self) -> timedelta | None:
        """From the first word of it to the hand-over."""
        return None if self.handed_over is None else max(timedelta(0), self.handed_over - self.client.first_heard)

    @property
    def trouble(self) -> Complaint | None:
        """What is wrong with it now, the diagnosis before the bare fault; None when nothing is."""
        client, diagnosis = self.client, self.client.diagnosis
        is_stuck = client.stage in (ClientStage.NEEDS_YOU, ClientStage.FAILED)
        if diagnosis is not None and (is_stuck or diagnosis.needs_you) and client.stage is not ClientStage.LEFT_ALONE:
            return Complaint(diagnosis.rule, diagnosis.words, diagnosis.remedy)
        if client.fault is None or not is_stuck:
            return None
        return Complaint(client.fault.code.value, client.fault.message, client.fault.remedy)


@dataclass(frozen=True, slots=True)
class Card:
    """A network card that was served on. address: with the length of its network, `192.168.1.20/24`."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class SessionReport:
    """A session as it stood at one moment.

    made: aware, in the zone that all times are to be shown in. versions: what the report was made with, name and
    version. boot: what the boot set is called. lines: in the order in which they were first heard, also those that were
    left alone. missing: seats whose computer is known and was not heard.
    """

    made: datetime
    versions: tuple[tuple[str, str], ...]
    lines: tuple[ComputerLine, ...] = ()
    is_rehearsal: bool = False
    is_serving: bool = False
    profile: str = ""
    room: Room = field(default_factory=Room)
    boot: str = ""
    cards: tuple[Card, ...] = ()
    private_networks: tuple[Card, ...] = ()
    fog: FogPlan | None = None
    course: Course = field(default_factory=Course)
    site: SiteSnapshot = field(default_factory=SiteSnapshot)
    stretches: tuple[Stretch, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def ours(self) -> tuple[ComputerLine, ...]:
        """Those that wanted to boot from the network."""
        return tuple(line for line in self.lines if line.is_ours)

    @property
    def handed_over(self) -> tuple[ComputerLine, ...]:
        """Those that were handed over, whatever they do since."""
        return tuple(
            line for line in self.ours if line.handed_over is not None or line.client.stage is ClientStage.HANDED_OVER
        )

    @property
    def not_seen(self) -> int:
        """Computers of the room that were not heard; 0 also without a list."""
        return max(0, self.room.expected - len(self.ours))

    @property
    def sent_bytes(self) -> int:
        return sum(each.sent_bytes for each in self.course.deliveries) + self.course.unplaced_bytes

    @property
    def ended(self) -> datetime:
        """The end of the session, or now while it goes on."""
        return self.made if self.is_serving or self.course.stopped is None else self.course.stopped
