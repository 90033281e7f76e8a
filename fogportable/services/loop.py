"""One selector thread: sockets, one deadline, a wake-up, and the single guard against our own bugs."""

from __future__ import annotations

import contextlib
import logging
import select
import selectors
import socket
import threading
import time
from collections import deque
from collections.abc import Callable

_log = logging.getLogger("fogportable.services")

#: With nothing due, look up this often (s): a missed wake-up must not hang a stop.
_LONGEST_WAIT_S = 1.0
#: Readable sockets looked at in one round.
_MOST_IN_A_ROUND = 64


class _Epoll:
    """Linux: `selectors` costs a TFTP block a tenth of its time by its keys and masks."""

    def __init__(self) -> None:
        self._epoll = select.epoll()
        self.close = self._epoll.close
        self.forget = self._epoll.unregister
        self.wait = self._epoll.poll

    def watch(self, descriptor: int) -> None:
        self._epoll.register(descriptor, select.EPOLLIN)


class _AnySelector:
    """Where there is no epoll."""

    def __init__(self) -> None:
        self._selector = selectors.DefaultSelector()
        self.close = self._selector.close

    def watch(self, descriptor: int) -> None:
        self._selector.register(descriptor, selectors.EVENT_READ)

    def forget(self, descriptor: int) -> None:
        self._selector.unregister(descriptor)

    def wait(self, timeout_s: float, _: int) -> list[tuple[int, int]]:
        return [(key.fd, events) for key, events in self._selector.select(timeout_s)]


class SelectorThread:
    """A thread that owns sockets. Subclasses register them before `start` and hand back their next deadline.

    Owned by the thread once started: the poller and all registered sockets. Shared: the queue of `call_soon`,
    guarded by the atomicity of deque.append and popleft.
    """

    def __init__(self, name: str, *, on_crash: Callable[[Exception], None]) -> None:
        self._poller: _Epoll | _AnySelector = _Epoll() if hasattr(select, "epoll") else _AnySelector()
        self._sockets: dict[int, socket.socket] = {}
        self._readers: dict[int, Callable[[], object]] = {}
        self._muted: set[int] = set()
        self._thread = threading.Thread(target=self._guard, name=name, daemon=True)
        self._on_crash = on_crash
        self._calls: deque[Callable[[], None]] = deque()
        self._wake_receiver, self._wake_sender = socket.socketpair()
        self._wake_sender.setblocking(False)
        self.register(self._wake_receiver, self._drain_wakeups)
        self._is_stopping = False

    def register(self, sock: socket.socket, on_readable: Callable[[], object]) -> None:
        """Watch a socket. Before `start`, or from the thread itself."""
        sock.setblocking(False)
        descriptor = sock.fileno()
        self._poller.watch(descriptor)
        self._sockets[descriptor] = sock
        self._readers[descriptor] = on_readable

    def unregister(self, sock: socket.socket) -> None:
        """Stop watching a socket and close it. Before `start`, or from the thread itself."""
        descriptor = sock.fileno()
        self.mute(sock)
        self._muted.discard(descriptor)
        del self._sockets[descriptor], self._readers[descriptor]
        sock.close()

    def mute(self, sock: socket.socket) -> None:
        """Do not look at a socket until `unmute`: what comes waits in the kernel. In the thread itself."""
        if sock.fileno() not in self._muted:
            self._poller.forget(sock.fileno())
            self._muted.add(sock.fileno())

    def unmute(self, sock: socket.socket) -> None:
        """Look at a socket again. In the thread itself."""
        if sock.fileno() in self._muted:
            self._poller.watch(sock.fileno())
            self._muted.remove(sock.fileno())

    def next_deadline(self) -> float | None:
        """When `on_deadline` wants to run next, monotonic seconds; None for never. Overridden by subclasses."""
        return None

    def on_deadline(self, now: float) -> None:
        """Work that is due. Overridden by subclasses."""

    def on_close(self) -> None:
        """Last words before the sockets close. Overridden by subclasses."""

    def start(self) -> None:
        """Run the thread."""
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        """False before `start` and once it has ended."""
        return self._thread.is_alive()

    def call_soon(self, call: Callable[[], None]) -> None:
        """Run something in the thread, from any thread. Lost when the thread has ended."""
        self._calls.append(call)
        # A full pipe wakes the thread just as well, and a closed one belongs to a thread that has ended.
        with contextlib.suppress(OSError):
            self._wake_sender.send(b"\0")

    def stop(self, timeout_s: float = 2.0) -> bool:
        """End the thread and close its sockets. False when it did not end in time. From any thread; idempotent."""
        if self._thread.ident is None:
            self._close()
            return True
        self.call_soon(self._request_stop)
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _request_stop(self) -> None:
        self._is_stopping = True

    def _guard(self) -> None:
        try:
            self._run()
        except Exception as bug:  # The one guard of a service thread: a bug must be seen, not end the program.
            _log.exception("%s ended by a fault of its own", self._thread.name)
            self._on_crash(bug)
        finally:
            self._close()

    def _run(self) -> None:
        poll, reader_of, calls, clock = self._poller.wait, self._readers.get, self._calls, time.monotonic
        while True:
            while calls:
                calls.popleft()()
            if self._is_stopping:
                return
            deadline = self.next_deadline()
            wait = _LONGEST_WAIT_S
            if deadline is not None:
                now = clock()
                if deadline <= now:
                    self.on_deadline(now)
                    deadline = self.next_deadline()
                if deadline is not None and deadline - now < wait:
                    wait = deadline - now if deadline > now else 0.0
            for descriptor, _ in poll(wait, _MOST_IN_A_ROUND):
                reader = reader_of(descriptor)
                if reader is not None:  # None: closed by the reader of another socket in this round
                    reader()

    def _drain_wakeups(self) -> None:
        with contextlib.suppress(BlockingIOError):
            while self._wake_receiver.recv(4096):
                pass

    def _close(self) -> None:
        if self._wake_receiver.fileno() == -1:
            return
        self.on_close()
        for sock in list(self._sockets.values()):
            self.unregister(sock)
        self._poller.close()
        self._wake_sender.close()
