"""A span of one file on its way through one socket: sendfile where the system has it, and a limit for slow readers."""

from __future__ import annotations

import errno
import os
import select
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec

from fogportable.platform.tcp import unconfirmed_bytes
from fogportable.services.files import OpenFile
from fogportable.services.http_transfer import HttpTransfer

_P = ParamSpec("_P")

#: One step of sendfile. Four times as much gained nothing.
_STEP_BYTES = 1024 * 1024
#: Progress is counted this often (s): with 30 clients a step takes a fraction of a millisecond, and counting a tenth of
#: that.
_COUNT_EVERY_S = 0.05
#: One step where the file is read into Python and written from there.
_COPY_BYTES = 64 * 1024
#: While waiting for the network, look this often (s) at the clock.
LOOK_S = 1.0
#: Octets on the way that nobody confirmed, although the client has them: EDK2 ends its connections by a reset.
_UNCONFIRMED_BYTES = 16 * 1024
#: The wait for the last confirmation, from the first look to the longest pause (s).
_FIRST_LOOK_S, _LAST_LOOK_S = 0.001, 0.05
#: File systems that sendfile cannot read from.
_NO_SENDFILE = frozenset({errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.ESPIPE})
_OF_THE_NETWORK = frozenset({errno.EHOSTUNREACH, errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTDOWN, errno.EPROTO})
#: The head goes out in one packet with what follows.
_MORE = getattr(socket, "MSG_MORE", 0)


@dataclass(frozen=True, slots=True)
class HttpLimits:
    """head_s: for a whole head, from its first octet. idle_s: between requests. A client must take `slowest_bytes`
    in each `patience_s`. connections: of all; per_address: of one address.
    """

    head_s: float = 30.0
    idle_s: float = 75.0
    patience_s: float = 30.0
    slowest_bytes: int = 30 * 1024
    connections: int = 128
    per_address: int = 8


class BrokenOff(Exception):
    """A file was not sent to its end. reason: for people. is_final: it was our doing."""

    def __init__(self, reason: str, *, is_final: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.is_final = is_final


class Delivery:
    """A span of one file on its way through one socket."""

    def __init__(self, sock: socket.socket, limits: HttpLimits, transfer: HttpTransfer | None) -> None:
        self._sock = sock
        self._limits = limits
        self._transfer = transfer
        self._has_sendfile = hasattr(os, "sendfile")
        self._written = 0
        self._confirmed = 0
        self._looked_s = self._counted_s = time.monotonic()
        self._confirmed_then = 0

    def send(self, head: bytes, source: OpenFile, start: int, end: int) -> None:
        """Head and octets from start to end, and wait until the client has them. Raises BrokenOff."""
        try:
            view = memoryview(head)
            while view:
                view = view[self._push(self._sock.send, view, _MORE if end > start else 0) :]
            while start < end:
                sent = self._push(self._send_some, source, start, end - start)
                if not sent:
                    raise BrokenOff("the file became shorter while it was sent", is_final=True)
                start += sent
                self._written += sent
                self._note_progress()
            if self._transfer is not None and not self._transfer.is_pieces:
                self._await_confirmation()
        except OSError as problem:
            self._count(self._written - unconfirmed_bytes(self._sock))
            raise _why(problem) from problem
        self._count(self._written)

    def _send_some(self, source: OpenFile, offset: int, count: int) -> int:
        descriptor = source.descriptor
        if descriptor is not None and self._has_sendfile:
            try:
                return os.sendfile(self._sock.fileno(), descriptor, offset, min(count, _STEP_BYTES))
            except OSError as problem:
                if problem.errno not in _NO_SENDFILE:
                    raise
                self._has_sendfile = False
        data = source.read_at(offset, min(count, _STEP_BYTES if descriptor is None else _COPY_BYTES))
        return self._sock.send(data) if data else 0

    def _push(self, send: Callable[_P, int], *arguments: _P.args, **more: _P.kwargs) -> int:
        """Send as soon as the socket takes something."""
        while True:
            try:
                return send(*arguments, **more)
            except BlockingIOError:
                wait(self._sock, LOOK_S, is_writing=True)
                self._note_progress()

    def _note_progress(self) -> None:
        """Count what has arrived, and give up on a client that takes next to nothing. Raises BrokenOff."""
        now = time.monotonic()
        if now - self._counted_s < _COUNT_EVERY_S:
            return
        self._counted_s = now
        self._count(self._written - unconfirmed_bytes(self._sock))
        if now - self._looked_s < self._limits.patience_s:
            return
        if self._confirmed - self._confirmed_then < self._limits.slowest_bytes:
            raise BrokenOff("the computer takes it too slowly, or stopped answering", is_final=True)
        self._looked_s, self._confirmed_then = now, self._confirmed

    def _count(self, confirmed: int) -> None:
        more = confirmed - self._confirmed
        if more > 0:
            self._confirmed = confirmed
            if self._transfer is not None:
                self._transfer.add(more, time.monotonic())

    def _await_confirmation(self) -> None:
        """Until the client has the last octet, or asks for more, which says the same."""
        pause_s = _FIRST_LOOK_S
        has_ended = False
        while unconfirmed_bytes(self._sock):
            if not has_ended and wait(self._sock, pause_s, is_writing=False):
                try:
                    data = self._sock.recv(1, socket.MSG_PEEK)
                except ConnectionError:
                    self._see_whether_it_had_all()
                    return
                if data:
                    return
                has_ended = True  # It says no more, and may still be reading.
            elif has_ended and is_over(self._sock, pause_s):
                self._see_whether_it_had_all()
                return
            pause_s = min(pause_s * 2, _LAST_LOOK_S)
            self._note_progress()

    def _see_whether_it_had_all(self) -> None:
        """The connection was reset: what is unconfirmed then stays so. Raises ConnectionResetError."""
        if unconfirmed_bytes(self._sock) > _UNCONFIRMED_BYTES:
            raise ConnectionResetError(errno.ECONNRESET, os.strerror(errno.ECONNRESET))


def _why(problem: OSError) -> BrokenOff:
    if isinstance(problem, ConnectionError | TimeoutError) or problem.errno in _OF_THE_NETWORK:
        return BrokenOff("the computer broke off the connection", is_final=False)
    return BrokenOff(f"the file could not be read ({problem.strerror or 'input/output error'})", is_final=True)


def wait(sock: socket.socket, timeout_s: float, *, is_writing: bool) -> bool:
    """Until the socket takes or has something; False when that did not happen in time. Raises OSError."""
    if not hasattr(select, "poll"):
        reading, writing = ([], [sock]) if is_writing else ([sock], [])
        return any(select.select(reading, writing, [], timeout_s))
    poller = select.poll()
    poller.register(sock, select.POLLOUT if is_writing else select.POLLIN)
    return bool(poller.poll(max(1.0, timeout_s * 1000)))


def is_over(sock: socket.socket, timeout_s: float) -> bool:
    """Whether the connection ends altogether within this time, by a reset or both ways."""
    if not hasattr(select, "poll"):
        return bool(select.select([], [], [sock], timeout_s)[2])
    poller = select.poll()
    poller.register(sock, 0)
    return bool(poller.poll(max(1.0, timeout_s * 1000)))
