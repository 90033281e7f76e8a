"""One client's connection in a thread of its own: requests in, files out, as fast as the kernel moves them."""

from __future__ import annotations

import contextlib
import logging
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable
from email.utils import formatdate
from hashlib import sha256
from ipaddress import IPv4Address

from fogportable.boot.file_names import AccessViolation, FileUnreadable, NoSuchFile
from fogportable.protocol.http import (
    LARGEST_HEAD_BYTES,
    Answer,
    BadRequest,
    Entity,
    Request,
    Status,
    answer_for,
    encode_head,
    end_of_head,
    file_name,
    parse_request,
    refused,
)
from fogportable.services.files import FileStore, OpenFile
from fogportable.services.http_delivery import LOOK_S, BrokenOff, Delivery, HttpLimits, wait
from fogportable.services.http_ledger import HttpLedger
from fogportable.services.http_trace import ConnectionTrace

_log = logging.getLogger("fogportable.http")

_RECEIVE_BYTES = 8192
#: What a client still says after a refusal is read for this long (s), else a reset would swallow the refusal.
_LINGER_S = 1.0
_MOST_LINGERING_BYTES = 1024 * 1024
#: struct linger: close at once, drop what is unsent.
_RESET = struct.pack("hh" if sys.platform.startswith("win") else "ii", 1, 0)


class HttpConnection:
    """Owned by its thread: the socket, the buffer. Shared: `is_waiting` and `waiting_since_s`, which only the thread
    writes: whether it waits for a request, or for the rest of one, and since when (monotonic seconds)."""

    def __init__(
        self,
        sock: socket.socket,
        address: IPv4Address,
        *,
        files: FileStore,
        ledger: HttpLedger,
        limits: HttpLimits,
        trace: ConnectionTrace,
        is_refusing: Callable[[], bool],
        on_over: Callable[[HttpConnection], None],
    ) -> None:
        """sock: non-blocking. on_over: called once, by the thread, at its end."""
        self.address = address
        self.is_waiting = True
        self.waiting_since_s = time.monotonic()
        self._sock = sock
        self._files = files
        self._ledger = ledger
        self._limits = limits
        self._trace = trace
        self._is_refusing = is_refusing
        self._on_over = on_over
        self._buffer = bytearray()
        self._has_answered = False
        self._cut_reason = ""
        self._thread = threading.Thread(target=self._run, name=f"fogp-http-{sock.fileno()}", daemon=True)

    # --- from any thread ------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Run the thread. Raises RuntimeError when the system has none left."""
        self._thread.start()

    def join(self, timeout_s: float) -> bool:
        """Wait for the thread's end. False when it did not end in time: a disk that hangs."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def cut(self, reason: str) -> None:
        """End the connection, whatever it does."""
        self._cut_reason = reason
        with contextlib.suppress(OSError):
            self._sock.shutdown(socket.SHUT_RDWR)

    # --- the thread -----------------------------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            while self._answer_next():
                self._has_answered = True
        except OSError as problem:
            # EDK2 and others end by a reset: that is no fault.
            if not isinstance(problem, ConnectionError):
                _log.info("the connection of %s ended: %s", self.address, problem)
        except Exception:  # The guard of a connection's thread: a bug ends this connection, not the service.
            _log.exception("the connection of %s ended by a fault of its own", self.address)
        finally:
            self._sock.close()
            self._on_over(self)

    def _answer_next(self) -> bool:
        """Whether the connection is kept for another request."""
        target = b""
        try:
            head = self._read_head()
            if head is None:
                return False
            self._trace.heard(head)
            request = parse_request(head)
            target = request.target
            name = file_name(target)
        except BadRequest as problem:
            self._ledger.note_refusal(self.address, target, problem.reason)
            self._refuse(refused(problem.status))
            return False
        if self._is_refusing():
            self._refuse(refused(Status.SERVICE_UNAVAILABLE), request)
            return False
        try:
            source = self._files.open(name, IPv4Address(self._sock.getsockname()[0]), self.address)
        except NoSuchFile:
            self._ledger.note_missing(self.address, name)
            return self._send_text(refused(Status.NOT_FOUND), request)
        except AccessViolation as problem:
            self._ledger.note_refusal(self.address, target, problem.reason)
            return self._send_text(refused(Status.FORBIDDEN), request)
        except FileUnreadable as problem:
            self._ledger.note_unreadable(self.address, name, problem.reason)
            return self._send_text(refused(Status.SERVER_ERROR), request)
        with contextlib.closing(source):
            if source.rescues:
                self._ledger.note_rescue(self.address, name, source)
            return self._send_file(request, source)

    def _read_head(self) -> bytes | None:
        """The next head; None when the client has gone, or says nothing. Raises BadRequest, OSError."""
        limits = self._limits
        self.is_waiting, self.waiting_since_s = True, time.monotonic()
        deadline = self.waiting_since_s + (limits.idle_s if self._has_answered else limits.head_s)
        searched = 0
        while True:
            while self._buffer.startswith((b"\r", b"\n")):  # RFC 9112 2.2: empty lines before a request
                del self._buffer[:1]
            end = end_of_head(self._buffer, searched)
            if end is not None:
                self.is_waiting = False
                head = bytes(self._buffer[:end])
                del self._buffer[:end]
                return head
            searched = len(self._buffer)
            if searched > LARGEST_HEAD_BYTES:
                raise BadRequest(Status.HEAD_TOO_LARGE, "the head of the request is too large")
            if not self._await_request(deadline):
                if not self._buffer:
                    return None
                raise BadRequest(Status.REQUEST_TIMEOUT, "the request did not come to its end")
            if not self._buffer:
                deadline = min(deadline, time.monotonic() + limits.head_s)
            data = self._receive()
            if not data:
                return None
            self._buffer += data

    def _await_request(self, deadline: float) -> bool:
        """False when nothing came in time."""
        while self._buffer or not self._is_refusing():
            wait_s = deadline - time.monotonic()
            if wait_s <= 0:
                return False
            if wait(self._sock, min(wait_s, LOOK_S), is_writing=False):
                return True
        return False

    def _receive(self) -> bytes:
        while True:
            with contextlib.suppress(BlockingIOError):
                return self._sock.recv(_RECEIVE_BYTES)
            wait(self._sock, LOOK_S, is_writing=False)

    # --- answers --------------------------------------------------------------------------------------------------

    def _send_text(self, answer: Answer, request: Request) -> bool:
        """Whether the connection is kept."""
        head = encode_head(
            answer, date=formatdate(usegmt=True), is_kept=request.is_persistent, is_http_1_0=request.is_http_1_0
        )
        self._trace.sent(head, 0 if request.is_head else len(answer.text))
        self._send_all(head if request.is_head else head + answer.text)
        return request.is_persistent

    def _refuse(self, answer: Answer, request: Request | None = None) -> None:
        """Say no and end: what follows is not looked at."""
        text = b"" if request is not None and request.is_head else answer.text
        head = encode_head(answer, date=formatdate(usegmt=True), is_kept=False)
        self._trace.sent(head, len(text))
        self._send_all(head + text)
        self._sock.shutdown(socket.SHUT_WR)
        deadline = time.monotonic() + _LINGER_S
        read = 0
        while read < _MOST_LINGERING_BYTES and (wait_s := deadline - time.monotonic()) > 0:
            if not wait(self._sock, wait_s, is_writing=False) or not (data := self._receive()):
                return
            read += len(data)

    def _send_file(self, request: Request, source: OpenFile) -> bool:
        """Whether the connection is kept."""
        entity = _entity(source)
        answer = answer_for(request, entity)
        if answer.status not in (Status.OK, Status.PARTIAL_CONTENT):
            return self._send_text(answer, request)
        if request.is_head:
            self._ledger.note_probe(self.address, source.name, source.size)
            return self._send_text(answer, request)
        head = encode_head(
            answer, date=formatdate(usegmt=True), is_kept=request.is_persistent, is_http_1_0=request.is_http_1_0
        )
        self._trace.sent(head, answer.end - answer.start)
        transfer = self._ledger.begin(self.address, source.name, source.size, is_piece=answer.is_part)
        try:
            Delivery(self._sock, self._limits, transfer).send(head, source, answer.start, answer.end)
        except BrokenOff as problem:
            reason, is_final = problem.reason, problem.is_final
            if self._cut_reason:
                reason, is_final = self._cut_reason, True
            # What the client does not take must not stay in the kernel for minutes: end by a reset.
            self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            self._ledger.break_off(transfer, reason, is_final=is_final)
            return False
        self._ledger.finish(transfer)
        return request.is_persistent

    def _send_all(self, data: bytes) -> None:
        """A few hundred octets. Raises OSError."""
        view = memoryview(data)
        deadline = time.monotonic() + self._limits.patience_s
        while view:
            try:
                view = view[self._sock.send(view) :]
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise TimeoutError from None
                wait(self._sock, LOOK_S, is_writing=True)


def _entity(source: OpenFile) -> Entity:
    if source.modified_ns is None:
        tag = sha256(source.read_at(0, source.size)).hexdigest()[:16]
        return Entity(source.name, source.size, f'"{tag}"')
    tag = f"{source.size:x}-{source.modified_ns:x}"
    return Entity(source.name, source.size, f'"{tag}"', source.modified_ns // 1_000_000_000)
