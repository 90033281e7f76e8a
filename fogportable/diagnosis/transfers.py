"""One reading of a file: by TFTP (a transfer) or by HTTP (a fetch), summed up as its frames pass."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from fogportable.diagnosis.facts import Endpoint, IcmpFact, TcpFact, TcpKind, TftpFact
from fogportable.language import to_say
from fogportable.protocol.tftp.packets import ErrorPacket, Opcode, Request

DEFAULT_BLOCK_SIZE = 512
#: What is remembered of repeats: more of the same says no more.
_MOST_KEPT = 64
#: The same block this often without an answer: the transfer stands.
_STALLED_AFTER = 2
_WRAP = 1 << 16
#: The same again within this time (s) is a frame that the capture holds twice: from a bridge and from its ports.
COPY_WITHIN_S = 0.005
_WEB_PORTS = frozenset({80, 443, 8000, 8080})


class TransferState(Enum):
    """How far a transfer came.

    PROBED: asked for the size only and broken off by the client, as firmware does first. UNACKNOWLEDGED: answered, and
    the client never heard it. STALLED: it moved, or was agreed on, and then the same block was sent in vain.
    """

    DONE = to_say("whole")
    MOVING = to_say("under way")
    PROBED = to_say("asked for its size")
    ABORTED = to_say("broken off by the client")
    REFUSED = to_say("refused by the server")
    STALLED = to_say("standing still")
    UNACKNOWLEDGED = to_say("answered in vain")
    UNREACHABLE = "rejected"
    UNANSWERED = to_say("not answered")


#: It brought, or was bringing, a file.
BROUGHT = frozenset({TransferState.DONE, TransferState.MOVING})


@dataclass(frozen=True, slots=True)
class Moment:
    """Where in the capture."""

    frame: int
    time_s: float


#: Before the first frame.
START = Moment(0, 0.0)


@dataclass(slots=True)
class Transfer:
    """client: its port is what tells transfers apart. server: as asked; answered_from: where answers came from."""

    client: Endpoint
    server: Endpoint
    request: Request
    begin: Moment
    end: Moment
    requests: list[Moment] = field(default_factory=list)
    answers: list[Moment] = field(default_factory=list)
    unreachable: list[IcmpFact] = field(default_factory=list)
    refused_by_client: list[IcmpFact] = field(default_factory=list)
    answered_from: Endpoint | None = None
    size_bytes: int | None = None
    block_size: int = DEFAULT_BLOCK_SIZE
    window: int = 1
    highest_ack: int = -1
    highest_data: int = 0
    has_last_block: bool = False
    repeats: int = 0
    stalled_at: Moment | None = None
    moved_at_s: float = 0.0
    error: ErrorPacket | None = None
    error_at: Moment | None = None
    is_error_from_client: bool = False
    heads: dict[int, bytes] = field(default_factory=dict)

    @property
    def name(self) -> bytes:
        """As asked for."""
        return self.request.filename

    @property
    def head(self) -> bytes:
        """The beginning of the file, as far as it was seen without a gap."""
        joined = b""
        for block in sorted(self.heads):
            if block * self.block_size - self.block_size != len(joined):
                break
            joined += self.heads[block]
        return joined

    @property
    def state(self) -> TransferState:
        """As far as the capture goes."""
        if self.error is not None and not self.is_error_from_client:
            return TransferState.REFUSED
        if self.has_last_block and (self.highest_ack < 0 or self.highest_ack >= self.highest_data - self.window):
            return TransferState.DONE if self.repeats <= _STALLED_AFTER or self._has_moved else TransferState.STALLED
        if self._has_moved:
            if self.error is not None:
                return TransferState.ABORTED
            return TransferState.STALLED if self.repeats >= _STALLED_AFTER else TransferState.MOVING
        if self.error is not None and not self._was_in_vain:
            return TransferState.PROBED
        if self.highest_ack == 0:
            return TransferState.STALLED if self.repeats >= _STALLED_AFTER else TransferState.MOVING
        if self.unreachable:
            return TransferState.UNREACHABLE
        return TransferState.UNACKNOWLEDGED if self.answers else TransferState.UNANSWERED

    @property
    def _has_moved(self) -> bool:
        """The client acknowledged a block, or the server went on beyond what it may send unacknowledged."""
        return self.highest_ack >= 1 or self.highest_data > max(1, self.window)

    @property
    def _was_in_vain(self) -> bool:
        """The client gave up after the same was said again and again, which is no probe."""
        return self.repeats >= _STALLED_AFTER or len(self.requests) > _STALLED_AFTER

    def take(self, fact: TftpFact) -> None:
        """Any packet of it after its first request."""
        now = Moment(fact.frame, fact.time_s)
        self.end = now
        match fact.opcode:
            case Opcode.RRQ | Opcode.WRQ:
                _keep(self.requests, now)
            case Opcode.OACK:
                self._note_answer(fact, now)
                self._agree(dict(fact.options))
            case Opcode.DATA:
                self._note_answer(fact, now)
                self._note_data(fact, now)
            case Opcode.ACK:
                self._note_ack(fact.block, now)
            case Opcode.ERROR:
                if self.error is None or self.is_error_from_client:
                    self.error, self.error_at = fact.error, now
                    self.is_error_from_client = fact.source == self.client

    def note_lost(self, when: Moment) -> None:
        """A block came in pieces, and not all of them."""
        if not self._has_moved:
            self._repeat(when)

    def _note_answer(self, fact: TftpFact, now: Moment) -> None:
        _keep(self.answers, now)
        self.answered_from = fact.source

    def _agree(self, options: dict[str, str]) -> None:
        self.size_bytes = _number(options.get("tsize"), self.size_bytes)
        self.block_size = _number(options.get("blksize"), None) or self.block_size
        self.window = _number(options.get("windowsize"), None) or self.window

    def _note_data(self, fact: TftpFact, now: Moment) -> None:
        block = _unwrapped(fact.block, self.highest_data)
        if block > self.highest_data:
            self.highest_data, self.repeats, self.moved_at_s = block, 0, now.time_s
        elif block == self.highest_data or block == self.highest_ack + 1:
            self._repeat(now)
        if fact.head and fact.block not in self.heads and block == fact.block:
            self.heads[fact.block] = fact.head
        if fact.size < self.block_size:
            self.has_last_block = True

    def _note_ack(self, block: int, now: Moment) -> None:
        number = _unwrapped(block, max(self.highest_ack, 0))
        if number > self.highest_ack:
            self.highest_ack, self.repeats, self.moved_at_s = number, 0, now.time_s
        elif number == self.highest_ack:
            self._repeat(now)

    def _repeat(self, now: Moment) -> None:
        if now.time_s - self.moved_at_s < COPY_WITHIN_S:
            return
        if not self.repeats:
            self.stalled_at = now
        self.repeats += 1


@dataclass(slots=True)
class Fetch:
    """One HTTP request, or a connection that never came to one. status: None without an answer."""

    client: Endpoint
    server: Endpoint
    begin: Moment
    end: Moment
    opens: list[Moment] = field(default_factory=list)
    is_accepted: bool = False
    is_reset: bool = False
    method: str = ""
    target: str = ""
    agent: str = ""
    asked_at: Moment | None = None
    status: int | None = None
    answered_at: Moment | None = None
    length: int | None = None
    received: int = 0
    head: bytes = b""
    unreachable: list[IcmpFact] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """It was answered with a file."""
        return self.status is not None and self.status < 400

    @property
    def has_failed(self) -> bool:
        """It was refused or not answered. What is no HTTP and was accepted is none of our business."""
        if self.target or self.status is not None:
            return not self.is_good
        return self.server[1] in _WEB_PORTS and not self.is_accepted

    def take(self, fact: TcpFact) -> None:
        """A segment of its connection that is not a further request."""
        now = Moment(fact.frame, fact.time_s)
        self.end = now
        match fact.kind:
            case TcpKind.OPEN:
                _keep(self.opens, now)
            case TcpKind.ACCEPT:
                self.is_accepted = True
            case TcpKind.RESET:
                self.is_reset = self.is_reset or fact.source == self.server
            case TcpKind.REQUEST:
                self.method, self.target, self.agent, self.asked_at = fact.method, fact.target, fact.agent, now
                self.is_accepted = True
            case TcpKind.ANSWER:
                if self.status is None or self.status < 200:
                    self.status, self.answered_at, self.length = fact.status, now, fact.length
                self.received += fact.size
                self.head += fact.head
            case TcpKind.CONTENT:
                self.received += fact.size if fact.source == self.server else 0
                self.head += fact.head if fact.source == self.server else b""


def _keep(moments: list[Moment], now: Moment) -> None:
    is_copy = bool(moments) and now.time_s - moments[-1].time_s < COPY_WITHIN_S
    if len(moments) < _MOST_KEPT and not is_copy:
        moments.append(now)


def _number(text: str | None, otherwise: int | None) -> int | None:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 16 else otherwise


def _unwrapped(block: int, near: int) -> int:
    """A number of 16 bits as a count, the one nearest to `near`."""
    base = near - near % _WRAP + block
    return min((base - _WRAP, base, base + _WRAP), key=lambda each: (abs(each - near), -each)) if near else block
