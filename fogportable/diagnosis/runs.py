"""What one computer did: runs of firmware and loaders, each from its DISCOVER on, in the order of the capture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from ipaddress import IPv4Address

from fogportable.diagnosis.facts import (
    ArpFact,
    DhcpFact,
    DhcpUnreadable,
    FragmentsLost,
    IcmpFact,
    Ipv6Fact,
    NameFact,
)
from fogportable.diagnosis.transfers import BROUGHT, START, Fetch, Moment, Transfer
from fogportable.language import to_say
from fogportable.protocol.address import NO_ADDRESS, MacAddress
from fogportable.protocol.dhcp import OptionCode
from fogportable.protocol.pxe import BootItem, ServerOffer

#: Two packets closer than this are one, seen twice (on both sides of a relay, or by a mirrored port).
SAME_S = 0.2


class Software(Enum):
    """Who asks for an address. UNSEEN: the capture has its files only. SYSTEM: no network boot."""

    FIRMWARE = to_say("the firmware")
    HTTP_FIRMWARE = to_say("the firmware's HTTP Boot")
    IPXE = "iPXE"
    SYSTEM = to_say("a system")
    UNSEEN = to_say("a loader")


#: These ask for network boot.
BOOTERS = frozenset({Software.FIRMWARE, Software.HTTP_FIRMWARE, Software.IPXE})


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of a server, as read for choosing, with its packet."""

    fact: DhcpFact
    offer: ServerOffer

    @property
    def frame(self) -> int:
        return self.fact.frame

    @property
    def time_s(self) -> float:
        return self.fact.time_s


@dataclass(slots=True)
class BootAsk:
    """Requests to a boot server: on port 4011, or by broadcast or multicast when they name a menu entry."""

    server: IPv4Address
    port: int
    item: BootItem | None
    requests: list[DhcpFact] = field(default_factory=list)
    answers: list[Reply] = field(default_factory=list)
    unreachable: list[IcmpFact] = field(default_factory=list)


@dataclass(slots=True)
class Run:
    """One piece of software on the client. arch: number of option 93; None when it does not say."""

    software: Software
    arch: int | None
    begin: Moment
    discovers: list[DhcpFact] = field(default_factory=list)
    selects: list[DhcpFact] = field(default_factory=list)
    offers: list[Reply] = field(default_factory=list)
    acks: list[Reply] = field(default_factory=list)
    naks: list[DhcpFact] = field(default_factory=list)
    unreadable: list[DhcpUnreadable] = field(default_factory=list)
    asks: list[BootAsk] = field(default_factory=list)
    transfers: list[Transfer] = field(default_factory=list)
    fetches: list[Fetch] = field(default_factory=list)
    arps: list[ArpFact] = field(default_factory=list)
    arp_answered: set[IPv4Address] = field(default_factory=set)
    lost: list[FragmentsLost] = field(default_factory=list)
    ipv6: list[Ipv6Fact] = field(default_factory=list)
    names: list[NameFact] = field(default_factory=list)
    last: Moment = START

    @property
    def lease_offers(self) -> list[Reply]:
        """Offers of an address."""
        return [each for each in self.offers if each.offer.gives_address]

    @property
    def proxy_offers(self) -> list[Reply]:
        """Offers without one: of boot servers, also of those that say it wrongly."""
        return [each for each in self.offers if each.offer.address == NO_ADDRESS]

    @property
    def lease(self) -> Reply | None:
        """The answer whose address was taken: the ACK, else the offer that was requested."""
        if self.acks:
            return self.acks[-1]
        chosen = {fact.packet.address_option(54) for fact in self.selects}
        return next((each for each in self.lease_offers if each.offer.server in chosen), None)

    @property
    def routers(self) -> set[IPv4Address]:
        """The way out of its network, as the lease names it (option 3)."""
        options = [each.fact.packet.options.get(OptionCode.ROUTER, b"") for each in self.acks[-1:]]
        return {IPv4Address(each[:4]) for each in options if len(each) >= 4}

    @property
    def has_lease(self) -> bool:
        """It took an address, whether or not the server's answers are in the capture."""
        return bool(self.acks or self.selects or self.asks or self.transfers or self.fetches)

    @property
    def has_followed(self) -> bool:
        """It went on after its address: asked a boot server, for a file, or for a name that it was given."""
        # Firmware's PXE knows no names; what asks in its run is a system from the disk that kept the address.
        knows_names = self.software in (Software.IPXE, Software.HTTP_FIRMWARE)
        return bool(self.asks or self.transfers or self.fetches or (knows_names and self.names))

    @property
    def unknown_name(self) -> str | None:
        """The last name it looked up, when DNS did not know it or did not answer."""
        if not self.names or self.fetches:
            return None
        return None if self.names[-1].is_known else self.names[-1].name

    @property
    def brought(self) -> list[Transfer]:
        """Transfers that brought a file, or were doing so."""
        return [each for each in self.transfers if each.state in BROUGHT]

    @property
    def good_fetches(self) -> list[Fetch]:
        return [each for each in self.fetches if each.is_good]

    @property
    def has_brought(self) -> bool:
        return bool(self.brought or self.good_fetches)

    @property
    def boot_server_answers(self) -> list[Reply]:
        return [answer for ask in self.asks for answer in ask.answers]


@dataclass(slots=True)
class Client:
    """One hardware address and what was seen of it."""

    mac: MacAddress
    runs: list[Run] = field(default_factory=list)
    addresses: list[IPv4Address] = field(default_factory=list)
    last: Moment = START

    @property
    def run(self) -> Run | None:
        """The one that goes on."""
        return self.runs[-1] if self.runs else None


def rounds(facts: Iterable[DhcpFact]) -> int:
    """How often something was sent, where copies of one packet count once."""
    return sum(1 for _ in distinct(facts))


def distinct(facts: Iterable[DhcpFact]) -> Iterator[DhcpFact]:
    """The same without copies."""
    last_s: float | None = None
    for fact in facts:
        if last_s is None or fact.time_s - last_s > SAME_S:
            yield fact
        last_s = fact.time_s
