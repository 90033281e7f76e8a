"""What boot firmware sends, octet for octet: EDK2, iPXE and an old BIOS ROM.

Requests are put together here and not by our own encoder, so that a mistake of ours cannot cancel itself out.
Option lists as captured from OVMF (EDK2) and from QEMU's iPXE ROM; the plain ROM after RFC 4578 and PXE 2.1.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import Enum, StrEnum
from ipaddress import IPv4Address

from fogportable.protocol.address import MacAddress
from fogportable.protocol.pxe.archs import ClientArch, arch_label
from fogportable.protocol.tftp.packets import ErrorCode
from fogportable.simulator.tftp_client import SizeProbe, TftpHabits


class Persona(Enum):
    """Which program speaks: the firmware first, iPXE once it was loaded."""

    EDK2 = "EDK2"
    ROM = "PXE ROM"
    IPXE = "iPXE"


class ClientKind(StrEnum):
    """A kind of computer in the classroom."""

    BIOS = "bios"
    X64 = "x64"
    ARM64 = "arm64"
    IPXE = "ipxe"  # a BIOS computer whose network card has iPXE in its ROM
    X64_AS_9 = "x64-9"  # x64 firmware that sends the number 9, as RFC 4578 was printed
    IA32 = "ia32"

    @property
    def arch(self) -> int:
        """Option 93."""
        return _KINDS[self][0]

    @property
    def persona(self) -> Persona:
        """What runs after power-on."""
        return _KINDS[self][1]

    @property
    def label(self) -> str:
        """What people call it."""
        return "iPXE in the network card" if self is ClientKind.IPXE else arch_label(self.arch)


_KINDS: dict[ClientKind, tuple[int, Persona]] = {
    ClientKind.BIOS: (ClientArch.X86_BIOS, Persona.ROM),
    ClientKind.X64: (ClientArch.X64_UEFI, Persona.EDK2),
    ClientKind.ARM64: (ClientArch.ARM64_UEFI, Persona.EDK2),
    ClientKind.IPXE: (ClientArch.X86_BIOS, Persona.IPXE),
    ClientKind.X64_AS_9: (ClientArch.EBC, Persona.EDK2),
    ClientKind.IA32: (ClientArch.X86_UEFI, Persona.EDK2),
}

#: EDK2 asks for the size, aborts with ERROR 8 and asks again from a new port (`PxeBcTftpGetFileSize`).
_EDK2_PROBE = SizeProbe(
    (("tsize", "0"), ("blksize", "1468"), ("windowsize", "4")),
    ErrorCode.OPTION_REFUSED,
    "User aborted the transfer",
)
_ROM_PROBE = SizeProbe((("tsize", "0"),), ErrorCode.SEE_TEXT, "TFTP Aborted")

PROBES: dict[Persona, SizeProbe | None] = {
    Persona.EDK2: _EDK2_PROBE,
    Persona.ROM: _ROM_PROBE,
    Persona.IPXE: None,
}
HABITS: dict[Persona, TftpHabits] = {
    Persona.EDK2: TftpHabits(block_size=1468, window_size=4),
    Persona.ROM: TftpHabits(block_size=1456),
    Persona.IPXE: TftpHabits(block_size=1432, has_size=True),
}

_HEADER = struct.Struct(">BBBBIHH4s4s4s4s16s64x128x")
_COOKIE = bytes.fromhex("63825363")
_BROADCAST = 0x8000

_DISCOVER, _REQUEST = b"\x35\x01\x01", b"\x35\x01\x03"
_END = b"\xff"
_EDK2_LIST = bytes.fromhex("0102030405060c0d0f111216171c28292a2b3233363a3b3c4243618081828384858687")
_ROM_LIST = bytes.fromhex("0102030506 0b0c0d0f101112 2b363c43 8081828384858687".replace(" ", ""))
_IPXE_LIST = bytes.fromhex("010306070c0f111a2b3c4243778081828384858687afcb")
_IPXE_FEATURES = bytes.fromhex(
    "b105018086100eeb03010000170101220101130101110101270101190101290101100102210101150101180101120101"
)


@dataclass(frozen=True, slots=True)
class Machine:
    """Who asks. uuid: 16 octets, as SMBIOS has them on the wire."""

    mac: MacAddress
    arch: int
    uuid: bytes


def discover(persona: Persona, machine: Machine, *, xid: int, secs: int) -> bytes:
    """The broadcast that looks for addresses and boot servers."""
    flags = 0 if persona is Persona.IPXE else _BROADCAST
    return _header(machine, xid, secs, flags) + _DISCOVER + _options(persona, machine) + _END


def lease_request(
    persona: Persona, machine: Machine, *, xid: int, secs: int, site_server: IPv4Address, address: IPv4Address
) -> bytes:
    """The broadcast that accepts the site's lease. It is not for us: a proxy stays silent."""
    flags = 0 if persona is Persona.IPXE else _BROADCAST
    lease = _option(54, site_server.packed) + _option(50, address.packed)
    return _header(machine, xid, secs, flags) + _REQUEST + lease + _options(persona, machine) + _END


def boot_server_request(persona: Persona, machine: Machine, *, xid: int, address: IPv4Address) -> bytes:
    """What goes to port 4011: neither option 50 nor 54, no broadcast flag, the client's address in ciaddr."""
    header = _header(machine, xid, 0, 0, address)
    return header + _REQUEST + _options(persona, machine) + _END


def _header(machine: Machine, xid: int, secs: int, flags: int, ciaddr: IPv4Address | None = None) -> bytes:
    nobody = bytes(4)
    return (
        _HEADER.pack(
            1,
            1,
            len(machine.mac.octets),
            0,
            xid,
            min(secs, 0xFFFF),
            flags,
            ciaddr.packed if ciaddr is not None else nobody,
            nobody,
            nobody,
            nobody,
            machine.mac.octets.ljust(16, b"\0"),
        )
        + _COOKIE
    )


def _options(persona: Persona, machine: Machine) -> bytes:
    """Everything but the message type, in the order in which this program sends it."""
    arch = _option(93, machine.arch.to_bytes(2, "big"))
    uuid = _option(97, b"\0" + machine.uuid)
    is_bios = machine.arch == ClientArch.X86_BIOS
    vendor = _option(60, f"PXEClient:Arch:{machine.arch:05d}:UNDI:{'002001' if is_bios else '003000'}".encode())
    interface = _option(94, bytes((1, 2, 1) if is_bios else (1, 3, 0)))
    match persona:
        case Persona.EDK2:
            size, wanted = _option(57, b"\x05\xc0"), _option(55, _EDK2_LIST)
            return size + wanted + uuid + interface + arch + vendor
        case Persona.ROM:
            size, wanted = _option(57, b"\x04\xec"), _option(55, _ROM_LIST)
            return wanted + size + uuid + arch + interface + vendor
        case Persona.IPXE:
            size, wanted = _option(57, b"\x05\xc0"), _option(55, _IPXE_LIST)
            identifier = _option(61, b"\x01" + machine.mac.octets)
            features = _option(175, _IPXE_FEATURES)
            return size + arch + interface + vendor + _option(77, b"iPXE") + wanted + features + identifier + uuid


def _option(code: int, value: bytes) -> bytes:
    return bytes((code, len(value))) + value
