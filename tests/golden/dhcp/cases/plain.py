"""One boot file per architecture, and UEFI HTTP boot of the same files."""

from __future__ import annotations

from ipaddress import IPv4Interface

from fogportable.boot.policy import ServerIdentity
from fogportable.model import BootRule
from tests.golden.dhcp.conversation import RULES, Captured, Case, Plan

_HTTP = Captured("http-file-field__http")
_ADDRESS = IPv4Interface("10.77.1.10/24")


def _with_http(port: int) -> Plan:
    return Plan(cards=(ServerIdentity("eth0", _ADDRESS, http_port=port),))


CASES = (
    Case(
        "plain-ipxe__bios",
        "iPXE in a BIOS computer's ROM gets the script, with the priority that beats the site's own file name.",
        Captured("plain-ipxe__bios"),
    ),
    Case(
        "plain-ipxe__efi64",
        "UEFI gets iPXE in the OFFER and again on port 4011; the iPXE it loaded gets the script.",
        Captured("plain-ipxe__efi64"),
    ),
    Case("plain-grub__efi32", "UEFI ia32 gets the file of its architecture.", Captured("plain-grub__efi32")),
    Case("plain-grub__arm64", "UEFI ARM64 gets the file of its architecture.", Captured("plain-grub__arm64")),
    Case(
        "no-dhcp-server__efi64",
        "A computer that nobody gives an address keeps its shape of offer, however often it asks.",
        Captured("no-dhcp-server__efi64"),
    ),
    Case(
        "no-file-for-arch__arm64",
        "A computer without a file for its architecture gets no answer, and is told of once.",
        Captured("plain-grub__arm64"),
        Plan(rules=RULES[:3]),
        is_silent=True,
    ),
    Case(
        "missing-file__efi32",
        "A file that is not in the folder is offered all the same, and the fault is said once.",
        Captured("plain-grub__efi32"),
        Plan(missing=("grubia32.efi",)),
    ),
    Case(
        "http-file-field__http",
        "UEFI HTTP boot gets no answer where no HTTP is served.",
        _HTTP,
        is_silent=True,
    ),
    Case(
        "http-boot__http",
        "UEFI HTTP boot gets the address of the file that boots the same computer by PXE, class HTTPClient, no 43.",
        _HTTP,
        _with_http(80),
    ),
    Case(
        "http-boot-other-port__http",
        "The port stands in the address when it is not 80.",
        _HTTP,
        _with_http(8080),
    ),
    Case(
        "http-boot-own-rule__http",
        "A rule for the number of HTTP boot itself wins over the one for its PXE twin; odd signs are escaped.",
        _HTTP,
        Plan(rules=(*RULES, BootRule(frozenset({16}), "efi/snp only.efi")), cards=_with_http(80).cards),
    ),
)
