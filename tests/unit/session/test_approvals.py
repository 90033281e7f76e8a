"""Who is let in, by a person, a profile or a file, and what is told of it."""

from __future__ import annotations

import pytest

from fogportable.events import ApprovalTakenBack, ClientApproved, Event
from fogportable.model import ClientLists
from fogportable.protocol.address import MacAddress
from fogportable.session import approvals as module
from fogportable.session.approvals import Approvals

_ONE, _TWO = MacAddress.parse("52:54:00:00:00:01"), MacAddress.parse("52:54:00:00:00:02")


def _made(*known: MacAddress) -> tuple[Approvals, list[Event]]:
    events: list[Event] = []
    return Approvals(events.append, known.__contains__), events


def test_everybody_is_answered_unless_approval_is_needed() -> None:
    approvals, _ = _made()
    approvals.begin(ClientLists())
    assert not approvals.is_waiting(_ONE.octets)
    approvals.need(True)
    assert approvals.is_waiting(_ONE.octets)


def test_a_profile_approves_from_the_start_and_a_person_besides() -> None:
    approvals, events = _made(_ONE)
    approvals.begin(ClientLists(needs_approval=True, approved=(_ONE,)))
    assert approvals.approve((_TWO, _TWO, _ONE)) == (_TWO,)
    assert approvals.macs() == (_ONE, _TWO)
    assert not approvals.is_waiting(_TWO.octets)
    assert events == [], "no row is made for one that was never heard"
    approvals.take_back((_ONE,))
    approvals.approve((_ONE,))
    assert events == [ApprovalTakenBack(client=_ONE), ClientApproved(client=_ONE)]


def test_the_next_room_begins_with_its_own_list() -> None:
    approvals, _ = _made()
    approvals.begin(ClientLists(needs_approval=True, approved=(_ONE,)))
    approvals.begin(ClientLists(needs_approval=True, approved=(_TWO,)))
    assert approvals.is_waiting(_ONE.octets)
    assert approvals.macs() == (_TWO,)


def test_approval_can_be_taken_back() -> None:
    approvals, events = _made(_ONE)
    approvals.begin(ClientLists(needs_approval=True, approved=(_ONE,)))
    assert approvals.take_back((_ONE, _TWO)) == (_ONE,)
    assert approvals.is_waiting(_ONE.octets)
    assert events[-1] == ApprovalTakenBack(client=_ONE)


def test_an_address_with_more_octets_than_an_approved_one_is_another() -> None:
    approvals, _ = _made()
    approvals.begin(ClientLists(needs_approval=True, approved=(_ONE,)))
    assert approvals.is_waiting(_ONE.octets + bytes(10))


def test_a_flood_of_approvals_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_APPROVED", 2)
    approvals, _ = _made()
    assert len(approvals.approve(MacAddress(bytes((2, 0, 0, 0, 0, number))) for number in range(5))) == 2
    assert approvals.approve((MacAddress(b"\x02\0\0\0\0\x09"),)) == ()
