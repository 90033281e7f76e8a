"""Files that clients ask for."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address
from typing import ClassVar

from fogportable.errors import Fault
from fogportable.events.base import Event, Level, ServiceName
from fogportable.figures import size_words
from fogportable.model import FileRescue

_WORDS = {
    FileRescue.BACKSLASHES: "backslashes read as slashes",
    FileRescue.TRAILING_OCTET: "without the octet 255 at its end",
    FileRescue.ABSOLUTE_NAME: "without the folder of another server",
    FileRescue.LAYER_SUFFIX: "without the layer number .0",
    FileRescue.LETTER_CASE: "capital and small letters taken as equal",
    FileRescue.OVERLAY: "from the folder for this computer",
}


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
    """The client asked for the size and aborted. Normal for EDK2 and old ROMs.

    is_heard: False when it only fell silent: it went away, or our answer did not reach it.
    """

    name: ClassVar[str] = "size_probed"
    usual_level: ClassVar[Level] = Level.DETAIL
    service: ClassVar[ServiceName] = ServiceName.TFTP
    transfer_id: int
    address: IPv4Address
    file: str
    size_bytes: int
    is_heard: bool = True

    def sentence(self) -> str:
        silence = "" if self.is_heard else " and fell silent"
        return f"{self.who()} ({self.address}) asked for the size of {self.file}{silence}."


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


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRescued(Event):
    """A file was given under another name than its own, which another server might not have done.

    asked: the name on the wire, for people. file: what was given, below the boot folder. why: at least one reason.
    others: file names that fitted as well, when letters' case was not told apart.
    """

    name: ClassVar[str] = "file_rescued"
    service: ClassVar[ServiceName] = ServiceName.TFTP
    address: IPv4Address
    asked: str
    file: str
    why: tuple[FileRescue, ...]
    others: tuple[str, ...] = ()

    def sentence(self) -> str:
        why = ", ".join(_WORDS[each] for each in self.why)
        others = f" Also there: {', '.join(self.others)}." if self.others else ""
        return f"{self.who()} ({self.address}) asked for {self.asked!r} and is given {self.file}: {why}.{others}"
