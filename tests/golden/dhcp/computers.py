"""Computers made in code, for what no capture shows. scapy writes their packets, as real firmware lays them out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from ipaddress import IPv4Address

from fogportable.protocol.pxe.archs import HTTP_ARCHS
from tests.golden.dhcp.conversation import CARD, Heard
from tests.golden.pcap import CapturedDatagram

Option = tuple[int, bytes]

_NOBODY = IPv4Address(0)
EVERYBODY = IPv4Address("255.255.255.255")
SITE = IPv4Address("10.77.1.1")
OURS = CARD.address.ip

_DISCOVER, _REQUEST, INFORM = 1, 3, 8
_BROADCAST_FLAG = 0x8000
_CHOICE_TAG = 71

_EDK2_LIST = bytes.fromhex("0102030405060c0d0f111216171c28292a2b3233363a3b3c4243618081828384858687")
_IPXE_LIST = bytes.fromhex("010306070c0f111a2b3c4243778081828384858687afcb")
_IPXE_FEATURES = bytes.fromhex(
    "b105018086100eeb0301000017010122010113010111010127010119010129010110010221010115010118010112010 1".replace(" ", "")
)
_ROM_LIST = bytes.fromhex("0102030506070b0c0d0f1011122b363c438081828384858687")


class Program(Enum):
    """What asks: it decides about the layout of packets, flags and source ports.

    ROM: of a BIOS network card, PXE 2.1. EDK2: UEFI, by PXE and by HTTP. IPXE: any iPXE.
    """

    ROM = "rom"
    EDK2 = "edk2"
    IPXE = "ipxe"


@dataclass(frozen=True, slots=True)
class Computer:
    """One computer and the program that runs on it.

    hardware: `chaddr`, 6 octets, or 16 as of firmware that sends its machine number there. vendor_class: None for the
    usual one of its architecture. machine: option 97; None for a computer without. further: options at the end. card:
    that of ours it is connected to. server: our address there.
    """

    program: Program
    arch: int
    hardware: bytes = bytes.fromhex("525400770021")
    vendor_class: bytes | None = None
    machine: bytes | None = bytes.fromhex("0000774d56221133438444525400770021")
    further: tuple[Option, ...] = ()
    card: int = 0
    server: IPv4Address = OURS
    xid: int = 0x77000001

    def runs(self, program: Program) -> Computer:
        """The same computer once it runs something else."""
        return replace(self, program=program, vendor_class=None)

    def discovers(self, at_s: float, *, to: tuple[IPv4Address, int] = (EVERYBODY, 67)) -> Heard:
        """The first word."""
        source = (_NOBODY, 68) if to[1] == 67 else (IPv4Address("10.77.1.129"), 68)
        return self._says(at_s, _DISCOVER, source, to, self.usual())

    def takes(self, at_s: float, address: str = "10.77.1.129", dhcp_server: IPv4Address = SITE) -> Heard:
        """The lease REQUEST, which is not for us unless dhcp_server says so."""
        named = ((54, dhcp_server.packed), (50, IPv4Address(address).packed))
        return self._says(at_s, _REQUEST, (_NOBODY, 68), (EVERYBODY, 67), (*self.usual(), *named))

    def asks_boot_server(self, at_s: float, address: str = "10.77.1.129", *, kind: int = _REQUEST) -> Heard:
        """A question on port 4011, without a choice."""
        source = (IPv4Address(address), 4011 if self.program is Program.EDK2 else 68)
        asker = replace(self, xid=self.xid + 0x100) if self.program is Program.EDK2 else self
        return asker._says(at_s, kind, source, (self.server, 4011), self.usual(), ciaddr=source[0], flags=0)

    def chooses(
        self,
        at_s: float,
        item: int,
        layer: int = 0,
        *,
        address: str = "10.77.1.129",
        to: tuple[IPv4Address, int] = (OURS, 4011),
        kind: int = _REQUEST,
    ) -> Heard:
        """A choice from the firmware's menu: EDK2 puts option 43 first; iPXE last, with number 0 and the bare class."""
        vendor = (43, bytes([_CHOICE_TAG, 4]) + item.to_bytes(2, "big") + layer.to_bytes(2, "big") + b"\xff")
        source = (IPv4Address(address), 4011 if self.program is Program.EDK2 else 68)
        if self.program is Program.IPXE:
            asker = replace(self, vendor_class=b"PXEClient", xid=0)
            return asker._says(
                at_s, kind, source, to, (*asker.usual(), vendor), ciaddr=source[0], flags=_BROADCAST_FLAG
            )
        asker = replace(self, xid=self.xid + 0x200)
        return asker._says(at_s, kind, source, to, (vendor, *self.usual()), ciaddr=source[0], flags=0)

    def says(self, at_s: float, kind: int | None, options: tuple[Option, ...]) -> Heard:
        """Anything else, by broadcast on port 67. kind: None for plain BOOTP."""
        return self._says(at_s, kind, (_NOBODY, 68), (EVERYBODY, 67), options)

    def loads(self, at_s: float, file: str, address: str = "10.77.1.129") -> Heard:
        """The first packet of a TFTP transfer."""
        payload = b"\0\x01" + file.encode() + b"\0octet\0blksize\x001468\0"
        return Heard(CapturedDatagram(at_s, (IPv4Address(address), 1318), (OURS, 69), payload), self.card)

    def usual(self) -> tuple[Option, ...]:
        """What every packet says but its kind."""
        undi = b"002001" if self.arch == 0 else b"003000"
        named = self.vendor_class
        if named is None:
            kind = b"HTTP" if self.arch in HTTP_ARCHS else b"PXE"
            named = kind + b"Client:Arch:%05d:UNDI:%b" % (self.arch, undi)
        number = self.arch.to_bytes(2, "big")
        machine = ((97, self.machine),) if self.machine is not None else ()
        ndi = (94, b"\x01\x02\x01" if self.arch == 0 else b"\x01\x03\x00")
        match self.program:
            case Program.EDK2:
                usual = ((57, b"\x05\xc0"), (55, _EDK2_LIST), *machine, ndi, (93, number), (60, named))
            case Program.IPXE:
                ours = ((61, b"\x01" + self.hardware), *machine)
                usual = ((57, b"\x05\xc0"), (93, number), ndi, (60, named), (77, b"iPXE"))
                usual = (*usual, (55, _IPXE_LIST), (175, _IPXE_FEATURES), *ours)
            case Program.ROM:
                usual = ((55, _ROM_LIST), (57, b"\x04\xec"), *machine, (93, number), ndi, (60, named))
        return (*usual, *self.further)

    def _says(
        self,
        at_s: float,
        kind: int | None,
        source: tuple[IPv4Address, int],
        to: tuple[IPv4Address, int],
        options: tuple[Option, ...],
        *,
        ciaddr: IPv4Address = _NOBODY,
        flags: int | None = None,
    ) -> Heard:
        from scapy.layers.dhcp import BOOTP, DHCP

        if flags is None:
            flags = 0 if self.program is Program.IPXE else _BROADCAST_FLAG
        header = BOOTP(
            op=1,
            htype=1,
            hlen=len(self.hardware),
            xid=self.xid,
            flags=flags,
            ciaddr=str(ciaddr),
            chaddr=self.hardware.ljust(16, b"\0"),
        )
        typed = ((53, bytes([kind])),) if kind is not None else ()
        before = 1 if options[:1] and options[0][0] == 43 else 0  # EDK2 writes what was chosen before anything else.
        said = (*options[:before], *typed, *options[before:])
        payload = bytes(header / DHCP(options=[*said, "end"]))
        return Heard(CapturedDatagram(at_s, source, to, payload), self.card)
