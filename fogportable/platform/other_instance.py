"""Another FOG Portable that serves on this machine: who started it, and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import psutil

from fogportable.errors import Fault, FaultCode, describe
from fogportable.platform.ports import PortHolder

_NAME = "fogportable"


def held_fault(port: int, holder: PortHolder, detail: str = "") -> Fault:
    """What is wrong with a port that this program holds: ALREADY_SERVING for one of ours, else PORT_IN_USE."""
    found = _started(holder.pid)
    if found is None:
        return describe(FaultCode.PORT_IN_USE, detail=detail, port=port, holder=holder.name, pid=holder.pid)
    user, since = found
    return describe(FaultCode.ALREADY_SERVING, detail=detail, pid=holder.pid, user=user, since=since)


def _started(pid: int) -> tuple[str, str] | None:
    """Who started it and when, as `08:15`; None for another program, or one that is gone."""
    try:
        process = psutil.Process(pid)
        if not is_ours(process.name(), process.cmdline()):
            return None
        since = datetime.fromtimestamp(process.create_time()).astimezone()
        return process.username(), f"{since:%H:%M}"
    except (psutil.Error, OSError):
        return None


def is_ours(name: str, command: Sequence[str]) -> bool:
    """Whether a process is this program: packaged, installed, or `python -m fogportable`.

    command: its words. A script's name is no proof, but who would lie to be taken for a boot server.
    """
    if name.startswith(_NAME):
        return True
    words = [word.rpartition("/")[2] for word in command[1:] if not word.startswith("-")]
    return name.startswith("python") and words[:1] == [_NAME]
