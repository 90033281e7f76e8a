"""What asking a network has shown, in the words of the card "This network"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from ipaddress import IPv4Address

from PySide6.QtCore import QCoreApplication

from fogportable.model import (
    BootEnding,
    BootServerSeen,
    NetworkLook,
    OurChance,
    ProbeAsker,
    Prospect,
    SiteMode,
    SpanningTree,
    SwitchPort,
)

#: Who is told of in "Would boot now"; HTTP Boot is rare, and the command line has it.
_ASKERS = (ProbeAsker.BIOS, ProbeAsker.UEFI, ProbeAsker.IPXE)


def _tr(text: str) -> str:
    return QCoreApplication.translate("NetworkWords", text)


def network_facts(look: NetworkLook, names: Mapping[IPv4Address, str]) -> dict[str, str]:
    """By the names of `NetworkCard.facts`. names: what the site calls machines that are other kits."""
    return {
        "addresses": ", ".join(map(str, look.address_servers)) or _tr("nobody answered"),
        "boot": "\n".join(_boot_server(each, names.get(each.server, "")) for each in look.boot_servers)
        or _tr("none answered"),
        "tree": _tree(look.tree),
        "switch": _switch(look.switch),
        "igmp": _tr("{address} asks for groups").format(address=look.querier) if look.querier else _not_heard(),
        "now": "\n".join(prospect_lines(look.prospects)),
        "advice": advice(look),
    }


def advice(look: NetworkLook) -> str:
    """What to do here."""
    match look.mode:
        case SiteMode.PROXY if look.is_fine:
            return _tr("Start: this laptop answers beside it")
        case SiteMode.PROXY:
            return _tr("Mend that, then Start: this laptop answers beside it")
        case SiteMode.PRIVATE_NETWORK:
            return _tr("A private network, if this is a switch of your own")
        case SiteMode.POINT:
            return _tr("Point computers to the FOG server {address}").format(address=look.point_to)
        case SiteMode.NOTHING if any(each.is_kit for each in look.boot_servers):
            return _tr("Nothing: the other FOG Portable serves this network")
        case SiteMode.NOTHING:
            return _tr("Nothing: computers boot here already")
    return _tr("Check again before anything is changed")


def prospect_lines(prospects: Sequence[Prospect]) -> Iterator[str]:
    """`UEFI, iPXE: nothing now, from here after Start`: those who fare alike in one line."""
    alike: dict[str, list[str]] = {}
    for each in prospects:
        if each.asker in _ASKERS:
            alike.setdefault(_fate(each), []).append(_who(each))
    for fate, who in alike.items():
        yield _tr("{who}: {fate}").format(who=", ".join(who), fate=fate)


def _who(prospect: Prospect) -> str:
    """What was not measured is likely at most."""
    names = {ProbeAsker.BIOS: "BIOS", ProbeAsker.UEFI: "UEFI", ProbeAsker.IPXE: "iPXE", ProbeAsker.HTTP: "HTTP Boot"}
    name = names[prospect.asker]
    return name if prospect.is_measured else _tr("{who} (likely)").format(who=name)


def _fate(prospect: Prospect) -> str:
    now = _now(prospect)
    if prospect.ending is BootEnding.NO_ADDRESS:
        return now
    after = {
        OurChance.SURE: _tr("from here after Start"),
        OurChance.DEPENDS: _tr("after Start from whoever answers first"),
        OurChance.NONE: _tr("the same after Start"),
    }
    return _tr("{now}, {after}").format(now=now, after=after[prospect.chance])


def _now(prospect: Prospect) -> str:
    server = prospect.server
    match prospect.ending:
        case BootEnding.LOADS:
            return _tr("{file} of {server} now").format(file=prospect.file, server=server)
        case BootEnding.MENU:
            return _tr("the menu of {server} now").format(server=server)
        case BootEnding.ASKS_4011:
            return _tr("asks {server} on port 4011 now").format(server=server)
        case BootEnding.STOPS:
            return _tr("stops now, as {server} gives nothing on port 4011").format(server=server)
        case BootEnding.LOCAL_DISK:
            return _tr("its own disk now, as {server} says").format(server=server)
        case BootEnding.NO_ADDRESS:
            return _tr("nothing, as it gets no address")
    return _tr("nothing now")


def _boot_server(seen: BootServerSeen, name: str) -> str:
    who = f"{seen.server} ({name})" if name else str(seen.server)
    if seen.is_kit:
        return _tr("{server}: another FOG Portable").format(server=who)
    if seen.file:
        return _tr("{server} names {file}").format(server=who, file=seen.file)
    return _tr("{server} answers network boot").format(server=who)


def _tree(tree: SpanningTree | None) -> str:
    if tree is None:
        return _not_heard()
    if tree.is_open:
        return _tr("heard, this port is open")
    if tree.wait_s:
        return _tr("heard, a new port opens after up to {seconds} s").format(seconds=f"{tree.wait_s:g}")
    return _tr("heard, ports open at once")


def _switch(switch: SwitchPort | None) -> str:
    if switch is None:
        return _not_heard()
    port = _tr("port {port}").format(port=switch.port) if switch.port else ""
    vlan = _tr("VLAN {number}").format(number=switch.vlan) if switch.vlan is not None else ""
    return ", ".join(filter(None, (switch.name, port, vlan))) or _tr("heard, says nothing of the port")


def _not_heard() -> str:
    return _tr("not heard yet")


def silence_reasons(look: NetworkLook | None) -> tuple[str, ...]:
    """Why no computer may be heard, with what this network has shown. look: None when nobody has asked it."""
    off = _tr("Network boot is switched off in the firmware of the PC, or another key was pressed.")
    if look is None:
        return (
            _tr("The switch port stays shut for 30 s after a PC is switched on (spanning tree)."),
            _tr("The PC hangs in another network or VLAN than this laptop."),
            off,
        )
    reasons = [_loop_reason(look), _tree_reason(look.tree), _vlan_reason(look)]
    if not look.address_servers:
        reasons.append(_tr("No DHCP server answered here, so this may not be the room's network."))
    reasons += [off, "" if look.came_back else _tr("Our own broadcasts did not come back: no loop was seen.")]
    return tuple(filter(None, reasons))


def _loop_reason(look: NetworkLook) -> str:
    if not look.came_back:
        return ""
    return _tr("Our own broadcasts came back: a cable leads round in a circle and drowns everything else.")


def _tree_reason(tree: SpanningTree | None) -> str:
    if tree is None:
        return _tr("The switch port stays shut for 30 s after a PC is switched on (spanning tree, not heard here yet).")
    if not tree.wait_s:
        return ""
    words = _tr("The switch here has spanning tree: a port stays shut for up to {seconds} s after a PC is switched on.")
    return words.format(seconds=f"{tree.wait_s:g}")


def _vlan_reason(look: NetworkLook) -> str:
    if look.vlans:
        words = _tr("Tagged frames of VLAN {numbers} come in: this is a port between switches, not one for computers.")
        return words.format(numbers=", ".join(map(str, look.vlans)))
    if look.switch is None:
        return _tr("The PC hangs in another network or VLAN than this laptop (the switch has not said which this is).")
    words = _tr("The PC hangs in another network than this laptop, whose switch says: {port}.")
    return words.format(port=_switch(look.switch))
