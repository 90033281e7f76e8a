"""The room that is booted."""

from __future__ import annotations

from dataclasses import dataclass

#: More computers stand in no room.
MOST_COMPUTERS = 10_000


@dataclass(frozen=True, slots=True)
class Room:
    """The room that is booted. computers: to MOST_COMPUTERS; 0 means "no list"."""

    name: str = ""
    computers: int = 0
