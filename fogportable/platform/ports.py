"""Who holds a UDP port on this machine."""

from __future__ import annotations

import os
from dataclasses import dataclass

import psutil


@dataclass(frozen=True, slots=True)
class PortHolder:
    """A program that has a UDP port open. name: what a person calls it."""

    name: str
    pid: int


def holder_of(port: int) -> PortHolder | None:
    """Whoever has this UDP port open over IPv4 or IPv6; None when nobody does or this user may not see it."""
    try:
        connections = psutil.net_connections(kind="udp")
    except (psutil.Error, OSError):
        return None
    for connection in connections:
        if connection.laddr and connection.laddr.port == port and connection.pid is not None:
            name = _name_of(connection.pid)
            if name is not None:
                return PortHolder(name, connection.pid)
    return None


def _name_of(pid: int) -> str | None:
    """The program's name; for a Python script the script's, as "python3" tells nobody anything."""
    try:
        process = psutil.Process(pid)
        name = process.name()
        words = process.cmdline()[1:] if name.startswith("python") else []
    except (psutil.Error, OSError):
        return None
    if "-m" in words[:-1]:
        name = words[words.index("-m") + 1].partition(".")[0]
    elif words and not words[0].startswith("-"):
        name = os.path.basename(words[0])
    return "".join(letter for letter in name if letter.isprintable())  # Any user may name a process.
