"""A table of short texts whose rows come, go and change in place, so that a selection stays where it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt


@dataclass(frozen=True, slots=True)
class FactRow:
    """key: what the row is about, unique. cells: one text for each column."""

    key: object
    cells: tuple[str, ...]


class FactTableModel(QAbstractTableModel):
    """headings: of the columns. Rows keep the order in which they are given."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._rows: list[FactRow] = []

    @property
    def rows(self) -> tuple[FactRow, ...]:
        return tuple(self._rows)

    def set_rows(self, rows: Sequence[FactRow]) -> None:
        """Show these; only what is other than before is told."""
        if [row.key for row in rows] != [row.key for row in self._rows]:
            self._move_to(rows)
        for place, row in enumerate(rows):
            if row != self._rows[place]:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(self._headings) - 1))

    def _move_to(self, rows: Sequence[FactRow]) -> None:
        """Take out what is gone, put in what is new; rows that change places are taken out and put in."""
        wanted = {row.key for row in rows}
        for place in range(len(self._rows) - 1, -1, -1):
            if self._rows[place].key not in wanted:
                self._take_out(place)
        for place, row in enumerate(rows):
            if place < len(self._rows) and self._rows[place].key == row.key:
                continue
            later = next((at for at in range(place, len(self._rows)) if self._rows[at].key == row.key), None)
            if later is not None:
                self._take_out(later)
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, row)
            self.endInsertRows()

    def _take_out(self, place: int) -> None:
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._rows[place]
        self.endRemoveRows()

    # --- Qt ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._headings):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self._headings[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.cells[index.column()]
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == 0:
                return self._sentence(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.cells[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return self._sentence(row)
        return None

    def _sentence(self, row: FactRow) -> str:
        """The whole row, also of columns that had to give way."""
        pairs = zip(self._headings, row.cells, strict=True)
        return ", ".join(f"{heading}: {cell}" for heading, cell in pairs if cell)
