"""One selector thread: sockets, one deadline, a wake-up, and the single guard against our own bugs."""

from __future__ import annotations

import contextlib
import logging
import selectors
import socket
import threading
import time
from collections import deque
from collections.abc import Callable

_log = logging.getLogger("fogportable.services")

#: With nothing due, look up this often (s): a missed wake-up must not hang a stop.
_LONGEST_WAIT_S = 1.0


class SelectorThread:
    """A thread that owns sockets. Subclasses register them before `start` and hand back their next deadline.

    Owned by the thread once started: the selector and all registered sockets. Shared: the queue of `call_soon`,
    guarded by the atomicity of deque.append and popleft.
    """

    def __init__(self, name: str, *, on_crash: Callable[[Exception], None]) -> None:
        self._selector = selectors.DefaultSelector()
        self._thread = threading.Thread(target=self._guard, name=name, daemon=True)
        self._on_crash = on_crash
        self._calls: deque[Callable[[], None]] = deque()
        self._wake_receiver, self._wake_sender = socket.socketpair()
        self._wake_receiver.setblocking(False)
        self._wake_sender.setblocking(False)
        self._selector.register(self._wake_receiver, selectors.EVENT_READ, self._drain_wakeups)
        self._is_stopping = False

    def register(self, sock: socket.socket, on_readable: Callable[[], None]) -> None:
        """Watch a socket. Before `start`, or from the thread itself."""
        sock.setblocking(False)
        self._selector.register(sock, selectors.EVENT_READ, on_readable)

    def unregister(self, sock: socket.socket) -> None:
        """Stop watching a socket and close it. Before `start`, or from the thread itself."""
        self._selector.unregister(sock)
        sock.close()

    def next_deadline(self) -> float | None:
        """When `on_deadline` wants to run next, monotonic seconds; None for never. Overridden by subclasses."""
        return None

    def on_deadline(self, now: float) -> None:
        """Work that is due. Overridden by subclasses."""

    def on_close(self) -> None:
        """Last words before the sockets close. Overridden by subclasses."""

    def start(self) -> None:
        self._thread.start()

    @property
    def is_alive(self) -> bool:
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
        select = self._selector.select
        while True:
            while self._calls:
                self._calls.popleft()()
            if self._is_stopping:
                return
            deadline = self.next_deadline()
            now = time.monotonic()
            if deadline is not None and deadline <= now:
                self.on_deadline(now)
                deadline = self.next_deadline()
            wait = _LONGEST_WAIT_S if deadline is None else max(0.0, min(deadline - now, _LONGEST_WAIT_S))
            for key, _ in select(wait):
                key.data()

    def _drain_wakeups(self) -> None:
        with contextlib.suppress(BlockingIOError):
            while self._wake_receiver.recv(4096):
                pass

    def _close(self) -> None:
        if self._wake_receiver.fileno() == -1:
            return
        self.on_close()
        for key in list(self._selector.get_map().values()):
            self._selector.unregister(key.fileobj)
            if isinstance(key.fileobj, socket.socket):
                key.fileobj.close()
        self._selector.close()
        self._wake_sender.close()
