"""Ending by itself: what was asked for, shown at the foot of the window, and carried out when it comes true."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fogportable.model import StopWish
from fogportable.session.auto_stop import StopOutlook
from fogportable.ui.bridge import Tick
from fogportable.ui.dialogs.auto_stop import edit_stop_wish
from fogportable.ui.part import Surface
from fogportable.ui.widgets.notice_bar import Gravity, Notice

_NOTICE = "ended"


class EndingDesk(QObject):
    """noticed: a Notice. ask: replaced in tests."""

    noticed = Signal(object)

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface.window)
        self._surface = surface
        self.ask: Callable[[QWidget | None, StopWish], StopWish | None] = edit_stop_wish

    def edit(self) -> None:
        """Ask what shall end serving; also while serving, from now on."""
        kit = self._surface.kit.charge
        wish = self.ask(self._surface.window, kit.stop_wish)
        if wish is not None:
            kit.want_stop(wish)
            self._show()
            self._surface.bridge.wake()

    def take_tick(self, tick: Tick) -> None:
        """Look at the room, and stop when it is time."""
        serving, kit = self._surface.serving, self._surface.kit.charge
        if not kit.stop_wish or (serving.is_rehearsal and not serving.is_at_rest):
            self._show()
            return
        reason = kit.why_stop(tick.status, tick.clients, serving.listed_computers)
        if reason:
            sentence = self.tr("Serving ended by itself: {reason}.").format(reason=reason)
            self.noticed.emit(Notice(_NOTICE, Gravity.DONE, sentence))
            serving.stop_by_itself(reason)
        self._show()

    def _show(self) -> None:
        kit = self._surface.kit.charge
        self._surface.window.foot.show_note(self._words(kit.stop_wish, kit.stop_outlook))

    def _words(self, wish: StopWish, outlook: StopOutlook) -> str:
        if not wish:
            return ""
        if outlook.waits_for:
            if outlook.waits_for == 1:
                return self.tr("Stops once 1 computer is through")
            return self.tr("Stops once {count} computers are through").format(count=outlook.waits_for)
        moment = self._moment(wish, outlook.due)
        if moment and outlook.is_when_done:
            return self.tr("{moment} or when all are done").format(moment=moment)
        return moment or self.tr("Stops when all are done")

    def _moment(self, wish: StopWish, due: datetime | None) -> str:
        """`Stops at 16:30`; before Start a time after it is told as such."""
        if due is not None:
            return self.tr("Stops at {time}").format(time=f"{due.astimezone():%H:%M}")
        if wish.at is not None:
            return self.tr("Stops at {time}").format(time=f"{wish.at:%H:%M}")
        if wish.after_s is not None:
            return self.tr("Stops {minutes} min after Start").format(minutes=round(wish.after_s / 60))
        return ""
