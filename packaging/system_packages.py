"""What the program needs from the system, how to see whether it is there, and which package brings it.

Names of packages are a table per distribution; whether something is missing is found by trying, see `machine.py`.
Run: Debian 12. Not run, names only: Debian 13, Ubuntu 24.04.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from pathlib import Path


class Part(StrEnum):
    """One purpose that packages serve. The values are words for the command line."""

    VENV = "venv"
    QT = "qt"
    X11 = "x11"
    WAYLAND = "wayland"
    SYSTEM = "system"
    PEERS = "peers"
    FRESH = "fresh"
    PACKAGE = "package"


class Kind(Enum):
    """How to see whether a need is met."""

    LIBRARY = "library"  # the dynamic linker finds it
    PROGRAM = "program"  # it is on the path, or in a folder of root's
    MODULE = "module"  # this Python can import it
    FILE = "file"  # a glob matches a file
    FONT = "font"  # any font file at all


@dataclass(frozen=True)
class Need:
    """One thing that must be there. package: its name on Debian 12; other names stand in `OTHER_NAMES`."""

    part: Part
    kind: Kind
    name: str
    package: str


@dataclass(frozen=True)
class Distribution:
    """A distribution whose package names are known. other_names: where they differ from Debian 12's."""

    title: str
    other_names: Mapping[str, str]

    def package_for(self, need: Need) -> str:
        return self.other_names.get(need.package, need.package)


#: The 64-bit time change renamed it.
_SINCE_T64 = {"libglib2.0-0": "libglib2.0-0t64"}

DEBIAN_12 = Distribution("Debian 12", {})
KNOWN: Mapping[tuple[str, str], Distribution] = {
    ("debian", "12"): DEBIAN_12,
    ("debian", "13"): Distribution("Debian 13", _SINCE_T64),
    ("ubuntu", "24.04"): Distribution("Ubuntu 24.04", _SINCE_T64),
}
#: Derivatives (Mint and others) name what they are built on.
BASED_ON: Mapping[str, tuple[str, str]] = {
    "bookworm": ("debian", "12"),
    "trixie": ("debian", "13"),
    "noble": ("ubuntu", "24.04"),
}


def _libraries(part: Part, *pairs: tuple[str, str]) -> tuple[Need, ...]:
    """Needs from pairs of library and package."""
    return tuple(Need(part, Kind.LIBRARY, library, package) for library, package in pairs)


NEEDS: tuple[Need, ...] = (
    Need(Part.VENV, Kind.MODULE, "ensurepip", "python3-venv"),
    # What QtCore, QtGui, QtWidgets, QtDBus and the offscreen platform are linked to, and the wheel does not bring.
    *_libraries(
        Part.QT,
        ("libEGL.so.1", "libegl1"),
        ("libGL.so.1", "libgl1"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libxkbcommon.so.0", "libxkbcommon0"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libfreetype.so.6", "libfreetype6"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libX11.so.6", "libx11-6"),
        ("libzstd.so.1", "libzstd1"),
        ("libz.so.1", "zlib1g"),
    ),
    # Without any font every letter is a box.
    Need(Part.QT, Kind.FONT, "a font", "fonts-dejavu-core"),
    # What the xcb platform is linked to.
    *_libraries(
        Part.X11,
        ("libxcb.so.1", "libxcb1"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxcb-image.so.0", "libxcb-image0"),
        ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
        ("libxcb-randr.so.0", "libxcb-randr0"),
        ("libxcb-render.so.0", "libxcb-render0"),
        ("libxcb-render-util.so.0", "libxcb-render-util0"),
        ("libxcb-shape.so.0", "libxcb-shape0"),
        ("libxcb-shm.so.0", "libxcb-shm0"),
        ("libxcb-sync.so.1", "libxcb-sync1"),
        ("libxcb-util.so.1", "libxcb-util1"),
        ("libxcb-xfixes.so.0", "libxcb-xfixes0"),
        ("libxcb-xkb.so.1", "libxcb-xkb1"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ),
    *_libraries(
        Part.WAYLAND,
        ("libwayland-client.so.0", "libwayland-client0"),
        ("libwayland-cursor.so.0", "libwayland-cursor0"),
        ("libwayland-egl.so.1", "libwayland-egl1"),
    ),
    # Real firmware in network namespaces.
    Need(Part.SYSTEM, Kind.PROGRAM, "qemu-system-x86_64", "qemu-system-x86"),
    Need(Part.SYSTEM, Kind.PROGRAM, "qemu-system-aarch64", "qemu-system-arm"),
    Need(Part.SYSTEM, Kind.FILE, "/usr/share/OVMF/OVMF_CODE*.fd", "ovmf"),
    Need(Part.SYSTEM, Kind.FILE, "/usr/share/OVMF/OVMF32_CODE*.fd", "ovmf-ia32"),
    Need(Part.SYSTEM, Kind.FILE, "/usr/share/AAVMF/AAVMF_CODE.fd", "qemu-efi-aarch64"),
    Need(Part.SYSTEM, Kind.FILE, "/usr/lib/ipxe/qemu/*.rom", "ipxe-qemu"),
    Need(Part.SYSTEM, Kind.PROGRAM, "dnsmasq", "dnsmasq-base"),
    Need(Part.SYSTEM, Kind.PROGRAM, "ip", "iproute2"),
    Need(Part.SYSTEM, Kind.PROGRAM, "tcpdump", "tcpdump"),
    Need(Part.SYSTEM, Kind.PROGRAM, "ethtool", "ethtool"),
    Need(Part.SYSTEM, Kind.PROGRAM, "nft", "nftables"),
    Need(Part.SYSTEM, Kind.PROGRAM, "iptables-nft", "iptables"),
    # Other people's DHCP servers, a relay, and loaders that are no iPXE.
    Need(Part.SYSTEM, Kind.PROGRAM, "dhcrelay", "isc-dhcp-relay"),
    Need(Part.SYSTEM, Kind.PROGRAM, "dhcpd", "isc-dhcp-server"),
    Need(Part.SYSTEM, Kind.PROGRAM, "kea-dhcp4", "kea-dhcp4-server"),
    Need(Part.SYSTEM, Kind.FILE, "/usr/lib/grub/i386-efi/monolithic/grubia32.efi", "grub-efi-ia32-bin"),
    Need(Part.SYSTEM, Kind.FILE, "/usr/lib/grub/x86_64-efi/monolithic/grubx64.efi", "grub-efi-amd64-bin"),
    Need(Part.SYSTEM, Kind.FILE, "/usr/lib/PXELINUX/pxelinux.0", "pxelinux"),
    Need(Part.SYSTEM, Kind.FILE, "/usr/lib/syslinux/modules/bios/ldlinux.c32", "syslinux-common"),
    Need(Part.SYSTEM, Kind.FILE, "/usr/lib/syslinux/memdisk", "syslinux-common"),
    # Independent DHCP and TFTP clients, a way to rights, and a screen for the window.
    Need(Part.PEERS, Kind.PROGRAM, "busybox", "busybox"),
    Need(Part.PEERS, Kind.PROGRAM, "sudo", "sudo"),
    Need(Part.PEERS, Kind.PROGRAM, "tftp", "tftp-hpa"),
    Need(Part.PEERS, Kind.PROGRAM, "atftp", "atftp"),
    Need(Part.PEERS, Kind.PROGRAM, "curl", "curl"),
    Need(Part.PEERS, Kind.PROGRAM, "dbus-daemon", "dbus-daemon"),
    Need(Part.PEERS, Kind.PROGRAM, "Xvfb", "xvfb"),
    Need(Part.PEERS, Kind.PROGRAM, "xdotool", "xdotool"),
    Need(Part.FRESH, Kind.PROGRAM, "debootstrap", "debootstrap"),
    Need(Part.FRESH, Kind.PROGRAM, "git", "git"),
    Need(Part.FRESH, Kind.PROGRAM, "Xvfb", "xvfb"),
    Need(Part.FRESH, Kind.PROGRAM, "xdotool", "xdotool"),
    # What PyInstaller looks into programs with, and strips them.
    Need(Part.PACKAGE, Kind.PROGRAM, "objdump", "binutils"),
)


def needs_of(parts: tuple[Part, ...]) -> tuple[Need, ...]:
    """The needs of these parts, in the order of the table."""
    return tuple(need for need in NEEDS if need.part in parts)


def packages_for(needs: tuple[Need, ...], distribution: Distribution) -> tuple[str, ...]:
    """Package names without repetition, in order."""
    return tuple(dict.fromkeys(distribution.package_for(need) for need in needs))


def read_os_release(text: str) -> dict[str, str]:
    """The keys of an os-release file. Source: os-release(5)."""
    pairs = (line.partition("=") for line in text.splitlines() if "=" in line and not line.startswith("#"))
    return {key.strip(): value.strip().strip("\"'") for key, _, value in pairs}


def recognise_distribution(os_release: Mapping[str, str]) -> Distribution | None:
    """The distribution whose names apply; None for one whose names we do not know."""
    key = (os_release.get("ID", ""), os_release.get("VERSION_ID", ""))
    if key not in KNOWN:
        codenames = [os_release.get(k, "") for k in ("UBUNTU_CODENAME", "DEBIAN_CODENAME", "VERSION_CODENAME")]
        key = next((BASED_ON[name] for name in codenames if name in BASED_ON), key)
    return KNOWN.get(key)


def this_distribution(path: Path = Path("/etc/os-release")) -> Distribution | None:
    """The distribution of this machine; None when unknown or not Linux."""
    try:
        return recognise_distribution(read_os_release(path.read_text(encoding="utf-8", errors="replace")))
    except OSError:
        return None
