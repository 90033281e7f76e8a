"""What asking a network has shown, for people: who gives addresses, who else boots, the switch, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Address

from fogportable.errors import Fault


class ProbeAsker(StrEnum):
    """As whom a network is asked. Stable names, as in `probe --json`."""

    BIOS = "bios"
    UEFI = "uefi"
    IPXE = "ipxe"
    HTTP = "http"


class BootEnding(StrEnum):
    """Where a computer ends. Stable names, as in `probe --json`.

    ASKS_4011: it asks further there, and what comes of that was not tried. STOPS: it gets nothing to boot there
    (PXE-E16, PXE-E55). LOCAL_DISK: firmware takes the offer for "do not boot" (PXE-E21).
    """

    LOADS = "loads"
    MENU = "menu"
    ASKS_4011 = "asks_4011"
    STOPS = "stops"
    LOCAL_DISK = "local_disk"
    NOTHING_TO_BOOT = "nothing_to_boot"
    NO_ADDRESS = "no_address"

    @property
    def is_boot(self) -> bool:
        """Something is started, as far as offers tell."""
        return self in (BootEnding.LOADS, BootEnding.MENU)


class OurChance(StrEnum):
    """Whether such a computer would boot from here, were we serving. DEPENDS: on who answers first."""

    SURE = "sure"
    DEPENDS = "depends"
    NONE = "none"


class SiteMode(StrEnum):
    """What to do at a site. POINT: be the proxy that sends computers to the FOG server that the site has.

    NOTHING: computers boot from what is here already.
    """

    PROXY = "proxy"
    PRIVATE_NETWORK = "private_network"
    POINT = "point"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Prospect:
    """What such a computer would do now. server: from whom it boots, None from nobody. file: "" unless it loads one.

    chance: that it boots from here, were we serving. is_measured: False where the rules of UEFI are taken for granted.
    """

    asker: ProbeAsker
    ending: BootEnding
    server: IPv4Address | None
    file: str
    chance: OurChance
    is_measured: bool = True


@dataclass(frozen=True, slots=True)
class BootServerSeen:
    """A server that has something to say about booting. file: that it names, "" for none.

    gives_addresses: False for a proxy. is_kit: another FOG Portable.
    """

    server: IPv4Address
    file: str
    gives_addresses: bool
    is_kit: bool = False


@dataclass(frozen=True, slots=True)
class SpanningTree:
    """A switch that speaks it. wait_s: how long a new port may keep a computer waiting, 0 when nobody would notice.

    is_open: whether the port lets through already; None where this version does not tell.
    """

    wait_s: float
    is_open: bool | None


@dataclass(frozen=True, slots=True)
class SwitchPort:
    """What the switch says of the port by LLDP or CDP. Each "" or None when it does not say."""

    name: str
    port: str
    vlan: int | None


@dataclass(frozen=True, slots=True)
class NetworkLook:
    """One card, asked and listened to for listened_s.

    is_fine: nothing stands in the way. fault: what does, None without. mode: None when it is too early to say.
    point_to: the server of mode POINT. notes: what else there is to know. causes: of silence, the likeliest first.
    tree, switch, querier: None for not heard yet, which proves nothing. vlans: whose tagged frames came in. came_back:
    frames of our own that came in again.
    """

    card: str
    listened_s: float
    sentence: str
    is_fine: bool
    mode: SiteMode | None
    fault: Fault | None = None
    point_to: IPv4Address | None = None
    notes: tuple[Fault, ...] = ()
    causes: tuple[str, ...] = ()
    address_servers: tuple[IPv4Address, ...] = ()
    boot_servers: tuple[BootServerSeen, ...] = ()
    tree: SpanningTree | None = None
    switch: SwitchPort | None = None
    querier: IPv4Address | None = None
    vlans: tuple[int, ...] = ()
    came_back: int = 0
    prospects: tuple[Prospect, ...] = ()


@dataclass(frozen=True, slots=True)
class BootKeys:
    """One maker. menu: keys for the boot menu. settings: for the firmware's settings. Each "" where there is none.

    is_common: many schools have computers of this maker.
    """

    maker: str
    menu: str
    settings: str
    note: str = ""
    is_common: bool = False
