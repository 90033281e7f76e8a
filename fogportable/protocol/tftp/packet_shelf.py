"""Packets that several transfers need: a room of thirty loads one file, and each block of it is packed once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable

#: Pages of some 128 KiB: 16 MiB in all. Computers further apart than that in a file get packets of their own.
_MOST_PAGES = 128


class PacketShelf:
    """Pages by what they hold, those used last. For one thread. Values are never changed by who takes them."""

    def __init__(self, most_pages: int = _MOST_PAGES) -> None:
        self._most_pages = most_pages
        self._pages: OrderedDict[Hashable, object] = OrderedDict()

    def take(self, key: Hashable) -> object | None:
        """A page, if it is there."""
        page = self._pages.get(key)
        if page is not None:
            self._pages.move_to_end(key)
        return page

    def put(self, key: Hashable, page: object) -> None:
        """Keep a page; the one that was used longest ago goes."""
        self._pages[key] = page
        if len(self._pages) > self._most_pages:
            self._pages.popitem(last=False)

    def clear(self) -> None:
        """Nobody loads any more."""
        self._pages.clear()

    def __len__(self) -> int:
        return len(self._pages)
