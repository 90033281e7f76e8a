"""Keeping this machine from going to sleep while it serves.

A child process holds the lock: `systemd-inhibit` of logind, `caffeinate` of macOS. It ends when we do, however that is:
it waits for its input to close, or for our process. On Windows a thread of ours holds it, as the system wants.

Facts: logind's locks for sleep and idle need an ordinary session at this machine; that for the lid may be refused where
the others are not (over SSH, by a policy). `caffeinate -s` counts on mains power only, `-i` always.
SetThreadExecutionState lasts as long as the thread that called it (learn.microsoft.com); it holds idle sleep only, so
closing the lid and the sleep button work as ever. Written for all three, run on Linux only.
"""

from __future__ import annotations

import contextlib
import os
import select
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Protocol

#: How long (s) the system may take to say yes.
_PATIENCE_S = 3.0
_END_S = 1.0
#: What the child says once it holds the lock.
_HELD = b"held"
_SAY_AND_WAIT = ("sh", "-c", "echo held; exec cat >/dev/null")

# SetThreadExecutionState (winbase.h).
_ES_SYSTEM_REQUIRED, _ES_CONTINUOUS = 0x1, 0x80000000


class SleepLock(Protocol):
    """Holds until `release`, or the end of this process. covers_lid: also when the lid is closed."""

    @property
    def covers_lid(self) -> bool: ...

    @property
    def is_held(self) -> bool:
        """False once something else has ended it."""
        ...

    def release(self) -> None:
        """Idempotent."""
        ...


def keep_awake(why: str, *, system: str = sys.platform) -> SleepLock | None:
    """Ask the system to stay awake; None where it does not. why: shown to whoever asks the system. Blocks for 6 s at
    the most.
    """
    if system.startswith("win"):
        return _windows_lock()
    for command, covers_lid in _commands(why, system):
        lock = _held_by(command, covers_lid=covers_lid)
        if lock is not None:
            return lock
    return None


def _commands(why: str, system: str) -> Sequence[tuple[tuple[str, ...], bool]]:
    """Programs that hold the lock, the best first, each with whether it covers the lid."""
    if system == "darwin":
        hold = ("caffeinate", "-i", "-s", "-w", str(os.getpid()), *_SAY_AND_WAIT)
        return ((hold, False),)
    if not system.startswith("linux"):
        return ()

    def inhibit(what: str) -> tuple[str, ...]:
        return ("systemd-inhibit", f"--what={what}", "--who=FOG Portable", f"--why={why}", "--mode=block")

    return (
        ((*inhibit("sleep:idle:handle-lid-switch"), *_SAY_AND_WAIT), True),
        ((*inhibit("sleep:idle"), *_SAY_AND_WAIT), False),
    )


class _ChildLock:
    """A child that holds the lock until its input closes."""

    def __init__(self, child: subprocess.Popen[bytes], *, covers_lid: bool) -> None:
        self._child = child
        self.covers_lid = covers_lid

    @property
    def is_held(self) -> bool:
        return self._child.poll() is None

    def release(self) -> None:
        child = self._child
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        try:
            child.wait(_END_S)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _held_by(command: Sequence[str], *, covers_lid: bool) -> SleepLock | None:
    """Start the child and wait for its word; None when it does not give it."""
    if shutil.which(command[0]) is None:
        return None
    try:
        child = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
        )
    except OSError:
        return None
    lock = _ChildLock(child, covers_lid=covers_lid)
    assert child.stdout is not None
    is_ready = select.select([child.stdout], [], [], _PATIENCE_S)[0]
    if is_ready and os.read(child.stdout.fileno(), len(_HELD)) == _HELD:
        return lock
    child.kill()
    lock.release()
    return None


class ThreadLock:
    """A thread that holds the state which `set_state` gives it. set_state: of the calling thread; 0 when refused."""

    covers_lid = False

    def __init__(self, set_state: Callable[[int], int]) -> None:
        self._set_state = set_state
        self._is_over = threading.Event()
        self._is_known = threading.Event()
        self.is_held = False
        self._thread = threading.Thread(target=self._hold, name="fogp-awake", daemon=True)
        self._thread.start()
        self._is_known.wait(_PATIENCE_S)

    def _hold(self) -> None:
        self.is_held = bool(self._set_state(_ES_CONTINUOUS | _ES_SYSTEM_REQUIRED))
        self._is_known.set()
        if self.is_held:
            self._is_over.wait()
            self._set_state(_ES_CONTINUOUS)
            self.is_held = False

    def release(self) -> None:
        self._is_over.set()
        self._thread.join(_END_S)


def _windows_lock() -> SleepLock | None:
    import ctypes

    windll = getattr(ctypes, "windll", None)
    if windll is None:
        return None
    lock = ThreadLock(windll.kernel32.SetThreadExecutionState)
    return lock if lock.is_held else None
