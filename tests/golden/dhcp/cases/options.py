"""Options of the operator's in answers: those with a field of their own, and by number."""

from __future__ import annotations

from ipaddress import IPv4Address

from fogportable.boot.policy import ProxySettings
from fogportable.model import BootRule, ExtraOption, OfferShape, ReplyOptions
from tests.golden.dhcp.conversation import RULES, Captured, Case, Plan

_PXELINUX = ReplyOptions(
    root_path="/images", config_file="pxelinux.cfg/room12", path_prefix="/tftpboot/", has_tftp_address=True
)
_BY_NUMBER = ReplyOptions(
    root_path="/images",
    has_tftp_address=True,
    extra=(
        ExtraOption(66, b"fog.example"),
        ExtraOption(150, IPv4Address("10.77.1.51").packed + IPv4Address("10.77.1.52").packed),
        ExtraOption(17, b"10.77.1.50:/images", frozenset({6})),
        ExtraOption(224, b"\x00\xff", frozenset({6, 11})),
        ExtraOption(225, b"not for ia32", frozenset({7})),
        ExtraOption(211, (30).to_bytes(4, "big")),
    ),
)

CASES = (
    Case(
        "options__bios-pure",
        "17, 150, 209 and 210 beside 66 and 67, for PXELINUX on a BIOS computer.",
        Captured("local-boot__bios-pure"),
        Plan(
            rules=(BootRule(frozenset({0}), "pxelinux.0"),),
            settings=ProxySettings(options=_PXELINUX),
        ),
    ),
    Case(
        "options-boot-server__arm64",
        "The same options in an OFFER without option 43 and in the ACK on port 4011.",
        Captured("plain-grub__arm64"),
        Plan(settings=ProxySettings(shape=OfferShape.BOOT_SERVER, options=_PXELINUX)),
    ),
    Case(
        "options-elsewhere__efi32",
        "150 names the other TFTP server too.",
        Captured("plain-grub__efi32"),
        Plan(settings=ProxySettings(next_server=IPv4Address("10.77.1.50"), options=_PXELINUX)),
    ),
    Case(
        "options-by-number__efi32",
        "By number, some for some architectures only; one that has a field of its own takes its place.",
        Captured("plain-grub__efi32"),
        Plan(settings=ProxySettings(options=_BY_NUMBER)),
    ),
    Case(
        "options-ipxe__bios",
        "What the operator says to iPXE in 175 is kept beside our priority.",
        Captured("plain-ipxe__bios"),
        Plan(settings=ProxySettings(options=ReplyOptions(extra=(ExtraOption(175, b"\xb0\x01\x01"),)))),
    ),
    Case(
        "options-ipxe-own-priority__bios",
        "A priority of the operator's own in 175 is not overruled.",
        Captured("plain-ipxe__bios"),
        Plan(settings=ProxySettings(options=ReplyOptions(extra=(ExtraOption(175, b"\x01\x01\x05"),)))),
    ),
    Case(
        "options-too-many__efi64",
        "What does not fit is left out from the end, 66 first; 43, 54, 60, 67 and 97 are always there.",
        Captured("plain-ipxe__efi64"),
        Plan(
            rules=RULES,
            settings=ProxySettings(
                options=ReplyOptions(extra=tuple(ExtraOption(code, b"x" * 250) for code in range(224, 230)))
            ),
        ),
    ),
)
