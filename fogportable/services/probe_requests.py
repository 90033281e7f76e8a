"""The DISCOVERs with which a network is asked what computers would hear: as a BIOS, a UEFI, an iPXE and an HTTP client.

All with one hardware address and one client identifier, so that a DHCP server keeps one address for us at most. No
REQUEST for an address is ever made here.
"""

from __future__ import annotations

import hashlib
from ipaddress import IPv4Address

from fogportable.model import ProbeAsker
from fogportable.protocol.address import NO_ADDRESS, MacAddress
from fogportable.protocol.dhcp import BROADCAST_FLAG, DhcpPacket, MessageType, OptionCode, encode
from fogportable.protocol.pxe.archs import ClientArch

_ARCHS = {
    ProbeAsker.BIOS: ClientArch.X86_BIOS,
    ProbeAsker.UEFI: ClientArch.X64_UEFI,
    ProbeAsker.IPXE: ClientArch.X64_UEFI,
    ProbeAsker.HTTP: ClientArch.X64_UEFI_HTTP,
}
#: UNDI's version, as option 60 writes it and as option 94 does (RFC 4578 2.2).
_UNDI = {
    ProbeAsker.BIOS: ("002001", b"\x01\x02\x01"),
    ProbeAsker.UEFI: ("003000", b"\x01\x03\x00"),
    ProbeAsker.IPXE: ("003010", b"\x01\x03\x0a"),
    ProbeAsker.HTTP: ("003000", b"\x01\x03\x00"),
}
#: Mask, router, DNS, names, boot servers, vendor options, and what PXE wants asked for (RFC 4578 2.4).
_WANTED = bytes([1, 3, 6, 12, 15, 17, 28, 43, 54, 60, 66, 67, 97, 128, 129, 130, 131, 132, 133, 134, 135, 150, 175])
#: What a full iPXE can do: PXE, iSCSI, HTTP, HTTPS, TFTP, DNS, bzImage, EFI, menus.
_IPXE_FEATURES = b"".join(bytes([each, 1, 1]) for each in (0x10, 0x11, 0x13, 0x14, 0x15, 0x17, 0x18, 0x24, 0x27))
_MOST_OCTETS = (1472).to_bytes(2, "big")


def probe_discover(asker: ProbeAsker, chaddr: MacAddress, *, xid: int, secs: int = 0) -> bytes:
    """One DISCOVER, to be answered by broadcast."""
    return encode(
        DhcpPacket(
            xid=xid,
            secs=secs,
            flags=BROADCAST_FLAG,
            chaddr=chaddr.octets.ljust(16, b"\0"),
            options=_options(asker, chaddr, MessageType.DISCOVER),
        )
    )


def probe_boot_server(asker: ProbeAsker, chaddr: MacAddress, own: IPv4Address, *, xid: int) -> bytes:
    """What firmware sends to port 4011: with an address of its own, without option 50 or 54, so that none is given."""
    return encode(
        DhcpPacket(
            xid=xid,
            ciaddr=own,
            yiaddr=NO_ADDRESS,
            chaddr=chaddr.octets.ljust(16, b"\0"),
            options=_options(asker, chaddr, MessageType.REQUEST),
        )
    )


def _options(asker: ProbeAsker, chaddr: MacAddress, kind: MessageType) -> dict[int, bytes]:
    arch, (undi, interface) = _ARCHS[asker], _UNDI[asker]
    name = "HTTPClient" if asker is ProbeAsker.HTTP else "PXEClient"
    options: dict[int, bytes] = {
        OptionCode.MESSAGE_TYPE: bytes([kind]),
        OptionCode.PARAMETER_LIST: _WANTED,
        OptionCode.MAX_MESSAGE_SIZE: _MOST_OCTETS,
        OptionCode.CLIENT_MACHINE_ID: b"\0" + _machine_id(chaddr),
        OptionCode.CLIENT_NDI: interface,
        OptionCode.CLIENT_ARCH: int(arch).to_bytes(2, "big"),
        OptionCode.VENDOR_CLASS: f"{name}:Arch:{int(arch):05d}:UNDI:{undi}".encode(),
        OptionCode.CLIENT_IDENTIFIER: b"\x01" + chaddr.octets,
    }
    if asker is ProbeAsker.IPXE:
        options[OptionCode.USER_CLASS] = b"iPXE"
        options[OptionCode.IPXE] = _IPXE_FEATURES
    return options


def _machine_id(chaddr: MacAddress) -> bytes:
    """Always the same on one card, and nobody else's."""
    return hashlib.blake2b(chaddr.octets, digest_size=16, person=b"fogp-machine").digest()
