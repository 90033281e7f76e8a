"""How far the room is, and when something may be said about the time left."""

from __future__ import annotations

from uuid import UUID

import pytest

from fogportable.model import ClientStage, Room, RoomEnd
from fogportable.room.progress import RoomPace, room_progress, rounded_minutes
from fogportable.room.seating import Computer, Seating, with_computer
from tests.unit.room.rows import mac_of, row, uuid_of

NO_LIST = Seating(Room())
SEATED = Seating(
    with_computer(with_computer(Room("", 0, 2, 1, "s{n}"), 1, Computer(mac_of(1))), 2, Computer(mac_of(2)))
)


def test_without_a_list_nobody_is_missing_and_never_all_are_done() -> None:
    told = room_progress([row(1, ClientStage.HANDED_OVER)], NO_LIST, RoomEnd.HANDED_OVER)
    assert (told.total, told.done, told.missing, told.is_all_done) == (1, 1, 0, False)


def test_those_left_alone_do_not_count() -> None:
    clients = [row(1, ClientStage.LEFT_ALONE), row(2, ClientStage.FAILED)]
    told = room_progress(clients, Seating(Room("", 3)), RoomEnd.HANDED_OVER)
    assert (told.heard, told.need_you, told.missing) == (1, 1, 2)


def test_seats_that_were_never_heard_are_named() -> None:
    told = room_progress([row(2, ClientStage.HANDED_OVER), row(9)], SEATED, RoomEnd.HANDED_OVER)
    assert told.not_seen == ("s1",)
    assert (told.total, told.missing) == (3, 1), "the guest is there besides"


def test_seats_whose_computers_are_not_known_yet_are_missing_without_a_name() -> None:
    told = room_progress([row(9)], Seating(Room("", 0, 2, 1)), RoomEnd.HANDED_OVER)
    assert (told.total, told.not_seen, told.missing) == (2, (), 1)


def test_a_computer_with_two_cards_counts_once() -> None:
    clients = [
        row(1, ClientStage.ASKING, uuid=uuid_of(1), heard_s=5.0),
        row(4, ClientStage.HANDED_OVER, uuid=uuid_of(1), heard_s=9.0),
    ]
    room = with_computer(Room("", 0, 1, 1), 1, Computer(mac_of(1)))
    told = room_progress(clients, Seating(room), RoomEnd.HANDED_OVER)
    assert told.heard == 2, "by its address alone it is not known to be the same"
    room = with_computer(Room("", 0, 1, 1), 1, Computer(mac_of(1), UUID(uuid_of(1))))
    told = room_progress(clients, Seating(room), RoomEnd.HANDED_OVER)
    assert (told.heard, told.done, told.is_all_done) == (1, 1, True)


@pytest.mark.parametrize(("end", "done"), [(RoomEnd.HANDED_OVER, 2), (RoomEnd.FOG_DONE, 1)])
def test_which_event_is_the_end_decides_who_is_done(end: RoomEnd, done: int) -> None:
    clients = [row(1, ClientStage.HANDED_OVER), row(2, ClientStage.DONE), row(3, ClientStage.IMAGING)]
    assert room_progress(clients, NO_LIST, end).done == done


def test_the_rest_of_the_room_is_judged_by_what_others_needed() -> None:
    clients = [
        row(1, ClientStage.HANDED_OVER, total_bytes=1000),
        row(2, ClientStage.LOADING, sent_bytes=100, size_bytes=500, rate=10.0, total_bytes=400),
        row(3, ClientStage.IN_MENU, total_bytes=200),
        row(4, ClientStage.FAILED, total_bytes=1),
    ]
    told = room_progress(clients, NO_LIST, RoomEnd.HANDED_OVER, steady_rate=100.0)
    assert (told.left_s, told.is_files_only) == (14.0, False)
    assert (told.sent_bytes, told.size_bytes, told.rate_bytes_per_s) == (100, 500, 10.0)


def test_before_anybody_is_done_only_the_files_on_their_way_are_judged() -> None:
    clients = [row(2, ClientStage.LOADING, sent_bytes=100, size_bytes=500, rate=10.0, total_bytes=400)]
    told = room_progress(clients, NO_LIST, RoomEnd.HANDED_OVER, steady_rate=100.0)
    assert (told.left_s, told.is_files_only) == (4.0, True)
    assert room_progress(clients, NO_LIST, RoomEnd.HANDED_OVER).left_s is None, "no steady rate yet"


def test_a_rate_is_steady_after_ten_seconds_of_even_progress() -> None:
    pace = RoomPace()
    for tenth in range(99):
        pace.add(tenth / 10, tenth * 1000)
        assert pace.steady_rate() is None
    for tenth in range(99, 121):
        pace.add(tenth / 10, tenth * 1000)
    assert pace.steady_rate() == pytest.approx(10_000)
    for second in range(13, 19):
        pace.add(float(second), 121_000)
    assert pace.steady_rate() is None, "it has stopped"


def test_bytes_that_go_back_begin_anew() -> None:
    pace = RoomPace()
    for second in range(12):
        pace.add(float(second), second * 100)
    assert pace.steady_rate() is not None
    pace.add(12.0, 0)
    assert pace.steady_rate() is None


@pytest.mark.parametrize(
    ("left_s", "minutes"), [(5, 0), (59, 0), (61, 1), (18 * 60 + 20, 18), (47 * 60, 45), (5000, 80)]
)
def test_times_left_are_rounded(left_s: float, minutes: int) -> None:
    assert rounded_minutes(left_s) == minutes
