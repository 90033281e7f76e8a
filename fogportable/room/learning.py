"""Seats learned by switching computers on one after another, in the order of the seats."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from fogportable.model.room import Room, machine_key
from fogportable.model.snapshots import ClientSnapshot, ClientStage
from fogportable.room.seating import Computer, with_computer


class SeatLearning:
    """Whoever asks for network boot next stands on the next seat.

    A computer counts when its firmware asks after the beginning, so one that is on already and still asks is taken for
    the next. Each is taken once, also when it asks with a second card of its own.
    """

    def __init__(self, room: Room, began_s: float, first_place: int = 1) -> None:
        """began_s: monotonic seconds, as `ClientSnapshot.asked_s`."""
        self.room = room
        self._began_s = began_s
        self._place = first_place
        self._taken: list[tuple[int, Room, object]] = []
        self._seen: dict[object, int] = {}  # with the attempt in which each was seen
        self._undone: set[object] = set()
        self._looked_until_s = began_s  # when the last of those asked who were looked at

    @property
    def place(self) -> int | None:
        """The seat whose computer is to be switched on now; None after the last."""
        return self._place if self._place <= self.room.seat_count else None

    @property
    def learned(self) -> int:
        """Computers that got a seat so far."""
        return len(self._taken)

    def take(self, clients: Iterable[ClientSnapshot]) -> tuple[int, ...]:
        """Look at all rows. Returns the places that got a computer, in order."""
        since_s = self._looked_until_s
        asking = [
            each
            for each in clients
            if each.asked_s >= since_s and each.asked_s > self._began_s and each.stage is not ClientStage.LEFT_ALONE
        ]
        places = []
        for client in sorted(asking, key=lambda each: each.asked_s):
            place, who = self.place, _who(client)
            self._looked_until_s = client.asked_s
            if place is None or not self._counts(who, client.attempts):
                continue
            self._seen[who] = client.attempts
            self._undone.discard(who)
            self._taken.append((place, self.room, who))
            self.room = with_computer(self.room, place, computer_of(client))
            self._place = place + 1
            places.append(place)
        return tuple(places)

    def skip(self) -> None:
        """Nobody stands at this seat, or its computer is broken."""
        if self.place is not None:
            self._place += 1
            self._looked_until_s = self._began_s

    def undo(self) -> None:
        """The last one was wrong: its seat is the next one again.

        It goes on asking, so it counts again only from its next start on.
        """
        if self._taken:
            self._place, self.room, who = self._taken.pop()
            self._undone.add(who)
            self._looked_until_s = self._began_s

    def _counts(self, who: object, attempt: int) -> bool:
        seen = self._seen.get(who)
        return seen is None or (who in self._undone and attempt > seen)


def computer_of(client: ClientSnapshot) -> Computer:
    """Who a row is."""
    is_telling = machine_key(client.uuid) is not None
    return Computer(client.mac, UUID(client.uuid) if is_telling else None)


def _who(client: ClientSnapshot) -> object:
    return machine_key(client.uuid) or client.mac
