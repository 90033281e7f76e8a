"""How much one address may ask of the TFTP service, and how much of it is worth telling. Bounded in memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from ipaddress import IPv4Address

from fogportable.boot.askers import TokenBucket

#: Addresses remembered; the one that asked longest ago is forgotten first.
_MOST_ADDRESSES = 4096
#: The same thing about the same address is told once in this time (s).
_QUIET_S = 10.0
#: Different things about one address that are told within that time, and about all together: sources can be forged.
_MOST_TOLD = 20
_MOST_TOLD_OF_ALL = 500


class RequestBudget:
    """A token bucket for each address: `per_second` requests, as many at once."""

    def __init__(self, per_second: int) -> None:
        self._per_second = float(per_second)
        self._buckets: OrderedDict[IPv4Address, TokenBucket] = OrderedDict()

    def take(self, address: IPv4Address, now: float) -> bool:
        """True when the request may be looked at. now: monotonic seconds."""
        bucket = self._buckets.get(address)
        if bucket is None:
            bucket = self._buckets[address] = TokenBucket(self._per_second, self._per_second, now)
            if len(self._buckets) > _MOST_ADDRESSES:
                self._buckets.popitem(last=False)
        self._buckets.move_to_end(address)
        return bucket.take(now)


class Collapser:
    """Says whether something about an address is news. Loaders probe dozens of names, again and again."""

    def __init__(self) -> None:
        self._told: OrderedDict[IPv4Address, dict[Hashable, float]] = OrderedDict()
        self._since = 0.0
        self._told_of_all = 0

    def is_news(self, address: IPv4Address, what: Hashable, now: float, *, must_tell: bool = False) -> bool:
        """True at most once for the same thing in ten seconds. must_tell: even when much was told already."""
        if now - self._since >= _QUIET_S:
            self._since, self._told_of_all = now, 0
        told = self._told.setdefault(address, {})
        self._told.move_to_end(address)
        if len(self._told) > _MOST_ADDRESSES:
            self._told.popitem(last=False)
        for old in [key for key, at in told.items() if now - at >= _QUIET_S]:
            del told[old]
        is_full = len(told) >= _MOST_TOLD or self._told_of_all >= _MOST_TOLD_OF_ALL
        if what in told or (is_full and not must_tell):
            return False
        told[what] = now
        self._told_of_all += 1
        return True
