"""Multicast sessions of a FOG server."""

from __future__ import annotations

from dataclasses import dataclass

from fogportable.fog.entry import Entry, link_of, number_of, part_of, text_of


@dataclass(frozen=True, slots=True)
class MulticastSession:
    """One sender and who hears it.

    port: the first of the two it uses; None where none is told. clients: computers it waits for; None where FOG does
    not say (it writes -1 or nothing). state: FOG's own word, "" before it has one.
    """

    number: int
    name: str
    port: int | None = None
    image: str = ""
    clients: int | None = None
    percent: int | None = None
    state: str = ""
    storage_group: int | None = None


def read_session(entry: Entry) -> MulticastSession | None:
    """A session of either generation; None for an entry without a number."""
    number = number_of(entry, "id")
    if number is None:
        return None
    return MulticastSession(
        number,
        # FOG writes `- lab` where nobody gave a name for the task.
        text_of(entry, "name").removeprefix("- ").strip() or f"session {number}",
        port=number_of(entry, "port"),
        image=text_of(part_of(entry, "image"), "name") or text_of(entry, "imagename", "imageName", "logpath"),
        clients=number_of(entry, "clients"),
        percent=number_of(entry, "percent"),
        state=text_of(part_of(entry, "state"), "name"),
        storage_group=link_of(entry, "storagegroupID"),
    )
