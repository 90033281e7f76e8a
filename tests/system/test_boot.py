"""Real firmware boots through `fogportable serve`, beside a DHCP server that gives the addresses."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from tests.system.conftest import skip_without
from tests.system.kit import MARKER, Kit, serve, write_script
from tests.system.lab import KIT, SITE, Firmware, Lab
from tests.system.witness import DhcpFrame, dhcp_frames

pytestmark = pytest.mark.timeout(180)

MAC = "52:54:00:77:00:01"
_LOADERS = {Firmware.X64: "x64=ipxe.efi", Firmware.ARM64: "arm64=ipxe-arm64.efi"}


def _assert_only_the_site_gave_addresses(frames: tuple[DhcpFrame, ...]) -> None:
    ours = [each for each in frames if each.source == KIT]
    assert ours, "the kit answered nothing"
    assert {each.yiaddr for each in ours} == {"0.0.0.0"}
    assert {each.source_port for each in ours} <= {67, 4011}
    assert not [each for each in ours if each.source_port == 67 and each.message != 2], "only OFFERs leave port 67"
    assert all(300 <= each.length <= 1472 for each in ours)
    given = {each.source for each in frames if each.yiaddr != "0.0.0.0"}
    assert given == {SITE}


def _assert_story_is_told(kit: Kit, *, mac: str) -> None:
    assert {each["client"] for each in kit.events("offer_sent")} == {mac}
    finished = kit.events("transfer_finished")
    assert "boot.ipxe" in {each["file"] for each in finished}
    assert {each["client"] for each in finished} == {mac}
    assert not kit.events("transfer_failed"), kit.process.text()


def test_bios_with_an_ipxe_rom_runs_our_script(school: Lab, tmp_path: Path) -> None:
    skip_without(Firmware.BIOS)
    root = tmp_path / "root"
    root.mkdir()
    (root / "undionly.kpxe").write_bytes(b"\x90" * 4096)  # Never asked for: the ROM is iPXE already.
    kit = serve(school, root, "--boot", "bios=undionly.kpxe", "--ipxe-script", str(write_script(tmp_path)))
    capture = school.start_capture()
    school.start_computer(Firmware.BIOS, MAC).wait_for(MARKER, 90)
    assert kit.stop() == 0
    _assert_only_the_site_gave_addresses(dhcp_frames(capture.stop()))
    _assert_story_is_told(kit, mac=MAC)
    assert not [each for each in kit.events("transfer_started") if each["file"] == "undionly.kpxe"]


@pytest.mark.parametrize("firmware", [Firmware.X64, Firmware.ARM64])
def test_uefi_loads_ipxe_and_runs_our_script(school: Lab, tmp_path: Path, boot_files: Path, firmware: Firmware) -> None:
    skip_without(firmware)
    kit = serve(school, boot_files, "--boot", _LOADERS[firmware], "--ipxe-script", str(write_script(tmp_path)))
    capture = school.start_capture()
    school.start_computer(firmware, MAC).wait_for(MARKER, 120)
    assert kit.stop() == 0
    _assert_only_the_site_gave_addresses(dhcp_frames(capture.stop()))
    _assert_story_is_told(kit, mac=MAC)
    assert kit.events("size_probed"), "EDK2 asks for the size first"


def test_uefi_shows_the_menu_of_the_boot_set(school: Lab, boot_files: Path) -> None:
    skip_without(Firmware.X64)
    kit = serve(school, boot_files)
    school.start_computer(Firmware.X64, MAC).wait_for("Boot from the local disk", 120)
    assert kit.stop() == 0


def test_ia32_gets_the_file_of_the_users_own(school: Lab, tmp_path: Path) -> None:
    skip_without(Firmware.IA32)
    grub = Path("/usr/lib/grub/i386-efi/monolithic/grubia32.efi")
    if not grub.exists():
        pytest.skip(f"{grub} is not installed")
    root = tmp_path / "root"
    root.mkdir()
    shutil.copyfile(grub, root / "grubia32.efi")
    kit = serve(school, root, "--boot", "ia32=grubia32.efi")
    school.start_computer(Firmware.IA32, MAC).wait_for("NBP file downloaded successfully", 90)
    assert kit.stop() == 0


def test_a_missing_boot_file_fails_the_computer_within_seconds_and_is_named(school: Lab, tmp_path: Path) -> None:
    skip_without(Firmware.X64)
    root = tmp_path / "root"
    root.mkdir()
    kit = serve(school, root, "--boot", "x64=nothere.efi")
    school.start_computer(Firmware.X64, MAC).wait_for("PXE-E23", 60)
    kit.process.wait_for("file_not_found", 5)
    (missing, *_) = kit.events("file_not_found")
    assert missing["file"] == "nothere.efi"
    assert missing["client"] == MAC
    fault = missing["fault"]
    assert isinstance(fault, dict)
    assert fault["code"] == "boot_file_missing"


def test_a_computer_without_a_file_gets_silence_and_a_row(school: Lab, tmp_path: Path) -> None:
    skip_without(Firmware.X64)
    root = tmp_path / "root"
    root.mkdir()
    (root / "undionly.kpxe").write_bytes(b"\x90" * 4096)
    kit = serve(school, root, "--boot", "bios=undionly.kpxe")
    capture = school.start_capture()
    school.start_computer(Firmware.X64, MAC)
    kit.process.wait_for("arch_without_file", 60)
    (shown, *_) = kit.events("arch_without_file")
    assert shown["client"] == MAC
    assert shown["arch"] == 7
    assert kit.stop() == 0
    assert not [each for each in dhcp_frames(capture.stop()) if each.source == KIT]


def test_end_of_serving_cuts_a_computer_that_still_loads_and_names_it(school: Lab, tmp_path: Path) -> None:
    skip_without(Firmware.X64)
    root = tmp_path / "root"
    root.mkdir()
    (root / "huge.efi").write_bytes(bytes(200_000_000))
    kit = serve(school, root, "--boot", "x64=huge.efi")
    computer = school.start_computer(Firmware.X64, MAC)
    kit.process.wait_for("transfer_started", 60)
    begin = time.monotonic()
    assert kit.stop() == 0
    assert time.monotonic() - begin < 2.0
    (stopped,) = kit.events("session_stopped")
    assert stopped["cut"] == [MAC]
    computer.wait_for("PXE-E23", 10)
