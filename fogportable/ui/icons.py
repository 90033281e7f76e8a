"""Icons: own drawings on a 20 px grid, `resources/icons/*.svg`, coloured by the theme."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from fogportable.model import InterfaceKind
from fogportable.resources import resources_folder
from fogportable.ui.theme import Theme, current_theme

#: Pixels: 16 and 20 at 100, 150 and 200 percent.
_SIZES = (16, 20, 24, 30, 32, 40)


def icon(name: str, role: str = "text") -> QIcon:
    """The icon in the colours of the theme of the moment. role: a text colour of Theme.

    Ask again on PaletteChange. Raises FileNotFoundError for a name without a drawing.
    """
    return _icon(name, role, current_theme())


def kind_icon(kind: InterfaceKind) -> QIcon:
    """The icon of a kind of network card."""
    return icon(kind.value)


@functools.cache
def _icon(name: str, role: str, theme: Theme) -> QIcon:
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_pixmap(name, getattr(theme, role), size), QIcon.Mode.Normal)
        made.addPixmap(_pixmap(name, theme.disabled, size), QIcon.Mode.Disabled)
        # Fusion tints what has no picture for these two; state and kind must keep their colour.
        made.addPixmap(_pixmap(name, theme.selected_text, size), QIcon.Mode.Selected)
    return made


def _pixmap(name: str, color: str, size: int) -> QPixmap:
    drawing = _drawing(name).replace(b"currentColor", color.encode())
    renderer = QSvgRenderer(QByteArray(drawing))
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


@functools.cache
def _drawing(name: str) -> bytes:
    return (resources_folder() / "icons" / f"{name}.svg").read_bytes()
