"""The two configurations of the page, imported, against every kind of firmware: each boots or is refused with a reason.

With dnsmasq the first fails on every UEFI computer, and the second loops on BIOS ones and fails on UEFI ones.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.system.conftest import skip_without
from tests.system.kit import MARKER, SCRIPT, Kit, serve
from tests.system.lab import KIT, Firmware, Lab
from tests.system.loaders import make_loader

pytestmark = pytest.mark.timeout(180)

MAC = "52:54:00:77:00:07"
_PXELINUX = Path("/usr/lib/PXELINUX/pxelinux.0")
_LDLINUX = Path("/usr/lib/syslinux/modules/bios/ldlinux.c32")
#: PXELINUX shows this file and waits.
_MESSAGE = "PXELINUX-RAN"

_FIRST = """
port=0
log-dhcp
tftp-root={root}
dhcp-boot=pxelinux.0
dhcp-option=17,/images
dhcp-option=vendor:PXEClient,6,2b
dhcp-no-override
pxe-prompt="Press F8 for boot menu", 3
pxe-service=X86PC, "Boot from network", pxelinux
pxe-service=X86PC, "Boot from local hard disk", 0
dhcp-range={kit},proxy
"""
_SECOND = """
port=0
log-dhcp
tftp-root={root}
dhcp-boot=undionly.kpxe,,{kit}
dhcp-no-override
pxe-prompt="Press F8 for boot menu", 3
pxe-service=X86PC, "Boot from network", undionly
dhcp-range={kit},proxy
"""


def _serve_imported(school: Lab, configuration: str, root: Path) -> Kit:
    """Import as the laptop's owner would, then serve what came out."""
    file, profile = school.folder / "ltsp.conf", school.folder / "room.toml"
    file.write_text(configuration.format(root=root, kit=KIT))
    command = [sys.executable, "-m", "fogportable", "import-dnsmasq", file, "--output", profile]
    done = subprocess.run(
        ["ip", "netns", "exec", school.namespace("kit"), *map(str, command)],
        env={**os.environ, "FOGPORTABLE_HOME": str(school.folder / "home")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return serve(school, root, "--profile", str(profile))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The page's TFTP folder."""
    folder = tmp_path / "tftpboot"
    folder.mkdir()
    return folder


def _bring_pxelinux(root: Path) -> None:
    if not _PXELINUX.exists() or not _LDLINUX.exists():
        pytest.skip("pxelinux is not installed")
    shutil.copyfile(_PXELINUX, root / "pxelinux.0")
    shutil.copyfile(_LDLINUX, root / "ldlinux.c32")
    (root / "pxelinux.cfg").mkdir()
    (root / "pxelinux.cfg" / "default").write_text("serial 0 9600\ndisplay message.txt\nprompt 1\n")
    (root / "message.txt").write_text(f"{_MESSAGE}\n{_MESSAGE}\n")


def test_first_file_boots_a_bios_computer_into_pxelinux(school: Lab, root: Path) -> None:
    skip_without(Firmware.BIOS)
    _bring_pxelinux(root)
    kit = _serve_imported(school, _FIRST, root)
    computer = school.start_computer(Firmware.BIOS, MAC)
    computer.wait_for("Press F8 for boot menu", 60)
    computer.wait_for(_MESSAGE, 60)
    assert kit.stop() == 0


@pytest.mark.parametrize("firmware", [Firmware.X64, Firmware.IA32, Firmware.ARM64])
def test_first_file_refuses_a_uefi_computer_with_the_reason(school: Lab, root: Path, firmware: Firmware) -> None:
    skip_without(firmware)
    _bring_pxelinux(root)
    kit = _serve_imported(school, _FIRST, root)
    school.start_computer(firmware, MAC)
    kit.process.wait_for("arch_without_file", 60)
    assert not kit.events("offer_sent")
    assert kit.stop() == 0


@pytest.mark.parametrize("firmware", [Firmware.X64, Firmware.IA32])
def test_first_file_boots_a_uefi_computer_once_its_folder_has_a_loader(
    school: Lab, root: Path, firmware: Firmware
) -> None:
    skip_without(firmware)
    _bring_pxelinux(root)
    folder = root / "i386-efi" if firmware is Firmware.IA32 else root
    folder.mkdir(exist_ok=True)
    made = make_loader(folder, "snponly", firmware, MARKER)
    assert made == "snponly.efi"
    kit = _serve_imported(school, _FIRST, root)
    school.start_computer(firmware, MAC).wait_for(MARKER, 90)
    assert kit.stop() == 0


def test_second_file_boots_a_bios_computer_into_fogs_script(school: Lab, root: Path, boot_files: Path) -> None:
    skip_without(Firmware.BIOS)
    shutil.copyfile(boot_files / "undionly.kpxe", root / "undionly.kpxe")
    (root / "default.ipxe").write_text(SCRIPT)
    kit = _serve_imported(school, _SECOND, root)
    school.start_computer(Firmware.BIOS, MAC).wait_for(MARKER, 120)
    assert not kit.events("chainload_loop_stopped")
    assert kit.stop() == 0


@pytest.mark.parametrize(("firmware", "file"), [(Firmware.X64, "ipxe.efi"), (Firmware.ARM64, "ipxe-arm64.efi")])
def test_second_file_boots_a_uefi_computer_into_fogs_script(
    school: Lab, root: Path, boot_files: Path, firmware: Firmware, file: str
) -> None:
    skip_without(firmware)
    shutil.copyfile(boot_files / "undionly.kpxe", root / "undionly.kpxe")
    folder = root / "arm64-efi" if firmware is Firmware.ARM64 else root
    folder.mkdir(exist_ok=True)
    shutil.copyfile(boot_files / file, folder / "snponly.efi")
    (root / "default.ipxe").write_text(SCRIPT)
    kit = _serve_imported(school, _SECOND, root)
    school.start_computer(firmware, MAC).wait_for(MARKER, 120)
    assert kit.stop() == 0
