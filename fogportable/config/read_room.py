"""Reading `[room]`: how many computers, and the seats on which they stand."""

from __future__ import annotations

import re
from collections import Counter

from fogportable.config.network_values import NetworkValueReader
from fogportable.config.problems import Problems
from fogportable.config.values import RawTable, quoted
from fogportable.language import say
from fogportable.model import LONGEST_SEAT_NAME, Room, Seat, machine_key, name_from

#: One label of a host name (RFC 1123), and the underscore that Windows allows.
LABEL = r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
HOST_NAME = re.compile(LABEL)


def read_room(values: NetworkValueReader, problems: Problems, table: RawTable) -> Room:
    """The table; what is wrong goes to the problems."""
    room = Room(
        values.text(table, "name"),
        values.number(table, "computers"),
        values.number(table, "columns"),
        values.number(table, "rows"),
        values.text(table, "pattern"),
    )
    if bool(room.columns) != bool(room.rows):
        key = "rows" if room.columns else "columns"
        problems.bad_value(
            (*table.path, key), say("a grid needs both columns and rows"), say("both, or 0 for no seats")
        )
    elif room.has_seats and room.computers > room.columns * room.rows:
        places = room.columns * room.rows
        words = say("{computers} computers do not fit on {places} seats", computers=room.computers, places=places)
        problems.bad_value(
            (*table.path, "computers"), words, say("at most {places}, or more columns or rows", places=places)
        )
    _check_pattern(problems, table, room)
    return _SeatReader(values, problems, room, table).read()


def _check_pattern(problems: Problems, table: RawTable, room: Room) -> None:
    path = (*table.path, "pattern")
    expected = say(
        "a text with {number} or {padded} for the number, or {row} and {column}, such as {example}",
        number="{n}",
        padded="{nn}",
        row="{row}",
        column="{column}",
        example='"204-{nn}"',
    )
    if problems.has(path):
        return
    try:
        names = [name_from(room.pattern, place, room.columns) for place in range(1, max(1, room.seat_count) + 1)]
    except ValueError as problem:
        problems.bad_value(path, str(problem), expected)
        return
    if len(set(map(str.casefold, names))) < len(names) or not names[0].strip():
        problems.bad_value(path, say("several seats would be called {quoted}", quoted=quoted(names[0])), expected)
    elif len(names[-1]) > LONGEST_SEAT_NAME:
        problems.bad_value(path, say("names get longer than {most} characters", most=LONGEST_SEAT_NAME), expected)


class _SeatReader:
    """Rows of `[[room.seat]]`. Each place, name and computer once; an address twice only with two UUIDs (a dock)."""

    def __init__(self, values: NetworkValueReader, problems: Problems, room: Room, table: RawTable) -> None:
        self._values = values
        self._problems = problems
        self._room = room
        self._table = table
        self._first: dict[object, RawTable] = {}

    def read(self) -> Room:
        """The room with its seats."""
        rows = self._values.tables(self._table, "seat")
        if rows and not self._room.has_seats:
            self._problems.bad_value(
                rows[0].path, say("the room has no grid of seats"), say("columns and rows in [room]")
            )
        read = [(row, self._seat(row)) for row in rows]
        for row, seat in read:
            self._check(row, seat)
        seats = tuple(seat for _, seat in read)  # In the file's order, by which they are written back.
        room = self._room
        made = Room(room.name, room.computers, room.columns, room.rows, room.pattern, seats)
        self._check_names(read, made)
        return made

    def _seat(self, row: RawTable) -> Seat:
        values = self._values
        return Seat(
            values.number(row, "place"),
            values.text(row, "name"),
            values.uuid(row, "uuid"),
            values.mac(row, "mac"),
            values.text(row, "host"),
        )

    def _check(self, row: RawTable, seat: Seat) -> None:
        problems, key = self._problems, machine_key(seat.uuid)
        if seat.place > self._room.seat_count > 0 and not problems.has((*row.path, "place")):
            words = say("the room has {count} seats", count=self._room.seat_count)
            problems.bad_value((*row.path, "place"), words, say("a place that is there, or more columns or rows"))
        self._once(row, "place", ("place", seat.place))
        if seat.uuid is not None and key is None:
            words = say("many boards have this number, so it tells nobody apart")
            problems.bad_value((*row.path, "uuid"), words, say("no uuid but mac for this seat"))
        elif key is not None:
            self._once(row, "uuid", ("uuid", key))
        if seat.mac is not None:
            self._check_address(row, seat, has_number=key is not None)
        if seat.host and not HOST_NAME.fullmatch(seat.host):
            problems.bad_value(
                (*row.path, "host"), say("it is no host name"), say("letters, digits, - and _, such as pc-07")
            )

    def _check_address(self, row: RawTable, seat: Seat, *, has_number: bool) -> None:
        numbered, plain = ("docked", seat.mac), ("mac", seat.mac)
        if has_number and plain not in self._first:
            self._first.setdefault(numbered, row)
            return
        if numbered in self._first:
            self._first.setdefault(plain, self._first[numbered])
        self._once(row, "mac", plain, say("another one, or the uuid of both where they share a dock"))

    def _once(self, row: RawTable, key: str, value: object, expected: str = "another one") -> None:
        first = self._first.setdefault(value, row)
        if first is not row and not self._problems.has((*row.path, key)):
            line = self._problems.line_of(first.path)
            self._problems.bad_value(
                (*row.path, key), say("the seat in line {line} has it already", line=line), expected
            )

    def _check_names(self, read: list[tuple[RawTable, Seat]], room: Room) -> None:
        if self._problems.has(self._table.path):
            return
        names = Counter(each.name.casefold() for each in room.every_seat())
        for row, seat in read:
            if seat.name and names[seat.name.casefold()] > 1:
                self._problems.bad_value((*row.path, "name"), say("another seat is called so"), say("another name"))
