"""Shapes of offers, direct and by boot server, also for files that lie on another machine."""

from __future__ import annotations

from ipaddress import IPv4Address

from fogportable.boot.policy import ProxySettings
from fogportable.model import BootRule, IpxeClients, LearnedShape, OfferShape
from tests.golden.dhcp.conversation import Captured, Case, Plan

_BOOT_SERVER = ProxySettings(shape=OfferShape.BOOT_SERVER)
_ELSEWHERE = IPv4Address("10.77.1.50")
_EFI64 = Captured("plain-ipxe__efi64")

CASES = (
    Case(
        "boot-server-shape__efi64",
        "OFFER without option 43, so that UEFI asks on port 4011 for its file; iPXE gets its script at once.",
        _EFI64,
        Plan(settings=_BOOT_SERVER),
    ),
    Case(
        "boot-server-shape__arm64",
        "The same for ARM64.",
        Captured("plain-grub__arm64"),
        Plan(settings=_BOOT_SERVER),
    ),
    Case(
        "boot-server-shape__bios-pure",
        "The same for a BIOS computer.",
        Captured("local-boot__bios-pure"),
        Plan(settings=_BOOT_SERVER),
    ),
    Case(
        "direct-elsewhere__efi32",
        "A file on another TFTP server: it is named in siaddr, sname and 66; port 4011 stays ours.",
        Captured("plain-grub__efi32"),
        Plan(settings=ProxySettings(next_server=_ELSEWHERE)),
    ),
    Case(
        "boot-server-elsewhere__efi32",
        "By boot server the OFFER names us, for UEFI asks siaddr on port 4011; only the ACK names the other server.",
        Captured("plain-grub__efi32"),
        Plan(settings=ProxySettings(shape=OfferShape.BOOT_SERVER, next_server=_ELSEWHERE)),
    ),
    Case(
        "learned-shape__efi64",
        "A model that is known to need the boot server gets that shape first.",
        _EFI64,
        Plan(
            learned=(LearnedShape("PXEClient:Arch:00007:UNDI:003000", "52:54:00", "564d7700", OfferShape.BOOT_SERVER),)
        ),
    ),
    Case(
        "ipxe-as-firmware__bios",
        "Where iPXE is to get what firmware gets, it does, still with its priority.",
        Captured("plain-ipxe__bios"),
        Plan(
            rules=(BootRule(frozenset({0}), "pxelinux.0"),), settings=ProxySettings(ipxe_clients=IpxeClients.FIRMWARE)
        ),
    ),
    Case(
        "ipxe-as-firmware-elsewhere__efi64",
        "iPXE takes a file of the OFFER from siaddr at once, also without option 43: so that names who has the file.",
        _EFI64,
        Plan(settings=ProxySettings(OfferShape.BOOT_SERVER, IpxeClients.FIRMWARE, _ELSEWHERE)),
    ),
)
