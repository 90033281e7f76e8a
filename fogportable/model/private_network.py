"""A network of our own: the one place where addresses are given out, never on a card that a proxy serves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv4Address

from fogportable.model.interfaces import ServingInterface
from fogportable.protocol.address import MacAddress

SHORTEST_LEASE_S = 60
LONGEST_LEASE_S = 30 * 24 * 3600


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
