"""IPv4 datagrams put together from their fragments (RFC 791 3.2), bounded in number and in time."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from ipaddress import IPv4Address

from fogportable.protocol.address import MacAddress

#: Datagrams waited for at once; beyond, the oldest counts as lost.
CAPACITY = 256
#: After this long (s) the rest is not waited for (RFC 791 suggests 15 s, Linux keeps 30).
PATIENCE_S = 15.0
_LONGEST = 65_535

_Key = tuple[bytes, bytes, int, int]


@dataclass(slots=True)
class Incomplete:
    """A datagram some of whose fragments came. frame, time_s, sender: of the first that was seen."""

    frame: int
    time_s: float
    sender: MacAddress | None
    source: IPv4Address
    destination: IPv4Address
    protocol: int
    pieces: dict[int, bytes] = field(default_factory=dict)
    total: int | None = None

    @property
    def octets(self) -> int:
        """How many came."""
        return sum(map(len, self.pieces.values()))

    def whole(self) -> bytes | None:
        """The payload, once everything is there without a gap."""
        if self.total is None or self.octets < self.total:
            return None
        joined = bytearray()
        for start in sorted(self.pieces):
            if start > len(joined):
                return None
            joined[start : start + len(self.pieces[start])] = self.pieces[start]
        return bytes(joined[: self.total]) if len(joined) >= self.total else None


class Reassembly:
    """For one capture, in order of time."""

    def __init__(self) -> None:
        self._waiting: OrderedDict[_Key, Incomplete] = OrderedDict()

    def add(self, piece: Incomplete, number: int, start: int, payload: bytes, *, is_last: bool) -> bytes | None:
        """Take in one fragment; give the payload when it was the missing one.

        piece: as for a datagram that begins here. number: identification. start: offset in octets.
        """
        key = (piece.source.packed, piece.destination.packed, piece.protocol, number)
        known = self._waiting.setdefault(key, piece)
        if start + len(payload) <= _LONGEST:
            known.pieces[start] = payload
            if is_last:
                known.total = start + len(payload)
        whole = known.whole()
        if whole is not None:
            del self._waiting[key]
        return whole

    def take_lost(self, now_s: float | None) -> list[Incomplete]:
        """Those that were waited for long enough, or too many; all for None."""
        lost = []
        while self._waiting:
            key, oldest = next(iter(self._waiting.items()))
            is_over = now_s is None or now_s - oldest.time_s > PATIENCE_S or len(self._waiting) > CAPACITY
            if not is_over:
                break
            del self._waiting[key]
            lost.append(oldest)
        return lost
