"""Files that clients ask for over HTTP: the events of `tftp`, told by the other service, and one of its own."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address
from typing import ClassVar

from fogportable.events.base import Event, ServiceName
from fogportable.events.tftp import (
    FileNotFound,
    FileRescued,
    RequestRefused,
    SizeProbed,
    TransferFailed,
    TransferFinished,
    TransferStarted,
)
from fogportable.figures import size_words
from fogportable.language import counted, say


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpTransferStarted(TransferStarted):
    """The file itself was asked for, or the first of its pieces."""

    service: ClassVar[ServiceName] = ServiceName.HTTP
    block_size: int = 0
    window_size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpSizeProbed(SizeProbed):
    """A HEAD: firmware asks for the size before it loads."""

    service: ClassVar[ServiceName] = ServiceName.HTTP


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpTransferFinished(TransferFinished):
    """The client has the whole file."""

    service: ClassVar[ServiceName] = ServiceName.HTTP
    retransmits: int = 0
    block_size: int = 0
    window_size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpTransferFailed(TransferFailed):
    """The connection ended before the file did."""

    service: ClassVar[ServiceName] = ServiceName.HTTP


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpFileNotFound(FileNotFound):
    """A name that is not there."""

    service: ClassVar[ServiceName] = ServiceName.HTTP


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpFileRescued(FileRescued):
    """A file given under another name than its own."""

    service: ClassVar[ServiceName] = ServiceName.HTTP


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpRequestRefused(RequestRefused):
    """A request that is never served: a path outside the folder, a broken request, too many connections."""

    service: ClassVar[ServiceName] = ServiceName.HTTP


@dataclass(frozen=True, slots=True, kw_only=True)
class PiecesRead(Event):
    """A client that reads a file piece by piece, as from a disk, has been quiet for a while. One event for all pieces.

    sent_bytes: of all pieces together, also those read twice. requests: how many pieces.
    """

    name: ClassVar[str] = "pieces_read"
    service: ClassVar[ServiceName] = ServiceName.HTTP
    transfer_id: int
    address: IPv4Address
    file: str
    size_bytes: int
    sent_bytes: int
    requests: int
    duration_s: float

    def sentence(self) -> str:
        pieces = counted(self.requests, "one piece", "{count} pieces")
        return say(
            "{who} ({address}) read {pieces} of {file}, {size} together.",
            who=self.who(),
            address=self.address,
            pieces=pieces,
            file=self.file,
            size=size_words(self.sent_bytes),
        )
