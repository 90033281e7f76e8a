"""What was heard on a network, as front ends show it: the verdict, and the facts that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from ipaddress import IPv4Address

from fogportable.boot.site_conflicts import OwnPlace, is_from_a_kit, name_for_people
from fogportable.boot.site_hearing import SiteHearing
from fogportable.boot.site_outlook import Outlook, outlook_of
from fogportable.boot.site_silence import told_vlan, wait_s_of
from fogportable.boot.site_verdict import HARMLESS
from fogportable.model import BootServerSeen, NetworkLook, ProbeAsker, Prospect, SpanningTree, SwitchPort
from fogportable.protocol.address import NO_ADDRESS
from fogportable.session.site_look import SiteLook


def network_look(look: SiteLook, everywhere: Iterable[IPv4Address]) -> NetworkLook:
    """everywhere: all addresses of this machine."""
    hearing, verdict = look.hearing, look.verdict
    leases = (each.offer.server for each in hearing.offers if each.offer.gives_address)
    to_others = (each.server for each in hearing.to_others if each.gives_address)
    return NetworkLook(
        card=hearing.interface,
        listened_s=hearing.listened_s,
        sentence=verdict.sentence,
        is_fine=verdict.kind in HARMLESS,
        mode=verdict.mode,
        fault=verdict.fault,
        point_to=verdict.point_to,
        notes=verdict.notes,
        causes=verdict.causes,
        address_servers=tuple(dict.fromkeys((*leases, *to_others))),
        boot_servers=tuple(_boot_servers(hearing)),
        tree=_tree(hearing),
        switch=_switch(hearing),
        querier=hearing.querier,
        vlans=tuple(sorted(hearing.vlans)),
        came_back=hearing.came_back,
        prospects=(_bios(hearing, frozenset(everywhere)), *map(_prospect, verdict.outlooks)),
    )


def _boot_servers(hearing: SiteHearing) -> Iterator[BootServerSeen]:
    """Each once: a proxy, or a DHCP server that names a file or speaks for PXE."""
    kits = {each.offer.server for each in hearing.offers if is_from_a_kit(each.offer)}
    seen: set[IPv4Address] = set()
    for heard in hearing.offers:
        offer = heard.offer
        file = name_for_people(offer.uefi_file)
        if offer.server in seen or not (offer.is_proxy or file or offer.says_pxe):
            continue
        seen.add(offer.server)
        yield BootServerSeen(offer.server, file, offer.gives_address, offer.server in kits)


def _tree(hearing: SiteHearing) -> SpanningTree | None:
    if hearing.bridge is None:
        return None
    return SpanningTree(wait_s_of(hearing), hearing.bridge.is_forwarding)


def _switch(hearing: SiteHearing) -> SwitchPort | None:
    vlan, neighbour = told_vlan(hearing), hearing.neighbour
    if neighbour is None:
        return None if vlan is None else SwitchPort("", "", vlan)
    return SwitchPort(neighbour.name, neighbour.port, vlan)


def _bios(hearing: SiteHearing, everywhere: frozenset[IPv4Address]) -> Prospect:
    """ROMs of BIOS computers were never measured, so the rules of UEFI answer for them."""
    own = hearing.own or NO_ADDRESS
    place = OwnPlace(hearing.interface, own, everywhere | ({own} - {NO_ADDRESS}))
    return _prospect(outlook_of(ProbeAsker.BIOS, hearing.offers_in_time(ProbeAsker.BIOS), hearing.boot_servers, place))


def _prospect(outlook: Outlook) -> Prospect:
    is_measured = outlook.asker is not ProbeAsker.BIOS
    return Prospect(outlook.asker, outlook.ending, outlook.server, outlook.file, outlook.our_chance, is_measured)
