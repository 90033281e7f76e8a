"""Light or dark: as the system says, or as chosen; switched while running."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from fogportable.ui.theme import DARK, LIGHT, Theme, apply_theme, current_theme, system_theme


class Looks(QObject):
    """Follows the system until a theme is chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_following = True
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system)

    def follow_system(self) -> None:
        self._is_following = True
        self._apply(system_theme())

    def light(self) -> None:
        self._is_following = False
        self._apply(LIGHT)

    def dark(self) -> None:
        self._is_following = False
        self._apply(DARK)

    def _on_system(self) -> None:
        if self._is_following:
            self._apply(system_theme())

    def _apply(self, theme: Theme) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication) and theme is not current_theme():
            apply_theme(app, theme)
