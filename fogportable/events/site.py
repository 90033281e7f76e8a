"""What other servers on the chosen networks offer."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address
from typing import ClassVar

from fogportable.errors import Fault
from fogportable.events.base import Event, Level, ServiceName
from fogportable.language import say
from fogportable.model import SiteConflictKind


@dataclass(frozen=True, slots=True, kw_only=True)
class DhcpServerSeen(Event):
    """A server's first offer was heard. gives_addresses: False for a boot server beside it. boot_file: "" for none."""

    name: ClassVar[str] = "dhcp_server_seen"
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    server: IPv4Address
    gives_addresses: bool
    boot_file: str

    def sentence(self) -> str:
        if not self.gives_addresses:
            return say(
                "{server} answers network boot on {interface} too.", server=self.server, interface=self.interface
            )
        if not self.boot_file:
            return say(
                "{server} gives the addresses on {interface} and names no boot file.",
                server=self.server,
                interface=self.interface,
            )
        return say(
            "{server} gives the addresses on {interface} and names the boot file {file}.",
            server=self.server,
            interface=self.interface,
            file=self.boot_file,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteConflictFound(Event):
    """A server says something that concerns network boot. fault: in words, with a remedy; harmless ones too."""

    name: ClassVar[str] = "site_conflict_found"
    usual_level: ClassVar[Level] = Level.WARNING
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    server: IPv4Address
    kind: SiteConflictKind
    fault: Fault

    @property
    def level(self) -> Level:
        """What changes nothing is only told."""
        return Level.INFO if self.kind.is_harmless else self.usual_level

    def sentence(self) -> str:
        return str(self.fault)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteConflictOver(Event):
    """The server no longer says what `SiteConflictFound` told."""

    name: ClassVar[str] = "site_conflict_over"
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    server: IPv4Address
    kind: SiteConflictKind
    fault: Fault

    def sentence(self) -> str:
        return say("This is over: {message}", message=self.fault.message)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientTakenBySite(Event):
    """A computer followed the site's server, as its firmware must, and did not come here."""

    name: ClassVar[str] = "client_taken_by_site"
    usual_level: ClassVar[Level] = Level.WARNING
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    server: IPv4Address
    kind: SiteConflictKind
    fault: Fault

    def sentence(self) -> str:
        return say("{who} did not come here. {fault}", who=self.who(), fault=self.fault)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteUnseen(Event):
    """Other servers' offers cannot be seen here. Serving goes on."""

    name: ClassVar[str] = "site_unseen"
    service: ClassVar[ServiceName] = ServiceName.DHCP
    fault: Fault

    def sentence(self) -> str:
        return str(self.fault)
