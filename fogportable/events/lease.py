"""The private network: addresses that are given, and why some are not."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address
from typing import ClassVar

from fogportable.errors import Fault
from fogportable.events.base import Event, Level, ServiceName
from fogportable.language import counted, say
from fogportable.protocol.address import MacAddress


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaseOffered(Event):
    """An address was offered; the client has not taken it yet."""

    name: ClassVar[str] = "lease_offered"
    usual_level: ClassVar[Level] = Level.DETAIL
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    address: IPv4Address

    def sentence(self) -> str:
        return say("{who} was offered the address {address}.", who=self.who(), address=self.address)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaseGiven(Event):
    """The client has the address now. lease_s: None for ever. is_renewal: it had it before."""

    name: ClassVar[str] = "lease_given"
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    address: IPv4Address
    host_name: str
    lease_s: int | None
    is_renewal: bool

    @property
    def level(self) -> Level:
        """A renewal is nothing new."""
        return Level.DETAIL if self.is_renewal else self.usual_level

    def sentence(self) -> str:
        who = f"{self.who()} ({self.host_name})" if self.host_name else self.who()
        until = say("for good") if self.lease_s is None else say("for {time}", time=_time_words(self.lease_s))
        if self.is_renewal:
            return say("{who} keeps the address {address} {until}.", who=who, address=self.address, until=until)
        return say("{who} has the address {address} {until}.", who=who, address=self.address, until=until)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaseRefused(Event):
    """A NAK: the client asked for an address it cannot have, and starts anew. reason: a clause."""

    name: ClassVar[str] = "lease_refused"
    usual_level: ClassVar[Level] = Level.DETAIL
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    address: IPv4Address
    reason: str

    def sentence(self) -> str:
        return say(
            "{who} cannot have the address {address}: {reason}.",
            who=self.who(),
            address=self.address,
            reason=say(self.reason),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaseReleased(Event):
    """The client gave its address back."""

    name: ClassVar[str] = "lease_released"
    usual_level: ClassVar[Level] = Level.DETAIL
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    address: IPv4Address

    def sentence(self) -> str:
        return say("{who} gave the address {address} back.", who=self.who(), address=self.address)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressInUse(Event):
    """Somebody holds an address of the range that we did not give; it is left out for a while.

    holder: who answers for it; None when a client said so (DECLINE), which is `client` then.
    """

    name: ClassVar[str] = "address_in_use"
    usual_level: ClassVar[Level] = Level.WARNING
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    address: IPv4Address
    holder: MacAddress | None

    def sentence(self) -> str:
        if self.holder is None:
            return say(
                "{who} says that {address} is in use, so nobody is given it for a while.",
                who=self.who(),
                address=self.address,
            )
        return say(
            "{address} is in use by {holder}, so nobody is given it for a while.",
            address=self.address,
            holder=self.holder,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolEmpty(Event):
    """A client wants an address and none is left. Said once until one is free again."""

    name: ClassVar[str] = "pool_empty"
    usual_level: ClassVar[Level] = Level.FAILURE
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    fault: Fault

    def sentence(self) -> str:
        return f"{self.who()}: {self.fault}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateNetworkYielded(Event):
    """Another DHCP server is on the network, so that no address is given any more. server_mac: None when not seen."""

    name: ClassVar[str] = "private_network_yielded"
    usual_level: ClassVar[Level] = Level.FAILURE
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    server: IPv4Address
    server_mac: MacAddress | None
    fault: Fault

    def sentence(self) -> str:
        return str(self.fault)


def _time_words(seconds: int) -> str:
    if seconds % 3600 == 0:
        return counted(seconds // 3600, "1 hour", "{count} hours")
    return f"{seconds // 60} min" if seconds >= 120 else f"{seconds} s"
