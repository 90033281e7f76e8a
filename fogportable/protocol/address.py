"""Addresses as values: Ethernet ones in the ways people and packets write them, and two of IPv4."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address

#: In DHCP fields: none.
NO_ADDRESS = IPv4Address(0)
LIMITED_BROADCAST = IPv4Address("255.255.255.255")

_HEX_PAIRS = re.compile(r"[0-9a-f]{2}")
_SEPARATORS = str.maketrans("", "", ":-. ")

#: Pairs, groups of four or halves with one separator all through. Twelve digits alone are not enough: an address of
#: IPv4 such as 192.168.100.111 has as many.
_MAC = re.compile(
    r"[0-9a-f]{2}([:. -]?)(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|[0-9a-f]{4}([:.-])[0-9a-f]{4}\2[0-9a-f]{4}|"
    r"[0-9a-f]{6}[:-][0-9a-f]{6}"
)


@dataclass(frozen=True, slots=True, order=True)
class MacAddress:
    """A hardware address as found in `chaddr`, cut to `hlen`.

    octets: 1 to 16 octets; 6 for Ethernet. Firmware may put a 16-octet GUID here (EDK2 `SendGUID`).
    Raises ValueError outside that range.
    """

    octets: bytes

    def __post_init__(self) -> None:
        if not 1 <= len(self.octets) <= 16:
            raise ValueError(f"a hardware address has 1 to 16 octets, not {len(self.octets)}")

    @classmethod
    def parse(cls, text: str) -> MacAddress:
        """Read `52:54:00:12:34:56`, `52-54-...`, `5254.0012.3456` or bare digits. Raises ValueError."""
        written = text.strip().lower()
        if not _MAC.fullmatch(written):
            raise ValueError(f"{text!r} is not a MAC address such as 52:54:00:12:34:56")
        return cls(bytes.fromhex(written.translate(_SEPARATORS)))

    def __str__(self) -> str:
        return self.octets.hex(":")

    @property
    def is_locally_administered(self) -> bool:
        """True for addresses that no maker assigned (bit 1 of the first octet)."""
        return bool(self.octets[0] & 0x02)


@dataclass(frozen=True, slots=True, order=True)
class MacPattern:
    """A hardware address, or the first octets that many share: those of a maker (3 octets) or a batch.

    octets: 1 to 6. Raises ValueError outside that range.
    """

    octets: bytes

    def __post_init__(self) -> None:
        if not 1 <= len(self.octets) <= 6:
            raise ValueError(f"an address pattern has 1 to 6 octets, not {len(self.octets)}")

    @classmethod
    def parse(cls, text: str) -> MacPattern:
        """Read `52:54:00:12:34:56`, `52:54:00` or `52:54:00:*:*:*`, with `-` too. Raises ValueError."""
        parts = re.split(r"[:-]", text.strip().lower())
        while parts and parts[-1] == "*":
            parts.pop()
        if not 1 <= len(parts) <= 6 or not all(_HEX_PAIRS.fullmatch(part) for part in parts):
            raise ValueError(f"{text!r} is not an address such as 52:54:00:12:34:56 or its beginning, as in 52:54:00")
        return cls(bytes.fromhex("".join(parts)))

    def matches(self, mac: MacAddress) -> bool:
        """Whether the address begins with these octets."""
        return mac.octets.startswith(self.octets)

    def __str__(self) -> str:
        return self.octets.hex(":")
