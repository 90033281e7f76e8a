"""Pictures of observing: the computers of a room, and what each would boot."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address

from fogportable.errors import FaultCode, describe
from fogportable.model import ClientSnapshot, Foresight, OurChance, ProbeAsker
from fogportable.protocol.pxe.archs import arch_label
from fogportable.session.foreseen import stage_of
from tests.fakes.session import make_client, make_mac

_OTHER = IPv4Address("192.168.1.9")
_FILES = {0: "undionly.kpxe", 7: "snponly-x64.efi", 11: "snponly-arm64.efi"}


def observed_room() -> tuple[ClientSnapshot, ...]:
    """Most would boot; one stands between two servers, one follows the other, one has no file here."""
    seen = [_foresight(number) for number in range(1, 13)]
    seen[2] = replace(seen[2], chance=OurChance.DEPENDS, other=_OTHER, other_file="ipxe.efi")
    seen[7] = replace(seen[7], chance=OurChance.NONE, other=_OTHER)
    missing = describe(FaultCode.ARCH_WITHOUT_FILE, arch=arch_label(6))
    silence = f"{missing.message[:1].lower()}{missing.message[1:].rstrip('.')}"
    firmware = arch_label(6)
    seen[10] = replace(
        seen[10], arch=6, firmware=firmware, chance=OurChance.NONE, file="", silence=silence, fault=missing
    )
    return tuple(_row(number, each) for number, each in enumerate(seen, start=1))


def _foresight(number: int) -> Foresight:
    arch = (7, 7, 0, 7, 11)[number % 5]
    asker = ProbeAsker.BIOS if arch == 0 else ProbeAsker.UEFI
    return Foresight(
        make_mac(number), asker, arch_label(arch), OurChance.SURE, _FILES[arch], interface="enx1", arch=arch
    )


def _row(number: int, seen: Foresight) -> ClientSnapshot:
    return make_client(
        number,
        stage_of(seen),
        vendor=("Dell", "Lenovo", "HP")[number % 3],
        address=None,
        arch=seen.arch,
        firmware=seen.firmware,
        doing=seen.row_words(),
        fault=seen.fault,
    )
