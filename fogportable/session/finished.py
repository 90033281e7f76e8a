"""Computers that are done: they get no network boot any more, until somebody says otherwise."""

from __future__ import annotations

import threading
from uuid import UUID

from fogportable.model import FinishedComputer, machine_key
from fogportable.protocol.address import MacAddress

#: As many as a script may name without becoming a burden (some 60 KB); the one that has been done longest goes first.
MOST_FINISHED = 512


class FinishedComputers:
    """Told apart by the machine's number, because computers share docks, which have the address; by the address where
    a machine has no number of its own.

    Asked for each request, so reading takes no lock: what is looked at is replaced whole. From any thread.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._in_order: tuple[FinishedComputer, ...] = ()
        self._machines: frozenset[bytes] = frozenset()  # as in option 97, in both orders of octets
        self._hardware: frozenset[bytes] = frozenset()
        self._hardware_alone: frozenset[bytes] = frozenset()  # of those without a number

    def add(self, mac: MacAddress, uuid: str = "") -> bool:
        """This computer is done. uuid: its number, where it is known. False where that was known."""
        done = _computer(mac, uuid)
        with self._lock:
            if any(_is_same(each, done) for each in self._in_order):
                return False
            self._replace((*self._in_order, done)[-MOST_FINISHED:])
            return True

    def remove(self, mac: MacAddress, uuid: str = "") -> bool:
        """It boots from the network again. False where it did so anyway."""
        other = _computer(mac, uuid)
        with self._lock:
            left = tuple(each for each in self._in_order if not _is_same(each, other))
            if len(left) == len(self._in_order):
                return False
            self._replace(left)
            return True

    def _replace(self, computers: tuple[FinishedComputer, ...]) -> None:
        self._machines = frozenset(octets for each in computers for octets in each.machine_octets())
        self._hardware_alone = frozenset(each.mac.octets for each in computers if each.uuid is None)
        self._hardware = frozenset(each.mac.octets for each in computers)
        self._in_order = computers

    def computers(self) -> tuple[FinishedComputer, ...]:
        """All, the longest done first."""
        return self._in_order

    def __call__(self, hardware: bytes, machine: bytes) -> bool:
        """Whether a computer is done. hardware: the octets of its address, as they stand in a packet. machine: the 16
        octets of its number, b"" without one."""
        if machine in self._machines:
            return True
        if hardware not in self._hardware:
            return False
        return hardware in self._hardware_alone or not machine or machine_key(UUID(bytes=machine)) is None


def _computer(mac: MacAddress, uuid: str) -> FinishedComputer:
    return FinishedComputer(mac, None if machine_key(uuid) is None else UUID(uuid))


def _is_same(one: FinishedComputer, other: FinishedComputer) -> bool:
    if one.uuid is not None and other.uuid is not None:
        return machine_key(one.uuid) == machine_key(other.uuid)
    return one.mac == other.mac
