"""When serving ends by itself: at a time, after a time, once all are done; never in the middle of a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.model import ClientSnapshot, ClientStage, RoomEnd, SessionState, StopWish
from fogportable.session.auto_stop import GRACE_S, AutoStop
from tests.fakes.session import NOW, NOW_S, STOPPED, make_client

_SERVING = replace(STOPPED, state=SessionState.SERVING)


class Room:
    """Serving from NOW on, with a clock to turn."""

    def __init__(self, wish: StopWish, listed: int = 0) -> None:
        self.stop = AutoStop()
        self.stop.want(wish, NOW, NOW_S)
        self.listed = listed
        self.now = NOW
        self.clock_error = timedelta(0)
        self.clients: Sequence[ClientSnapshot] = ()
        self.loading = 0
        self.end = RoomEnd.HANDED_OVER

    def after(self, seconds: float) -> str:
        """Why it ends, so many seconds later, looked at once a second as a front end does."""
        for _ in range(int(seconds)):
            self.now += timedelta(seconds=1)
            reason = self.look()
            if reason:
                return reason
        return ""

    def look(self) -> str:
        status = replace(_SERVING, loading_computers=self.loading, end=self.end)
        return self.stop.look(status, self.clients, self.listed, self.now + self.clock_error, self.now_s)

    @property
    def now_s(self) -> float:
        return NOW_S + (self.now - NOW).total_seconds()

    def want(self, wish: StopWish) -> None:
        self.stop.want(wish, self.now, self.now_s)

    def at(self, number: int, stage: ClientStage, **other: object) -> ClientSnapshot:
        return make_client(number, stage, last_heard_s=self.now_s, **other)


def test_a_clock_that_is_set_right_meanwhile_ends_nothing_early() -> None:
    room = Room(StopWish(after_s=3600, quiet_s=600))
    room.clients = (room.at(1, ClientStage.HANDED_OVER),)
    room.look()
    room.after(10)
    room.clock_error = timedelta(hours=5)
    assert room.after(500) == ""
    assert room.stop.outlook.due == room.now + room.clock_error + timedelta(seconds=3600 - 510)


def test_without_a_wish_serving_never_ends() -> None:
    room = Room(StopWish())
    assert room.look() == ""
    assert room.after(100_000) == ""


def test_after_a_time_counts_from_start_not_from_when_it_was_said() -> None:
    room = Room(StopWish(after_s=60))
    room.now += timedelta(hours=5)
    assert room.look() == ""
    assert room.after(59) == ""
    assert room.after(1) == "the time is over"


def test_said_while_serving_it_counts_from_now() -> None:
    room = Room(StopWish())
    room.after(100)
    room.want(StopWish(after_s=10))
    assert room.after(9) == ""
    assert room.after(1) != ""


def test_at_a_time_of_day_the_next_one_counts_also_past_midnight() -> None:
    here = NOW.astimezone()
    soon = (here + timedelta(minutes=5)).time().replace(second=0, microsecond=0)
    room = Room(StopWish(at=soon))
    room.look()
    due = room.stop.outlook.due
    assert due is not None
    assert due.astimezone().time() == soon
    assert timedelta(0) < due - NOW <= timedelta(minutes=5)
    past = Room(StopWish(at=time(here.hour, here.minute)))
    past.look()
    assert past.stop.outlook.due is not None
    assert timedelta(hours=22) < past.stop.outlook.due - NOW < timedelta(hours=26)


def test_the_first_of_two_moments_counts() -> None:
    room = Room(StopWish(at=(NOW.astimezone() + timedelta(hours=3)).time(), after_s=60))
    assert room.look() == ""
    assert room.after(60) != ""


def test_who_loads_when_the_time_has_come_is_waited_for_but_not_for_ever() -> None:
    room = Room(StopWish(after_s=10))
    room.loading = 2
    room.look()
    assert room.after(30) == ""
    assert room.stop.outlook.waits_for == 2
    room.loading = 0
    assert room.after(1) == "the time is over"
    busy = Room(StopWish(after_s=10))
    busy.loading = 1
    busy.look()
    assert busy.after(10 + GRACE_S - 1) == ""
    assert busy.after(1) == "the time is over"


def test_a_computer_between_two_files_is_waited_for_and_one_that_went_away_is_not() -> None:
    room = Room(StopWish(after_s=10))
    room.look()
    room.after(9)
    room.clients = (room.at(1, ClientStage.LOADING),)
    assert room.after(60) == ""
    assert room.after(2) == "the time is over"


def test_all_done_ends_after_quiet_minutes_only_with_the_whole_list() -> None:
    room = Room(StopWish(quiet_s=120), listed=2)
    room.clients = (room.at(1, ClientStage.HANDED_OVER),)
    room.look()
    assert room.after(1000) == "", "one of two was never seen"
    room.clients = (*room.clients, room.at(2, ClientStage.LOADING))
    room.after(60)
    room.clients = (room.clients[0], room.at(2, ClientStage.DONE))
    assert room.after(119) == ""
    assert room.after(2) == "all 2 computers are done, and nobody has loaded for 2 minutes"


def test_where_fog_says_who_is_done_its_word_counts() -> None:
    room = Room(StopWish(quiet_s=60))
    room.end = RoomEnd.FOG_DONE
    room.clients = (room.at(1, ClientStage.DONE), room.at(2, ClientStage.IMAGING))
    room.look()
    assert room.after(600) == ""
    room.clients = (room.clients[0], room.at(2, ClientStage.HANDED_OVER))
    assert room.after(600) == ""
    room.clients = (room.clients[0], room.at(2, ClientStage.DONE))
    assert room.after(1) == "all 2 computers are done, and nobody has loaded for 1 minute"


def test_a_late_computer_starts_the_quiet_time_anew() -> None:
    room = Room(StopWish(quiet_s=120))
    room.clients = (room.at(1, ClientStage.HANDED_OVER),)
    room.look()
    room.after(100)
    room.clients = (*room.clients, room.at(2, ClientStage.ASKING))
    room.after(10)
    room.clients = tuple(replace(each, stage=ClientStage.HANDED_OVER) for each in room.clients)
    assert room.after(119) == ""
    assert room.after(2) != ""


@pytest.mark.parametrize("stage", [ClientStage.NEEDS_YOU, ClientStage.FAILED, ClientStage.SILENT, ClientStage.IN_MENU])
def test_a_room_with_a_computer_that_is_not_done_is_not_done(stage: ClientStage) -> None:
    room = Room(StopWish(quiet_s=60))
    room.clients = (room.at(1, ClientStage.HANDED_OVER), room.at(2, stage), room.at(3, ClientStage.LEFT_ALONE))
    room.look()
    assert room.after(2000) == ""


def test_nobody_at_all_is_not_a_room_that_is_done() -> None:
    room = Room(StopWish(quiet_s=60))
    room.look()
    assert room.after(2000) == ""


def test_a_wish_can_be_taken_back_and_is_over_once_it_ended_serving() -> None:
    room = Room(StopWish(after_s=10))
    room.look()
    room.want(StopWish())
    assert room.after(100) == ""
    room.want(StopWish(after_s=5))
    assert room.after(5) != ""
    assert room.stop.wish == StopWish()
    assert room.after(100) == ""


_STAGES = st.sampled_from(ClientStage)


@given(st.lists(st.tuples(st.lists(_STAGES, max_size=4), st.integers(1, 90)), max_size=20), st.booleans())
def test_nobody_who_was_just_heard_on_its_way_is_cut_within_the_grace(
    steps: list[tuple[list[ClientStage], int]], has_list: bool
) -> None:
    room = Room(StopWish(after_s=60, quiet_s=30), listed=2 if has_list else 0)
    room.look()
    for stages, seconds in steps:
        room.clients = tuple(room.at(number, stage) for number, stage in enumerate(stages))
        if room.look():
            is_moving = ClientStage.LOADING in stages or ClientStage.ASKING in stages
            assert not is_moving or room.now - NOW >= timedelta(seconds=60 + GRACE_S)
            return
        room.now += timedelta(seconds=seconds)


def test_times_are_told_in_local_words() -> None:
    at = (datetime.now(UTC).astimezone() + timedelta(minutes=1)).time().replace(second=0, microsecond=0)
    stop = AutoStop()
    start = datetime.now(UTC)
    stop.want(StopWish(at=at), start, 0.0)
    stop.look(_SERVING, (), 0, start, 0.0)
    assert stop.look(_SERVING, (), 0, start + timedelta(minutes=1, seconds=1), 61.0).startswith("it is ")
