"""What `bootfiles get` can bring: which files of which Debian packages, under which names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fogportable.boot.boot_set import DEFAULT_SET

_IPXE = "usr/lib/ipxe"
_SYSLINUX = "usr/lib/syslinux"
_SHIM = "usr/lib/shim"
_GRUB = "usr/lib/grub/x86_64-efi-signed"


class Loader(StrEnum):
    """The kinds of loaders. Values are words of the command line."""

    IPXE = "ipxe"
    PXELINUX = "pxelinux"
    SECURE_BOOT = "secure-boot"


@dataclass(frozen=True, slots=True)
class PackageFiles:
    """What is taken out of one package, if it has it.

    files: place in the package and name in the set. architecture: Debian's word; "" for packages that have none.
    """

    package: str
    files: tuple[tuple[str, str], ...]
    architecture: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """One boot set that can be brought. title: without the release. starters: texts of ours that people go on from,
    file in resources/bootfiles and name in the set; one that lies in the set already is kept.
    """

    set_name: str
    title: str
    packages: tuple[PackageFiles, ...]
    starters: tuple[tuple[str, str], ...] = ()


def _same_names(folder: str, *names: str) -> tuple[tuple[str, str], ...]:
    return tuple((f"{folder}/{name}", name) for name in names)


OFFERS: dict[Loader, Offer] = {
    # The CD image and the kernel form are of no use to firmware.
    Loader.IPXE: Offer(
        DEFAULT_SET,
        "iPXE",
        (
            PackageFiles(
                "ipxe",
                _same_names(
                    _IPXE,
                    *("undionly.kpxe", "undionly.kkpxe", "ipxe.pxe", "snponly.efi", "ipxe.efi"),
                    *("ipxe-arm64.efi", "ipxe-riscv64.efi", "ipxe-loong64.efi"),
                ),
            ),
        ),
    ),
    # The modules that menus and the usual entries load; all lie beside the loader, where it looks first.
    Loader.PXELINUX: Offer(
        "pxelinux-debian-13",
        "PXELINUX",
        (
            PackageFiles("pxelinux", _same_names("usr/lib/PXELINUX", "pxelinux.0")),
            PackageFiles(
                "syslinux-common",
                (
                    *_same_names(
                        f"{_SYSLINUX}/modules/bios",
                        *("ldlinux.c32", "libcom32.c32", "libutil.c32", "libmenu.c32", "libgpl.c32"),
                        *("menu.c32", "vesamenu.c32", "chain.c32", "linux.c32", "mboot.c32"),
                        *("pxechn.c32", "reboot.c32", "poweroff.c32", "hdt.c32", "ls.c32", "pci.c32"),
                    ),
                    *_same_names(_SYSLINUX, "memdisk"),
                ),
            ),
        ),
        (("pxelinux.cfg", "pxelinux.cfg/default"),),
    ),
    # Shim loads its next stage by the names grubx64.efi and mmx64.efi. GRUB is the build for networks, not for disks.
    Loader.SECURE_BOOT: Offer(
        "secure-boot-debian-13",
        "Shim and GRUB for Secure Boot",
        (
            PackageFiles("shim-signed", ((f"{_SHIM}/shimx64.efi.signed", "shimx64.efi"),), "amd64"),
            PackageFiles("shim-helpers-amd64-signed", ((f"{_SHIM}/mmx64.efi.signed", "mmx64.efi"),), "amd64"),
            PackageFiles("grub-efi-amd64-signed", ((f"{_GRUB}/grubnetx64.efi.signed", "grubx64.efi"),), "amd64"),
        ),
    ),
}
