"""What file names of network boot tell: who asks for them, who can run them, and which may be missing.

Sources: shim (netboot.c, shim.c), GRUB (normal/main.c, net/net.c), PXELINUX, iPXE (efi_autoexec.c), FOG's scripts.
"""

from __future__ import annotations

import re

from fogportable.protocol.pxe.archs import HTTP_ARCHS, PXE_TWINS, ClientArch

#: Asked for and done without: of shim, GRUB, iPXE, PXELINUX, U-Boot, Raspberry Pi and Windows.
_OPTIONAL = re.compile(
    r"(.*/)?(revocations[^/]*|[^/]*sbat[^/]*|shim_certificate[^/]*|fb(x64|aa64|ia32)\.efi|autoexec\.ipxe|custom\.ipxe"
    r"|[^/]*\.lst|[^/]*\.mod|grub\.cfg-.+|pxelinux\.cfg/(?!default$).+|boot\.scr(\.uimg)?|[^/]*\.dtb|(.*/)?dtb/.*|overlays/.*"
    r"|bootcfg\.txt|recovery\.(elf|bin|img)|recover[^/]*|dt-blob\.bin|boot\.sig|pieeprom.*|vl805.*|bootsig\.bin"
    r"|[^/]*\.(pf2|g?mo|png|jpe?g|tga)|grubenv|custom\.cfg"
    r"|config\.txt|cmdline\.txt|armstub.*|autoboot\.txt|tryboot\.txt|(boot/)?fonts/.*|(boot/)?resources/.*|[^/]*\.mui)",
    re.IGNORECASE,
)
_SCRIPT = re.compile(r"\.(ipxe|php|cfg|txt|lst|gpxe)([?#].*)?$", re.IGNORECASE)
_BIOS_PROGRAM = re.compile(
    r"(\.(k{0,3}pxe|lkrn|krn|n12|com)|(^|/)(l|g)?pxelinux\.0|(^|/)(undionly|pxegrub|pxeboot|startrom|pxegrub2|core)\.0)$",
    re.IGNORECASE,
)
_LOADER = re.compile(r"\.(efi|k{0,3}pxe|lkrn|krn|0|n12|com|signed)$", re.IGNORECASE)
_GRUB_ASKS = re.compile(
    r"(.*/)?(grub\.cfg.*|grub/.*|boot/grub2?/.*|(x86_64|i386|arm64)-efi/[^/]*\.(lst|mod)|[^/]*\.lst|efi/[^/]+/grub\.cfg.*)",
    re.IGNORECASE,
)
_GRUB_CONFIG = re.compile(r"(.*/)?grub\.cfg", re.IGNORECASE)
#: GRUB as distributions sign it: its commands come from a file that it asks for.
_SIGNED_GRUB = re.compile(r"(.*/)?(grub(net)?(x64|aa64|ia32|x86)(-installer)?|grub2?)\.efi(\.signed)?", re.IGNORECASE)
_SHIM = re.compile(r"(.*/)?[^/]*shim[^/]*\.efi(\.signed)?", re.IGNORECASE)
_MOK_MANAGER = re.compile(r"(.*/)?mm(x64|aa64|ia32)\.efi", re.IGNORECASE)
_FOG = re.compile(r"(.*/)?default\.ipxe|.*/service/ipxe/.*", re.IGNORECASE)

_X64, _IA32, _ARM64 = ClientArch.X64_UEFI, ClientArch.X86_UEFI, ClientArch.ARM64_UEFI
_ARCH_IN_NAME = (
    (re.compile(r"x86[-_]64|x64|amd64", re.IGNORECASE), frozenset({_X64, ClientArch.EBC})),
    (re.compile(r"aa64|arm64|aarch64", re.IGNORECASE), frozenset({_ARM64})),
    (re.compile(r"ia32|i386|i686", re.IGNORECASE), frozenset({_IA32, ClientArch.ITANIUM})),
    (re.compile(r"riscv64", re.IGNORECASE), frozenset({ClientArch.RISCV64_UEFI})),
    (re.compile(r"loong64|loongarch64", re.IGNORECASE), frozenset({ClientArch.LOONGARCH64_UEFI})),
)
_X64_BY_CUSTOM = frozenset({"ipxe.efi", "snponly.efi", "snp.efi", "intel.efi", "realtek.efi", "syslinux.efi"})
#: Names that are written in lower case wherever they come from.
_KNOWN_LOADERS = re.compile(
    r"(undionly|ipxe|snponly|snp|[lg]?pxelinux|shim[a-z0-9]*|grub[a-z0-9_.-]*|syslinux|wimboot|memdisk|default|boot)"
    r"(-[a-z0-9]+)*(\.(k{0,3}pxe|efi|0|ipxe|cfg|lkrn))?"
)


def text_of(name: bytes) -> str:
    """For people and patterns: octets that are no ASCII as `\\xff`."""
    return "".join(chr(each) if 0x20 <= each < 0x7F else f"\\x{each:02x}" for each in name[:200])


def path_of(name: str) -> str:
    """With `/` for every separator, without a leading one, without the address of a URL and its query."""
    name = re.sub(r"^(tftp|http|https)://[^/]*", "", name, flags=re.IGNORECASE)
    return name.partition("?")[0].replace("\\", "/").lstrip("/")


def is_optional(name: str) -> bool:
    """Loaders ask for it and go on without it."""
    return _OPTIONAL.fullmatch(path_of(name)) is not None


def is_script(name: str) -> bool:
    """Text for a loader, not a program."""
    return _SCRIPT.search(name) is not None


def is_loader(name: str) -> bool:
    """A boot program."""
    return _LOADER.search(path_of(name)) is not None


def is_asked_by_grub(name: str) -> bool:
    """What GRUB looks for by itself."""
    return _GRUB_ASKS.fullmatch(path_of(name)) is not None


def is_grub_config(name: str) -> bool:
    """The last name that GRUB tries for its configuration."""
    return _GRUB_CONFIG.fullmatch(path_of(name)) is not None


def is_grub(name: str) -> bool:
    """GRUB by its name, or a file that only GRUB asks for."""
    last = path_of(name).rpartition("/")[2].lower()
    return "grub" in last or last.startswith("core.") or is_asked_by_grub(name)


def is_signed_grub(name: str) -> bool:
    """GRUB of a distribution, which needs a configuration file from its server."""
    return _SIGNED_GRUB.fullmatch(path_of(name)) is not None


def is_shim(name: str) -> bool:
    """The first signed loader."""
    return _SHIM.fullmatch(path_of(name)) is not None


def is_mok_manager(name: str) -> bool:
    """What shim starts when it does not trust the next loader."""
    return _MOK_MANAGER.fullmatch(path_of(name)) is not None


def is_of_fog(name: str) -> bool:
    """A piece of a FOG server's chain."""
    return _FOG.fullmatch(path_of(name)) is not None


def is_garbled(name: bytes) -> bool:
    """Octets that no file name of network boot has."""
    return any(each < 0x20 or each >= 0x7F for each in name)


def is_known_loader_in_other_case(name: str) -> bool:
    """`IPXE.EFI`: a well-known name that is in lower case on every server."""
    last = path_of(name).rpartition("/")[2]
    return last != last.lower() and _KNOWN_LOADERS.fullmatch(last.lower()) is not None


def archs_by_name(name: str) -> frozenset[int]:
    """Architectures that a name promises; empty when it promises none."""
    path = path_of(name)
    if _BIOS_PROGRAM.search(path):
        return frozenset({ClientArch.X86_BIOS})
    if not re.search(r"\.efi(\.signed)?$", path, re.IGNORECASE):
        return frozenset()
    for pattern, archs in _ARCH_IN_NAME:
        if pattern.search(path.rpartition("/")[2]):
            return archs
    for pattern, archs in _ARCH_IN_NAME:
        if pattern.search(path):
            return archs
    return frozenset()


def archs_by_custom(name: str) -> frozenset[int]:
    """Names that every distribution gives to its builds for x64; empty for all others."""
    last = path_of(name).rpartition("/")[2].lower()
    return frozenset({_X64, ClientArch.EBC}) if last in _X64_BY_CUSTOM else frozenset()


def is_efi_name(name: str) -> bool:
    """A program for UEFI, of whatever processor."""
    return re.search(r"\.efi(\.signed)?$", path_of(name), re.IGNORECASE) is not None


def plain_arch(arch: int) -> int:
    """The number for PXE of one for HTTP boot, and 7 for 9."""
    arch = PXE_TWINS.get(arch, arch) if arch in HTTP_ARCHS else arch
    return ClientArch.X64_UEFI if arch == ClientArch.EBC else arch
