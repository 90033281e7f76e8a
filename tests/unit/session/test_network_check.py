"""What is said of a card before Start: several addresses, wireless, tunnels, virtual machines, two in one network."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Interface

import pytest

from fogportable.errors import FaultCode
from fogportable.model import InterfaceKind, Verdict
from fogportable.session.network_check import check_network
from tests.unit.session.test_preflight import CARD


def test_several_addresses_are_told_with_the_one_that_is_used() -> None:
    two = replace(CARD, addresses=(*CARD.addresses, IPv4Interface("10.0.0.5/8")))
    finding = check_network(two)
    assert (finding.verdict, finding.faults) == (Verdict.OK, ())
    assert "2 addresses, 192.168.1.20 is used" in finding.sentence


@pytest.mark.parametrize(
    ("card", "code"),
    [
        (replace(CARD, kind=InterfaceKind.WIFI), FaultCode.INTERFACE_WIFI),
        (replace(CARD, kind=InterfaceKind.VPN), FaultCode.INTERFACE_VPN),
        (replace(CARD, kind=InterfaceKind.BRIDGE, name="virbr0"), FaultCode.INTERFACE_OF_VIRTUAL_MACHINES),
        (replace(CARD, kind=InterfaceKind.VIRTUAL, name="docker0"), FaultCode.INTERFACE_OF_VIRTUAL_MACHINES),
        (replace(CARD, has_link=False), FaultCode.INTERFACE_DOWN),
    ],
)
def test_card_that_is_probably_not_meant_warns_and_can_be_started_on(card: object, code: FaultCode) -> None:
    finding = check_network(card)  # type: ignore[arg-type]
    assert finding.verdict is Verdict.WARNING
    assert [each.code for each in finding.faults] == [code]


@pytest.mark.parametrize("kind", [InterfaceKind.WIRED, InterfaceKind.USB, InterfaceKind.BRIDGE, InterfaceKind.VIRTUAL])
def test_ordinary_cards_are_ready(kind: InterfaceKind) -> None:
    assert check_network(replace(CARD, kind=kind)).verdict is Verdict.OK


def test_second_card_in_the_same_network_is_told() -> None:
    beside = replace(CARD, name="eth1", addresses=(IPv4Interface("192.168.1.77/24"),))
    finding = check_network(CARD, (CARD, beside))
    assert [each.code for each in finding.faults] == [FaultCode.INTERFACES_IN_ONE_NETWORK]
    assert "eth1" in finding.sentence
    assert "192.168.1.0/24" in finding.sentence
    elsewhere = replace(beside, addresses=(IPv4Interface("10.1.1.1/24"),))
    unplugged = replace(beside, has_link=False)
    assert check_network(CARD, (CARD, elsewhere, unplugged)).verdict is Verdict.OK
