"""Which cards cannot serve, and what that means for serving as a whole."""

from __future__ import annotations

from ipaddress import IPv4Interface
from pathlib import Path

from fogportable.errors import FaultCode, describe
from fogportable.model import ServingInterface, ServingPlan
from fogportable.session.card_troubles import CardTroubles, without_cards
from fogportable.session.leasing import cards_of
from tests.unit.session.test_leasing import PLAN

A, B = (ServingInterface(name, index, IPv4Interface(f"10.0.{index}.1/24"), name) for index, name in enumerate("ab"))
TWO = ServingPlan((A, B), Path("/srv"), ())
GONE_A, GONE_B = (describe(FaultCode.INTERFACE_GONE, interface=name) for name in "ab")
DOWN_A = describe(FaultCode.INTERFACE_DOWN, interface="a")


def test_the_latest_trouble_is_shown_and_the_other_one_once_that_is_over() -> None:
    troubles = CardTroubles(lambda: 0.0)
    troubles.note("a", GONE_A)
    troubles.note("b", GONE_B)
    assert troubles.latest == GONE_B
    assert not troubles.note("b", GONE_B)
    assert troubles.note("a", DOWN_A)
    assert troubles.latest == DOWN_A
    troubles.end("a")
    assert troubles.latest == GONE_B
    troubles.end("b")
    assert troubles.latest is None
    assert troubles.end("b") is None


def test_a_trouble_lasts_from_its_first_reason() -> None:
    clock = iter([10.0, 15.0, 25.0])
    troubles = CardTroubles(lambda: next(clock))
    troubles.note("a", GONE_A)
    troubles.note("a", DOWN_A)
    ended = troubles.end("a")
    assert ended is not None
    assert (ended.fault, ended.lasted_s) == (DOWN_A, 15.0)


def test_nothing_is_served_only_when_every_card_is_in_trouble_or_has_yielded() -> None:
    troubles = CardTroubles(lambda: 0.0)
    troubles.give_up("eth1", DOWN_A)
    assert troubles.yielded == {"eth1"}
    assert not troubles.are_everywhere(PLAN)
    assert troubles.are_everywhere(without_cards(PLAN, ["eth0"]))
    troubles.note("a", GONE_A)
    assert not troubles.are_everywhere(TWO)
    troubles.note("b", GONE_B)
    assert troubles.are_everywhere(TWO)


def test_a_private_network_that_yielded_is_what_is_left_to_show() -> None:
    troubles = CardTroubles(lambda: 0.0)
    troubles.note("a", GONE_A)
    troubles.give_up("b", GONE_B)
    assert troubles.latest == GONE_A
    troubles.end("a")
    assert not troubles
    assert troubles.latest == GONE_B


def test_a_plan_is_left_with_the_other_cards() -> None:
    assert without_cards(TWO, {"a"}).interfaces == (B,)
    assert cards_of(without_cards(PLAN, {"eth1"})) == PLAN.interfaces
