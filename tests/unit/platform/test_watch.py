from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Interface

from fogportable.errors import FaultCode
from fogportable.model import InterfaceKind, NetworkInterface, ServingInterface
from fogportable.platform.watch import Change, InterfaceChange, InterfaceWatch

HEALTHY = NetworkInterface(
    name="eth0",
    index=3,
    kind=InterfaceKind.WIRED,
    friendly_name="Wired",
    mac=None,
    addresses=(IPv4Interface("10.0.0.2/24"),),
    is_up=True,
    has_link=True,
    speed_mbit_s=1000,
    mtu=1500,
)
SERVED = ServingInterface("eth0", 3, IPv4Interface("10.0.0.2/24"), "eth0")
NO_LINK = replace(HEALTHY, has_link=False)
NO_ADDRESS = replace(HEALTHY, addresses=())
SELF_ASSIGNED = replace(HEALTHY, addresses=(IPv4Interface("169.254.1.2/16"),))
OTHER_ADDRESS = replace(HEALTHY, addresses=(IPv4Interface("10.9.0.5/16"),))
REPLUGGED = replace(HEALTHY, index=8)


def _changes(*seen: NetworkInterface | None) -> list[list[InterfaceChange]]:
    """What each poll says when the card is seen like this, one after the other."""
    looks = iter(seen)
    watch = InterfaceWatch([SERVED], look=lambda name: next(looks))
    return [list(watch.poll()) for _ in seen]


def _names(*seen: NetworkInterface | None) -> list[list[Change]]:
    return [[each.change for each in changes] for changes in _changes(*seen)]


def test_nothing_new_is_nothing_said() -> None:
    assert _names(HEALTHY, HEALTHY) == [[], []]


def test_trouble_is_said_once_and_its_end_once() -> None:
    assert _names(NO_LINK, NO_LINK, HEALTHY, HEALTHY) == [[Change.LINK_LOST], [], [Change.BACK], []]


def test_trouble_that_turns_into_another_is_said() -> None:
    seen = (NO_LINK, NO_ADDRESS, None, NO_LINK, NO_ADDRESS, HEALTHY)
    assert _names(*seen) == [
        [Change.LINK_LOST],
        [Change.ADDRESS_LOST],
        [Change.GONE],
        [Change.LINK_LOST],
        [Change.ADDRESS_LOST],
        [Change.BACK],
    ]


def test_card_switched_off_counts_as_without_link() -> None:
    assert _names(replace(HEALTHY, is_up=False, has_link=None)) == [[Change.LINK_LOST]]


def test_unknown_link_is_no_trouble() -> None:
    assert _names(replace(HEALTHY, has_link=None)) == [[]]


def test_self_assigned_address_counts_as_lost_and_is_named() -> None:
    ((lost,),) = _changes(SELF_ASSIGNED)
    assert lost.change is Change.ADDRESS_LOST
    assert lost.fault is not None
    assert lost.fault.code is FaultCode.INTERFACE_SELF_ASSIGNED
    assert "169.254.1.2" in lost.fault.message


def test_changed_address_carries_both() -> None:
    (changed,), again = _changes(OTHER_ADDRESS, OTHER_ADDRESS)
    assert changed.change is Change.ADDRESS_CHANGED
    assert changed.before == SERVED
    assert changed.after == replace(SERVED, address=IPv4Interface("10.9.0.5/16"))
    assert changed.has_new_address
    assert not changed.needs_new_sockets
    assert changed.fault is not None
    assert "from 10.0.0.2 to 10.9.0.5" in changed.fault.message
    assert again == []


def test_served_address_stays_while_it_is_there_at_all() -> None:
    both = replace(HEALTHY, addresses=(IPv4Interface("10.9.0.5/16"), *HEALTHY.addresses))
    assert _names(both, HEALTHY) == [[], []]


def test_card_replugged_between_two_looks_needs_new_sockets() -> None:
    ((gone, back),) = _changes(REPLUGGED)
    assert (gone.change, back.change) == (Change.GONE, Change.BACK)
    assert back.needs_new_sockets
    assert not back.has_new_address
    assert back.after is not None
    assert back.after.index == 8


def test_card_replugged_with_another_address() -> None:
    _, (back,) = _changes(None, replace(OTHER_ADDRESS, index=8))
    assert back.change is Change.BACK
    assert back.needs_new_sockets
    assert back.has_new_address
    assert back.fault is not None
    assert back.fault.code is FaultCode.ADDRESS_CHANGED


def test_each_card_is_watched_for_itself() -> None:
    other = replace(SERVED, name="usb0", device="usb0")
    watch = InterfaceWatch([SERVED, other], look=lambda name: HEALTHY if name == "eth0" else None)
    (gone,) = watch.poll()
    assert (gone.name, gone.change) == ("usb0", Change.GONE)
    assert watch.troubled == ("usb0",)
    assert gone.fault is not None
    assert gone.fault.code is FaultCode.INTERFACE_GONE
