"""A table that is as high as its rows, and whose columns give way where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from fogportable.ui.delegates.row_ground import paint_row_ground
from fogportable.ui.models.fact_table import FactTableModel
from fogportable.ui.theme import FontRole, current_theme, font

ROW_HEIGHT = 28
_MARGIN = 8
#: Beside the text of a cell.
_AIR = 22


@dataclass(frozen=True, slots=True)
class Column:
    """widest: a text that a cell must hold. gives_way: columns with a higher number go first; 0 for one that stays.

    stretches: takes what is left.
    """

    heading: str
    widest: str
    gives_way: int = 0
    stretches: bool = False


class _FactDelegate(QStyledItemDelegate):
    """Text below its heading, in the colours of the table of computers."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = current_theme()
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        ground = "alternate" if index.row() % 2 else "base"
        paint_row_ground(painter, option.rect, theme, ground, is_selected=is_selected)
        painter.setFont(option.font)
        painter.setPen(theme.color("selected_text" if is_selected else "text"))
        inner = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        painter.restore()


class FactTable(QTableView):
    """most_rows: more are scrolled."""

    def __init__(
        self, name: str, title: str, columns: Sequence[Column], parent: QWidget | None = None, *, most_rows: int
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._columns = tuple(columns)
        self._most_rows = most_rows
        self.facts = FactTableModel([column.heading for column in columns], self)
        self.setModel(self.facts)
        self.setItemDelegate(_FactDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self._set_widths()
        for told in (self.facts.rowsInserted, self.facts.rowsRemoved):
            told.connect(self._fit_height)
        self._fit_height()

    def _set_widths(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        texts, headings = QFontMetrics(self.font()), QFontMetrics(font(FontRole.STRONG))
        self._widths: list[int] = []
        for place, column in enumerate(self._columns):
            wide = max(texts.horizontalAdvance(column.widest), headings.horizontalAdvance(column.heading)) + _AIR
            self._widths.append(wide)
            if column.stretches:
                head.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            else:
                self.setColumnWidth(place, wide)

    def _fit_height(self, _parent: QModelIndex | None = None, _first: int = 0, _last: int = 0) -> None:
        rows = max(1, min(self.facts.rowCount(), self._most_rows))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * ROW_HEIGHT + 2 * self.frameWidth() + 2)

    def _drop_columns(self) -> None:
        room = self.viewport().width() - sum(self._widths)
        for place in sorted(range(len(self._columns)), key=lambda place: -self._columns[place].gives_way):
            is_dropped = room < 0 and self._columns[place].gives_way > 0
            self.setColumnHidden(place, is_dropped)
            if is_dropped:
                room += self._widths[place]

    # --- Qt ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drop_columns()
