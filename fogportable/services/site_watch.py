"""The thread that watches what other servers offer: moves datagrams from the taps to the observer."""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Callable, Sequence
from functools import partial

from fogportable.boot.site_observer import PassingDatagram, SiteObserver
from fogportable.events import Event
from fogportable.model import ServingInterface
from fogportable.platform.packet_tap import receive_tapped
from fogportable.protocol.errors import MalformedPacket
from fogportable.services.loop import SelectorThread

_log = logging.getLogger("fogportable.site")

#: Datagrams read from one tap before others get their turn.
_READS_IN_A_ROW = 64


class SiteWatch(SelectorThread):
    """Listens only. Owned by the thread: the taps and, while it runs, the observer.

    Read by others: the counters, which only this thread writes.
    """

    def __init__(
        self,
        taps: Sequence[tuple[socket.socket, ServingInterface]],
        observer: SiteObserver,
        *,
        emit: Callable[[Event], None],
        on_crash: Callable[[Exception], None],
    ) -> None:
        super().__init__("fogp-site", on_crash=on_crash)
        self._observer = observer
        self._emit = emit
        self.datagrams_seen = 0
        self.malformed_datagrams = 0
        for sock, interface in taps:
            self.register(sock, partial(self._read, sock, interface.name))

    def next_deadline(self) -> float | None:
        return self._observer.next_deadline()

    def on_deadline(self, now: float) -> None:
        self._tell(self._observer.expire(now))

    def _read(self, sock: socket.socket, interface: str) -> None:
        for _ in range(_READS_IN_A_ROW):
            try:
                heard = receive_tapped(sock)
            except OSError as problem:
                _log.warning("nothing could be seen on %s: %s", interface, problem)
                return
            if heard is None:
                return
            self.datagrams_seen += 1
            passing = PassingDatagram(interface, heard.source_mac, heard.source, heard.destination, heard.data)
            try:
                events = self._observer.receive(passing, time.monotonic())
            except MalformedPacket:
                self.malformed_datagrams += 1
                continue
            self._tell(events)

    def _tell(self, events: tuple[Event, ...]) -> None:
        for event in events:
            self._emit(event)
