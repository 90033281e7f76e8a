"""Ports 67 and 4011."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address
from typing import ClassVar

from fogportable.errors import Fault
from fogportable.events.base import Event, Level, ServiceName
from fogportable.language import say, to_say
from fogportable.model import LearnedShape, OfferShape
from fogportable.protocol.pxe.archs import arch_label


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientAsked(Event):
    """A DISCOVER for network boot was heard. runs_ipxe: asked by iPXE, not by the firmware."""

    name: ClassVar[str] = "client_asked"
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    arch: int
    uuid: str | None
    vendor_class: str
    runs_ipxe: bool
    port: int

    def sentence(self) -> str:
        asker = "iPXE" if self.runs_ipxe else say("the firmware")
        return say(
            "{who} asks for network boot: {asker}, {arch}.", who=self.who(), asker=asker, arch=arch_label(self.arch)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferSent(Event):
    """A DISCOVER was answered. destination: address and port, `255.255.255.255:68`.

    shape: how the file is told, None where there is no choice (iPXE's script, HTTP boot, Raspberry Pi). file: "" for
    who finds it by itself.
    """

    name: ClassVar[str] = "offer_sent"
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    arch: int
    file: str
    next_server: IPv4Address
    destination: str
    shape: OfferShape | None = OfferShape.DIRECT

    def sentence(self) -> str:
        match self.shape:
            case OfferShape.MENU:
                return say(
                    "{who} was offered the firmware's menu ({arch}).", who=self.who(), arch=arch_label(self.arch)
                )
            case OfferShape.BOOT_SERVER:
                return say(
                    "{who} was told to ask on port 4011 for {file} ({arch}).",
                    who=self.who(),
                    file=self.file,
                    arch=arch_label(self.arch),
                )
            case _:
                return say(
                    "{who} was offered {file} ({arch}).",
                    who=self.who(),
                    file=self.file or say("its own boot files"),
                    arch=arch_label(self.arch),
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class BootServerAckSent(Event):
    """The answer on port 4011, to who has not chosen anything. shape: as in the OFFER."""

    name: ClassVar[str] = "boot_server_ack_sent"
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    arch: int
    file: str
    next_server: IPv4Address
    destination: str
    shape: OfferShape | None = OfferShape.DIRECT

    def sentence(self) -> str:
        if self.shape is OfferShape.MENU:
            return say("{who} asked on port 4011 and got the firmware's menu.", who=self.who())
        return say("{who} asked on port 4011 and was told {file}.", who=self.who(), file=self.file)


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuItemChosen(Event):
    """A choice from the firmware's menu was answered. entry: its text."""

    name: ClassVar[str] = "menu_item_chosen"
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    arch: int
    entry: str
    file: str
    next_server: IPv4Address
    destination: str

    def sentence(self) -> str:
        return say(
            "{who} chose {entry} in the firmware's menu and was told {file}.",
            who=self.who(),
            entry=self.entry,
            file=self.file,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaseRequestSeen(Event):
    """The client's REQUEST to the site's DHCP server passed by. We stay silent; it tells us the address."""

    name: ClassVar[str] = "lease_request_seen"
    usual_level: ClassVar[Level] = Level.DETAIL
    service: ClassVar[ServiceName] = ServiceName.DHCP
    address: IPv4Address | None
    dhcp_server: IPv4Address | None

    def sentence(self) -> str:
        return say(
            "{who} takes the address {address} from {dhcp_server}.",
            who=self.who(),
            address=self.address,
            dhcp_server=self.dhcp_server,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallLinuxAsked(Event):
    """A computer that asked for network boot asks for an address with BusyBox's client: a kernel was loaded and runs.

    Not a wish to boot. FOG's imaging system asks so first of all. vendor_class: `udhcp 1.36.1`.
    """

    name: ClassVar[str] = "small_linux_asked"
    usual_level: ClassVar[Level] = Level.DETAIL
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    vendor_class: str

    def sentence(self) -> str:
        return say(
            "{who} runs a small Linux now, which asks for an address ({vendor_class}).",
            who=self.who(),
            vendor_class=self.vendor_class,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestIgnored(Event):
    """Silence, with the reason. arch: None when it could not be read."""

    name: ClassVar[str] = "request_ignored"
    usual_level: ClassVar[Level] = Level.DETAIL
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    arch: int | None
    reason: str

    def sentence(self) -> str:
        return say("{who} was left alone: {reason}.", who=self.who(), reason=say(self.reason))


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchWithoutFile(Event):
    """A PXE client asked whose architecture has no boot file. We stay silent and show it."""

    name: ClassVar[str] = "arch_without_file"
    usual_level: ClassVar[Level] = Level.WARNING
    service: ClassVar[ServiceName] = ServiceName.DHCP
    interface: str
    arch: int
    fault: Fault

    def sentence(self) -> str:
        return f"{self.who()}: {self.fault}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainloadLoopStopped(Event):
    """The client came back again and again without getting further; it is left alone for a while."""

    name: ClassVar[str] = "chainload_loop_stopped"
    usual_level: ClassVar[Level] = Level.FAILURE
    service: ClassVar[ServiceName] = ServiceName.DHCP
    fault: Fault

    def sentence(self) -> str:
        return f"{self.who()}: {self.fault}"


#: Shapes of offers as a sentence names them, to be said.
SHAPE_WORDS: dict[OfferShape, str] = {
    OfferShape.AUTO: to_say("automatic"),
    OfferShape.DIRECT: to_say("direct"),
    OfferShape.BOOT_SERVER: to_say("boot server"),
    OfferShape.MENU: to_say("menu"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeChanged(Event):
    """Firmware ignored one shape of offer and gets the next."""

    name: ClassVar[str] = "shape_changed"
    usual_level: ClassVar[Level] = Level.WARNING
    service: ClassVar[ServiceName] = ServiceName.DHCP
    ignored: OfferShape
    shape: OfferShape

    def sentence(self) -> str:
        before, now = say(SHAPE_WORDS[self.ignored]), say(SHAPE_WORDS[self.shape])
        return say(
            "{who} has an address but ignored the offer ({before}); it is told in another way now ({now}).",
            who=self.who(),
            before=before,
            now=now,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeLearned(Event):
    """Computers of one model get this shape first from now on. Its fields are those of `LearnedShape`."""

    name: ClassVar[str] = "shape_learned"
    service: ClassVar[ServiceName] = ServiceName.DHCP
    vendor_class: str
    oui: str
    uuid_prefix: str
    shape: OfferShape

    @property
    def learned(self) -> LearnedShape:
        """What is to be remembered."""
        return LearnedShape(self.vendor_class, self.oui, self.uuid_prefix, self.shape)

    def sentence(self) -> str:
        return say(
            "{who} took the offer ({shape}), which is remembered for its model.",
            who=self.who(),
            shape=say(SHAPE_WORDS[self.shape]),
        )
