"""The firmware's own menu (PXE 2.1): prompt, time-out, F8, local disk, on EDK2 and on iPXE."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.system.conftest import skip_without
from tests.system.kit import MARKER, Kit, serve, write_script
from tests.system.lab import KIT, Firmware, Lab
from tests.system.loaders import make_loader
from tests.system.witness import dhcp_frames

pytestmark = pytest.mark.timeout(180)

MAC = "52:54:00:77:00:05"
PROMPT = "Press F8 for boot menu"
EVERY_KIND = [Firmware.BIOS, Firmware.X64, Firmware.IA32]


def _serve(
    school: Lab,
    firmware: Firmware,
    *,
    timeout: str,
    texts: tuple[str, ...],
    is_local_first: bool = False,
    more: str = "",
) -> Kit:
    """Entries of the menu print FIRST-RAN, SECOND-RAN; a local one stands first or last. more: lines of the menu."""
    root = school.folder / "root"
    root.mkdir()
    local = '[[pxe_menu.entry]]\ntext = "Local disk"\naction = "local-disk"\n'
    entries = [
        f'[[pxe_menu.entry]]\ntext = "{text}"\naction = "file"\n'
        f'file = "{make_loader(root, text.lower(), firmware, f"{text.upper()}-RAN")}"\n'
        for text in texts
    ]
    entries = [local, *entries] if is_local_first else [*entries, local]
    arch = "bios" if firmware is Firmware.BIOS else str(firmware)
    profile = school.folder / "room.toml"
    profile.write_text(
        # iPXE in the ROM is shown the firmware's menu too, instead of a script.
        f'[boot]\nipxe_clients = "firmware"\n'
        f'[[boot.rule]]\narch = "{arch}"\nfile = "{texts[0].lower()}.{"ipxe" if arch == "bios" else "efi"}"\n'
        f'[pxe_menu]\nprompt = "{PROMPT}"\ntimeout = {timeout}\n{more}' + "".join(entries)
    )
    return serve(school, root, "--profile", str(profile))


@pytest.mark.parametrize("firmware", EVERY_KIND)
def test_first_entry_is_taken_when_nobody_presses_a_key(school: Lab, firmware: Firmware) -> None:
    skip_without(firmware)
    kit = _serve(school, firmware, timeout="3", texts=("First", "Second"))
    capture = school.start_capture()
    computer = school.start_computer(firmware, MAC)
    computer.wait_for(PROMPT, 60)
    computer.wait_for("FIRST-RAN", 60)
    assert kit.stop() == 0
    assert {each.yiaddr for each in dhcp_frames(capture.stop()) if each.source == KIT} == {"0.0.0.0"}


@pytest.mark.parametrize("firmware", EVERY_KIND)
def test_f8_opens_the_menu_and_the_second_entry_boots(school: Lab, firmware: Firmware) -> None:
    skip_without(firmware)
    kit = _serve(school, firmware, timeout="20", texts=("First", "Second"))
    computer = school.start_computer(firmware, MAC)
    computer.wait_for(PROMPT, 60)
    computer.press("f8")
    computer.wait_for("Second", 20)
    computer.press("down", "ret")
    computer.wait_for("SECOND-RAN", 60)
    assert kit.stop() == 0


def test_arm64_firmware_shows_the_prompt_and_takes_the_first_entry(
    school: Lab, tmp_path: Path, boot_files: Path
) -> None:
    skip_without(Firmware.ARM64)
    profile = tmp_path / "room.toml"
    profile.write_text(
        '[[boot.rule]]\narch = "arm64"\nfile = "ipxe-arm64.efi"\n'
        f'[pxe_menu]\nprompt = "{PROMPT}"\ntimeout = 2\n'
        '[[pxe_menu.entry]]\ntext = "Network"\naction = "file"\nfile = "ipxe-arm64.efi"\n'
        '[[pxe_menu.entry]]\ntext = "Local disk"\naction = "local-disk"\n'
    )
    kit = serve(school, boot_files, "--profile", str(profile), "--ipxe-script", str(write_script(tmp_path)))
    computer = school.start_computer(Firmware.ARM64, MAC)
    computer.wait_for(PROMPT, 100)
    computer.wait_for(MARKER, 100)
    assert kit.stop() == 0
    (chosen,) = kit.events("menu_item_chosen")
    assert (chosen["entry"], chosen["file"]) == ("Network", "ipxe-arm64.efi")


def test_a_prompt_of_no_seconds_takes_the_first_entry_at_once(school: Lab) -> None:
    skip_without(Firmware.X64)
    kit = _serve(school, Firmware.X64, timeout="0", texts=("First", "Second"))
    school.start_computer(Firmware.X64, MAC).wait_for("FIRST-RAN", 60)
    assert kit.stop() == 0


def test_a_menu_without_time_out_waits_until_somebody_chooses(school: Lab) -> None:
    skip_without(Firmware.X64)
    kit = _serve(school, Firmware.X64, timeout='"wait"', texts=("First", "Second"))
    computer = school.start_computer(Firmware.X64, MAC)
    computer.wait_for("Second", 60)
    computer.press("down", "ret")
    computer.wait_for("SECOND-RAN", 60)
    assert kit.stop() == 0


def test_local_disk_beside_one_network_entry_leaves_a_bios_computer_to_its_disk(school: Lab, tmp_path: Path) -> None:
    skip_without(Firmware.BIOS)
    kit = _serve(school, Firmware.BIOS, timeout="1", texts=("First",), is_local_first=True)
    capture = school.start_capture()
    computer = school.start_computer(Firmware.BIOS, MAC)
    computer.wait_for(PROMPT, 60)
    computer.wait_for("No more network devices|No bootable device", 60)
    assert kit.stop() == 0
    assert not kit.events("transfer_started")
    assert not [each for each in dhcp_frames(capture.stop()) if each.source_port == 4011]


def test_local_disk_beside_one_network_entry_leaves_a_uefi_computer_to_its_disk(school: Lab) -> None:
    """dnsmasq drops the local entry here and boots from the network."""
    skip_without(Firmware.X64)
    kit = _serve(school, Firmware.X64, timeout="1", texts=("First",), is_local_first=True)
    computer = school.start_computer(Firmware.X64, MAC)
    computer.wait_for("PXE-E21", 60)
    assert kit.stop() == 0
    assert not kit.events("transfer_started")


def test_the_network_entry_beside_the_local_disk_boots_when_chosen(school: Lab) -> None:
    skip_without(Firmware.X64)
    kit = _serve(school, Firmware.X64, timeout="20", texts=("First",), is_local_first=True)
    computer = school.start_computer(Firmware.X64, MAC)
    computer.wait_for(PROMPT, 60)
    computer.press("f8")
    computer.wait_for("First", 20)
    computer.press("down", "ret")
    computer.wait_for("FIRST-RAN", 60)
    assert kit.stop() == 0


@pytest.mark.parametrize("firmware", [Firmware.BIOS, Firmware.X64])
def test_a_choice_that_is_broadcast_boots_though_the_site_answers_it_too(school: Lab, firmware: Firmware) -> None:
    """The site's DHCP server takes it for the renewal of a lease."""
    skip_without(firmware)
    kit = _serve(school, firmware, timeout="1", texts=("First",), more="answers_broadcast = true\n")
    capture = school.start_capture()
    school.start_computer(firmware, MAC).wait_for("FIRST-RAN", 60)
    assert kit.stop() == 0
    acks = [each for each in dhcp_frames(capture.stop()) if each.source == KIT and each.message == 5]
    assert [each.source_port for each in acks] == [67], "once, and not on port 4011"
    assert {each.yiaddr for each in acks} == {"0.0.0.0"}


def test_uefi_finds_our_file_behind_a_service_without_an_address(school: Lab) -> None:
    skip_without(Firmware.X64)
    service = '[[pxe_menu.entry]]\ntext = "Install"\naction = "boot-server"\ntype = 1\n'
    kit = _serve(school, Firmware.X64, timeout="20", texts=("First",), more=service)
    computer = school.start_computer(Firmware.X64, MAC)
    computer.wait_for(PROMPT, 60)
    computer.press("f8")
    computer.wait_for("First", 20)
    computer.press("down", "ret")
    kit.process.wait_for("menu_item_chosen", 30)
    assert kit.stop() == 0
