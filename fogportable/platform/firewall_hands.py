"""Who changes this machine's firewall: this process where it may, else what an administrator lets it start."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Sequence
from typing import Protocol

from fogportable.platform.firewall import find_program
from fogportable.platform.firewall_change import Command, FirewallChange, FrontEnd, plan_opening
from fogportable.platform.firewall_walk import IncomingPacket
from fogportable.platform.privilege import Ask

_TIMEOUT_S = 20.0
#: A person looks for the password, mistypes it, tries again.
_PROMPT_TIMEOUT_S = 120.0


class FirewallHands(Protocol):
    """asks: whether a person is asked for a password first."""

    @property
    def asks(self) -> bool: ...

    def plan(self, packets: Sequence[IncomingPacket]) -> FirewallChange | None:
        """As `plan_opening`. Raises OSError; PermissionError when a person refused."""
        ...

    def make(self, change: FirewallChange) -> None:
        """Its commands, until one fails. Raises OSError; PermissionError when nothing was run."""
        ...

    def undo(self, change: FirewallChange) -> None:
        """What takes it back; what was never made cannot be taken back, and is no fault. Raises OSError."""
        ...


def hands_for(ask: Ask) -> FirewallHands:
    """This process itself where it is an administrator's, else whom a person may allow."""
    # Windows has no such number; its programs say themselves that they want an administrator.
    is_own = not hasattr(os, "geteuid") or os.geteuid() == 0
    return OwnHands() if is_own else AskedHands(ask)


class OwnHands:
    """This process."""

    asks = False

    def plan(self, packets: Sequence[IncomingPacket]) -> FirewallChange | None:
        return plan_opening(packets)

    def make(self, change: FirewallChange) -> None:
        for each in change.do:
            run_command(each)

    def undo(self, change: FirewallChange) -> None:
        for each in change.undo:
            run_command(_whatever_comes(each, change.front_end))


class AskedHands:
    """A shell of root, once for all commands of a change."""

    asks = True

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def plan(self, packets: Sequence[IncomingPacket]) -> FirewallChange | None:
        return plan_opening(packets)

    def make(self, change: FirewallChange) -> None:
        self._run(change.do)

    def undo(self, change: FirewallChange) -> None:
        self._run(tuple(_whatever_comes(each, change.front_end) for each in change.undo))

    def _run(self, commands: Sequence[Command]) -> None:
        way = _way_to_root(self._ask)
        if way is None:
            raise PermissionError("only an administrator may change the firewall")
        run_command((*way, "sh", "-c", " && ".join(map(shlex.join, commands))))


def _way_to_root(ask: Ask) -> Command | None:
    if ask is Ask.WINDOW and shutil.which("pkexec") is not None:
        return ("pkexec", "--disable-internal-agent")
    if ask is Ask.TERMINAL and shutil.which("sudo") is not None:
        return ("sudo",)
    return None


def _whatever_comes(command: Command, front_end: FrontEnd) -> Command:
    """The same, but it never fails."""
    if front_end is FrontEnd.NETSH:
        return ("cmd", "/c", f"{subprocess.list2cmdline(command)} & exit 0")
    return ("sh", "-c", f"{shlex.join(command)} || true")


def run_command(command: Command) -> None:
    """Raises OSError with what it said; PermissionError when a person refused or nobody could be asked."""
    path = find_program(command[0])
    if path is None:
        raise FileNotFoundError(f"{command[0]} is not here")
    is_asked = command[0] in ("pkexec", "sudo")
    try:
        done = subprocess.run(
            (path, *command[1:]),
            stdin=None if is_asked else subprocess.DEVNULL,
            capture_output=True,
            timeout=_PROMPT_TIMEOUT_S if is_asked else _TIMEOUT_S,
            check=False,
            env={**os.environ, "PATH": os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))},
        )
    except subprocess.TimeoutExpired as problem:
        raise TimeoutError(f"{command[0]} did not end") from problem
    said = done.stderr.decode(errors="replace").strip()
    # pkexec(1): 126 and 127 for a prompt that was closed or led nowhere. sudo says so in its own name.
    if is_asked and (done.returncode in (126, 127) or said.startswith("sudo:")):
        raise PermissionError(said)
    if done.returncode != 0:
        raise OSError(f"{shlex.join(command)}: {said}")
