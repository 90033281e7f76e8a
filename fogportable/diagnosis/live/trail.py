"""What one computer did so far: its attempts to boot, and in each the runs of firmware and iPXE. Bounded."""

from __future__ import annotations

from collections import OrderedDict, deque
from dataclasses import dataclass, field
from enum import Enum
from ipaddress import IPv4Address

from fogportable.errors import Fault
from fogportable.events import ClientTakenBySite, FileNotFound, FileRescued, Record, TransferFailed
from fogportable.model import FogLight, JourneyStep, OfferShape
from fogportable.protocol.address import MacAddress

#: Steps of a computer that are kept, over its last attempts.
MOST_STEPS = 120
_MOST_OF_A_KIND = 12
_MOST_FILES = 32


class Software(Enum):
    """Who asks."""

    FIRMWARE = "the firmware"
    HTTP_FIRMWARE = "the firmware's HTTP Boot"
    IPXE = "iPXE"


@dataclass(frozen=True, slots=True)
class Moment:
    """A record of the journal, and what it says of the computer as a clause."""

    record: Record
    text: str

    @property
    def time_s(self) -> float:
        """Monotonic seconds."""
        return self.record.monotonic_s


@dataclass(slots=True)
class Run:
    """One piece of software on the computer, from its question on.

    arch: number of option 93, None when it was not heard asking. asks: its DISCOVERs, without copies. acks: our answers
    on port 4011 and to choices from a menu. lease: when it took an address. brought: when each file was whole.
    block_sizes: octets, of transfers by number. unheard: files of which it heard nothing. climbed: when it was told in
    another way. fault: what the row says.
    """

    software: Software
    arch: int | None = None
    interface: str = ""
    asks: list[Moment] = field(default_factory=list)
    offer: Moment | None = None
    shape: OfferShape | None = None
    file: str = ""
    next_server: IPv4Address | None = None
    lease: Moment | None = None
    lease_server: IPv4Address | None = None
    address: IPv4Address | None = None
    acks: list[Moment] = field(default_factory=list)
    probe: Moment | None = None
    loading: Moment | None = None
    brought: OrderedDict[str, Moment] = field(default_factory=OrderedDict)
    block_sizes: OrderedDict[int, int] = field(default_factory=OrderedDict)
    unheard: list[tuple[Moment, str]] = field(default_factory=list)
    failed: list[tuple[Moment, TransferFailed]] = field(default_factory=list)
    missing: list[tuple[Moment, FileNotFound]] = field(default_factory=list)
    rescued: list[tuple[Moment, FileRescued]] = field(default_factory=list)
    taken: tuple[Moment, ClientTakenBySite] | None = None
    climbed: Moment | None = None
    fault: tuple[Moment, Fault] | None = None
    last: Moment | None = None

    @property
    def has_asked_for_file(self) -> bool:
        """By TFTP or HTTP, whether or not it was there."""
        return bool(self.has_heard or self.failed or self.missing or self.unheard)

    @property
    def has_heard(self) -> bool:
        """It answered to something that we sent: a size, a block, a file."""
        return bool(self.probe or self.loading or self.brought)

    @property
    def has_come(self) -> bool:
        """It took what it was offered: it asked for a file, or on port 4011."""
        return bool(self.acks) or self.has_asked_for_file

    @property
    def last_good(self) -> Moment | None:
        """When the last file was whole."""
        return next(reversed(self.brought.values())) if self.brought else None

    @property
    def last_file(self) -> str:
        """The file that came last, "" before any."""
        return next(reversed(self.brought)) if self.brought else ""

    @property
    def failure(self) -> tuple[Moment, TransferFailed] | None:
        """The transfer that failed last, when nothing came and nothing was begun since."""
        return self.failed[-1] if self.failed and self._is_latest(self.failed[-1][0]) else None

    @property
    def absence(self) -> tuple[Moment, FileNotFound] | None:
        """A file that is not there and was not only tried, when nothing came and nothing was begun since."""
        real = [each for each in self.missing if not each[1].expected]
        return real[-1] if real and self._is_latest(real[-1][0]) else None

    @property
    def asked_last_s(self) -> float:
        """When it asked last (monotonic s)."""
        return self.asks[-1].time_s if self.asks else 0.0

    @property
    def asked_for_s(self) -> float:
        """From its first question to the last (s)."""
        return self.asks[-1].time_s - self.asks[0].time_s if self.asks else 0.0

    @property
    def silence(self) -> tuple[Moment, str] | None:
        """The file of which it heard nothing, when it heard nothing before and since."""
        return self.unheard[-1] if self.unheard and not self.has_heard else None

    def has_asked_after(self, moment: Moment) -> bool:
        """Whether it wanted any other file after this; what is only tried counts, for somebody runs who tries."""
        marks = [self.probe, self.loading, self.last_good]
        marks += [each[0] for each in (*self.failed[-1:], *self.missing[-1:], *self.unheard[-1:])]
        return any(each is not None and _number(each) > _number(moment) for each in marks)

    def _is_latest(self, moment: Moment) -> bool:
        later = [each for each in (self.loading, self.last_good, self.probe) if each is not None]
        return all(_number(each) < _number(moment) for each in later)


@dataclass(slots=True)
class Trail:
    """All of one computer. runs: of the attempt that goes on. before: the last run of the attempt before it.

    attempt: from 1, 0 before any. menu: when it got its script, and files are its user's or the menu's choice from then
    on. system: an operating system asked. left_alone: why it got no answer, in words. machines: numbers that it gave
    when it asked, where two machines may share an address. address_s: when a DHCP server was heard to offer it one.
    """

    mac: MacAddress
    attempt: int = 0
    runs: list[Run] = field(default_factory=list)
    before: Run | None = None
    menu: Moment | None = None
    choices: int = 0
    scripts: list[Moment] = field(default_factory=list)
    system: Moment | None = None
    left_alone: tuple[Moment, str] | None = None
    lights: dict[FogLight, Moment] = field(default_factory=dict)
    machines: deque[tuple[str, Moment]] = field(default_factory=lambda: deque(maxlen=_MOST_OF_A_KIND))
    address_s: float | None = None
    last: Moment | None = None
    steps: deque[JourneyStep] = field(default_factory=lambda: deque(maxlen=MOST_STEPS))
    dropped: int = 0

    @property
    def run(self) -> Run | None:
        """The one that goes on."""
        return self.runs[-1] if self.runs else None

    @property
    def last_file(self) -> str:
        """The file that came last in this attempt."""
        return next((run.last_file for run in reversed(self.runs) if run.brought), "")

    def begin(self, run: Run, *, is_anew: bool) -> Run:
        """Go on with this run. is_anew: it is the first of another attempt."""
        if is_anew:
            self.attempt += 1
            self.before = self.run
            self.runs = []
            self.menu = self.system = self.left_alone = None
            self.choices = 0
            self.scripts = []
            self.lights = {}
            self.address_s = None
        self.runs = [*self.runs[-3:], run]
        return run

    def note_step(self, moment: Moment, *, is_odd: bool) -> None:
        """One line for its journey."""
        if len(self.steps) == MOST_STEPS:
            self.dropped += 1
        record = moment.record
        self.steps.append(JourneyStep(record.sequence, record.time, max(1, self.attempt), moment.text, is_odd))


def keep(items: list[Moment], moment: Moment) -> None:
    """Of many the first and the last are remembered."""
    if len(items) == _MOST_OF_A_KIND:
        del items[_MOST_OF_A_KIND // 2]
    items.append(moment)


def keep_file(files: OrderedDict[str, Moment], name: str, moment: Moment) -> None:
    """As the one that came last."""
    files[name] = moment
    files.move_to_end(name)
    if len(files) > _MOST_FILES:
        files.popitem(last=False)


def _number(moment: Moment) -> int:
    return moment.record.sequence
