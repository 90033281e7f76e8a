"""Client system architectures (DHCP option 93).

Source: IANA dhcpv6-parameters, "Processor Architecture Types"; RFC 4578 2.1 with erratum 4624.
The table printed in RFC 4578 swaps 7 and 9. IANA follows the erratum (7 is x64, 9 is EFI byte code), and real
x64 firmware sends either, so both get the same boot file everywhere in this program.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum


class ClientArch(IntEnum):
    """The numbers IANA has assigned. A client may send one that is not here; keep it as a plain int."""

    X86_BIOS = 0
    NEC_PC98 = 1
    ITANIUM = 2
    DEC_ALPHA = 3
    ARC_X86 = 4
    INTEL_LEAN_CLIENT = 5
    X86_UEFI = 6
    X64_UEFI = 7
    XSCALE_EFI = 8
    EBC = 9
    ARM32_UEFI = 10
    ARM64_UEFI = 11
    POWERPC_OPEN_FIRMWARE = 12
    POWERPC_EPAPR = 13
    POWER_OPAL_V3 = 14
    X86_UEFI_HTTP = 15
    X64_UEFI_HTTP = 16
    EBC_HTTP = 17
    ARM32_UEFI_HTTP = 18
    ARM64_UEFI_HTTP = 19
    X86_BIOS_HTTP = 20
    ARM32_UBOOT = 21
    ARM64_UBOOT = 22
    ARM32_UBOOT_HTTP = 23
    ARM64_UBOOT_HTTP = 24
    RISCV32_UEFI = 25
    RISCV32_UEFI_HTTP = 26
    RISCV64_UEFI = 27
    RISCV64_UEFI_HTTP = 28
    RISCV128_UEFI = 29
    RISCV128_UEFI_HTTP = 30
    S390_BASIC = 31
    S390_EXTENDED = 32
    MIPS32_UEFI = 33
    MIPS64_UEFI = 34
    SUNWAY32_UEFI = 35
    SUNWAY64_UEFI = 36
    LOONGARCH32_UEFI = 37
    LOONGARCH32_UEFI_HTTP = 38
    LOONGARCH64_UEFI = 39
    LOONGARCH64_UEFI_HTTP = 40
    ARM_RPIBOOT = 41


_WORDS: dict[int, str] = {
    ClientArch.X86_BIOS: "BIOS",
    ClientArch.NEC_PC98: "NEC PC-98",
    ClientArch.ITANIUM: "Itanium EFI",
    ClientArch.DEC_ALPHA: "DEC Alpha",
    ClientArch.ARC_X86: "Arc x86",
    ClientArch.INTEL_LEAN_CLIENT: "Intel Lean Client",
    ClientArch.X86_UEFI: "UEFI ia32",
    ClientArch.X64_UEFI: "UEFI x64",
    ClientArch.XSCALE_EFI: "Xscale EFI",
    ClientArch.EBC: "UEFI x64",
    ClientArch.ARM32_UEFI: "UEFI ARM32",
    ClientArch.ARM64_UEFI: "UEFI ARM64",
    ClientArch.POWERPC_OPEN_FIRMWARE: "PowerPC Open Firmware",
    ClientArch.POWERPC_EPAPR: "PowerPC ePAPR",
    ClientArch.POWER_OPAL_V3: "POWER OPAL v3",
    ClientArch.X86_UEFI_HTTP: "UEFI ia32 HTTP",
    ClientArch.X64_UEFI_HTTP: "UEFI x64 HTTP",
    ClientArch.EBC_HTTP: "UEFI x64 HTTP",
    ClientArch.ARM32_UEFI_HTTP: "UEFI ARM32 HTTP",
    ClientArch.ARM64_UEFI_HTTP: "UEFI ARM64 HTTP",
    ClientArch.X86_BIOS_HTTP: "BIOS HTTP",
    ClientArch.ARM32_UBOOT: "U-Boot ARM32",
    ClientArch.ARM64_UBOOT: "U-Boot ARM64",
    ClientArch.ARM32_UBOOT_HTTP: "U-Boot ARM32 HTTP",
    ClientArch.ARM64_UBOOT_HTTP: "U-Boot ARM64 HTTP",
    ClientArch.RISCV32_UEFI: "UEFI RISC-V 32",
    ClientArch.RISCV32_UEFI_HTTP: "UEFI RISC-V 32 HTTP",
    ClientArch.RISCV64_UEFI: "UEFI RISC-V 64",
    ClientArch.RISCV64_UEFI_HTTP: "UEFI RISC-V 64 HTTP",
    ClientArch.RISCV128_UEFI: "UEFI RISC-V 128",
    ClientArch.RISCV128_UEFI_HTTP: "UEFI RISC-V 128 HTTP",
    ClientArch.S390_BASIC: "s390",
    ClientArch.S390_EXTENDED: "s390 extended",
    ClientArch.MIPS32_UEFI: "UEFI MIPS 32",
    ClientArch.MIPS64_UEFI: "UEFI MIPS 64",
    ClientArch.SUNWAY32_UEFI: "UEFI Sunway 32",
    ClientArch.SUNWAY64_UEFI: "UEFI Sunway 64",
    ClientArch.LOONGARCH32_UEFI: "UEFI LoongArch 32",
    ClientArch.LOONGARCH32_UEFI_HTTP: "UEFI LoongArch 32 HTTP",
    ClientArch.LOONGARCH64_UEFI: "UEFI LoongArch 64",
    ClientArch.LOONGARCH64_UEFI_HTTP: "UEFI LoongArch 64 HTTP",
    ClientArch.ARM_RPIBOOT: "Raspberry Pi",
}

#: The short names people type (`--boot x64=ipxe.efi`), each with the option 93 numbers it stands for.
ARCH_NAMES: dict[str, frozenset[int]] = {
    "bios": frozenset({ClientArch.X86_BIOS}),
    "ia32": frozenset({ClientArch.X86_UEFI}),
    "x64": frozenset({ClientArch.X64_UEFI, ClientArch.EBC}),
    "arm64": frozenset({ClientArch.ARM64_UEFI}),
}


#: What stands for the architectures of a rule that names none.
EVERY_COMPUTER = "every computer"


def arch_words(arch: int) -> str:
    """Words for people, where the number says nothing more: `UEFI x64`, `unknown`."""
    return _WORDS.get(arch, "unknown")


def arch_label(arch: int) -> str:
    """Words for people, with the number: `UEFI x64 (7)`, `unknown (77)`."""
    return f"{arch_words(arch)} ({arch})"


def archs_label(archs: Iterable[int]) -> str:
    """Words for people, with all numbers: `UEFI x64 (7, 9)`, `BIOS (0), UEFI ARM64 (11)`; "" for none."""
    numbers: dict[str, list[str]] = {}
    for arch in sorted(archs):
        numbers.setdefault(arch_words(arch), []).append(str(int(arch)))
    return ", ".join(f"{words} ({', '.join(each)})" for words, each in numbers.items())


def archs_words(archs: frozenset[int]) -> str:
    """`UEFI x64` for what has a name that people type, else words with all numbers; `no computer` for none."""
    if archs in ARCH_NAMES.values():
        return arch_words(min(archs))
    return archs_label(archs) or "no computer"


def arch_name(arch: int) -> str:
    """The name people type for this number: `x64` for 7 and 9, else the number itself."""
    for name, numbers in ARCH_NAMES.items():
        if arch in numbers:
            return name
    return str(arch)


def arch_names(archs: Iterable[int]) -> list[str]:
    """The names people type for these numbers, each once, the lowest number first: `["bios", "x64"]`."""
    return list(dict.fromkeys(arch_name(arch) for arch in sorted(archs)))


def parse_arch(text: str) -> frozenset[int]:
    """The numbers meant by `bios`, `x64`, `ia32`, `arm64` or an option 93 number (0 to 65535; 7 means 9 too).

    Raises ValueError with a sentence for people.
    """
    word = text.strip().lower()
    if word in ARCH_NAMES:
        return ARCH_NAMES[word]
    if not (word.isascii() and word.isdigit() and int(word) <= 0xFFFF):
        raise ValueError(f"{text!r} is not an architecture: use bios, x64, ia32, arm64 or a number of option 93")
    return ARCH_NAMES.get(arch_name(int(word)), frozenset({int(word)}))


#: Numbers that mean "boot by UEFI HTTP": such a client takes a URL and no TFTP file.
HTTP_ARCHS: frozenset[int] = frozenset(arch for arch in ClientArch if arch.name.endswith("_HTTP"))

#: The number with which the same computer asks for PXE: what boots it by TFTP boots it by HTTP too.
PXE_TWINS: dict[int, int] = {
    ClientArch.X86_UEFI_HTTP: ClientArch.X86_UEFI,
    ClientArch.X64_UEFI_HTTP: ClientArch.X64_UEFI,
    ClientArch.EBC_HTTP: ClientArch.X64_UEFI,
    ClientArch.ARM32_UEFI_HTTP: ClientArch.ARM32_UEFI,
    ClientArch.ARM64_UEFI_HTTP: ClientArch.ARM64_UEFI,
    ClientArch.X86_BIOS_HTTP: ClientArch.X86_BIOS,
    ClientArch.ARM32_UBOOT_HTTP: ClientArch.ARM32_UBOOT,
    ClientArch.ARM64_UBOOT_HTTP: ClientArch.ARM64_UBOOT,
    ClientArch.RISCV32_UEFI_HTTP: ClientArch.RISCV32_UEFI,
    ClientArch.RISCV64_UEFI_HTTP: ClientArch.RISCV64_UEFI,
    ClientArch.RISCV128_UEFI_HTTP: ClientArch.RISCV128_UEFI,
    ClientArch.LOONGARCH32_UEFI_HTTP: ClientArch.LOONGARCH32_UEFI,
    ClientArch.LOONGARCH64_UEFI_HTTP: ClientArch.LOONGARCH64_UEFI,
}
