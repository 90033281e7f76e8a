"""A TFTP folder: how names in it are found, and which of its files suits which kind of computer."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from fogportable.boot.catalogue import KnownFile, identify
from fogportable.boot.file_names import AccessViolation, find_meaning, meanings
from fogportable.boot.image import BootImage, ImageKind, read_image
from fogportable.model import BootRule
from fogportable.protocol.pxe.archs import ClientArch, parse_arch

#: Made by FOG Portable itself, or kept free for the hand-over to a FOG server. No file of a set may have these names.
RESERVED_NAMES = frozenset({"boot.ipxe", "default.ipxe", "autoexec.ipxe"})

#: What is looked for, by architecture, the first sound one is taken. Why this order:
#: - iPXE before anything else, because only iPXE gets our menu; files of other loaders still boot.
#: - A shim of a FOG server first: it starts with Secure Boot on and off, and nobody can see over DHCP which it is.
#: - snponly.efi before ipxe.efi: it uses the firmware's own driver, which has just proved that it works by loading it,
#:   on every card the firmware knows, and is a third of the size. ipxe.efi brings drivers of its own, for cards whose
#:   firmware driver hangs. FOG 1.6 made the same choice.
#: - undionly.kpxe before .kkpxe and ipxe.pxe: the card's own ROM driver, as above.
_WANTED: dict[str, tuple[str, ...]] = {
    "bios": (
        "undionly.kpxe",
        "undionly.kkpxe",
        "undionly.pxe",
        "ipxe.kpxe",
        "ipxe.kkpxe",
        "ipxe.pxe",
        "lpxelinux.0",
        "pxelinux.0",
        "bios/pxelinux.0",
        "core.0",
        "grub/i386-pc/core.0",
        "boot/grub/i386-pc/core.0",
    ),
    "x64": (
        "secureboot/snponly-shimx64.efi",
        "secureboot/ipxe-shimx64.efi",
        "snponly-shimx64.efi",
        "ipxe-shimx64.efi",
        "snponly.efi",
        "snponly-x86_64.efi",
        "x86_64-efi/snponly.efi",
        "ipxe.efi",
        "ipxe-amd64.efi",
        "ipxe-x86_64.efi",
        "x86_64-efi/ipxe.efi",
        "snp.efi",
        "shimx64.efi",
        "shimx64.efi.signed",
        "bootx64.efi",
        "EFI/BOOT/BOOTX64.EFI",
        "bootnetx64.efi",
        "grubnetx64.efi.signed",
        "grubnetx64.efi",
        "grubx64.efi",
        "grub/x86_64-efi/core.efi",
        "boot/grub/x86_64-efi/core.efi",
        "syslinux.efi",
        "efi64/syslinux.efi",
    ),
    "ia32": (
        "i386-efi/snponly.efi",
        "i386-efi/ipxe.efi",
        "snponly-i386.efi",
        "ipxe-i386.efi",
        "ipxe32.efi",
        "bootia32.efi",
        "EFI/BOOT/BOOTIA32.EFI",
        "grubnetia32.efi",
        "grubia32.efi",
        "grub/i386-efi/core.efi",
        "boot/grub/i386-efi/core.efi",
        "efi32/syslinux.efi",
    ),
    "arm64": (
        "secureboot/arm64-efi/snponly-shimaa64.efi",
        "secureboot/arm64-efi/ipxe-shimaa64.efi",
        "arm64-efi/snponly.efi",
        "snponly-arm64.efi",
        "arm64-efi/ipxe.efi",
        "ipxe-arm64.efi",
        "shimaa64.efi",
        "bootaa64.efi",
        "EFI/BOOT/BOOTAA64.EFI",
        "grubnetaa64.efi",
        "grubaa64.efi",
        "grub/arm64-efi/core.efi",
    ),
    str(int(ClientArch.ARM32_UEFI)): ("arm32-efi/snponly.efi", "arm32-efi/ipxe.efi", "bootarm.efi"),
    str(int(ClientArch.RISCV64_UEFI)): ("riscv64-efi/snponly.efi", "riscv64-efi/ipxe.efi", "ipxe-riscv64.efi"),
    str(int(ClientArch.LOONGARCH64_UEFI)): ("loong64-efi/snponly.efi", "loong64-efi/ipxe.efi", "ipxe-loong64.efi"),
}
#: Files of unknown name are looked at only this far: a boot folder may hold anything.
_MOST_LOOKED_AT = 100
_IPXE_NAME = re.compile(r"ipxe|snp|undionly", re.IGNORECASE)


def find_file(root: Path, name: str, overlays: Sequence[str] = ()) -> Path | None:
    """The file that TFTP would serve for this name. overlays: folders of the root that are looked into first.

    None when it is not there or not a regular file. Raises AccessViolation, OSError.
    """
    tried = meanings(name, Path(os.path.abspath(root)))
    real = os.path.realpath(root)
    try:
        for folder in (*overlays, ""):
            found = find_meaning(real, tried, folder)
            if found is not None:
                return Path(found.path) if stat.S_ISREG(os.stat(found.path).st_mode) else None
    except (FileNotFoundError, NotADirectoryError):
        pass  # Vanished while we looked.
    return None


def choose_rules(folder: Path) -> tuple[BootRule, ...]:
    """The best file of the folder for every architecture that has one. Unreadable files are passed over."""
    rules = []
    others: list[tuple[str, BootImage]] | None = None
    for arch_word, names in _WANTED.items():
        archs = parse_arch(arch_word)
        chosen = next((name for name in names if _suits(folder, name, archs)), None)
        if chosen is None:
            others = list(_programs_at_top(folder)) if others is None else others
            chosen = _choose_by_content(others, archs)
        if chosen is not None:
            rules.append(BootRule(archs, chosen))
    return tuple(rules)


def _suits(folder: Path, name: str, archs: frozenset[int]) -> bool:
    image = _image_of(folder, name)
    return image is not None and all(image.runs_on(arch) for arch in archs)


def _image_of(folder: Path, name: str) -> BootImage | None:
    """What a name in the folder is; None for what cannot be served."""
    try:
        path = find_file(folder, name)
        image = None if path is None else read_image(path)
    except (AccessViolation, OSError):
        return None  # Not servable, so not a candidate; `check_rule` says why when somebody names it.
    return image if image is not None and not image.problem else None


def _programs_at_top(folder: Path) -> Iterator[tuple[str, BootImage]]:
    """EFI programs of any name in the folder itself, those that look like iPXE first.

    Raw BIOS code has no header to know it by, so an unknown name without the catalogue's word is never taken for it.
    """
    try:
        names = sorted(entry.name for entry in os.scandir(folder) if entry.is_file())
    except OSError:
        return
    names.sort(key=lambda name: _IPXE_NAME.search(name) is None)
    for name in names[:_MOST_LOOKED_AT]:
        image = _image_of(folder, name)
        if image is None:
            continue
        if image.kind is ImageKind.EFI or known_file(folder, name) is not None:
            yield name, image


def _choose_by_content(programs: list[tuple[str, BootImage]], archs: frozenset[int]) -> str | None:
    """An iPXE by its name, else the only one there is: among several strangers nobody can choose but the user."""
    fitting = [name for name, image in programs if all(image.runs_on(arch) for arch in archs)]
    likely = [name for name in fitting if _IPXE_NAME.search(name)]
    if likely:
        return likely[0]
    return fitting[0] if len(fitting) == 1 else None


def known_file(folder: Path, name: str, overlays: Sequence[str] = ()) -> KnownFile | None:
    """The catalogue's entry for a file of the folder; None when it is unknown or cannot be read.

    overlays: as in `find_file`.
    """
    try:
        path = find_file(folder, name, overlays)
        return None if path is None else identify(path)
    except (AccessViolation, OSError):
        return None
