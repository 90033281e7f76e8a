"""Sending magic packets out of one card: no server, no rights, nothing that is answered."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address

from fogportable.model import ServingInterface
from fogportable.platform import udp
from fogportable.protocol.address import LIMITED_BROADCAST, MacAddress
from fogportable.protocol.wake import WAKE_PORT, magic_packet

#: Computers told in a second: thirty that start in the same moment draw more current than a room's fuse may like.
COMPUTERS_PER_S = 10.0
#: Each is told so often: a datagram may be lost, and a card that wakes up at 10 Mbit/s may miss the first.
ROUNDS = 2
#: The longest network that has a broadcast address of its own (RFC 3021).
_LONGEST_WITH_BROADCAST = 30


def send_magic(macs: Sequence[MacAddress], card: ServingInterface, should_end: Callable[[float], bool]) -> int:
    """Wake these computers out of this card; gives how many were told, fewer than all when it was ended.

    To 255.255.255.255, which stays in the card's own network, and to the network's broadcast address, which some
    switches and bridges let through where they hold the other back. should_end: waits for so many seconds, and says
    whether nothing more shall be sent. Raises OSError.
    """
    told = 0
    with _open(card) as sock:
        where_from = udp.origin(card.address.ip, card)
        for number in range(ROUNDS):
            for place, mac in enumerate(macs):
                if (number or place) and should_end(1.0 / COMPUTERS_PER_S):
                    return told
                packet = magic_packet(mac)
                for broadcast in _broadcasts(card):
                    udp.send(sock, packet, (broadcast, WAKE_PORT), where_from)
                told = max(told, place + 1)
    return told


def _open(card: ServingInterface) -> socket.socket:
    """Bound to the card's address; which card a datagram leaves by is said with each."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        sock.bind((str(card.address.ip), 0))
    except OSError:
        sock.close()
        raise
    return sock


def _broadcasts(card: ServingInterface) -> tuple[IPv4Address, ...]:
    network = card.address.network
    if network.prefixlen > _LONGEST_WITH_BROADCAST:
        return (LIMITED_BROADCAST,)
    return LIMITED_BROADCAST, network.broadcast_address
