"""The thread that watches what other servers offer: moves datagrams from the taps to the observer."""

from __future__ import annotations

import logging
import socket
import time
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from ipaddress import IPv4Address

from fogportable.boot.site_observer import PassingDatagram, SiteObserver
from fogportable.events import Event
from fogportable.model import ServingInterface
from fogportable.platform.packet_tap import hear_answers_only, receive_tapped
from fogportable.protocol.address import MacAddress
from fogportable.protocol.errors import MalformedPacket
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

_HARDWARE = slice(28, 34)

#: Interface, source, destination, payload, and when it was heard.
_Request = tuple[str, tuple[IPv4Address, int], tuple[IPv4Address, int], bytes, float]


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
        for sock, interface in taps:
            if hear_first is not None:
                hear_answers_only(sock)
            self.register(sock, partial(self._read, sock, interface.name))

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
        due = self._observer.next_deadline()
        if not (self._requests and self._observer.has_to_see_requests):
            return due
        look = self._looked_at + _LOOK_S
        return look if due is None else min(due, look)

    def on_deadline(self, now: float) -> None:
        self._look_at_requests(now)
        self._tell(self._observer.expire(now))

    def _read(self, sock: socket.socket, interface: str) -> None:
        self._take_in(sock, interface)
        if not self._answers:
            return
        if self._hear_first is None:
            self._look_at_answers()
        else:
            # What the computer asked reached this machine before its answer, but maybe not yet who answers here.
            self._hear_first(lambda: self.call_soon(self._look_at_answers))

    def _take_in(self, sock: socket.socket, interface: str) -> None:
        for _ in range(_READS_IN_A_ROW):
            try:
                heard = receive_tapped(sock)
            except OSError as problem:
                _log.warning("nothing could be seen on %s: %s", interface, problem)
                return
            if heard is None:
                return
            self.datagrams_seen += 1
            now = time.monotonic()
            passing = PassingDatagram(interface, heard.source_mac, heard.source, heard.destination, heard.data)
            self._ring.note(dhcp_trace.passing(now, interface, heard))
            self._answers.append((passing, now))

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
