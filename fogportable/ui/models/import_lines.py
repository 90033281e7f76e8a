"""The report of an import as a table: line, what stood there, what became of it."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from fogportable.model import ImportItem, ImportReport, ImportVerdict
from fogportable.ui.shapes import Shape, shape_icon


class ImportColumn(IntEnum):
    """From left to right."""

    LINE = 0
    VERDICT = 1
    TEXT = 2
    BECAME = 3


_SHAPES = {
    ImportVerdict.BECAME: Shape.DONE,
    ImportVerdict.UNNEEDED: Shape.LEFT_ALONE,
    ImportVerdict.CORRECTED: Shape.NEEDS_YOU,
    ImportVerdict.UNKNOWN: Shape.FAILED,
    ImportVerdict.NOT_SUPPORTED: Shape.FAILED,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportLines", text)


def verdict_word(verdict: ImportVerdict) -> str:
    """`Taken over`, `Not needed`, `Corrected`, `Unknown`, `Not supported`."""
    return {
        ImportVerdict.BECAME: _tr("Taken over"),
        ImportVerdict.UNNEEDED: _tr("Not needed"),
        ImportVerdict.CORRECTED: _tr("Corrected"),
        ImportVerdict.UNKNOWN: _tr("Unknown"),
        ImportVerdict.NOT_SUPPORTED: _tr("Not supported"),
    }[verdict]


def result_words(item: ImportItem) -> str:
    """What became of a line, then why: one line of text."""
    return "; ".join(filter(None, (*map(str, item.became), item.why)))


class ImportLineModel(QAbstractTableModel):
    """Frozen: one report, shown once."""

    def __init__(self, report: ImportReport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items = report.items

    def item(self, row: int) -> ImportItem:
        """The line of a row."""
        return self._items[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(ImportColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Line"), self.tr("What became of it"), self.tr("In the file"), self.tr("Here"))[section]

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item, column = self._items[index.row()], ImportColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._text(item, column)
            case Qt.ItemDataRole.DecorationRole if column is ImportColumn.VERDICT:
                return shape_icon(_SHAPES[item.verdict])
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{item.line}, {verdict_word(item.verdict)}: {item.text}. {result_words(item)}"
            case Qt.ItemDataRole.TextAlignmentRole if column is ImportColumn.LINE:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    @staticmethod
    def _text(item: ImportItem, column: ImportColumn) -> str:
        match column:
            case ImportColumn.LINE:
                return str(item.line)
            case ImportColumn.VERDICT:
                return verdict_word(item.verdict)
            case ImportColumn.TEXT:
                return item.text
            case ImportColumn.BECAME:
                return result_words(item)


class EyesFilter(QSortFilterProxyModel):
    """All lines, or only those that somebody should look at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_strict = False

    def set_strict(self, is_strict: bool) -> None:
        """Only what needs eyes."""
        self._is_strict = is_strict
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        source = self.sourceModel()
        assert isinstance(source, ImportLineModel)
        return not self._is_strict or source.item(row).wants_eyes
