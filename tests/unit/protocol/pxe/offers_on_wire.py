"""Offers of several servers as they come off the wire: ours, the site's in its variants, and a second proxy's."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import IPv4Address

from fogportable.protocol.dhcp import BOOTREPLY, NO_ADDRESS, DhcpPacket, MessageType, OptionCode, decode
from fogportable.protocol.pxe import BootAnswer, ServerOffer, build_offer, read_offer
from fogportable.protocol.pxe.vendor_options import DIRECT_BOOT
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER, IPXE_DISCOVER

SITE, KIT, THIRD = (IPv4Address(f"10.77.1.{last}") for last in (1, 10, 11))
LEASE = IPv4Address("10.77.1.100")
CLASS: dict[int, bytes] = {OptionCode.VENDOR_CLASS: b"PXEClient"}
MENU = bytes.fromhex("060103 0807 8000 01 0a4d010a 0906 8000 03 4f6e65 0a0300463 8ff".replace(" ", ""))
MULTICAST = bytes.fromhex("0104e0000001020200010302000204010505010506 0108ff")


def offer(
    server: IPv4Address,
    options: Mapping[int, bytes] | None = None,
    *,
    gives: IPv4Address = NO_ADDRESS,
    siaddr: IPv4Address = NO_ADDRESS,
    file: bytes = b"",
    port: int = 67,
    kind: MessageType | None = MessageType.OFFER,
    names_itself: bool = True,
) -> ServerOffer:
    """As it comes out of a packet on the wire."""
    every: dict[int, bytes] = {} if kind is None else {OptionCode.MESSAGE_TYPE: bytes([kind])}
    if names_itself and kind is not None:
        every[OptionCode.SERVER_IDENTIFIER] = server.packed
    packet = DhcpPacket(op=BOOTREPLY, yiaddr=gives, siaddr=siaddr, file=file, options={**every, **(options or {})})
    read = read_offer(packet, (server, port))
    assert read is not None
    return read


def ours(frame: bytes = EDK2_DISCOVER) -> ServerOffer:
    """What this program offers: measured on firmware as A1 and I1."""
    packet = decode(frame)
    payload = build_offer(packet, BootAnswer(KIT, KIT, "boot.file", is_for_ipxe=frame is IPXE_DISCOVER))
    assert payload is not None
    read = read_offer(decode(payload), (KIT, 67))
    assert read is not None
    return read


BINL = offer(KIT, CLASS, siaddr=KIT, file=b"boot.file")
PLAIN = offer(SITE, gives=LEASE, siaddr=SITE)
WITH_FILE = offer(SITE, {OptionCode.BOOT_FILE: b"other.file\0"}, gives=LEASE, siaddr=SITE)
WITH_CLASS = offer(SITE, CLASS, gives=LEASE, siaddr=SITE)
CLASS_TO_US = offer(SITE, CLASS, gives=LEASE, siaddr=KIT)
WITH_43 = offer(SITE, {**CLASS, OptionCode.VENDOR_OPTIONS: DIRECT_BOOT}, gives=LEASE, siaddr=SITE, file=b"other.file")
BOOTP_FILE = offer(SITE, gives=LEASE, siaddr=SITE, file=b"other.file", kind=None)
SECOND = offer(THIRD, {**CLASS, OptionCode.VENDOR_OPTIONS: DIRECT_BOOT}, siaddr=THIRD, file=b"third.file")
SECOND_BINL = offer(THIRD, CLASS, siaddr=THIRD, file=b"third.file")
IPXE = ours(IPXE_DISCOVER)
WITHOUT_PRIORITY = offer(
    KIT, {**CLASS, OptionCode.VENDOR_OPTIONS: DIRECT_BOOT}, siaddr=KIT, file=b"tftp://10.77.1.10/boot.ipxe"
)
PROXIES_HIDDEN = offer(SITE, {OptionCode.IPXE: b"\xb0\x01\x01"}, gives=LEASE, siaddr=SITE)
HIGH_FILE = offer(SITE, {OptionCode.IPXE: b"\x01\x01\x01"}, gives=LEASE, siaddr=SITE, file=b"other.file")
LOW_PROXY = offer(THIRD, {**CLASS, OptionCode.IPXE: b"\x01\x01\xff"}, siaddr=THIRD, file=b"third.file")
MENU_PROXY = offer(THIRD, {**CLASS, OptionCode.VENDOR_OPTIONS: MENU})
