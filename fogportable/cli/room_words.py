"""How far a room has come, in a line at the end of serving."""

from __future__ import annotations

from collections.abc import Sequence

from fogportable.cli.output import plain
from fogportable.model import ClientSnapshot, Room, RoomEnd
from fogportable.room.progress import room_progress
from fogportable.room.seating import Seating

#: Names of seats that are told one by one.
_MOST_NAMES = 12


def room_line(clients: Sequence[ClientSnapshot], room: Room, end: RoomEnd) -> str:
    """`28 of 30 handed over. Not seen: 204-24, 204-26.`; "" for a room without a list."""
    progress = room_progress(clients, Seating(room), end)
    if not progress.is_listed:
        return ""
    done = "done, as FOG reports" if end is RoomEnd.FOG_DONE else "handed over"
    line = f"{progress.done} of {progress.total} {done}."
    if progress.need_you:
        line += f" In trouble: {progress.need_you}."
    names, rest = progress.not_seen[:_MOST_NAMES], progress.missing - len(progress.not_seen[:_MOST_NAMES])
    if names:
        line += f" Not seen: {', '.join(names)}{f' and {rest} more' if rest > 0 else ''}."
    elif progress.missing:
        line += f" Not seen: {progress.missing}."
    return plain(line)
