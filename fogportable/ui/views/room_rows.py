"""The computers of the room as rows, with chips and words that filter them."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from fogportable.model import ClientSnapshot, ClientStage
from fogportable.protocol.address import MacAddress
from fogportable.ui.bridge import Tick
from fogportable.ui.deferred import Deferred
from fogportable.ui.models.client_table import Chip, ClientTableModel
from fogportable.ui.views.client_table import ClientTable
from fogportable.ui.views.seat_side import SeatSide, unseen_rows
from fogportable.ui.views.seat_view import SeatView
from fogportable.ui.views.view_switch import ViewSwitch
from fogportable.ui.widgets.chips import StageChips, count_chips
from fogportable.ui.widgets.firmware_button import FirmwareButton

if TYPE_CHECKING:
    from fogportable.room.seating import Seating

#: Rows move at most this often (s).
SETTLE_EVERY_S = 2.0

_who = attrgetter("mac", "number", "uuid")

_FIND_WIDTH = 220
#: Of the find field beside its words (px).
_FIND_EDGES = 28


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
        self.firmware = FirmwareButton(self)
        self.firmware.hide()
        self.firmware.chosen.connect(self._on_firmware)
        self.view_switch = ViewSwitch(self)
        self.view_switch.hide()
        self.view_switch.switched.connect(self._on_switch)
        self.views = QStackedWidget(self)
        self.views.addWidget(self.table)
        self.later_seats: Deferred[SeatView] = Deferred(self._make_seats)
        self.seats: SeatSide | None = None
        self._seating: Seating | None = None
        self._unseen: tuple[ClientSnapshot, ...] = ()
        self._heard: tuple[tuple[MacAddress, int, str], ...] = ()
        self._clients: tuple[ClientSnapshot, ...] = ()
        self._actions: Sequence[QAction] = ()
        self._now_s = 0.0
        self._width = 0
        self._fitted: tuple[object, ...] = ()
        self._next_settle_s = 0.0
        self._settle_timer = QTimer(self)
        self._settle_timer.setSingleShot(True)
        self._settle_timer.setInterval(int(SETTLE_EVERY_S * 1000))
        self._settle_timer.timeout.connect(self._settle_late)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.chips, 1)
        top.addWidget(self.firmware)
        top.addWidget(self.find_field)
        top.addWidget(self.view_switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(top)
        #: Takes what stands beside the table or the seats.
        self.beside = QHBoxLayout()
        self.beside.setSpacing(8)
        self.beside.addWidget(self.views, 1)
        layout.addLayout(self.beside, 1)

    def _make_seats(self) -> SeatView:
        self.seats = SeatSide(self)
        view = self.seats.view
        view.installEventFilter(self)
        view.addActions(self._actions)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        if self._seating is not None:
            self.seats.set_seating(self._seating)
        self.views.addWidget(view)
        return view

    # --- showing ----------------------------------------------------------------------------------------------

    def show_tick(self, tick: Tick, *, is_running: bool, listed: int) -> bool:
        """Take one look at the session. listed: computers in the room, 0 for no list.

        Returns whether there are rows that somebody wants to see: those left alone count only where they are chosen.
        """
        if tick.is_new_session:
            self.model.clear()
        self._clients, self._now_s = tick.clients, tick.now_s
        self._look_for_unseen()
        self.model.apply((*tick.clients, *self._unseen), tick.now_s)
        self.table.show_fog(any(client.lights for client in tick.clients))
        self.firmware.set_kinds(
            client.firmware for client in tick.clients if client.stage is not ClientStage.LEFT_ALONE
        )
        stages = [client.stage for client in tick.clients]
        counts = count_chips([*stages, *(each.stage for each in self._unseen)])
        self.chips.set_counts(counts, max(0, listed - counts[Chip.ALL]) if stages else 0)
        self._fit_again()
        self._show_tiles()
        if tick.now_s >= self._next_settle_s and not self.table.is_held:
            self._next_settle_s = tick.now_s + SETTLE_EVERY_S
            self.model.settle()
        elif not is_running:
            self._settle_timer.start()  # The ticks end soon; the last order is settled without them.
        is_left_alone_wanted = counts[Chip.LEFT_ALONE] > 0 and self.chips.chip is Chip.LEFT_ALONE
        return counts[Chip.ALL] > len(self._unseen) or is_left_alone_wanted

    def set_seating(self, seating: Seating) -> None:
        """The room's seats. Without any, there is nothing to switch to."""
        self._seating, self._heard = seating, ()
        self._look_for_unseen()
        self.model.apply((*self._clients, *self._unseen), self._now_s)
        self.model.set_seating(seating)
        names = [each.name for each in seating.seats] if seating.room.has_seats else []
        self.table.show_seats(max(names, key=len, default=""))
        self.view_switch.setVisible(bool(names))
        if not names:
            self.view_switch.choose(False)
        self._fit_again()
        if self.seats is not None:
            self.seats.set_seating(seating)
            self._show_tiles()

    @property
    def is_showing_seats(self) -> bool:
        return self.seats is not None and self.views.currentWidget() is self.seats.view

    def _on_switch(self, wants_seats: bool) -> None:
        """The other view, with the same computers chosen."""
        if wants_seats:
            keys = [client.key for client in self.chosen_computers()]
            view = self.later_seats.widget
            self.views.setCurrentWidget(view)
            self._show_tiles()
            assert self.seats is not None
            self.seats.choose(keys)
            view.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        keys = self.seats.chosen_keys() if self.is_showing_seats and self.seats is not None else []
        self.views.setCurrentWidget(self.table)
        self.model.settle()
        self._choose_rows(keys)

    def go_to(self, key: tuple[MacAddress, int]) -> None:
        """Make this computer's row the current one."""
        row = self.model.place_of(key)
        if row is not None:
            self.table.setCurrentIndex(self.model.index(row, 0))

    def _choose_rows(self, keys: Sequence[tuple[MacAddress, int]]) -> None:
        selection = self.table.selectionModel()
        selection.clearSelection()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        wanted = set(keys)
        for row in range(self.model.rowCount()):
            if self.model.client_at(row).key in wanted:
                selection.select(self.model.index(row, 0), flags)

    def _look_for_unseen(self) -> None:
        """Rows for seats whose computers were never heard; worked out anew when somebody new is heard."""
        if self._seating is None:
            return
        heard = tuple(map(_who, self._clients))
        if heard != self._heard:
            self._heard = heard
            self._unseen = unseen_rows(self._seating, self._clients, next(iter(self._clients), None))

    def _show_tiles(self) -> None:
        if not self.is_showing_seats or self.seats is None:
            return
        is_filtered = self.chips.chip is not Chip.ALL or bool(self.find_field.text() or self.firmware.wanted)
        if is_filtered:
            self.model.settle()
        self.seats.model.apply(self._clients, self.model.shown_keys() if is_filtered else None, self._now_s)

    def fit(self, width: int) -> None:
        """Chips while they fit beside the find field, else one box. width: of all, also while this is not shown."""
        self._width, self._fitted = width, self._what_to_fit()
        least = self.find_field.fontMetrics().horizontalAdvance(self.find_field.placeholderText()) + _FIND_EDGES
        left = width - least - 8 - self._switch_width() - self.chips.row_width()
        firmware = self.firmware.sizeHint().width() + 8
        # Chosen, it is seen, whatever else has to give way; else the numbers of the chips tell more.
        self.firmware.setVisible(
            self.firmware.has_choice and (left < 0 or left >= firmware or bool(self.firmware.wanted))
        )
        self.chips.set_compact(left < (0 if self.firmware.isHidden() else firmware))
        self.find_field.setMaximumWidth(16777215 if self.chips.is_compact else _FIND_WIDTH)
        self.find_field.setMinimumWidth(least)

    def _focus_view(self, reason: Qt.FocusReason) -> None:
        (self.later_seats.built or self.table if self.is_showing_seats else self.table).setFocus(reason)

    def _what_to_fit(self) -> tuple[object, ...]:
        return (self.view_switch.isHidden(), self.firmware.has_choice, self.firmware.text(), *self.chips.shown())

    def _fit_again(self) -> None:
        """Chips came or went, or their numbers got longer."""
        if self._width and self._what_to_fit() != self._fitted:
            self.fit(self._width)

    def _switch_width(self) -> int:
        return 0 if self.view_switch.isHidden() else self.view_switch.sizeHint().width() + 8

    # --- find and walk ----------------------------------------------------------------------------------------

    def focus_find(self) -> None:
        """Ctrl+F."""
        self.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_field.selectAll()

    def step_back(self) -> None:
        """Esc: one step back, never more. First the words, then the chip."""
        if self.find_field.text():
            self.find_field.clear()
            self._focus_view(Qt.FocusReason.OtherFocusReason)
        elif self.firmware.wanted:
            self.firmware.choose("")
        elif self.chips.chip is not Chip.ALL:
            self.chips.choose(Chip.ALL)

    def go_to_trouble(self, step: int) -> None:
        """The next (1) or previous (-1) computer that needs you."""
        if self.is_showing_seats and self.seats is not None:
            self.seats.go_to_trouble(step)
            return
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
        if self.is_showing_seats and self.seats is not None:
            unseen = {-each.number: each for each in self._unseen}
            tiles = self.seats.chosen_tiles()
            clients = [each.client or (unseen.get(each.seat.place) if each.seat else None) for each in tiles]
        else:
            rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
            clients = [self.model.client_at(row) for row in rows]
        return tuple(each for each in clients if each is not None and _is_ours(each))

    def offer(self, actions: Sequence[QAction]) -> None:
        """What can be done with the chosen rows, as the menu of the table."""
        self._actions = actions
        for view in filter(None, (self.table, self.later_seats.built)):
            view.addActions(actions)
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def copy_rows(self) -> None:
        """The chosen rows as text for a chat; all shown ones when none is chosen."""
        if self.is_showing_seats and self.seats is not None:
            self._choose_rows(self.seats.chosen_keys())
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        text = self.model.text_of(rows or range(self.model.rowCount()))
        if text:
            QGuiApplication.clipboard().setText(text)

    # --- inside -----------------------------------------------------------------------------------------------

    def _on_firmware(self, firmware: str) -> None:
        self.model.set_firmware(firmware)
        self._show_tiles()
        self._fit_again()

    def _on_chip(self, chip: Chip) -> None:
        self.model.set_filter(chip, self.find_field.text())
        self._show_tiles()

    def _on_find(self, text: str) -> None:
        self.model.set_filter(self.chips.chip, text)
        self._show_tiles()

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
                self._focus_view(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)


def _is_ours(client: ClientSnapshot) -> bool:
    """Whether something can be done with it: not left alone, and with an address that is known."""
    return client.stage is not ClientStage.LEFT_ALONE and any(client.mac.octets)
