"""A wire on which nobody speaks by himself, and its other end: it hears every frame that the kit's card sends."""

from __future__ import annotations

import select
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from tests.fakes.namespaces import Wire, wire

_ETH_P_ALL = 0x0003
#: The packet type of what this end sent itself.
_OUTGOING = 4


@contextmanager
def quiet_wire() -> Iterator[Wire]:
    """As `wire`, without what a system says of itself: neighbours of IPv6 and groups."""
    with wire() as made:
        made.kit.run("sysctl", "-qw", "net.ipv6.conf.all.disable_ipv6=1")
        made.pc.run("sysctl", "-qw", "net.ipv6.conf.all.disable_ipv6=1")
        yield made


@contextmanager
def outlet_of(lab: Wire) -> Iterator[socket.socket]:
    """The other end of the wire: sends in anybody's name, and hears every frame that the kit's card sends."""
    with lab.pc.entered():
        sock = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(_ETH_P_ALL))
        sock.bind(("pc0", _ETH_P_ALL))
    with sock:
        yield sock


def frames_heard(outlet: socket.socket) -> list[bytes]:
    """What came from the kit so far; what this end sent itself is not among it."""
    found = []
    while select.select([outlet], [], [], 0)[0]:
        frame, address = outlet.recvfrom(4096)
        if address[2] != _OUTGOING:
            found.append(frame)
    return found
