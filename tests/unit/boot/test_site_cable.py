"""Troubles of the cable while serving: each told once, and once as over."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address

from fogportable.boot.site_cable import LOOP_OVER_S, OWN_FRAMES_OF_A_LOOP, TWIN_OVER_S, SiteCable
from fogportable.boot.site_conflicts import OwnPlace
from fogportable.boot.site_observer import CableSign
from fogportable.events import SiteConflictFound, SiteConflictOver
from fogportable.model import SiteConflictKind, SiteSnapshot
from fogportable.protocol.address import MacAddress
from tests.unit.boot.test_site_observer import KIT, KIT_MAC, LEASE, SITE_MAC, kinds, observer
from tests.unit.boot.test_site_verdict import TREE


def test_frames_of_our_own_that_keep_coming_in_are_a_loop_told_once_and_once_over() -> None:
    cable = SiteCable()
    told = [event for number in range(50) for event in cable.note_own_frame("kit0", 1.0 + number / 100)]
    assert kinds(tuple(told)) == ["site_conflict_found"]
    assert cable.expire(1.49 + LOOP_OVER_S - 0.1) == ()
    assert kinds(cable.expire(1.49 + LOOP_OVER_S)) == ["site_conflict_over"]
    assert (cable.snapshot(), cable.next_deadline()) == ((), None)


def test_one_echo_is_no_loop() -> None:
    cable = SiteCable()
    assert [cable.note_own_frame("kit0", number * (LOOP_OVER_S + 1)) for number in range(10)] == [()] * 10
    assert OWN_FRAMES_OF_A_LOOP > 1


def test_machine_with_our_address_is_told_with_its_hardware_address_until_it_was_silent_for_long() -> None:
    cable = SiteCable()
    (found,) = cable.note_twin("kit0", KIT, SITE_MAC, 5.0)
    assert isinstance(found, SiteConflictFound)
    assert (found.kind, found.server) == (SiteConflictKind.ADDRESS_TAKEN, KIT)
    assert str(SITE_MAC) in found.sentence()
    assert cable.note_twin("kit0", KIT, SITE_MAC, 100.0) == ()
    assert cable.expire(5.0 + TWIN_OVER_S) == ()
    (over,) = cable.expire(100.0 + TWIN_OVER_S)
    assert isinstance(over, SiteConflictOver)


def test_spanning_tree_with_a_delay_is_told_once_and_is_no_warning() -> None:
    cable = SiteCable()
    (found,) = cable.note_bpdu("kit0", TREE)
    assert isinstance(found, SiteConflictFound)
    assert found.kind.is_harmless
    assert cable.note_bpdu("kit0", TREE) == ()
    assert SiteCable().note_bpdu("kit0", replace(TREE, forward_delay_s=2.0)) == ()


def test_cards_are_told_apart_and_what_stands_in_the_way_comes_first() -> None:
    cable = SiteCable()
    cable.note_bpdu("kit0", TREE)
    assert len(cable.note_twin("kit0", KIT, SITE_MAC, 1.0)) == 1
    assert len(cable.note_bpdu("kit1", TREE)) == 1
    shown = SiteSnapshot(cable=cable.snapshot()).conflicts
    assert [each.kind.is_harmless for each in shown] == [False, True, True]


def test_only_claims_of_others_to_our_very_address_count() -> None:
    site = observer()
    other = MacAddress.parse("02:00:00:00:00:09")
    assert site.receive_cable(CableSign("kit0", KIT_MAC, claims=KIT), 1.0) == ()
    assert site.receive_cable(CableSign("kit0", other, claims=IPv4Address("10.77.1.99")), 1.0) == ()
    assert site.receive_cable(CableSign("eth9", other, claims=KIT), 1.0) == ()
    assert kinds(site.receive_cable(CableSign("kit0", other, claims=KIT), 1.0)) == ["site_conflict_found"]
    assert site.next_deadline() == 1.0 + TWIN_OVER_S
    site.move({"kit0": OwnPlace("kit0", LEASE, frozenset({LEASE}))}, frozenset({KIT_MAC}))
    assert kinds(site.expire(2.0)) == ["site_conflict_over"]
    assert site.receive_cable(CableSign("kit0", other, claims=KIT), 3.0) == ()
