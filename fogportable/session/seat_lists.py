"""Lists of seats as files: read into a room, and written from one."""

from __future__ import annotations

from pathlib import Path

from fogportable.errors import ConfigError, FaultCode
from fogportable.model import Room
from fogportable.room.seat_table import LARGEST_TABLE_BYTES, SeatTable, read_seat_table, write_seat_table


def import_seats(file: Path, room: Room) -> SeatTable:
    """The room with the seats of a CSV file. Blocks. Raises ConfigError SEAT_TABLE_MISSING, SEAT_TABLE_UNKNOWN."""
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST_TABLE_BYTES + 1)
    except (OSError, ValueError) as problem:  # ValueError: a NUL in the name
        raise ConfigError(FaultCode.SEAT_TABLE_MISSING, file=file, detail=str(problem)) from problem
    return read_seat_table(data, room, file.name)


def export_seats(room: Room, file: Path) -> Path:
    """Write every seat to a CSV file, over one that is there. Blocks. Raises ConfigError SEAT_TABLE_NOT_SAVED."""
    try:
        file.write_text(write_seat_table(room), "utf-8", newline="")
    except (OSError, ValueError) as problem:
        reason = (getattr(problem, "strerror", None) or str(problem)).lower()
        raise ConfigError(FaultCode.SEAT_TABLE_NOT_SAVED, file=file, problem=reason) from problem
    return file
