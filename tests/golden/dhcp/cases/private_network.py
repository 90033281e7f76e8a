"""A network of our own: address and boot file in one answer, where dnsmasq leaves UEFI with PXE-E16."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address

from fogportable.boot.policy import ProxySettings
from fogportable.model import (
    BootRule,
    ClientLists,
    OfferShape,
    PrivateNetwork,
    PxeAction,
    PxeEntry,
    PxeMenu,
    StaticHost,
)
from fogportable.protocol.address import MacAddress, MacPattern
from tests.golden.dhcp.computers import OURS, Computer, Program
from tests.golden.dhcp.conversation import CARD, RULES, Captured, Case, Conversation, Plan

_MAC = MacAddress.parse("52:54:00:77:00:00")
_NETWORK = PrivateNetwork(
    "eth0", IPv4Address("10.77.1.100"), IPv4Address("10.77.1.150"), lease_s=600, router=CARD.address.ip
)
_WITH_MORE = replace(
    _NETWORK,
    dns=(IPv4Address("10.77.1.2"), IPv4Address("10.77.1.3")),
    domain="room.example",
    hosts=(StaticHost(_MAC, IPv4Address("10.77.1.31"), "client111", is_infinite=True),),
)
#: As when the capture was made.
_MENU = PxeMenu(
    "Press F8 for a menu",
    30,
    (
        PxeEntry("Nothing", PxeAction.FILE, file="nothing.efi"),
        PxeEntry("Ours", PxeAction.FILE, file="first.efi"),
    ),
)


def _by_boot_server() -> Conversation:
    pc = Computer(Program.EDK2, 7)
    return (
        pc.discovers(0.0),
        pc.takes(4.0, "10.77.1.100", OURS),
        pc.asks_boot_server(4.1, "10.77.1.100"),
    )


def _systems() -> Conversation:
    """An ordinary computer, one that took another server's address, and one with an address of elsewhere."""
    pc = Computer(Program.ROM, 0)
    other = Computer(Program.ROM, 0, bytes.fromhex("525400770022"), xid=0x77000002)
    usual = ((55, b"\x01\x03\x06\x0f"), (61, b"\x01" + pc.hardware), (12, b"laptop"))
    lost = ((50, IPv4Address("192.168.7.7").packed), (61, b"\x01" + other.hardware))
    return (
        pc.says(0.0, 1, usual),
        pc.says(1.0, 3, (*usual, (50, IPv4Address("10.77.1.100").packed), (54, OURS.packed))),
        other.discovers(2.0),
        other.takes(3.0),
        other.says(4.0, 3, lost),
    )


CASES = (
    Case(
        "private-network__efi64",
        "UEFI gets an address and its file in one OFFER, with option 43, so that it asks nobody on port 4011.",
        Captured("private-network__efi64"),
        Plan(network=_NETWORK),
    ),
    Case(
        "private-network__bios",
        "iPXE gets an address and its script.",
        Captured("private-network__bios"),
        Plan(network=_NETWORK),
    ),
    Case(
        "private-menu__efi64",
        "The menu comes with the address; the choice is acknowledged on port 4011 as by a proxy, with no address.",
        Captured("private-menu__efi64"),
        Plan(network=_NETWORK, settings=ProxySettings(pxe_menu=_MENU)),
    ),
    Case(
        "private-boot-server__efi64",
        "Class without option 43 from us, where dnsmasq falls silent on port 4011: it is answered.",
        _by_boot_server,
        Plan(network=_NETWORK, settings=ProxySettings(shape=OfferShape.BOOT_SERVER)),
    ),
    Case(
        "private-static__bios",
        "A static host has its address for ever, and its name; DNS and domain for everybody.",
        Captured("private-network__bios", lambda whole: whole[:1]),
        Plan(network=_WITH_MORE),
    ),
    Case(
        "private-denied__efi64",
        "Who may not boot gets an address all the same, for nobody else is here to give one; nothing about booting.",
        Captured("private-network__efi64"),
        Plan(network=_NETWORK, settings=ProxySettings(clients=ClientLists(deny=(MacPattern(_MAC.octets),)))),
    ),
    Case(
        "private-no-file__efi64",
        "Nor does a computer without a file for its architecture go without an address.",
        Captured("private-network__efi64"),
        Plan(rules=(BootRule(frozenset({0}), "undionly.kpxe"),), network=_NETWORK),
    ),
    Case(
        "private-systems__any",
        "Ordinary computers, 61 echoed; whom another server served is let go, who belongs elsewhere is refused.",
        _systems,
        Plan(rules=RULES, network=_NETWORK),
    ),
)
