"""The seam between session and widgets: a timer pulls events by cursor and snapshots, and hands one batch on.

Pulling bounds what the UI does by design: a storm in the network becomes one batch, a hidden window misses nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from fogportable.ui.work import Work

if TYPE_CHECKING:
    from fogportable.model import ClientSnapshot, SessionStatus
    from fogportable.session.snapshots import EventBatch
    from fogportable.ui.kit import Kit, SessionReader

TICK_MS = 100
MINIMISED_TICK_MS = 1000

#: Most events taken per tick; the rest comes with the next one.
EVENTS_PER_TICK = 500


@dataclass(frozen=True, slots=True)
class Tick:
    """One look at the session. is_new_session: rows and log lines of before belong to another session."""

    status: SessionStatus
    clients: tuple[ClientSnapshot, ...]
    events: EventBatch
    now_s: float
    is_new_session: bool


class Bridge(QObject):
    """Pulls while anything happens; at rest and with nothing left to read it stops, `wake` starts it again.

    ticked: a Tick.
    """

    ticked = Signal(object)

    def __init__(
        self,
        kit: Kit,
        work: Work,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._work = work
        self._clock = clock
        self._session: SessionReader | None = None
        self._cursor = 0
        self._is_held = False
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def now_s(self) -> float:
        """Monotonic seconds, by the window's clock."""
        return self._clock()

    @property
    def is_running(self) -> bool:
        return self._timer.isActive()

    @property
    def interval_ms(self) -> int:
        return self._timer.interval()

    def set_minimised(self, is_minimised: bool) -> None:
        """Nobody looks: look less often."""
        self._timer.setInterval(MINIMISED_TICK_MS if is_minimised else TICK_MS)

    def hold(self) -> None:
        """Hand over finished jobs only, until `release`: the kit is not there yet, and asking it would wait for it."""
        self._is_held = True

    def release(self) -> None:
        """Look at the session from the next tick on."""
        self._is_held = False

    def wake(self) -> None:
        """Something was begun."""
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """For ever: the window closes."""
        self._timer.stop()

    def tick(self) -> None:
        """Look once: finished jobs first, then the session."""
        self._work.poll()
        if self._is_held:
            return
        session = self._kit.session
        is_new = session is not self._session
        if is_new:
            self._session, self._cursor = session, 0
        events = session.events_since(self._cursor, EVENTS_PER_TICK)
        self._cursor = events.next_cursor
        status, clients = session.look()
        self.ticked.emit(Tick(status, clients, events, self._clock(), is_new))
        if status.state.is_at_rest and not events.records and self._work.is_idle:
            self._timer.stop()
