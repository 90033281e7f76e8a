"""The Room page: the cards before Start, the block while nobody has come, then the rows with their filter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from fogportable.ui.deferred import Deferred
from fogportable.ui.theme import Kind, set_kind
from fogportable.ui.views.before_start import BeforeStart

if TYPE_CHECKING:
    from fogportable.model import ClientSnapshot
    from fogportable.ui.bridge import Tick
    from fogportable.ui.views.room_rows import RoomRows
    from fogportable.ui.views.waiting import Waiting

_NARROW_EDGE = 6
_EDGE = 12


class RoomPage(QWidget):
    """Shows one of three states; `show_tick` decides which. The cards are there from the start.

    later_waiting, later_rows: built when first needed, which is after Start.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("roomPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_kind(self, Kind.PAGE)
        self.before_start = BeforeStart(self)
        self.later_waiting = Deferred(self._make_waiting)
        self.later_rows = Deferred(self._make_rows)
        self._wants_cards = False
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.before_start)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.pages)
        self.set_narrow(False)

    def _make_waiting(self) -> Waiting:
        from fogportable.ui.views.waiting import Waiting

        made = Waiting(self)
        self.pages.addWidget(made)
        return made

    def _make_rows(self) -> RoomRows:
        from fogportable.ui.views.room_rows import RoomRows

        made = RoomRows(self)
        made.fit(self._width_inside())
        self.pages.addWidget(made)
        return made

    @property
    def waiting(self) -> Waiting:
        return self.later_waiting.widget

    @property
    def rows(self) -> RoomRows:
        return self.later_rows.widget

    def unbuilt(self) -> Iterator[Deferred[QWidget]]:
        """What nobody has needed yet, in the order in which it will be."""
        for deferred in (self.later_waiting, self.later_rows):
            if deferred.built is None:
                yield deferred

    # --- showing ----------------------------------------------------------------------------------------------

    def show_tick(
        self, tick: Tick, *, is_running: bool, listed: int, waited_s: float, is_observing: bool = False
    ) -> None:
        """Take one look at the session. listed: computers in the room, 0 for no list."""
        has_rows = False
        if tick.clients or self.later_rows.built is not None:
            has_rows = self.rows.show_tick(tick, is_running=is_running, listed=listed)
        if is_running:
            self._wants_cards = False
            self.waiting.set_observing(is_observing)
            self.waiting.show_progress(tick.status.requests_heard, waited_s)
        if not self._wants_cards:
            self._choose_page(is_running, has_rows=has_rows)

    def show_cards(self) -> None:
        """Help > Before you start: the cards, also when rows of the last session are there."""
        self._wants_cards = True
        self.pages.setCurrentWidget(self.before_start)

    def show_rows(self) -> None:
        """Back from the cards to the rows of the last session, if there are any."""
        self._wants_cards = False
        rows = self.later_rows.built
        if rows is not None and rows.model.total:
            self.pages.setCurrentWidget(rows)

    @property
    def is_showing_cards(self) -> bool:
        return self.pages.currentWidget() is self.before_start

    @property
    def is_showing_waiting(self) -> bool:
        return self.pages.currentWidget() is self.later_waiting.built

    @property
    def is_showing_table(self) -> bool:
        return self.shown_rows() is not None

    def put_on_top(self, bar: QWidget) -> None:
        """Something that concerns the room for a while, above what is shown."""
        self._layout.insertWidget(0, bar)

    def set_narrow(self, is_narrow: bool) -> None:
        """Less air around."""
        edge = _NARROW_EDGE if is_narrow else _EDGE
        self._layout.setContentsMargins(edge, edge if is_narrow else 10, edge, edge if is_narrow else 10)

    # --- find and walk ----------------------------------------------------------------------------------------

    def focus_find(self) -> None:
        """Ctrl+F."""
        rows = self.shown_rows()
        if rows is not None:
            rows.focus_find()

    def step_back(self) -> None:
        """Esc: one step back in the filter."""
        rows = self.later_rows.built
        if rows is not None:
            rows.step_back()

    def go_to_trouble(self, step: int) -> None:
        """The next (1) or previous (-1) computer that needs you."""
        rows = self.shown_rows()
        if rows is not None:
            rows.go_to_trouble(step)

    def chosen_computers(self) -> tuple[ClientSnapshot, ...]:
        """As `RoomRows.chosen_computers`; none while the rows are not shown."""
        rows = self.shown_rows()
        return () if rows is None else rows.chosen_computers()

    def copy_rows(self) -> None:
        """As `RoomRows.copy_rows`."""
        rows = self.later_rows.built
        if rows is not None:
            rows.copy_rows()

    # --- inside -----------------------------------------------------------------------------------------------

    def shown_rows(self) -> RoomRows | None:
        """The rows while they are shown; None while something else is."""
        rows = self.later_rows.built
        return rows if rows is not None and self.pages.currentWidget() is rows else None

    def _choose_page(self, is_running: bool, *, has_rows: bool) -> None:
        wanted: QWidget = self.rows if has_rows else self.waiting if is_running else self.before_start
        if self.pages.currentWidget() is not wanted:
            self.pages.setCurrentWidget(wanted)
            self._fit_rows()

    def _width_inside(self) -> int:
        # Of this page, not of the rows: what is behind others learns its size only when it is shown.
        margins = self._layout.contentsMargins()
        return self.width() - margins.left() - margins.right()

    def _fit_rows(self) -> None:
        rows = self.later_rows.built
        if rows is not None:
            rows.fit(self._width_inside())

    # --- Qt ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()
