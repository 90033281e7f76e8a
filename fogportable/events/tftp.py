"""Files that clients ask for."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address
from typing import ClassVar

from fogportable.errors import Fault
from fogportable.events.base import Event, Level, ServiceName
from fogportable.figures import size_words
from fogportable.language import decimal, say, to_say
from fogportable.model import FileRescue

_WORDS = {
    FileRescue.BACKSLASHES: to_say("backslashes read as slashes"),
    FileRescue.TRAILING_OCTET: to_say("without the octet 255 at its end"),
    FileRescue.ABSOLUTE_NAME: to_say("without the folder of another server"),
    FileRescue.LAYER_SUFFIX: to_say("without the layer number .0"),
    FileRescue.LETTER_CASE: to_say("capital and small letters taken as equal"),
    FileRescue.OVERLAY: to_say("from the folder for this computer"),
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
        return say(
            "{who} ({address}) loads {file}, {size}.",
            who=self.who(),
            address=self.address,
            file=self.file,
            size=size_words(self.size_bytes),
        )


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
        who, address, file = self.who(), self.address, self.file
        if self.is_heard:
            return say("{who} ({address}) asked for the size of {file}.", who=who, address=address, file=file)
        return say(
            "{who} ({address}) asked for the size of {file} and fell silent.", who=who, address=address, file=file
        )


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
        return say(
            "{who} ({address}) loaded {file}: {size} in {duration_s} s.",
            who=self.who(),
            address=self.address,
            file=self.file,
            size=size,
            duration_s=decimal(self.duration_s),
        )


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
        return say(
            "{who} ({address}) did not get {file}: {reason}.",
            who=self.who(),
            address=self.address,
            file=self.file,
            reason=say(self.reason),
        )


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
        return say(
            "{who} ({address}) asked for {file}, which is not there.",
            who=self.who(),
            address=self.address,
            file=self.file,
        )


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
        return say(
            "{who} ({address}) was refused {file!r}: {reason}.",
            who=self.who(),
            address=self.address,
            file=self.file,
            reason=say(self.reason),
        )


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
        why = ", ".join(say(_WORDS[each]) for each in self.why)
        others = say(" Also there: {others}.", others=", ".join(self.others)) if self.others else ""
        return say(
            "{who} ({address}) asked for {asked!r} and is given {file}: {why}.{others}",
            who=self.who(),
            address=self.address,
            asked=self.asked,
            file=self.file,
            why=why,
            others=others,
        )
