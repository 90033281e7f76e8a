"""What entries of the menu start besides kernels: images of CDs, and the script of an LTSP server."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.system.cd_image import write_cd
from tests.system.conftest import skip_without
from tests.system.kit import MARKER, Kit, serve
from tests.system.lab import KIT, Firmware, Lab

pytestmark = pytest.mark.timeout(180)

MAC = "52:54:00:77:00:0c"
_MEMDISK = Path("/usr/lib/syslinux/memdisk")


def _serve_entry(school: Lab, entry: str) -> Kit:
    root = school.folder / "root"
    root.mkdir(exist_ok=True)
    (root / "undionly.kpxe").write_bytes(b"\x90" * 4096)
    profile = school.folder / "room.toml"
    profile.write_text(f'[menu]\ntimeout = 1\n[[menu.entry]]\ntext = "The entry"\n{entry}\n')
    return serve(school, root, "--profile", str(profile), "--boot", "bios=undionly.kpxe")


def test_bios_computer_starts_a_cd_image_that_it_reads_over_http(school: Lab) -> None:
    skip_without(Firmware.BIOS)
    (school.folder / "root").mkdir()
    write_cd(school.folder / "root" / "small.iso", "FROM-THE-CD")
    kit = _serve_entry(school, 'action = "iso"\niso = "small.iso"')
    school.start_computer(Firmware.BIOS, MAC).wait_for("FROM-THE-CD", 90)
    assert kit.stop() == 0
    assert "small.iso" in {each["file"] for each in kit.events("pieces_read") + kit.events("transfer_finished")}


def test_bios_computer_starts_a_cd_image_from_memory_by_memdisk(school: Lab) -> None:
    skip_without(Firmware.BIOS)
    if not _MEMDISK.exists():
        pytest.skip(f"{_MEMDISK} is not installed")
    root = school.folder / "root"
    root.mkdir()
    shutil.copyfile(_MEMDISK, root / "memdisk")
    write_cd(root / "small.iso", "FROM-THE-CD")
    kit = _serve_entry(school, 'action = "iso"\niso = "small.iso"\nmemdisk = "memdisk"')
    school.start_computer(Firmware.BIOS, MAC).wait_for("FROM-THE-CD", 90)
    assert kit.stop() == 0
    assert {"memdisk", "small.iso"} <= {each["file"] for each in kit.events("transfer_finished")}


def test_script_of_an_ltsp_server_finds_its_own_files_and_names_its_own_server(school: Lab) -> None:
    """A stand-in that does what LTSP's does: server from the proxy unless its local section sets it, paths from `/`."""
    skip_without(Firmware.BIOS)
    folder = school.folder / "root" / "ltsp"
    folder.mkdir(parents=True)
    lines = [
        "#!ipxe",
        "isset ${proxydhcp/dhcp-server} && set srv ${proxydhcp/dhcp-server} || set srv ${next-server}",
        "echo WITHOUT-LOCAL-SECTION ${srv} WITHOUT-LOCAL-SECTION ${srv}",
        "set srv 10.77.1.20",
        "kernel /ltsp/x86_64/vmlinuz root=/dev/nfs nfsroot=${srv}:/srv/ltsp || exit",
        "initrd /ltsp/ltsp.img || exit",
        f"echo {MARKER} ${{srv}} {MARKER} ${{srv}}",
        "sleep 1",
        "poweroff || exit",
    ]
    (folder / "ltsp.ipxe").write_text("\n".join(lines) + "\n")
    (folder / "x86_64").mkdir()
    (folder / "x86_64" / "vmlinuz").write_text("#!ipxe\n")
    (folder / "ltsp.img").write_bytes(bytes(1000))
    kit = _serve_entry(school, f'action = "chain-url"\nurl = "tftp://{KIT}/ltsp/ltsp.ipxe"')
    computer = school.start_computer(Firmware.BIOS, MAC)
    computer.wait_for(rf"{MARKER} 10\.77\.1\.20", 90)
    # Whom an unchanged script takes for its server: whoever offered the boot file.
    assert f"WITHOUT-LOCAL-SECTION {KIT}" in computer.text()
    assert kit.stop() == 0
    wanted = {"ltsp/ltsp.ipxe", "ltsp/x86_64/vmlinuz", "ltsp/ltsp.img"}
    assert wanted <= {each["file"] for each in kit.events("transfer_finished")}
