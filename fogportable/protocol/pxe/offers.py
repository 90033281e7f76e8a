"""What a server offers, as its client reads it: the fields that decide which offer wins.

Sources: EDK2 PxeBcDhcp4.c (PxeBcParseDhcp4Packet), iPXE dhcp.c (dhcp_discovery_rx), measured with OVMF and iPXE ROMs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from ipaddress import IPv4Address

from fogportable.protocol.address import NO_ADDRESS, MacAddress
from fogportable.protocol.dhcp.options import MessageType, OptionCode
from fogportable.protocol.dhcp.packet import BOOTREPLY, DhcpPacket
from fogportable.protocol.pxe.ports import DhcpPort
from fogportable.protocol.pxe.vendor_options import VendorOption, parse_vendor_options

_PXE_CLASS = b"PXEClient"
_HTTP_CLASS = b"HTTPClient"

#: Any of these in option 43 makes an offer one with boot instructions of its own (EDK2: "discover vendor options").
_INSTRUCTIONS = frozenset(range(VendorOption.DISCOVERY_CONTROL, VendorOption.MENU_PROMPT + 1))
#: All of these mean a multicast download, which EDK2 does not have.
_MULTICAST = frozenset({1, 2, 3, 4, 5})
_DOWNLOAD_NOW = 0x08

# Sub-options of iPXE's option 175 (iPXE, include/ipxe/dhcp.h).
_IPXE_PRIORITY = 1
_IPXE_NO_PROXY = 176


class OfferClass(Enum):
    """How EDK2 sorts an offer. IGNORED: not kept at all."""

    DHCP_PXE10 = "an address, with boot instructions"
    DHCP_BINL = "an address and the class PXEClient, without boot instructions"
    DHCP_ONLY = "an address"
    BOOTP = "an address by plain BOOTP"
    PROXY_PXE10 = "boot instructions without an address"
    PROXY_BINL = "the class PXEClient without an address or instructions"
    IGNORED = "nothing that UEFI takes"


@dataclass(frozen=True, slots=True)
class ServerOffer:
    """One OFFER or ACK of any server.

    server: who iPXE thinks it is: option 54, else the next server, else the sender. source: as in the IP header.
    message_type: None for plain BOOTP. client: whom it is for. address: `yiaddr`, zero from a proxy.
    file_field, file_option: `file` and option 67 without NULs. server_name: option 66, else `sname`.
    vendor_options: of option 43; None without one, or when the class does not let PXE clients read it.
    ipxe_priority: option 175/1, signed. hides_proxies: option 175/176, iPXE then takes no proxy's offer.
    has_dns: option 6, without which UEFI HTTP Boot can use no name in a URL.
    """

    server: IPv4Address
    source: tuple[IPv4Address, int]
    message_type: MessageType | None = MessageType.OFFER
    client: MacAddress | None = None
    address: IPv4Address = NO_ADDRESS
    next_server: IPv4Address = NO_ADDRESS
    file_field: bytes = b""
    file_option: bytes = b""
    server_name: bytes = b""
    vendor_class: bytes = b""
    vendor_options: Mapping[int, bytes] | None = None
    has_server_identifier: bool = True
    ipxe_priority: int = 0
    hides_proxies: bool = False
    has_dns: bool = False

    @property
    def says_pxe(self) -> bool:
        """Option 60 begins with `PXEClient`."""
        return self.vendor_class.startswith(_PXE_CLASS)

    @property
    def is_proxy(self) -> bool:
        """From a server of network boot, by PXE or by UEFI HTTP boot, that leaves addresses to others.

        An ACK without an address may also answer an INFORM; only one from port 4011 is a boot server's.
        """
        is_for_boot = self.says_pxe or self.says_http
        is_offer = self.address == NO_ADDRESS and self.message_type is MessageType.OFFER
        return is_for_boot and (is_offer or self.is_from_boot_server)

    @property
    def is_from_boot_server(self) -> bool:
        """Sent from port 4011: whatever stands in `yiaddr` there is no lease."""
        return self.source[1] == DhcpPort.BOOT_SERVER.value

    @property
    def gives_address(self) -> bool:
        """Whether this is a lease, or the offer of one."""
        return self.address != NO_ADDRESS and not self.is_from_boot_server

    @property
    def uefi_file(self) -> bytes:
        """The boot file as EDK2 reads it: option 67 first."""
        return self.file_option or self.file_field

    @property
    def ipxe_file(self) -> bytes:
        """The boot file as iPXE reads it: the field first."""
        return self.file_field or self.file_option

    @property
    def has_instructions(self) -> bool:
        """Option 43 holds what PXE calls discovery control, servers, menu or prompt."""
        return self.vendor_options is not None and not _INSTRUCTIONS.isdisjoint(self.vendor_options)

    @property
    def says_http(self) -> bool:
        """Option 60 begins with `HTTPClient`."""
        return self.vendor_class.startswith(_HTTP_CLASS)

    @property
    def has_menu(self) -> bool:
        """A boot menu that is shown: not overridden by "download now" with a file."""
        if self.vendor_options is None or VendorOption.BOOT_MENU not in self.vendor_options:
            return False
        control = self.vendor_options.get(VendorOption.DISCOVERY_CONTROL, b"\0")[:1] or b"\0"
        return not (control[0] & _DOWNLOAD_NOW and self.ipxe_file)

    @property
    def boot_server(self) -> IPv4Address:
        """Whom EDK2 asks on port 4011 after this offer (PxeBcRetryBinlOffer)."""
        return self.next_server if self.next_server != NO_ADDRESS else self.server

    @property
    def offer_class(self) -> OfferClass:
        """As EDK2 sorts it; an offer without option 54, or of a proxy without option 60, is not kept."""
        if self.message_type is None:
            return OfferClass.BOOTP if self.gives_address else OfferClass.IGNORED
        if not self.has_server_identifier or (self.vendor_options or {}).keys() >= _MULTICAST:
            return OfferClass.IGNORED
        if not self.gives_address:
            if not self.says_pxe:
                return OfferClass.IGNORED
            return OfferClass.PROXY_PXE10 if self.has_instructions else OfferClass.PROXY_BINL
        if not self.says_pxe:
            return OfferClass.DHCP_ONLY
        return OfferClass.DHCP_PXE10 if self.has_instructions else OfferClass.DHCP_BINL


def read_offer(packet: DhcpPacket, source: tuple[IPv4Address, int]) -> ServerOffer | None:
    """The offer in a packet that came from `source`; None when it is a request, a NAK or says nothing to anybody."""
    kind = packet.message_type
    is_offer = kind in (MessageType.OFFER, MessageType.ACK)
    if packet.op != BOOTREPLY or not (is_offer or _is_bootp(packet)):
        return None
    options = packet.options
    identifier = packet.address_option(OptionCode.SERVER_IDENTIFIER)
    says_pxe = options.get(OptionCode.VENDOR_CLASS, b"").startswith(_PXE_CLASS)
    vendor = options.get(OptionCode.VENDOR_OPTIONS) if says_pxe else None
    for_ipxe = parse_vendor_options(options.get(OptionCode.IPXE, b""))
    return ServerOffer(
        server=identifier or (packet.siaddr if packet.siaddr != NO_ADDRESS else source[0]),
        source=source,
        message_type=kind,
        client=packet.mac,
        address=packet.yiaddr,
        next_server=packet.siaddr,
        file_field=packet.file.partition(b"\0")[0],
        file_option=options.get(OptionCode.BOOT_FILE, b"").rstrip(b"\0"),
        server_name=options.get(OptionCode.TFTP_SERVER_NAME, b"").rstrip(b"\0") or packet.sname.partition(b"\0")[0],
        vendor_class=options.get(OptionCode.VENDOR_CLASS, b""),
        vendor_options=None if vendor is None else parse_vendor_options(vendor),
        has_server_identifier=identifier is not None,
        ipxe_priority=int.from_bytes(for_ipxe.get(_IPXE_PRIORITY, b"\0")[:1], "big", signed=True),
        hides_proxies=any(for_ipxe.get(_IPXE_NO_PROXY, b"")),
        has_dns=bool(options.get(OptionCode.DNS_SERVERS, b"")),
    )


def _is_bootp(packet: DhcpPacket) -> bool:
    return OptionCode.MESSAGE_TYPE not in packet.options and packet.yiaddr != NO_ADDRESS
