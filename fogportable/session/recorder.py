"""The flight recorder: what our own ports heard and sent, of all services, in the order of time and with its records.

The services append references to rings (`services/packet_ring.py`); all else happens here, when somebody asks.
"""

from __future__ import annotations

import time
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from ipaddress import IPv4Address
from typing import NamedTuple

from fogportable.events import Record, ServiceName
from fogportable.model import Menu, NetworkInterface
from fogportable.protocol.address import LIMITED_BROADCAST, MacAddress
from fogportable.protocol.link.synthetic import BROADCAST_MAC, UNKNOWN_MAC, Way, tcp_frame, udp_frame
from fogportable.services.packet_ring import NotedPacket, PacketRing
from fogportable.session.journal import CAPACITY, Journal
from fogportable.session.saved.table import MenuFrom

_KIB = 1024
#: A packet's record follows it at once: what comes later than this (s) belongs to something else.
_RECORD_WITHIN_S = 0.25
#: Changes of the menu that are remembered.
_MOST_MENUS = 64

_DHCP_PORTS = frozenset({67, 68, 4011})
_HARDWARE_BYTES, _CHADDR = 2, 28


class Direction(Enum):
    """IN: heard on a port of ours. OUT: sent by us. PASSING: of another server, heard by a tap."""

    IN = "in"
    OUT = "out"
    PASSING = "passing"


class PacketOfClient(NamedTuple):
    """A packet of one computer. frame: with headers that are made up where a socket gave none.

    record: the number of the journal's record that it led to; None where it led to none.
    """

    time: datetime
    direction: Direction
    frame: bytes
    record: int | None


@dataclass(frozen=True, slots=True)
class RecordedPacket:
    """packet: as its service knew it. frame, frame_length: kept, and on the wire. record: see `PacketOfClient`."""

    time: datetime
    direction: Direction
    client: MacAddress | None
    packet: NotedPacket
    frame: bytes
    frame_length: int
    record: Record | None


@dataclass(frozen=True, slots=True)
class Rings:
    """Where the services note their packets; each has its own, so that a flood on one port pushes out its own only."""

    dhcp: PacketRing
    tftp: PacketRing
    http: PacketRing
    site: PacketRing
    lease: PacketRing

    def services(self) -> Iterable[tuple[ServiceName, PacketRing]]:
        """Each with whose events it leads to."""
        return (
            (ServiceName.DHCP, self.dhcp),
            (ServiceName.TFTP, self.tftp),
            (ServiceName.HTTP, self.http),
            (ServiceName.DHCP, self.site),
            (ServiceName.DHCP, self.lease),
        )


def new_rings() -> Rings:
    """Three MB together when full."""
    return Rings(
        PacketRing(1024 * _KIB),
        PacketRing(1024 * _KIB),
        PacketRing(512 * _KIB),
        PacketRing(256 * _KIB),
        PacketRing(256 * _KIB),
    )


class Recorder:
    """Packets since the last Start. `rings` and the cards are replaced, never changed.

    began_at: number of the first record since the last Start. menus: those that were served since.

    mac_of: the computer that has an address. clock: monotonic seconds.
    """

    def __init__(
        self,
        journal: Journal,
        mac_of: Callable[[IPv4Address], MacAddress | None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._journal = journal
        self._mac_of = mac_of
        self._clock = clock
        self._macs: Mapping[str, MacAddress] = {}
        self.rings = new_rings()
        self.began_at = 1
        self.menus: tuple[MenuFrom, ...] = ()

    def start_over(self, menu: Menu) -> None:
        """A new Start, with this menu: what was recorded before is let go."""
        self.rings = new_rings()
        self.began_at = self._journal.newest + 1
        self.menus = (MenuFrom(self.began_at, menu),)

    def note_menu(self, menu: Menu) -> None:
        """Another menu is served from now on; of very many changes the last ones count."""
        self.menus = (*self.menus, MenuFrom(self._journal.newest + 1, menu))[-_MOST_MENUS:]

    def rings_with(self, cards: Iterable[NetworkInterface]) -> Rings:
        """For the services to be. cards: of this machine, as their hardware addresses stand in frames."""
        self._macs = {each.name: each.mac for each in cards if each.mac is not None}
        return self.rings

    @property
    def dropped(self) -> int:
        """Packets that gave way to newer ones."""
        return sum(ring.dropped for _, ring in self.rings.services())

    def packets_of(self, mac: MacAddress) -> tuple[PacketOfClient, ...]:
        """What one computer sent and was sent, oldest first."""
        return tuple(
            PacketOfClient(each.time, each.direction, each.frame, each.record.sequence if each.record else None)
            for each in self._recorded(only=mac)
        )

    def packets(self) -> tuple[RecordedPacket, ...]:
        """All that is kept, oldest first. Takes a moment: for a job."""
        return self._recorded(only=None)

    # --- inside ---------------------------------------------------------------------------------------------------

    def _recorded(self, only: MacAddress | None) -> tuple[RecordedPacket, ...]:
        noted = [
            (packet, service, client)
            for service, ring in self.rings.services()
            for packet in ring.packets()
            if (client := self._client_of(packet)) == only or only is None
        ]
        noted.sort(key=lambda each: each[0].time_s)
        records = _records_by_lane(self._journal, only)
        began = datetime.now(UTC) - timedelta(seconds=self._clock())
        until = _until_next([(service, client, packet.time_s) for packet, service, client in noted])
        return tuple(
            self._one(packet, client, began, _record_of(records.get((service, client)), packet.time_s, end))
            for (packet, service, client), end in zip(noted, until, strict=True)
        )

    def _one(
        self, packet: NotedPacket, client: MacAddress | None, began: datetime, record: Record | None
    ) -> RecordedPacket:
        way = self._way(packet, client)
        if packet.position is None:
            frame, bare = udp_frame(way, packet.octets, packet.length), udp_frame(way, b"", 0)
        else:
            frame = tcp_frame(way, packet.octets, packet.length, packet.position)
            bare = tcp_frame(way, b"", 0, packet.position)
        direction = Direction.OUT if packet.is_sent else Direction.PASSING if packet.sender else Direction.IN
        moment = began + timedelta(seconds=packet.time_s)
        return RecordedPacket(moment, direction, client, packet, frame, len(bare) + packet.length, record)

    def _way(self, packet: NotedPacket, client: MacAddress | None) -> Way:
        ours = _six(self._macs.get(packet.card))
        theirs = _six(client)
        if packet.is_sent:
            to = BROADCAST_MAC if packet.destination[0] == LIMITED_BROADCAST else theirs
            return Way(ours, to, packet.source, packet.destination)
        if packet.sender is not None:
            to = BROADCAST_MAC if packet.destination[0] == LIMITED_BROADCAST else theirs
            return Way(_six(packet.sender), to, packet.source, packet.destination)
        to = BROADCAST_MAC if packet.destination[0] == LIMITED_BROADCAST else ours
        return Way(theirs, to, packet.source, packet.destination)

    def _client_of(self, packet: NotedPacket) -> MacAddress | None:
        if packet.client is not None:
            return packet.client
        if is_dhcp(packet):
            return _chaddr(packet.octets)
        return self._mac_of(packet.destination[0] if packet.is_sent else packet.source[0])


def is_dhcp(packet: NotedPacket) -> bool:
    """Whether it is of port 67, 68 or 4011."""
    return packet.position is None and bool({packet.source[1], packet.destination[1]} & _DHCP_PORTS)


def _chaddr(payload: bytes) -> MacAddress | None:
    """The hardware address in a DHCP packet; None in what is too short for one."""
    size = payload[_HARDWARE_BYTES] if len(payload) > _HARDWARE_BYTES else 0
    octets = payload[_CHADDR : _CHADDR + size]
    return MacAddress(octets) if 1 <= size <= 16 and len(octets) == size else None


def _six(mac: MacAddress | None) -> bytes:
    return mac.octets if mac is not None and len(mac.octets) == 6 else UNKNOWN_MAC


_Lane = tuple[ServiceName, MacAddress | None]


def _records_by_lane(journal: Journal, only: MacAddress | None) -> dict[_Lane, list[Record]]:
    """The journal's records by service and computer, oldest first."""
    found: dict[_Lane, list[Record]] = defaultdict(list)
    for record in journal.of(only) if only is not None else journal.since(0, CAPACITY).records:
        if record.event.client is not None:
            found[record.event.service, record.event.client].append(record)
    return found


def _until_next(packets: list[tuple[ServiceName, MacAddress | None, float]]) -> list[float]:
    """For each packet the time of the next one of its computer and service; a while after the last one."""
    until, next_of = [0.0] * len(packets), dict[_Lane, float]()
    for place in range(len(packets) - 1, -1, -1):
        service, client, time_s = packets[place]
        until[place] = min(next_of.get((service, client), time_s + _RECORD_WITHIN_S), time_s + _RECORD_WITHIN_S)
        next_of[service, client] = time_s
    return until


def _record_of(records: list[Record] | None, time_s: float, until_s: float) -> Record | None:
    """The first record in that time."""
    place = bisect_left(records, time_s, key=lambda each: each.monotonic_s) if records else 0
    if not records or place == len(records) or records[place].monotonic_s >= until_s:
        return None
    return records[place]
