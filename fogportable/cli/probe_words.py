"""What a network offers, as lines for people and as values for programs."""

from __future__ import annotations

from collections.abc import Iterator

from fogportable.boot.site_conflicts import is_from_a_kit, name_for_people
from fogportable.boot.site_hearing import BootServerHeard, HeardOffer, Port4011, SiteHearing
from fogportable.boot.site_outlook import Outlook
from fogportable.boot.site_verdict import HARMLESS, SiteVerdict
from fogportable.cli.output import fault_values
from fogportable.model import BootEnding, OurChance, ProbeAsker, SiteMode
from fogportable.protocol.address import NO_ADDRESS
from fogportable.protocol.link import Bpdu, SwitchNeighbour
from fogportable.protocol.pxe import ServerOffer
from fogportable.session.site_look import SiteLook

_ASKERS = {
    ProbeAsker.BIOS: "BIOS",
    ProbeAsker.UEFI: "UEFI",
    ProbeAsker.IPXE: "iPXE",
    ProbeAsker.HTTP: "HTTP Boot",
}
_CHANCES = {
    OurChance.SURE: "would boot from here, were it served",
    OurChance.DEPENDS: "might boot from here: the first answer decides",
    OurChance.NONE: "would not boot from here",
}
_PORTS_4011 = {
    Port4011.ANSWERED: "answers",
    Port4011.SILENT: "does not answer",
    Port4011.REFUSED: "refuses: nobody serves that port",
}
_NOT_HEARD = "not heard yet"


def look_lines(look: SiteLook) -> Iterator[str]:
    """The verdict first, then what it rests on."""
    hearing, verdict = look.hearing, look.verdict
    address = str(hearing.own) if hearing.own is not None else "without an address"
    yield f"{hearing.interface} ({address}), asked and listened for {hearing.listened_s:.1f} s"
    yield f"  {verdict.sentence}"
    if verdict.fault is not None:
        yield f"  {verdict.fault.remedy}"
    yield f"  {_mode_words(hearing, verdict)}"
    for cause in verdict.causes:
        yield f"  - {cause}"
    if verdict.causes:
        yield "  Keys for network boot, by maker: fogportable check --boot-keys"
    for note in verdict.notes:
        yield f"  ! {note}"
    if hearing.offers:
        yield "  Offers:"
        yield from (f"    {line}" for line in _offer_lines(hearing))
    if hearing.offers and not hearing.frames_lost:  # Else the offers that were lost may be the ones that count.
        yield "  Computers now:"
        yield from (f"    {_outlook_words(each)}" for each in verdict.outlooks)
    yield f"  Spanning tree: {_bridge_words(hearing.bridge)}"
    yield f"  Switch (LLDP, CDP): {_neighbour_words(hearing.neighbour)}"
    yield f"  IGMP querier: {hearing.querier or _NOT_HEARD}"
    if hearing.vlans:
        yield f"  Tagged frames of VLAN: {', '.join(map(str, sorted(hearing.vlans)))}"
    yield f"  Own broadcasts came back: {hearing.came_back or 'no'}"


def look_values(look: SiteLook) -> dict[str, object]:
    """One card as JSON has it."""
    hearing, verdict = look.hearing, look.verdict
    return {
        "interface": hearing.interface,
        "address": _text(hearing.own),
        "listened_s": round(hearing.listened_s, 2),
        "verdict": verdict.kind.value,
        "sentence": verdict.sentence,
        "mode": verdict.mode.value if verdict.mode is not None else None,
        "point_to": _text(verdict.point_to),
        "fault": fault_values(verdict.fault) if verdict.fault is not None else None,
        "notes": [fault_values(each) for each in verdict.notes],
        "causes": list(verdict.causes),
        "offers": [_offer_values(each) for each in hearing.offers],
        "boot_servers": [_boot_server_values(each) for each in hearing.boot_servers],
        "outlooks": [_outlook_values(each) for each in verdict.outlooks],
        "spanning_tree": _bridge_values(hearing.bridge),
        "switch": _neighbour_values(hearing.neighbour),
        "igmp_querier": _text(hearing.querier),
        "tagged_vlans": sorted(hearing.vlans),
        "own_frames_came_back": hearing.came_back,
        "other_computers_asking": hearing.others_asking,
        "refusing": [str(each) for each in hearing.refusing],
        "address_also_of": _text(hearing.twin),
        "frames_lost": hearing.frames_lost,
    }


def _mode_words(hearing: SiteHearing, verdict: SiteVerdict) -> str:
    match verdict.mode:
        case SiteMode.PROXY:
            after = "after that, " if verdict.kind not in HARMLESS else ""
            return f"Recommended: {after}serve beside it, by `fogportable serve --interface {hearing.interface}`."
        case SiteMode.PRIVATE_NETWORK:
            return "Recommended: a private network, if this is a switch of your own without a DHCP server."
        case SiteMode.POINT:
            return f"Recommended: point computers to the FOG server {verdict.point_to}, each kind to its own file."
        case SiteMode.NOTHING:
            return "Recommended: nothing to do, computers start over the network already."
    return "Recommended: ask again before anything is changed."


# --- offers -------------------------------------------------------------------------------------------------------


def _offer_lines(hearing: SiteHearing) -> Iterator[str]:
    """The same offer to several kinds of computers is one line."""
    told: dict[str, list[str]] = {}
    for each in hearing.offers:
        told.setdefault(_offer_words(each.offer), []).append(_ASKERS[each.asker])
    for words, askers in told.items():
        yield f"{words} (to {', '.join(dict.fromkeys(askers))})"
    for server in hearing.boot_servers:
        yield f"{server.address} port 4011: {_PORTS_4011[server.state]}"


def _offer_words(offer: ServerOffer) -> str:
    words = [f"{offer.server}:"]
    words.append(f"address {offer.address}," if offer.gives_address else "no address,")
    if offer.vendor_class:
        words.append(f"class {name_for_people(offer.vendor_class)},")
    if offer.vendor_options is not None:
        words.append(f"option 43 with {', '.join(map(str, sorted(offer.vendor_options)))},")
    if offer.next_server != NO_ADDRESS:
        words.append(f"next server {offer.next_server},")
    words.append(f"file {name_for_people(offer.uefi_file)}" if offer.uefi_file else "no file")
    if is_from_a_kit(offer):
        words.append("- another FOG Portable")
    return " ".join(words)


def _outlook_words(outlook: Outlook) -> str:
    server = outlook.server
    match outlook.ending:
        case BootEnding.LOADS:
            now = f"loads {outlook.file} from {server}"
        case BootEnding.MENU:
            now = f"shows the boot menu of {server}"
        case BootEnding.ASKS_4011:
            now = f"asks {server} on port 4011"
        case BootEnding.STOPS:
            code = " (PXE-E16)" if outlook.asker is ProbeAsker.UEFI else ""
            now = f"asks {server} on port 4011 and gets nothing to boot from there{code}"
        case BootEnding.LOCAL_DISK:
            now = f"is told by {server} not to boot from the network (PXE-E21)"
        case BootEnding.NOTHING_TO_BOOT:
            now = f"gets an address from {outlook.lease} and nothing to boot"
        case BootEnding.NO_ADDRESS:
            now = "gets no address"
    return f"{_ASKERS[outlook.asker]} {now}, as {outlook.reason.value}; it {_CHANCES[outlook.our_chance]}"


def _offer_values(heard: HeardOffer) -> dict[str, object]:
    offer = heard.offer
    return {
        "as": heard.asker.value,
        "server": str(offer.server),
        "after_s": round(heard.after_s, 3),
        "gives": str(offer.address) if offer.gives_address else None,
        "next_server": None if offer.next_server == NO_ADDRESS else str(offer.next_server),
        "file": name_for_people(offer.uefi_file),
        "server_name": name_for_people(offer.server_name),
        "class": name_for_people(offer.vendor_class),
        "option_43": None
        if offer.vendor_options is None
        else {str(k): v.hex() for k, v in offer.vendor_options.items()},
        "ipxe_priority": offer.ipxe_priority,
        "hides_proxies": offer.hides_proxies,
        "kind": offer.offer_class.name.lower(),
        "is_another_kit": is_from_a_kit(offer),
    }


def _boot_server_values(heard: BootServerHeard) -> dict[str, object]:
    answer = heard.answer
    file = "" if answer is None else name_for_people(answer.uefi_file)
    return {"address": str(heard.address), "port_4011": heard.state.value, "file": file}


def _outlook_values(outlook: Outlook) -> dict[str, object]:
    return {
        "as": outlook.asker.value,
        "ending": outlook.ending.value,
        "lease_from": _text(outlook.lease),
        "server": _text(outlook.server),
        "file": outlook.file,
        "reason": outlook.reason.name.lower(),
        "why": outlook.reason.value,
        "our_chance": outlook.our_chance.value,
    }


# --- switches -----------------------------------------------------------------------------------------------------


def _bridge_words(bridge: Bpdu | None) -> str:
    if bridge is None:
        return _NOT_HEARD
    version = {0: "first version", 2: "rapid", 3: "multiple"}.get(bridge.version, f"version {bridge.version}")
    state = "" if bridge.is_forwarding is None else ", port open" if bridge.is_forwarding else ", port not open yet"
    role = f", port role {bridge.role.name.lower()}" if bridge.role is not None else ""
    vlan = f", VLAN {bridge.vlan}" if bridge.vlan is not None else ""
    return f"bridge {bridge.bridge}, {version}, forward delay {bridge.forward_delay_s:g} s{role}{state}{vlan}"


def _bridge_values(bridge: Bpdu | None) -> dict[str, object] | None:
    if bridge is None:
        return None
    return {
        "version": bridge.version,
        "bridge": str(bridge.bridge),
        "root": str(bridge.root),
        "port": bridge.port,
        "forward_delay_s": bridge.forward_delay_s,
        "hello_s": bridge.hello_s,
        "role": bridge.role.name.lower() if bridge.role is not None else None,
        "is_forwarding": bridge.is_forwarding,
        "vlan": bridge.vlan,
    }


def _neighbour_words(neighbour: SwitchNeighbour | None) -> str:
    if neighbour is None:
        return _NOT_HEARD
    words = (neighbour.name or "unnamed", neighbour.port and f"port {neighbour.port}")
    vlan = f"VLAN {neighbour.vlan}" if neighbour.vlan is not None else ""
    return ", ".join(filter(None, (*words, vlan)))


def _neighbour_values(neighbour: SwitchNeighbour | None) -> dict[str, object] | None:
    if neighbour is None:
        return None
    return {
        "protocol": neighbour.protocol.value,
        "name": neighbour.name,
        "port": neighbour.port,
        "vlan": neighbour.vlan,
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)
