"""Why nobody answers at a site, from what was heard there all the same. Pure."""

from __future__ import annotations

from fogportable.boot.site_hearing import SiteHearing

#: Listening and learning (IEEE 802.1D): a port waits for the delay twice.
_DELAYS = 2
#: A delay that nobody notices.
_SHORT_WAIT_S = 8.0


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
    vlan = told_vlan(hearing)
    if vlan is not None:
        causes.append(f"The switch says that this port is in VLAN {vlan}: is that the room's?")
    if hearing.vlans:
        numbers = ", ".join(map(str, sorted(hearing.vlans)))
        causes.append(
            f"Tagged frames of VLAN {numbers} come in: this is a port between switches, not one for computers."
        )
    if hearing.bridge is None and not hearing.others_asking:
        causes.append("The port is in another VLAN, is shut by port security, or leads to a switch without any server.")
    causes.append("A DHCP server is here and answers known computers only.")
    causes.append("Computers that never ask have network boot switched off, or another key was pressed.")
    return tuple(causes)


def wait_s_of(hearing: SiteHearing) -> float:
    """How long a port of the bridge may keep a computer waiting; 0 when nobody would notice."""
    if hearing.bridge is None:
        return 0.0
    wait_s = _DELAYS * hearing.bridge.forward_delay_s
    return wait_s if wait_s >= _SHORT_WAIT_S else 0.0


def told_vlan(hearing: SiteHearing) -> int | None:
    """The VLAN of this port as the switch tells it; None when it does not."""
    if hearing.neighbour is not None and hearing.neighbour.vlan is not None:
        return hearing.neighbour.vlan
    return hearing.bridge.vlan if hearing.bridge is not None else None
