"""What is remembered of each client, bounded: how much it may ask, and whether it runs in circles."""

from __future__ import annotations

from collections import OrderedDict, deque
from typing import Protocol

from fogportable.boot.policy import SCRIPT_NAME

#: Clients remembered; beyond, the one not heard for longest is forgotten.
CAPACITY = 4096

EVENTS_PER_S = 10.0
EVENTS_BURST = 20.0
ANSWERS_PER_S = 50.0

#: Loads of a boot file, each followed by the client asking as before, after which it is left alone for a while.
LOADER_ROUNDS = 4
LOADER_WITHIN_S = 300.0

#: iPXE asks again whenever a menu entry failed or somebody chose "back", so that it takes many, and quick ones.
SCRIPT_ROUNDS = 10
SCRIPT_WITHIN_S = 120.0

#: A client that comes back later than this after a load has done something else in between.
COMES_BACK_WITHIN_S = 120.0

LEFT_ALONE_S = 60.0

#: A DISCOVER that the network delivers twice may come after a short load; its xid tells it from a new one.
_DUPLICATE_WITHIN_S = 2.0


class TokenBucket:
    """At most `per_s` on average, `burst` at once. Times are monotonic seconds."""

    __slots__ = ("_burst", "_filled_at", "_level", "_per_s")

    def __init__(self, per_s: float, burst: float, now: float) -> None:
        self._per_s = per_s
        self._burst = burst
        self._level = burst
        self._filled_at = now

    def take(self, now: float, count: int = 1) -> bool:
        """Take `count` tokens; False, and nothing taken, when there are not so many."""
        level = min(self._burst, self._level + (now - self._filled_at) * self._per_s)
        self._filled_at = now
        has_enough = level >= count
        self._level = level - count if has_enough else level
        return has_enough


class LoopWatch:
    """Counts how often a client had what it was offered and came back for the same.

    A retry does not count: only a DISCOVER that is the first one after a complete transfer.
    """

    __slots__ = ("_delivered_at", "_file", "_last_xid", "_limit", "_returns", "_within_s", "left_alone_until")

    def __init__(self, limit: int, within_s: float) -> None:
        self._limit = limit
        self._within_s = within_s
        self._returns: deque[float] = deque(maxlen=limit)
        self._file = ""
        self._delivered_at: float | None = None
        self._last_xid: int | None = None
        self.left_alone_until = 0.0

    def note_delivered(self, file: str, now: float) -> None:
        """The client has the whole file. Another file than before starts the count anew."""
        if file != self._file:
            self.note_progress()
        self._file = file
        self._delivered_at = now

    def note_progress(self) -> None:
        """The client got further than the file it was offered."""
        self._returns.clear()
        self._delivered_at = None

    def is_left_alone(self, now: float) -> bool:
        """Whether it still gets no answer after going in circles."""
        return now < self.left_alone_until

    def comes_back(self, xid: int, now: float) -> int:
        """Take in a DISCOVER. Gives how often it came back when that was once too often, else 0."""
        is_same_xid, self._last_xid = xid == self._last_xid, xid
        delivered_at = self._delivered_at
        if delivered_at is None or (is_same_xid and now - delivered_at < _DUPLICATE_WITHIN_S):
            return 0
        self._delivered_at = None
        if now - delivered_at > COMES_BACK_WITHIN_S:
            self._returns.clear()
            return 0
        self._returns.append(now)
        if len(self._returns) < self._limit or now - self._returns[0] > self._within_s:
            return 0
        self._returns.clear()
        self.left_alone_until = now + LEFT_ALONE_S
        return self._limit


class Asker:
    """One client. Times are monotonic seconds, 0 for never.

    offered_file: the boot file it was told last, "" before. offered_script: the same for iPXE's script.
    """

    __slots__ = (
        "answers",
        "asked_at",
        "events",
        "loader",
        "missing_said_at",
        "offered_file",
        "offered_script",
        "script",
        "silence_said",
    )

    def __init__(self, now: float) -> None:
        self.events = TokenBucket(EVENTS_PER_S, EVENTS_BURST, now)
        self.answers = TokenBucket(ANSWERS_PER_S, ANSWERS_PER_S, now)
        self.loader = LoopWatch(LOADER_ROUNDS, LOADER_WITHIN_S)
        self.script = LoopWatch(SCRIPT_ROUNDS, SCRIPT_WITHIN_S)
        self.offered_file = ""
        self.offered_script = SCRIPT_NAME
        self.asked_at: float | None = None
        self.missing_said_at: float | None = None
        self.silence_said: tuple[str, float] | None = None

    def note_delivered(self, file: str, now: float) -> None:
        """A TFTP transfer to this client was complete."""
        name = file.lstrip("/")
        if name == self.offered_script.lstrip("/"):
            self.script.note_delivered(name, now)
            self.loader.note_progress()
        elif name == self.offered_file.lstrip("/"):
            self.loader.note_delivered(name, now)
        else:
            self.loader.note_progress()
            self.script.note_progress()

    def should_say(self, reason: str, now: float, *, every_s: float) -> bool:
        """Whether to tell people why this client gets no answer: not the same reason again within `every_s`."""
        if self.silence_said is not None:
            said, at = self.silence_said
            if said == reason and now - at < every_s:
                return False
        if not self.events.take(now):
            return False
        self.silence_said = (reason, now)
        return True


class Newcomer(Protocol):
    """A client of which there is only its first question to remember."""

    def asker(self) -> Asker:
        """All of it, for when more is known."""


class Askers:
    """Clients by hardware address, the newest `capacity` of them."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._by_address: OrderedDict[bytes, Asker | Newcomer] = OrderedDict()

    def get(self, hardware: bytes) -> Asker | None:
        """The client, if it is remembered; does not count as heard."""
        found = self._by_address.get(hardware)
        if found is None or isinstance(found, Asker):
            return found
        asker = self._by_address[hardware] = found.asker()
        return asker

    def touch(self, hardware: bytes, now: float) -> Asker:
        """The client, new or not, as the one heard last."""
        asker = self.get(hardware)
        if asker is not None:
            self._by_address.move_to_end(hardware)
            return asker
        asker = Asker(now)
        self.add(hardware, asker)
        return asker

    def add(self, hardware: bytes, who: Asker | Newcomer) -> None:
        """A client that is not remembered, as the one heard last."""
        self._by_address[hardware] = who
        if len(self._by_address) > self._capacity:
            self._by_address.popitem(last=False)

    def __contains__(self, hardware: bytes) -> bool:
        return hardware in self._by_address

    def __len__(self) -> int:
        return len(self._by_address)
