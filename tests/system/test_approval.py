"""Real firmware that nobody has approved hears nothing from the kit, and boots once somebody has."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.system.conftest import skip_without
from tests.system.kit import MARKER, serve, write_script
from tests.system.lab import KIT, Firmware, Lab
from tests.system.witness import dhcp_frames

pytestmark = pytest.mark.timeout(240)

MAC = "52:54:00:77:00:01"


def test_a_computer_boots_once_its_address_is_written_into_the_list(school: Lab, tmp_path: Path) -> None:
    skip_without(Firmware.BIOS)
    root = tmp_path / "root"
    root.mkdir()
    (root / "undionly.kpxe").write_bytes(b"\x90" * 4096)  # Never asked for: the ROM is iPXE already.
    approved = tmp_path / "approved.txt"
    approved.touch()
    script = str(write_script(tmp_path))
    flags = ("--boot", "bios=undionly.kpxe", "--ipxe-script", script, "--approve", str(approved))
    kit = serve(school, root, *flags)
    capture = school.start_capture()
    computer = school.start_computer(Firmware.BIOS, MAC)
    kit.process.wait_for("approval_wanted", 60)
    # With an address of the site and no word from us it finds nothing to boot, and gives up.
    computer.wait_for("No more network devices", 60)
    computer.stop(signal.SIGKILL)
    assert {each["client"] for each in kit.events("approval_wanted")} == {MAC}
    assert not kit.events("offer_sent")
    assert not [each for each in dhcp_frames(capture.stop()) if each.source == KIT], "not one frame of ours"
    approved.write_text(f"{MAC}  window seat\n")
    kit.process.wait_for("client_approved", 10)
    school.start_computer(Firmware.BIOS, MAC).wait_for(MARKER, 90)
    assert kit.stop() == 0
    assert {each["client"] for each in kit.events("offer_sent")} == {MAC}
