"""Which computer stands where: looked up by SMBIOS UUID, else by hardware address; and giving seats to computers.

What can be told apart: two computers with numbers of their own, also behind one dock. What cannot: computers without a
number, or with one that a whole batch shares, that use one dock in turn; they are one to everybody in the network.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fogportable.model.room import Room, Seat, machine_key

if TYPE_CHECKING:
    from uuid import UUID

    from fogportable.protocol.address import MacAddress


@dataclass(frozen=True, slots=True)
class Computer:
    """Who shall get a seat. uuid: None where its firmware sends none that tells it apart."""

    mac: MacAddress
    uuid: UUID | None = None


class Seating:
    """The seats of one room, for looking up. Made anew when the room changes."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.seats = room.every_seat()
        self._by_machine: dict[bytes, Seat] = {}
        by_mac: dict[bytes, list[Seat]] = {}
        for seat in self.seats:
            key = machine_key(seat.uuid)
            if key is not None:
                self._by_machine[key] = seat
            if seat.mac is not None:
                by_mac.setdefault(seat.mac.octets, []).append(seat)
        self._by_mac = _single(by_mac)
        self._without_number = _single(
            {mac: [each for each in seats if machine_key(each.uuid) is None] for mac, seats in by_mac.items()}
        )

    def seat_of(self, mac: MacAddress, uuid: UUID | str | None) -> Seat | None:
        """Where this computer stands; None for a guest, and where the address alone does not tell.

        By its number first. By its address only a seat of which no other number is known.
        """
        key = machine_key(uuid)
        if key is None:
            return self._by_mac.get(mac.octets)
        return self._by_machine.get(key) or self._without_number.get(mac.octets)


def _single(seats_of: dict[bytes, list[Seat]]) -> dict[bytes, Seat]:
    """By the octets of an address, where it tells the seat."""
    return {mac: seats[0] for mac, seats in seats_of.items() if len(seats) == 1}


def with_computer(room: Room, place: int, computer: Computer, *, is_number_shared: bool = False) -> Room:
    """The computer stands at this place from now on, and at no other; who stood here before stands nowhere.

    is_number_shared: other computers were heard with the same UUID, so that it is kept by its address, there too.
    """
    key = machine_key(computer.uuid)
    uuid = None if is_number_shared or key is None else computer.uuid
    kept: list[Seat] = []
    host, name = "", ""
    for seat in room.seats:
        if seat.place == place:
            host, name = seat.host, seat.name
            continue
        is_same_number = key is not None and machine_key(seat.uuid) == key
        if is_number_shared and is_same_number:
            seat = replace(seat, uuid=None)
        elif is_same_number or _is_same_address(seat, computer):
            seat = replace(seat, uuid=None, mac=None)
        kept.append(seat)
    return _with_seats(room, (*kept, Seat(place, name, uuid, computer.mac, host)))


def without_computer(room: Room, place: int) -> Room:
    """Nobody is known to stand there; the seat keeps its names."""
    seats = (replace(each, uuid=None, mac=None) if each.place == place else each for each in room.seats)
    return _with_seats(room, seats)


def swapped(room: Room, one: int, other: int) -> Room:
    """The computers of two places stand the other way round; names of seats and hosts stay where they are."""
    by_place = {each.place: each for each in room.seats}
    first, second = by_place.get(one, Seat(one)), by_place.get(other, Seat(other))
    by_place[one] = replace(first, uuid=second.uuid, mac=second.mac)
    by_place[other] = replace(second, uuid=first.uuid, mac=first.mac)
    return _with_seats(room, by_place.values())


def with_grid(room: Room, columns: int, rows: int, pattern: str) -> Room:
    """Another grid; seats that do not fit into it any more are given up. Both 0: no seats."""
    wider = replace(room, columns=columns, rows=rows, pattern=pattern)
    if wider.has_seats and wider.computers > columns * rows:
        wider = replace(wider, computers=columns * rows)
    return replace(wider, seats=tuple(each for each in room.seats if each.place <= wider.seat_count))


def _is_same_address(seat: Seat, computer: Computer) -> bool:
    """Whether a seat is known by this address and by nothing that says it is another computer."""
    if seat.mac != computer.mac:
        return False
    known, ours = machine_key(seat.uuid), machine_key(computer.uuid)
    return known is None or ours is None


def _with_seats(room: Room, seats: Iterable[Seat]) -> Room:
    """In the order of their places, without those that say nothing."""
    telling = (each for each in seats if each != Seat(each.place))
    return replace(room, seats=tuple(sorted(telling, key=lambda seat: seat.place)))
