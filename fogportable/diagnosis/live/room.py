"""What the rules know besides one computer: the room, and what is served in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from ipaddress import IPv4Address

from fogportable.events import (
    BootServerAckSent,
    DhcpServerSeen,
    LeaseRequestSeen,
    MenuItemChosen,
    Record,
    ServiceName,
)
from fogportable.model import FogMode, PxeMenu, SiteServer
from fogportable.protocol.address import MacAddress

#: Two are enough to know of another than the one in question.
_ENOUGH = 2
_MOST_SERVERS = 64

_FILE_SERVICES = frozenset({ServiceName.TFTP, ServiceName.HTTP})


def _nobody() -> tuple[SiteServer, ...]:
    return ()


def _nothing() -> Mapping[IPv4Address, tuple[str, float]]:
    return {}


@dataclass(frozen=True, slots=True)
class Serving:
    """What is served. own: our addresses. watched: cards on which other servers' answers are heard. leasing: cards on
    which we give addresses. head_of: the first octets of a file of ours, b"" where there are none; may read a disk.
    site: other servers. unheard: whom TFTP answers without hearing anything back: the file and for how long (s), by
    address. fog: how a FOG server's room is served, None without one. fog_server: its address in words.
    """

    own: frozenset[IPv4Address] = frozenset()
    watched: frozenset[str] = frozenset()
    leasing: frozenset[str] = frozenset()
    serves_files: bool = True
    pxe_menu: PxeMenu = field(default_factory=PxeMenu)
    fog: FogMode | None = None
    fog_server: str = ""
    has_own_script: bool = False
    head_of: Callable[[str], bytes] = lambda file: b""
    site: Callable[[], tuple[SiteServer, ...]] = _nobody
    unheard: Callable[[], Mapping[IPv4Address, tuple[str, float]]] = _nothing


@dataclass(slots=True)
class RoomView:
    """What others did. givers: servers of addresses by card. with_address, on_4011, with_files: of computers, two."""

    givers: dict[str, set[IPv4Address]] = field(default_factory=dict)
    with_address: list[MacAddress] = field(default_factory=list)
    on_4011: list[MacAddress] = field(default_factory=list)
    with_files: list[MacAddress] = field(default_factory=list)

    def take(self, record: Record) -> None:
        """Any record of the journal."""
        event = record.event
        if isinstance(event, DhcpServerSeen) and event.gives_addresses:
            servers = self.givers.setdefault(event.interface, set())
            if len(servers) < _MOST_SERVERS:
                servers.add(event.server)
        if event.client is None:
            return
        if isinstance(event, LeaseRequestSeen) and event.dhcp_server is not None:
            _note(self.with_address, event.client)
        elif isinstance(event, BootServerAckSent | MenuItemChosen):
            _note(self.on_4011, event.client)
        elif event.service in _FILE_SERVICES:
            _note(self.with_files, event.client)


def others(known: list[MacAddress], mac: MacAddress) -> bool:
    """Whether any of these is another computer."""
    return any(each != mac for each in known)


def _note(known: list[MacAddress], mac: MacAddress) -> None:
    if len(known) < _ENOUGH and mac not in known:
        known.append(mac)
