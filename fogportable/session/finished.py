"""Computers that are done: they get no network boot any more, until somebody says otherwise."""

from __future__ import annotations

import threading

from fogportable.protocol.address import MacAddress

#: As many as a script may name without becoming a burden (some 60 KB); the one that has been done longest goes first.
MOST_FINISHED = 512


class FinishedComputers:
    """Asked for each request, so reading takes no lock: the tuple and the set are replaced whole. From any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._in_order: tuple[MacAddress, ...] = ()
        self._hardware: frozenset[bytes] = frozenset()

    def add(self, mac: MacAddress) -> bool:
        """This computer is done. False where that was known."""
        with self._lock:
            if mac in self._in_order:
                return False
            self._replace((*self._in_order, mac)[-MOST_FINISHED:])
            return True

    def remove(self, mac: MacAddress) -> bool:
        """It boots from the network again. False where it did so anyway."""
        with self._lock:
            if mac not in self._in_order:
                return False
            self._replace(tuple(each for each in self._in_order if each != mac))
            return True

    def _replace(self, macs: tuple[MacAddress, ...]) -> None:
        self._in_order, self._hardware = macs, frozenset(each.octets for each in macs)

    def macs(self) -> tuple[MacAddress, ...]:
        """All, the longest done first."""
        return self._in_order

    def __contains__(self, hardware: object) -> bool:
        """hardware: the octets of an address, as they stand in a packet."""
        return hardware in self._hardware
