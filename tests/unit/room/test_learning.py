"""Seats by power-on order."""

from __future__ import annotations

from fogportable.model import ClientStage, Room
from fogportable.room.learning import SeatLearning
from fogportable.room.seating import Seating
from tests.unit.room.rows import mac_of, row, uuid_of

ROOM = Room("204", 0, 3, 1)
BEGAN_S = 100.0


def test_each_that_asks_next_gets_the_next_seat() -> None:
    learning = SeatLearning(ROOM, BEGAN_S)
    before = row(9, asked_s=50.0)
    assert learning.take([before]) == ()
    assert learning.take([before, row(2, asked_s=102.0, uuid=uuid_of(2)), row(1, asked_s=101.0)]) == (1, 2)
    assert learning.take([row(1, asked_s=110.0), row(2, asked_s=111.0, uuid=uuid_of(2))]) == (), "each once"
    assert learning.take([row(5, asked_s=112.0, uuid=uuid_of(2))]) == (), "its second card"
    learning.skip()
    assert (learning.place, learning.learned) == (None, 2)
    seating = Seating(learning.room)
    seats = seating.seat_of(mac_of(1), ""), seating.seat_of(mac_of(8), uuid_of(2))
    assert [seat.place for seat in seats if seat is not None] == [1, 2]


def test_phones_do_not_count() -> None:
    assert SeatLearning(ROOM, BEGAN_S).take([row(1, ClientStage.LEFT_ALONE, asked_s=101.0)]) == ()


def test_the_wrong_one_is_taken_back_and_counts_again_when_it_starts_again() -> None:
    learning = SeatLearning(ROOM, BEGAN_S)
    learning.take([row(7, asked_s=101.0)])
    learning.undo()
    assert (learning.place, learning.room) == (1, ROOM)
    assert learning.take([row(7, asked_s=109.0)]) == (), "it still asks in the same attempt"
    assert learning.take([row(7, asked_s=109.0), row(1, asked_s=120.0)]) == (1,)
    assert learning.take([row(7, asked_s=200.0, attempts=2)]) == (2,)
