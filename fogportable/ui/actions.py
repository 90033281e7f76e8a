"""Every action of the menu bar: its words, its key and what it does, in one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu. slot: a bound method (a lambda that holds the window crashes PySide6 at exit).

    keys: the first one is shown. group: entries of the same group exclude each other and can be checked. is_switch: can
    be checked by itself.
    """

    name: str
    text: str
    slot: Callable[[], None]
    keys: tuple[str, ...] = ()
    group: str = ""
    is_switch: bool = False


#: A line between two parts of a menu.
SEPARATOR = None


class Actions:
    """Builds the menus and keeps the actions by name. Belongs to one window."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._by_name: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self.menus: list[QMenu] = []

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def add_menu(self, title: str, entries: tuple[Entry | None, ...]) -> QMenu:
        """One menu of the bar."""
        menu = QMenu(title, self._window)
        self._window.menuBar().addMenu(menu)
        self.menus.append(menu)
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            else:
                menu.addAction(self._action(entry))
        return menu

    def _action(self, entry: Entry) -> QAction:
        action = QAction(entry.text, self._window)
        action.setObjectName(entry.name)
        if entry.keys:
            action.setShortcuts([QKeySequence(key) for key in entry.keys])
        action.setCheckable(bool(entry.group) or entry.is_switch)
        if entry.group:
            group = self._groups.setdefault(entry.group, QActionGroup(self._window))
            group.addAction(action)
        action.triggered.connect(entry.slot)
        self._by_name[entry.name] = action
        return action
