"""The TCP socket of the HTTP service: pinned to one network card like its UDP neighbours, and what is unsent of it."""

from __future__ import annotations

import contextlib
import socket
import sys

from fogportable.platform.ports import Transport
from fogportable.platform.udp import UdpEndpoint, bind_address, fault_of, pin_to_card

if sys.platform == "linux":
    import fcntl
    import termios

#: Connections that wait to be accepted: a whole room at once.
_BACKLOG = 128


def open_tcp(endpoint: UdpEndpoint) -> socket.socket:
    """A listening, non-blocking socket pinned to the endpoint's card. Raises as `udp.open_udp` does.

    SO_REUSEADDR: connections of the last run that linger in TIME_WAIT are in nobody's way; on Linux it never lets two
    listeners share a port. Windows takes it differently, so it is left out there.
    """
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        sock.setblocking(False)
        if not sys.platform.startswith("win"):
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        pin_to_card(sock, endpoint.interface)
        sock.bind((bind_address(endpoint.interface), endpoint.port))
        sock.listen(_BACKLOG)
    except OSError as problem:
        sock.close()
        fault = fault_of(problem, endpoint, Transport.TCP)
        if fault is None:
            raise
        raise fault from problem
    return sock


def adopt_tcp(sock: socket.socket, endpoint: UdpEndpoint) -> None:
    """Make a listening socket that somebody else has bound as ours are. Raises OSError."""
    sock.setblocking(False)
    pin_to_card(sock, endpoint.interface)
    sock.listen(_BACKLOG)


def unconfirmed_bytes(sock: socket.socket) -> int:
    """Octets that were written but that the other end has not confirmed; 0 where the system does not tell."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            return int.from_bytes(fcntl.ioctl(sock.fileno(), termios.TIOCOUTQ, bytes(4)), sys.byteorder)
    return 0
