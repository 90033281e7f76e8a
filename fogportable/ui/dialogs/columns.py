"""Which columns the table of computers has, and in which order: the way of the keyboard to what the headings do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fogportable.session.preferences import ColumnWish
from fogportable.ui.theme import Kind, set_kind

#: Asks a person: parent, the columns as they are, their titles by name; None when cancelled, () for as usual.
AskColumns = Callable[[QWidget | None, Sequence[ColumnWish], Mapping[str, str]], Sequence[ColumnWish] | None]

_NAME, _WIDTH = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class ColumnsDialog(QDialog):
    """titles: by the names of columns. fixed: names of columns that cannot be taken away; the first one stays first."""

    def __init__(
        self,
        columns: Sequence[ColumnWish],
        titles: Mapping[str, str],
        fixed: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("columnsDialog")
        self.setWindowTitle(self.tr("Columns"))
        self._is_usual = False
        note = QLabel(self.tr("From left to right. In a narrow window the last ones give way first."), self)
        note.setWordWrap(True)
        set_kind(note, Kind.MUTED)
        self.list = QListWidget(self)
        self.list.setObjectName("columnsList")
        self.list.setAccessibleName(self.tr("Columns"))
        for each in columns:
            item = QListWidgetItem(titles[each.name], self.list)
            item.setData(_NAME, each.name)
            item.setData(_WIDTH, each.width)
            is_fixed = each.name in fixed
            item.setCheckState(Qt.CheckState.Checked if each.is_shown or is_fixed else Qt.CheckState.Unchecked)
            if is_fixed:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        self.up_button = QPushButton(self.tr("&Up"), self)
        self.up_button.setObjectName("columnUp")
        self.up_button.clicked.connect(self._up)
        self.down_button = QPushButton(self.tr("&Down"), self)
        self.down_button.setObjectName("columnDown")
        self.down_button.clicked.connect(self._down)
        self.usual_button = QPushButton(self.tr("&As usual"), self)
        self.usual_button.setObjectName("columnsUsual")
        self.usual_button.setAccessibleDescription(self.tr("Order, widths and choice as they were at first"))
        self.usual_button.clicked.connect(self._take_usual)
        self.list.currentRowChanged.connect(self._show_buttons)
        self._build(note)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _build(self, note: QLabel) -> None:
        side = QVBoxLayout()
        for button in (self.up_button, self.down_button):
            side.addWidget(button)
        side.addStretch(1)
        side.addWidget(self.usual_button)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list, 1)
        row.addLayout(side)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(note)
        layout.addLayout(row, 1)
        layout.addWidget(buttons)
        self.setMinimumSize(400, 440)

    def columns(self) -> Sequence[ColumnWish]:
        """As chosen; none for as usual."""
        if self._is_usual:
            return ()
        items = (self.list.item(row) for row in range(self.list.count()))
        return [
            ColumnWish(item.data(_NAME), item.checkState() is Qt.CheckState.Checked, item.data(_WIDTH))
            for item in items
        ]

    def _up(self) -> None:
        self._move(-1)

    def _down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        item = self.list.takeItem(row)
        self.list.insertItem(row + step, item)
        self.list.setCurrentRow(row + step)

    def _take_usual(self) -> None:
        self._is_usual = True
        self.accept()

    def _show_buttons(self, row: int) -> None:
        self.up_button.setEnabled(row > 1)
        self.down_button.setEnabled(0 < row < self.list.count() - 1)


def ask_columns(
    parent: QWidget | None, columns: Sequence[ColumnWish], titles: Mapping[str, str]
) -> Sequence[ColumnWish] | None:
    """Ask; None when cancelled."""
    from fogportable.ui.views.table_columns import ALWAYS, name_of

    dialog = ColumnsDialog(columns, titles, frozenset(map(name_of, ALWAYS)), parent)
    return dialog.columns() if dialog.exec() == QDialog.DialogCode.Accepted else None
