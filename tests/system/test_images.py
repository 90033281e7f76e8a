"""Menu entries of ISO images on a BIOS computer, and an LTSP server's own script reached through our menu.

Seen here with iPXE of 2019 in the network card: sanboot over HTTP starts an El Torito image without emulation, and
memdisk starts the same one from memory.
"""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from tests.system.conftest import skip_without
from tests.system.kit import MARKER, SCRIPT, Kit, serve
from tests.system.lab import SITE, Firmware, Lab

pytestmark = pytest.mark.timeout(180)

MAC = "52:54:00:77:00:05"
_MEMDISK = Path("/usr/lib/syslinux/memdisk")
_SECTOR = 2048

#: A boot image that prints the text behind it by the BIOS, wherever it was loaded, then halts.
_PRINT = bytes.fromhex("e800005e83c6190e1ffcac08c07409b40ebb0700cd10ebf2faf4ebfd")


def _iso(text: bytes) -> bytes:
    """The least that is a bootable CD: ISO 9660 volume descriptors and El Torito's record, catalogue and image."""
    primary = b"\x01CD001\x01".ljust(80, b"\0") + struct.pack("<I", 200) + struct.pack(">I", 200)
    record = (b"\x00CD001\x01" + b"EL TORITO SPECIFICATION").ljust(71, b"\0") + struct.pack("<I", 19)
    validation = bytearray(b"\x01\0\0\0".ljust(30, b"\0") + b"\x55\xaa")
    struct.pack_into("<H", validation, 28, -sum(struct.unpack("<16H", validation)) & 0xFFFF)
    entry = struct.pack("<BBHBBHI", 0x88, 0, 0, 0, 0, 4, 20).ljust(32, b"\0")
    sectors = (primary, record, b"\xffCD001\x01", bytes(validation) + entry, _PRINT + text + b"\0")
    # Padded to what memdisk takes for a disc.
    return (bytes(16 * _SECTOR) + b"".join(each.ljust(_SECTOR, b"\0") for each in sectors)).ljust(200 * _SECTOR, b"\0")


def _serve_entry(school: Lab, keys: str) -> Kit:
    root = school.folder / "root"
    root.mkdir(exist_ok=True)
    (root / "undionly.kpxe").write_bytes(b"\x90" * 4096)  # The card's own iPXE goes on at once.
    profile = school.folder / "room.toml"
    profile.write_text(f'[menu]\ntimeout = 1\n\n[[menu.entry]]\ntext = "Chosen"\n{keys}')
    return serve(school, root, "--profile", str(profile), "--boot", "bios=undionly.kpxe")


@pytest.mark.parametrize("memdisk", [False, True], ids=["sanboot", "memdisk"])
def test_image_starts_on_a_bios_computer(school: Lab, memdisk: bool) -> None:
    skip_without(Firmware.BIOS)
    if memdisk and not _MEMDISK.exists():
        pytest.skip(f"{_MEMDISK} is not installed")
    root = school.folder / "root"
    root.mkdir()
    (root / "small.iso").write_bytes(_iso(2 * b"FROM-THE-IMAGE "))
    keys = 'action = "iso"\niso = "small.iso"\n'
    if memdisk:
        (root / "memdisk").write_bytes(_MEMDISK.read_bytes())
        keys += 'memdisk = "memdisk"\n'
    kit = _serve_entry(school, keys)
    school.start_computer(Firmware.BIOS, MAC).wait_for("ROM-THE-IMAGE", 90)
    assert kit.stop() == 0
    by_http = {each["file"] for each in kit.events("transfer_finished") if each["service"] == "http"}
    if memdisk:
        assert by_http == {"memdisk", "small.iso"}
    else:
        assert {each["file"] for each in kit.events("pieces_read")} == {"small.iso"}


def test_script_of_an_ltsp_server_is_reached_through_our_menu(school: Lab) -> None:
    """A stand-in for it on the site's machine: what counts is that its script runs and finds its own server."""
    skip_without(Firmware.BIOS)
    tftp = school.folder / "ltsp"
    (tftp / "ltsp").mkdir(parents=True)
    (tftp / "ltsp" / "ltsp.ipxe").write_text(f"#!ipxe\nchain tftp://{SITE}/ltsp/next.ipxe\n")
    (tftp / "ltsp" / "next.ipxe").write_text(SCRIPT)
    command = ["dnsmasq", "--no-daemon", "--conf-file=/dev/null", "--port=0", "--enable-tftp", "--user=root"]
    server = school.start("site", "ltsp", [*command, f"--tftp-root={tftp}", "--interface=site0"])
    server.wait_for("TFTP root is", 10)
    kit = _serve_entry(school, f'action = "chain-url"\nurl = "tftp://{SITE}/ltsp/ltsp.ipxe"\n')
    school.start_computer(Firmware.BIOS, MAC).wait_for(MARKER, 90)
    assert kit.stop() == 0
