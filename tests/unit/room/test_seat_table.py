"""A list of seats in CSV: read as people and inventories write it, bad lines told each with its number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.errors import ConfigError, FaultCode
from fogportable.model import Room, Seat
from fogportable.room.seat_table import SeatTable, read_seat_table, write_seat_table
from fogportable.room.seating import Computer, Seating, with_computer
from tests.unit.room.rows import mac_of, uuid_of

ROOM = Room("204", 0, 3, 2, "204-{nn}")


def read(text: str, room: Room = ROOM) -> SeatTable:
    return read_seat_table(text.encode(), room, "seats.csv")


def test_columns_are_found_by_tolerant_names_in_any_order() -> None:
    table = read(f"Host-Name;MAC address;SMBIOS UUID;Seat;Remark\npc-02;525400000002;{uuid_of(2)};204-02;x\n")
    assert (table.taken, table.faults) == (1, ())
    (seat,) = table.room.seats
    assert (seat.place, seat.mac, str(seat.uuid), seat.host) == (2, mac_of(2), uuid_of(2), "pc-02")


@pytest.mark.parametrize(
    "data", ["seat\tmac\n204-01\t52-54-00-00-00-01\n", "\ufeffseat,mac\r\n204-01,5254.0000.0001\r\n"]
)
def test_tabs_marks_and_line_ends_of_others_are_read(data: str) -> None:
    assert read(data).room.seats == (Seat(1, mac=mac_of(1)),)


def test_each_bad_line_is_told_with_its_number_and_the_others_are_taken() -> None:
    table = read(
        "seat,mac,uuid,name\n"
        "204-01,zz,,\n"
        "204-02,52:54:00:00:00:02,,pc 2\n"
        f"204-03,,{uuid_of(3)},\n"
        f"204-04,,{uuid_of(3)},\n"
        "204-03,,,\n"
        ",52:54:00:00:00:07,,\n"
        "204-05,52:54:00:00:00:05,,pc-05\n"
        "204-06,52:54:00:00:00:05,,\n"
        "204-06,,03000200-0400-0500-0006-000700080009,\n"
    )
    assert table.taken == 2
    assert [each.place for each in table.room.seats] == [3, 5]
    assert {each.code for each in table.faults} == {FaultCode.SEAT_LINE_BAD}
    said = [each.message for each in table.faults]
    assert [message.split(" of ")[0] for message in said] == [f"Line {line}" for line in (2, 3, 5, 6, 7, 9, 10)]
    for message, words in zip(
        said, ("hardware address", "host name", "line 4", "line 4", "no seat", "dock", "many boards"), strict=True
    ):
        assert words in message


def test_a_room_without_seats_gets_a_grid_and_the_pattern_of_the_names() -> None:
    lines = "".join(f"204-{number:02},,,\n" for number in range(30, 0, -1))
    table = read("seat,mac,uuid,name\nTeacher,52:54:00:00:00:63,,\n" + lines, Room("204"))
    room = table.room
    assert (room.pattern, room.expected) == ("204-{nn}", 31)
    assert room.seats == (Seat(31, "Teacher", mac=mac_of(0x63)),)


def test_another_seat_comes_after_the_last() -> None:
    table = read("seat,mac\nTeacher,52:54:00:00:00:63\n", Room("204", 0, 3, 2, "204-{nn}"))
    assert (table.room.rows, table.room.computers) == (3, 7)
    assert table.room.name_of(7) == "Teacher"


def test_who_is_named_stands_where_the_table_says_and_nowhere_else() -> None:
    room = with_computer(ROOM, 6, Computer(mac_of(1)))
    table = read("seat,mac\n204-01,52:54:00:00:00:01\n", room)
    assert table.room.seats == (Seat(1, mac=mac_of(1)),)


@pytest.mark.parametrize("data", [b"", b"\n\n", b"name,mac\na,b\n", b"x" * (2 << 20), b'seat\n"' + b"a" * 200_000])
def test_what_is_no_list_of_seats_is_a_fault(data: bytes) -> None:
    with pytest.raises(ConfigError) as caught:
        read_seat_table(data, ROOM, "x.csv")
    assert caught.value.code is FaultCode.SEAT_TABLE_UNKNOWN


@given(st.binary(max_size=300))
def test_random_octets_are_a_table_or_a_fault(data: bytes) -> None:
    try:
        table = read_seat_table(b"seat,mac,uuid,name\n" + data, ROOM, "x.csv")
    except ConfigError:
        return
    names = [each.name for each in table.room.every_seat()]
    assert len(set(map(str.casefold, names))) == len(names)


def test_what_is_written_reads_back_the_same() -> None:
    room = ROOM
    for number in (1, 4):
        room = with_computer(room, number, Computer(mac_of(number)))
    text = write_seat_table(room)
    assert text.startswith("seat,mac,uuid,name\r\n204-01,52:54:00:00:00:01,,\r\n204-02,,,\r\n")
    assert read(text, ROOM).room == room
    assert Seating(read(text, Room("204")).room).seat_of(mac_of(4), "") is not None
