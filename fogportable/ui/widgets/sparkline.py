"""The rate of the last minute as a line, with its figure in words beside it."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from fogportable.ui import words
from fogportable.ui.theme import FontRole, current_theme, font, with_tabular_figures

#: One sample a second, one minute.
_SAMPLES = 60
_EVERY_S = 1.0


class _Line(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.samples: deque[float] = deque(maxlen=_SAMPLES)
        self.setFixedSize(QSize(110, 36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if len(self.samples) < 2 or not any(self.samples):
            return
        theme = current_theme()
        top = max(max(self.samples), 1.0)
        step = (self.width() - 2) / (_SAMPLES - 1)
        left = self.width() - 1 - step * (len(self.samples) - 1)
        floor = self.height() - 2.0
        points = [
            QPointF(left + place * step, floor - value / top * (floor - 3)) for place, value in enumerate(self.samples)
        ]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("working_ground"))
        painter.drawPolygon(QPolygonF([QPointF(points[0].x(), floor), *points, QPointF(points[-1].x(), floor)]))
        painter.setPen(QPen(theme.color("accent"), 1.5, j=Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(QPolygonF(points))
        painter.end()


class Sparkline(QPushButton):
    """What this laptop sends to all computers together. Pressed, it shows more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rateSpark")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._line = _Line(self)
        self._figure = QLabel(self)
        self._figure.setObjectName("rateFigure")
        self._figure.setFont(with_tabular_figures(font(FontRole.BASE)))
        self._figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(self.tr("Rate"))
        self.setToolTip(self.tr("The last minutes, larger"))
        for inner in (self._line, self._figure):
            inner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._next_s = 0.0
        self._is_fitted = False
        self._layout = layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 2, 4, 2)
        layout.setSpacing(8)
        layout.addWidget(self._line)
        layout.addWidget(self._figure)

    def sizeHint(self) -> QSize:
        """Of the line and its figure, and not of a button without words."""
        return self._layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._layout.minimumSize()

    def add(self, rate_bytes_per_s: float, now_s: float) -> None:
        """Take the rate of a tick; one a second is drawn."""
        if now_s < self._next_s:
            return
        self._next_s = now_s + _EVERY_S
        self._line.samples.append(rate_bytes_per_s)
        self._line.update()
        text = words.rate(rate_bytes_per_s)
        self._figure.setText(text)
        self.setAccessibleDescription(text)

    def setVisible(self, is_visible: bool) -> None:
        """Rates in words need the locale, whose classes take long to make: not before somebody sees one."""
        if is_visible and not self._is_fitted:
            self._is_fitted = True
            self._figure.setText(self._figure.text() or words.rate(0.0))
            self._figure.setFixedWidth(self._figure.fontMetrics().horizontalAdvance(words.rate(888.8e6)) + 4)
        super().setVisible(is_visible)

    def clear(self) -> None:
        """Another session begins."""
        self._line.samples.clear()
        self._next_s = 0.0
        self._figure.setText(words.rate(0.0) if self._is_fitted else "")
        self._line.update()
