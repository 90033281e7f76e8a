"""How a serving command ends: by which signal, and within its time even when nobody reads what it prints."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from fogportable.errors import ExitCode

#: After a signal, look this often (s) whether a print hangs.
_LOOK_S = 0.25

#: A print that takes longer than this (s) waits for a reader that does not read, such as a paused `less`.
_LONGEST_PRINT_S = 0.2


_Handler = Callable[[int, FrameType | None], None]


class Interrupted(KeyboardInterrupt):
    """SIGINT or SIGTERM, where nothing serves that would have to be ended. number: which.

    Not KeyboardInterrupt itself: when that passes through an `exec` of Python's own (dataclasses have one), the
    interpreter kills itself by SIGINT at its end, whatever the exit code is.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def interrupt(number: int, _frame: FrameType | None) -> None:
    """The handler of both signals while nobody serves. Raises Interrupted."""
    raise Interrupted(number)


@contextmanager
def interrupted_by_signals() -> Iterator[None]:
    """SIGINT and SIGTERM raise Interrupted, so that helpers and temporary folders go with a command.

    SIGINT too: a shell starts background jobs with it ignored, and Python would leave it so.
    """
    before = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def code_after(interruption: KeyboardInterrupt, command: str) -> ExitCode:
    """How a command ends that was cut short. SIGTERM is how a system ends what serves: that is no failure."""
    is_terminated = isinstance(interruption, Interrupted) and interruption.number == signal.SIGTERM
    is_end_of_serving = is_terminated and command == "serve"
    return ExitCode.DONE if is_end_of_serving else ExitCode.INTERRUPTED


class OutputStuckError(Exception):
    """The end was asked for while a print waited for its reader."""


class Ending:
    """Which signal asked for the end. For the main thread, where Python runs signal handlers."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.signal: int | None = None
        self._printing_since_s: float | None = None

    @contextmanager
    def printing(self) -> Iterator[None]:
        """Around prints. Raises OutputStuckError when the end is asked for and they do not come to an end."""
        self._printing_since_s = time.monotonic()
        try:
            yield
        finally:
            self._printing_since_s = None

    def ask(self, number: int, _frame: FrameType | None) -> None:
        """A signal asks for the end."""
        self.signal = number
        self.asked.set()
        if hasattr(signal, "setitimer"):  # not on Windows, where a console's pipe is not waited for
            signal.setitimer(signal.ITIMER_REAL, _LOOK_S, _LOOK_S)

    def look(self, _number: int, _frame: FrameType | None) -> None:
        """Breaks a print that hangs: Python runs this between its attempts to write."""
        since_s = self._printing_since_s
        if since_s is not None and time.monotonic() - since_s > _LONGEST_PRINT_S:
            raise OutputStuckError


@contextmanager
def ended_by_signals() -> Iterator[Ending]:
    """SIGINT and SIGTERM ask for the end instead of ending the program at once."""
    ending = Ending()
    handlers: dict[signal.Signals, _Handler] = {signal.SIGINT: ending.ask, signal.SIGTERM: ending.ask}
    if hasattr(signal, "SIGALRM"):
        handlers[signal.SIGALRM] = ending.look
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield ending
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0.0)
        for number, handler in before.items():
            signal.signal(number, handler)


def give_up_output() -> None:
    """Nobody reads: what is still in the buffer goes nowhere, so that the interpreter does not wait for it either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
