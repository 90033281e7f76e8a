"""What a row stands on: its ground, and the edge of a chosen one where the colours have such an edge."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from fogportable.ui.theme import Theme


def paint_row_ground(painter: QPainter, rect: QRect | QRectF, theme: Theme, role: str, *, is_selected: bool) -> None:
    """role: of the ground while the row is not chosen. The edge is one line above and one below, so that the cells of
    a row make one frame."""
    if not is_selected:
        painter.fillRect(rect, theme.color(role))
        return
    painter.fillRect(rect, theme.color("selection"))
    if theme.selection_edge != theme.selection:
        edge = theme.color("selection_edge")
        whole = QRectF(rect)
        painter.fillRect(QRectF(whole.left(), whole.top(), whole.width(), 1), edge)
        painter.fillRect(QRectF(whole.left(), whole.bottom() - 1, whole.width(), 1), edge)
