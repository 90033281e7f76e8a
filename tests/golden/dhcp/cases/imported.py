"""Both configurations of the FOG wiki's page, imported, in front of every firmware; with dnsmasq most of it fails."""

from __future__ import annotations

from ipaddress import IPv4Interface
from pathlib import Path
from unittest.mock import patch

from fogportable.boot.policy import ProxySettings
from fogportable.dnsmasq.boot_files import BootFolder
from fogportable.model import BootRule, InterfaceKind, NetworkInterface
from fogportable.session.import_dnsmasq import import_dnsmasq
from fogportable.session.plan import Overrides, plan_from_profile
from tests.golden.dhcp.conversation import Captured, Case, Plan

_CONFIGURATIONS = Path(__file__).parents[2] / "dnsmasq"
_CARD = NetworkInterface(
    "eth0", 1, InterfaceKind.WIRED, "eth0", None, (IPv4Interface("10.77.1.10/24"),), True, True, 1000, 1500
)


def _imported(name: str, *added: BootRule) -> Plan:
    """The plan that the profile leads to, on a machine without the page's folder; added: rules that it asks for."""
    with patch.object(BootFolder, "at", classmethod(lambda cls, root: cls(root))):
        profile, _ = import_dnsmasq([_CONFIGURATIONS / f"{name}.conf"], interface="eth0", interfaces=(_CARD,))
    plan = plan_from_profile(
        profile, base=_CONFIGURATIONS, interfaces=(), boot_sets=(), overrides=Overrides(_CONFIGURATIONS, added)
    )
    return Plan(plan.rules, ProxySettings.of(plan))


_PXELINUX, _IPXE, _BOTH = (_imported(name) for name in ("fog-pxelinux", "fog-ipxe", "fog-bios-and-uefi"))
_ADDED = (BootRule(frozenset({7, 9}), "grubx64.efi"), BootRule(frozenset({6}), "grubia32.efi"))

_ROM, _ROM_IPXE = Captured("local-boot__bios-pure"), Captured("menu-first__bios")
_X64, _IA32, _ARM64 = Captured("plain-ipxe__efi64"), Captured("plain-grub__efi32"), Captured("plain-grub__arm64")

CASES = (
    Case("page-pxelinux__bios-pure", "The page's first file: prompt, PXELINUX, local disk, 17.", _ROM, _PXELINUX),
    Case("page-pxelinux__bios", "iPXE chooses PXELINUX from the menu, as firmware does.", _ROM_IPXE, _PXELINUX),
    Case(
        "page-pxelinux__efi64",
        "dnsmasq gives UEFI a BIOS file or PXE-E21; here it is refused with the reason.",
        _X64,
        _PXELINUX,
        is_silent=True,
    ),
    Case("page-pxelinux__efi32", "The same for ia32.", _IA32, _PXELINUX, is_silent=True),
    Case("page-pxelinux__arm64", "And for ARM64.", _ARM64, _PXELINUX, is_silent=True),
    Case(
        "page-pxelinux-and-grub__efi64",
        "And boots once the import's advice is followed: iPXE then gets what firmware gets.",
        _X64,
        _imported("fog-pxelinux", *_ADDED),
    ),
    Case(
        "page-pxelinux-and-grub__efi32",
        "So does ia32.",
        _IA32,
        _imported("fog-pxelinux", *_ADDED),
    ),
    Case("page-ipxe__bios-pure", "The page's second file: prompt, and undionly.kpxe without a symlink.", _ROM, _IPXE),
    Case(
        "page-ipxe__bios",
        "iPXE gets the menu, not undionly again, with which dnsmasq goes round; so that it asks no more.",
        Captured("menu-first__bios", lambda whole: whole[:2]),
        _IPXE,
    ),
    Case("page-ipxe__efi64", "UEFI gets no BIOS file; the iPXE that it may run anyway gets the menu.", _X64, _IPXE),
    Case("page-ipxe__efi32", "ia32 is refused with the reason.", _IA32, _IPXE, is_silent=True),
    Case("page-ipxe__arm64", "So is ARM64.", _ARM64, _IPXE, is_silent=True),
    Case("fog-uefi__bios-pure", "A FOG server that knows UEFI: its BIOS entry alone.", _ROM, _BOTH),
    Case("fog-uefi__efi64", "Its x64 entry, for the numbers 7 and 9 alike.", _X64, _BOTH),
    Case("fog-uefi__efi32", "No entry for ia32, so that its file comes without a menu.", _IA32, _BOTH),
    Case("fog-uefi__arm64", "Neither entry nor file for ARM64.", _ARM64, _BOTH, is_silent=True),
)
