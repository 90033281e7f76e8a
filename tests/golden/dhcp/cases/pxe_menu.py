"""The firmware's own menu: prompt, entries, local disk, and what is chosen from it."""

from __future__ import annotations

from fogportable.boot.policy import ProxySettings
from fogportable.model import PxeAction, PxeEntry, PxeMenu
from tests.golden.dhcp.conversation import Captured, Case, Plan

_BIOS, _IA32, _X64, _ARM64 = (frozenset({arch}) for arch in (0, 6, 7, 11))
_PROMPT = "Press F8 for boot menu"


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


def _plan(menu: PxeMenu) -> Plan:
    return Plan(settings=ProxySettings(pxe_menu=menu))


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
)
