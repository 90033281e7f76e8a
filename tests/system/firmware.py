"""Kinds of computers, and how QEMU is started as each. `-accel tcg`: firmware dies under the KVM of small hosts."""

from __future__ import annotations

import shutil
from enum import StrEnum
from pathlib import Path

_OVMF = Path("/usr/share/OVMF")
_AAVMF = Path("/usr/share/AAVMF")
_FLASH = "if=pflash,format=raw"


class Firmware(StrEnum):
    """Kinds of computers. All but BIOS use the network stack of EDK2; BIOS is SeaBIOS with QEMU's iPXE ROM.

    HTTP: UEFI x64 whose PXE is switched off, so that it boots by UEFI HTTP Boot. SECURE: UEFI x64 with Secure Boot on
    and Microsoft's keys. SECURE_HTTP: both.
    """

    BIOS = "bios"
    X64 = "x64"
    IA32 = "ia32"
    ARM64 = "arm64"
    HTTP = "http"
    SECURE = "secure"
    SECURE_HTTP = "secure-http"

    def missing(self) -> str | None:
        """Why this kind cannot run here; None when it can."""
        emulator = "qemu-system-aarch64" if self is Firmware.ARM64 else "qemu-system-x86_64"
        if shutil.which(emulator) is None:
            return f"{emulator} is not installed"
        needed = Path("/usr/lib/ipxe/qemu/pxe-e1000.rom") if self is Firmware.BIOS else _FILES[self][0]
        return None if needed.exists() else f"{needed} is not installed"


#: Code and variables of each. Debian builds OVMF32 only with Secure Boot support.
_FILES = {
    Firmware.X64: (_OVMF / "OVMF_CODE_4M.fd", _OVMF / "OVMF_VARS_4M.fd"),
    Firmware.HTTP: (_OVMF / "OVMF_CODE_4M.fd", _OVMF / "OVMF_VARS_4M.fd"),
    Firmware.IA32: (_OVMF / "OVMF32_CODE_4M.secboot.fd", _OVMF / "OVMF32_VARS_4M.fd"),
    Firmware.SECURE: (_OVMF / "OVMF_CODE_4M.secboot.fd", _OVMF / "OVMF_VARS_4M.ms.fd"),
    Firmware.SECURE_HTTP: (_OVMF / "OVMF_CODE_4M.secboot.fd", _OVMF / "OVMF_VARS_4M.ms.fd"),
    Firmware.ARM64: (_AAVMF / "AAVMF_CODE.fd", _AAVMF / "AAVMF_VARS.fd"),
}
#: Firmware with Secure Boot support keeps its variables behind SMM, which wants q35.
_SMM = frozenset({Firmware.IA32, Firmware.SECURE, Firmware.SECURE_HTTP})


def qemu_command(firmware: Firmware, tap: str, mac: str, folder: Path, monitor: Path) -> list[str | Path]:
    """A computer on a tap. folder: where its variables are kept. monitor: Unix socket of QEMU's monitor."""
    common: list[str | Path] = ["-accel", "tcg", "-m", "512", "-nographic", "-no-reboot", "-net", "none"]
    common += ["-monitor", f"unix:{monitor},server=on,wait=off"]
    common += ["-netdev", f"tap,id=n0,ifname={tap},script=no,downscript=no"]
    card = f"netdev=n0,mac={mac},bootindex=0"
    if firmware is Firmware.BIOS:
        return ["qemu-system-x86_64", "-machine", "pc", *common, "-device", f"e1000,{card}"]
    code, variables = _FILES[firmware]
    own = folder / f"vars-{tap}.fd"
    shutil.copyfile(variables, own)
    common += ["-drive", f"{_FLASH},unit=0,readonly=on,file={code}", "-drive", f"{_FLASH},unit=1,file={own}"]
    # OVMF has no driver for e1000; without a ROM the card is left to EDK2's own stack.
    common += ["-device", f"virtio-net-pci,{card},romfile="]
    if firmware is Firmware.ARM64:
        return ["qemu-system-aarch64", "-machine", "virt", "-cpu", "cortex-a57", *common]
    if firmware in {Firmware.HTTP, Firmware.SECURE_HTTP}:
        for version in ("IPv4", "IPv6"):
            common += ["-fw_cfg", f"name=opt/org.tianocore/{version}PXESupport,string=n"]
    if firmware in _SMM:
        common += ["-global", "driver=cfi.pflash01,property=secure,value=on"]
    return ["qemu-system-x86_64", "-machine", "q35,smm=on" if firmware in _SMM else "q35", *common]
