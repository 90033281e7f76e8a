"""The Room page: the cards before Start, the block while nobody has come, then the table with its filter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from fogportable.ui.bridge import Tick
from fogportable.ui.models.client_table import Chip, ClientTableModel
from fogportable.ui.theme import Kind, set_kind
from fogportable.ui.views.before_start import BeforeStart
from fogportable.ui.views.client_table import ClientTable
from fogportable.ui.views.waiting import Waiting
from fogportable.ui.widgets.chips import StageChips, count_chips

#: Rows move at most this often (s).
SETTLE_EVERY_S = 2.0

_FIND_WIDTH = 220
_NARROW_EDGE = 6
_EDGE = 12


class RoomPage(QWidget):
    """Shows one of three states; `show_tick` decides which."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("roomPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_kind(self, Kind.PAGE)
        self.model = ClientTableModel(self)
        self.before_start = BeforeStart(self)
        self.waiting = Waiting(self)
        self.table = ClientTable(self.model, self)
        self.chips = StageChips(self)
        self.chips.chosen.connect(self._on_chip)
        self.find_field = QLineEdit(self)
        self.find_field.setObjectName("findField")
        self.find_field.setAccessibleName(self.tr("Find"))
        self.find_field.setPlaceholderText(self.tr("Find  (Ctrl+F)"))
        self.find_field.setClearButtonEnabled(True)
        self.find_field.textChanged.connect(self._on_find)
        self.find_field.installEventFilter(self)
        self.table.installEventFilter(self)
        self._next_settle_s = 0.0
        self._settle_timer = QTimer(self)
        self._settle_timer.setSingleShot(True)
        self._settle_timer.setInterval(int(SETTLE_EVERY_S * 1000))
        self._settle_timer.timeout.connect(self._settle_late)
        self._wants_cards = False
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.chips, 1)
        top.addWidget(self.find_field)
        self._list = QWidget(self)
        inside = QVBoxLayout(self._list)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addLayout(top)
        inside.addWidget(self.table, 1)
        self.pages = QStackedWidget(self)
        for page in (self.before_start, self.waiting, self._list):
            self.pages.addWidget(page)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.pages)
        self.set_narrow(False)

    # --- showing ----------------------------------------------------------------------------------------------

    def show_tick(self, tick: Tick, *, is_running: bool, listed: int, waited_s: float) -> None:
        """Take one look at the session. listed: computers in the room, 0 for no list."""
        if tick.is_new_session:
            self.model.clear()
        self.model.apply(tick.clients, tick.now_s)
        stages = [client.stage for client in tick.clients]
        counts = count_chips(stages)
        not_seen = max(0, listed - counts[Chip.ALL]) if stages else 0
        self.chips.set_counts(counts, not_seen)
        self.waiting.show_progress(tick.status.requests_heard, waited_s)
        if is_running:
            self._wants_cards = False
        self._choose_page(is_running, has_ours=counts[Chip.ALL] > 0, is_left_alone_wanted=bool(counts[Chip.LEFT_ALONE]))
        if tick.now_s >= self._next_settle_s and not self.table.is_held:
            self._next_settle_s = tick.now_s + SETTLE_EVERY_S
            self.model.settle()
        elif not is_running:
            self._settle_timer.start()  # The ticks end soon; the last order is settled without them.

    def show_cards(self) -> None:
        """Help > Before you start: the cards, also when rows of the last session are there."""
        self._wants_cards = True
        self.pages.setCurrentWidget(self.before_start)

    def show_rows(self) -> None:
        """Back from the cards to the rows of the last session, if there are any."""
        self._wants_cards = False
        if self.model.total:
            self.pages.setCurrentWidget(self._list)

    @property
    def is_showing_cards(self) -> bool:
        return self.pages.currentWidget() is self.before_start

    @property
    def is_showing_table(self) -> bool:
        return self.pages.currentWidget() is self._list

    def set_narrow(self, is_narrow: bool) -> None:
        """Less air around."""
        edge = _NARROW_EDGE if is_narrow else _EDGE
        self._layout.setContentsMargins(edge, edge if is_narrow else 10, edge, edge if is_narrow else 10)

    # --- find and walk ----------------------------------------------------------------------------------------

    def focus_find(self) -> None:
        """Ctrl+F."""
        if self.is_showing_table:
            self.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.find_field.selectAll()

    def step_back(self) -> None:
        """Esc: one step back, never more. First the words, then the chip."""
        if self.find_field.text():
            self.find_field.clear()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.chips.chip is not Chip.ALL:
            self.chips.choose(Chip.ALL)

    def go_to_trouble(self, step: int) -> None:
        """The next (1) or previous (-1) computer that needs you."""
        rows = self.model.rows_that_need_you()
        if not rows or not self.is_showing_table:
            return
        here = self.table.currentIndex().row()
        later = [row for row in rows if row > here]
        earlier = [row for row in rows if row < here]
        row = (later or rows)[0] if step > 0 else (earlier or rows)[-1]
        index = self.model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(index, flags)
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def copy_rows(self) -> None:
        """The chosen rows as text for a chat; all shown ones when none is chosen."""
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        text = self.model.text_of(rows or range(self.model.rowCount()))
        if text:
            QGuiApplication.clipboard().setText(text)

    # --- inside -----------------------------------------------------------------------------------------------

    def _choose_page(self, is_running: bool, *, has_ours: bool, is_left_alone_wanted: bool) -> None:
        if self._wants_cards:
            return
        if has_ours or (is_left_alone_wanted and self.chips.chip is Chip.LEFT_ALONE):
            wanted: QWidget = self._list
        else:
            wanted = self.waiting if is_running else self.before_start
        if self.pages.currentWidget() is not wanted:
            self.pages.setCurrentWidget(wanted)
            self._fit_chips()

    def _on_chip(self, chip: Chip) -> None:
        self.model.set_filter(chip, self.find_field.text())

    def _on_find(self, text: str) -> None:
        self.model.set_filter(self.chips.chip, text)

    def _settle_late(self) -> None:
        if not self.table.is_held:
            self.model.settle()

    def _fit_chips(self) -> None:
        """Chips while they fit beside the find field, else one box."""
        # Of this page, not of the list: pages behind others learn their size only when they are shown.
        margins = self._layout.contentsMargins()
        room = self.width() - margins.left() - margins.right() - _FIND_WIDTH // 2 - 8
        self.chips.set_compact(self.chips.row_width() > room)
        self.find_field.setMaximumWidth(16777215 if self.chips.is_compact else _FIND_WIDTH)
        self.find_field.setMinimumWidth(110)

    # --- Qt ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_chips()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.step_back()
                return True
            if watched is self.find_field and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return):
                self.table.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)
