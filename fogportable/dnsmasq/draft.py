"""The profile while lines are turned into it, with what they need to know of each other and of this machine."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Interface, IPv4Network

from fogportable.config.profile import Profile
from fogportable.dnsmasq.boot_files import BootFolder
from fogportable.dnsmasq.outcome import Outcome
from fogportable.dnsmasq.tags import Tags
from fogportable.model import (
    BootRule,
    ClientLists,
    ExtraOption,
    HttpSettings,
    Menu,
    NetworkInterface,
    PrivateNetwork,
    PxeEntry,
    ReplyOptions,
    StaticHost,
    TftpSettings,
)
from fogportable.protocol.address import MacAddress, MacPattern


@dataclass(frozen=True, slots=True)
class Machine:
    """What matters of this machine. interfaces: its network cards. wanted: the card a person named, "" for none."""

    interfaces: tuple[NetworkInterface, ...] = ()
    wanted: str = ""

    def is_ours(self, address: IPv4Address) -> bool:
        """Whether one of the cards has this address."""
        return any(own.ip == address for card in self.interfaces for own in card.addresses)

    def card_of(self, address: IPv4Address) -> tuple[NetworkInterface, IPv4Interface] | None:
        """The card that has this address, else the one whose network it is in, with its address there."""
        pairs = [(card, own) for card in self.interfaces for own in card.addresses]
        holding = next((pair for pair in pairs if pair[1].ip == address), None)
        sharing = (pair for pair in pairs if pair[1].network.prefixlen < 32 and address in pair[1].network)
        return holding or next(sharing, None)

    def has(self, name: str) -> bool:
        """Whether there is a card of this name."""
        return any(card.name == name for card in self.interfaces)


@dataclass(slots=True)
class PendingRule:
    """A rule whose place among the others is not known yet. index: of its line. rank: lower ones come first."""

    index: int
    rank: tuple[int, int]
    rule: BootRule


@dataclass(slots=True)
class PendingEntry:
    """An entry of the firmware's menu. index: of its line."""

    index: int
    entry: PxeEntry


@dataclass(slots=True)
class Draft:
    """outcomes: by index of the line. notes: what was wrong in a line. remarks: what else is to be said of it.

    self_addresses: those by which the configuration means the machine it ran on, which this one replaces. named_files:
    what lines call boot files. known_macs: of all `dhcp-host` lines. x64_services: number, file or type, and server of
    each `pxe-service` for UEFI x64. private_card: the address of the private network's card, None when not known.
    taken: addresses of both kinds in hosts.
    """

    machine: Machine
    folder: BootFolder
    files: tuple[str, ...] = ()
    is_dns_off: bool = False
    has_boot_lines: bool = False
    self_addresses: frozenset[IPv4Address] = frozenset()
    tags: Tags = field(default_factory=Tags)
    outcomes: dict[int, Outcome] = field(default_factory=dict)
    notes: dict[int, list[str]] = field(default_factory=dict)
    remarks: dict[int, list[str]] = field(default_factory=dict)
    to_do: list[str] = field(default_factory=list)
    network_to_do: list[str] = field(default_factory=list)
    named_files: frozenset[str] = frozenset()
    named_cards: tuple[str, ...] = ()
    known_macs: tuple[MacPattern, ...] = ()
    unknown_lines: int = 0

    interfaces: list[str] = field(default_factory=list)
    relays: list[IPv4Network] = field(default_factory=list)
    has_proxy: bool = False
    private: PrivateNetwork | None = None
    private_card: IPv4Interface | None = None
    hosts: list[StaticHost] = field(default_factory=list)
    taken: set[MacAddress | IPv4Address] = field(default_factory=set)

    rules: list[PendingRule] = field(default_factory=list)
    entries: list[PendingEntry] = field(default_factory=list)
    x64_services: set[tuple[int | None, str, str]] = field(default_factory=set)
    first_x64_service: int = 0
    refused_entries: int = 0
    prompt: str | None = None
    prompt_timeout_s: int | None = None
    next_server: IPv4Address | None = None
    deny: dict[MacPattern, None] = field(default_factory=dict)
    allow: dict[MacPattern, None] = field(default_factory=dict)
    options: ReplyOptions = field(default_factory=ReplyOptions)
    extra: list[ExtraOption] = field(default_factory=list)
    tftp: TftpSettings = field(default_factory=TftpSettings)
    http: HttpSettings = field(default_factory=HttpSettings)
    menu: Menu = field(default_factory=Menu)

    @property
    def clients(self) -> ClientLists:
        """Both lists."""
        return ClientLists(tuple(self.allow), tuple(self.deny))


@dataclass(frozen=True, slots=True)
class Imported:
    """What a translation gives. outcomes: one for each line, in order."""

    profile: Profile
    outcomes: tuple[Outcome, ...]
    to_do: tuple[str, ...]
