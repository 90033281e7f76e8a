"""A network of our own: the one place where addresses are given out, never on a card that a proxy serves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv4Address, IPv4Interface, IPv4Network

from fogportable.model.interfaces import ServingInterface
from fogportable.protocol.address import MacAddress

SHORTEST_LEASE_S = 60
LONGEST_LEASE_S = 30 * 24 * 3600

#: Networks are mostly this large, and people know their way around in them.
_USUAL_PREFIX = 24


@dataclass(frozen=True, slots=True)
class StaticHost:
    """A computer that always gets the same address. name: host name, "" for none. is_infinite: the lease never ends."""

    mac: MacAddress
    address: IPv4Address
    name: str = ""
    is_infinite: bool = False


@dataclass(frozen=True, slots=True)
class PrivateNetwork:
    """Settings of the DHCP server for a network that has none.

    interface: name of the card. first, last: the range, within the card's own network. lease_s: seconds.
    router: None for none (the computers reach this network only). domain: "" for none.
    """

    interface: str
    first: IPv4Address
    last: IPv4Address
    lease_s: int = 3600
    router: IPv4Address | None = None
    dns: tuple[IPv4Address, ...] = ()
    domain: str = ""
    hosts: tuple[StaticHost, ...] = ()


def suggested_range(card: IPv4Interface) -> tuple[IPv4Address, IPv4Address] | None:
    """A range of addresses to give on a card with this address, without that address; None where there is no room.

    The hundred in which people look for one, of the 256 around the card's own address where the network is larger.
    """
    network = card.network
    if network.prefixlen < _USUAL_PREFIX:
        network = IPv4Network(f"{card.ip}/{_USUAL_PREFIX}", strict=False)
    start = int(network.network_address)
    if network.prefixlen == _USUAL_PREFIX:
        first, last = (100, 200) if not 100 <= int(card.ip) - start <= 200 else (10, 99)
        return IPv4Address(start + first), IPv4Address(start + last)
    sides = ((start + 1, int(card.ip) - 1), (int(card.ip) + 1, int(network.broadcast_address) - 1))
    first, last = max(sides, key=lambda side: side[1] - side[0])
    return (IPv4Address(first), IPv4Address(last)) if first <= last else None


@dataclass(frozen=True, slots=True)
class LeasingInterface:
    """A card on which addresses are given. No ServingInterface, on purpose: a proxy cannot take it, nor the reverse."""

    card: ServingInterface
    network: PrivateNetwork


@dataclass(frozen=True, slots=True)
class LeaseSnapshot:
    """One address of a private network and who has it. host_name: as the computer says it, "" for none.

    ends: UTC; None for a lease that never ends. is_static: by a rule of the profile.
    """

    interface: str
    address: IPv4Address
    mac: MacAddress
    host_name: str
    ends: datetime | None
    is_static: bool
