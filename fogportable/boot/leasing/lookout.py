"""Which addresses are to be looked at now, and who waits for that: a stock is kept ready, a wish is looked at first."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from ipaddress import IPv4Address

from fogportable.boot.leasing.book import LeaseBook
from fogportable.protocol.dhcp import DhcpPacket

#: Addresses kept looked at, so that a room of this size gets its offers at once.
READY_ADDRESSES = 40
#: Looks asked for at once.
_LOOKS_AT_ONCE = 64
#: How long (s) it is taken for granted that no address is left.
_STAYS_EMPTY_S = 0.5
#: The stock is counted this often (s), and after so many were taken from it.
_COUNT_EVERY_S = 0.5
_COUNT_AFTER = READY_ADDRESSES // 4
#: A look that was not answered by the service within this time (s) is asked for again.
_LOOK_IS_LOST_S = 5.0
#: Clients that wait for a look, and how long (s): they ask again anyhow.
_MOST_WAITING = 512
_WAITS_S = 4.0


@dataclass(frozen=True, slots=True)
class Ask:
    """A request of a client. client: octets of its hardware address. data: as it came in. since: monotonic seconds."""

    packet: DhcpPacket
    client: bytes
    data: bytes
    source: tuple[IPv4Address, int]
    since: float


class Lookout:
    """For one thread. Whether an address is free is written into the book by who gets the answers."""

    def __init__(self, book: LeaseBook) -> None:
        self._book = book
        self._waiting: OrderedDict[bytes, tuple[Ask, IPv4Address | None]] = OrderedDict()
        self._asked: dict[IPv4Address, float] = {}
        self._wishes: OrderedDict[IPv4Address, None] = OrderedDict()
        self._empty_until_s = 0.0
        self._count_at_s = 0.0
        self._taken = 0

    def wait(self, ask: Ask, address: IPv4Address | None) -> None:
        """The client waits for a look at this address; None for any that turns out to be free."""
        self._waiting[ask.client] = (ask, address)
        while len(self._waiting) > _MOST_WAITING:
            self._waiting.popitem(last=False)
        if address is not None:
            self._wishes[address] = None

    def take_waiting(self, now: float) -> list[Ask]:
        """Those who wait, to be answered or to wait again; who waited too long has asked again by now."""
        waiting, self._waiting = self._waiting, OrderedDict()
        return [ask for ask, _ in waiting.values() if now - ask.since < _WAITS_S]

    def waits_for(self, address: IPv4Address) -> set[bytes]:
        """The clients that want to have this very address: one of them may well use it already."""
        return {ask.client for ask, wish in self._waiting.values() if wish == address}

    def take_free(self, client: bytes, now: float) -> IPv4Address | None:
        """A free address for a new client. Whether there is none at all is found out seldom: a flood stays cheap."""
        if self.is_empty(now):
            return None
        address = self._book.take_free(client, now)
        if address is not None:
            self._taken += 1
        elif self._book.is_exhausted(now):
            self._empty_until_s = now + _STAYS_EMPTY_S
        return address

    def is_empty(self, now: float) -> bool:
        """Whether no address was left just before."""
        return now < self._empty_until_s

    def note_released(self) -> None:
        """An address is free again."""
        self._empty_until_s = 0.0

    def to_look_at(self, now: float) -> list[IPv4Address]:
        """Addresses to look at now, each asked for once until `note_looked`."""
        for address, asked_at in list(self._asked.items()):
            if now - asked_at >= _LOOK_IS_LOST_S:
                del self._asked[address]
        wanted = [*self._wishes, *self._for_the_stock(now)]
        self._wishes.clear()
        room = max(0, _LOOKS_AT_ONCE - len(self._asked))
        fresh = [each for each in dict.fromkeys(wanted) if each not in self._asked][:room]
        self._asked.update(dict.fromkeys(fresh, now))
        return fresh

    def note_looked(self, address: IPv4Address) -> None:
        """The look has been answered."""
        self._asked.pop(address, None)

    def _for_the_stock(self, now: float) -> list[IPv4Address]:
        is_short = bool(self._waiting)
        is_time_to_count = now >= self._count_at_s or self._taken >= _COUNT_AFTER or is_short
        if not is_time_to_count or self.is_empty(now):
            return []
        self._count_at_s, self._taken = now + _COUNT_EVERY_S, 0
        missing = READY_ADDRESSES + len(self._waiting) - self._book.ready_count(now)
        return self._book.to_look_at(now, min(missing, _LOOKS_AT_ONCE), is_short=is_short) if missing > 0 else []
