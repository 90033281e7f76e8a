"""What serving looks like at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from fogportable.model.room import RoomEnd

if TYPE_CHECKING:
    from datetime import datetime
    from ipaddress import IPv4Address

    from fogportable.errors import Fault
    from fogportable.model.findings import Verdict
    from fogportable.model.fog import FogLight
    from fogportable.model.stall import ClientDiagnosis
    from fogportable.protocol.address import MacAddress


class SessionState(StrEnum):
    """What a session does now."""

    STOPPED = "stopped"
    OBSERVING = "observing"  # listens and sends nothing
    STARTING = "starting"
    SERVING = "serving"
    PAUSED = "paused"  # interface or link gone; goes on by itself
    STOPPING = "stopping"
    FAILED = "failed"

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing is answered and nothing happens by itself."""
        return self in (SessionState.STOPPED, SessionState.FAILED)

    @property
    def is_for_computers(self) -> bool:
        """Whether computers are answered, or will be, or were until a moment ago."""
        return not self.is_at_rest and self is not SessionState.OBSERVING


class ClientStage(StrEnum):
    """How far a client has come, in the words of the window. Order of the enum is not order of progress."""

    WOULD_BOOT = "would_boot"  # while observing
    MAY_BOOT = "may_boot"  # while observing: from here or elsewhere, by who answers first
    ASKING = "asking"
    LOADING = "loading"
    IN_MENU = "in_menu"
    HANDED_OVER = "handed_over"
    IMAGING = "imaging"  # FOG says so
    DONE = "done"  # FOG or a person says so
    NEEDS_YOU = "needs_you"
    FAILED = "failed"
    LEFT_ALONE = "left_alone"
    SILENT = "silent"
    NOT_SEEN = "not_seen"  # a seat of the room whose computer was never heard; no session says it


class TransferState(StrEnum):
    """How far a transfer has come, or how it ended."""

    RUNNING = "running"
    FINISHED = "finished"
    FAILED = "failed"
    PROBE = "probe"  # the size probe of EDK2 and old ROMs: expected, never a failure


class TransferProtocol(StrEnum):
    """How a file travels."""

    TFTP = "tftp"
    HTTP = "http"


@dataclass(frozen=True, slots=True)
class TransferSnapshot:
    """One transfer at one moment.

    rate_bytes_per_s: over the last seconds while running, over the whole once finished; None before it is known.
    block_size, window_size (blocks), retransmits: of TFTP, 0 with HTTP. reason: why it failed, for people; empty
    otherwise. sent_bytes: with a file that is read in pieces over HTTP all of them together, at most its size.
    """

    transfer_id: int
    mac: MacAddress | None
    address: IPv4Address
    file: str
    state: TransferState
    size_bytes: int
    sent_bytes: int
    started: datetime
    duration_s: float
    rate_bytes_per_s: float | None
    block_size: int
    window_size: int
    retransmits: int
    reason: str = ""
    protocol: TransferProtocol = TransferProtocol.TFTP


@dataclass(frozen=True, slots=True)
class ClientSnapshot:
    """One client at one moment. A row of the table.

    arch: the option 93 number, None when only TFTP was seen. firmware: words with the number. doing: one sentence.
    file, sent_bytes, size_bytes, rate: of its newest transfer; "" and None without one. last_heard_s: monotonic
    seconds. attempts: 1 for the first boot, counts when it starts over. fault: set in NEEDS_YOU, FAILED and LEFT_ALONE,
    unless another server has it while observing. shape: of the last offer to its firmware, in words; "" for none.
    lights: how far it has come with a FOG server, as far as that was seen. diagnosis: what stands in its way, None for
    nothing that is known. number: tells rows apart that have one MAC: of computers that were docked one after another.
    uuid: SMBIOS UUID as its firmware sends it, "" where it sends none that tells it apart. asked_s: monotonic seconds
    when its firmware last asked, 0.0 for never. total_bytes: of all files in this attempt, with what has arrived of the
    running one.
    """

    mac: MacAddress
    vendor: str
    address: IPv4Address | None
    arch: int | None
    firmware: str
    stage: ClientStage
    doing: str
    file: str
    sent_bytes: int | None
    size_bytes: int | None
    rate_bytes_per_s: float | None
    first_heard: datetime
    last_heard: datetime
    last_heard_s: float
    attempts: int
    interface: str
    fault: Fault | None = None
    shape: str = ""
    lights: frozenset[FogLight] = frozenset()
    diagnosis: ClientDiagnosis | None = None
    number: int = 0
    uuid: str = ""
    asked_s: float = 0.0
    total_bytes: int = 0

    @property
    def key(self) -> tuple[MacAddress, int]:
        """What stays the same of a row."""
        return self.mac, self.number


@dataclass(frozen=True, slots=True)
class SessionStatus:
    """What the serve bar and the status bar show.

    rate_bytes_per_s: of all transfers together. ports: such as (67, 4011, 69), as really bound; empty when stopped.
    loading_computers: with a transfer that is no size probe. malformed_datagrams: ignored since Start.
    receive_buffer_bytes: granted for port 67, 0 when stopped. http_port: None without HTTP. addresses_given: leases of
    private networks now. leasing: cards with a private network, whether it has yielded or not. sent_bytes: since Start,
    to all computers together. end: what "done" means.
    """

    state: SessionState
    since: datetime | None
    requests_heard: int
    loading_computers: int
    rate_bytes_per_s: float
    ports: tuple[int, ...]
    fault: Fault | None = None
    malformed_datagrams: int = 0
    receive_buffer_bytes: int = 0
    http_port: int | None = None
    addresses_given: int = 0
    leasing: tuple[str, ...] = ()
    sent_bytes: int = 0
    end: RoomEnd = RoomEnd.HANDED_OVER


@dataclass(frozen=True, slots=True)
class RehearsalResult:
    """How a rehearsal ended. verdict: OK when everybody booted, WARNING when it was cut short, BLOCKED on failures."""

    verdict: Verdict
    sentence: str


@dataclass(frozen=True, slots=True)
class StopReport:
    """What Stop did. cut: clients whose transfer was ended before it was complete."""

    drained: int
    cut: tuple[MacAddress, ...]
