"""Real firmware on a bare switch: nobody else is on the wire, and our own DHCP server gives address and boot file."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.system.conftest import skip_without
from tests.system.kit import MARKER, Kit, write_script
from tests.system.lab import KIT, KIT_INTERFACE, Firmware, Lab
from tests.system.private_kit import FIRST, LAST
from tests.system.witness import dhcp_frames

pytestmark = pytest.mark.timeout(180)

MAC = "52:54:00:77:00:09"


def serve_privately(lab: Lab, root: Path, script: Path, *boot: str) -> Kit:
    command: list[str | Path] = [sys.executable, "-m", "tests.system.private_kit", KIT_INTERFACE, root, script, *boot]
    process = lab.start("kit", "kit", command, FOGPORTABLE_HOME=str(lab.folder / "home"), PYTHONUNBUFFERED="1")
    process.wait_for("session_started", 20)
    return Kit(process)


def _given(kit: Kit) -> set[object]:
    return {each["address"] for each in kit.events("lease_given")}


def test_bios_ipxe_gets_address_and_script_from_us_alone(cables: Lab, tmp_path: Path) -> None:
    skip_without(Firmware.BIOS)
    root = tmp_path / "root"
    root.mkdir()
    (root / "undionly.kpxe").write_bytes(b"\x90" * 4096)
    kit = serve_privately(cables, root, write_script(tmp_path), "bios=undionly.kpxe")
    cables.start_computer(Firmware.BIOS, MAC).wait_for(MARKER, 90)
    assert kit.process.stop() == 0
    (address,) = _given(kit)
    assert str(FIRST) <= str(address) <= str(LAST)


@pytest.mark.parametrize(
    ("firmware", "boot"),
    [(Firmware.X64, "x64=ipxe.efi"), (Firmware.ARM64, "arm64=ipxe-arm64.efi")],
)
def test_uefi_boots_where_dnsmasq_fails_with_pxe_e16(
    cables: Lab, tmp_path: Path, boot_files: Path, firmware: Firmware, boot: str
) -> None:
    skip_without(firmware)
    kit = serve_privately(cables, boot_files, write_script(tmp_path), boot)
    capture = cables.start_capture()
    computer = cables.start_computer(firmware, MAC)
    computer.wait_for("NBP file downloaded successfully", 90)
    computer.wait_for(MARKER, 90)
    assert kit.process.stop() == 0
    assert len(_given(kit)) == 1, "firmware and iPXE are one computer"
    frames = [each for each in dhcp_frames(capture.stop()) if each.source == KIT]
    offer, *_ = [each for each in frames if each.message == 2]
    assert str(FIRST) <= offer.yiaddr <= str(LAST)
    assert (offer.siaddr, offer.source_port) == (KIT, 67)
    assert not [each for each in frames if each.source_port == 4011], "address and file came in one OFFER"


def test_uefi_http_boot_gets_address_and_url_from_us_alone(cables: Lab, tmp_path: Path, boot_files: Path) -> None:
    skip_without(Firmware.HTTP)
    kit = serve_privately(cables, boot_files, write_script(tmp_path), "x64=ipxe.efi")
    cables.start_computer(Firmware.HTTP, MAC).wait_for(MARKER, 120)
    assert kit.process.stop() == 0
    assert len(_given(kit)) == 1


def test_uefi_shows_the_menu_and_boots_the_chosen_entry(cables: Lab, tmp_path: Path, boot_files: Path) -> None:
    skip_without(Firmware.X64)
    kit = serve_privately(cables, boot_files, write_script(tmp_path), "x64=ipxe.efi", "menu")
    computer = cables.start_computer(Firmware.X64, MAC)
    computer.wait_for("Press F8 for a menu", 90)
    computer.press("f8")
    computer.wait_for("Nothing", 20)
    computer.press("down", "ret")
    computer.wait_for(MARKER, 90)
    assert kit.process.stop() == 0
    assert {each["entry"] for each in kit.events("menu_item_chosen")} == {"Ours"}
    assert len(_given(kit)) == 1


def test_it_does_not_start_on_the_schools_own_network(school: Lab, tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (root / "undionly.kpxe").write_bytes(b"\x90" * 4096)
    command: list[str | Path] = [sys.executable, "-m", "tests.system.private_kit", KIT_INTERFACE, root]
    command += [write_script(tmp_path), "bios=undionly.kpxe"]
    process = school.start("kit", "kit", command, FOGPORTABLE_HOME=str(school.folder / "home"))
    process.wait_for("already gives out addresses on kit0", 20)
    assert process.popen.wait(5) == 3
