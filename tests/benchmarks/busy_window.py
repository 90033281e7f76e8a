"""The window with a room that never rests, and what that costs the thread that answers the mouse.

Usage: python -m tests.benchmarks.busy_window storm|rehearsal COMPUTERS SECONDS. `storm`: a session of the fakes with
COMPUTERS that each have ten events a second; `rehearsal`: the real one, of COMPUTERS made of software. Shows each page
in turn. Prints at its end: ticks, the longest tick and the longest time in which nothing else was done (ms; of the
processor, so that a busy machine does not count), the thread's share of a core in percent, memory, and how much of it
came in the second half.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from fogportable.events import Event, TransferFinished
from fogportable.model import ClientSnapshot, SessionState
from fogportable.session.journal import Journal
from fogportable.session.preferences import ThemeChoice
from fogportable.session.snapshots import EventBatch
from fogportable.ui.app import Collector, freeze, make_app
from fogportable.ui.kit import Kit
from fogportable.ui.views.main_window import MainWindow
from fogportable.ui.views.pages import REPORT
from tests.fakes.session import FakeSession, loading

#: Of each computer, and how often they come.
_EVENTS_PER_S = 10
_STORM_MS = 50

#: The least that a turn of the event loop is looked at for (ms).
_PROBE_MS = 5
_PAGE_MS = 1000

#: Left out at the beginning (s): what is built once is not what a busy room costs.
_WARM_UP_S = 4.0

_FILE_BYTES = 38_400_000


class StormSession(FakeSession):
    """With the journal of a real session, which is bounded."""

    def __init__(self) -> None:
        super().__init__()
        self.journal = Journal()

    def append(self, *events: Event) -> None:
        for event in events:
            self.journal.append(event)

    def events_since(self, cursor: int, limit: int = 500) -> EventBatch:
        return self.journal.since(cursor, limit)


class Storm(QObject):
    """Changes every row and appends the events of all computers, a share with each beat."""

    def __init__(self, session: FakeSession, computers: int, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._rows = [loading(number, "debian/initrd.gz", _FILE_BYTES, 1) for number in range(computers)]
        self._next = 0
        self._sent = 0
        timer = QTimer(self)
        timer.setInterval(_STORM_MS)
        timer.timeout.connect(self.beat)
        timer.start()

    def beat(self) -> None:
        session, rows = self._session, self._rows
        count = len(rows) * _EVENTS_PER_S * _STORM_MS // 1000
        for _ in range(count):
            place = self._next = (self._next + 1) % len(rows)
            rows[place] = _further(rows[place])
            session.append(_event(rows[place]))
        self._sent += 4_000_000
        session.rows = tuple(rows)
        session.set_state(
            SessionState.SERVING, loading_computers=len(rows), rate_bytes_per_s=80e6, sent_bytes=self._sent
        )


def _further(client: ClientSnapshot) -> ClientSnapshot:
    sent = ((client.sent_bytes or 0) + 400_000) % _FILE_BYTES
    return replace(client, sent_bytes=sent, rate_bytes_per_s=4e6 + sent % 100_000, last_heard_s=time.monotonic())


def _event(client: ClientSnapshot) -> Event:
    assert client.address is not None
    return TransferFinished(
        client=client.mac,
        transfer_id=1,
        address=client.address,
        file=client.file,
        size_bytes=_FILE_BYTES,
        duration_s=0.4,
        retransmits=0,
        block_size=1468,
        window_size=4,
    )


class Probe(QObject):
    """Looks at the thread's own clock: `tick` around the bridge, and from one turn of the event loop to the next."""

    def __init__(self, window: MainWindow, seconds: float) -> None:
        super().__init__(window)
        self._window = window
        self._until_s = time.monotonic() + _WARM_UP_S + seconds
        self._from_s = time.monotonic() + _WARM_UP_S
        self._half_s = self._from_s + seconds / 2
        self._is_warm = False
        self._began = (0.0, 0.0)
        self._memory_kib = 0
        self._turn_s = time.thread_time()
        self._turns: list[tuple[float, int]] = []
        self.ticks: list[float] = []
        self._tick = window.bridge.tick
        window.bridge._timer.timeout.disconnect()
        window.bridge._timer.timeout.connect(self._timed_tick)
        self._page = 0
        for interval, slot in ((_PROBE_MS, self._look), (_PAGE_MS, self._turn_page)):
            timer = QTimer(self)
            timer.setInterval(interval)
            timer.timeout.connect(slot)
            timer.start()

    def _timed_tick(self) -> None:
        began = time.thread_time()
        self._tick()
        if self._is_warm:
            self.ticks.append(time.thread_time() - began)

    def _look(self) -> None:
        now_s, used_s = time.monotonic(), time.thread_time()
        if self._is_warm:
            self._turns.append((used_s - self._turn_s, self._page))
        elif now_s >= self._from_s:
            self._is_warm, self._began = True, (now_s, used_s)
        if not self._memory_kib and now_s >= self._half_s:
            self._memory_kib = memory_kib()
        self._turn_s = used_s
        if now_s >= self._until_s:
            self._tell(now_s, used_s)

    def _tell(self, now_s: float, used_s: float) -> None:
        self._until_s = float("inf")
        longest_s, page = max(self._turns)
        share = (used_s - self._began[1]) / (now_s - self._began[0]) * 100
        print(
            f"ticks={len(self.ticks)} longest_tick_ms={max(self.ticks) * 1000:.1f} "
            f"longest_turn_ms={longest_s * 1000:.1f} page={page} share_percent={share:.1f} "
            f"memory_kib={memory_kib()} grown_kib={memory_kib() - self._memory_kib}",
            flush=True,
        )
        self._window.end()

    def _turn_page(self) -> None:
        self._page = (self._page + 1) % (REPORT + 1)
        self._window.pages.show_page(self._page)


def memory_kib() -> int:
    """Of this program's own, see proc(5)."""
    return int(Path("/proc/self/status").read_text().split("RssAnon:")[1].split()[0])


def main(words: Sequence[str]) -> int:
    kind, computers, seconds = words[0], int(words[1]), float(words[2])
    app = make_app(sys.argv[:1], ThemeChoice.SYSTEM)
    _collector = Collector(app)
    kit, session = _kit(kind)
    window = MainWindow(kit)
    window.resize(1280, 800)
    window.show()
    while window.opening.is_building or not window.isVisible():
        app.processEvents()
    freeze()
    if session is None:
        window.serving.rehearse(computers)
    else:
        window.serving.start()
        Storm(session, computers, window)
    Probe(window, seconds)
    return app.exec()


def _kit(kind: str) -> tuple[Kit, FakeSession | None]:
    if kind == "rehearsal":
        from fogportable.session.kit import RoomKit

        return RoomKit(), None
    from tests.fakes.kit import FakeKit

    fake, session = FakeKit(), StormSession()
    fake.room = session
    return fake, session


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
