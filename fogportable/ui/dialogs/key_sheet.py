"""The sheet of keys: read from the menus, so that it cannot differ from them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

_SIZE = (460, 560)


class KeySheet(QDialog):
    """Every action that has a key, under the menu it stands in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keySheet")
        self.setWindowTitle(self.tr("Keys"))
        self.resize(*_SIZE)
        self.tree = QTreeWidget(self)
        self.tree.setObjectName("keyList")
        self.tree.setAccessibleName(self.tr("Keys"))
        self.tree.setHeaderLabels([self.tr("What"), self.tr("Key")])
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setStretchLastSection(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tree, 1)
        layout.addWidget(buttons)

    def show_menus(self, menus: Sequence[QMenu]) -> None:
        """Take the keys as they are now."""
        self.tree.clear()
        for menu in menus:
            head = QTreeWidgetItem([_bare(menu.title()), ""])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for action in menu.actions():
                keys = ", ".join(_words(each) for each in action.shortcuts())
                if keys:
                    head.addChild(QTreeWidgetItem([_bare(action.text()), keys]))
            if head.childCount():
                self.tree.addTopLevelItem(head)
        self.tree.expandAll()


def _words(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def _bare(text: str) -> str:
    """Without the mark of its mnemonic."""
    return text.replace("&", "")
