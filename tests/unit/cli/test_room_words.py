"""What `serve` says of the room at its end."""

from __future__ import annotations

from fogportable.cli.room_words import room_line
from fogportable.model import ClientStage, Room, RoomEnd
from fogportable.room.seating import Computer, with_computer
from tests.unit.room.rows import mac_of, row

CLIENTS = (row(1, ClientStage.HANDED_OVER), row(2, ClientStage.FAILED))


def test_a_room_without_a_list_has_no_line() -> None:
    assert room_line(CLIENTS, Room(), RoomEnd.HANDED_OVER) == ""


def test_who_was_not_seen_is_named_where_seats_are_known() -> None:
    assert room_line(CLIENTS, Room("", 3), RoomEnd.HANDED_OVER) == "1 of 3 handed over. In trouble: 1. Not seen: 1."
    room = with_computer(Room("", 0, 3, 1, "s{n}"), 3, Computer(mac_of(9)))
    said = room_line(CLIENTS, room, RoomEnd.FOG_DONE)
    assert said == "0 of 3 done, as FOG reports. In trouble: 1. Not seen: s3."
