"""The firmware's own menu: prompt, entries, local disk, and what is chosen from it."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address

from fogportable.boot.policy import ProxySettings
from fogportable.model import ClientLists, IpxeClients, PxeAction, PxeEntry, PxeMenu
from fogportable.protocol.address import MacPattern
from fogportable.protocol.dhcp import MessageType
from tests.golden.dhcp.computers import Computer, Program
from tests.golden.dhcp.conversation import Captured, Case, Conversation, Plan, kind_of

_BIOS, _IA32, _X64, _ARM64 = (frozenset({arch}) for arch in (0, 6, 7, 11))
_PROMPT = "Press F8 for boot menu"


_ELSEWHERE = IPv4Address("10.77.1.60")
_GROUP = IPv4Address("232.1.0.1")


def _file(text: str, file: str, archs: frozenset[int] = frozenset()) -> PxeEntry:
    return PxeEntry(text, PxeAction.FILE, archs, file)


_LOCAL = PxeEntry("Boot from local hard disk", PxeAction.LOCAL_DISK)

#: As in the capture, where the first entry for x64 is the third of all and so has the type 8002.
_TWO_EACH = PxeMenu(
    _PROMPT,
    3,
    (
        _file("Lab one", "one.0", _BIOS),
        _file("Lab two", "two.0", _BIOS),
        _file("Lab one", "one-x64.efi", _X64),
        _file("Lab two", "two-x64.efi", _X64),
        _file("Lab one", "one-ia32.efi", _IA32),
        _file("Lab one", "one-aa64.efi", _ARM64),
        _file("Lab two", "two-aa64.efi", _ARM64),
        _LOCAL,
    ),
)
_LOCAL_FIRST = PxeMenu(_PROMPT, 1, (_LOCAL, _file("Lab one", "one.0")))


def _plan(menu: PxeMenu, lists: ClientLists | None = None) -> Plan:
    return Plan(settings=ProxySettings(pxe_menu=menu, clients=lists or ClientLists()))


def _plan_for_ipxe(menu: PxeMenu) -> Plan:
    """iPXE in a ROM is shown the firmware's menu too."""
    return Plan(settings=ProxySettings(pxe_menu=menu, ipxe_clients=IpxeClients.FIRMWARE))


#: Menus as they were when the captures with these names were made.
_ONE_ENTRY = PxeMenu(_PROMPT, 20, (PxeEntry("Local disk", PxeAction.LOCAL_DISK), _file("First", "first.efi")))
_ONE_ENTRY_BIOS = PxeMenu(_PROMPT, 20, (_ONE_ENTRY.entries[0], _file("First", "first.ipxe")))
_TYPED = PxeEntry("Install from server", PxeAction.BOOT_SERVER, type=1)
_BY_BROADCAST = PxeMenu(_PROMPT, 20, (_TYPED, _file("First", "first.efi")))
_BY_BROADCAST_BIOS = PxeMenu(_PROMPT, 20, (_TYPED, _file("First", "first.ipxe")))
_TYPED_ELSEWHERE = replace(_BY_BROADCAST, entries=(replace(_TYPED, server=_ELSEWHERE), _BY_BROADCAST.entries[1]))
_BY_MULTICAST = PxeMenu(
    _PROMPT, 1, (_file("First", "first.efi"), _file("Second", "second.efi"), _LOCAL), multicast=_GROUP
)


def _without_discover(conversation: Conversation) -> Conversation:
    return tuple(each for each in conversation if kind_of(each) is not MessageType.DISCOVER)


def _layers() -> Conversation:
    rom = Computer(Program.ROM, 0)
    choices = ((0x8001, 0), (0x8001, 1), (0x8001, 0x8000), (0, 0), (0x8002, 0), (0x8003, 0))
    return tuple(rom.chooses(float(at_s), item, layer) for at_s, (item, layer) in enumerate(choices))


CASES = (
    Case(
        "menu-timeout__efi64",
        "UEFI is shown a prompt of three seconds and takes the first entry, type 8002, which the ACK repeats.",
        Captured("menu-timeout__efi64"),
        _plan(_TWO_EACH),
    ),
    Case(
        "menu-f8-second__efi64",
        "F8, and the second entry: type 8003.",
        Captured("menu-f8-second__efi64"),
        _plan(_TWO_EACH),
    ),
    Case(
        "menu-of-others__efi64",
        "A choice that no entry of ours has, or none for this architecture, is not ours to answer.",
        Captured("menu-f8-second__efi64"),
        _plan(PxeMenu(_PROMPT, 3, _TWO_EACH.entries[:3] + _TWO_EACH.entries[4:])),
    ),
    Case(
        "local-boot__bios-pure",
        "The local disk comes first, type 0 and in no list of servers; the computer leaves PXE and asks no more.",
        Captured("local-boot__bios-pure"),
        _plan(_LOCAL_FIRST),
    ),
    Case(
        "menu__efi32",
        "One entry of the menu and the local disk are for ia32; the menu is in the OFFER and again on port 4011.",
        Captured("plain-grub__efi32"),
        _plan(_TWO_EACH),
    ),
    Case("menu__arm64", "Two entries and the local disk for ARM64.", Captured("plain-grub__arm64"), _plan(_TWO_EACH)),
    Case(
        "menu-at-once__arm64",
        "Zero seconds: the first entry without a word.",
        Captured("plain-grub__arm64"),
        _plan(PxeMenu("", 0, _TWO_EACH.entries)),
    ),
    Case(
        "menu-waits__efi32",
        "No timeout: the menu is shown and waits for ever (255).",
        Captured("plain-grub__efi32"),
        _plan(PxeMenu("", None, _TWO_EACH.entries)),
    ),
    Case(
        "menu-ipxe__bios",
        "iPXE is not shown the firmware's menu, and the choice from another server's menu is not answered.",
        Captured("plain-ipxe__bios"),
        _plan(_LOCAL_FIRST),
    ),
    Case(
        "menu-one-entry__efi64",
        "One file beside the local disk: the menu is sent under UEFI too, where dnsmasq drops it.",
        Captured("menu-one-entry__efi64"),
        _plan(_ONE_ENTRY),
    ),
    Case(
        "menu-one-entry__bios",
        "The same menu, chosen from by iPXE: number 0, the bare class, port 68.",
        Captured("menu-one-entry__bios"),
        _plan_for_ipxe(_ONE_ENTRY_BIOS),
    ),
    Case(
        "menu-denied__efi64",
        "A computer on the deny list is not answered when it chooses from a menu either.",
        Captured("menu-one-entry__efi64", _without_discover),
        _plan(_ONE_ENTRY, ClientLists(deny=(MacPattern.parse("52:54:00:77:00:00"),))),
        is_silent=True,
    ),
    Case(
        "menu-denied__bios",
        "Nor is iPXE.",
        Captured("menu-one-entry__bios", _without_discover),
        _plan(_ONE_ENTRY, ClientLists(deny=(MacPattern.parse("52:54:00"),))),
        is_silent=True,
    ),
    Case(
        "menu-broadcast__efi64",
        "A service without address lets UEFI look for everything by broadcast on port 67, our files too.",
        Captured("menu-broadcast__efi64"),
        _plan(_BY_BROADCAST),
    ),
    Case(
        "menu-broadcast__bios",
        "iPXE asks by broadcast on port 67 and on port 4011, and is answered at its address each time, 71 with it.",
        Captured("menu-broadcast__bios"),
        _plan_for_ipxe(_BY_BROADCAST_BIOS),
    ),
    Case(
        "menu-broadcast-forbidden__efi64",
        "Where the menu allows no broadcast, a choice on port 67 is not answered.",
        Captured("menu-broadcast__efi64"),
        _plan(_TYPED_ELSEWHERE),
    ),
    Case(
        "menu-broadcast-allowed__efi64",
        "Broadcast may be allowed where all are listed: UEFI is told to take no other server's answer (bit 2).",
        Captured("menu-broadcast__efi64"),
        _plan(replace(_TYPED_ELSEWHERE, answers_broadcast=True)),
    ),
    Case(
        "typed-service__efi64",
        "A boot server of type 1 is looked for by broadcast; it is not we who answer for it.",
        Captured("typed-service__efi64"),
        _plan(_BY_BROADCAST),
    ),
    Case(
        "typed-service__bios",
        "Nor to iPXE.",
        Captured("typed-service__bios"),
        _plan_for_ipxe(_BY_BROADCAST_BIOS),
    ),
    Case(
        "menu-multicast__efi64",
        "A group for discovery: UEFI asks there, on port 4011, and is answered where it asks from.",
        Captured("menu-multicast__efi64"),
        _plan(_BY_MULTICAST),
    ),
    Case(
        "menu-multicast__bios",
        "iPXE asks the group too.",
        Captured("menu-multicast__bios"),
        _plan_for_ipxe(replace(_BY_MULTICAST, entries=(_file("First", "first.ipxe"), _LOCAL))),
    ),
    Case(
        "menu-layers__bios",
        "A layer goes back as it came; bit 15 asks for credentials, which nobody has: silence. Type 0 is the disk.",
        _layers,
        _plan(_BY_MULTICAST),
    ),
)
