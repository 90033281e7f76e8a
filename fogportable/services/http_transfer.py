"""One file on its way to one client over HTTP: plain numbers for snapshots, as `tftp_transfer` has them for TFTP."""

from __future__ import annotations

import math
import threading
import time
from datetime import UTC, datetime
from ipaddress import IPv4Address

from fogportable.model import TransferProtocol, TransferSnapshot, TransferState
from fogportable.protocol.address import MacAddress

#: The rate is worked out anew after this time (s), and follows changes with this time constant (s).
_RATE_STEP_S = 0.2
_RATE_MEMORY_S = 2.0


class HttpTransfer:
    """A whole file, or a file that is read in pieces.

    Written by the threads of the client's connections: `_lock` guards the counters. `users`, `quiet_since_s`, `problem`
    and `is_pieces` are the ledger's and guarded by its lock.
    users: requests that are being answered. problem: why the last one broke off, "" when it did not.
    """

    __slots__ = (
        "_lock",
        "_rate",
        "_rate_at_s",
        "_rate_bytes",
        "address",
        "file",
        "is_pieces",
        "mac",
        "problem",
        "quiet_since_s",
        "requests",
        "sent_bytes",
        "size_bytes",
        "started",
        "started_s",
        "transfer_id",
        "users",
    )

    def __init__(
        self,
        transfer_id: int,
        address: IPv4Address,
        file: str,
        size_bytes: int,
        *,
        mac: MacAddress | None,
        is_pieces: bool,
    ) -> None:
        self.transfer_id = transfer_id
        self.address = address
        self.file = file
        self.size_bytes = size_bytes
        self.mac = mac
        self.is_pieces = is_pieces
        self.users = 1
        self.requests = 1
        self.problem = ""
        self.sent_bytes = 0
        self.started = datetime.now(UTC)
        self.started_s = self.quiet_since_s = self._rate_at_s = time.monotonic()
        self._rate: float | None = None
        self._rate_bytes = 0
        self._lock = threading.Lock()

    def add(self, count: int, now: float) -> None:
        """So many more octets have arrived. now: monotonic seconds."""
        with self._lock:
            self.sent_bytes += count
            passed_s = now - self._rate_at_s
            if passed_s < _RATE_STEP_S:
                return
            rate = (self.sent_bytes - self._rate_bytes) / passed_s
            if self._rate is not None:
                rate += (self._rate - rate) * math.exp(-passed_s / _RATE_MEMORY_S)
            self._rate, self._rate_at_s, self._rate_bytes = rate, now, self.sent_bytes

    def start_over(self) -> None:
        """The client asks for the whole file again."""
        with self._lock:
            self.sent_bytes = self._rate_bytes = 0

    def snapshot(self, now: float) -> TransferSnapshot:
        """now: monotonic seconds. From any thread."""
        with self._lock:
            rate, silent_s, sent = self._rate, now - self._rate_at_s, self.sent_bytes
        if rate is not None and silent_s > _RATE_STEP_S:
            rate *= math.exp(-(silent_s - _RATE_STEP_S) / _RATE_MEMORY_S)
        return TransferSnapshot(
            transfer_id=self.transfer_id,
            mac=self.mac,
            address=self.address,
            file=self.file,
            state=TransferState.RUNNING,
            size_bytes=self.size_bytes,
            sent_bytes=min(sent, self.size_bytes),
            started=self.started,
            duration_s=now - self.started_s,
            rate_bytes_per_s=rate,
            block_size=0,
            window_size=0,
            retransmits=0,
            protocol=TransferProtocol.HTTP,
        )
