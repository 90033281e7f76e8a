"""What can be said of a network card before Start, without sending anything."""

from __future__ import annotations

from collections.abc import Sequence

from fogportable.errors import Fault, FaultCode, describe
from fogportable.figures import speed_words
from fogportable.language import say
from fogportable.model import Finding, InterfaceKind, NetworkInterface, Topic, Verdict

#: Cards that programs for virtual machines and containers make for themselves.
_OF_VIRTUAL_MACHINES = ("docker", "virbr", "vboxnet", "vmnet", "lxcbr", "lxdbr", "podman", "cni", "vnet")


def check_network(interface: NetworkInterface | None, others: Sequence[NetworkInterface] = ()) -> Finding:
    """The card's line. others: all cards of this machine, to find one in the same network."""
    if interface is None:
        return _blocked(describe(FaultCode.NO_INTERFACE_CHOSEN))
    if interface.unusable is not None:
        return _blocked(interface.unusable)
    if interface.address is None:
        return _blocked(describe(FaultCode.INTERFACE_NO_ADDRESS, interface=interface.name))
    faults = list(_doubts(interface, others))
    if faults:
        return Finding(Topic.NETWORK, Verdict.WARNING, faults[0].message, tuple(faults))
    more = len(interface.addresses) - 1
    count = (
        say("one address")
        if not more
        else say("{more} addresses, {ip} is used", more=more + 1, ip=interface.address.ip)
    )
    speed = "" if interface.speed_mbit_s is None else f", {speed_words(interface.speed_mbit_s)}"
    return Finding(
        Topic.NETWORK,
        Verdict.OK,
        say(
            "{friendly_name} is ready: {count}{speed}.", friendly_name=interface.friendly_name, count=count, speed=speed
        ),
    )


def doubt_of_kind(interface: NetworkInterface) -> Fault | None:
    """Why a card of its kind is probably not meant: no computer starts over it."""
    if interface.kind is InterfaceKind.WIFI:
        return describe(FaultCode.INTERFACE_WIFI, interface=interface.name)
    if interface.kind is InterfaceKind.VPN:
        return describe(FaultCode.INTERFACE_VPN, interface=interface.name)
    if interface.name.startswith(_OF_VIRTUAL_MACHINES):
        return describe(FaultCode.INTERFACE_OF_VIRTUAL_MACHINES, interface=interface.name)
    return None


def _doubts(interface: NetworkInterface, others: Sequence[NetworkInterface]) -> list[Fault]:
    name = interface.name
    found = []
    if interface.has_link is False:
        found.append(describe(FaultCode.INTERFACE_DOWN, interface=name))
    doubt = doubt_of_kind(interface)
    if doubt is not None:
        found.append(doubt)
    assert interface.address is not None
    network = interface.address.network
    for other in others:
        is_beside = other.name != name and other.is_up and other.has_link is not False
        if is_beside and any(each.network.overlaps(network) for each in other.addresses if not each.is_link_local):
            found.append(
                describe(FaultCode.INTERFACES_IN_ONE_NETWORK, interface=name, other=other.name, network=network)
            )
    return found


def _blocked(fault: Fault) -> Finding:
    return Finding(Topic.NETWORK, Verdict.BLOCKED, fault.message, (fault,))
