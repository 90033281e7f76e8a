"""One row of the client table: its texts, how it sorts, and which of its cells a change touches."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from operator import attrgetter
from typing import Any

from fogportable.model import ClientSnapshot, ClientStage, Seat
from fogportable.ui import words


class Column(IntEnum):
    """Columns from left to right."""

    STATE = 0
    SEAT = 1
    COMPUTER = 2
    DOING = 3
    FILE = 4
    PROGRESS = 5
    RATE = 6
    FOG = 7
    IP = 8
    MAC = 9
    LAST_HEARD = 10


#: Trouble first, then who works, waits, is done, and who is none of ours.
_RANK = {
    ClientStage.FAILED: 0,
    ClientStage.NEEDS_YOU: 1,
    ClientStage.IMAGING: 2,
    ClientStage.LOADING: 3,
    ClientStage.ASKING: 4,
    ClientStage.MAY_BOOT: 5,
    ClientStage.WOULD_BOOT: 6,
    ClientStage.IN_MENU: 7,
    ClientStage.HANDED_OVER: 8,
    ClientStage.DONE: 9,
    ClientStage.SILENT: 10,
    ClientStage.NOT_SEEN: 11,
    ClientStage.LEFT_ALONE: 12,
}

SortKey = Callable[["Row"], Any]

#: What may change how any cell of the row is drawn: how far the sentence reaches, colours, weights.
_whole_row_of = attrgetter(
    "vendor", "address", "arch", "firmware", "stage", "doing", "file", "size_bytes", "attempts", "fault", "lights"
)


@dataclass(slots=True)
class Changes:
    """Places of the shown rows that changed in one tick, by the columns that must be drawn again.

    A busy room changes its progress all the time and little else; drawing all cells would take most of a tick.
    """

    whole: list[int] = field(default_factory=list)
    progress: list[int] = field(default_factory=list)
    age: list[int] = field(default_factory=list)

    def note(self, place: int, row: Row, client: ClientSnapshot, age: str) -> None:
        """The row at this place is about to become this."""
        before = row.client
        rates = (before.rate_bytes_per_s, client.rate_bytes_per_s)
        sent = (before.sent_bytes, client.sent_bytes)
        if _whole_row_of(before) != _whole_row_of(client) or _appears(*rates) or _appears(*sent):
            self.whole.append(place)
            return
        if rates[0] != rates[1] or sent[0] != sent[1]:
            self.progress.append(place)
        if row.age != age:
            self.age.append(place)


@dataclass(slots=True, eq=False)
class Row:
    """A computer and when it was first taken in, which keeps equals in order. seat: where it stands, None for a guest.

    age: "" for one that was never heard. age_until_s: by the window's clock, when it becomes another one.
    """

    client: ClientSnapshot
    number: int
    age: str = ""
    age_until_s: float = math.inf
    seat: Seat | None = None

    def look_up_age(self, client: ClientSnapshot, now_s: float) -> str:
        """How long ago this client, which is the row's from now on, was heard."""
        if client.stage is ClientStage.NOT_SEEN:
            self.age_until_s = math.inf
            return ""
        silent_s = max(0.0, now_s - client.last_heard_s)
        self.age_until_s = now_s - silent_s + words.age_lasts(silent_s)
        return words.age(silent_s)

    @property
    def seat_name(self) -> str:
        return "" if self.seat is None else self.seat.name

    def haystack(self) -> str:
        client = self.client
        host = "" if self.seat is None else self.seat.host
        place = (self.seat_name, host)
        parts = (client.vendor, client.firmware, client.doing, client.file, client.address or "", client.mac, *place)
        return f"{words.stage_word(client.stage)} {' '.join(map(str, parts))}".casefold()


def _urgency(row: Row) -> tuple[int, int, int]:
    client = row.client
    nearly = 0
    if client.stage is ClientStage.LOADING and client.size_bytes:
        nearly = -words.percent(client.sent_bytes or 0, client.size_bytes)
    return _RANK[client.stage], nearly, row.number


SORT_KEYS: dict[Column, SortKey] = {
    Column.STATE: _urgency,
    Column.SEAT: lambda row: (row.seat is None, row.seat.place if row.seat else 0, row.number),
    Column.COMPUTER: lambda row: (words.computer(row.client).casefold(), row.number),
    Column.DOING: lambda row: (row.client.doing.casefold(), row.number),
    Column.FILE: lambda row: (row.client.file.casefold(), row.number),
    Column.PROGRESS: lambda row: (
        words.percent(row.client.sent_bytes or 0, row.client.size_bytes or 1),
        row.client.sent_bytes or 0,
        row.number,
    ),
    Column.RATE: lambda row: (row.client.rate_bytes_per_s or 0.0, row.number),
    Column.FOG: lambda row: (len(row.client.lights), row.number),
    Column.IP: lambda row: (int(row.client.address or 0), row.number),
    Column.MAC: lambda row: (row.client.mac, row.number),
    Column.LAST_HEARD: lambda row: (-row.client.last_heard_s, row.number),
}


def _appears(before: float | None, after: float | None) -> bool:
    """Whether a figure came or went."""
    return (before is None) is not (after is None)


def text_of(row: Row, column: Column) -> str:
    client = row.client
    match column:
        case Column.STATE:
            return words.stage_word(client.stage)
        case Column.SEAT:
            return row.seat_name
        case Column.COMPUTER:
            return words.computer_or_host(client, row.seat)
        case Column.DOING:
            return client.doing
        case Column.FILE:
            return client.file.rsplit("/", 1)[-1]
        case Column.PROGRESS:
            return words.progress(client)
        case Column.RATE:
            return "" if client.rate_bytes_per_s is None else words.rate(client.rate_bytes_per_s)
        case Column.FOG:
            return words.light_word(client.lights)
        case Column.IP:
            return "" if client.address is None else str(client.address)
        case Column.MAC:
            return str(client.mac) if client.mac.octets.strip(b"\0") else ""
        case Column.LAST_HEARD:
            return row.age
