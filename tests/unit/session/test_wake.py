"""Which computers are woken."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address, IPv4Interface

import pytest

from fogportable.config.profile import BootSettings, Profile
from fogportable.errors import FaultCode, ServiceError
from fogportable.model import BootRule, ClientLists, PrivateNetwork, Room, Seat, ServingInterface, StaticHost
from fogportable.protocol.address import MacAddress, MacPattern
from fogportable.session.wake import known_macs, wake

_ONE, _TWO, _THREE, _FOUR = (MacAddress.parse(f"52:54:00:00:00:0{number}") for number in (1, 2, 3, 4))
_CARD = ServingInterface("eth0", 2, IPv4Interface("192.0.2.1/24"), "eth0")


def test_a_profile_names_computers_in_lists_rules_and_its_private_network() -> None:
    profile = Profile(
        room=Room(seats=(Seat(1), Seat(2, mac=_FOUR), Seat(3, mac=_ONE))),
        clients=ClientLists(allow=(MacPattern(_ONE.octets), MacPattern.parse("52:54:00")), approved=(_TWO,)),
        boot=BootSettings(rules=(BootRule(frozenset(), "a.efi", macs=(MacPattern(_TWO.octets),)),)),
        private_network=PrivateNetwork(
            "eth1",
            IPv4Address("10.0.0.10"),
            IPv4Address("10.0.0.20"),
            hosts=(StaticHost(_THREE, IPv4Address("10.0.0.10")), StaticHost(_ONE, IPv4Address("10.0.0.11"))),
        ),
    )
    assert known_macs(profile) == (_FOUR, _ONE, _THREE, _TWO)


def test_what_is_left_alone_is_not_woken() -> None:
    rules = (BootRule(frozenset(), macs=(MacPattern(_TWO.octets),), is_ignored=True),)
    profile = Profile(boot=BootSettings(rules=rules), clients=ClientLists(allow=(MacPattern(_ONE.octets),)))
    assert known_macs(profile) == (_ONE,)
    denied = replace(profile.clients, deny=(MacPattern.parse("52:54"),))
    assert known_macs(replace(profile, clients=denied)) == ()


def test_nobody_and_no_card_are_told_before_anything_is_sent() -> None:
    with pytest.raises(ServiceError) as without_card:
        wake((_ONE,), ())
    assert without_card.value.code is FaultCode.NO_INTERFACE_CHOSEN
    with pytest.raises(ServiceError) as without_anybody:
        wake((MacAddress(b"\xff" * 6),), (_CARD,))
    assert without_anybody.value.code is FaultCode.NOBODY_TO_WAKE


def test_an_address_that_the_card_has_no_more_is_told_with_the_card() -> None:
    with pytest.raises(ServiceError) as gone:
        wake((_ONE,), (_CARD,))
    assert gone.value.code is FaultCode.WAKE_NOT_SENT
    assert "eth0" in gone.value.fault.message
