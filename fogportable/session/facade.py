"""The one door for front ends: start, stop, and read what happens. Window and command line see nothing else."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from fogportable.boot.site_observer import SiteObserver
from fogportable.diagnostics.vendors import VendorNames
from fogportable.errors import BootFileError, ConfigError, Fault, FaultCode, ServiceError, describe
from fogportable.events import (
    ClientTakenBySite,
    Event,
    FaultCleared,
    FaultRaised,
    Record,
    SessionStopped,
    SessionStopping,
    SiteUnseen,
)
from fogportable.model import (
    LearnedShape,
    Menu,
    ServingInterface,
    ServingPlan,
    SessionState,
    StopReport,
)
from fogportable.platform.interfaces import list_interfaces
from fogportable.platform.privilege import Ask, open_all
from fogportable.platform.udp import UdpEndpoint
from fogportable.platform.watch import Change, InterfaceChange
from fogportable.protocol.address import MacAddress
from fogportable.session.card_troubles import CARD_IS_AWAY, CardTroubles, is_served_so, plan_with_sockets
from fogportable.session.clients import ClientTracker, machine_of
from fogportable.session.draining import end_services
from fogportable.session.fog_room import FOG_WATCH, FogRoom
from fogportable.session.in_charge import InCharge
from fogportable.session.journal import Journal
from fogportable.session.laptop import LAPTOP_WATCH
from fogportable.session.learned import LearnedShapes
from fogportable.session.leasing import (
    PrivateNetworks,
    cards_of,
    open_unopposed,
    why_misplaced,
    with_card,
)
from fogportable.session.lineup import SITE_WATCH, LineUp, endpoints, own_places
from fogportable.session.logbook import Logbook
from fogportable.session.plan_check import check_plan
from fogportable.session.recorder import Recorder
from fogportable.session.session_observing import SessionObserving
from fogportable.session.snapshots import NewsBatch
from fogportable.session.stalls import STALL_WATCH, Stalls
from fogportable.session.telling import started, why_unseen
from fogportable.session.transfers import TransferBook
from fogportable.session.watch import NetworkWatch

if TYPE_CHECKING:
    from fogportable.session.fog_tasks import TaskWatch
    from fogportable.session.observing import Observing

_Sockets = dict[UdpEndpoint, socket.socket]


#: Asked now and then by what takes long.
StopWish = Callable[[], bool]


def _go_on() -> bool:
    return False


class KitSession(SessionObserving):
    """One laptop serving one room. Start and stop block and belong in a thread of the front end; reading never blocks
    for longer than a copy takes.

    `_lock` guards the state, the line-up and the fault. The journal, tracker and book have locks of their own, always
    taken after it.
    """

    def __init__(self, *, keeps_awake: bool = False) -> None:
        """keeps_awake: see `charge`."""
        self._journal = Journal(on_record=self._apply, on_crowd=lambda crowd: self._tracker.apply_crowd(crowd))
        self.news_since: Callable[[int, int], NewsBatch] = self._journal.news  # As `events_since`, crowds left whole.
        self._vendors = VendorNames()
        self._tracker = _new_tracker(self._vendors, None)
        self._book, self._logbook = TransferBook(), Logbook()
        self._learned = LearnedShapes()
        self._lock = threading.RLock()
        self._state = SessionState.STOPPED
        self._since: datetime | None = None
        self._fault: Fault | None = None
        self._troubles = CardTroubles(time.monotonic)
        self._plan: ServingPlan | None = None
        self._ask = Ask.NEVER
        self._lineup: LineUp | None = None
        self._watch: NetworkWatch | None = None
        self._observing: Observing | None = None
        self._heard_before = (0, 0)
        self._site = SiteObserver({}, frozenset())
        self._site_unseen: Fault | None = None
        self._stop_now = threading.Event()
        #: What a person decides besides the plan, and the laptop itself.
        self.charge = InCharge(self._journal.append, lambda mac: self._tracker.is_known(mac), keeps_awake=keeps_awake)
        self.recorder = Recorder(self._journal, lambda address: self._tracker.mac_of(address))
        self.stalls = Stalls(self._journal)
        #: What a FOG server's room has besides: `finish`, `reset`, `finished`.
        self.fog = FogRoom(
            self._journal.append,
            lambda mac: self._tracker.is_known(mac),
            lambda mac, words: self._tracker.show_imaging(mac, words),
            lambda mac: machine_of(self._tracker, mac),
        )

    # --- start and stop -------------------------------------------------------------------------------------------

    def start(
        self,
        plan: ServingPlan,
        *,
        ask: Ask = Ask.NEVER,
        should_stop: StopWish = _go_on,
        tasks: TaskWatch | None = None,
    ) -> None:
        """Bind the ports and answer. Does nothing when already serving. Ends observing and keeps what is known by then.

        should_stop: shortens looking for others. tasks: says how far computers are with a FOG server; None without its
        tokens.

        Raises ServiceError, BootFileError or ConfigError with nothing started; the journal then has the fault too.
        """
        before = self._observing
        if before is not None or self.status().state is SessionState.FAILED:
            self.stop(drain_s=0.0)  # What a crash left running still holds its ports.
        if not self._begin_starting():
            return
        try:
            check_plan(plan)
            self._open(plan, ask, should_stop, before)
            self.fog.begin(plan.fog, tasks, lambda bug: self._on_crash(FOG_WATCH, bug))
        except (ServiceError, BootFileError, ConfigError) as problem:
            self._fail(problem.fault)
            raise

    def stop(self, *, drain_s: float = 30.0, reason: str = "") -> StopReport:
        """Answer nobody new, let running transfers finish for up to `drain_s`, then cut the rest and say whom.

        reason: where serving ends by itself, see `auto_stop`.
        """
        with self._lock:
            if self._state is SessionState.STOPPING:
                return StopReport(0, ())
            watch, self._watch = self._watch, None
            observing, self._observing = self._observing, None
            if self._lineup is None and watch is None and observing is None:
                self._state, self._fault = SessionState.STOPPED, None
                return StopReport(0, ())
            self._state = SessionState.STOPPING
            self._stop_now.clear()
        if observing is not None:
            return self._stopped_observing(observing)
        if watch is not None:
            watch.stop()
        self.fog.end()
        self.stalls.end()
        lineup = self._lineup  # Read after the watch has ended: it may have rebuilt the services.
        if lineup is None:
            return self._stopped((), drained=0)
        loading = lineup.running_clients()
        self._journal.append(SessionStopping(loading=len(loading), drain_s=drain_s, reason=reason))
        cut, left = end_services(lineup, drain_s, self._stop_now, self._mac_of)
        self._remember_counts(lineup)
        return self._stopped(cut, drained=len(loading) - left)

    def stop_now(self) -> None:
        """Shorten a running `stop`. From any thread."""
        self._stop_now.set()

    def update_menu(self, menu: Menu) -> None:
        """Serve another menu to clients that ask from now on."""
        with self._lock:
            self._tracker.set_menu(menu)
            self.recorder.note_menu(menu)
            if self._lineup is not None:
                self._lineup.menu = menu
            if self._plan is not None:
                self._plan = replace(self._plan, menu=menu)

    def forget_learned(self, model: LearnedShape | None = None) -> None:
        """Forget one of them, or all; its computers get the first shape again."""
        self._learned.forget(model)
        with self._lock:
            if self._lineup is not None:
                self._lineup.learn(self._learned.shapes())

    # --- inside ---------------------------------------------------------------------------------------------------

    def _stopped(self, cut: tuple[MacAddress, ...], *, drained: int) -> StopReport:
        self.charge.end()
        with self._lock:
            self._lineup = self._watch = None
            self._state, self._fault, self._since = SessionState.STOPPED, None, datetime.now(UTC)
        self._journal.append(SessionStopped(cut=cut))
        return StopReport(drained, cut)

    def _start_over(self, plan: ServingPlan, site: SiteObserver | None = None) -> None:
        """Rows, transfers and records of before are let go. site: what is known of other servers already."""
        self._vendors.start_loading()
        self._tracker = _new_tracker(self._vendors, plan)
        self._book, self._logbook, self._heard_before = TransferBook(), Logbook(), (0, 0)
        self._site, self._site_unseen = site or SiteObserver({}, frozenset()), None
        self._troubles = CardTroubles(time.monotonic)
        self.recorder.start_over(plan.menu)

    def _open(self, plan: ServingPlan, ask: Ask, should_stop: StopWish, before: Observing | None) -> None:
        self._start_over(plan, None if before is None else self._site)
        if before is not None:
            before.tell_again()
        self.charge.approvals.begin(plan.clients)
        sockets, is_probed = open_unopposed(plan, endpoints(plan), ask, should_stop)
        lineup = self._new_lineup(plan, sockets, is_probed=is_probed)
        watch = NetworkWatch(
            cards_of(plan), on_change=self._on_change, on_crash=lambda bug: self._on_crash("network watch", bug)
        )
        with self._lock:
            self._plan, self._ask, self._lineup, self._watch = plan, ask, lineup, watch
            self._state, self._since = SessionState.SERVING, datetime.now(UTC)
        self._journal.append(started(plan, lineup))
        self._site_unseen = why_unseen(plan, lineup)
        if self._site_unseen is not None:
            self._journal.append(SiteUnseen(fault=self._site_unseen))
        self.stalls.begin(plan, self._site, lineup.watched_cards, self._unheard, self._on_crash)
        lineup.start()
        watch.start()
        self.charge.watch_laptop(
            plan, self.clients, lambda: self.fog.end_of_work, lambda bug: self._on_crash(LAPTOP_WATCH, bug)
        )

    def _new_lineup(self, plan: ServingPlan, sockets: _Sockets, *, is_probed: bool = False) -> LineUp:
        cards = list_interfaces()
        own_macs = frozenset(each.mac for each in cards if each.mac is not None)
        self._site.move(own_places(plan, cards), own_macs)
        lineup = LineUp(
            plan,
            sockets,
            emit=self._emit,
            emit_crowd=self._journal.append_crowd,
            mac_of=self._mac_of,
            arch_of=self._tracker.arch_of,
            own_macs=own_macs,
            on_crash=self._on_crash,
            site=self._site,
            private=PrivateNetworks(self._on_yield, self._troubles.yielded, is_probed),
            learned=self._learned.shapes(),
            finished=self.fog.finished,
            approvals=self.charge.approvals,
            rings=self.recorder.rings_with(cards),
        )
        self.stalls.listen(self._site)
        return lineup

    def _emit(self, event: Event) -> None:
        if isinstance(event, ClientTakenBySite) and not self._tracker.is_on_the_way(event.client):
            return  # It came here after all: what it loads does not pass the taps.
        self._journal.append(event)
        self._learned.apply(event)
        if (lineup := self._lineup) is not None:
            lineup.note(event)
        self.fog.note(event)

    def _apply(self, record: Record) -> None:
        self._tracker.apply(record)
        self._book.apply(record)
        self._logbook.apply(record)

    def _remember_counts(self, lineup: LineUp) -> None:
        self._heard_before = (self._heard_before[0] + lineup.heard()[0], self._heard_before[1] + lineup.heard()[1])

    def _on_crash(self, service: str, bug: Exception) -> None:
        fault = describe(FaultCode.SERVICE_CRASHED, service=service, detail=repr(bug))
        with self._lock:
            if service == SITE_WATCH:
                self._site_unseen = fault
            elif service not in (FOG_WATCH, LAPTOP_WATCH, STALL_WATCH):  # Serving goes on without it.
                self._state, self._fault = SessionState.FAILED, fault
        self._journal.append(FaultRaised(fault=fault))

    def _on_change(self, change: InterfaceChange, unready: frozenset[str]) -> bool:
        """A card changed. In the watch thread. unready: other cards that cannot be served on, or not yet.

        False: a card went away again while its sockets were opened; what is there then is another change.
        """
        if change.after is None:
            assert change.fault is not None
            self._note_trouble(change.name, change.fault)
            return True
        if change.fault is not None:
            self._journal.append(FaultRaised(fault=change.fault))
        if not is_served_so(change.after, self._plan, self._lineup) and not self._rebuild(change.after, unready):
            return self._state is not SessionState.PAUSED
        with self._lock:
            ended = self._troubles.end(change.name)
            lost = why_misplaced(self._plan, change.name) if self._plan is not None else None
            if lost is not None:
                self._troubles.note(change.name, lost)
            elif self._lineup is not None and change.change is Change.BACK:
                self._lineup.resume_leasing(change.name)
            self._settle()
            still = self._troubles.latest if self._troubles else None
        if ended is not None:
            self._journal.append(FaultCleared(fault=ended.fault, lasted_s=ended.lasted_s))
        if still is not None and (ended or lost):  # Front ends show one trouble of cards: now it is this one.
            self._journal.append(FaultRaised(fault=still))
        return True

    def _note_trouble(self, name: str, fault: Fault) -> None:
        with self._lock:
            if self._state is SessionState.STOPPING or self._plan is None:
                return
            is_news = self._troubles.note(name, fault)
            if self._lineup is not None:
                self._lineup.pause_leasing(name)
            self._settle()
        if is_news:
            self._journal.append(FaultRaised(fault=fault))

    def _settle(self) -> None:
        """Whether serving is paused, and the fault to show. The lock is held."""
        if self._state not in (SessionState.SERVING, SessionState.PAUSED) or self._plan is None:
            return
        self._fault = self._troubles.latest
        is_idle = self._lineup is None or self._troubles.are_everywhere(self._plan)
        self._state = SessionState.PAUSED if is_idle else SessionState.SERVING

    def _on_yield(self, card: str, fault: Fault) -> None:
        """A private network has stopped giving addresses, until the next Start. In the lease thread."""
        with self._lock:
            self._troubles.give_up(card, fault)
            self._settle()

    def _rebuild(self, card: ServingInterface, unready: frozenset[str]) -> bool:
        """Serve on the card as it is now. Transfers are cut: their computers hold the old address."""
        with self._lock:
            lineup, plan = self._lineup, self._plan
            if plan is None or self._state not in (SessionState.SERVING, SessionState.PAUSED):
                return False
            self._plan = plan = with_card(plan, card)
        now, kept = plan_with_sockets(plan, lineup, card, unready)
        if lineup is not None:
            lineup.stop()
            self._remember_counts(lineup)
        with self._lock:
            self._lineup = None
        if not cards_of(now):
            return True  # Nothing is left to serve on, until a card is back in its network.
        try:
            fresh = self._new_lineup(now, kept or open_all(endpoints(now), ask=self._ask))
        except ServiceError as problem:
            self._note_trouble(card.name, problem.fault)
            if problem.code not in CARD_IS_AWAY:
                self._state = SessionState.FAILED
            return False
        fresh.start()
        with self._lock:
            fresh.menu = self._plan.menu  # It may have been changed meanwhile.
            self._lineup = fresh
        return True


def _new_tracker(vendors: VendorNames, plan: ServingPlan | None) -> ClientTracker:
    return ClientTracker(
        menu=plan.menu if plan is not None else Menu(),
        has_own_script=plan is not None and plan.ipxe_script is not None,
        vendor_of=lambda mac: vendors.get(mac) or "",
        fog=plan.fog if plan is not None else None,
    )
