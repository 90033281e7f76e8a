"""Light, dark or with high contrast: as the system says, or as chosen; switched while running."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

from fogportable.session.preferences import ThemeChoice
from fogportable.ui.theme import DARK, LIGHT, Theme, apply_theme, current_theme


def theme_of(choice: ThemeChoice) -> Theme:
    """The colours that this choice means now."""
    match choice:
        case ThemeChoice.LIGHT:
            return LIGHT
        case ThemeChoice.DARK:
            return DARK
        case ThemeChoice.HIGH_CONTRAST:
            return _high_contrast()
        case ThemeChoice.SYSTEM:
            return _system()


def _system() -> Theme:
    if _wants_contrast(QGuiApplication.styleHints()):
        return _high_contrast()
    return DARK if _is_system_dark() else LIGHT


def _wants_contrast(hints: QStyleHints) -> bool:
    """Qt asks the system for it from 6.10 on. hints: held by the caller, for what is asked of them lives in them."""
    return (
        hasattr(hints, "accessibility")
        and hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    )


def _high_contrast() -> Theme:
    """Black or white as the system is, so that the window does not dazzle beside the others."""
    from fogportable.ui.high_contrast import ON_BLACK, ON_WHITE

    return ON_BLACK if _is_system_dark() else ON_WHITE


def _is_system_dark() -> bool:
    """As it says; where it does not, as its palette looks."""
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme is Qt.ColorScheme.Unknown:
        return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightnessF() < 0.5
    return scheme is Qt.ColorScheme.Dark


class Looks(QObject):
    """Follows the system until something else is chosen. High contrast follows its light and dark all the same."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._choice = ThemeChoice.SYSTEM
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._on_system)
        if hasattr(self._hints, "accessibility"):
            self._hints.accessibility().contrastPreferenceChanged.connect(self._on_system)

    def follow_system(self) -> None:
        self._choose(ThemeChoice.SYSTEM)

    def light(self) -> None:
        self._choose(ThemeChoice.LIGHT)

    def dark(self) -> None:
        self._choose(ThemeChoice.DARK)

    def high_contrast(self) -> None:
        self._choose(ThemeChoice.HIGH_CONTRAST)

    def _choose(self, choice: ThemeChoice) -> None:
        self._choice = choice
        self._on_system()

    def _on_system(self) -> None:
        app, theme = QApplication.instance(), theme_of(self._choice)
        if isinstance(app, QApplication) and theme is not current_theme():
            apply_theme(app, theme)
