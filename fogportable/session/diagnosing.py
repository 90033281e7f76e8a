"""The thread that says why computers do not get further: it reads the journal as front ends do."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from ipaddress import IPv4Address
from pathlib import Path

from fogportable.boot.site_observer import SiteObserver
from fogportable.diagnosis.live.desk import Desk
from fogportable.diagnosis.live.room import Serving
from fogportable.events import Event
from fogportable.model import Journey, ServingPlan
from fogportable.protocol.address import MacAddress
from fogportable.services.loop import SelectorThread
from fogportable.session.journal import CAPACITY
from fogportable.session.leasing import cards_of
from fogportable.session.snapshots import NewsBatch

#: Looks at the journal so often (s): nobody waits for a verdict, and no packet for this thread.
_LOOK_S = 1.0
#: Records read in one look: all that the journal keeps.
_MOST_RECORDS = CAPACITY
_MOST_OFFERED = 1024
_HEAD_BYTES = 4096


Unheard = Callable[[], Mapping[IPv4Address, tuple[str, float]]]


class StallWatch(SelectorThread):
    """Owned by the thread: the cursor. Shared: the desk, under `_lock`; addresses offered, as deque is atomic."""

    def __init__(
        self,
        serving: Serving,
        *,
        news: Callable[[int, int], NewsBatch],
        since: int,
        emit: Callable[[Event], object],
        on_crash: Callable[[Exception], None],
    ) -> None:
        """news: reads the journal. since: the last record before this session."""
        super().__init__("fogp-stalls", on_crash=on_crash)
        self._desk = Desk(serving)
        self._lock = threading.Lock()
        self._news = news
        self._cursor = since
        self._emit = emit
        self._offered: deque[tuple[MacAddress, float]] = deque(maxlen=_MOST_OFFERED)
        self._due_s = time.monotonic() + _LOOK_S

    def note_address_offered(self, mac: MacAddress) -> None:
        """A DHCP server was heard to offer a computer an address. From any thread."""
        self._offered.append((mac, time.monotonic()))

    def journey(self, mac: MacAddress) -> Journey:
        """What a computer did so far, as of the last look. From any thread."""
        with self._lock:
            return self._desk.journey(mac)

    def next_deadline(self) -> float | None:
        return self._due_s

    def on_deadline(self, now: float) -> None:
        batch = self._news(self._cursor, _MOST_RECORDS)
        self._cursor = batch.next_cursor
        with self._lock:
            for entry in batch.entries:
                self._desk.take(entry)
            while self._offered:
                self._desk.note_address_offered(*self._offered.popleft())
            events = self._desk.look(now)
        for event in events:
            self._emit(event)
        self._due_s = time.monotonic() + _LOOK_S


def serving_of(plan: ServingPlan, site: SiteObserver, watched: tuple[str, ...], unheard: Unheard) -> Serving:
    """What the rules need to know of a session. watched: cards whose taps hear other servers."""
    return Serving(
        own=frozenset(each.address.ip for each in cards_of(plan)),
        watched=frozenset(watched),
        leasing=frozenset(each.card.name for each in plan.leasing),
        serves_files=plan.serves_files,
        pxe_menu=plan.pxe_menu,
        fog=None if plan.fog is None else plan.fog.mode,
        fog_server="" if plan.fog is None else str(plan.fog.address),
        has_own_script=plan.ipxe_script is not None,
        head_of=lambda file: _head(plan.root, file),
        site=site.servers,
        unheard=unheard,
    )


def _head(root: Path, file: str) -> bytes:
    """file: as it was served, below the root. What cannot be read has no head: then names count."""
    try:
        with (root / file.replace("\\", "/").lstrip("/")).open("rb") as opened:
            return opened.read(_HEAD_BYTES)
    except (OSError, ValueError):
        return b""
