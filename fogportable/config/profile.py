"""A profile: what the user owns and carries on the stick. Frozen values; reading and writing stand beside."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Network
from typing import TYPE_CHECKING

from fogportable.model import (
    BootRule,
    ClientLists,
    FogSettings,
    HttpSettings,
    IpxeClients,
    Menu,
    OfferShape,
    PxeMenu,
    ReplyOptions,
    Room,
    TftpSettings,
)

if TYPE_CHECKING:
    from fogportable.model import PrivateNetwork

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class NetworkSettings:
    """interfaces: names of the cards to serve on; empty means: ask, or take the flag.

    relays: networks behind DHCP relays whose computers are answered too.
    """

    interfaces: tuple[str, ...] = ()
    relays: tuple[IPv4Network, ...] = ()


@dataclass(frozen=True, slots=True)
class BootSettings:
    """set: name of a stored boot set, "" for none. root: TFTP folder as written, "" for the set's own folder;
    relative to the profile's folder. rules: ordered, the first match wins; they come before the set's own files.
    shape: for firmware that no rule gives one. next_server: another TFTP server that has the files, None for us.
    """

    set: str = ""
    root: str = ""
    rules: tuple[BootRule, ...] = ()
    shape: OfferShape = OfferShape.AUTO
    ipxe_clients: IpxeClients = IpxeClients.SCRIPT
    next_server: IPv4Address | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """One TOML file."""

    room: Room = field(default_factory=Room)
    network: NetworkSettings = field(default_factory=NetworkSettings)
    boot: BootSettings = field(default_factory=BootSettings)
    menu: Menu = field(default_factory=Menu)
    pxe_menu: PxeMenu = field(default_factory=PxeMenu)
    clients: ClientLists = field(default_factory=ClientLists)
    options: ReplyOptions = field(default_factory=ReplyOptions)
    private_network: PrivateNetwork | None = None
    tftp: TftpSettings = field(default_factory=TftpSettings)
    http: HttpSettings = field(default_factory=HttpSettings)
    fog: FogSettings = field(default_factory=FogSettings)
