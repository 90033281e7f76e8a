"""Icons: own drawings on a 20 px grid, `resources/icons/*.svg`, coloured by the theme."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from fogportable.model import InterfaceKind
from fogportable.resources import resources_folder
from fogportable.ui.theme import Theme, current_theme

#: Logical sizes, and how many pixels make one at 100, 150 and 200 percent.
_SIZES = (16, 20)
_SCALES = (1.0, 1.5, 2.0)


def icon(name: str, role: str = "text") -> QIcon:
    """The icon in the colours of the theme of the moment, for 16 and 20 logical pixels. role: a text colour of Theme.

    For where nothing is disabled or selected. Ask again on PaletteChange. Raises FileNotFoundError for a name without
    a drawing.
    """
    return _icon(name, role, current_theme())


def kind_icon(kind: InterfaceKind) -> QIcon:
    """The icon of a kind of network card, for rows that may be disabled or selected."""
    return _row_icon(kind.value, current_theme())


@functools.cache
def _icon(name: str, role: str, theme: Theme) -> QIcon:
    made = QIcon()
    _add(made, QIcon.Mode.Normal, name, getattr(theme, role))
    return made


@functools.cache
def _row_icon(name: str, theme: Theme) -> QIcon:
    made = QIcon()
    _add(made, QIcon.Mode.Normal, name, theme.text)
    # Fusion tints what has no picture for these two; state and kind must keep their colour.
    _add(made, QIcon.Mode.Disabled, name, theme.disabled)
    _add(made, QIcon.Mode.Selected, name, theme.selected_text)
    return made


def _add(icon: QIcon, mode: QIcon.Mode, name: str, color: str) -> None:
    drawing = _drawing(name).replace(b"currentColor", color.encode())
    renderer = QSvgRenderer(QByteArray(drawing))
    for pixels in sorted({int(size * scale) for size in _SIZES for scale in _SCALES}):
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        icon.addPixmap(pixmap, mode)


@functools.cache
def _drawing(name: str) -> bytes:
    return (resources_folder() / "icons" / f"{name}.svg").read_bytes()
