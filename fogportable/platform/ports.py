"""Who holds a port on this machine."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import psutil

from fogportable.platform.udp_table import UdpSocket, process_with, sockets_on


class Transport(StrEnum):
    """Ports of UDP and of TCP have nothing to do with each other. TCP: listeners only."""

    UDP = "udp"
    TCP = "tcp"


@dataclass(frozen=True, slots=True)
class PortHolder:
    """A program that has a port open. name: what a person calls it."""

    name: str
    pid: int


#: Somebody whom this user may not see.
UNSEEN_HOLDER = PortHolder("", 0)


def holder_or_stranger(
    port: int, interface_index: int | None = None, transport: Transport = Transport.UDP
) -> PortHolder | None:
    """As `holder_of`, but UNSEEN_HOLDER for one whom this user may not see, where the system tells that much."""
    found = holder_of(port, interface_index, transport)
    if found is not None:
        return found
    try:
        sockets = sockets_on(port, is_tcp=transport is Transport.TCP)
    except OSError:  # Not Linux, or a kernel without sock_diag.
        return None
    return UNSEEN_HOLDER if _in_the_way(sockets, interface_index) else None


def holder_of(port: int, interface_index: int | None = None, transport: Transport = Transport.UDP) -> PortHolder | None:
    """Whoever has this port open over IPv4 or IPv6; None when nobody does or this user may not see it.

    interface_index: leave out sockets that are pinned to other cards, as they are in nobody's way here.
    """
    pid = _process_on(port, interface_index, transport)
    name = None if pid is None else _name_of(pid)
    return None if pid is None or name is None else PortHolder(name, pid)


def is_tcp_port_free(port: int, interface_index: int) -> bool:
    """Whether nobody listens where a listener on this card would be refused. True where the system does not tell."""
    try:
        return not _in_the_way(sockets_on(port, is_tcp=True), interface_index)
    except OSError:
        return _process_that_psutil_sees(port, Transport.TCP) is None


def _process_on(port: int, interface_index: int | None, transport: Transport) -> int | None:
    try:
        sockets = sockets_on(port, is_tcp=True) if transport is Transport.TCP else sockets_on(port)
    except OSError:  # Not Linux, or a kernel without sock_diag.
        return _process_that_psutil_sees(port, transport)
    return process_with(_in_the_way(sockets, interface_index))


def _in_the_way(sockets: Iterable[UdpSocket], interface_index: int | None) -> frozenset[int]:
    """Inodes of the sockets on this card or on none."""
    where = (0, interface_index)
    return frozenset(each.inode for each in sockets if interface_index is None or each.interface_index in where)


def _process_that_psutil_sees(port: int, transport: Transport) -> int | None:
    try:
        connections = psutil.net_connections(kind=transport.value)
    except (psutil.Error, OSError):
        return None
    for connection in connections:
        is_open = transport is Transport.UDP or connection.status == psutil.CONN_LISTEN
        if is_open and connection.laddr and connection.laddr.port == port and connection.pid is not None:
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
