"""The boot menu while it is edited: a list of entries, which of them is the default, title and timeout."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from fogportable.model import Menu, MenuAction, MenuEntry


class MenuRole(IntEnum):
    """What a row offers beside its text."""

    IS_DEFAULT = Qt.ItemDataRole.UserRole + 1


class MenuEntryModel(QAbstractListModel):
    """The menu being edited. Entries keep what was typed for another action until the menu is replaced.

    menu_changed: after every edit; read the new value with `menu()`.
    """

    menu_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts: list[MenuEntry] = []
        self._default = 0
        self._title = Menu().title
        self._timeout_s = Menu().timeout_s

    # --- the value --------------------------------------------------------------------------------------------

    def menu(self) -> Menu:
        """A new frozen menu, as shown."""
        entries = tuple(entry.without_unused_fields() for entry in self._drafts)
        return Menu(self._title, entries, self._default, self._timeout_s)

    def set_menu(self, menu: Menu) -> None:
        """Edit another menu. Does not count as an edit."""
        self.beginResetModel()
        self._drafts = list(menu.entries)
        self._default = menu.default
        self._title = menu.title
        self._timeout_s = menu.timeout_s
        self.endResetModel()

    def entry(self, row: int) -> MenuEntry | None:
        """The entry with everything that was typed for it."""
        return self._drafts[row] if 0 <= row < len(self._drafts) else None

    @property
    def default(self) -> int:
        return self._default

    @property
    def title(self) -> str:
        return self._title

    @property
    def timeout_s(self) -> int:
        return self._timeout_s

    # --- edits ------------------------------------------------------------------------------------------------

    def set_title(self, title: str) -> None:
        if title != self._title:
            self._title = title
            self.menu_changed.emit()

    def set_timeout_s(self, timeout_s: int) -> None:
        if timeout_s != self._timeout_s:
            self._timeout_s = timeout_s
            self.menu_changed.emit()

    def set_default(self, row: int) -> None:
        """Make this entry the default."""
        if row == self._default or not 0 <= row < len(self._drafts):
            return
        before, self._default = self._default, row
        for changed in (before, row):
            self._tell_changed(changed)
        self.menu_changed.emit()

    def replace(self, row: int, entry: MenuEntry) -> None:
        """Take over an entry as edited."""
        if self.entry(row) in (None, entry):
            return
        self._drafts[row] = entry
        self._tell_changed(row)
        self.menu_changed.emit()

    def insert(self, row: int, entry: MenuEntry) -> None:
        """Put an entry before `row`; at the end when `row` is the number of entries."""
        row = max(0, min(row, len(self._drafts)))
        self.beginInsertRows(QModelIndex(), row, row)
        self._drafts.insert(row, entry)
        if row <= self._default and len(self._drafts) > 1:
            self._default += 1
        self.endInsertRows()
        self.menu_changed.emit()

    def remove(self, row: int) -> None:
        """Take an entry out. The default stays with its entry; when that one goes, the first becomes the default."""
        if self.entry(row) is None:
            return
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._drafts[row]
        was_default = row == self._default
        if was_default:
            self._default = 0
        elif row < self._default:
            self._default -= 1
        self.endRemoveRows()
        if was_default:
            self._tell_changed(0)
        self.menu_changed.emit()

    def move(self, row: int, by: int) -> bool:
        """Move an entry up (-1) or down (1). The default stays with its entry. False at the ends."""
        target = row + by
        if by not in (-1, 1) or self.entry(row) is None or self.entry(target) is None:
            return False
        self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), target + (1 if by > 0 else 0))
        self._drafts[row], self._drafts[target] = self._drafts[target], self._drafts[row]
        self._default = {row: target, target: row}.get(self._default, self._default)
        self.endMoveRows()
        self.menu_changed.emit()
        return True

    def _tell_changed(self, row: int) -> None:
        if 0 <= row < len(self._drafts):
            self.dataChanged.emit(self.index(row), self.index(row))

    # --- Qt ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._drafts)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        is_default = index.row() == self._default
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.text or self.tr("(no text)")
            case Qt.ItemDataRole.AccessibleTextRole:
                words = (entry.text or self.tr("no text"), self.action_words(entry.action))
                return ", ".join((*words, self.tr("the default"))) if is_default else ", ".join(words)
            case MenuRole.IS_DEFAULT:
                return is_default
        return None

    def action_words(self, action: MenuAction) -> str:
        """What the action is called in the window."""
        return {
            MenuAction.CHAIN_URL: self.tr("Go to a web address"),
            MenuAction.CHAIN_FILE: self.tr("Go to a boot file"),
            MenuAction.KERNEL: self.tr("Start a Linux kernel"),
            MenuAction.WINPE: self.tr("Start Windows PE"),
            MenuAction.ISO: self.tr("Start an ISO image"),
            MenuAction.LOCAL_DISK: self.tr("Boot from the local disk"),
            MenuAction.SHELL: self.tr("Open the iPXE shell"),
        }[action]
