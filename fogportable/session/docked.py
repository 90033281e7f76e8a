"""Computers behind one hardware address: docks and USB network cards are lent to one after another."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

#: Computers whose address another one has now. The one that has been away longest goes first.
MOST_AWAY = 512

_Row_co = TypeVar("_Row_co")


class DockedComputers(Generic[_Row_co]):
    """Rows of computers whose address somebody else uses now, by address and machine number.

    Only a DISCOVER names the machine. What is heard without one (files, leases) is of whoever asked last with this
    address, and two machines without a number cannot be told apart at all.
    """

    def __init__(self) -> None:
        self._away: OrderedDict[tuple[bytes, bytes], _Row_co] = OrderedDict()

    def swap(self, hardware: bytes, leaving: bytes, row: _Row_co, coming: bytes) -> _Row_co | None:
        """A computer takes the place of another. Returns its row of the last time, None when it is new."""
        self._away[hardware, leaving] = row
        if len(self._away) > MOST_AWAY:
            self._away.popitem(last=False)
        return self._away.pop((hardware, coming), None)

    def rows(self) -> tuple[_Row_co, ...]:
        """Those that are away now."""
        return tuple(self._away.values())

    def __len__(self) -> int:
        return len(self._away)
