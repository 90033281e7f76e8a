"""What the DHCP threads note of their packets: references, and how to tell of them later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ipaddress import IPv4Address

from fogportable.boot.outcome import Reply
from fogportable.boot.stencils import FirstOffer
from fogportable.model import ServingInterface
from fogportable.platform import udp
from fogportable.platform.packet_tap import TappedDatagram
from fogportable.protocol.address import MacAddress
from fogportable.protocol.pxe import DhcpPort
from fogportable.services.packet_ring import MOST_OF_ONE, Endpoint, Entry, NotedPacket, kept


def heard(now: float, interface: ServingInterface, port: DhcpPort, datagram: udp.Datagram) -> Entry:
    """A request. port: where it came in."""
    size = len(datagram.data)
    if size <= MOST_OF_ONE:
        return (size, _tell_heard, now, interface, port, datagram)
    data = kept(datagram.data)
    there = (datagram.destination, port.value)
    return (
        len(data),
        _tell_passing,
        now,
        interface.name,
        datagram.source,
        there,
        data,
        len(datagram.data),
        None,
    )


def sent(now: float, interface: ServingInterface, reply: Reply, destination: Endpoint) -> Entry:
    """An answer."""
    return (len(reply.payload), _tell_sent, now, interface, reply, destination)


def sent_alike(now: float, interface: ServingInterface, port: DhcpPort, alike: Sequence[FirstOffer]) -> Entry:
    """The OFFERs of one stencil. What they are made of is held by the journal too."""
    return (64 * len(alike), _tell_alike, now, interface, port, alike)


def passing(now: float, card: str, heard: TappedDatagram) -> Entry:
    """What a tap heard of others."""
    data = kept(heard.data)
    way = (heard.source, heard.destination)
    return (len(data), _tell_passing, now, card, *way, data, len(heard.data), heard.source_mac)


def _tell_heard(
    now: float, interface: ServingInterface, port: DhcpPort, datagram: udp.Datagram
) -> Iterator[NotedPacket]:
    data = datagram.data
    yield NotedPacket(now, interface.name, False, datagram.source, (datagram.destination, port.value), data, len(data))


def _tell_sent(now: float, interface: ServingInterface, reply: Reply, destination: Endpoint) -> Iterator[NotedPacket]:
    yield _answer(now, interface, reply.from_port, destination, reply.payload)


def _tell_alike(
    now: float, interface: ServingInterface, port: DhcpPort, alike: Sequence[FirstOffer]
) -> Iterator[NotedPacket]:
    for each in alike:
        yield _answer(now, interface, port, each.stencil.destination, each.stencil.write(each))


def _answer(
    now: float, interface: ServingInterface, port: DhcpPort, destination: Endpoint, payload: bytes
) -> NotedPacket:
    here: tuple[IPv4Address, int] = (interface.address.ip, port.value)
    return NotedPacket(now, interface.name, True, here, destination, payload, len(payload))


def _tell_passing(
    now: float,
    card: str,
    source: Endpoint,
    destination: Endpoint,
    data: bytes,
    length: int,
    sender: MacAddress | None,
) -> Iterator[NotedPacket]:
    yield NotedPacket(now, card, False, source, destination, data, length, sender)
