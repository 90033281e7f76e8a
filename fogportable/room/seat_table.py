"""The list of seats as a table that spreadsheets read and write: seat, mac, uuid, name."""

from __future__ import annotations

import csv
import io
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import UUID

from fogportable.errors import ConfigError, Fault, FaultCode, describe
from fogportable.language import say
from fogportable.model.room import LONGEST_SEAT_NAME, LONGEST_SIDE, Room, Seat, machine_key, name_from
from fogportable.protocol.address import MacAddress

#: Larger files are no list of seats.
LARGEST_TABLE_BYTES = 1 << 20

_COLUMNS = {
    "seat": "seat place desk position platz sitzplatz arbeitsplatz puesto poste",
    "mac": "mac macaddress macaddr hardwareaddress ethernet macadresse hwaddress physicaladdress",
    "uuid": "uuid guid smbiosuuid systemuuid sysuuid biosuuid machineid",
    "name": "name host hostname computer computername pc pcname rechner rechnername client",
}
_COLUMN_OF = {word: column for column, words in _COLUMNS.items() for word in words.split()}
_DELIMITERS = ",;\t|"
_HOST_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?")


@dataclass(frozen=True, slots=True)
class SeatTable:
    """What a table made of a room. taken: lines that were taken over. faults: of those that were not, in order."""

    room: Room
    taken: int
    faults: tuple[Fault, ...]


class TableRows(Protocol):
    """Cells line by line, as `csv.reader` has them. line_num: of the line that was read last, from 1."""

    @property
    def line_num(self) -> int: ...

    def __iter__(self) -> Iterator[list[str]]: ...


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    seat: str
    mac: MacAddress | None
    uuid: UUID | None
    host: str


def read_seat_table(data: bytes, room: Room, file: str) -> SeatTable:
    """Take the seats of a table over into a room; what the table does not name stays. file: for the sentences.

    Comma, semicolon or tab between; the first line names the columns in any order, further ones are passed over. A seat
    of another name than the room has comes after the last; a room without seats gets a grid. Raises ConfigError
    SEAT_TABLE_UNKNOWN when it is no such table.
    """
    if len(data) > LARGEST_TABLE_BYTES:
        raise ConfigError(FaultCode.SEAT_TABLE_UNKNOWN, file=file, problem=say("it is larger than a megabyte"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")  # What spreadsheets of older Windows write.
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    rows: TableRows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    reading = _Reading(file)
    try:
        lines = reading.lines(rows)
    except csv.Error as problem:
        words = say("line {line_num} is no line of a table ({problem})", line_num=rows.line_num, problem=problem)
        raise ConfigError(FaultCode.SEAT_TABLE_UNKNOWN, file=file, problem=words) from problem
    made, taken = _Taking(reading, room).take(lines)
    return SeatTable(made, taken, tuple(reading.faults))


def write_seat_table(room: Room) -> str:
    """Every seat of the room, with what is known of it; reads back the same."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("seat", "mac", "uuid", "name"))
    for seat in room.every_seat():
        writer.writerow((seat.name, seat.mac or "", seat.uuid or "", seat.host))
    return out.getvalue()


class _Reading:
    """Lines of a table as values; what is wrong with one goes to the faults, and the line is left out."""

    def __init__(self, file: str) -> None:
        self._file = file
        self.faults: list[Fault] = []
        self._seats: dict[str, int] = {}
        self._machines: dict[bytes, int] = {}
        self._macs: dict[MacAddress, tuple[int, bytes | None]] = {}

    def fault(self, line: int, problem: str) -> None:
        """problem: what is wrong, without a full stop."""
        self.faults.append(describe(FaultCode.SEAT_LINE_BAD, file=self._file, line=line, problem=problem))

    def lines(self, rows: TableRows) -> list[_Line]:
        places: dict[str, int] | None = None
        lines = []
        for row in rows:
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if places is None:
                places = self._head(cells)
                continue
            line = self._line(rows.line_num, {name: cells[at] for name, at in places.items() if at < len(cells)})
            if line is not None:
                lines.append(line)
        if places is None:
            raise ConfigError(FaultCode.SEAT_TABLE_UNKNOWN, file=self._file, problem=say("it is empty"))
        return lines

    def _head(self, cells: list[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for place, cell in enumerate(cells):
            column = _COLUMN_OF.get(re.sub(r"[^a-z]", "", cell.casefold()))
            if column is not None:
                found.setdefault(column, place)
        if "seat" not in found:
            problem = say("its first line names no column seat")
            raise ConfigError(FaultCode.SEAT_TABLE_UNKNOWN, file=self._file, problem=problem)
        return found

    def _line(self, number: int, cells: dict[str, str]) -> _Line | None:
        seat, host = cells.get("seat", ""), cells.get("name", "")
        mac: MacAddress | None = None
        uuid: UUID | None = None
        problem = ""
        if not seat:
            problem = say("it names no seat")
        elif len(seat) > LONGEST_SEAT_NAME or not seat.isprintable():
            problem = say("a seat's name has at most {most} letters, digits and signs", most=LONGEST_SEAT_NAME)
        elif seat.casefold() in self._seats:
            problem = say("line {other} has this seat already", other=self._seats[seat.casefold()])
        elif host and not _HOST_NAME.fullmatch(host):
            problem = say('"{text}" is no host name, such as pc-07', text=_short(host))
        if not problem and cells.get("mac"):
            try:
                mac = MacAddress.parse(_with_separators(cells["mac"]))
            except ValueError:
                problem = say('"{text}" is no hardware address, such as 52:54:00:12:34:56', text=_short(cells["mac"]))
        if not problem and cells.get("uuid"):
            uuid, problem = _uuid(cells["uuid"])
        problem = problem or self._twice(mac, uuid)
        if problem:
            self.fault(number, problem)
            return None
        self._note(number, seat, mac, uuid)
        return _Line(number, seat, mac, uuid, host)

    def _twice(self, mac: MacAddress | None, uuid: UUID | None) -> str:
        key = machine_key(uuid)
        if key is not None and key in self._machines:
            return say("line {other} has this UUID already", other=self._machines[key])
        if mac is not None and mac in self._macs:
            line, other = self._macs[mac]
            if key is None or other is None:
                return say(
                    "line {line} has this hardware address already; computers that share a dock need both UUIDs",
                    line=line,
                )
        return ""

    def _note(self, number: int, seat: str, mac: MacAddress | None, uuid: UUID | None) -> None:
        key = machine_key(uuid)
        self._seats[seat.casefold()] = number
        if key is not None:
            self._machines[key] = number
        if mac is not None:
            self._macs.setdefault(mac, (number, key))


class _Taking:
    """Puts lines onto seats."""

    def __init__(self, reading: _Reading, room: Room) -> None:
        self._reading = reading
        self._room = room

    def take(self, lines: list[_Line]) -> tuple[Room, int]:
        """The room, and how many lines it took."""
        room = self._room if self._room.has_seats else _with_grid_for(self._room, [each.seat for each in lines])
        places = {each.name.casefold(): each.place for each in room.every_seat()}
        named = {each.seat.casefold() for each in lines}
        free = [] if self._room.has_seats else [place for name, place in places.items() if name not in named]
        seats = {each.place: each for each in room.seats}
        machines = {key for line in lines if (key := machine_key(line.uuid)) is not None}
        macs = {line.mac for line in lines if line.mac is not None and line.uuid is None}
        for place, seat in seats.items():  # Whoever the table names stands where the table says.
            if machine_key(seat.uuid) in machines or (seat.uuid is None and seat.mac in macs):
                seats[place] = replace(seat, uuid=None, mac=None)
        taken = 0
        for line in lines:
            place = places.get(line.seat.casefold(), 0) or (free.pop(0) if free else room.seat_count + 1)
            if place > room.seat_count:
                grown = _one_more(room)
                if grown is None:
                    self._reading.fault(line.number, say("the room has no more seats"))
                    continue
                room = grown
            known = seats.get(place) or Seat(place)
            by_pattern = name_from(room.pattern, place, room.columns)
            name = "" if line.seat == by_pattern else line.seat
            uuid, mac = (line.uuid, line.mac) if line.uuid or line.mac else (known.uuid, known.mac)
            seats[place] = Seat(place, name, uuid, mac, line.host or known.host)
            taken += 1
        telling = tuple(seats[place] for place in sorted(seats) if seats[place] != Seat(place))
        return replace(room, seats=telling), taken


def _with_grid_for(room: Room, names: list[str]) -> Room:
    """A grid with a seat for each, a little wider than high, and the pattern that most of the names follow."""
    count = max(1, len(names), room.computers)
    columns = min(LONGEST_SIDE, max(1, math.ceil(math.sqrt(count * 1.2))))
    rows = min(LONGEST_SIDE, math.ceil(count / columns))
    grid = replace(room, columns=columns, rows=rows, computers=min(count, columns * rows), seats=())
    patterns = Counter(pattern for each in names if (pattern := _pattern_of(each)))
    best = patterns.most_common(1)
    return replace(grid, pattern=best[0][0]) if best else grid


def _pattern_of(name: str) -> str:
    """`204-{nn}` of `204-09`; "" for a name without a number at its end."""
    numbered = re.fullmatch(r"((?:[^{}]*[^{}0-9])?)([0-9]{1,5})", name)
    return f"{numbered[1]}{{{'n' * len(numbered[2])}}}" if numbered is not None else ""


def _one_more(room: Room) -> Room | None:
    """The room with another seat; None when there is no place for it."""
    count = room.seat_count + 1
    rows = room.rows if count <= room.columns * room.rows else room.rows + 1
    return None if rows > LONGEST_SIDE else replace(room, computers=count, rows=rows)


def _uuid(text: str) -> tuple[UUID | None, str]:
    """The UUID, or what is wrong with it."""
    try:
        uuid = UUID(text)
    except ValueError:
        return None, say('"{text}" is no UUID, such as 4c4c4544-0038-3610-8052-b4c04f4a4d31', text=_short(text))
    if machine_key(uuid) is None:
        return None, say(
            "{uuid} is a number that many boards have; leave it out and give the hardware address", uuid=uuid
        )
    return uuid, ""


def _with_separators(text: str) -> str:
    """Bare digits, as inventories write them; elsewhere they could be an IPv4 address, in this column not."""
    return ":".join(re.findall("..", text)) if re.fullmatch("[0-9A-Fa-f]{12}", text) else text


def _short(text: str) -> str:
    printable = "".join(char if char.isprintable() else "?" for char in text)
    return printable if len(printable) <= 40 else f"{printable[:37]}..."
