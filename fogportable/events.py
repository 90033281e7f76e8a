"""What happened, as values: frozen, past tense, each with a stable name and one readable sentence.

Progress is not an event: it is read from snapshots. The journal stamps sequence and time (`Record`).
Field names are the keys of `serve --json`; they are only ever added, never renamed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from ipaddress import IPv4Address
from typing import ClassVar

from fogportable.errors import Fault
from fogportable.figures import size_words
from fogportable.protocol.address import MacAddress
from fogportable.protocol.pxe.archs import arch_label


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
        return str(self.client) if self.client is not None else "a computer"


@dataclass(frozen=True, slots=True)
class Record:
    """An event as it stands in the journal. sequence: from 1, without gaps. monotonic_s: for intervals. time: UTC."""

    sequence: int
    monotonic_s: float
    time: datetime
    event: Event


# --- session ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStarted(Event):
    """Serving has begun. root: the TFTP folder. ports: as really bound."""

    name: ClassVar[str] = "session_started"
    service: ClassVar[ServiceName] = ServiceName.SESSION
    interfaces: tuple[str, ...]
    addresses: tuple[IPv4Address, ...]
    root: str
    ports: tuple[int, ...]

    def sentence(self) -> str:
        places = ", ".join(f"{n} ({a})" for n, a in zip(self.interfaces, self.addresses, strict=True))
        return f"Serving on {places}. No address is given out."


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStopping(Event):
    """Stop was asked for. loading: clients that still load. drain_s: the most they get to finish."""

    name: ClassVar[str] = "session_stopping"
    service: ClassVar[ServiceName] = ServiceName.SESSION
    loading: int
    drain_s: float

    def sentence(self) -> str:
        if not self.loading:
            return "Stopping."
        return f"Stopping. {self.loading} still loading; they get up to {self.drain_s:.0f} s to finish."


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStopped(Event):
    """Nobody is answered any more. cut: clients whose transfer was ended before it was complete."""

    name: ClassVar[str] = "session_stopped"
    service: ClassVar[ServiceName] = ServiceName.SESSION
    cut: tuple[MacAddress, ...]

    def sentence(self) -> str:
        if not self.cut:
            return "Stopped. Nobody was cut off."
        return f"Stopped. Cut off while loading: {', '.join(map(str, self.cut))}."


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
    """What `FaultRaised` said is over."""

    name: ClassVar[str] = "fault_cleared"
    service: ClassVar[ServiceName] = ServiceName.SESSION
    fault: Fault
    lasted_s: float

    def sentence(self) -> str:
        return f"Serving goes on after {self.lasted_s:.0f} s. Before: {self.fault.message}"


# --- DHCP -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientAsked(Event):
    """A DISCOVER for network boot was heard. runs_ipxe: asked by iPXE, not by the firmware."""

    name: ClassVar[str] = "client_asked"
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    arch: int
    uuid: str | None
    vendor_class: str
    runs_ipxe: bool
    port: int

    def sentence(self) -> str:
        asker = "iPXE" if self.runs_ipxe else "the firmware"
        return f"{self.who()} asks for network boot: {asker}, {arch_label(self.arch)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferSent(Event):
    """A DISCOVER was answered. destination: address and port, `255.255.255.255:68`."""

    name: ClassVar[str] = "offer_sent"
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    arch: int
    file: str
    next_server: IPv4Address
    destination: str

    def sentence(self) -> str:
        return f"{self.who()} was offered {self.file} ({arch_label(self.arch)})."


@dataclass(frozen=True, slots=True, kw_only=True)
class BootServerAckSent(Event):
    """The answer on port 4011."""

    name: ClassVar[str] = "boot_server_ack_sent"
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    arch: int
    file: str
    next_server: IPv4Address
    destination: str

    def sentence(self) -> str:
        return f"{self.who()} asked on port 4011 and was told {self.file}."


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaseRequestSeen(Event):
    """The client's REQUEST to the site's DHCP server passed by. We stay silent; it tells us the address."""

    name: ClassVar[str] = "lease_request_seen"
    usual_level: ClassVar[Level] = Level.DETAIL
    service: ClassVar[ServiceName] = ServiceName.DHCP
    address: IPv4Address | None
    dhcp_server: IPv4Address | None

    def sentence(self) -> str:
        return f"{self.who()} takes the address {self.address} from {self.dhcp_server}."


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestIgnored(Event):
    """Silence, with the reason. arch: None when it could not be read."""

    name: ClassVar[str] = "request_ignored"
    usual_level: ClassVar[Level] = Level.DETAIL
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    arch: int | None
    reason: str

    def sentence(self) -> str:
        return f"{self.who()} was left alone: {self.reason}."


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchWithoutFile(Event):
    """A PXE client asked whose architecture has no boot file. We stay silent and show it."""

    name: ClassVar[str] = "arch_without_file"
    usual_level: ClassVar[Level] = Level.WARNING
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    arch: int
    fault: Fault

    def sentence(self) -> str:
        return f"{self.who()}: {self.fault}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainloadLoopStopped(Event):
    """The client came back again and again without getting further; it is left alone for a while."""

    name: ClassVar[str] = "chainload_loop_stopped"
    usual_level: ClassVar[Level] = Level.FAILURE
    service: ClassVar[ServiceName] = ServiceName.DHCP
    fault: Fault

    def sentence(self) -> str:
        return f"{self.who()}: {self.fault}"


# --- TFTP -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferStarted(Event):
    """More than the size was asked for. block_size: octets. window_size: blocks."""

    name: ClassVar[str] = "transfer_started"
    usual_level: ClassVar[Level] = Level.DETAIL
    service: ClassVar[ServiceName] = ServiceName.TFTP
    transfer_id: int
    address: IPv4Address
    file: str
    size_bytes: int
    block_size: int
    window_size: int

    def sentence(self) -> str:
        return f"{self.who()} ({self.address}) loads {self.file}, {size_words(self.size_bytes)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeProbed(Event):
    """The client asked for the size and aborted. Normal for EDK2 and old ROMs."""

    name: ClassVar[str] = "size_probed"
    usual_level: ClassVar[Level] = Level.DETAIL
    service: ClassVar[ServiceName] = ServiceName.TFTP
    transfer_id: int
    address: IPv4Address
    file: str
    size_bytes: int

    def sentence(self) -> str:
        return f"{self.who()} ({self.address}) asked for the size of {self.file}."


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferFinished(Event):
    """The client has the whole file. retransmits: datagrams that were sent again."""

    name: ClassVar[str] = "transfer_finished"
    service: ClassVar[ServiceName] = ServiceName.TFTP
    transfer_id: int
    address: IPv4Address
    file: str
    size_bytes: int
    duration_s: float
    retransmits: int
    block_size: int
    window_size: int

    def sentence(self) -> str:
        size = size_words(self.size_bytes)
        return f"{self.who()} ({self.address}) loaded {self.file}: {size} in {self.duration_s:.1f} s."


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferFailed(Event):
    """reason: for people, one clause. sent_bytes: acknowledged by the client."""

    name: ClassVar[str] = "transfer_failed"
    usual_level: ClassVar[Level] = Level.FAILURE
    service: ClassVar[ServiceName] = ServiceName.TFTP
    transfer_id: int
    address: IPv4Address
    file: str
    size_bytes: int
    sent_bytes: int
    reason: str

    def sentence(self) -> str:
        return f"{self.who()} ({self.address}) did not get {self.file}: {self.reason}."


@dataclass(frozen=True, slots=True, kw_only=True)
class FileNotFound(Event):
    """expected: loaders probe for optional names (autoexec.ipxe, grub.cfg-...); those are no fault.

    fault: set when the file is one that a boot rule or the menu promised.
    """

    name: ClassVar[str] = "file_not_found"
    usual_level: ClassVar[Level] = Level.WARNING
    service: ClassVar[ServiceName] = ServiceName.TFTP
    address: IPv4Address
    file: str
    expected: bool
    fault: Fault | None = None

    @property
    def level(self) -> Level:
        """Loaders try names on the off chance: that is no warning."""
        return Level.DETAIL if self.expected else self.usual_level

    def sentence(self) -> str:
        if self.fault is not None:
            return f"{self.who()} ({self.address}): {self.fault}"
        return f"{self.who()} ({self.address}) asked for {self.file}, which is not there."


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRefused(Event):
    """A TFTP request that is never served: a path outside the folder, a write, a wrong mode, too many at once."""

    name: ClassVar[str] = "request_refused"
    usual_level: ClassVar[Level] = Level.WARNING
    service: ClassVar[ServiceName] = ServiceName.TFTP
    address: IPv4Address
    file: str
    reason: str

    def sentence(self) -> str:
        return f"{self.who()} ({self.address}) was refused {self.file!r}: {self.reason}."
