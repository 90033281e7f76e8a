"""Rooms with Secure Boot on: Debian's shim and signed GRUB bring our menu, through firmware with Microsoft's keys.

What was found, with OVMF 2022.11 and the loaders of both releases:

| address from          | way  | GRUB 2.12 of Debian 13 | GRUB 2.06 of Debian 12                                  |
|-----------------------|------|------------------------|---------------------------------------------------------|
| dnsmasq of the site   | PXE  | our menu               | asks the site's machine, some 32 s for each name         |
| ISC dhcpd of the site | PXE  | our menu               | stops at `grub>`                                         |
| our own DHCP server   | PXE  | our menu               | our menu                                                 |
| dnsmasq of the site   | HTTP | our menu               | stops at `grub>`, asks nobody                            |

From that menu Debian's signed kernel starts, with its RAM disk; an unsigned loader is refused. A signed loader starts
after PXE; after HTTP boot GRUB's `chainloader` says `destination unreachable` once it has the whole file.
GRUB looks for `/grub/x86_64-efi/{command,fs,crypto,terminal}.lst` first and does without them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.system.conftest import skip_without
from tests.system.kit import Kit, serve, write_script
from tests.system.lab import Firmware, Lab
from tests.system.sites import start_isc_dhcpd
from tests.system.test_private_network import serve_privately

pytestmark = pytest.mark.timeout(180)

MAC = "52:54:00:77:00:0a"
_UNSIGNED = Path("/usr/lib/grub/x86_64-efi/monolithic/grubx64.efi")

_PROFILE = """
[menu]
title = "Room 12"
default = "{default}"
timeout = 1

[[menu.entry]]
text = "The disk in this computer"
action = "local-disk"

[[menu.entry]]
text = "A loader"
action = "chain-file"
file = "other/loader.efi"
"""


@pytest.fixture(scope="session")
def signed_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a boot set for Secure Boot, brought by the product's own command."""
    if shutil.which("apt-get") is None:
        pytest.skip("boot files are brought by apt, which is not here")
    home = tmp_path_factory.mktemp("kit-home-secure")
    done = subprocess.run(
        [sys.executable, "-m", "fogportable", "bootfiles", "get", "secure-boot", "--json"],
        env={**os.environ, "FOGPORTABLE_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return Path(json.loads(done.stdout.splitlines()[-1])["boot_set"]["folder"])


def _serve_menu(lab: Lab, signed_files: Path, *, default: str = "The disk in this computer") -> Kit:
    root = lab.folder / "root"
    shutil.copytree(signed_files, root)
    if _UNSIGNED.exists():
        (root / "other").mkdir()
        shutil.copyfile(_UNSIGNED, root / "other" / "loader.efi")
    profile = lab.folder / "room.toml"
    profile.write_text(_PROFILE.format(default=default))
    return serve(lab, root, "--profile", str(profile), "--boot", "x64=shimx64.efi")


@pytest.mark.parametrize("firmware", [Firmware.SECURE, Firmware.SECURE_HTTP])
def test_signed_loaders_bring_our_menu_beside_a_server_that_names_itself(
    school: Lab, signed_files: Path, firmware: Firmware
) -> None:
    skip_without(firmware)
    kit = _serve_menu(school, signed_files)
    computer = school.start_computer(firmware, MAC)
    computer.wait_for("FOG Portable menu: Room 12", 120)
    computer.wait_for("FOG Portable: The disk in this computer", 30)
    # An error is what sends it on to its next boot entry, here the setup of the firmware.
    computer.wait_for('BdsDxe: loading Boot0000 "UiApp"|failed to start Boot0001', 30)
    assert kit.stop() == 0
    service = "http" if firmware is Firmware.SECURE_HTTP else "tftp"
    finished = {each["file"] for each in kit.events("transfer_finished") if each["service"] == service}
    assert {"shimx64.efi", "grubx64.efi", "grub/grub.cfg"} <= finished


def test_signed_loaders_bring_our_menu_beside_a_server_that_names_none(cables: Lab, signed_files: Path) -> None:
    skip_without(Firmware.SECURE)
    if shutil.which("dhcpd") is None:
        pytest.skip("dhcpd is not installed")
    start_isc_dhcpd(cables)
    kit = _serve_menu(cables, signed_files)
    cables.start_computer(Firmware.SECURE, MAC).wait_for("FOG Portable menu: Room 12", 120)
    assert kit.stop() == 0


def test_signed_loaders_bring_our_menu_on_a_network_of_our_own(cables: Lab, signed_files: Path, tmp_path: Path) -> None:
    skip_without(Firmware.SECURE)
    kit = serve_privately(cables, signed_files, write_script(tmp_path), "x64=shimx64.efi")
    cables.start_computer(Firmware.SECURE, MAC).wait_for("FOG Portable menu: FOG Portable", 120)
    assert kit.process.stop() == 0


def test_unsigned_loader_is_refused_by_the_menu_and_the_screen_says_why(school: Lab, signed_files: Path) -> None:
    skip_without(Firmware.SECURE)
    if not _UNSIGNED.exists():
        pytest.skip(f"{_UNSIGNED} is not installed")
    kit = _serve_menu(school, signed_files, default="A loader")
    computer = school.start_computer(Firmware.SECURE, MAC)
    computer.wait_for("FOG Portable: A loader", 120)
    computer.wait_for("this entry did not start. With Secure Boot on, only signed programs do", 60)
    assert kit.stop() == 0
    assert "other/loader.efi" in {each["file"] for each in kit.events("transfer_finished")}
