"""What the site's own servers offer, and where that stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Address

from fogportable.errors import Fault
from fogportable.protocol.address import NO_ADDRESS, MacAddress


class SiteConflictKind(StrEnum):
    """What a server at the site says that concerns network boot, and what is wrong with the cable.

    Stable names, as in `serve --json`.
    """

    NAMES_FILE = "names_file"
    CLASS_TO_US = "class_to_us"
    CLASS_WITHOUT_43 = "class_without_43"
    CLASS_WITH_43 = "class_with_43"
    IPXE_LEFT_OUT = "ipxe_left_out"
    SECOND_PROXY = "second_proxy"
    SECOND_KIT = "second_kit"
    ADDRESS_TAKEN = "address_taken"
    LOOP = "loop"
    SPANNING_TREE = "spanning_tree"

    @property
    def is_harmless(self) -> bool:
        """Computers boot from here all the same."""
        return self in _HARMLESS


_HARMLESS = frozenset({SiteConflictKind.NAMES_FILE, SiteConflictKind.CLASS_TO_US, SiteConflictKind.SPANNING_TREE})


@dataclass(frozen=True, slots=True)
class SiteConflict:
    """server: who says it; our own address where that is taken, and NO_ADDRESS for the cable.

    fault: what is so and what to do, for people; of a harmless one, why nothing needs to be done."""

    kind: SiteConflictKind
    server: IPv4Address
    interface: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class SiteServer:
    """One server heard on one of our cards, by its newest offer. Times are monotonic seconds.

    server: its identifier (option 54). boot_file: that it names, "" for none. next_server: NO_ADDRESS for none.
    vendor_class: option 60, "" for none. ipxe_priority: option 175/1. gives_addresses: False for a proxy.
    """

    server: IPv4Address
    interface: str
    gives_addresses: bool
    first_heard_s: float
    last_heard_s: float
    offers_heard: int = 0
    boot_file: str = ""
    next_server: IPv4Address = NO_ADDRESS
    vendor_class: str = ""
    has_boot_instructions: bool = False
    ipxe_priority: int = 0
    conflicts: tuple[SiteConflict, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundServer:
    """A DHCP server that answered when it was asked. mac: None when only a client's word was heard."""

    interface: str
    server: IPv4Address
    mac: MacAddress | None


@dataclass(frozen=True, slots=True)
class SiteSnapshot:
    """servers: in the order in which they were first heard. unseen: why offers cannot be seen; None when they can.

    cards: names of those on which others are listened to now. cable: what is wrong there beside servers.

    Offers that are sent to one computer alone do not pass a switch: that nothing is listed proves nothing.
    """

    servers: tuple[SiteServer, ...] = ()
    unseen: Fault | None = None
    cards: tuple[str, ...] = ()
    cable: tuple[SiteConflict, ...] = ()

    @property
    def conflicts(self) -> tuple[SiteConflict, ...]:
        """Those of cable and servers, the ones that stand in the way first."""
        every = [*self.cable, *(each for server in self.servers for each in server.conflicts)]
        return tuple(sorted(every, key=lambda each: each.kind.is_harmless))
