"""Who holds a UDP port on this machine."""

from __future__ import annotations

import os
from dataclasses import dataclass

import psutil

from fogportable.platform.udp_table import process_with, sockets_on


@dataclass(frozen=True, slots=True)
class PortHolder:
    """A program that has a UDP port open. name: what a person calls it."""

    name: str
    pid: int


def holder_of(port: int, interface_index: int | None = None) -> PortHolder | None:
    """Whoever has this UDP port open over IPv4 or IPv6; None when nobody does or this user may not see it.

    interface_index: leave out sockets that are pinned to other cards, as they are in nobody's way here.
    """
    pid = _process_on(port, interface_index)
    name = None if pid is None else _name_of(pid)
    return None if pid is None or name is None else PortHolder(name, pid)


def _process_on(port: int, interface_index: int | None) -> int | None:
    try:
        sockets = sockets_on(port)
    except OSError:  # Not Linux, or a kernel without sock_diag.
        return _process_that_psutil_sees(port)
    in_the_way = (0, interface_index)
    return process_with(
        frozenset(each.inode for each in sockets if interface_index is None or each.interface_index in in_the_way)
    )


def _process_that_psutil_sees(port: int) -> int | None:
    try:
        connections = psutil.net_connections(kind="udp")
    except (psutil.Error, OSError):
        return None
    for connection in connections:
        if connection.laddr and connection.laddr.port == port and connection.pid is not None:
            return connection.pid
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
