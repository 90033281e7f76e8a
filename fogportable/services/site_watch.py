"""The thread that watches what other servers offer: moves datagrams from the taps to the observer."""

from __future__ import annotations

import logging
import socket
import time
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from ipaddress import IPv4Address

from fogportable.boot.site_observer import CableSign, PassingDatagram, SiteObserver
from fogportable.events import Event
from fogportable.model import ServingInterface
from fogportable.platform.arp import hardware_of, parse_arp
from fogportable.platform.link_tap import hear_cable_too
from fogportable.platform.packet_tap import hear_answers_only, parse_frame, receive_frame
from fogportable.protocol.address import MacAddress
from fogportable.protocol.errors import MalformedPacket
from fogportable.protocol.link import parse_bpdu
from fogportable.services import dhcp_trace
from fogportable.services.loop import SelectorThread
from fogportable.services.packet_ring import PacketRing

_log = logging.getLogger("fogportable.site")

#: Datagrams read from one tap before others get their turn.
_READS_IN_A_ROW = 64

#: Requests and answers that wait to be looked at; beyond, the oldest is forgotten. As many as the observer remembers.
_MOST_WAITING = 1024

#: While what a computer asks may be news, requests are looked at so often (s), without an answer too.
_LOOK_S = 0.5

#: Frames beside DHCP looked at on one card in such a time (s); more are left to the kernel until it is over.
MOST_CABLE_SIGNS = 200
CABLE_REST_S = 10.0

_HARDWARE = slice(28, 34)
_SENDER = slice(6, 12)
_MAC_OCTETS = 6

#: Interface, source, destination, payload, and when it was heard.
_Request = tuple[str, tuple[IPv4Address, int], tuple[IPv4Address, int], bytes, float]


class _Card:
    """One tap, which hears what troubles the cable too where `hear_cable` said so.

    signs: frames beside DHCP since begin_s. rests_until_s: such are not heard meanwhile; None while they are.
    """

    __slots__ = ("begin_s", "interface", "own_mac", "rests_until_s", "signs", "sock")

    def __init__(self, sock: socket.socket, interface: ServingInterface) -> None:
        self.sock = sock
        self.interface = interface
        self.own_mac = hardware_of(sock)
        self.signs, self.begin_s = 0, 0.0
        self.rests_until_s: float | None = None

    def hear_cable(self) -> None:
        """Answers of DHCP and, on a card of Ethernet, troubles of its cable. Raises OSError."""
        self.rests_until_s = None
        if len(self.own_mac.octets) == _MAC_OCTETS:
            hear_cable_too(self.sock, self.interface.index, self.own_mac, self.interface.address.ip)
        else:
            hear_answers_only(self.sock)

    def take_sign(self, now: float) -> bool:
        """Whether this one may be looked at. A flood of them ends with the tap deaf to them for a while."""
        if now - self.begin_s > CABLE_REST_S:
            self.signs, self.begin_s = 0, now
        self.signs += 1
        if self.signs > MOST_CABLE_SIGNS and self.rests_until_s is None:
            self.rests_until_s = now + CABLE_REST_S
            hear_answers_only(self.sock)
        return self.signs <= MOST_CABLE_SIGNS


class SiteWatch(SelectorThread):
    """Listens only. Owned by the thread: the taps, the answers they heard and, while it runs, the observer.

    Requests are not heard twice: who answers them notes them here (`note_request`), and they are looked at once an
    answer of another server makes them matter. Shared: the queue of those, guarded by the atomicity of deque.
    Read by others: the counters, which only this thread writes.
    """

    def __init__(
        self,
        taps: Sequence[tuple[socket.socket, ServingInterface]],
        observer: SiteObserver,
        *,
        emit: Callable[[Event], None],
        on_crash: Callable[[Exception], None],
        hear_first: Callable[[Callable[[], None]], None] | None = None,
        ring: PacketRing,
    ) -> None:
        """ring: where packets are noted.

        hear_first: lets who hears the requests note all that came up to now, then calls back, from any thread.

        None: the taps hear the requests themselves.
        """
        super().__init__("fogp-site", on_crash=on_crash)
        self._observer = observer
        self._emit = emit
        self._hear_first = hear_first
        self._requests: deque[_Request] = deque(maxlen=_MOST_WAITING)
        self._answers: deque[tuple[PassingDatagram, float]] = deque(maxlen=_MOST_WAITING)
        self._looked_at = 0.0
        self._ring = ring
        self.datagrams_seen = 0
        self.malformed_datagrams = 0
        self.cable_signs_seen = 0
        self._cards = [_Card(sock, interface) for sock, interface in taps]
        for card in self._cards:
            if hear_first is not None:
                card.hear_cable()
            self.register(card.sock, partial(self._read, card))

    def note_request(
        self,
        interface: str,
        source: tuple[IPv4Address, int],
        destination: tuple[IPv4Address, int],
        data: bytes,
        now: float,
    ) -> None:
        """Somebody asks. From any thread; costs next to nothing."""
        self._requests.append((interface, source, destination, data, now))

    def next_deadline(self) -> float | None:
        rests = (each.rests_until_s for each in self._cards)
        every = [each for each in (self._observer.next_deadline(), *rests) if each is not None]
        due = min(every, default=None)
        if not (self._requests and self._observer.has_to_see_requests):
            return due
        look = self._looked_at + _LOOK_S
        return look if due is None else min(due, look)

    def on_deadline(self, now: float) -> None:
        for card in self._cards:
            if card.rests_until_s is not None and card.rests_until_s <= now:
                card.hear_cable()
        self._look_at_requests(now)
        self._tell(self._observer.expire(now))

    def _read(self, card: _Card) -> None:
        self._take_in(card)
        if not self._answers:
            return
        if self._hear_first is None:
            self._look_at_answers()
        else:
            # What the computer asked reached this machine before its answer, but maybe not yet who answers here.
            self._hear_first(lambda: self.call_soon(self._look_at_answers))

    def _take_in(self, card: _Card) -> None:
        interface = card.interface.name
        for _ in range(_READS_IN_A_ROW):
            try:
                frame = receive_frame(card.sock)
            except OSError as problem:
                _log.warning("nothing could be seen on %s: %s", interface, problem)
                return
            if frame is None:
                return
            now = time.monotonic()
            heard = parse_frame(frame)
            if heard is None or heard.source_mac == card.own_mac:
                self._look_at_cable(card, frame, now)
                continue
            self.datagrams_seen += 1
            passing = PassingDatagram(interface, heard.source_mac, heard.source, heard.destination, heard.data)
            self._ring.note(dhcp_trace.passing(now, interface, heard))
            self._answers.append((passing, now))

    def _look_at_cable(self, card: _Card, frame: bytes, now: float) -> None:
        if self._hear_first is None or not card.take_sign(now):
            return
        self.cable_signs_seen += 1
        sender = MacAddress(frame[_SENDER])
        sighting = parse_arp(frame)
        sign = CableSign(
            card.interface.name,
            sender if sighting is None else sighting.mac,
            is_own=sender == card.own_mac,
            bpdu=parse_bpdu(frame),
            claims=None if sighting is None else sighting.address,
        )
        self._tell(self._observer.receive_cable(sign, now))

    def _look_at_answers(self) -> None:
        """After the requests: what an answer means depends on who asked."""
        self._look_at_requests(time.monotonic())
        while self._answers:
            self._look_at(*self._answers.popleft())

    def _look_at_requests(self, now: float) -> None:
        self._looked_at = now
        for _ in range(len(self._requests)):
            interface, source, destination, data, heard_at = self._requests.popleft()
            if len(data) >= _HARDWARE.stop:
                passing = PassingDatagram(interface, MacAddress(data[_HARDWARE]), source, destination, data)
                self._look_at(passing, heard_at)

    def _look_at(self, passing: PassingDatagram, heard_at: float) -> None:
        try:
            events = self._observer.receive(passing, heard_at)
        except MalformedPacket:
            self.malformed_datagrams += 1
        else:
            self._tell(events)

    def _tell(self, events: tuple[Event, ...]) -> None:
        for event in events:
            self._emit(event)
