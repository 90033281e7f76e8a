"""Asking a FOG server's web server for one page, within a time and a size."""

from __future__ import annotations

import contextlib
import errno
import http.client
import io
import json
import os
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, TypeVar, cast
from urllib.parse import urljoin, urlsplit

from fogportable import __version__
from fogportable.errors import FaultCode, FogError
from fogportable.figures import size_words
from fogportable.fog.address import FogAddress
from fogportable.fog.answer import Answer
from fogportable.language import say

#: For one page, from looking up the name to its last octet (s).
USUAL_TIMEOUT_S = 8.0
#: Pages and lists; boot files are brought with a limit of their own.
MOST_BYTES = 4_000_000

_Result = TypeVar("_Result")


class HungUp(Exception):
    """Somebody has hung up before a question began."""


class Hangup:
    """Ends questions from another thread: the one that is asked, at once, and every later one before it begins."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sockets: set[socket.socket] = set()
        self._is_done = False

    @property
    def is_done(self) -> bool:
        """Whether somebody has hung up."""
        return self._is_done

    def hang_up(self) -> None:
        """Break off; may be called again."""
        with self._lock:
            self._is_done = True
            for sock in self._sockets:
                # One that is not connected yet, or not any more, has nothing to shut down.
                with contextlib.suppress(OSError):
                    sock.shutdown(socket.SHUT_RDWR)

    @contextlib.contextmanager
    def over(self, sock: socket.socket) -> Iterator[None]:
        """While a socket is in use. Raises HungUp after a hang-up."""
        with self._lock:
            if self._is_done:
                raise HungUp
            self._sockets.add(sock)
        try:
            yield
        finally:
            with self._lock:
                self._sockets.discard(sock)


class Encryption(Protocol):
    """What makes a connection a TLS one, and knows why it will not be. See `foglink.trust`."""

    def wrap(self, sock: socket.socket, server: FogAddress) -> ssl.SSLSocket:
        """The handshake. Raises FogError or OSError."""


@dataclass(frozen=True, slots=True)
class Web:
    """The pages of one server, each over a connection of its own.

    timeout_s: for one page in all. headers: sent with every request, such as tokens; never printed. hangup: by which
    another thread ends all questions; None where nobody does.
    """

    server: FogAddress
    encryption: Encryption
    timeout_s: float = USUAL_TIMEOUT_S
    headers: dict[str, str] = field(default_factory=dict, repr=False)
    hangup: Hangup | None = field(default=None, repr=False, compare=False)

    def at(self, server: FogAddress) -> Web:
        """The same for another address."""
        return replace(self, server=server)

    def get(self, page: str, query: str = "", *, most_bytes: int = MOST_BYTES) -> Answer:
        """Ask for a page below FOG's own. query: encoded, without `?`. Redirects are told, not followed.

        Raises FogError where no answer came, not where it is an unwelcome one.
        """
        return self._ask("GET", page, query, most_bytes)

    def head(self, page: str) -> Answer:
        """Only what would come: its type and its length. Raises FogError."""
        return self._ask("HEAD", page, "", 0)

    def send(self, method: str, page: str, value: object = None) -> Answer:
        """Ask for a change. method: POST, PUT or DELETE. value: as JSON in the body, None for no body. Raises FogError.

        Where no answer came, the change may have been made all the same.
        """
        body = b"" if value is None else json.dumps(value).encode()
        return self._ask(method, page, "", MOST_BYTES, body)

    def _ask(self, method: str, page: str, query: str, most_bytes: int, body: bytes = b"") -> Answer:
        target = self.server.path(page) + (f"?{query}" if query else "")
        # Of the query nothing is shown: it may hold what a person wrote.
        call = _Call(self.server, page, time.monotonic() + self.timeout_s, self.timeout_s)
        request = _request(self.server, method, target, self.headers, body)
        hangup = self.hangup or Hangup()
        try:
            sock = call.connect(hangup)
            try:
                # TLS takes the socket itself away; a second one to the same connection can still end it.
                with sock.dup() as handle, hangup.over(handle):
                    if self.server.scheme == "https":
                        sock = call.told(lambda: self.encryption.wrap(sock, self.server))
                    return call.told(lambda: call.exchange(sock, request, method, most_bytes))
            finally:
                sock.close()
        except (FogError, HungUp) as problem:
            if hangup.is_done:
                raise FogError(FaultCode.FOG_STOPPED, address=self.server, detail=repr(problem)) from problem
            raise


class _Call:
    """One request and its time."""

    def __init__(self, server: FogAddress, page: str, end_s: float, timeout_s: float) -> None:
        self._server = server
        self._page = page
        self._end_s = end_s
        self._timeout_s = timeout_s

    def connect(self, hangup: Hangup) -> socket.socket:
        """To the first of the server's addresses that lets us. Raises FogError, HungUp."""
        host, port = self._server.host, self._server.port_number
        try:
            places = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except socket.gaierror as problem:
            raise FogError(FaultCode.FOG_NAME_UNKNOWN, host=host, detail=str(problem)) from problem
        trouble = OSError(errno.EADDRNOTAVAIL, os.strerror(errno.EADDRNOTAVAIL))
        for family, kind, protocol, _, place in places:
            try:
                return self._connect(socket.socket(family, kind, protocol), place, hangup)
            except OSError as problem:
                trouble = problem
        raise unreachable(self._server, trouble) from trouble

    def _connect(self, sock: socket.socket, place: Any, hangup: Hangup) -> socket.socket:
        with contextlib.ExitStack() as unless_connected:
            unless_connected.callback(sock.close)
            with hangup.over(sock):
                sock.settimeout(self.left_s())
                sock.connect(place)
            unless_connected.pop_all()
        return sock

    def left_s(self) -> float:
        """Raises TimeoutError when nothing is left."""
        left = self._end_s - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def told(self, step: Callable[[], _Result]) -> _Result:
        """Do a step; what goes wrong in it becomes a FogError."""
        server, page = self._server, self._page
        try:
            return step()
        except TimeoutError as problem:
            raise FogError(FaultCode.FOG_SLOW, address=server, page=page, seconds=f"{self._timeout_s:g}") from problem
        except (http.client.IncompleteRead, http.client.RemoteDisconnected, ConnectionError) as problem:
            raise FogError(FaultCode.FOG_CUT_OFF, address=server, page=page, detail=repr(problem)) from problem
        except http.client.HTTPException as problem:
            raise FogError(FaultCode.FOG_NOT_FOUND, address=server, detail=repr(problem)) from problem
        except ssl.SSLError as problem:
            # Such as an end without TLS's own farewell.
            raise FogError(FaultCode.FOG_CUT_OFF, address=server, page=page, detail=repr(problem)) from problem
        except OSError as problem:
            raise unreachable(server, problem) from problem

    def exchange(self, sock: socket.socket, request: bytes, method: str, most_bytes: int) -> Answer:
        """Send the request and read the whole answer."""
        sock.settimeout(self.left_s())
        sock.sendall(request)
        # Of a socket it asks for `makefile` and nothing else.
        response = http.client.HTTPResponse(cast(socket.socket, _TimedSocket(sock, self.left_s)), method=method)
        try:
            response.begin()
            body = b"" if method == "HEAD" else self._body_of(response, most_bytes)
        finally:
            response.close()
        length = response.getheader("Content-Length", "")
        return Answer(
            self._server,
            self._page,
            response.status,
            response.getheader("Content-Type", "").partition(";")[0].strip().lower(),
            _location(self._server, response.getheader("Location", "")),
            body,
            int(length) if length.isascii() and length.isdigit() else None,
        )

    def _body_of(self, response: http.client.HTTPResponse, most_bytes: int) -> bytes:
        body = response.read(most_bytes + 1)
        if len(body) > most_bytes:
            limit = size_words(most_bytes)
            raise FogError(FaultCode.FOG_ANSWER_TOO_LONG, address=self._server, page=self._page, limit=limit)
        # With a length in the head, `read(n)` says nothing of an end before it.
        if response.length and not response.isclosed():
            raise http.client.IncompleteRead(body, response.length)
        return body


class _TimedSocket:
    """What HTTPResponse needs of a socket, with one end of time for all reads together.

    A timeout of the socket alone begins anew with every octet that comes.
    """

    def __init__(self, sock: socket.socket, left_s: Callable[[], float]) -> None:
        self._sock = sock
        self._left_s = left_s

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_TimedReader(self._sock, self._left_s))


class _TimedReader(io.RawIOBase):
    def __init__(self, sock: socket.socket, left_s: Callable[[], float]) -> None:
        self._sock = sock
        self._left_s = left_s

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._sock.settimeout(self._left_s())
        return self._sock.recv_into(buffer)


def _request(server: FogAddress, method: str, target: str, headers: dict[str, str], body: bytes) -> bytes:
    """HTTP 1.1 with an end after one answer: an answer without a length is then as long as the connection."""
    own = {"Host": server.place, "User-Agent": f"FogPortable/{__version__}", "Accept": "*/*", "Connection": "close"}
    if body:
        own["Content-Type"] = "application/json"
    if body or method in ("POST", "PUT"):
        own["Content-Length"] = str(len(body))
    lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in (own | headers).items())]
    if any(character in line for line in lines for character in "\r\n"):
        raise ValueError("a line of a request's head has a line's end in it")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + body


def _location(server: FogAddress, written: str) -> str:
    """Where a redirect leads, whole: FOG's own are `./management/index.php` and `?node=schema`."""
    if not written or urlsplit(written).scheme:
        return written
    return urljoin(server.url, written)


def unreachable(server: FogAddress, problem: OSError) -> FogError:
    """A connection that did not come about, in words."""
    if isinstance(problem, TimeoutError) or problem.errno == errno.ETIMEDOUT:
        words = say("it does not answer")
    elif problem.errno == errno.ECONNREFUSED:
        words = say("nothing listens on port {port_number}", port_number=server.port_number)
    elif problem.errno in (errno.EHOSTUNREACH, errno.ENETUNREACH):
        words = say("no way leads to it from this laptop")
    else:
        words = (os.strerror(problem.errno) if problem.errno else str(problem)).lower()
    return FogError(FaultCode.FOG_UNREACHABLE, address=server, problem=words, detail=repr(problem))
