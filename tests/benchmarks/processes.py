"""Programs that are measured: pinned to a core, their CPU time read with all children, at rest while others run."""

from __future__ import annotations

import contextlib
import itertools
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.fakes.namespaces import Namespace

SERVER_CORE = 0
CLIENT_CORE = 1

#: Other programs of this machine disturb less; needs root.
_PRIORITY = -10
_START_S = 20.0
_STOP_S = 10.0
_LOOK_S = 0.02
#: A program that takes less of a core than this, for so long (s), is idle.
_IDLE_SHARE = 0.1
_IDLE_LOOK_S = 0.25
_numbers = itertools.count(1)


class Broken(Exception):
    """A server or a client did something that makes all figures worthless."""


@dataclass
class Program:
    """A running program. account: of its CPU time, a control group; None where there are none.

    output: what it said, both streams. namespace: the network it lives in.
    """

    name: str
    popen: subprocess.Popen[bytes]
    output: Path
    account: Path | None
    namespace: Namespace

    def cpu_s(self) -> float:
        """Used so far, with all children, also ended ones."""
        if self.account is None:
            return sum(_cpu_ticks(pid) for pid in _family(self.popen.pid)) / os.sysconf("SC_CLK_TCK")
        flat = self.account / "cpuacct.usage"
        if flat.exists():
            return int(flat.read_text()) / 1e9
        stat = (self.account / "cpu.stat").read_text()
        return int(stat.split("usage_usec")[1].split()[0]) / 1e6

    def memory_kib(self, key: str = "RssAnon") -> int:
        """Of the program itself, see proc(5)."""
        status = Path(f"/proc/{self.popen.pid}/status").read_text()
        return int(status.split(f"{key}:")[1].split()[0])

    def rest(self) -> None:
        """Stand still, so that others are measured alone."""
        self.popen.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self.popen.send_signal(signal.SIGCONT)

    def said(self) -> str:
        return self.output.read_text(errors="replace")

    def wait_until(self, is_so: Callable[[], bool], what: str, *, look_s: float = _LOOK_S) -> None:
        """Raises Broken with the program's last words when it does not come true or the program ends."""
        ends = time.monotonic() + _START_S
        while time.monotonic() < ends:
            if is_so():
                return
            if not self.goes_on_for(look_s):
                break
        raise Broken(f"{self.name} {what}; it said: {self.said()[-2000:]}")

    def goes_on_for(self, seconds: float) -> bool:
        """False when it ended within this time."""
        try:
            self.popen.wait(seconds)
        except subprocess.TimeoutExpired:
            return True
        return False

    def wait_until_idle(self) -> None:
        """Until it has done what it does after its start. Raises Broken."""
        before = [self.cpu_s()]

        def is_idle() -> bool:
            self.goes_on_for(_IDLE_LOOK_S)
            before.append(self.cpu_s())
            return before[-1] - before[-2] < _IDLE_SHARE * _IDLE_LOOK_S

        self.wait_until(is_idle, "is never at rest")

    def check_alive(self) -> None:
        """Raises Broken."""
        if self.popen.poll() is not None:
            raise Broken(f"{self.name} has ended with {self.popen.returncode}; it said: {self.said()[-2000:]}")

    def stop(self) -> None:
        """End it, also when it stands still."""
        if self.popen.poll() is None:
            self.popen.terminate()
            self.go_on()
            try:
                self.popen.wait(_STOP_S)
            except subprocess.TimeoutExpired:
                self.popen.kill()
                self.popen.wait()
        if self.account is not None:
            with contextlib.suppress(OSError):  # A child that is still ending; the group is empty and harmless.
                self.account.rmdir()


@contextlib.contextmanager
def running(
    name: str,
    command: Sequence[str | Path],
    folder: Path,
    *,
    namespace: Namespace,
    environment: Mapping[str, str] | None = None,
    core: int = SERVER_CORE,
) -> Iterator[Program]:
    """Start a program and stop it at the end. folder: for what it says."""
    output = folder / f"{name}-{next(_numbers)}.log"
    account = _new_account(output.stem)
    with output.open("wb") as file, namespace.entered():
        popen = subprocess.Popen(
            [str(word) for word in command],
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            cwd=folder,  # Not that of whoever started us: Python looks there first for modules.
            env={**os.environ, **(environment or {})},
            preexec_fn=lambda: _settle(core, account),
        )
    program = Program(name, popen, output, account, namespace)
    try:
        yield program
    finally:
        program.stop()


def run_client(
    command: Sequence[str | Path], *, namespace: Namespace, patience_s: float, core: int = CLIENT_CORE
) -> str:
    """Run a load client to its end and return what it printed. Raises Broken."""
    words = [str(word) for word in command]
    with namespace.entered():
        done = subprocess.run(
            words,
            capture_output=True,
            text=True,
            timeout=patience_s,
            check=False,
            preexec_fn=lambda: _settle(core, None),
        )
    if done.returncode != 0:
        raise Broken(f"{' '.join(words)} ended with {done.returncode}: {done.stderr.strip()[-2000:]}")
    return done.stdout


def _settle(core: int, account: Path | None) -> None:
    """In the new process, before the program."""
    if account is not None:
        (account / "cgroup.procs").write_text(str(os.getpid()))
    with contextlib.suppress(OSError):  # A machine with one core.
        os.sched_setaffinity(0, {core})
    with contextlib.suppress(PermissionError):
        os.setpriority(os.PRIO_PROCESS, 0, _PRIORITY)


# --- CPU time ---------------------------------------------------------------------------------------------------


def _new_account(name: str) -> Path | None:
    """A control group that counts CPU time; None where none can be made."""
    parent = _accounts()
    if parent is None:
        return None
    account = parent / f"fogp-bench-{os.getpid()}-{name}"
    try:
        account.mkdir()
    except OSError:
        return None
    return account


def _accounts() -> Path | None:
    """Where control groups are made: cpuacct of version 1, or our own group of version 2."""
    for line in Path("/proc/mounts").read_text().splitlines():
        _, folder, kind, options, *_ = line.split()
        if kind == "cgroup" and "cpuacct" in options.split(","):
            return Path(folder)
    for line in Path("/proc/self/cgroup").read_text().splitlines():
        if line.startswith("0::"):
            own = Path("/sys/fs/cgroup") / line[3:].lstrip("/")
            return own if (own / "cpu.stat").exists() else None
    return None


def _family(pid: int) -> list[int]:
    found = [pid]
    for each in found:
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{each}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
    return found


def _cpu_ticks(pid: int) -> int:
    """With those of ended children."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0
    return sum(int(field) for field in fields[11:15])
