"""One transfer with its line: moves datagrams between the kernel and the machine, as cheaply as Python can."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from ipaddress import IPv4Address

from fogportable.model import TransferSnapshot, TransferState
from fogportable.protocol.address import MacAddress
from fogportable.protocol.tftp import Burst, Octets, Outcome, ReadTransfer
from fogportable.services.files import OpenFile
from fogportable.services.tftp_lines import Line
from fogportable.services.tftp_trace import TransferTrace

_monotonic = time.monotonic
#: Enough for ACK and ERROR; small, so that Python takes the buffer from its own pool. A longer text is cut.
_RECEIVE_SIZE = 256
#: The rate follows changes with this time constant (s), and is looked at this often (s).
_RATE_MEMORY_S = 2.0
_RATE_EVERY_S = 0.1

_STATES = {
    None: TransferState.RUNNING,
    Outcome.FINISHED: TransferState.FINISHED,
    Outcome.PROBED: TransferState.PROBE,
    Outcome.FAILED: TransferState.FAILED,
}


class RunningTransfer:
    """Owned by the TFTP thread; `snapshot` may be called by any thread and reads plain numbers only.

    on_started: called once, when it turns out to be more than a size probe. on_over: called once, at its end.
    key: client address, client port, our address. request: the datagram that began it.
    """

    __slots__ = (
        "_is_announced",
        "_on_over",
        "_on_started",
        "_rate_at",
        "_rate_bytes",
        "_receive",
        "_recv",
        "_send_one",
        "_send_problem",
        "_send_window",
        "_short_cut",
        "_trace",
        "address",
        "file",
        "is_over",
        "key",
        "line",
        "mac",
        "machine",
        "rate_bytes_per_s",
        "request",
        "source",
        "started",
        "started_s",
        "transfer_id",
    )

    def __init__(
        self,
        transfer_id: int,
        machine: ReadTransfer,
        line: Line,
        source: OpenFile,
        *,
        key: tuple[IPv4Address, int, IPv4Address],
        request: bytes,
        mac: MacAddress | None,
        started: datetime,
        trace: TransferTrace,
        on_started: Callable[[RunningTransfer], None],
        on_over: Callable[[RunningTransfer], None],
    ) -> None:
        self.transfer_id = transfer_id
        self.machine = machine
        self.line = line
        self.source = source
        self.file = source.name
        self.key = key
        self.address = key[0]
        self.request = request
        self.mac = mac
        self.started = started
        self.started_s = time.monotonic()
        self.is_over = False
        self.rate_bytes_per_s: float | None = None
        self._rate_at = self.started_s
        self._rate_bytes = 0
        self._send_problem = ""
        self._is_announced = False
        self._trace = trace
        self._on_started = on_started
        self._on_over = on_over
        self._recv = line.recv
        self._send_one = line.send
        self._send_window = line.send_window
        self._receive = machine.receive_datagram
        self._short_cut = machine.short_cut

    def on_readable(self) -> None:
        """A datagram of this client waits."""
        try:
            data = self._recv(_RECEIVE_SIZE)
        except BlockingIOError:
            return
        except OSError as problem:
            if not self.is_over:
                self._note_problem(problem)
                self._settle()
            return
        short_cut = self._short_cut
        if data == short_cut.awaited and short_cut.ready:
            packet, short_cut.awaited = short_cut.ready.pop()
            try:
                self._send_one(packet)
            except OSError as problem:
                self._note_problem(problem)
            return
        datagrams = self._receive(data, _monotonic())
        if isinstance(datagrams, Burst) or datagrams:
            self._send(datagrams)
        if self.machine.outcome is not None or not self._is_announced:
            self._trace.step(self.machine, data, datagrams)
            self._settle()

    def proceed(self, datagrams: Sequence[Octets]) -> None:
        """Send what a step of the machine returned, and see whether it has started or ended."""
        if datagrams:
            self._trace.sent(datagrams)
            self._send(datagrams)
        self._settle()

    def scan(self, now: float) -> None:
        """What is done from time to time: timeouts and the rate."""
        self.proceed(self.machine.handle_timeout(now))
        passed_s = now - self._rate_at
        done = self.machine.acknowledged_bytes
        if passed_s < _RATE_EVERY_S or (self.rate_bytes_per_s is None and not done):
            return
        rate = (done - self._rate_bytes) / passed_s
        if self.rate_bytes_per_s is not None:
            rate += (self.rate_bytes_per_s - rate) * math.exp(-passed_s / _RATE_MEMORY_S)
        self.rate_bytes_per_s = rate
        self._rate_at, self._rate_bytes = now, done

    def _send(self, datagrams: Sequence[Octets]) -> None:
        try:
            if isinstance(datagrams, Burst) or len(datagrams) > 1:
                self._send_window(datagrams)
            else:
                self._send_one(datagrams[0])
        except OSError as problem:
            self._note_problem(problem)

    def _note_problem(self, problem: OSError) -> None:
        """Only a refused port is the end; an unreachable network may come back before we give up.

        A full buffer loses datagrams as the wire does: the client or the timer asks again.
        """
        if isinstance(problem, ConnectionError):
            self.machine.handle_peer_gone()
        elif not isinstance(problem, BlockingIOError):
            self._send_problem = problem.strerror or "error of the network"

    def _settle(self) -> None:
        if self.is_over:
            return
        if not self._is_announced and self.machine.has_started:
            self._is_announced = True
            self._on_started(self)
        if self.machine.outcome is not None:
            self.is_over = True
            self._on_over(self)

    @property
    def reason(self) -> str:
        """Why it failed, for people; empty unless it did."""
        if self.machine.outcome is not Outcome.FAILED:
            return ""
        return f"{self.machine.reason} ({self._send_problem})" if self._send_problem else self.machine.reason

    def snapshot(self, now: float) -> TransferSnapshot:
        """now: monotonic seconds."""
        stats = self.machine.stats
        return TransferSnapshot(
            transfer_id=self.transfer_id,
            mac=self.mac,
            address=self.address,
            file=self.file,
            state=_STATES[self.machine.outcome],
            size_bytes=stats.size_bytes,
            sent_bytes=stats.acknowledged_bytes,
            started=self.started,
            duration_s=now - self.started_s,
            rate_bytes_per_s=self.rate_bytes_per_s,
            block_size=stats.block_size,
            window_size=stats.window_size,
            retransmits=stats.retransmits,
            reason=self.reason,
        )
