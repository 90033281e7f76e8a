"""What front ends read of a session."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv4Address
from typing import TYPE_CHECKING

from fogportable.boot.site_observer import SiteObserver
from fogportable.errors import Fault
from fogportable.events import Record
from fogportable.model import (
    ClientSnapshot,
    Journey,
    LearnedShape,
    LeaseSnapshot,
    ServingPlan,
    SessionState,
    SessionStatus,
    SiteSnapshot,
    TransferSnapshot,
    WirePorts,
)
from fogportable.platform import neighbours
from fogportable.protocol.address import MacAddress
from fogportable.report.facts import Course
from fogportable.session.clients import ClientTracker
from fogportable.session.fog_room import FogRoom
from fogportable.session.journal import Journal
from fogportable.session.learned import LearnedShapes
from fogportable.session.leasing import cards_of
from fogportable.session.lineup import LineUp
from fogportable.session.logbook import Logbook
from fogportable.session.recorder import Recorder
from fogportable.session.saved.table import FogFacts, TableFacts, WordsOf
from fogportable.session.snapshots import EventBatch
from fogportable.session.stalls import Stalls
from fogportable.session.telling import status_of
from fogportable.session.transfers import TransferBook

if TYPE_CHECKING:
    from fogportable.session.observing import Observing
    from fogportable.session.packet_sheets import PacketSheet

#: A table is read anew this long (s) at the most while things happen.
_LONGEST_LOOK_S = 1.0


@dataclass(frozen=True, slots=True)
class LiveState:
    """A session at one moment. dropped: records that the journal no longer has. fog_pages: of its FOG server, or ""."""

    records: tuple[Record, ...]
    dropped: int
    facts: TableFacts
    rows: tuple[ClientSnapshot, ...]
    fog_pages: str


class SessionReading:
    """The part of `KitSession` that only reads. What it reads is made and changed there, under the same lock."""

    stalls: Stalls
    _journal: Journal
    _tracker: ClientTracker
    _book: TransferBook
    _logbook: Logbook
    _lock: threading.RLock
    _state: SessionState
    _since: datetime | None
    _fault: Fault | None
    _plan: ServingPlan | None
    _lineup: LineUp | None
    _observing: Observing | None
    _heard_before: tuple[int, int]
    _site: SiteObserver
    _site_unseen: Fault | None
    _learned: LearnedShapes
    recorder: Recorder
    fog: FogRoom

    def status(self) -> SessionStatus:
        """State, counts and ports of this moment."""
        return self._look()[0]

    def look(self) -> tuple[SessionStatus, tuple[ClientSnapshot, ...]]:
        """`status` and `clients` of one moment: what is on its way is looked at once for both."""
        status, running = self._look()
        return status, self._tracker.snapshots(running, time.monotonic())

    def _look(self) -> tuple[SessionStatus, tuple[TransferSnapshot, ...]]:
        with self._lock:
            lineup = self._lineup
            state, before = (self._state, self._since, self._fault), self._heard_before
            if self._observing is not None:
                before = self._observing.heard
        sent_bytes = self._logbook.sent_bytes  # Before the running ones: no transfer is counted twice.
        running = self._running()
        return status_of(lineup, running, state, before, sent_bytes, self.fog.end_of_work), running

    def events_since(self, cursor: int, limit: int = 500) -> EventBatch:
        """Records after the cursor; 0 reads from the start."""
        return self._journal.since(cursor, limit)

    def clients(self) -> tuple[ClientSnapshot, ...]:
        """All clients in the order in which they were first heard."""
        return self._tracker.snapshots(self._running(), time.monotonic())

    def transfers(self) -> tuple[TransferSnapshot, ...]:
        """Ended transfers, oldest first, then the running ones."""
        return self._book.ended() + self._running()

    def course(self) -> Course:
        """When serving began and ended, and per computer what was sent and what failed."""
        return self._logbook.course()

    @property
    def plan(self) -> ServingPlan | None:
        """What is served, or was last; None before the first start."""
        return self._plan

    def site(self) -> SiteSnapshot:
        """Other servers of addresses and of network boot heard since Start; of the last run when stopped."""
        lineup, observing = self._lineup, self._observing
        cards = lineup.watched_cards if lineup is not None else observing.cards if observing is not None else ()
        return SiteSnapshot(self._site.servers(), self._site_unseen, cards, self._site.cable.snapshot())

    def leases(self) -> tuple[LeaseSnapshot, ...]:
        """The addresses that private networks give now; empty without one, and when stopped."""
        return lineup.leases() if (lineup := self._lineup) is not None else ()

    def live_state(self) -> LiveState:
        """Records and what else the table is made of, of one moment. Takes a moment: for a job."""
        while True:  # Until nothing was told while the table was read; a room at full speed leaves such moments.
            newest, now_s, running = self._journal.newest, time.monotonic(), self._running()
            rows, imaging = self._tracker.snapshots(running, now_s), self._tracker.imaging()
            if self._journal.newest == newest or time.monotonic() - now_s > _LONGEST_LOOK_S:
                break
        plan, fog = self._plan, self._plan.fog if self._plan is not None else None
        facts = TableFacts(
            begin=self.recorder.began_at,
            menus=self.recorder.menus,
            has_own_script=plan is not None and plan.ipxe_script is not None,
            fog=None if fog is None else FogFacts(fog.mode, fog.address),
            now_s=now_s,
            running=running,
            vendors=tuple(WordsOf(each.mac, each.vendor) for each in rows if each.vendor),
            imaging=tuple(WordsOf(mac, words) for mac, words in imaging.items()),
        )
        batch = self._journal.since(0, newest)
        records = tuple(each for each in batch.records if each.sequence <= newest)
        return LiveState(records, batch.dropped, facts, rows, fog.url if fog is not None else "")

    def learned_shapes(self) -> tuple[LearnedShape, ...]:
        """Which shapes of offers models of computers were found to take, over all sessions."""
        return self._learned.shapes()

    @property
    def wire_ports(self) -> WirePorts:
        """The ports as really bound; the standard's when not serving."""
        with self._lock:
            return self._lineup.wire if self._lineup is not None else WirePorts()

    @property
    def serving_addresses(self) -> tuple[IPv4Address, ...]:
        """Our addresses on the chosen cards; empty before the first start."""
        plan = self._plan
        return tuple(each.address.ip for each in cards_of(plan)) if plan is not None else ()

    def _running(self) -> tuple[TransferSnapshot, ...]:
        lineup = self._lineup
        return lineup.snapshots() if lineup is not None else ()

    def journey(self, mac: MacAddress) -> Journey:
        """What this computer did since Start, and what should come next; as of up to a second ago."""
        return self.stalls.journey(mac)

    def packet_sheets(self, mac: MacAddress) -> tuple[PacketSheet, ...]:
        """The packets of this computer, for a person. Blocks for up to some seconds: for a job."""
        from fogportable.session.packet_sheets import sheets_of  # here: brings scapy

        return sheets_of(each for each in self.recorder.packets() if each.client == mac)

    def _mac_of(self, address: IPv4Address) -> MacAddress | None:
        return self._tracker.mac_of(address) or neighbours.mac_of(address)

    def _unheard(self) -> dict[IPv4Address, tuple[str, float]]:
        lineup = self._lineup
        return lineup.tftp.unheard() if lineup is not None else {}
