"""Pictures of a session on a widget or on paper: the marks of `report.canvas` by QPainter, in colours by role."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from fogportable.report.canvas import GROUNDS, Anchor, Canvas, Fill, Point, Role, Stroke
from fogportable.ui.theme import FontRole, current_theme, font

_PATTERNS = {
    Fill.RISING: Qt.BrushStyle.BDiagPattern,
    Fill.FALLING: Qt.BrushStyle.FDiagPattern,
    Fill.LEVEL: Qt.BrushStyle.HorPattern,
    Fill.DOTS: Qt.BrushStyle.Dense6Pattern,
}


class PainterCanvas:
    """A part of what a painter draws on. color_of: the colour of a role."""

    def __init__(
        self, painter: QPainter, width: float, height: float, base: QFont, color_of: Callable[[Role], QColor]
    ) -> None:
        self._painter = painter
        self._width = width
        self._height = height
        self._metrics = QFontMetricsF(base)
        self._color_of = color_of
        painter.setFont(base)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    @property
    def width(self) -> float:
        return self._width

    @property
    def height(self) -> float:
        return self._height

    @property
    def em(self) -> float:
        return self._metrics.height()

    def text_width(self, text: str) -> float:
        return self._metrics.horizontalAdvance(text)

    def area(self, points: Sequence[Point], role: Role, fill: Fill = Fill.SOLID) -> None:
        shape = QPolygonF([QPointF(x, y) for x, y in points])
        color = self._color_of(role)
        self._painter.setPen(Qt.PenStyle.NoPen)
        if fill is Fill.SOLID:
            self._painter.setBrush(color)
        else:
            self._painter.setBrush(self._color_of(GROUNDS.get(role, Role.BASE)))
            self._painter.drawPolygon(shape)
            self._painter.setBrush(QBrush(color, _PATTERNS[fill]))
        self._painter.drawPolygon(shape)

    def line(self, points: Sequence[Point], stroke: Stroke) -> None:
        pen = QPen(self._color_of(stroke.role), stroke.width, j=Qt.PenJoinStyle.RoundJoin)
        if stroke.dash:
            pen.setDashPattern([length / stroke.width for length in stroke.dash])
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))

    def text(self, at: Point, text: str, role: Role = Role.TEXT, anchor: Anchor = Anchor.START) -> None:
        share = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[anchor]
        self._painter.setPen(self._color_of(role))
        self._painter.drawText(QPointF(at[0] - share * self.text_width(text), at[1]), text)


class Picture(QWidget):
    """Shows what it is told to draw. Its description has the same in words, with the figures."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None, *, lines: int = 13) -> None:
        """lines: its height, in lines of text."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._draw: Callable[[Canvas], None] | None = None
        self._font = font(FontRole.SECONDARY)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(round(QFontMetricsF(self._font).height() * lines))
        self.setMinimumWidth(200)

    def sizeHint(self) -> QSize:
        return QSize(420, self.height())

    def show_drawing(self, draw: Callable[[Canvas], None], words: str) -> None:
        """draw: called with each paint. words: what can be seen in it."""
        self._draw = draw
        self.setAccessibleDescription(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._draw is None:
            return
        theme = current_theme()
        painter = QPainter(self)
        self._draw(
            PainterCanvas(painter, self.width(), self.height(), self._font, lambda role: theme.color(role.value))
        )
        painter.end()
