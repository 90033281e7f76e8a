"""What an offer of another server means for the computers that we serve. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import IPv4Address
from itertools import permutations

from fogportable.boot.policy import SCRIPT_NAME
from fogportable.errors import Fault, FaultCode, describe
from fogportable.model import SiteConflict, SiteConflictKind
from fogportable.protocol.address import NO_ADDRESS
from fogportable.protocol.pxe import OfferClass, ServerOffer, edk2_winner, ipxe_winner
from fogportable.protocol.pxe.vendor_options import DIRECT_BOOT, parse_vendor_options

#: Option 175/1 in our own answers to iPXE.
OUR_IPXE_PRIORITY = 1

_LONGEST_NAME = 80

#: Where a FOG Portable sends iPXE. Together with its priority for iPXE no other server says this.
_SCRIPT_OF_A_KIT = re.compile(rb"(?:tftp|http)://([0-9.]+)(?::\d+)?/" + re.escape(SCRIPT_NAME.encode()))

_OURS = "FOG Portable's answer"
_THEIRS = "the other one's"
_FIRST = "the one that comes first"


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """Where we serve. address: on the card in question, 0.0.0.0 without one.

    everywhere: all addresses of this machine.
    """

    interface: str
    address: IPv4Address
    everywhere: Collection[IPv4Address]


def conflict_in(offer: ServerOffer, place: OwnPlace) -> SiteConflict | None:
    """The most that an offer of another server does; None when it only gives an address."""
    found = _of_proxy(offer, place) if offer.is_proxy else _of_dhcp_server(offer, place)
    if found is None:
        return None
    kind, fault = found
    return SiteConflict(kind, offer.server, place.interface, fault)


def is_from_a_kit(offer: ServerOffer) -> bool:
    """Whether another FOG Portable sent it. Only what it tells iPXE gives it away."""
    script = _SCRIPT_OF_A_KIT.fullmatch(offer.ipxe_file)
    says_own_address = script is not None and script[1] == str(offer.server).encode()
    return says_own_address and offer.ipxe_priority == OUR_IPXE_PRIORITY


def name_for_people(octets: bytes) -> str:
    """A name out of a packet: printable ASCII, not longer than a line has room for."""
    return "".join(chr(each) if 0x20 <= each < 0x7F else "?" for each in octets[:_LONGEST_NAME])


def _of_dhcp_server(offer: ServerOffer, place: OwnPlace) -> tuple[SiteConflictKind, Fault] | None:
    server = offer.server
    match offer.offer_class:
        case OfferClass.DHCP_PXE10:
            return SiteConflictKind.CLASS_WITH_43, describe(FaultCode.SITE_CLASS_WITH_43, server=server)
        case OfferClass.DHCP_BINL if offer.boot_server in place.everywhere:
            return SiteConflictKind.CLASS_TO_US, describe(FaultCode.SITE_CLASS_TO_US, server=server)
        case OfferClass.DHCP_BINL:
            return SiteConflictKind.CLASS_WITHOUT_43, describe(
                FaultCode.SITE_CLASS_WITHOUT_43, server=server, boot_server=offer.boot_server, own=_own(place)
            )
    if not offer.gives_address:
        return None
    if offer.hides_proxies or (offer.ipxe_file and offer.ipxe_priority >= OUR_IPXE_PRIORITY):
        option = "176" if offer.hides_proxies else "1"
        return SiteConflictKind.IPXE_LEFT_OUT, describe(FaultCode.SITE_IPXE_LEFT_OUT, server=server, option=option)
    if offer.ipxe_file:
        file = name_for_people(offer.ipxe_file)
        return SiteConflictKind.NAMES_FILE, describe(FaultCode.SITE_NAMES_FILE, server=server, file=file)
    return None


def _of_proxy(offer: ServerOffer, place: OwnPlace) -> tuple[SiteConflictKind, Fault]:
    if is_from_a_kit(offer):
        return SiteConflictKind.SECOND_KIT, second_kit_fault(offer.server)
    fault = describe(
        FaultCode.SITE_SECOND_PROXY,
        server=offer.server,
        uefi=_winner_for_uefi(offer, place),
        ipxe=_winner_for_ipxe(offer, place),
    )
    return SiteConflictKind.SECOND_PROXY, fault


def _own(place: OwnPlace) -> IPv4Address | str:
    return "this laptop" if place.address == NO_ADDRESS else place.address


def second_kit_fault(server: IPv4Address) -> Fault:
    """What there is to say of another FOG Portable."""
    return describe(FaultCode.SITE_SECOND_KIT, server=server)


def _winner_for_uefi(offer: ServerOffer, place: OwnPlace) -> str:
    ours = our_offer(place)
    return _in_words({edk2_winner(every).boot == ours for every in permutations((_plain_lease(), ours, offer))})


def _winner_for_ipxe(offer: ServerOffer, place: OwnPlace) -> str:
    ours = our_offer(place)
    return _in_words({ipxe_winner(every).boot == ours for every in permutations((_plain_lease(), ours, offer))})


def _in_words(is_ours: set[bool]) -> str:
    """From all orders of arrival."""
    return _FIRST if len(is_ours) > 1 else _OURS if True in is_ours else _THEIRS


def _plain_lease() -> ServerOffer:
    somebody = IPv4Address("192.0.2.1")  # RFC 5737, for documentation: any server that only gives an address.
    return ServerOffer(somebody, (somebody, 67), address=IPv4Address("192.0.2.2"))


def our_offer(place: OwnPlace) -> ServerOffer:
    """What we offer there, as `protocol.pxe.reply` writes it."""
    return ServerOffer(
        place.address,
        (place.address, 67),
        address=NO_ADDRESS,
        next_server=place.address,
        file_field=b"boot",
        vendor_class=b"PXEClient",
        vendor_options=parse_vendor_options(DIRECT_BOOT),
        ipxe_priority=OUR_IPXE_PRIORITY,
    )
