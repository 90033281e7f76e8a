"""Who stands where: by machine number, else by address, never two computers for one."""

from __future__ import annotations

from uuid import UUID

from fogportable.model import Room, Seat, machine_key, name_from
from fogportable.room.seating import Computer, Seating, swapped, with_computer, with_grid, without_computer
from tests.unit.room.rows import mac_of, uuid_of

ROOM = Room("204", 0, 3, 2, "204-{nn}")
DOCK = mac_of(77)


def place_of(room: Room, number: int, uuid: str = "") -> int | None:
    seat = Seating(room).seat_of(mac_of(number), uuid)
    return None if seat is None else seat.place


def test_a_computer_is_known_by_its_number_whichever_card_it_uses() -> None:
    room = with_computer(ROOM, 2, Computer(mac_of(1), UUID(uuid_of(1))))
    assert place_of(room, 9, uuid_of(1)) == 2
    assert place_of(room, 1) == 2, "files and old firmware name no number"
    assert place_of(room, 1, uuid_of(5)) is None, "its dock is used by somebody else"


def test_two_computers_behind_one_dock_have_two_seats() -> None:
    room = with_computer(ROOM, 1, Computer(DOCK, UUID(uuid_of(1))))
    room = with_computer(room, 2, Computer(DOCK, UUID(uuid_of(2))))
    assert [place_of(room, 77, uuid_of(each)) for each in (1, 2)] == [1, 2]
    assert place_of(room, 77) is None, "without a number nobody can say which of the two it is"


def test_without_numbers_one_address_is_one_computer() -> None:
    room = with_computer(ROOM, 1, Computer(DOCK))
    room = with_computer(room, 2, Computer(DOCK))
    assert room.seats == (Seat(2, mac=DOCK),)


def test_a_number_is_the_same_in_both_orders_of_octets() -> None:
    uuid = UUID(uuid_of(3))
    room = with_computer(ROOM, 4, Computer(mac_of(3), uuid))
    assert place_of(room, 9, str(UUID(bytes=uuid.bytes_le))) == 4


def test_numbers_that_say_nothing_do_not_count() -> None:
    for uuid in ("", "00000000-0000-0000-0000-000000000000", "03000200-0400-0500-0006-000700080009", "x"):
        assert machine_key(uuid) is None
    assert machine_key("00020003-0004-0005-0006-000700080009") is None, "the same, written the other way"
    assert machine_key(uuid_of(1)) is not None


def test_computers_that_share_a_number_are_kept_by_address_from_then_on() -> None:
    room = with_computer(ROOM, 1, Computer(mac_of(1), UUID(uuid_of(1))))
    room = with_computer(room, 2, Computer(mac_of(2), UUID(uuid_of(1))), is_number_shared=True)
    assert room.seats == (Seat(1, mac=mac_of(1)), Seat(2, mac=mac_of(2)))
    assert [place_of(room, each, uuid_of(1)) for each in (1, 2)] == [1, 2]


def test_a_computer_stands_on_one_seat_only_and_names_stay_with_the_seat() -> None:
    room = with_computer(Room("", 0, 3, 2, seats=(Seat(5, host="pc-05"),)), 5, Computer(mac_of(1), UUID(uuid_of(1))))
    room = with_computer(room, 6, Computer(mac_of(2), UUID(uuid_of(1))))
    assert room.seats == (Seat(5, host="pc-05"), Seat(6, uuid=UUID(uuid_of(1)), mac=mac_of(2)))
    assert without_computer(room, 6).seats == (Seat(5, host="pc-05"),)


def test_two_seats_change_their_computers() -> None:
    room = with_computer(Room("", 0, 3, 2, seats=(Seat(1, host="pc-01"),)), 1, Computer(mac_of(1)))
    room = swapped(room, 1, 4)
    assert room.seats == (Seat(1, host="pc-01"), Seat(4, mac=mac_of(1)))
    assert swapped(room, 4, 1).seats == (Seat(1, host="pc-01", mac=mac_of(1)),)


def test_a_smaller_grid_gives_up_what_does_not_fit() -> None:
    room = with_grid(with_computer(ROOM, 6, Computer(mac_of(1))), 2, 2, "{row}{column}")
    assert room.seats == ()
    assert [each.name for each in room.every_seat()] == ["A1", "A2", "B1", "B2"]
    assert with_grid(Room("", 30), 4, 4, "{n}").computers == 16


def test_names_count_in_digits_letters_and_columns() -> None:
    assert name_from("{nnn}/{row}{column}", 27 * 2, 2) == "054/AA2"
