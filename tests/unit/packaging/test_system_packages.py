"""The table of packages: names per distribution, and what is told apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from system_packages import (
    DEBIAN_12,
    KNOWN,
    NEEDS,
    Kind,
    Need,
    Part,
    needs_of,
    packages_for,
    read_os_release,
    recognise_distribution,
    this_distribution,
)

DEBIAN_12_TEXT = """PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
NAME="Debian GNU/Linux"
VERSION_ID="12"
VERSION_CODENAME=bookworm
ID=debian
"""
UBUNTU_TEXT = """# a comment = not a key
PRETTY_NAME="Ubuntu 24.04.3 LTS"
VERSION_ID="24.04"
ID=ubuntu
ID_LIKE=debian
UBUNTU_CODENAME=noble
"""
MINT_TEXT = 'ID=linuxmint\nID_LIKE="ubuntu debian"\nVERSION_ID="22"\nVERSION_CODENAME=wilma\nUBUNTU_CODENAME=noble\n'


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (DEBIAN_12_TEXT, "Debian 12"),
        (DEBIAN_12_TEXT.replace("12", "13").replace("bookworm", "trixie"), "Debian 13"),
        (UBUNTU_TEXT, "Ubuntu 24.04"),
        (MINT_TEXT, "Ubuntu 24.04"),
        ("ID=devuan\nVERSION_ID=5\nVERSION_CODENAME=daedalus\nDEBIAN_CODENAME=bookworm\n", "Debian 12"),
    ],
)
def test_distribution_is_recognised_by_its_names(text: str, title: str) -> None:
    found = recognise_distribution(read_os_release(text))
    assert found is not None
    assert found.title == title


@pytest.mark.parametrize("text", ["", "ID=fedora\nVERSION_ID=43\n", "ID=ubuntu\nVERSION_ID=20.04\n", "garbage"])
def test_other_distributions_are_not_guessed(text: str) -> None:
    assert recognise_distribution(read_os_release(text)) is None


def test_missing_os_release_is_an_unknown_distribution(tmp_path: Path) -> None:
    assert this_distribution(tmp_path / "os-release") is None


#: Written out once more by hand, so that a slip in the table shows.
WINDOW_TEXT = """
libegl1 libgl1 libglib2.0-0 libxkbcommon0 libfontconfig1 libfreetype6 libdbus-1-3 libx11-6 libzstd1 zlib1g
fonts-dejavu-core
libxcb1 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render0
libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0
libwayland-client0 libwayland-cursor0 libwayland-egl1
"""
WINDOW_PACKAGES = WINDOW_TEXT.split()


def test_packages_of_debian_12() -> None:
    window = packages_for(needs_of((Part.QT, Part.X11, Part.WAYLAND)), DEBIAN_12)
    assert list(window) == WINDOW_PACKAGES
    assert packages_for(needs_of((Part.VENV,)), DEBIAN_12) == ("python3-venv",)
    system = set(packages_for(needs_of((Part.SYSTEM,)), DEBIAN_12))
    assert system >= {"qemu-system-x86", "ovmf", "ipxe-qemu", "dnsmasq-base", "iproute2", "tcpdump", "ethtool"}


@pytest.mark.parametrize("key", [("debian", "13"), ("ubuntu", "24.04")])
def test_packages_renamed_by_the_64_bit_time_change(key: tuple[str, str]) -> None:
    window = packages_for(needs_of((Part.QT, Part.X11, Part.WAYLAND)), KNOWN[key])
    renamed = ["libglib2.0-0t64" if name == "libglib2.0-0" else name for name in WINDOW_PACKAGES]
    assert list(window) == renamed


def test_other_names_are_of_packages_in_the_table() -> None:
    packages = {need.package for need in NEEDS}
    assert all(set(distribution.other_names) <= packages for distribution in KNOWN.values())


def test_every_part_has_needs() -> None:
    assert {need.part for need in NEEDS} == set(Part)


def test_a_package_is_named_once() -> None:
    twice = (Need(Part.QT, Kind.LIBRARY, "a.so", "one"), Need(Part.QT, Kind.LIBRARY, "b.so", "one"))
    assert packages_for(twice, DEBIAN_12) == ("one",)
