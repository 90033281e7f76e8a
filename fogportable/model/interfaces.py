"""Network cards, and the ports that are served on them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipaddress import IPv4Interface

    from fogportable.errors import Fault
    from fogportable.protocol.address import MacAddress


class InterfaceKind(StrEnum):
    """What a network card is to a technician. VIRTUAL: of virtual machines and containers."""

    WIRED = "wired"
    USB = "usb"
    WIFI = "wifi"
    VPN = "vpn"
    BRIDGE = "bridge"
    VIRTUAL = "virtual"
    LOOPBACK = "loopback"


@dataclass(frozen=True, slots=True)
class NetworkInterface:
    """One network card as the system shows it now.

    addresses: IPv4 with prefix, the primary one first. speed_mbit_s: None when unknown or down.
    has_link: None when the system does not say. unusable: why it cannot serve, None when it can.
    """

    name: str
    index: int
    kind: InterfaceKind
    friendly_name: str
    mac: MacAddress | None
    addresses: tuple[IPv4Interface, ...]
    is_up: bool
    has_link: bool | None
    speed_mbit_s: int | None
    mtu: int
    unusable: Fault | None = None

    @property
    def address(self) -> IPv4Interface | None:
        """The address we would serve from."""
        return self.addresses[0] if self.addresses else None


@dataclass(frozen=True, slots=True)
class ServingInterface:
    """An interface chosen to serve on, with the one address used in option 54, siaddr and URLs.

    device: name to pin sockets to (SO_BINDTODEVICE); None on loopback, where sockets bind to `address` instead.
    index: what IP_PKTINFO reports for it.
    """

    name: str
    index: int
    address: IPv4Interface
    device: str | None
    mtu: int = 1500


@dataclass(frozen=True, slots=True)
class WirePorts:
    """Ports. The standard's by default; free ones in the rehearsal (0 means: the system chooses).

    http: TCP; None leaves the choice to `HttpSettings`, or to the system where it chooses the port of TFTP too.
    reply_to_sender: rehearsal only. Loopback knows no broadcast to port 68, so replies go to the asking socket.
    """

    discovery: int = 67
    boot_server: int = 4011
    tftp: int = 69
    http: int | None = None
    reply_to_sender: bool = False
