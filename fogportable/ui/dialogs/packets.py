"""The packets of one computer: a list, and of the chosen one what is in it, in words and as octets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from fogportable.ui.theme import FontRole, font

if TYPE_CHECKING:
    from fogportable.session.packet_sheets import PacketSheet

_ROW_HEIGHT = 26
_WANTED_SIZE = QSize(1040, 640)


class PacketsDialog(QDialog):
    """A window of its own, beside the room."""

    def __init__(
        self, title: str, sheets: Sequence[PacketSheet], record: int | None, parent: QWidget | None = None
    ) -> None:
        """record: the packet that led to it, or the one before it, is chosen; None for the first."""
        super().__init__(parent)
        self.setObjectName("packetsDialog")
        self.setWindowTitle(self.tr("Packets of {computer}").format(computer=title))
        self._sheets = tuple(sheets)
        self.list = QListWidget(self)
        self.list.setObjectName("packetList")
        self.list.setAccessibleName(self.tr("Packets"))
        for sheet in self._sheets:
            self.list.addItem(self._item(sheet))
        self.words = self._pane("packetWords", self.tr("In words"))
        self.octets = self._pane("packetOctets", self.tr("Octets"))
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.addWidget(self.words)
        both.addWidget(self.octets)
        both.setSizes([420, 600])
        self.octets.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.list)
        split.addWidget(both)
        split.setSizes([200, 360])
        self.note = QLabel(self._note(), self)
        self.note.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.note)
        layout.addWidget(split, 1)
        layout.addWidget(buttons)
        self.list.currentRowChanged.connect(self._show)
        self.resize(_WANTED_SIZE)
        if self._sheets:
            self.list.setCurrentRow(self._place_of(record))

    def _note(self) -> str:
        if not self._sheets:
            return self.tr("No packet of this computer is kept: only the newest are.")
        return self.tr("The newest packets of our own ports. Headers that no socket shows are made up.")

    def _item(self, sheet: PacketSheet) -> QListWidgetItem:
        way = self.tr("sent") if sheet.is_sent else self.tr("heard")
        time = f"{sheet.time.astimezone():%H:%M:%S}.{sheet.time.microsecond // 1000:03d}"
        made = QListWidgetItem(f"{time}  {way}  {sheet.title}")
        made.setSizeHint(QSize(0, _ROW_HEIGHT))
        return made

    def _pane(self, name: str, title: str) -> QPlainTextEdit:
        made = QPlainTextEdit(self)
        made.setObjectName(name)
        made.setAccessibleName(title)
        made.setReadOnly(True)
        made.setTabChangesFocus(True)
        made.setFont(font(FontRole.FIXED))
        return made

    def _place_of(self, record: int | None) -> int:
        if record is None:
            return 0
        told = [(place, each.record) for place, each in enumerate(self._sheets) if each.record is not None]
        return next((place for place, number in reversed(told) if number <= record), 0)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._sheets):
            self.words.setPlainText(self._sheets[row].words)
            self.octets.setPlainText(self._sheets[row].octets)
