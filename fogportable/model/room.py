"""The room that is booted: how many computers, and where each of them stands."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from fogportable.protocol.address import MacAddress

#: More computers stand in no room.
MOST_COMPUTERS = 10_000

#: Columns, and rows, of a grid of seats.
LONGEST_SIDE = 100

#: Characters of a seat's name: more fit on no tile.
LONGEST_SEAT_NAME = 32

_FIELD = re.compile(r"\{([^{}]*)\}")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class RoomEnd(StrEnum):
    """Which event is the end for a computer of this room: what "done" means."""

    #: It has what it chose and runs without us: its own disk, a kernel, a loader. Nobody reports what comes then.
    HANDED_OVER = "handed_over"
    #: A FOG server whose tasks may be read says that its task is complete.
    FOG_DONE = "fog_done"


@dataclass(frozen=True, slots=True)
class Seat:
    """One place of the grid. place: from 1, along the rows.

    name: "" for what the room's pattern makes of the place. uuid: of its computer, from SMBIOS; mac: its hardware
    address; None while unknown. host: what the computer is called, "" for nothing.
    """

    place: int
    name: str = ""
    uuid: UUID | None = None
    mac: MacAddress | None = None
    host: str = ""

    @property
    def is_known(self) -> bool:
        """Whether it is known which computer stands here."""
        return self.uuid is not None or self.mac is not None


@dataclass(frozen=True, slots=True)
class Room:
    """The room that is booted. computers: to MOST_COMPUTERS; 0 means "no list", with seats one on each.

    columns, rows: of its seats, both 0 where there is no grid. pattern: how seats are named, see `name_from`.
    seats: those of which anything is known beside the name by the pattern, in any order.
    """

    name: str = ""
    computers: int = 0
    columns: int = 0
    rows: int = 0
    pattern: str = "{nn}"
    seats: tuple[Seat, ...] = ()

    @property
    def has_seats(self) -> bool:
        return self.columns > 0 and self.rows > 0

    @property
    def seat_count(self) -> int:
        """Seats that are there: the grid's places, or as many as there are computers."""
        places = self.columns * self.rows
        return min(places, self.computers) if self.computers else places

    @property
    def expected(self) -> int:
        """Computers that shall come; 0 where nobody knows."""
        return self.computers or self.seat_count

    def every_seat(self) -> tuple[Seat, ...]:
        """All seats, each with its name."""
        known = {each.place: each for each in self.seats}
        return tuple(self._named(known.get(place) or Seat(place)) for place in range(1, self.seat_count + 1))

    def name_of(self, place: int) -> str:
        """What a seat is called."""
        known = next((each for each in self.seats if each.place == place), None)
        return self._named(known or Seat(place)).name

    def _named(self, seat: Seat) -> Seat:
        if seat.name:
            return seat
        return Seat(seat.place, name_from(self.pattern, seat.place, self.columns), seat.uuid, seat.mac, seat.host)


@functools.lru_cache(maxsize=MOST_COMPUTERS)
def name_from(pattern: str, place: int, columns: int) -> str:
    """`204-09` of `204-{nn}`, `B3` of `{row}{column}`.

    {n}, {nn}, {nnn}: the number of the seat, with as many digits at least. {row}: a letter, AA after Z. {column}: a
    number. Raises ValueError for another word in braces.
    """

    def replaced(found: re.Match[str]) -> str:
        word = found[1]
        if word and set(word) == {"n"}:
            return str(place).zfill(len(word))
        row, column = divmod(place - 1, max(1, columns))
        match word:
            case "row":
                return _letters(row)
            case "column":
                return str(column + 1)
            case _:
                raise ValueError(f"{{{word}}} is none of {{n}}, {{nn}}, {{row}} and {{column}}")

    return _FIELD.sub(replaced, pattern)


def _letters(number: int) -> str:
    """A, B ... Z, AA, AB, as spreadsheets name columns. number: from 0."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(_LETTERS))
        letters = _LETTERS[rest] + letters
    return letters


#: Numbers that makers leave in boards they did not number: whole batches share them.
_PLACEHOLDERS = frozenset(
    bytes.fromhex(digits) for digits in ("03000200040005000006000700080009", "123456781234567890abcddeefaabbcc")
)


def machine_key(uuid: UUID | str | None) -> bytes | None:
    """What tells one computer from another: its SMBIOS UUID, the same for both orders of octets in which it is written.

    Firmware and EFI write the first three fields little endian, some BIOSes and lists of makers do not; no two
    computers differ in just that. None without a UUID, and for those that say nothing: all octets alike, or one that
    makers leave in boards which they did not number.
    """
    return _key_in(str(uuid)) if uuid else None


@functools.lru_cache(maxsize=MOST_COMPUTERS)
def _key_in(uuid: str) -> bytes | None:
    """Kept: each look at a room asks for every computer of it."""
    digits = uuid.replace("-", "")
    if len(digits) != 32:
        return None
    octets = bytes.fromhex(digits)
    turned = octets[3::-1] + octets[5:3:-1] + octets[7:5:-1] + octets[8:]
    if len(set(octets)) == 1 or octets in _PLACEHOLDERS or turned in _PLACEHOLDERS:
        return None
    return min(octets, turned)
