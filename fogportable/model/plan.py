"""What a session serves, resolved."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Network
from pathlib import Path

from fogportable.model.fog import FogMode, FogPlan
from fogportable.model.interfaces import ServingInterface, WirePorts
from fogportable.model.menu import Menu
from fogportable.model.private_network import LeasingInterface
from fogportable.model.pxe_menu import PxeMenu
from fogportable.model.room import Room
from fogportable.model.rules import BootRule, ClientLists, IpxeClients, OfferShape, ReplyOptions
from fogportable.model.transport import HttpSettings, TftpSettings


@dataclass(frozen=True, slots=True)
class ServingPlan:
    """Everything a session needs to start, already resolved and checked for form.

    root: the TFTP folder. ipxe_script: a script that replaces the menu, None when the menu is served.
    title: what the front ends call the boot set. leasing: cards with a network of our own, apart from `interfaces`.
    relays: networks whose relayed requests are answered. next_server: where files lie, None for here.
    fog: the FOG server that the room is served for, None without one.
    """

    interfaces: tuple[ServingInterface, ...]
    root: Path
    rules: tuple[BootRule, ...]
    menu: Menu = field(default_factory=Menu)
    ipxe_script: bytes | None = None
    room: Room = field(default_factory=Room)
    ports: WirePorts = field(default_factory=WirePorts)
    title: str = ""
    leasing: tuple[LeasingInterface, ...] = ()
    shape: OfferShape = OfferShape.AUTO
    ipxe_clients: IpxeClients = IpxeClients.SCRIPT
    next_server: IPv4Address | None = None
    pxe_menu: PxeMenu = field(default_factory=PxeMenu)
    clients: ClientLists = field(default_factory=ClientLists)
    options: ReplyOptions = field(default_factory=ReplyOptions)
    relays: tuple[IPv4Network, ...] = ()
    tftp: TftpSettings = field(default_factory=TftpSettings)
    http: HttpSettings = field(default_factory=HttpSettings)
    fog: FogPlan | None = None

    @property
    def serves_files(self) -> bool:
        """Whether computers load anything from here: not where a FOG server has all."""
        return self.fog is None or self.fog.mode is not FogMode.POINT
