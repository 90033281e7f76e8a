"""What stands in the way at a site and what to do, in one sentence, from what was heard there. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from ipaddress import IPv4Address

from fogportable.boot.site_conflicts import OwnPlace, conflict_in, is_from_a_kit, name_for_people, second_kit_fault
from fogportable.boot.site_hearing import ProbeAsker, SiteHearing
from fogportable.boot.site_outlook import Ending, OurChance, Outlook, outlook_of
from fogportable.errors import Fault, FaultCode, describe
from fogportable.model import SiteConflict, SiteConflictKind
from fogportable.protocol.address import NO_ADDRESS
from fogportable.protocol.pxe import ServerOffer

#: Listening and learning (IEEE 802.1D): a port waits for the delay twice.
_DELAYS = 2
#: A delay that nobody notices.
_SHORT_WAIT_S = 8.0

#: Boot files of FOG servers, which are iPXE built with their own script.
_FOG_FILES = frozenset(
    {
        "undionly.kpxe",
        "undionly.kkpxe",
        "undionly.pxe",
        "ipxe.efi",
        "snponly.efi",
        "snp.efi",
        "intel.efi",
        "realtek.efi",
    }
)
_BIOS_ENDINGS = (".kpxe", ".kkpxe", ".kkkpxe", ".pxe", ".0", ".com")
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

    LINK_WAITS = "link_waits"
    SILENT = "silent"
    NO_ADDRESS = "no_address"
    CLASS_WITH_43 = "class_with_43"
    CLASS_WITHOUT_43 = "class_without_43"
    IPXE_LEFT_OUT = "ipxe_left_out"
    SECOND_KIT = "second_kit"
    SECOND_PROXY = "second_proxy"
    WRONG_FILE = "wrong_file"
    SEVERAL_DHCP = "several_dhcp"
    CLASS_TO_US = "class_to_us"
    NAMES_FILE = "names_file"
    PLAIN = "plain"


class Mode(StrEnum):
    """What to do here. POINT: be the proxy that sends computers to the FOG server that the site has.

    NOTHING: computers boot from what is here already.
    """

    PROXY = "proxy"
    PRIVATE_NETWORK = "private_network"
    POINT = "point"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class SiteVerdict:
    """mode: None when it is too early to say. fault: None when all is well. notes: what else there is to know.

    causes: of silence, the likeliest first. outlooks: of UEFI, iPXE and HTTP Boot, without us.
    point_to: the server of mode POINT.
    """

    kind: SiteKind
    mode: Mode | None
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
    outlooks = tuple(outlook_of(asker, hearing.offers_to(asker), hearing.boot_servers, place) for asker in _ASKERS)
    offers = [each.offer for each in hearing.offers]
    leases = [each for each in offers if each.gives_address]
    notes = _notes(hearing)
    if not leases:
        verdict = _without_addresses(hearing, [each for each in offers if each.is_proxy])
    else:
        conflicts = [_as_judged(each, outlooks) for each in _conflicts(hearing, place)]
        verdict = _with_addresses(hearing, leases, conflicts, outlooks)
        notes = (*verdict.notes, *notes)
    shown = tuple(each for each in notes if verdict.fault is None or each.code is not verdict.fault.code)
    return replace(verdict, notes=shown, outlooks=outlooks)


def silence_causes(hearing: SiteHearing) -> tuple[str, ...]:
    """Why nobody may have answered, the likeliest first, from what was heard all the same."""
    causes = []
    if hearing.has_link is False:
        return ("The cable is not plugged in, or its other end is switched off.",)
    if hearing.came_back:
        causes.append("Our own broadcasts came back: a cable leads round in a circle, and drowns everything else.")
    if hearing.others_asking:
        causes.append("Other computers ask here too and get no answer either: the DHCP server is off or not reached.")
    if hearing.bridge is not None and hearing.bridge.is_forwarding:
        causes.append("The switch's port is open (rapid spanning tree says so), so look at its VLAN and at the server.")
    elif hearing.bridge is not None:
        causes.append("A switch with spanning tree is here, and its port may still be waiting.")
    vlan = _told_vlan(hearing)
    if vlan is not None:
        causes.append(f"The switch says that this port is in VLAN {vlan}: is that the room's?")
    if hearing.vlans:
        numbers = ", ".join(map(str, sorted(hearing.vlans)))
        causes.append(
            f"Tagged frames of VLAN {numbers} come in: this is a port between switches, not one for computers."
        )
    if hearing.bridge is None and not hearing.others_asking:
        causes.append("The port is in another VLAN, is shut by port security, or leads to a switch without any server.")
    causes.append("Computers that never ask have network boot switched off: see `fogportable check --boot-keys`.")
    return tuple(causes)


# --- without and with addresses -----------------------------------------------------------------------------------


def _without_addresses(hearing: SiteHearing, proxies: Sequence[ServerOffer]) -> SiteVerdict:
    causes = silence_causes(hearing)
    if proxies:
        fault = describe(FaultCode.SITE_NO_ADDRESS, server=proxies[0].server, interface=hearing.interface)
        return SiteVerdict(SiteKind.NO_ADDRESS, Mode.PRIVATE_NETWORK, fault.message, fault, causes=causes[:-1])
    wait_s = _wait_s(hearing)
    if wait_s and not (hearing.bridge is not None and hearing.bridge.is_forwarding):
        fault = describe(FaultCode.SITE_LINK_WAITS, interface=hearing.interface, wait_s=f"{wait_s:g}")
        return SiteVerdict(SiteKind.LINK_WAITS, None, fault.message, fault, causes=causes)
    fault = describe(FaultCode.SITE_SILENT, interface=hearing.interface)
    mode = None if hearing.has_link is False else Mode.PRIVATE_NETWORK
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
    wrong = _wrong_file(hearing)
    if wrong is not None and not kits:
        found[SiteKind.WRONG_FILE] = wrong
    kind = next((each for each in SiteKind if each in found), SiteKind.PLAIN)
    notes = tuple(found[each] for each in SiteKind if each in found and each is not kind)
    mode, point_to = _mode(kind, hearing, outlooks[0])
    fault = found.get(kind)
    plain = f"{servers[0]} gives the addresses on {hearing.interface}, and nothing stands in the way."
    return SiteVerdict(kind, mode, fault.message if fault else plain, fault, notes, point_to=point_to)


def _mode(kind: SiteKind, hearing: SiteHearing, uefi: Outlook) -> tuple[Mode, IPv4Address | None]:
    """uefi: what UEFI computers do now."""
    match kind:
        case SiteKind.SECOND_KIT:
            return Mode.NOTHING, None
        case SiteKind.CLASS_WITH_43 | SiteKind.CLASS_WITHOUT_43 | SiteKind.SECOND_PROXY:
            return (Mode.NOTHING if uefi.ending.is_boot else Mode.PROXY), None
    fog = _fog_server(hearing)
    if fog is not None and kind in (SiteKind.WRONG_FILE, SiteKind.NAMES_FILE, SiteKind.SEVERAL_DHCP):
        return (Mode.POINT if kind is SiteKind.WRONG_FILE else Mode.NOTHING), fog
    return Mode.PROXY, None


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


def _wrong_file(hearing: SiteHearing) -> Fault | None:
    """A DHCP server that names one file to all: UEFI computers load it and can do nothing with it."""
    for offer in hearing.offers_to(ProbeAsker.UEFI):
        file = name_for_people(offer.uefi_file)
        if offer.gives_address and file.lower().endswith(_BIOS_ENDINGS):
            return describe(FaultCode.SITE_WRONG_FILE, server=offer.server, file=file)
    return None


def _fog_server(hearing: SiteHearing) -> IPv4Address | None:
    """The next server of a DHCP server that names a file as FOG servers have it, when that is another machine."""
    for each in hearing.offers:
        offer = each.offer
        name = name_for_people(offer.uefi_file).rpartition("/")[2].lower()
        if offer.gives_address and name in _FOG_FILES and offer.next_server not in (NO_ADDRESS, offer.server):
            return offer.next_server
    return None


def _notes(hearing: SiteHearing) -> tuple[Fault, ...]:
    found = []
    wait_s = _wait_s(hearing)
    if wait_s:
        found.append(describe(FaultCode.SITE_SPANNING_TREE, wait_s=f"{wait_s:g}"))
    if hearing.came_back:
        found.append(describe(FaultCode.SITE_LOOP, interface=hearing.interface))
    return tuple(found)


def _wait_s(hearing: SiteHearing) -> float:
    """How long a port of the bridge may keep a computer waiting; 0 when nobody would notice."""
    if hearing.bridge is None:
        return 0.0
    wait_s = _DELAYS * hearing.bridge.forward_delay_s
    return wait_s if wait_s >= _SHORT_WAIT_S else 0.0


def _told_vlan(hearing: SiteHearing) -> int | None:
    if hearing.neighbour is not None and hearing.neighbour.vlan is not None:
        return hearing.neighbour.vlan
    return hearing.bridge.vlan if hearing.bridge is not None else None


__all__ = ["Ending", "Mode", "OurChance", "Outlook", "SiteKind", "SiteVerdict", "judge_site", "silence_causes"]
