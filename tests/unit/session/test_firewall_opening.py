"""One change at a time: what is open, for whom, and what is left when something fails."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from fogportable.errors import FaultCode, ServiceError
from fogportable.model import ChangeOwner, LaptopChanges
from fogportable.platform.firewall import FirewallFacts
from fogportable.platform.firewall_change import FirewallChange, FrontEnd, plan_opening
from fogportable.platform.firewall_record import TAKEN_BACK, ChangeRecord
from fogportable.platform.firewall_walk import IncomingPacket
from fogportable.platform.privilege import Ask
from fogportable.session.firewall_opening import FirewallOpening

ONE = FirewallChange(FrontEnd.UFW, (("ufw", "allow", "67"),), (("ufw", "delete", "allow", "67"),))
OTHER = FirewallChange(FrontEnd.UFW, (("ufw", "allow", "69"),), (("ufw", "delete", "allow", "69"),))


class Hands:
    """A firewall that is a list of what was run. error: raised by the next change."""

    asks = False

    def __init__(self, record: Path) -> None:
        self._record = record
        self.error: OSError | None = None
        self.run: list[str] = []

    def plan(self, packets: Sequence[IncomingPacket]) -> FirewallChange | None:
        return plan_opening(packets, lambda _card: FirewallFacts())

    def make(self, change: FirewallChange) -> None:
        assert self._record.exists(), "it is written down first"
        if self.error is not None:
            raise self.error
        self.run += [" ".join(each) for each in change.do]

    def undo(self, change: FirewallChange) -> None:
        self.run += [" ".join(each) for each in change.undo]


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    return Hands(tmp_path / "change.json")


@pytest.fixture
def opening(tmp_path: Path, hands: Hands) -> FirewallOpening:
    return FirewallOpening(Ask.NEVER, file=tmp_path / "change.json", hands=hands)


def test_second_change_joins_the_first_and_both_are_taken_back(opening: FirewallOpening, hands: Hands) -> None:
    opening.open(ONE)
    opening.open(OTHER)
    assert hands.run == ["ufw allow 67", "ufw allow 69"], "the first one is not made again"
    assert opening.undo() == LaptopChanges(("ufw allow 67", "ufw allow 69"), ChangeOwner.OURS)
    assert hands.run[2:] == ["ufw delete allow 67", "ufw delete allow 69"]
    assert opening.changes() == LaptopChanges()


def test_refused_second_change_leaves_the_first_in_force(opening: FirewallOpening, hands: Hands) -> None:
    opening.open(ONE)
    hands.error = PermissionError("closed")
    with pytest.raises(ServiceError) as refused:
        opening.open(OTHER)
    assert refused.value.code is FaultCode.FIREWALL_NOT_CHANGED
    assert opening.changes() == LaptopChanges(("ufw allow 67",), ChangeOwner.OURS)


def test_after_a_change_that_failed_nothing_of_ours_is_open(opening: FirewallOpening, hands: Hands) -> None:
    opening.open(ONE)
    hands.error = OSError("no such chain")
    with pytest.raises(ServiceError) as failed:
        opening.open(OTHER)
    assert "no such chain" in failed.value.fault.detail
    assert opening.changes() == LaptopChanges()
    assert hands.run[-2:] == ["ufw delete allow 67", "ufw delete allow 69"]


def test_what_was_taken_back_for_a_crashed_run_is_told_once_and_not_done_again(
    tmp_path: Path, opening: FirewallOpening, hands: Hands
) -> None:
    crashed = ChangeRecord(tmp_path / "change.json")
    crashed.keep(ONE)
    crashed.let_go()
    with crashed.path.open("a") as record:
        record.write(TAKEN_BACK)
    assert opening.changes().owner is ChangeOwner.TAKEN_BACK
    assert opening.undo() == LaptopChanges(("ufw allow 67",), ChangeOwner.TAKEN_BACK)
    assert hands.run == []
    assert opening.undo() == LaptopChanges()


def test_what_another_program_answers_for_is_left_alone(tmp_path: Path, opening: FirewallOpening, hands: Hands) -> None:
    other = ChangeRecord(tmp_path / "change.json")
    other.keep(ONE)
    assert opening.changes().owner is ChangeOwner.ELSEWHERE
    assert opening.undo() == LaptopChanges()
    with pytest.raises(ServiceError) as refused:
        opening.open(OTHER)
    assert refused.value.code is FaultCode.FIREWALL_NOT_CHANGED
    assert other.read() == ONE
    assert hands.run == []
    other.let_go()
    assert opening.undo().owner is ChangeOwner.LEFT
    assert hands.run == ["ufw delete allow 67"]
