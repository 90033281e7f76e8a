"""A screen of its own, and whether a window stands on it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def xvfb(*options: str) -> Iterator[str]:
    """A screen that the root reaches by its abstract socket. Gives its DISPLAY."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x800x24", "-nolisten", "tcp", *options]
    server = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait(timeout=10)


def wait_for_window(title: str, display: str, program: subprocess.Popen[str]) -> bool:
    """Whether a visible window of that title comes before the program ends, at most two minutes."""
    search = ["timeout", "120", "xdotool", "search", "--sync", "--onlyvisible", "--name", title]
    finder = subprocess.Popen(search, env={**os.environ, "DISPLAY": display}, stdout=subprocess.DEVNULL)
    while finder.poll() is None and program.poll() is None:
        with suppress(subprocess.TimeoutExpired):
            finder.wait(timeout=0.5)
    finder.terminate()
    return finder.wait() == 0 and program.poll() is None
