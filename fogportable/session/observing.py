"""Observing as a session does it: a thread that listens on the chosen cards and sends nothing."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Mapping
from functools import partial

from fogportable.boot.site_observer import SiteObserver
from fogportable.errors import Fault, FaultCode, ServiceError, describe
from fogportable.events import (
    AskedBeforeStart,
    ComputerForeseen,
    Event,
    FaultCleared,
    FaultRaised,
    ObservingEnded,
    ObservingStarted,
    SiteConflictFound,
)
from fogportable.language import say
from fogportable.model import Foresight, ServingPlan
from fogportable.platform.interfaces import find_interface
from fogportable.platform.packet_tap import receive_tapped
from fogportable.platform.privilege import Ask
from fogportable.platform.watch import InterfaceChange
from fogportable.services.loop import SelectorThread
from fogportable.session.card_troubles import CardTroubles
from fogportable.session.observe import Observation
from fogportable.session.site_look import open_taps
from fogportable.session.watch import NetworkWatch

Emit = Callable[[Event], object]

#: Datagrams read from one tap before others get their turn.
_READS_IN_A_ROW = 64


class _Ears(SelectorThread):
    """Owned by the thread: the taps, and while it runs the observation. Its counters are read by others."""

    def __init__(
        self,
        taps: Mapping[str, socket.socket],
        observation: Observation,
        *,
        on_lost: Callable[[Fault], None],
        on_crash: Callable[[Exception], None],
    ) -> None:
        super().__init__("fogp-observe", on_crash=on_crash)
        self._observation = observation
        self._on_lost = on_lost
        for card, tap in taps.items():
            self.register(tap, partial(self._read, tap, card))

    def _read(self, tap: socket.socket, card: str) -> None:
        for _ in range(_READS_IN_A_ROW):
            try:
                heard = receive_tapped(tap)
            except OSError as problem:
                self.unregister(tap)
                self._on_lost(describe(FaultCode.OBSERVING_LOST, interface=card, reason=problem.strerror))
                return
            if heard is None:
                return
            self._observation.take_in(card, heard, time.monotonic())


class Observing:
    """One run of listening. Made, begun and ended by the session; counters and cards are read from any thread."""

    def __init__(self, plan: ServingPlan, site: SiteObserver, emit: Emit) -> None:
        """Raises ServiceError NO_INTERFACE_CHOSEN. site: keeps what other servers say."""
        if not plan.interfaces:
            raise ServiceError(FaultCode.NO_INTERFACE_CHOSEN)
        self.cards = tuple(each.name for each in plan.interfaces)
        self._emit = emit
        self._site = site
        self._began_s = time.monotonic()
        self._on_lost: Callable[[Fault], None] = lambda _: None
        self._plan = plan
        self._troubles = CardTroubles(time.monotonic)
        self._ears: _Ears | None = None
        self._watch: NetworkWatch | None = None
        self._observation = Observation(
            plan,
            plan.interfaces,
            site,
            on_foresight=partial(self._tell, is_again=False),
            on_again=partial(self._tell, is_again=True),
            on_event=self._emit_news,
        )

    @property
    def heard(self) -> tuple[int, int]:
        """DHCP requests of anybody, and malformed datagrams."""
        return self._observation.requests_heard, self._observation.malformed_datagrams

    def begin(self, ask: Ask, on_lost: Callable[[Fault], None], on_crash: Callable[[Exception], None]) -> None:
        """Listen from now on. Blocks while a person is asked. Raises ServiceError as `open_taps` does.

        on_lost, on_crash: called by a thread when a card can never be heard again, and for a bug.
        """
        taps = open_taps([find_interface(name) for name in self.cards], ask=ask)
        self._on_lost = on_lost
        self._ears = _Ears(taps, self._observation, on_lost=on_lost, on_crash=on_crash)
        self._watch = NetworkWatch(self._plan.interfaces, on_change=self._on_change, on_crash=on_crash)
        self._began_s = time.monotonic()
        self._emit(ObservingStarted(interfaces=self.cards))
        self._ears.start()
        self._watch.start()

    def end(self) -> None:
        """Listen no more; what was heard stays. Not from the thread."""
        if self._watch is not None:
            self._watch.stop()
        if self._ears is not None:
            self._ears.stop()
            computers, requests = len(self._observation.foresights()), self._observation.requests_heard
            lasted_s = time.monotonic() - self._began_s
            self._emit(ObservingEnded(lasted_s=lasted_s, computers=computers, requests=requests))

    def tell_again(self) -> None:
        """After `end`: say to the session that starts what was known before it."""
        for each in self._observation.foresights():
            if not each.is_left_alone:
                self._emit(AskedBeforeStart(client=each.mac, foresight=each))
        for server in self._site.servers():
            for conflict in server.conflicts:
                told = SiteConflictFound(
                    interface=conflict.interface, server=conflict.server, kind=conflict.kind, fault=conflict.fault
                )
                self._emit(told)

    def _on_change(self, change: InterfaceChange, _unready: frozenset[str]) -> bool:
        """A card changed. In the watch thread. A tap hears again by itself once its card is back."""
        if change.after is None:
            assert change.fault is not None
            if self._troubles.note(change.name, change.fault):
                self._emit(FaultRaised(fault=change.fault))
        elif change.needs_new_sockets or change.has_new_address:
            reason = say("it is another card now") if change.needs_new_sockets else say("its address is another now")
            self._on_lost(describe(FaultCode.OBSERVING_LOST, interface=change.name, reason=reason))
        elif (ended := self._troubles.end(change.name)) is not None:
            self._emit(FaultCleared(fault=ended.fault, lasted_s=ended.lasted_s, is_observing=True))
        return True

    def _emit_news(self, event: Event) -> None:
        self._emit(event)

    def _tell(self, foresight: Foresight, *, is_again: bool) -> None:
        self._emit(ComputerForeseen(client=foresight.mac, foresight=foresight, is_again=is_again))
