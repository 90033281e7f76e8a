"""Watches the site's DHCP traffic as it passes by: one datagram in, news out. No sockets, no clock of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from ipaddress import IPv4Address

from fogportable.boot.askers import TokenBucket
from fogportable.boot.site_cable import SiteCable
from fogportable.boot.site_clients import SiteClients
from fogportable.boot.site_conflicts import OwnPlace
from fogportable.boot.site_servers import SiteServers
from fogportable.events import ClientTakenBySite, Event
from fogportable.model import SiteServer
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import BOOTREQUEST, NO_ADDRESS, MessageType, decode
from fogportable.protocol.link import Bpdu
from fogportable.protocol.pxe import PxeRequest, classify, read_offer

#: Computers told to be taken away: a room of them at once, then a trickle.
LOST_PER_S = 5.0
LOST_BURST = 100.0


@dataclass(frozen=True, slots=True)
class PassingDatagram:
    """What a tap heard on one of our cards."""

    interface: str
    source_mac: MacAddress
    source: tuple[IPv4Address, int]
    destination: tuple[IPv4Address, int]
    data: bytes


@dataclass(frozen=True, slots=True)
class CableSign:
    """A frame beside DHCP. is_own: this very card sent it. claims: whose address its sender says to have, by ARP."""

    interface: str
    source_mac: MacAddress
    is_own: bool = False
    bpdu: Bpdu | None = None
    claims: IPv4Address | None = None


class SiteObserver:
    """Sends nothing and decides nothing. For one thread; `servers` from any. Times are monotonic seconds.

    own_macs: cards of this machine; what they send is no other server's. places: our cards, by name.
    """

    def __init__(self, places: Mapping[str, OwnPlace], own_macs: frozenset[MacAddress]) -> None:
        self._places = dict(places)
        self._own_macs = own_macs
        #: Told which computer a DHCP server offers an address, from the thread that receives.
        self.on_address_offered: Callable[[MacAddress], None] | None = None
        self._servers = SiteServers()
        #: What is seen there beside DHCP, by the thread that receives.
        self.cable = SiteCable()
        self._clients = SiteClients()
        self._lost = TokenBucket(LOST_PER_S, LOST_BURST, 0.0)

    def move(self, places: Mapping[str, OwnPlace], own_macs: frozenset[MacAddress]) -> None:
        """Our cards have other addresses now. Not while the thread runs."""
        self._places = dict(places)
        self._own_macs = own_macs
        self.cable.move(frozenset(each.address for each in places.values()))

    def servers(self) -> tuple[SiteServer, ...]:
        """Other servers, in the order in which they were first heard."""
        return self._servers.snapshot()

    def receive(self, heard: PassingDatagram, now: float) -> tuple[Event, ...]:
        """Take in one datagram. Raises MalformedPacket only."""
        place = self._places.get(heard.interface)
        if place is None or heard.source_mac in self._own_macs or heard.source[0] in place.everywhere:
            return ()
        packet = decode(heard.data)
        if packet.op == BOOTREQUEST:
            request = classify(packet)
            return self._note_request(request, heard, place, now) if isinstance(request, PxeRequest) else ()
        offer = read_offer(packet, heard.source)
        if offer is None or offer.server in place.everywhere:
            return ()
        is_offer = offer.message_type is MessageType.OFFER and offer.address != NO_ADDRESS
        if is_offer and offer.client is not None and self.on_address_offered is not None:
            self.on_address_offered(offer.client)
        conflict, events = self._servers.note_offer(offer, self._clients.kind_of(offer.client), place, now)
        if conflict is not None:
            self._clients.note_conflict(offer.client, conflict)
        return events

    @property
    def has_to_see_requests(self) -> bool:
        """Whether a request may be news by itself; else it only matters once another server answers it."""
        return self._servers.has_proxies or self._clients.has_hits

    def next_deadline(self) -> float | None:
        """When `expire` has something to say; None for never."""
        due = [each for each in (self._clients.next_due(), self.cable.next_deadline()) if each is not None]
        return min(due, default=None)

    def expire(self, now: float) -> tuple[Event, ...]:
        """Computers that should have come here by now, and followed another server; troubles that are over."""
        lost = tuple(
            ClientTakenBySite(
                client=mac,
                interface=conflict.interface,
                server=conflict.server,
                kind=conflict.kind,
                fault=conflict.fault,
            )
            for mac, conflict in self._clients.take_due(now)
            if self._lost.take(now)
        )
        return (*lost, *self.cable.expire(now))

    def receive_cable(self, heard: CableSign, now: float) -> tuple[Event, ...]:
        """Take in what was seen beside DHCP."""
        place = self._places.get(heard.interface)
        if place is None:
            return ()
        if heard.is_own:
            return self.cable.note_own_frame(heard.interface, now)
        if heard.bpdu is not None:
            return self.cable.note_bpdu(heard.interface, heard.bpdu)
        if heard.claims == place.address and heard.source_mac not in self._own_macs:
            return self.cable.note_twin(heard.interface, place.address, heard.source_mac, now)
        return ()

    def _note_request(
        self, request: PxeRequest, heard: PassingDatagram, place: OwnPlace, now: float
    ) -> tuple[Event, ...]:
        self._clients.note_request(request, heard.destination, place.everywhere, now)
        if request.message_type is not MessageType.DISCOVER:
            return ()
        return self._servers.note_discover(heard.interface, self._clients.kind_of(request.mac), now)
