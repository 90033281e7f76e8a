"""Folders of the boot folder that hold other files for one computer, or for all of one architecture."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from pathlib import Path

from fogportable.model import BootRule
from fogportable.protocol.address import MacAddress
from fogportable.protocol.pxe.archs import ClientArch, arch_name

#: Firmware that boots by HTTP runs the same programs as the one that boots by TFTP.
_SAME_PROGRAMS: dict[int, int] = {
    ClientArch.X86_UEFI_HTTP: ClientArch.X86_UEFI,
    ClientArch.X64_UEFI_HTTP: ClientArch.X64_UEFI,
    ClientArch.EBC_HTTP: ClientArch.EBC,
    ClientArch.ARM32_UEFI_HTTP: ClientArch.ARM32_UEFI,
    ClientArch.ARM64_UEFI_HTTP: ClientArch.ARM64_UEFI,
    ClientArch.X86_BIOS_HTTP: ClientArch.X86_BIOS,
    ClientArch.RISCV32_UEFI_HTTP: ClientArch.RISCV32_UEFI,
    ClientArch.RISCV64_UEFI_HTTP: ClientArch.RISCV64_UEFI,
    ClientArch.LOONGARCH64_UEFI_HTTP: ClientArch.LOONGARCH64_UEFI,
}


@dataclass(frozen=True, slots=True)
class ClientHint:
    """What is known about who asks for a file. None where it is not known. arch: option 93."""

    mac: MacAddress | None = None
    arch: int | None = None


def overlay_folders(client: ClientHint) -> tuple[str, ...]:
    """Names of folders that are looked into before the boot folder itself, the first first.

    `52-54-00-12-34-56` (so names dnsmasq's tftp-unique-root=mac them), then `arch-x64`; the number where there is no
    name that people type. A MAC in capitals is a folder of its own on most systems, so it is looked for too.
    """
    folders = []
    if client.mac is not None:
        dashed = str(client.mac).replace(":", "-").lower()
        folders += [dashed, dashed.upper()]
    if client.arch is not None:
        folders.append(f"arch-{arch_name(_SAME_PROGRAMS.get(client.arch, client.arch))}")
    return tuple(folders)


def overlays_of(root: Path, rule: BootRule) -> dict[tuple[str, ...], frozenset[int]]:
    """Where the computers of a rule look before the boot folder: folders that are there, and the architectures of who
    looks into them, empty for every one. One entry without a folder where none is there.

    A rule for a maker's cards, or for a UUID, says nothing of whole hardware addresses, so it has no folders of theirs.
    """
    whole = [MacAddress(each.octets) for each in rule.macs if len(each.octets) == 6]
    macs: list[MacAddress | None] = [*whole] if whole and len(whole) == len(rule.macs) else [None]
    archs: list[int | None] = [*sorted(rule.archs)] or [None]
    found: dict[tuple[str, ...], frozenset[int]] = {}
    for mac, arch in product(macs, archs):
        folders = tuple(each for each in overlay_folders(ClientHint(mac, arch)) if (root / each).is_dir())
        found[folders] = found.get(folders, frozenset()) | ({arch} if arch is not None else frozenset())
    return found
