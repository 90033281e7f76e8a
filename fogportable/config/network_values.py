"""Values of a profile that are addresses, networks and the like: written as texts, read as what they mean."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from ipaddress import IPv4Address, IPv4Network
from typing import TypeVar
from uuid import UUID

from fogportable.config.positions import KeyPath
from fogportable.config.values import RawTable, ValueReader, name_of, quoted
from fogportable.language import say, to_say
from fogportable.protocol.address import MacAddress, MacPattern

Parsed = TypeVar("Parsed", bound=Hashable)

_ADDRESS = to_say('an address such as "192.168.1.20"')
_GROUP = to_say('a multicast address from 224.0.0.0 to 239.255.255.255, or "" for none')
_NETWORK = to_say('a network such as "192.168.2.0/24"')
_PATTERN = to_say('an address such as "52:54:00:12:34:56", or how several begin, as in "52:54:00"')
_MAC = to_say('an address such as "52:54:00:12:34:56"')
_UUID = to_say('a UUID such as "4c4c4544-0038-3610-8052-b4c04f4a4d31"')


class NetworkValueReader(ValueReader):
    """Adds to the plain values those that a network knows."""

    def address(self, table: RawTable, key: str) -> IPv4Address | None:
        """The IPv4 address of a machine; None when it is missing or empty, and after a problem."""
        return self._one(table, key, _machine_address, _ADDRESS)

    def multicast(self, table: RawTable, key: str) -> IPv4Address | None:
        """The IPv4 address of a multicast group; None as above."""
        return self._one(table, key, _multicast_address, _GROUP)

    def mac(self, table: RawTable, key: str) -> MacAddress | None:
        """A whole hardware address; None as above."""
        return self._one(table, key, MacAddress.parse, _MAC)

    def macs(self, table: RawTable, key: str) -> tuple[MacAddress, ...]:
        """A list of whole hardware addresses."""
        return self._each(table, key, MacAddress.parse, _MAC)

    def addresses(self, table: RawTable, key: str) -> tuple[IPv4Address, ...]:
        """A list of IPv4 addresses, whatever they mean."""
        return self._each(table, key, IPv4Address, _ADDRESS)

    def machines(self, table: RawTable, key: str) -> tuple[IPv4Address, ...]:
        """A list of IPv4 addresses of machines."""
        return self._each(table, key, _machine_address, _ADDRESS)

    def networks(self, table: RawTable, key: str) -> tuple[IPv4Network, ...]:
        """A list of networks in CIDR notation; bits behind the prefix are cut off."""
        return self._each(table, key, network_of, _NETWORK)

    def mac_patterns(self, table: RawTable, key: str) -> tuple[MacPattern, ...]:
        """A list of hardware addresses or beginnings of some; a single text counts as a list where it may."""
        return self._each(table, key, MacPattern.parse, _PATTERN)

    def refuse_empty(self, table: RawTable, key: str) -> None:
        """For lists that are conditions: an empty one reads as nobody, and would fit everybody."""
        if table.raw.get(key) == []:
            self._problems.bad_value(
                (*table.path, key), say("the list is empty"), say("some, or leave {key} out for everybody", key=key)
            )

    def uuid(self, table: RawTable, key: str) -> UUID | None:
        """A UUID in the usual writing; None when it is missing or empty, and after a problem."""
        return self._one(table, key, UUID, _UUID)

    def uuids(self, table: RawTable, key: str) -> tuple[UUID, ...]:
        """A list of UUIDs in the usual writing, or a single one."""
        return self._each(table, key, UUID, _UUID)

    def _one(self, table: RawTable, key: str, parse: Callable[[str], Parsed], expected: str) -> Parsed | None:
        text = self.text(table, key)
        return self._parsed(text, (*table.path, key), parse, expected) if text else None

    def _each(self, table: RawTable, key: str, parse: Callable[[str], Parsed], expected: str) -> tuple[Parsed, ...]:
        raw = table.raw.get(key, [])
        path: KeyPath = (*table.path, key)
        if isinstance(raw, str):
            raw = [raw]
        if not isinstance(raw, list):
            self._problems.bad_value(
                path,
                say("it is {what}", what=name_of(raw)),
                say("{expected}, or a list of such texts", expected=say(expected)),
            )
            return ()
        found: list[Parsed] = []
        for index, each in enumerate(raw):
            place = (*path, index)
            if not isinstance(each, str):
                self._problems.bad_value(place, say("it is {what}", what=name_of(each)), expected)
                continue
            value = self._parsed(each, place, parse, expected)
            if value is not None and value in found:
                self._problems.bad_value(place, say("{text} stands there twice", text=quoted(each)), say("each once"))
            elif value is not None:
                found.append(value)
        return tuple(found)

    def _parsed(self, text: str, place: KeyPath, parse: Callable[[str], Parsed], expected: str) -> Parsed | None:
        try:
            return parse(text.strip())
        except ValueError:
            self._problems.bad_value(place, say("{text} is none", text=quoted(text)), expected)
            return None


def network_of(text: str) -> IPv4Network:
    """`10.0.20.0/24`; any address of the network stands for it. Raises ValueError, also without a prefix."""
    address, _, prefix = text.strip().partition("/")
    return IPv4Network(f"{address}/{prefix}", strict=False)


def _machine_address(text: str) -> IPv4Address:
    address = IPv4Address(text)
    if address.is_unspecified or address.is_multicast or address.is_reserved:
        raise ValueError(f"{address} is no address of a machine")
    return address


def _multicast_address(text: str) -> IPv4Address:
    address = IPv4Address(text)
    if not address.is_multicast:
        raise ValueError(f"{address} is not in 224.0.0.0/4")
    return address
