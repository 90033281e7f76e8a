"""The receiving side of TFTP, as strict as boot firmware is: a test peer of our own server, without sockets.

RFC 1350, 2347, 2348, 2349, 7440. An OACK may hold only options that were asked for, and no value may be raised
(EDK2 `Mtftp4RrqOackValid`).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import Enum
from ipaddress import IPv4Address

from fogportable.protocol.errors import MalformedPacket
from fogportable.protocol.tftp.packets import (
    ErrorCode,
    Opcode,
    Request,
    block_of,
    encode_ack,
    encode_error,
    encode_request,
    opcode_of,
    parse_error,
    parse_oack,
)

Peer = tuple[IPv4Address, int]

#: Waits before a packet is sent again (s); after the last one the client gives up.
RETRY_WAITS_S = (1.0, 2.0, 4.0)

#: Kept of what arrives, to look at (bytes); of the rest only the checksum is.
HEAD_BYTES = 64

_DEFAULT_BLOCK_SIZE = 512


class Outcome(Enum):
    """How a transfer ended."""

    RECEIVED = "received"
    PROBED = "probed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class TftpHabits:
    """How one kind of firmware asks. window_size: None leaves the option out. has_size: asks for tsize as well."""

    block_size: int
    window_size: int | None = None
    has_size: bool = False

    def options(self) -> tuple[tuple[str, str], ...]:
        """The options of a read request, in the order of this firmware."""
        asked = [("blksize", str(self.block_size))]
        if self.has_size:
            asked.append(("tsize", "0"))
        if self.window_size is not None:
            asked.append(("windowsize", str(self.window_size)))
        return tuple(asked)


@dataclass(frozen=True, slots=True)
class SizeProbe:
    """A request that ends with the OACK. options: as the firmware sends them. code, text: of the closing ERROR."""

    options: tuple[tuple[str, str], ...]
    code: ErrorCode
    text: str


class Reception:
    """One file on its way in. Feed datagrams and the time (monotonic s); every step returns what to send now.

    After each step look at `outcome`; once it is set, the datagrams of that step are the last ones.
    `size_bytes`: what the server announced, None without. `reason`: why it failed, one clause for people.
    `error_code`: of the server's ERROR, None without one.
    """

    def __init__(
        self, filename: str, server: Peer, options: tuple[tuple[str, str], ...], *, probe: SizeProbe | None = None
    ) -> None:
        """server: where requests go; the answer must come from the same address. probe: ask for the size only."""
        self.filename = filename
        self.outcome: Outcome | None = None
        self.reason = ""
        self.error_code: int | None = None
        self.size_bytes: int | None = None
        self.received_bytes = 0
        self.head = b""
        self._server = server
        self._peer: Peer | None = None
        self._asked = dict(probe.options if probe is not None else options)
        self._probe = probe
        self._hash = hashlib.sha256()
        self._block_size = _DEFAULT_BLOCK_SIZE
        self._window_size = 1
        self._blocks = 0
        self._in_window = 0
        self._last_sent = b""
        self._tries = 0
        self._deadline: float | None = None

    @property
    def sha256(self) -> str:
        """Of what arrived, in hex."""
        return self._hash.hexdigest()

    def start(self, now: float) -> list[tuple[bytes, Peer]]:
        """The read request."""
        request = Request(Opcode.RRQ, self.filename.encode("latin-1", "replace"), "octet", tuple(self._asked.items()))
        return self._send(encode_request(request), now)

    def next_timeout(self) -> float | None:
        """When `handle_timeout` wants to run; None once it has ended."""
        return self._deadline if self.outcome is None else None

    def handle_timeout(self, now: float) -> list[tuple[bytes, Peer]]:
        """Send the last packet again, or give up."""
        if self.outcome is not None or self._deadline is None or now < self._deadline:
            return []
        self._tries += 1
        if self._tries > len(RETRY_WAITS_S) - 1:
            return self._fail(f"the TFTP server did not go on with {self.filename}")
        self._deadline = now + RETRY_WAITS_S[self._tries]
        return [(self._last_sent, self._peer or self._server)]

    def receive_datagram(self, data: bytes, source: Peer, now: float) -> list[tuple[bytes, Peer]]:
        """Never raises. Datagrams of others get ERROR 5 (RFC 1350 4) and change nothing."""
        if self.outcome is not None or source[0] != self._server[0]:
            return []  # EDK2 drops what comes from another address of the same host.
        if self._peer is not None and source != self._peer:
            return [(encode_error(ErrorCode.UNKNOWN_TID, "Unknown TID"), source)]
        try:
            opcode = opcode_of(data)
            if opcode == Opcode.DATA:
                return self._on_data(data, source, now)
            if opcode == Opcode.OACK:
                return self._on_oack(data, source, now)
            if opcode == Opcode.ERROR:
                error = parse_error(data)
                self.error_code = error.code
                return self._fail(f"TFTP error {error.code} for {self.filename}: {error.text}")
        except MalformedPacket as problem:
            return self._refuse(f"a broken TFTP packet ({problem})", source)
        return self._refuse(f"TFTP packets of kind {opcode} make no sense to a client", source)

    # --- OACK -----------------------------------------------------------------------------------------------------

    def _on_oack(self, data: bytes, source: Peer, now: float) -> list[tuple[bytes, Peer]]:
        if self._blocks:
            return []  # A late copy.
        granted = parse_oack(data)
        problem = self._problem_of(data, granted)
        if problem:
            return self._refuse(problem, source)
        is_repeated = self._peer is not None
        self._peer = source
        values = {name: int(value) for name, value in granted}
        self._block_size = values.get("blksize", self._block_size)
        self._window_size = values.get("windowsize", self._window_size)
        self.size_bytes = values.get("tsize")
        if self._probe is not None:
            if self.size_bytes is None:
                return self._refuse(f"the server did not tell the size of {self.filename}", source)
            self._end(Outcome.PROBED)
            return [(encode_error(self._probe.code, self._probe.text), source)]
        if is_repeated:
            return [(self._last_sent, source)]
        return self._send(encode_ack(0), now)

    def _problem_of(self, data: bytes, granted: tuple[tuple[str, str], ...]) -> str:
        if not granted or data.count(b"\0", 2) != 2 * len(granted):
            return "an OACK that is empty, cut off or names an option twice"
        for name, value in granted:
            if name not in self._asked:
                return f"an OACK with the option {name}, which nobody asked for"
            if not (value.isascii() and value.isdigit()):
                return f"an OACK with {name}={value[:20]}, which is no number"
            asked, got = int(self._asked[name]), int(value)
            smallest = {"blksize": 8, "windowsize": 1}.get(name)
            if smallest is not None and not smallest <= got <= asked:
                return f"an OACK with {name}={got} where {asked} was asked for"
            if name == "timeout" and got != asked:
                return f"an OACK with timeout={got} where {asked} was asked for"
        return ""

    # --- DATA -----------------------------------------------------------------------------------------------------

    def _on_data(self, data: bytes, source: Peer, now: float) -> list[tuple[bytes, Peer]]:
        block, payload = block_of(data), data[4:]
        if self._probe is not None:
            return self._refuse(f"the server sent {self.filename} where only its size was asked for", source)
        if len(payload) > self._block_size:
            return self._refuse(f"a block of {len(payload)} bytes where {self._block_size} were agreed", source)
        if self._peer is None:
            self._peer = source
        if block != (self._blocks + 1) & 0xFFFF:
            # A gap or a copy: say what came last in order. EDK2 does so at once (RFC 7440 4), and a copy in lock-step
            # means that our ACK was lost.
            self._in_window = 0
            return self._send(encode_ack(self._blocks), now) if self._is_worth_an_ack(block) else []
        self._blocks += 1
        self._in_window += 1
        self._take(payload)
        if len(payload) < self._block_size:
            return self._finish(now)
        if self._in_window < self._window_size:
            self._deadline, self._tries = now + RETRY_WAITS_S[0], 0
            self._last_sent = encode_ack(self._blocks)
            return []
        self._in_window = 0
        return self._send(encode_ack(self._blocks), now)

    def _is_worth_an_ack(self, block: int) -> bool:
        """A copy of the block before this one answers an ACK that is on its way: leave it to the timer in a window."""
        is_copy = (self._blocks - block) & 0xFFFF < 0x8000
        return not is_copy or self._window_size == 1

    def _take(self, payload: bytes) -> None:
        self._hash.update(payload)
        self.received_bytes += len(payload)
        if len(self.head) < HEAD_BYTES:
            self.head += payload[: HEAD_BYTES - len(self.head)]

    def _finish(self, now: float) -> list[tuple[bytes, Peer]]:
        if self.size_bytes is not None and self.size_bytes != self.received_bytes:
            reason = f"{self.filename} has {self.received_bytes} bytes, but {self.size_bytes} were announced"
            return self._fail(reason)
        sent = self._send(encode_ack(self._blocks), now)
        self._end(Outcome.RECEIVED)
        return sent

    # --- sending and ending ---------------------------------------------------------------------------------------

    def _send(self, data: bytes, now: float) -> list[tuple[bytes, Peer]]:
        self._last_sent = data
        self._tries = 0
        self._deadline = now + RETRY_WAITS_S[0]
        return [(data, self._peer or self._server)]

    def _refuse(self, reason: str, source: Peer) -> list[tuple[bytes, Peer]]:
        self._fail(reason)
        return [(encode_error(ErrorCode.ILLEGAL_OPERATION, "Malformed packet"), source)]

    def _fail(self, reason: str) -> list[tuple[bytes, Peer]]:
        self.reason = reason
        self._end(Outcome.FAILED)
        return []

    def _end(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self._deadline = None
