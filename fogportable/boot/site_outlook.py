"""What becomes of a computer at a site: whose offer it takes, and where that leads. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address
from itertools import islice, permutations

from fogportable.boot.site_conflicts import OwnPlace, name_for_people, our_offer
from fogportable.boot.site_hearing import BootServerHeard, Port4011
from fogportable.model import BootEnding, OurChance, ProbeAsker
from fogportable.protocol.address import NO_ADDRESS
from fogportable.protocol.pxe import Choice, OfferClass, Reason, ServerOffer, edk2_winner, http_winner, ipxe_winner
from fogportable.protocol.pxe.vendor_options import VendorOption

#: Offers that are looked at in every order; more servers than these are no order but a mess.
_MOST_SHUFFLED = 5
_MOST_ORDERS = 120
_DOWNLOAD_NOW = 0x08


@dataclass(frozen=True, slots=True)
class Outlook:
    """What such a computer does now, without us. lease: whose address it takes. server: from whom it boots.

    file: "" unless it loads one. reason: why that offer. our_chance: were we serving too.
    """

    asker: ProbeAsker
    ending: BootEnding
    reason: Reason
    lease: IPv4Address | None = None
    server: IPv4Address | None = None
    file: str = ""
    our_chance: OurChance = OurChance.NONE


def outlook_of(
    asker: ProbeAsker, offers: Sequence[ServerOffer], boot_servers: Sequence[BootServerHeard], place: OwnPlace
) -> Outlook:
    """For UEFI, iPXE and HTTP Boot. ROMs of BIOS computers were never measured: asked for them, UEFI's rules answer."""
    choice = choice_of(asker, offers)
    lease = None if choice.lease is None else choice.lease.server
    chance = _our_chance(asker, offers, place)
    if choice.boot is None:
        ending = BootEnding.NO_ADDRESS if choice.lease is None else BootEnding.NOTHING_TO_BOOT
        return Outlook(asker, ending, choice.reason, lease, our_chance=chance)
    ending, server, file = _where_to(asker, choice, choice.boot, boot_servers, offers)
    return Outlook(asker, ending, choice.reason, lease, server, file, chance)


def choice_of(asker: ProbeAsker, offers: Sequence[ServerOffer]) -> Choice:
    """Which offer such a computer takes."""
    match asker:
        case ProbeAsker.IPXE:
            return ipxe_winner(offers)
        case ProbeAsker.HTTP:
            return http_winner(offers)
        case ProbeAsker.UEFI | ProbeAsker.BIOS:
            return edk2_winner(offers)


def _where_to(
    asker: ProbeAsker,
    choice: Choice,
    boot: ServerOffer,
    boot_servers: Sequence[BootServerHeard],
    offers: Sequence[ServerOffer],
) -> tuple[BootEnding, IPv4Address | None, str]:
    if choice.boot_server is not None and choice.reason is Reason.PROXY_CLASS:
        return _after_asking_in_turn(asker, boot_servers, offers)
    if choice.boot_server is not None:
        return _after_asking(choice.boot_server, asker, boot_servers)
    is_ipxe = asker is ProbeAsker.IPXE
    file = name_for_people(boot.ipxe_file if is_ipxe else boot.uefi_file)
    if asker is ProbeAsker.HTTP:
        return BootEnding.LOADS, boot.server, file
    if is_ipxe and boot.has_menu:
        return BootEnding.MENU, boot.server, ""
    if is_ipxe:
        return BootEnding.LOADS if file else BootEnding.NOTHING_TO_BOOT, _next_server(boot), file
    if not boot.has_instructions:
        return BootEnding.LOADS if file else BootEnding.NOTHING_TO_BOOT, _next_server(boot), file
    vendor = boot.vendor_options or {}
    control = (vendor.get(VendorOption.DISCOVERY_CONTROL, b"\0")[:1] or b"\0")[0]
    if control & _DOWNLOAD_NOW and file:
        return BootEnding.LOADS, _listed_server(vendor) or _next_server(boot), file
    # Without a menu, EDK2 takes type 0 for chosen: the local disk (PXE-E21).
    return (BootEnding.MENU if VendorOption.BOOT_MENU in vendor else BootEnding.LOCAL_DISK), boot.server, ""


def _after_asking_in_turn(
    asker: ProbeAsker, boot_servers: Sequence[BootServerHeard], offers: Sequence[ServerOffer]
) -> tuple[BootEnding, IPv4Address | None, str]:
    """UEFI asks one proxy after the other until one of them has something for it (PxeBcHandleDhcp4Offer)."""
    proxies = [each for each in offers if each.offer_class is OfferClass.PROXY_BINL]
    tried = [_after_asking(each.boot_server, asker, boot_servers) for each in proxies]
    return next((each for each in tried if each[0] is not BootEnding.STOPS), tried[0])


def _after_asking(
    asked: IPv4Address, asker: ProbeAsker, boot_servers: Sequence[BootServerHeard]
) -> tuple[BootEnding, IPv4Address | None, str]:
    """What port 4011 said when it was asked."""
    heard = next((each for each in boot_servers if each.address == asked), None)
    if heard is None:
        return BootEnding.ASKS_4011, asked, ""
    if heard.answer is None:
        return (BootEnding.ASKS_4011 if heard.state is Port4011.ANSWERED else BootEnding.STOPS), asked, ""
    answer = heard.answer
    if answer.has_menu:
        return BootEnding.MENU, asked, ""
    file = name_for_people(answer.ipxe_file if asker is ProbeAsker.IPXE else answer.uefi_file)
    return (BootEnding.LOADS if file else BootEnding.STOPS), _next_server(answer), file


def _next_server(offer: ServerOffer) -> IPv4Address:
    return offer.next_server if offer.next_server != NO_ADDRESS else offer.server


def _listed_server(vendor: dict[int, bytes] | object) -> IPv4Address | None:
    """The first address of sub-option 8: with "download now", EDK2 loads from there (PxeBcDhcp4BootInfo)."""
    listed = vendor.get(VendorOption.BOOT_SERVERS, b"") if isinstance(vendor, dict) else b""
    return IPv4Address(listed[3:7]) if len(listed) >= 7 and listed[2] else None


def _our_chance(asker: ProbeAsker, offers: Sequence[ServerOffer], place: OwnPlace) -> OurChance:
    """From all orders in which the offers may come, ours among them."""
    ours = our_offer(place)
    if asker is ProbeAsker.HTTP:
        leases = [each for each in offers if each.gives_address]
        return OurChance.SURE if leases and not any(each.says_http for each in leases) else OurChance.NONE
    every = [*offers[: _MOST_SHUFFLED - 1], ours]
    won = {_is_ours(choice_of(asker, order), place) for order in islice(permutations(every), _MOST_ORDERS)}
    return OurChance.DEPENDS if len(won) > 1 else OurChance.SURE if True in won else OurChance.NONE


def _is_ours(choice: Choice, place: OwnPlace) -> bool:
    """Our offer was taken, or we are the boot server that another one's offer names."""
    if choice.boot is None:
        return False
    is_sent_here = choice.boot_server is not None and choice.boot_server in place.everywhere
    return choice.boot.source[0] == place.address or is_sent_here
