"""Is somebody on this address? Asked by ARP before an address is given, many at once and without waiting for one."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import IPv4Address

from fogportable.protocol.address import MacAddress

#: An address is asked for this often, this far apart (s); a host that is there answers within milliseconds.
_ASKS = 3
_ASK_EVERY_S = 0.15
#: After the last request nobody has answered for this time (s): nobody is there.
_LAST_ANSWER_S = 0.2

#: More than are asked for at once; beyond, further ones wait for their turn.
_MOST_AT_ONCE = 128


class AddressCheck:
    """Questions that are out, and what was answered. For one thread, which tells the time.

    ask: sends one question, and may not raise.
    """

    def __init__(self, ask: Callable[[IPv4Address], None]) -> None:
        self._ask = ask
        self._asked: dict[IPv4Address, int] = {}
        self._due: dict[IPv4Address, float] = {}
        self._queue: list[IPv4Address] = []

    def begin(self, address: IPv4Address, now: float) -> None:
        """Ask for an address. Does nothing while it is asked for."""
        if address in self._due or address in self._queue:
            return
        if len(self._due) >= _MOST_AT_ONCE:
            self._queue.append(address)
            return
        self._asked[address] = 0
        self._due[address] = now

    def note_seen(self, address: IPv4Address, mac: MacAddress) -> tuple[IPv4Address, MacAddress] | None:
        """Somebody said that the address is its own. The verdict, when that was asked."""
        if self._due.pop(address, None) is None:
            return None
        del self._asked[address]
        return address, mac

    def next_deadline(self) -> float | None:
        """When to ask again or to give a verdict, monotonic seconds; None when nothing is asked."""
        return min(self._due.values(), default=None)

    def run_due(self, now: float) -> list[IPv4Address]:
        """Ask what is due. The addresses on which nobody is."""
        free: list[IPv4Address] = []
        for address in [each for each, due in self._due.items() if due <= now]:
            if self._asked[address] == _ASKS:
                free.append(address)
                del self._due[address], self._asked[address]
                continue
            self._asked[address] += 1
            is_last = self._asked[address] == _ASKS
            self._due[address] = now + (_LAST_ANSWER_S if is_last else _ASK_EVERY_S)
            self._ask(address)
        while self._queue and len(self._due) < _MOST_AT_ONCE:
            self.begin(self._queue.pop(0), now)
        return free
