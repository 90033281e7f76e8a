"""The computers of the room as rows, with chips and words that filter them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fogportable.model import ClientSnapshot, ClientStage
from fogportable.ui.bridge import Tick
from fogportable.ui.models.client_table import Chip, ClientTableModel
from fogportable.ui.views.client_table import ClientTable
from fogportable.ui.widgets.chips import StageChips, count_chips

#: Rows move at most this often (s).
SETTLE_EVERY_S = 2.0

_FIND_WIDTH = 220


class RoomRows(QWidget):
    """The table with its filter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ClientTableModel(self)
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
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.chips, 1)
        top.addWidget(self.find_field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(top)
        #: Takes what stands beside the table.
        self.beside = QHBoxLayout()
        self.beside.setSpacing(8)
        self.beside.addWidget(self.table, 1)
        layout.addLayout(self.beside, 1)

    # --- showing ----------------------------------------------------------------------------------------------

    def show_tick(self, tick: Tick, *, is_running: bool, listed: int) -> bool:
        """Take one look at the session. listed: computers in the room, 0 for no list.

        Returns whether there are rows that somebody wants to see: those left alone count only where they are chosen.
        """
        if tick.is_new_session:
            self.model.clear()
        self.model.apply(tick.clients, tick.now_s)
        self.table.show_fog(any(client.lights for client in tick.clients))
        stages = [client.stage for client in tick.clients]
        counts = count_chips(stages)
        self.chips.set_counts(counts, max(0, listed - counts[Chip.ALL]) if stages else 0)
        if tick.now_s >= self._next_settle_s and not self.table.is_held:
            self._next_settle_s = tick.now_s + SETTLE_EVERY_S
            self.model.settle()
        elif not is_running:
            self._settle_timer.start()  # The ticks end soon; the last order is settled without them.
        is_left_alone_wanted = counts[Chip.LEFT_ALONE] > 0 and self.chips.chip is Chip.LEFT_ALONE
        return counts[Chip.ALL] > 0 or is_left_alone_wanted

    def fit(self, width: int) -> None:
        """Chips while they fit beside the find field, else one box. width: of all, also while this is not shown."""
        self.chips.set_compact(self.chips.row_width() > width - _FIND_WIDTH // 2 - 8)
        self.find_field.setMaximumWidth(16777215 if self.chips.is_compact else _FIND_WIDTH)
        self.find_field.setMinimumWidth(110)

    # --- find and walk ----------------------------------------------------------------------------------------

    def focus_find(self) -> None:
        """Ctrl+F."""
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
        if not rows:
            return
        here = self.table.currentIndex().row()
        later = [row for row in rows if row > here]
        earlier = [row for row in rows if row < here]
        row = (later or rows)[0] if step > 0 else (earlier or rows)[-1]
        index = self.model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(index, flags)
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def chosen_computers(self) -> tuple[ClientSnapshot, ...]:
        """The chosen rows, from the top; those that are left alone are none of ours."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        clients = [self.model.client_at(row) for row in rows]
        return tuple(client for client in clients if client.stage is not ClientStage.LEFT_ALONE)

    def offer(self, actions: Sequence[QAction]) -> None:
        """What can be done with the chosen rows, as the menu of the table."""
        self.table.addActions(actions)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def copy_rows(self) -> None:
        """The chosen rows as text for a chat; all shown ones when none is chosen."""
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        text = self.model.text_of(rows or range(self.model.rowCount()))
        if text:
            QGuiApplication.clipboard().setText(text)

    # --- inside -----------------------------------------------------------------------------------------------

    def _on_chip(self, chip: Chip) -> None:
        self.model.set_filter(chip, self.find_field.text())

    def _on_find(self, text: str) -> None:
        self.model.set_filter(self.chips.chip, text)

    def _settle_late(self) -> None:
        if not self.table.is_held:
            self.model.settle()

    # --- Qt ---------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.step_back()
                return True
            if watched is self.find_field and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return):
                self.table.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)
