"""One file on its way to one client: the sender's side of TFTP, without sockets, clock or files of its own.

The caller feeds datagrams and the time (monotonic seconds) and sends what comes back, in order, to the client.
RFC 1350 (lockstep), 2347 (OACK), 7440 (windows; lockstep is the window of one block).
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from enum import Enum
from typing import NamedTuple

from fogportable.protocol.errors import ProtocolMisuse
from fogportable.protocol.tftp.data_blocks import DataBlocks, Source, SourceFailed
from fogportable.protocol.tftp.options import OptionPolicy, Terms, negotiate
from fogportable.protocol.tftp.packet_shelf import PacketShelf
from fogportable.protocol.tftp.packets import (
    ErrorCode,
    Octets,
    Opcode,
    Request,
    encode_error,
    encode_oack,
    parse_error,
)
from fogportable.protocol.tftp.patience import Patience
from fogportable.protocol.tftp.short_cut import ShortCut

#: After an OACK that nobody answered (s): the size probe of a client that just went away.
_GIVE_UP_ON_OACK_S = 5.0
#: Before the first answer the source address may be forged, so only this many retransmits.
_MOST_UNHEARD_RETRANSMITS = 3

#: Why a transfer ended without a word of the client: nothing ever came back, or no more.
NEVER_HEARD = "the client did not answer"
STOPPED_ANSWERING = "the client stopped answering"
_Datagrams = Sequence[Octets]


class Outcome(Enum):
    """How a transfer ended."""

    FINISHED = "finished"
    PROBED = "probed"  # asked for the size only, as EDK2 and old ROMs do before they load
    FAILED = "failed"


class TransferStats(NamedTuple):  # Made of every transfer ten times a second, for a window.
    """Figures at one moment. acknowledged_bytes: of the file, never more than its size. retransmits: datagrams."""

    size_bytes: int
    acknowledged_bytes: int
    block_size: int
    window_size: int
    retransmits: int


def _wire(block: int) -> int:
    """How a block is numbered in its packet."""
    return block & 0xFFFF


def _unwrap(wire: int, acked: int) -> int:
    """The first block from the last acknowledged one on that has this number in its packet."""
    return acked + ((wire - acked) & 0xFFFF)


def _wire_to_one(block: int) -> int:
    """The same for clients that go from 65535 to 1."""
    return (block - 1) % 65535 + 1 if block else 0


def _unwrap_to_one(wire: int, acked: int) -> int:
    if acked and not wire:
        return acked + 65536  # Block 0 comes once, at the beginning. Nothing that far ahead was ever sent.
    return acked + (wire - _wire_to_one(acked)) % 65535 if acked else wire


class ReadTransfer:
    """Answers one read request. Not thread safe: one thread drives it; `stats` may be read by any.

    is_heard: true once the client has acknowledged anything. moved_at: when it last got further, by the caller's clock.
    short_cut: may be taken by the caller.

    Every step returns the datagrams to send now, often none. `outcome` is None while it goes on; once it is set, the
    datagrams of that step are the last ones. Block counts here never wrap; only the wire's do: 65535 to 0, or to 1 for
    old clients that never expect a 0 again.
    """

    __slots__ = (
        "_acked",
        "_before",
        "_blocks",
        "_last_block",
        "_patience",
        "_resent_at",
        "_retransmits",
        "_rolled_back_to",
        "_sent",
        "_tries",
        "_unwrap",
        "_wire",
        "is_heard",
        "moved_at",
        "outcome",
        "reason",
        "short_cut",
        "size",
        "terms",
    )

    def __init__(
        self,
        request: Request,
        source: Source,
        policy: OptionPolicy | None = None,
        *,
        rolls_over_to_one: bool = False,
        shelf: PacketShelf | None = None,
        identity: Hashable = None,
    ) -> None:
        """shelf, identity: see `DataBlocks`."""
        if request.opcode is not Opcode.RRQ or request.mode != "octet":
            raise ProtocolMisuse("only read requests in octet mode can be sent")
        self.size: int = source.size
        self.terms: Terms = negotiate(request, policy or OptionPolicy(), self.size)
        self.outcome: Outcome | None = None
        self.reason = ""
        self._last_block = self.size // self.terms.block_size + 1
        self._acked = 0
        self._sent = 0
        self.short_cut = ShortCut()
        self.is_heard = False
        self.moved_at = 0.0
        self._before = 0.0  # when it had moved before that
        self._resent_at = 0.0
        self._patience = Patience(self.terms.timeout_s)
        self._tries = 0
        self._retransmits = 0
        self._rolled_back_to = -1
        self._wire, self._unwrap = (_wire_to_one, _unwrap_to_one) if rolls_over_to_one else (_wire, _unwrap)
        self._blocks = DataBlocks(source, self.terms.block_size, self.terms.window_size, self._wire, shelf, identity)

    # --- what the caller does -------------------------------------------------------------------------------------

    def start(self, now: float) -> _Datagrams:
        """The first packet, exactly one: an OACK, or DATA 1 when no option was taken."""
        self.moved_at = self._resent_at = now
        if not self.terms.answer:
            self._sent = 1
        return self.datagrams_to_send()

    def receive_datagram(self, data: bytes, now: float) -> _Datagrams:
        """A datagram of this client has come. Whatever it holds, nothing is raised."""
        if data != self.short_cut.awaited:
            return self._receive_other(data, now)
        if self.short_cut.ready:
            self.moved_at = now
            return (self.short_cut.step(),)
        if self.terms.window_size > 1:  # As `_move` and `_measure` do, in fewer calls.
            self._before, self.moved_at, self._tries = self.moved_at, now, 0
            if self._resent_at <= self._before:
                self._patience.note(now - self._before)
        else:  # Nothing is measured: the short cut left no time of the last packet.
            self._catch_up()
            self._move(now)
        self._acked = self._sent
        return self._send_next()

    def datagrams_to_send(self) -> _Datagrams:
        """What is sent and not yet acknowledged, built again. Empty once the transfer is over."""
        if self.outcome is not None:
            return ()
        if self._is_offering:
            return (encode_oack(self.terms.answer),)
        self._catch_up()
        return self._build(self._acked + 1, self._sent)

    def next_timeout(self) -> float | None:
        """When `handle_timeout` wants to be called; None once the transfer is over."""
        if self.outcome is not None:
            return None
        return min(
            max(self.moved_at, self._resent_at) + self._patience.wait_s(self._tries), self.moved_at + self._give_up_s
        )

    def handle_timeout(self, now: float) -> _Datagrams:
        """Send again, or give up. Does nothing before `next_timeout`."""
        if self._catch_up():
            self.moved_at = now
        due = self.next_timeout()
        if due is None or now < due:
            return ()
        most = self._patience.most_tries if self.is_heard else _MOST_UNHEARD_RETRANSMITS
        if self._tries >= most or now - self.moved_at >= self._give_up_s:
            self._end_without_client(STOPPED_ANSWERING if self.is_heard else NEVER_HEARD)
            return ()
        self._tries += 1
        return self._send_again(now)

    def handle_repeated_request(self, now: float) -> _Datagrams:
        """The same request came again from the same port: its answer was lost, so send the first packet again."""
        if self.is_heard or self.outcome is not None:
            return ()
        self.moved_at = now
        return self._send_again(now)

    def handle_peer_gone(self, reason: str = "the client closed its port") -> None:
        """The client's machine refuses our datagrams (ICMP port unreachable)."""
        if self.outcome is None:
            self._end_without_client(reason)

    def cancel(self, text: str, reason: str) -> _Datagrams:
        """End it from our side: the client is told ERROR 0 with the text. reason: for our people."""
        if self.outcome is not None:
            return ()
        self._end(Outcome.PROBED if self._is_offering else Outcome.FAILED, reason)
        return (encode_error(ErrorCode.SEE_TEXT, text),)

    @property
    def has_started(self) -> bool:
        """True once it is more than a size probe: data has been asked for."""
        return not self._is_offering

    @property
    def acknowledged_bytes(self) -> int:
        """Of the file; never more than its size. From any thread."""
        sent = self.short_cut.sent
        acked = self._acked if sent is None else max(self._acked, sent - 1)
        return min(acked * self.terms.block_size, self.size)

    @property
    def stats(self) -> TransferStats:
        """The figures of this moment. From any thread."""
        return TransferStats(
            size_bytes=self.size,
            acknowledged_bytes=self.acknowledged_bytes,
            block_size=self.terms.block_size,
            window_size=self.terms.window_size,
            retransmits=self._retransmits,
        )

    # --- packets other than the awaited ACK -----------------------------------------------------------------------

    def _receive_other(self, data: bytes, now: float) -> _Datagrams:
        if self.outcome is not None or len(data) < 4:
            return ()
        self._catch_up()
        opcode = int.from_bytes(data[:2], "big")
        if opcode == Opcode.ACK:
            return self._receive_ack(int.from_bytes(data[2:4], "big"), now)
        if opcode == Opcode.ERROR:
            self._receive_error(data)
            return ()
        self._end(Outcome.FAILED, f"the client sent a packet that has no place here (opcode {opcode})")
        return (encode_error(ErrorCode.ILLEGAL_OPERATION, "Illegal TFTP operation"),)

    def _receive_ack(self, wire: int, now: float) -> _Datagrams:
        block = self._unwrap(wire, self._acked)
        if block > self._sent:
            return ()  # an old duplicate, or of a block never sent
        if self._is_offering:
            self._move(now)
            self._measure()
            return self._send_next()
        if block == self._acked:
            # Sorcerer's Apprentice: a repeated ACK triggers nothing in lockstep. In a window it says that its first
            # block was lost (RFC 7440 4); EDK2 says so several times, so it counts once. One that comes sooner than
            # any answer ever did is about a copy of the last window, sent too early: heeded, every window goes twice.
            is_too_soon = now - self.moved_at < self._patience.shortest_s
            if self.terms.window_size == 1 or self._rolled_back_to == block or is_too_soon:
                return ()
        else:
            self._acked = block
            self._move(now)
            if block == self._sent:
                self._measure()
                return self._send_next()
        self._rolled_back_to = block
        self._resent_at = now
        self._retransmits += self._sent - block
        return self._send_next()

    def _receive_error(self, data: bytes) -> None:
        error = parse_error(data)
        if self._is_offering and error.code in (ErrorCode.SEE_TEXT, ErrorCode.OPTION_REFUSED):
            self._end(Outcome.PROBED, "")
            return
        said = f": {error.text}" if error.text else ""
        self._end(Outcome.FAILED, f"the client ended it with error {error.code}{said}")

    def _catch_up(self) -> bool:
        """Count what went by the short cut. True when something did."""
        sent = self.short_cut.sent
        if sent is None or sent == self._sent:
            return False
        self._sent, self._acked = sent, sent - 1
        return True

    def _move(self, now: float) -> None:
        self.is_heard, self._tries = True, 0
        self._before, self.moved_at = self.moved_at, now

    def _measure(self) -> None:
        """How long the last answer took, unless something was sent twice meanwhile: whose answer was it then? (Karn)"""
        if self._resent_at <= self._before:
            self._patience.note(self.moved_at - self._before)

    # --- sending --------------------------------------------------------------------------------------------------

    @property
    def _is_offering(self) -> bool:
        """An OACK is out and nobody has answered it."""
        return bool(self.terms.answer) and not self.is_heard

    def _send_next(self) -> _Datagrams:
        """The window after the last acknowledged block, or the end."""
        first = self._acked + 1
        if first > self._last_block:
            self._end(Outcome.FINISHED, "")
            return ()
        try:
            if self.terms.window_size == 1:
                return (self._in_lockstep(first),)
            burst, self.short_cut.awaited, self._sent = self._blocks.window(first)
        except SourceFailed as problem:
            return self._fail(problem.reason)
        return burst

    def _in_lockstep(self, block: int) -> bytes:
        packet = self.short_cut.step() if self.short_cut.ready else self.short_cut.lay(*self._blocks.lane(block))
        self._sent = block
        return packet

    def _send_again(self, now: float) -> _Datagrams:
        self._resent_at = now
        if self.terms.window_size == 1:
            self.short_cut.awaited = None
        datagrams = self.datagrams_to_send()
        self._retransmits += len(datagrams)
        return datagrams

    def _build(self, first: int, last: int) -> _Datagrams:
        """DATA first to last. When the file cannot be read: an ERROR, and the transfer has failed."""
        try:
            return self._blocks.burst(first, last)
        except SourceFailed as problem:
            return self._fail(problem.reason)

    def _fail(self, reason: str) -> _Datagrams:
        self._end(Outcome.FAILED, reason)
        return (encode_error(ErrorCode.SEE_TEXT, "File could not be read"),)

    # --- waiting and ending ---------------------------------------------------------------------------------------

    @property
    def _give_up_s(self) -> float:
        if self._is_offering:
            return _GIVE_UP_ON_OACK_S
        return self._patience.give_up_s

    def _end_without_client(self, reason: str) -> None:
        """Silence is success when the last block is out: iPXE and ROMs jump into the image without acknowledging it."""
        self._catch_up()
        if self._is_offering:
            self._end(Outcome.PROBED, reason)
        elif self._sent == self._last_block:
            self._end(Outcome.FINISHED, "")
        else:
            self._end(Outcome.FAILED, reason)

    def _end(self, outcome: Outcome, reason: str) -> None:
        self._catch_up()
        self.outcome = outcome
        self.reason = reason
        self.short_cut.close()
        self._blocks.forget()
