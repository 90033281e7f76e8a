"""`[room]` of a profile: its seats, what they may say, and that they are written back with their comments."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from fogportable.config.load import load_profile, read_profile
from fogportable.config.save import save_profile
from fogportable.model import Seat
from fogportable.protocol.address import MacAddress

FILE = Path("room.toml")
GRID = "[room]\ncolumns = 3\nrows = 2\npattern = '204-{nn}'\n"
SEAT = "[[room.seat]]\nplace = {}\n"
UUID_LINE = "uuid = '4c4c4544-0038-3610-8052-b4c04f4a4d31'\n"
TURNED_LINE = "uuid = '44454c4c-3800-1036-8052-b4c04f4a4d31'\n"
OTHER_UUID_LINE = "uuid = '4c4c4544-0038-3610-8052-b4c04f4a4d32'\n"
MAC_LINE = "mac = '52:54:00:12:34:56'\n"


def test_seats_have_the_names_of_their_pattern() -> None:
    room = read_profile(GRID + SEAT.format(2) + "name = 'teacher'\n", FILE)[0].room
    assert [each.name for each in room.every_seat()] == ["204-01", "teacher", "204-03", "204-04", "204-05", "204-06"]
    assert room.expected == 6


def test_a_dock_may_stand_on_two_seats_when_both_computers_are_known() -> None:
    text = GRID + SEAT.format(1) + UUID_LINE + MAC_LINE + SEAT.format(2) + OTHER_UUID_LINE + MAC_LINE
    room, faults = read_profile(text, FILE)
    assert faults == ()
    assert room.room.seats[0] == Seat(
        1, "", UUID("4c4c4544-0038-3610-8052-b4c04f4a4d31"), MacAddress.parse("52:54:00:12:34:56")
    )


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("[room]\ncolumns = 3\n", "room.rows in line 1", "both columns and rows"),
        ("[room]\ncomputers = 7\ncolumns = 3\nrows = 2\n", "room.computers in line 2", "do not fit on 6 seats"),
        (GRID.replace("{nn}", "x"), "room.pattern in line 4", "several seats would be called"),
        (GRID.replace("{nn}", "{seat}"), "room.pattern in line 4", "{seat} is none of"),
        ("[room]\n" + SEAT.format(1), "room.seat in line 2", "no grid"),
        (GRID + SEAT.format(7), "room.seat.place in line 6", "has 6 seats"),
        (GRID + "[[room.seat]]\nname = 'a'\n", "room.seat.place", "missing"),
        (GRID + SEAT.format(1) + SEAT.format(1), "room.seat.place in line 8", "the seat in line 5 has it already"),
        (GRID + SEAT.format(1) + UUID_LINE + SEAT.format(2) + UUID_LINE, "room.seat.uuid in line 10", "has it already"),
        (
            GRID + SEAT.format(1) + UUID_LINE + SEAT.format(2) + TURNED_LINE,
            "room.seat.uuid in line 10",
            "has it already",
        ),
        (GRID + SEAT.format(1) + MAC_LINE + SEAT.format(2) + MAC_LINE, "room.seat.mac in line 10", "share a dock"),
        (GRID + SEAT.format(1) + UUID_LINE + MAC_LINE + SEAT.format(2) + MAC_LINE, "room.seat.mac in line 11", "dock"),
        (GRID + SEAT.format(1) + MAC_LINE + SEAT.format(2) + UUID_LINE + MAC_LINE, "room.seat.mac in line 11", "dock"),
        (
            GRID + SEAT.format(1) + "uuid = '03000200-0400-0500-0006-000700080009'\n",
            "room.seat.uuid in line 7",
            "boards",
        ),
        (GRID + SEAT.format(1) + "uuid = 'x'\n", "room.seat.uuid in line 7", "is none"),
        (GRID + SEAT.format(1) + "host = 'a b'\n", "room.seat.host in line 7", "no host name"),
        (GRID + SEAT.format(1) + "name = '204-02'\n", "room.seat.name in line 7", "another seat is called so"),
        (GRID + "seat = 3\n", "room.seat in line 5", "not a list of tables"),
    ],
)
def test_what_could_not_be_told_apart_is_refused_with_its_line(text: str, place: str, words: str) -> None:
    _, faults = read_profile(text, FILE)
    assert place in str(faults[0])
    assert words in str(faults[0])


def test_comments_go_with_their_seat(tmp_path: Path) -> None:
    file = tmp_path / "room.toml"
    file.write_text(GRID + "# by the door\n" + SEAT.format(5) + MAC_LINE + "# the loud one\n" + SEAT.format(2))
    profile = load_profile(file)
    seats = (Seat(2, host="pc-02"), Seat(3), profile.room.seats[0])
    save_profile(replace(profile, room=replace(profile.room, seats=seats)), file)
    text = file.read_text()
    assert "# by the door\n[[room.seat]]\nplace = 5\n" in text
    assert '# the loud one\n[[room.seat]]\nplace = 2\nhost = "pc-02"\n' in text
    assert load_profile(file).room.seats == seats
