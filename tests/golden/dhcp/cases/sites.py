"""Sites whose addresses come from ISC dhcpd or Kea: the firmware's words are the same, and so are ours."""

from __future__ import annotations

from fogportable.boot.policy import ProxySettings
from fogportable.model import OfferShape
from tests.golden.dhcp.conversation import Captured, Case, Plan

_BOOT_SERVER = Plan(settings=ProxySettings(shape=OfferShape.BOOT_SERVER))

CASES = (
    Case("site-kea__efi64", "UEFI beside Kea, direct: no question on port 4011.", Captured("site-kea__efi64")),
    Case("site-kea__bios", "iPXE beside Kea.", Captured("site-kea__bios")),
    Case(
        "site-isc-dhcpd__efi64",
        "UEFI beside ISC dhcpd, by boot server.",
        Captured("../site/site-isc-dhcpd__efi64"),
        _BOOT_SERVER,
    ),
    Case("site-isc-dhcpd__bios", "iPXE beside ISC dhcpd.", Captured("site-isc-dhcpd__bios")),
    Case(
        "site-class-to-us__efi64",
        "The site says PXEClient with us as next server: UEFI asks us on port 4011, and iPXE the site.",
        Captured("../site/chain-class-to-us__efi64"),
    ),
)
