"""Which of several offers firmware takes, and why.

Sources: EDK2 PxeBcDhcp4.c (PxeBcSelectDhcp4Offer) and HttpBootDhcp4.c (HttpBootSelectDhcp4Offer, read and not measured
beside other servers), iPXE dhcp.c and settings.c (reprioritise_settings), measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from ipaddress import IPv4Address

from fogportable.protocol.pxe.offers import OfferClass, ServerOffer
from fogportable.protocol.pxe.ports import DhcpPort


class Reason(Enum):
    """Why the boot data of an offer is used."""

    NO_ADDRESS = "nobody offered an address"
    NOTHING_TO_BOOT = "nobody offered network boot"
    DHCP_INSTRUCTIONS = "the DHCP server gives boot instructions itself, and they come before every proxy's"
    PROXY_INSTRUCTIONS = "a proxy gives boot instructions, and they come before a file that a DHCP server names"
    DHCP_CLASS = "the DHCP server says PXEClient, so that it is asked on port 4011 and no proxy is"
    PROXY_CLASS = "a proxy says PXEClient, so that it is asked on port 4011"
    DHCP_FILE = "the DHCP server names a file, and no proxy says more"
    PROXIES_HIDDEN = "the DHCP server tells iPXE to take no proxy's offer"
    DHCP_PRIORITY = "the DHCP server names a file, and no proxy's offer has a higher priority for iPXE"
    PROXY_MENU = "a proxy offers a boot menu, which comes before a file"
    PROXY_PRIORITY = "a proxy's offer has a higher priority for iPXE than the file of the DHCP server"
    PROXY_ALONE = "only a proxy names a file"
    DHCP_URL = "the DHCP server names a URL itself, and it comes before every proxy's"
    PROXY_URL = "a proxy names a URL"
    URL_WITHOUT_DNS = "the URL has a name in it, and the DHCP server names no DNS server"


@dataclass(frozen=True, slots=True)
class Choice:
    """lease: whose address is taken; None for nobody's. boot: whose boot data is used; None for nobody's.

    boot_server: who is asked on port 4011 for more; None when nobody needs to be.
    """

    lease: ServerOffer | None
    boot: ServerOffer | None
    reason: Reason
    boot_server: IPv4Address | None = None


def edk2_winner(offers: Sequence[ServerOffer]) -> Choice:
    """What UEFI firmware built from EDK2 does with the offers of one round, in order of arrival.

    Several proxies that are asked on 4011 are tried in turn; the first one is given here.
    """
    by_class: dict[OfferClass, list[ServerOffer]] = {each: [] for each in OfferClass}
    for offer in offers:
        by_class[offer.offer_class].append(offer)
    if by_class[OfferClass.DHCP_PXE10]:
        offer = by_class[OfferClass.DHCP_PXE10][0]
        return Choice(offer, offer, Reason.DHCP_INSTRUCTIONS)
    plain = by_class[OfferClass.DHCP_ONLY]
    if plain and by_class[OfferClass.PROXY_PXE10]:
        return Choice(plain[0], by_class[OfferClass.PROXY_PXE10][0], Reason.PROXY_INSTRUCTIONS)
    if by_class[OfferClass.DHCP_BINL]:
        offer = by_class[OfferClass.DHCP_BINL][0]
        return Choice(offer, offer, Reason.DHCP_CLASS, offer.boot_server)
    if plain and by_class[OfferClass.PROXY_BINL]:
        proxy = by_class[OfferClass.PROXY_BINL][0]
        return Choice(plain[0], proxy, Reason.PROXY_CLASS, proxy.boot_server)
    with_file = [each for each in [*plain, *by_class[OfferClass.BOOTP]] if each.uefi_file]
    if with_file:
        return Choice(with_file[0], with_file[0], Reason.DHCP_FILE)
    if plain:
        return Choice(plain[0], None, Reason.NOTHING_TO_BOOT)
    return Choice(None, None, Reason.NO_ADDRESS)


def http_winner(offers: Sequence[ServerOffer]) -> Choice:
    """What UEFI HTTP Boot does with the offers of one round: a URL with an address comes before one with a name."""
    leases = [each for each in offers if each.gives_address]
    if not leases:
        return Choice(None, None, Reason.NO_ADDRESS)
    with_url = [each for each in offers if each.says_http and each.uefi_file]
    own = [each for each in with_url if each.gives_address]
    for offer in sorted(own, key=_url_rank):
        if not _has_name(offer) or offer.has_dns:
            return Choice(offer, offer, Reason.DHCP_URL)
    plain = [each for each in leases if not each.says_http]
    proxies = [each for each in with_url if not each.gives_address]
    for proxy in sorted(proxies, key=_has_name):
        lease = next((each for each in plain if each.has_dns or not _has_name(proxy)), None)
        if lease is not None:
            return Choice(lease, proxy, Reason.PROXY_URL)
    if own or (proxies and plain):
        return Choice(leases[0], None, Reason.URL_WITHOUT_DNS)
    return Choice(leases[0], None, Reason.NOTHING_TO_BOOT)


def _url_rank(offer: ServerOffer) -> tuple[bool, bool]:
    """An address before a name; of those with an address, the one without DNS first, as EDK2 has it."""
    return _has_name(offer), offer.has_dns


def _has_name(offer: ServerOffer) -> bool:
    """Whether the host of the URL is a name."""
    host = offer.uefi_file.partition(b"://")[2].partition(b"/")[0].rpartition(b"@")[2].partition(b":")[0]
    try:
        IPv4Address(host.decode("ascii", "replace"))
    except ValueError:
        return True
    return False


def ipxe_winner(offers: Sequence[ServerOffer]) -> Choice:
    """What iPXE does with offers, in order of arrival.

    It waits for a proxy only until it has one: the first moment at which it knows a lease and an offer with the class
    PXEClient, be they one and the same, ends its collecting, whatever would come a millisecond later. Of what it has
    by then, the higher priority wins, of equals the later one; a file of the DHCP server wins against an equal proxy.
    """
    lease: ServerOffer | None = None
    proxy: ServerOffer | None = None
    for offer in offers:
        if offer.gives_address and offer.source[1] == DhcpPort.DISCOVERY.value:
            lease = _better(lease, offer)
        if offer.says_pxe:
            proxy = _better(proxy, offer)
        if lease is not None and (proxy is not None or lease.hides_proxies):
            break
    if lease is None:
        return Choice(None, None, Reason.NO_ADDRESS)
    if lease.hides_proxies:
        return Choice(lease, lease if lease.ipxe_file else None, Reason.PROXIES_HIDDEN)
    if proxy is None or proxy == lease:
        return _without_proxy(lease)
    is_complete = int(proxy.next_server) != 0 and bool(proxy.ipxe_file)
    asked = None if is_complete or proxy.has_menu else proxy.server
    if not lease.ipxe_file:
        return Choice(lease, proxy, Reason.PROXY_ALONE, asked)
    if proxy.has_menu:
        return Choice(lease, proxy, Reason.PROXY_MENU)
    if proxy.ipxe_priority > lease.ipxe_priority:
        return Choice(lease, proxy, Reason.PROXY_PRIORITY, asked)
    return Choice(lease, lease, Reason.DHCP_PRIORITY)


def _without_proxy(lease: ServerOffer) -> Choice:
    """The DHCP server is taken for a proxy too when it says PXEClient, and asked where it stands itself."""
    if lease.ipxe_file:
        return Choice(lease, lease, Reason.DHCP_FILE)
    if lease.says_pxe:
        return Choice(lease, lease, Reason.DHCP_CLASS, lease.server)
    return Choice(lease, None, Reason.NOTHING_TO_BOOT)


def _better(known: ServerOffer | None, heard: ServerOffer) -> ServerOffer:
    return heard if known is None or heard.ipxe_priority >= known.ipxe_priority else known
