"""HTTP with real firmware: UEFI HTTP Boot, and iPXE that reads a disk image piece by piece."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.system.conftest import skip_without
from tests.system.kit import MARKER, Kit, serve, write_script
from tests.system.lab import KIT, Firmware, Lab

pytestmark = pytest.mark.timeout(180)

MAC = "52:54:00:77:00:03"

#: The start of a boot sector: prints the text that follows it by the BIOS, then halts.
_PRINT = b"\xbe\x16\x7c\xac\x08\xc0\x74\x09\xb4\x0e\xbb\x07\x00\xcd\x10\xeb\xf2\xfa\xf4\xeb\xfd\x90"


def test_ipxe_loads_a_file_and_boots_a_disk_image_by_its_pieces(school: Lab, tmp_path: Path) -> None:
    skip_without(Firmware.BIOS)
    root = tmp_path / "root"
    root.mkdir()
    (root / "undionly.kpxe").write_bytes(b"\x90" * 4096)
    (root / "kernel").write_bytes(bytes(5_000_000))
    sector = (_PRINT + 2 * b"FROM-OVER-HTTP " + b"\0").ljust(510, b"\0") + b"\x55\xaa"
    with (root / "disk.img").open("wb") as disk:
        disk.write(sector)
        disk.truncate(5 * 2**30)
    script = tmp_path / "http.ipxe"
    url = f"http://{KIT}"
    script.write_text(f"#!ipxe\nimgfetch {url}/kernel || exit\nimgfree\nsanboot --drive 0x80 {url}/disk.img\n")
    kit = serve(school, root, "--boot", "bios=undionly.kpxe", "--ipxe-script", str(script))
    school.start_computer(Firmware.BIOS, MAC).wait_for("FROM-OVER-HTTP", 90)
    assert kit.stop() == 0
    finished = [each for each in kit.events("transfer_finished") if each["service"] == "http"]
    assert [(each["file"], each["client"], each["size_bytes"]) for each in finished] == [("kernel", MAC, 5_000_000)]
    (read,) = kit.events("pieces_read")
    assert (read["file"], read["size_bytes"]) == ("disk.img", 5 * 2**30)
    assert not kit.events("transfer_failed"), kit.process.text()


def test_uefi_http_boot_loads_from_us_where_the_site_sends_it_here(
    cables: Lab, tmp_path: Path, boot_files: Path
) -> None:
    skip_without(Firmware.HTTP)
    cables.start_site_dhcp(
        "--dhcp-vendorclass=set:http,HTTPClient",
        "--dhcp-option-force=tag:http,60,HTTPClient",
        f"--dhcp-boot=tag:http,http://{KIT}/ipxe.efi",
    )
    kit = serve(cables, boot_files, "--boot", "x64=ipxe.efi", "--ipxe-script", str(write_script(tmp_path)))
    cables.start_computer(Firmware.HTTP, MAC).wait_for(MARKER, 120)
    assert kit.stop() == 0
    (probed,) = _over_http(kit, "size_probed")
    assert probed == ("ipxe.efi", MAC)
    # iPXE then asks for its autoexec.ipxe the way it came.
    expected = [("ipxe.efi", MAC), ("autoexec.ipxe", MAC)]
    assert _over_http(kit, "transfer_started") == _over_http(kit, "transfer_finished") == expected
    assert not kit.events("transfer_failed"), kit.process.text()


def _over_http(kit: Kit, name: str) -> list[tuple[object, object]]:
    """File and client of each event of this name that the HTTP service told."""
    return [(each["file"], each["client"]) for each in kit.events(name) if each["service"] == "http"]
