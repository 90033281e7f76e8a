"""What stands in the way at a site and what to do, in one sentence, from what was heard there. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from ipaddress import IPv4Address

from fogportable.boot.site_conflicts import OwnPlace, conflict_in, is_from_a_kit, second_kit_fault
from fogportable.boot.site_hearing import SiteHearing
from fogportable.boot.site_lease_faults import (
    fog_server,
    left_out,
    no_next_server,
    other_network,
    slow_server,
    wrong_file,
    wrong_file_for_bios,
)
from fogportable.boot.site_outlook import Outlook, outlook_of
from fogportable.boot.site_silence import silence_causes, wait_s_of
from fogportable.errors import Fault, FaultCode, describe
from fogportable.language import say
from fogportable.model import OurChance, ProbeAsker, SiteConflict, SiteConflictKind, SiteMode
from fogportable.protocol.address import NO_ADDRESS
from fogportable.protocol.pxe import ServerOffer

_ASKERS = (ProbeAsker.UEFI, ProbeAsker.IPXE, ProbeAsker.HTTP)
#: Whose offers tell the most of a server come first.
_TELLING = (ProbeAsker.UEFI, ProbeAsker.IPXE, ProbeAsker.BIOS, ProbeAsker.HTTP)
_OTHER_RULES = frozenset({ProbeAsker.BIOS, ProbeAsker.HTTP})
_WINNERS = {
    OurChance.SURE: "FOG Portable's answer",
    OurChance.DEPENDS: "the one that comes first",
    OurChance.NONE: "the other one's",
}


class SiteKind(StrEnum):
    """The most that stands in the way, the gravest first. Stable names, as in `probe --json`."""

    FLOODED = "flooded"
    ADDRESS_TAKEN = "address_taken"
    LINK_WAITS = "link_waits"
    REFUSED = "refused"
    SILENT = "silent"
    NO_ADDRESS = "no_address"
    OTHER_NETWORK = "other_network"
    LEAVES_OUT = "leaves_out"
    CLASS_WITH_43 = "class_with_43"
    CLASS_WITHOUT_43 = "class_without_43"
    IPXE_LEFT_OUT = "ipxe_left_out"
    SECOND_KIT = "second_kit"
    SECOND_PROXY = "second_proxy"
    WRONG_FILE = "wrong_file"
    NO_NEXT_SERVER = "no_next_server"
    KNOWN_ONLY = "known_only"
    SEVERAL_DHCP = "several_dhcp"
    CLASS_TO_US = "class_to_us"
    NAMES_FILE = "names_file"
    PLAIN = "plain"


#: Verdicts beside which a FOG server of the site counts: whether computers have to be pointed there anew.
_MAY_POINT = {
    SiteKind.WRONG_FILE: True,
    SiteKind.NO_NEXT_SERVER: True,
    SiteKind.NAMES_FILE: False,
    SiteKind.SEVERAL_DHCP: False,
}
#: What needs nobody to do anything.
HARMLESS = frozenset(
    {SiteKind.PLAIN, SiteKind.NAMES_FILE, SiteKind.CLASS_TO_US, SiteKind.SEVERAL_DHCP, SiteKind.KNOWN_ONLY}
)


@dataclass(frozen=True, slots=True)
class SiteVerdict:
    """mode: None when it is too early to say. fault: None when all is well. notes: what else there is to know.

    causes: of silence, the likeliest first. outlooks: of UEFI, iPXE and HTTP Boot, without us.
    point_to: the server of mode POINT.
    """

    kind: SiteKind
    mode: SiteMode | None
    sentence: str
    fault: Fault | None = None
    notes: tuple[Fault, ...] = ()
    causes: tuple[str, ...] = ()
    outlooks: tuple[Outlook, ...] = ()
    point_to: IPv4Address | None = None


def judge_site(hearing: SiteHearing, *, everywhere: Iterable[IPv4Address] = ()) -> SiteVerdict:
    """everywhere: all addresses of this machine."""
    own = hearing.own or NO_ADDRESS
    place = OwnPlace(hearing.interface, own, frozenset(everywhere) | ({own} - {NO_ADDRESS}))
    outlooks = tuple(outlook_of(asker, hearing.offers_in_time(asker), hearing.boot_servers, place) for asker in _ASKERS)
    offers = [each.offer for each in hearing.offers]
    leases = [each for each in offers if each.gives_address]
    notes = _notes(hearing)
    if not leases:
        verdict = _without_addresses(hearing, [each for each in offers if each.is_proxy])
    else:
        conflicts = [_as_judged(each, outlooks) for each in _conflicts(hearing, place)]
        verdict = _with_addresses(hearing, leases, conflicts, outlooks)
        notes = (*verdict.notes, *notes)
    verdict = _with_what_comes_first(hearing, replace(verdict, notes=notes))
    shown = tuple(each for each in dict.fromkeys(verdict.notes) if each != verdict.fault)
    return replace(verdict, notes=shown, outlooks=outlooks)


def _with_what_comes_first(hearing: SiteHearing, verdict: SiteVerdict) -> SiteVerdict:
    """Troubles of the cable and of this machine itself, before whatever servers say; that becomes a note."""
    notes = verdict.notes if verdict.fault is None else (verdict.fault, *verdict.notes)
    if hearing.frames_lost:
        fault = describe(FaultCode.SITE_FLOODED, interface=hearing.interface)
        return replace(verdict, kind=SiteKind.FLOODED, mode=None, sentence=fault.message, fault=fault, notes=notes)
    if hearing.twin is not None and hearing.own is not None:
        fault = describe(FaultCode.ADDRESS_TAKEN, address=hearing.own, mac=hearing.twin)
        return replace(verdict, kind=SiteKind.ADDRESS_TAKEN, sentence=fault.message, fault=fault, notes=notes)
    return verdict


# --- without and with addresses -----------------------------------------------------------------------------------


def _without_addresses(hearing: SiteHearing, proxies: Sequence[ServerOffer]) -> SiteVerdict:
    causes = silence_causes(hearing)
    if hearing.to_others:
        server = hearing.to_others[0].server
        fault = describe(FaultCode.SITE_KNOWN_ONLY, server=server, interface=hearing.interface)
        return SiteVerdict(SiteKind.KNOWN_ONLY, SiteMode.PROXY, fault.message, fault)
    if proxies:
        fault = describe(FaultCode.SITE_NO_ADDRESS, server=proxies[0].server, interface=hearing.interface)
        return SiteVerdict(SiteKind.NO_ADDRESS, SiteMode.PRIVATE_NETWORK, fault.message, fault, causes=causes[:-1])
    if hearing.refusing:
        fault = describe(FaultCode.SITE_REFUSES, server=hearing.refusing[0], interface=hearing.interface)
        return SiteVerdict(SiteKind.REFUSED, None, fault.message, fault)
    wait_s = wait_s_of(hearing)
    if wait_s and not (hearing.bridge is not None and hearing.bridge.is_forwarding):
        fault = describe(FaultCode.SITE_LINK_WAITS, interface=hearing.interface, wait_s=f"{wait_s:g}")
        return SiteVerdict(SiteKind.LINK_WAITS, None, fault.message, fault, causes=causes)
    fault = describe(FaultCode.SITE_SILENT, interface=hearing.interface)
    mode = None if hearing.has_link is False else SiteMode.PRIVATE_NETWORK
    return SiteVerdict(SiteKind.SILENT, mode, fault.message, fault, causes=causes)


def _with_addresses(
    hearing: SiteHearing, leases: Sequence[ServerOffer], conflicts: Sequence[SiteConflict], outlooks: Sequence[Outlook]
) -> SiteVerdict:
    found = {SiteKind(each.kind.value): each.fault for each in reversed(conflicts)}
    servers = list(dict.fromkeys(each.server for each in leases))
    kits = {each.server for each in conflicts if each.kind is SiteConflictKind.SECOND_KIT}
    if len(servers) > 1:
        found[SiteKind.SEVERAL_DHCP] = describe(
            FaultCode.SITE_SEVERAL_DHCP,
            count=len(servers),
            interface=hearing.interface,
            servers=", ".join(map(str, servers)),
        )
    wrong = wrong_file(hearing)
    if wrong is not None and not kits:
        found[SiteKind.WRONG_FILE] = wrong
    unread = no_next_server(hearing)
    if unread is not None:
        found[SiteKind.NO_NEXT_SERVER] = unread
    elsewhere = other_network(hearing, leases)
    if elsewhere is not None:
        found[SiteKind.OTHER_NETWORK] = elsewhere
    without = left_out(hearing, leases)
    if without is not None:
        found[SiteKind.LEAVES_OUT] = without
    _weigh_class(found, leases, outlooks[0])
    kind = next((each for each in SiteKind if each in found), SiteKind.PLAIN)
    # A second server with the same trouble; what was weighed differently above is told once, as it was weighed.
    alike = [each.fault for each in conflicts if found.get(SiteKind(each.kind.value)) in _of_others(conflicts, each)]
    smaller = (wrong_file_for_bios(hearing), slow_server(hearing, leases))
    others = [found[each] for each in SiteKind if each in found and each is not kind]
    notes = (*others, *alike, *(each for each in smaller if each is not None))
    mode, point_to = _mode(kind, hearing, outlooks[0])
    fault = found.get(kind)
    plain = say(
        "{servers} gives the addresses on {interface}, and nothing stands in the way.",
        servers=servers[0],
        interface=hearing.interface,
    )
    return SiteVerdict(kind, mode, fault.message if fault else plain, fault, notes, point_to=point_to)


def _of_others(conflicts: Sequence[SiteConflict], one: SiteConflict) -> list[Fault]:
    """What other servers do that this one does too."""
    return [each.fault for each in conflicts if each.kind is one.kind and each.server != one.server]


def _mode(kind: SiteKind, hearing: SiteHearing, uefi: Outlook) -> tuple[SiteMode, IPv4Address | None]:
    """uefi: what UEFI computers do now."""
    match kind:
        case SiteKind.SECOND_KIT:
            return SiteMode.NOTHING, None
        case SiteKind.CLASS_WITH_43 | SiteKind.CLASS_WITHOUT_43 | SiteKind.SECOND_PROXY:
            return (SiteMode.NOTHING if uefi.ending.is_boot else SiteMode.PROXY), None
    fog = fog_server(hearing)
    if fog is not None and kind in _MAY_POINT:
        return (SiteMode.POINT if _MAY_POINT[kind] else SiteMode.NOTHING), fog
    return SiteMode.PROXY, None


# --- parts of it --------------------------------------------------------------------------------------------------


def _conflicts(hearing: SiteHearing, place: OwnPlace) -> list[SiteConflict]:
    """What each server does, each thing once. What a colleague's kit does is no fault of the site."""
    kits = {each.offer.server for each in hearing.offers if is_from_a_kit(each.offer)}
    found: dict[tuple[SiteConflictKind, IPv4Address], SiteConflict] = {}
    for heard in sorted(hearing.offers, key=lambda each: _TELLING.index(each.asker)):
        offer = heard.offer
        conflict = conflict_in(offer, place)
        if conflict is not None and offer.gives_address and heard.asker in _OTHER_RULES:
            # Its class and its URL are for these computers alone, which do not go by UEFI's rules.
            conflict = conflict if conflict.kind is SiteConflictKind.NAMES_FILE and not offer.says_http else None
        if offer.server in kits:
            fault = second_kit_fault(offer.server)
            conflict = SiteConflict(SiteConflictKind.SECOND_KIT, offer.server, place.interface, fault)
        if conflict is not None:
            found.setdefault((conflict.kind, conflict.server), conflict)
    return list(found.values())


def _as_judged(conflict: SiteConflict, outlooks: Sequence[Outlook]) -> SiteConflict:
    """A second boot server with who wins against it, from all that was offered to each kind of computer."""
    if conflict.kind is not SiteConflictKind.SECOND_PROXY:
        return conflict
    uefi, ipxe = (_WINNERS[each.our_chance] for each in outlooks[:2])
    return replace(conflict, fault=describe(FaultCode.SITE_SECOND_PROXY, server=conflict.server, uefi=uefi, ipxe=ipxe))


def _weigh_class(found: dict[SiteKind, Fault], leases: Sequence[ServerOffer], uefi: Outlook) -> None:
    """The class PXEClient of one server means nothing beside a second one without it, and no fault where it works."""
    for kind in (SiteKind.CLASS_WITH_43, SiteKind.CLASS_WITHOUT_43):
        if kind not in found:
            continue
        if uefi.our_chance is OurChance.SURE:
            del found[kind]
        elif uefi.ending.is_boot:
            dhcp = next((each.server for each in leases if each.says_pxe), uefi.server)
            what = uefi.file or say("a boot menu")
            found[kind] = describe(FaultCode.SITE_SERVES_BOOT, server=uefi.server, what=what, dhcp=dhcp)


def _notes(hearing: SiteHearing) -> tuple[Fault, ...]:
    found = []
    wait_s = wait_s_of(hearing)
    if wait_s:
        found.append(describe(FaultCode.SITE_SPANNING_TREE, wait_s=f"{wait_s:g}"))
    if hearing.own is None and hearing.offers:
        found.append(describe(FaultCode.INTERFACE_NO_ADDRESS, interface=hearing.interface))
    if hearing.came_back:
        found.append(describe(FaultCode.SITE_LOOP, interface=hearing.interface))
    return tuple(found)
