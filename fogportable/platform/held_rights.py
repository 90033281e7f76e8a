"""The helper that an administrator has allowed once, kept for as long as this program runs."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import threading
from collections.abc import Iterator


class HeldRights:
    """At most one helper, and the connection to it. The helper ends once that is closed, so with this program.

    `_lock` lets one request at a time through it.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: socket.socket | None = None

    @property
    def are_held(self) -> bool:
        """Whether nobody needs to be asked."""
        process = self._process
        return process is not None and process.poll() is None

    @contextlib.contextmanager
    def connection(self) -> Iterator[socket.socket | None]:
        """To the helper, for one request and its answer; None without one."""
        with self._lock:
            yield self._connection if self.are_held else None

    def keep(self, process: subprocess.Popen[bytes], connection: socket.socket) -> None:
        """In place of an earlier one."""
        self.release()
        self._process, self._connection = process, connection

    def release(self) -> None:
        """The helper is to end. It runs as root, so it cannot be ended otherwise, and is only reaped here."""
        connection, process, self._connection, self._process = self._connection, self._process, None, None
        if connection is not None:
            connection.close()
        if process is not None:
            threading.Thread(target=process.wait, name="fogp-reaper", daemon=True).start()
