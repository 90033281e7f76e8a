"""The client table: rows of 28 px, columns that give way, and rows that never move under a pointer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from fogportable.model import ClientStage, FogLight
from fogportable.ui import words
from fogportable.ui.delegates.client_cells import ROW_HEIGHT, ClientCellDelegate
from fogportable.ui.models.client_row import Column
from fogportable.ui.models.client_table import ClientTableModel
from fogportable.ui.views.table_columns import TableColumns


def _widest() -> dict[Column, str]:
    """Texts that every cell of a column must hold; DOING takes what is left, at least this."""
    return {
        Column.COMPUTER: "Lenovo · UEFI ARM64 (11)",
        Column.DOING: "Loading initrd.gz",
        Column.FILE: "snponly-x64.efi",
        Column.PROGRESS: f"88 %  {words.amount_of(88_700_000, 88_800_000)}",
        Column.RATE: words.rate(88_800_000),
        Column.FOG: words.light_word({FogLight.SERVER}),
        Column.IP: "192.168.188.188",
        Column.MAC: "52:54:00:12:34:56",
        Column.LAST_HEARD: words.age(3599),
    }


class ClientTable(QTableView):
    """Shows a ClientTableModel. `is_held` tells whether rows may be moved now."""

    def __init__(self, model: ClientTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clientTable")
        self.setAccessibleName(self.tr("Computers"))
        self._delegate = ClientCellDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDragEnabled(False)  # Only where there are seats to drop a row on.
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self._is_pointed_at = False
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self._on_header)
        self._sorted_by = Column.STATE
        self.columns = TableColumns(self, self._needed_widths())

    @property
    def is_held(self) -> bool:
        """Somebody points at a row or walks through them by key."""
        return self.hasFocus() or self._is_pointed_at

    def _needed_widths(self) -> dict[Column, int]:
        widths = {column: self._delegate.width_of(text, column) for column, text in _widest().items()}
        model = self.model()
        for column in widths:
            title = model.headerData(column, Qt.Orientation.Horizontal)
            widths[column] = max(widths[column], self._delegate.width_of(str(title), Column.COMPUTER))
        widths[Column.SEAT] = 0
        widths[Column.STATE] = max(
            self._delegate.width_of(words.stage_word(stage), Column.STATE, stage) for stage in ClientStage
        )
        return widths

    def show_fog(self, has_lights: bool) -> None:
        """The column of a FOG server, where there is something to say in it."""
        self.columns.show_fog(has_lights)

    def show_seats(self, widest: str) -> None:
        """The column of seats. widest: the longest name, "" for a room without seats."""
        self.columns.show_seats(max(self._delegate.width_of(f"{widest} ", Column.SEAT), 60) if widest else 0)
        self.setDragEnabled(bool(widest))

    def _on_header(self, section: int) -> None:
        """Sort by a column; "State" is the order that brings trouble up. A second click turns the others around."""
        model = self.model()
        column = Column(section)
        is_second = column is self._sorted_by and column is not Column.STATE
        head = self.horizontalHeader()
        descending = is_second and head.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._sorted_by = column
        head.setSortIndicator(section, order)
        head.setSortIndicatorShown(column is not Column.STATE)
        model.sort(section, order)

    # --- Qt ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit()

    def dataChanged(
        self,
        top_left: QModelIndex | QPersistentModelIndex,
        bottom_right: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Of a range that reaches out of sight Qt 6.11 draws the whole view again: keep to what is seen."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        top = max(top_left.row(), first)
        bottom = bottom_right.row() if last < 0 else min(bottom_right.row(), last)
        if top <= bottom:
            model = self.model()
            seen = model.index(top, top_left.column()), model.index(bottom, bottom_right.column())
            super().dataChanged(*seen, roles)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.HoverMove, QEvent.Type.MouseMove):
            self._is_pointed_at = True
        elif event.type() is QEvent.Type.Leave:
            self._is_pointed_at = False
        return bool(super().viewportEvent(event))

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
