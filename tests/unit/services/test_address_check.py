"""Asking many addresses at once whether somebody is there."""

from __future__ import annotations

from ipaddress import IPv4Address

from fogportable.protocol.address import MacAddress
from fogportable.services.address_check import AddressCheck

HOLDER = MacAddress.parse("3c:52:82:6a:00:01")
A, B = IPv4Address("192.168.50.20"), IPv4Address("192.168.50.21")


def run(check: AddressCheck, begin: float, until: float) -> list[tuple[float, IPv4Address]]:
    """Let time pass; what was found free, and when."""
    found: list[tuple[float, IPv4Address]] = []
    now = begin
    while (due := check.next_deadline()) is not None and due <= until:
        now = max(now, due)
        found += [(now, address) for address in check.run_due(now)]
    return found


def test_an_address_nobody_answers_for_is_free_after_three_questions_within_a_second() -> None:
    asked: list[IPv4Address] = []
    check = AddressCheck(asked.append)
    check.begin(A, 10.0)
    check.begin(A, 10.0)
    ((when, address),) = run(check, 10.0, 20.0)
    assert address == A
    assert asked == [A, A, A]
    assert when - 10.0 < 1.0
    assert check.next_deadline() is None


def test_who_answers_ends_the_question_at_once() -> None:
    check = AddressCheck(lambda _: None)
    check.begin(A, 10.0)
    check.run_due(10.0)
    assert check.note_seen(A, HOLDER) == (A, HOLDER)
    assert check.note_seen(A, HOLDER) is None
    assert check.note_seen(B, HOLDER) is None
    assert run(check, 10.0, 20.0) == []


def test_more_than_can_be_asked_at_once_wait_for_their_turn() -> None:
    check = AddressCheck(lambda _: None)
    addresses = [IPv4Address(int(A) + number) for number in range(300)]
    for address in addresses:
        check.begin(address, 10.0)
    found = [address for _, address in run(check, 10.0, 30.0)]
    assert sorted(found) == addresses
