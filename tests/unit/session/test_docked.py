"""Computers that use one dock in turn: a row each, where their firmware says which computer asks."""

from __future__ import annotations

from fogportable.events import Crowd
from fogportable.model import ClientStage
from tests.unit.session.test_clients import MAC, START, Room, asked, finished, started

ONE, OTHER = "4c4c4544-0038-3610-8052-000000000001", "4c4c4544-0038-3610-8052-000000000002"


def test_two_computers_behind_one_dock_have_a_row_each_and_keep_it() -> None:
    room = Room().sees(asked(uuid=ONE), started("ipxe.efi"), finished("ipxe.efi"), asked(uuid=OTHER))
    before, now = room.tracker.snapshots((), room.now_s)
    assert (now.uuid, now.stage, now.file) == (OTHER, ClientStage.ASKING, "")
    assert (before.uuid, before.file, before.total_bytes) == (ONE, "ipxe.efi", 1000)
    assert now.key != before.key
    room.sees(asked(uuid=ONE))
    again = next(each for each in room.tracker.snapshots((), room.now_s) if each.uuid == ONE)
    assert (again.key, again.attempts) == (before.key, 2), "a second try in the same row"
    assert len(room.tracker) == 2


def test_a_request_without_a_number_is_of_whoever_asked_last_with_the_address() -> None:
    room = Room().sees(asked(uuid=ONE), asked(uuid=OTHER), started("ipxe.efi"), asked())
    rows = room.tracker.snapshots((), room.now_s)
    assert [(each.uuid, each.attempts) for each in rows] == [(ONE, 1), (OTHER, 2)]


def test_numbers_that_many_boards_have_do_not_split_a_row() -> None:
    room = Room().sees(asked(uuid="03000200-0400-0500-0006-000700080009"), asked(uuid=ONE), asked(runs_ipxe=True))
    assert room.row().uuid == ONE


def test_crowds_tell_docked_computers_apart_too() -> None:
    room = Room()
    for number, uuid in enumerate((ONE, OTHER, ONE), 1):
        crowd = Crowd(number, float(number), START, [MAC.octets], lambda _, uuid=uuid: asked(uuid=uuid))  # type: ignore[misc]
        room.tracker.apply_crowd(crowd)
    rows = room.tracker.snapshots((), 3.0)
    assert sorted((each.uuid, each.attempts) for each in rows) == [(ONE, 1), (OTHER, 1)]
