"""Boot programs that say who they are on the serial console: GRUB images made here, and scripts for iPXE."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.system.firmware import Firmware

_GRUB_FORMATS = {
    Firmware.X64: "x86_64-efi",
    Firmware.HTTP: "x86_64-efi",
    Firmware.IA32: "i386-efi",
}


def make_loader(folder: Path, stem: str, firmware: Firmware, marker: str) -> str:
    """A boot program for this firmware that prints the marker and switches the computer off. Its file name.

    The marker comes twice: the serial console of SeaBIOS moves the cursor and can swallow a first letter. A BIOS
    computer of the lab has an iPXE ROM, which runs a script as readily as a program.
    """
    if firmware is Firmware.BIOS:
        name = f"{stem}.ipxe"
        (folder / name).write_text(f"#!ipxe\necho {marker}\necho {marker}\nsleep 1\npoweroff || exit\n")
        return name
    if shutil.which("grub-mkimage") is None:
        pytest.skip("grub-mkimage is not installed")
    script = folder / f"{stem}.cfg"
    script.write_text(f"echo {marker}\necho {marker}\nsleep 1\nhalt\n")
    name = f"{stem}.efi"
    command = ["grub-mkimage", "-O", _GRUB_FORMATS[firmware], "-p", "/", "-c", script, "-o", folder / name]
    subprocess.run([*map(str, command), "echo", "halt", "sleep"], check=True, capture_output=True)
    script.unlink()
    return name
