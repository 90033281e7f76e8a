"""The boot files that FOG's installer puts into its TFTP folder, and which one is for which computer.

TFTP has no listing: what a server really has is found by asking for each of these names.
"""

from __future__ import annotations

from collections.abc import Set
from itertools import product

from fogportable.protocol.pxe.archs import ClientArch

DEFAULT_SCRIPT = "default.ipxe"
AUTOEXEC_SCRIPT = "autoexec.ipxe"

_BIOS = tuple(
    f"{name}.{ending}" for name, ending in product(("undionly", "ipxe", "intel", "realtek"), ("kkpxe", "kpxe", "pxe"))
)
_UEFI = ("snponly.efi", "ipxe.efi", "snp.efi", "intel.efi", "realtek.efi", "ncm--ecm--axge.efi")
_SHIMS = ("snponly-shimx64.efi", "ipxe-shimx64.efi", "arm64-efi/snponly-shimaa64.efi", "arm64-efi/ipxe-shimaa64.efi")

#: All names to ask for, the most telling first.
NAMES: tuple[str, ...] = (
    DEFAULT_SCRIPT,
    AUTOEXEC_SCRIPT,
    *_BIOS,
    *_UEFI,
    *(f"i386-efi/{name}" for name in _UEFI),
    *(f"arm64-efi/{name}" for name in _UEFI),
    *(f"secureboot/{name}" for name in _SHIMS),
    *(f"10secdelay/{name}" for name in ("undionly.kkpxe", "undionly.kpxe", "ipxe.efi", "snponly.efi")),
)

#: What each shim starts, from its own folder; a name without an entry is no shim.
SECOND_STAGES: dict[str, str] = {
    "secureboot/snponly-shimx64.efi": "secureboot/snponly.efi",
    "secureboot/ipxe-shimx64.efi": "secureboot/ipxe.efi",
    "secureboot/arm64-efi/snponly-shimaa64.efi": "secureboot/arm64-efi/snponly.efi",
    "secureboot/arm64-efi/ipxe-shimaa64.efi": "secureboot/arm64-efi/ipxe.efi",
}
#: What a shim starts to enrol a key; it is never named in an offer.
KEY_MANAGERS = ("secureboot/mmx64.efi", "secureboot/arm64-efi/mmaa64.efi")
#: Where iPXE for UEFI looks for `autoexec.ipxe`: beside itself.
SCRIPT_FOLDERS = ("", "i386-efi/", "arm64-efi/", "secureboot/", "secureboot/arm64-efi/")

_X64_SHIMS = ("secureboot/snponly-shimx64.efi", "secureboot/ipxe-shimx64.efi")

#: By architecture, the best first. A shim works with Secure Boot on and off, and DHCP cannot see which it is: where the
#: server has one it is always right. FOG 1.6 prefers snponly.efi, FOG 1.5 had ipxe.efi for UEFI: see `_OLDER`.
_PREFERRED: dict[int, tuple[str, ...]] = {
    ClientArch.X86_BIOS: ("undionly.kkpxe", "undionly.kpxe", "undionly.pxe", "ipxe.kkpxe", "ipxe.kpxe", "ipxe.pxe"),
    ClientArch.X86_UEFI: ("i386-efi/snponly.efi", "i386-efi/ipxe.efi"),
    ClientArch.X64_UEFI: (*_X64_SHIMS, "snponly.efi", "ipxe.efi"),
    ClientArch.ARM64_UEFI: (
        "secureboot/arm64-efi/snponly-shimaa64.efi",
        "arm64-efi/snponly.efi",
        "arm64-efi/ipxe.efi",
    ),
}
_OLDER: dict[int, tuple[str, ...]] = {
    ClientArch.X86_UEFI: ("i386-efi/ipxe.efi", "i386-efi/snponly.efi"),
    ClientArch.X64_UEFI: (*_X64_SHIMS, "ipxe.efi", "snponly.efi"),
}
_SAME: dict[int, int] = {ClientArch.EBC: ClientArch.X64_UEFI, ClientArch.XSCALE_EFI: ClientArch.X64_UEFI}

#: The architectures that FOG has boot files for, each once.
SERVED_ARCHS: tuple[ClientArch, ...] = (
    ClientArch.X86_BIOS,
    ClientArch.X86_UEFI,
    ClientArch.X64_UEFI,
    ClientArch.ARM64_UEFI,
)


def boot_file_for(arch: int, present: Set[str]) -> str | None:
    """The name to hand to a computer, out of those that are there; None where there is none for it.

    A server without `autoexec.ipxe` is older than 1.6: its installer names ipxe.efi for UEFI, and that was tried there.
    """
    known = _SAME.get(arch, arch)
    names = _PREFERRED.get(known, ())
    if AUTOEXEC_SCRIPT not in present:
        names = _OLDER.get(known, names)
    return next((name for name in names if name in present), None)
