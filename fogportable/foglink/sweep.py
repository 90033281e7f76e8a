"""Which addresses of a network have a web server: connections that are opened slowly, few at a time, and closed."""

from __future__ import annotations

import errno
import os
import selectors
import socket
import threading
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address
from types import TracebackType
from typing import cast

#: For one connection (s): long enough for a second SYN after the first was lost.
CONNECT_S = 1.5
#: Connections that are being opened at once.
_MOST_PENDING = 128

_BEGUN = frozenset({errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EAGAIN, getattr(errno, "WSAEWOULDBLOCK", -1)})
#: What this machine itself says, before anything was sent.
_LOCAL = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.EACCES, errno.EPERM, errno.EADDRNOTAVAIL})
#: So many refusals by this machine and nothing else: the others will end so too.
_ENOUGH_REFUSALS = 8


@dataclass(frozen=True, slots=True)
class OpenHost:
    """An address at which something listens. ports: where, in the order in which they were asked for."""

    address: IPv4Address
    ports: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Attempt:
    address: IPv4Address
    port: int
    end_s: float


class Sweep:
    """Opens and closes connections, address by address. For one thread; nothing is sent over a connection.

    rate_per_s: addresses begun in a second, however many answer.
    """

    def __init__(
        self,
        addresses: Iterable[IPv4Address],
        ports: tuple[int, ...],
        rate_per_s: float,
        connect_s: float = CONNECT_S,
    ) -> None:
        self._waiting = deque(addresses)
        self._ports = ports
        self._gap_s = 1.0 / rate_per_s
        self._connect_s = connect_s
        self._next_s = time.monotonic()
        self._selector = selectors.DefaultSelector()
        self._pending: dict[socket.socket, _Attempt] = {}
        self._settled: dict[IPv4Address, list[tuple[int, bool]]] = {}
        self._found: list[OpenHost] = []
        self._refusals: list[int] = []
        self._attempts = 0
        self._pause = threading.Event()
        self.asked = 0

    def __enter__(self) -> Sweep:
        return self

    def __exit__(self, _type: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        for sock in self._pending:
            sock.close()
        self._pending.clear()
        self._selector.close()

    @property
    def is_over(self) -> bool:
        """Whether every address was asked."""
        return not self._waiting and not self._pending

    @property
    def pending(self) -> int:
        """Connections that are being opened."""
        return len(self._pending)

    @property
    def refusal(self) -> str:
        """Why this machine itself lets nothing out to any of them; "" where it does."""
        if len(self._refusals) < self._attempts or not self._refusals:
            return ""
        if self._attempts < _ENOUGH_REFUSALS and not self.is_over:
            return ""
        return os.strerror(self._refusals[-1]).lower()

    def step(self, wait_s: float) -> tuple[OpenHost, ...]:
        """Go on for at most wait_s. Gives the addresses of which all is known since, where something listens."""
        now_s = time.monotonic()
        while self._waiting and now_s >= self._next_s and len(self._pending) + len(self._ports) <= _MOST_PENDING:
            self._begin(self._waiting.popleft(), now_s)
            # After a wait nothing is made up for: that would be a burst.
            self._next_s = max(self._next_s, now_s - self._gap_s) + self._gap_s
        self._wait(self._wait_s(wait_s, now_s))
        self._give_up(time.monotonic())
        found, self._found = tuple(self._found), []
        return found

    def _wait_s(self, most_s: float, now_s: float) -> float:
        ends = [most_s]
        if self._waiting and len(self._pending) + len(self._ports) <= _MOST_PENDING:
            ends.append(self._next_s - now_s)
        if self._pending:
            ends.append(next(iter(self._pending.values())).end_s - now_s)
        return 0.0 if self._found else max(0.0, min(ends))

    def _wait(self, wait_s: float) -> None:
        if not self._pending:
            # Not the selector: that of Windows refuses to wait for nothing.
            self._pause.wait(wait_s if self._waiting else 0.0)
            return
        for key, _ in self._selector.select(wait_s):
            sock = cast(socket.socket, key.fileobj)
            self._settle(sock, is_open=sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0)

    def _begin(self, address: IPv4Address, now_s: float) -> None:
        for port in self._ports:
            self._attempts += 1
            sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            sock.setblocking(False)
            problem = sock.connect_ex((str(address), port))
            if problem in _BEGUN:
                self._pending[sock] = _Attempt(address, port, now_s + self._connect_s)
                self._selector.register(sock, selectors.EVENT_WRITE)
                continue
            sock.close()
            if problem in _LOCAL:
                self._refusals.append(problem)
            self._note(address, port, is_open=problem == 0)

    def _give_up(self, now_s: float) -> None:
        """All have the same time, so the oldest end first."""
        for sock, attempt in list(self._pending.items()):
            if attempt.end_s > now_s:
                return
            self._settle(sock, is_open=False)

    def _settle(self, sock: socket.socket, is_open: bool) -> None:
        attempt = self._pending.pop(sock)
        self._selector.unregister(sock)
        sock.close()
        self._note(attempt.address, attempt.port, is_open=is_open)

    def _note(self, address: IPv4Address, port: int, *, is_open: bool) -> None:
        known = self._settled.setdefault(address, [])
        known.append((port, is_open))
        if len(known) < len(self._ports):
            return
        del self._settled[address]
        self.asked += 1
        listening = {each for each, answers in known if answers}
        if listening:
            self._found.append(OpenHost(address, tuple(each for each in self._ports if each in listening)))
