"""Private networks of a plan: where the range lies, and what a changed card means."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address, IPv4Interface
from pathlib import Path

import pytest

from fogportable.errors import FaultCode, ServiceError
from fogportable.model import LeasingInterface, PrivateNetwork, ServingInterface, ServingPlan, StaticHost
from fogportable.platform.udp import SocketPurpose
from fogportable.protocol.address import MacAddress
from fogportable.session.leasing import cards_of, check_leasing, placed_plan, split_sockets, why_misplaced, with_card
from fogportable.session.lineup import endpoints

CARD = ServingInterface("eth1", 3, IPv4Interface("192.168.50.1/24"), "eth1")
OTHER = ServingInterface("eth0", 2, IPv4Interface("10.0.0.5/24"), "eth0")
NETWORK = PrivateNetwork("eth1", IPv4Address("192.168.50.20"), IPv4Address("192.168.50.99"))
PLAN = ServingPlan((OTHER,), Path("/srv"), (), leasing=(LeasingInterface(CARD, NETWORK),))


@pytest.mark.parametrize(
    ("first", "last"),
    [("192.168.51.20", "192.168.51.99"), ("192.168.50.20", "192.168.51.99"), ("192.168.50.99", "192.168.50.20")],
)
def test_a_range_that_is_not_in_the_cards_network_is_refused(first: str, last: str) -> None:
    network = PrivateNetwork("eth1", IPv4Address(first), IPv4Address(last))
    with pytest.raises(ServiceError) as refused:
        check_leasing([LeasingInterface(CARD, network)])
    assert refused.value.code is FaultCode.PRIVATE_NETWORK_MISPLACED
    check_leasing(PLAN.leasing)


@pytest.mark.parametrize("address", ["192.168.51.5", "192.168.50.0", "192.168.50.255", "192.168.50.1"])
def test_a_host_or_router_that_cannot_be_on_the_cards_network_is_refused(address: str) -> None:
    host = StaticHost(MacAddress(b"\x52\x54\0\0\0\1"), IPv4Address(address))
    with pytest.raises(ServiceError) as refused:
        check_leasing([LeasingInterface(CARD, replace(NETWORK, hosts=(host,)))])
    assert refused.value.code is FaultCode.PRIVATE_NETWORK_HOST_MISPLACED
    assert address in refused.value.fault.message
    if IPv4Address(address) != CARD.address.ip:  # This machine may be the router.
        with pytest.raises(ServiceError):
            check_leasing([LeasingInterface(CARD, replace(NETWORK, router=IPv4Address(address)))])


def test_a_host_outside_the_range_but_on_the_network_is_served() -> None:
    host = StaticHost(MacAddress(b"\x52\x54\0\0\0\1"), IPv4Address("192.168.50.5"))
    check_leasing([LeasingInterface(CARD, replace(NETWORK, hosts=(host,), router=CARD.address.ip))])


def test_a_card_that_moved_to_another_network_leases_no_more_and_says_so() -> None:
    moved = ServingInterface("eth1", 7, IPv4Interface("10.9.9.9/24"), "eth1")
    kept = with_card(PLAN, moved)
    plan, fault = placed_plan(kept), why_misplaced(kept, "eth1")
    assert plan.leasing == ()
    assert plan.interfaces == (OTHER,)
    assert fault is not None
    assert fault.code is FaultCode.PRIVATE_NETWORK_MISPLACED
    assert placed_plan(with_card(kept, CARD)) == PLAN  # Back in its network it leases again.
    near = ServingInterface("eth1", 7, IPv4Interface("192.168.50.2/24"), "eth1")
    kept = with_card(PLAN, near)
    plan, fault = placed_plan(kept), why_misplaced(kept, "eth1")
    assert fault is None
    assert why_misplaced(PLAN, "eth0") is None
    assert plan.leasing[0].card == near


def test_a_private_network_alone_is_something_to_serve() -> None:
    alone = ServingPlan((), Path("/srv"), (), leasing=PLAN.leasing)
    purposes = {each.purpose for each in endpoints(alone)}
    assert purposes >= {SocketPurpose.DISCOVERY, SocketPurpose.BOOT_SERVER, SocketPurpose.TFTP, SocketPurpose.TAP}
    assert cards_of(alone) == (CARD,)
    with pytest.raises(ServiceError):
        endpoints(ServingPlan((), Path("/srv"), ()))


def test_the_proxy_is_given_no_socket_of_a_private_networks_card() -> None:
    import socket

    with socket.socket() as some:
        leases, rest = split_sockets(PLAN, dict.fromkeys(endpoints(PLAN), some))
    assert {each.interface.name for each in leases} == {"eth1"}
    assert {each.purpose for each in leases} == {SocketPurpose.DISCOVERY, SocketPurpose.BOOT_SERVER, SocketPurpose.TAP}
    left = {each.purpose for each in rest if each.interface.name == "eth1"}
    assert left == {SocketPurpose.TFTP, SocketPurpose.HTTP}
