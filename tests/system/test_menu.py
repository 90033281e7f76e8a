"""The boot menu on real screens: iPXE of 2019 in a network card, and the iPXE that Debian 13 brings to UEFI."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.system.conftest import skip_without
from tests.system.kit import MARKER, SCRIPT, Kit, serve
from tests.system.lab import Firmware, Lab

pytestmark = pytest.mark.timeout(180)

MAC = "52:54:00:77:00:02"
_LOADERS = {Firmware.BIOS: "undionly.kpxe", Firmware.X64: "ipxe.efi"}

#: Text that a script would run if the menu did not clean it.
_HOSTILE = r"""Room ${net0/mac} && poweroff || reboot ; \\ `x` 'y' "z" <ä€> #"""

_PROFILE = """
[menu]
title = '''{hostile}'''
default = '''{default}'''
timeout = 1

[[menu.entry]]
text = '''{hostile}'''
action = "shell"

[[menu.entry]]
text = "A second script"
action = "chain-file"
file = "folder/second script.ipxe"

[[menu.entry]]
text = "A kernel with its disk"
action = "kernel"
kernel = "second.ipxe"
initrd = ["folder/initrd.img"]
arguments = "quiet"

[[menu.entry]]
text = "The disk in this computer"
action = "local-disk"
"""

#: The start of a boot sector: prints the text that follows it by the BIOS, then halts.
_PRINT = b"\xbe\x16\x7c\xac\x08\xc0\x74\x09\xb4\x0e\xbb\x07\x00\xcd\x10\xeb\xf2\xfa\xf4\xeb\xfd\x90"


def _serve_menu(school: Lab, boot_files: Path, firmware: Firmware, default: str) -> Kit:
    root = school.folder / "root"
    (root / "folder").mkdir(parents=True)
    loader = _LOADERS[firmware]
    (root / loader).write_bytes((boot_files / loader).read_bytes())
    (root / "second.ipxe").write_text(SCRIPT)
    (root / "folder" / "second script.ipxe").write_text(SCRIPT)
    (root / "folder" / "initrd.img").write_bytes(bytes(300_000))
    profile = school.folder / "room.toml"
    profile.write_text(_PROFILE.format(hostile=_HOSTILE, default=default))
    return serve(school, root, "--profile", str(profile), "--boot", f"{firmware}={loader}")


@pytest.mark.parametrize(
    ("firmware", "entry", "files"),
    [
        (Firmware.BIOS, "A second script", {"folder/second script.ipxe"}),
        (Firmware.X64, "A kernel with its disk", {"second.ipxe", "folder/initrd.img"}),
    ],
)
def test_default_entry_loads_its_files_from_us_after_the_timeout(
    school: Lab, boot_files: Path, firmware: Firmware, entry: str, files: set[str]
) -> None:
    skip_without(firmware)
    kit = _serve_menu(school, boot_files, firmware, entry)
    computer = school.start_computer(firmware, MAC)
    computer.wait_for("The disk in this computer", 120)
    computer.wait_for(MARKER, 30)
    assert kit.stop() == 0
    assert files <= {each["file"] for each in kit.events("transfer_finished")}
    assert "Room net0/mac poweroff reboot x y z <a>" in computer.text()


def test_local_disk_of_a_bios_computer_boots(school: Lab, boot_files: Path) -> None:
    skip_without(Firmware.BIOS)
    disk = school.folder / "disk.img"
    sector = (_PRINT + 2 * b"FROM-THE-DISK " + b"\0").ljust(510, b"\0") + b"\x55\xaa"
    disk.write_bytes(sector + bytes(1024 * 1024))
    kit = _serve_menu(school, boot_files, Firmware.BIOS, "The disk in this computer")
    school.start_computer(Firmware.BIOS, MAC, disk=disk).wait_for("FROM-THE-DISK", 120)
    assert kit.stop() == 0


def test_local_disk_of_a_uefi_computer_is_left_to_the_firmware(school: Lab, boot_files: Path) -> None:
    skip_without(Firmware.X64)
    kit = _serve_menu(school, boot_files, Firmware.X64, "The disk in this computer")
    computer = school.start_computer(Firmware.X64, MAC)
    computer.wait_for("FOG Portable: The disk in this computer", 120)
    # An error is what sends it on to its next boot entry, here the same card by IPv6.
    computer.wait_for('failed to start Boot0001 "UEFI PXEv4', 30)
    assert kit.stop() == 0
