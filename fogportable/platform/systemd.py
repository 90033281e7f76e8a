"""Under systemd: sockets that it has opened for us, and telling it when we serve.

Source: sd_listen_fds(3), sd_notify(3). Both are a few variables and a datagram, so no library of systemd is needed.
"""

from __future__ import annotations

import contextlib
import functools
import logging
import os
import socket
from collections.abc import MutableMapping, Sequence

from fogportable.platform.loader import is_packaged
from fogportable.platform.tcp import adopt_tcp
from fogportable.platform.udp import SocketPurpose, UdpEndpoint, adopt_udp

_log = logging.getLogger("fogportable.systemd")

_FIRST_DESCRIPTOR = 3
#: Five for each of sixteen cards, and more than anybody means.
_MOST_DESCRIPTORS = 80


def handed_sockets(environment: MutableMapping[str, str]) -> tuple[socket.socket, ...]:
    """The sockets that were opened for this process; empty without any. The variables are taken out.

    Descriptors that are no sockets are passed over.
    """
    pid, count = (environment.pop(name, "") for name in ("LISTEN_PID", "LISTEN_FDS"))
    environment.pop("LISTEN_FDNAMES", None)
    # As one file the program is a child of its loader, whom systemd knows.
    ours = {str(os.getpid())} | ({str(os.getppid())} if is_packaged() else set())
    if pid not in ours or not count.isdecimal() or int(count) > _MOST_DESCRIPTORS:
        return ()
    found: list[socket.socket] = []
    for descriptor in range(_FIRST_DESCRIPTOR, _FIRST_DESCRIPTOR + int(count)):
        try:
            os.set_inheritable(descriptor, False)
            found.append(socket.socket(fileno=descriptor))
        except OSError as problem:
            _log.warning("Descriptor %d from systemd cannot be used: %s", descriptor, problem)
    return tuple(found)


@functools.cache
def _handed() -> tuple[socket.socket, ...]:
    return handed_sockets(os.environ)


def take_handed(endpoint: UdpEndpoint, handed: Sequence[socket.socket] | None = None) -> socket.socket | None:
    """A socket for this endpoint out of those that were handed over; None where none fits, or is for another card.

    It is a duplicate: the original stays open, so that serving can go on after a pause. handed: this process's own
    where it is None. Raises OSError.
    """
    if endpoint.purpose is SocketPurpose.TAP or endpoint.port == 0:
        return None
    kind = socket.SOCK_STREAM if endpoint.purpose is SocketPurpose.HTTP else socket.SOCK_DGRAM
    for sock in _handed() if handed is None else handed:
        is_meant = sock.family == socket.AF_INET and sock.type == kind and sock.getsockname()[1] == endpoint.port
        if is_meant and _device_of(sock) in ("", endpoint.interface.device):
            duplicate = sock.dup()
            try:
                (adopt_tcp if kind == socket.SOCK_STREAM else adopt_udp)(duplicate, endpoint)
            except OSError:
                duplicate.close()
                raise
            return duplicate
    return None


def _device_of(sock: socket.socket) -> str:
    """The card a socket is pinned to; empty for none."""
    option = getattr(socket, "SO_BINDTODEVICE", None)
    if option is None:
        return ""
    return sock.getsockopt(socket.SOL_SOCKET, option, 16).rstrip(b"\0").decode(errors="replace")


def keep_to_ourselves() -> None:
    """Take what systemd has for us out of the environment, before programs are started that would answer in our name.

    systemd-inhibit, which keeps a laptop awake for us, does: it tells how it ends.
    """
    _handed()
    _address()


@functools.cache
def _address() -> str:
    return os.environ.pop("NOTIFY_SOCKET", "")


def notify(state: str, address: str | None = None) -> bool:
    """Tell systemd something, such as `READY=1`. False where nobody wants to know, or nobody hears.

    address: as NOTIFY_SOCKET writes it; that of this process where it is None.
    """
    address = _address() if address is None else address
    if not address.startswith(("/", "@")):
        return False
    # An "@" stands for the NUL of an abstract socket.
    place = f"\0{address[1:]}" if address.startswith("@") else address
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as outlet:
        outlet.connect(place)
        outlet.sendall(state.encode())
        return True
    return False
