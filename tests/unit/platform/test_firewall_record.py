"""The record of what was changed: who answers for it, and what is left when nobody does."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from fogportable.platform.firewall import FirewallFacts
from fogportable.platform.firewall_change import FirewallChange, plan_change
from fogportable.platform.firewall_record import TAKEN_BACK, ChangeRecord
from tests.unit.platform.firewall_packets import DISCOVER
from tests.unit.platform.test_firewall import ZONE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such lock")


@pytest.fixture
def change() -> FirewallChange:
    made = plan_change(FirewallFacts(zone=ZONE), (DISCOVER,))
    assert made is not None
    return made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "change.json"


def test_record_is_somebodys_until_he_lets_go(path: Path, change: FirewallChange) -> None:
    ours, another = ChangeRecord(path), ChangeRecord(path)
    assert not another.is_held_elsewhere()
    ours.keep(change)
    assert (ours.is_held_elsewhere(), another.is_held_elsewhere()) == (False, True)
    assert another.read() == change
    ours.keep(change.joined(change))
    assert another.is_held_elsewhere(), "written anew it is still ours"
    ours.let_go()
    assert not another.is_held_elsewhere()
    assert another.read() == change.joined(change)


def test_forgotten_record_leaves_nothing(path: Path, change: FirewallChange) -> None:
    record = ChangeRecord(path)
    record.keep(change)
    record.forget()
    assert record.read() is None
    assert os.listdir(path.parent) == []
    record.forget()


def test_whoever_has_the_open_record_can_say_that_it_is_taken_back(path: Path, change: FirewallChange) -> None:
    record = ChangeRecord(path)
    record.keep(change)
    assert record.descriptor is not None
    os.write(record.descriptor, TAKEN_BACK.encode())
    assert record.is_taken_back()
    assert record.read() == change
    record.let_go()


def test_damaged_record_is_no_empty_one(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("{")
    with pytest.raises(OSError, match="damaged"):
        ChangeRecord(path).read()
