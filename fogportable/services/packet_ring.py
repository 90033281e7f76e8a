"""Packets of one service, kept as references in a bounded ring until somebody wants to see them.

Whoever moves packets only appends what it has at hand and how to tell of it later: nothing is read, cut apart or
written there. What a packet was is worked out when the ring is read.
"""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address
from typing import Any

from fogportable.protocol.address import MacAddress

Endpoint = tuple[IPv4Address, int]

#: More of one payload is cut away: no packet of network boot is longer, and a stranger's may have 64 KiB.
MOST_OF_ONE = 2048
#: What an entry costs beside its octets, about: tuple, datagram, addresses.
_ENTRY_BYTES = 300
#: The ring is cut down to this part of its size at once, not entry by entry.
_KEPT_OF_8 = 7
#: A reader that came while the ring changed tries again so often.
_TRIES = 8


@dataclass(frozen=True, slots=True)
class NotedPacket:
    """A packet as its service knew it.

    time_s: monotonic. card: the network card's name. octets: of the payload, the beginning. length: all of it.
    sender: its hardware address where a tap saw it. client: whom it is from or for, where the service knows.
    position: None for UDP; for TCP the octets said before, by the sender and by the other. remark: what is not as on
    the wire, a sentence, else "".
    """

    time_s: float
    card: str
    is_sent: bool
    source: Endpoint
    destination: Endpoint
    octets: bytes
    length: int
    sender: MacAddress | None = None
    client: MacAddress | None = None
    position: tuple[int, int] | None = None
    remark: str = ""


#: What stands in the ring: octets held, who tells of it, and what that is given.
Entry = tuple[Any, ...]
Tell = Callable[..., Iterable[NotedPacket]]


class PacketRing:
    """Written by one thread (`note`), or by several (`note_shared`); read by any.

    dropped: entries that gave way to newer ones.
    """

    __slots__ = ("_bytes", "_entries", "_lock", "_most", "dropped")

    def __init__(self, most_bytes: int) -> None:
        """most_bytes: held at most, with what the entries themselves cost."""
        self._entries: deque[Entry] = deque()
        self._bytes = 0
        self._most = most_bytes
        self._lock = threading.Lock()
        self.dropped = 0

    def note(self, entry: Entry) -> None:
        """Keep an entry: `(octets held, Tell, ...)`."""
        self._entries.append(entry)
        self._bytes += entry[0] + _ENTRY_BYTES
        if self._bytes > self._most:
            self._shrink()

    def note_shared(self, entry: Entry) -> None:
        """As `note`, from any thread."""
        with self._lock:
            self.note(entry)

    def _shrink(self) -> None:
        entries, low = self._entries, self._most * _KEPT_OF_8 // 8
        while entries and self._bytes > low:
            self._bytes -= entries.popleft()[0] + _ENTRY_BYTES
            self.dropped += 1

    @property
    def held_bytes(self) -> int:
        """What the ring holds, about."""
        return self._bytes

    def packets(self) -> Iterator[NotedPacket]:
        """All that is kept, oldest first. From any thread."""
        for _, tell, *what in self._copy():
            yield from tell(*what)

    def _copy(self) -> list[Entry]:
        for _ in range(_TRIES):
            # deque says so when it was changed meanwhile; copying takes less than a turn of the interpreter.
            with contextlib.suppress(RuntimeError):
                return list(self._entries)
        return []


def kept(payload: bytes) -> bytes:
    """As much of a payload as is kept; itself where it is short."""
    return payload if len(payload) <= MOST_OF_ONE else payload[:MOST_OF_ONE]
