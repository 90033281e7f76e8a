"""All computers of a session: their trails, and what stands in the way of each. Bounded; times come in."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Iterable
from dataclasses import replace

from fogportable.diagnosis.live.case import case_of
from fogportable.diagnosis.live.expected import expected
from fogportable.diagnosis.live.follow import follow
from fogportable.diagnosis.live.judge import judge
from fogportable.diagnosis.live.room import RoomView, Serving
from fogportable.diagnosis.live.trail import Trail
from fogportable.events import Crowd, Event, Record, StallDiagnosed, StallOver
from fogportable.model import ClientDiagnosis, Journey
from fogportable.protocol.address import MacAddress

#: Computers remembered; beyond, the one not heard for longest is forgotten.
CAPACITY = 4096
#: Who is stuck is looked at again so often (s), in case more can be said.
_LOOK_AGAIN_S = 5.0
#: Computers judged in one look; more wait for the next.
_MOST_AT_ONCE = 256

_Place = tuple[Crowd, int]


class _Client:
    """One computer. unread: what it did as one of a crowd. due_s: when to judge it next; None for never."""

    __slots__ = ("diagnosis", "due_s", "told_s", "trail", "unread")

    def __init__(self, mac: MacAddress) -> None:
        self.trail = Trail(mac)
        self.unread: list[_Place] = []
        self.due_s: float | None = None
        self.diagnosis: ClientDiagnosis | None = None
        self.told_s = 0.0


class Desk:
    """For one thread but for `journey`, which the caller guards. serving: replaced when it changes."""

    def __init__(self, serving: Serving) -> None:
        self.serving = serving
        self._room = RoomView()
        self._clients: OrderedDict[bytes, _Client] = OrderedDict()
        self._crowds: deque[Crowd] = deque()
        self._in_crowds = 0
        self._in_crowd: set[bytes] = set()  # whose the crowds are; also of some that were forgotten

    def take(self, entry: Record | Crowd) -> None:
        """Take in what the journal has. What a crowd did is noted, and read when one of its computers goes on."""
        if isinstance(entry, Crowd):
            self._crowds.append(entry)
            self._in_crowds += len(entry.hardware)
            self._in_crowd.update(entry.hardware)
            while self._in_crowds > 2 * CAPACITY and len(self._crowds) > 1:
                self._in_crowds -= len(self._crowds.popleft().hardware)
            if len(self._in_crowd) > 4 * CAPACITY:
                self._in_crowd = {hardware for crowd in self._crowds for hardware in crowd.hardware}
            return
        self._room.take(entry)
        event = entry.event
        if event.client is None or isinstance(event, StallDiagnosed | StallOver):
            return
        self._spread_for(event.client.octets)
        client = self._touch(event.client.octets)
        self._read(client)
        follow(client.trail, entry)
        client.due_s = entry.monotonic_s  # At the next look, however much it does until then.

    def note_address_offered(self, mac: MacAddress, now_s: float) -> None:
        """A DHCP server was heard to offer this computer an address."""
        self._spread_for(mac.octets)
        client = self._clients.get(mac.octets)
        if client is not None and client.trail.address_s is None:
            client.trail.address_s = now_s

    def look(self, now_s: float) -> tuple[Event, ...]:
        """What has changed: verdicts that came, changed or are over. Judges only whose time has come."""
        events: list[Event] = []
        due = [each for each in self._clients.values() if each.due_s is not None and each.due_s <= now_s]
        for client in due[:_MOST_AT_ONCE]:
            self._read(client)
            events += self._judge(client, now_s)
        return tuple(events)

    def journey(self, mac: MacAddress) -> Journey:
        """What a computer did, and what should come next."""
        self._spread()
        client = self._clients.get(mac.octets)
        if client is None:
            return Journey()
        self._read(client)
        trail = client.trail
        awaited = expected(trail, self.serving)
        files = tuple(name for run in trail.runs for name in run.brought)
        return Journey(tuple(trail.steps), None if awaited is None else awaited.step, files, trail.dropped)

    def __len__(self) -> int:
        self._spread()
        return len(self._clients)

    def _spread_for(self, hardware: bytes) -> None:
        """Only where the crowds know this computer: in a flood of questions somebody who asks alone is a stranger."""
        if hardware in self._in_crowd:
            self._spread()

    def _spread(self) -> None:
        """Give what crowds did to their computers. Who only asked once gives nothing to judge, so it waits until now:
        in a flood of questions most are forgotten again before anybody needs them.
        """
        for crowd in self._crowds:
            for place, hardware in enumerate(crowd.hardware):
                client = self._touch(hardware)
                client.unread.append((crowd, place))
                if len(client.unread) > 2:
                    self._read(client)
                    client.due_s = crowd.monotonic_s
        self._crowds.clear()
        self._in_crowd.clear()
        self._in_crowds = 0

    def _judge(self, client: _Client, now_s: float) -> Iterable[Event]:
        case = case_of(client.trail, self._room, self.serving, now_s)
        found, before = None if case is None else judge(case), client.diagnosis
        client.due_s = self._due_of(client, now_s)
        client.diagnosis = found
        mac = client.trail.mac
        if found is None:
            if before is not None:
                yield StallOver(client=mac, diagnosis=before, lasted_s=max(0.0, now_s - client.told_s))
        elif before is None or not _says_the_same(before, found):
            client.told_s = now_s if before is None else client.told_s
            yield StallDiagnosed(client=mac, diagnosis=found)
        else:
            client.diagnosis = before  # Told once; more of the same evidence is no news.

    def _due_of(self, client: _Client, now_s: float) -> float | None:
        """When there may be something to say without a further event."""
        if client.diagnosis is not None:
            return now_s + _LOOK_AGAIN_S
        awaited = expected(client.trail, self.serving)
        due = None if awaited is None else awaited.due_s
        run = client.trail.run
        if run is not None and not run.asks and run.lease is not None:
            due = run.lease.time_s + 15.0
        if due is not None and due <= now_s:
            # Its time has passed and nothing explains it: once more when it may be called unknown, and now and then.
            return now_s + _LOOK_AGAIN_S if now_s - due < 120.0 else None
        return due

    def _read(self, client: _Client) -> None:
        unread, client.unread = client.unread, []
        for crowd, place in unread:
            follow(client.trail, crowd.record(place))

    def _touch(self, hardware: bytes) -> _Client:
        client = self._clients.get(hardware)
        if client is None:
            client = self._clients[hardware] = _Client(MacAddress(hardware))
            if len(self._clients) > CAPACITY:
                self._clients.popitem(last=False)
        else:
            self._clients.move_to_end(hardware)
        return client


def _says_the_same(one: ClientDiagnosis, other: ClientDiagnosis) -> bool:
    """But for the evidence, and for how often something was seen."""
    bare = ClientDiagnosis("", None, "", "")
    first = replace(bare, rule=one.rule, confidence=one.confidence, needs_you=one.needs_you)
    return first == replace(bare, rule=other.rule, confidence=other.confidence, needs_you=other.needs_you)
