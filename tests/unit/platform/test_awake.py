"""Keeping the machine awake by a child that ends with us; the systems' programs are stand-ins."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from fogportable.platform.awake import ThreadLock, keep_awake

#: Does as systemd-inhibit does: drops its flags, refuses what the file `refused` names, else runs the rest.
_INHIBIT = """#!/bin/sh
echo "$@" >> "{folder}/asked"
for each in "$@"; do
    case "$each" in
        --what=*) what="${{each#--what=}}"; shift ;;
        --*) shift ;;
        *) break ;;
    esac
done
grep -qx -- "$what" "{folder}/refused" 2>/dev/null && exit 1
exec "$@"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("systemd-inhibit", "caffeinate"):
        program = tmp_path / name
        text = _INHIBIT if name == "systemd-inhibit" else '#!/bin/sh\necho "$@" > {folder}/asked\nshift 4\nexec "$@"\n'
        program.write_text(text.format(folder=tmp_path))
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    return tmp_path


def test_linux_is_asked_for_sleep_idleness_and_the_lid_until_released(folder: Path) -> None:
    lock = keep_awake("Computers boot", system="linux")
    assert lock is not None
    assert lock.covers_lid
    assert lock.is_held
    asked = (folder / "asked").read_text()
    assert "--what=sleep:idle:handle-lid-switch --who=FOG Portable --why=Computers boot --mode=block" in asked
    lock.release()
    assert not lock.is_held
    lock.release()


def test_where_the_lid_is_refused_sleep_is_still_held(folder: Path) -> None:
    (folder / "refused").write_text("sleep:idle:handle-lid-switch\n")
    lock = keep_awake("x", system="linux")
    assert lock is not None
    assert not lock.covers_lid
    lock.release()


def test_where_all_is_refused_there_is_no_lock(folder: Path) -> None:
    (folder / "refused").write_text("sleep:idle:handle-lid-switch\nsleep:idle\n")
    assert keep_awake("x", system="linux") is None


def test_where_the_program_is_missing_there_is_no_lock(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder / "nowhere"))
    assert keep_awake("x", system="linux") is None
    assert keep_awake("x", system="freebsd14") is None


def test_a_lock_that_something_ended_says_so(folder: Path) -> None:
    lock = keep_awake("x", system="linux")
    assert lock is not None
    lock._child.terminate()  # type: ignore[attr-defined]  # as somebody else would
    lock._child.wait()  # type: ignore[attr-defined]
    assert not lock.is_held
    lock.release()


#: Takes the lock, says which process holds it, and is killed.
_CRASH = """
import os, signal, sys
from fogportable.platform.awake import keep_awake
lock = keep_awake("x", system="linux")
print(lock._child.pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_crash_lets_the_lock_go(folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", _CRASH], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == -signal.SIGKILL
    holder = int(done.stdout)
    deadline, pause = time.monotonic() + 10, threading.Event()
    while _runs(holder) and time.monotonic() < deadline:
        pause.wait(0.02)
    assert not _runs(holder)


def _runs(number: int) -> bool:
    """Whether a process of this number still does something; one that ended may wait for somebody to ask how."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_macos_is_asked_by_caffeinate_for_as_long_as_we_live(folder: Path) -> None:
    lock = keep_awake("x", system="darwin")
    assert lock is not None
    assert not lock.covers_lid
    assert (folder / "asked").read_text().startswith(f"-i -s -w {os.getpid()} ")
    lock.release()


def test_windows_is_told_by_one_thread_that_stays() -> None:
    states: list[int] = []

    def set_state(state: int) -> int:
        states.append(state)
        return 0x80000000

    lock = ThreadLock(set_state)
    assert lock.is_held
    assert states == [0x80000001]
    lock.release()
    assert not lock.is_held
    assert states == [0x80000001, 0x80000000]
    refused = ThreadLock(lambda _: 0)
    assert not refused.is_held
    refused.release()


def test_windows_without_its_libraries_gives_no_lock() -> None:
    assert keep_awake("x", system="win32") is None
