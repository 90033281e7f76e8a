"""State shapes: every state has a form of its own, so that colour never stands alone. One table, one function.

Outline means "needs you", solid means "failed" and "done": amber and red, and green and red, are one colour to many
people. Drawn on a grid of 16 and scaled.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from fogportable.model import ClientStage, SessionState, Verdict
from fogportable.ui.theme import Theme, current_theme


class Shape(StrEnum):
    """Every state that is shown anywhere."""

    NOT_SEEN = "not_seen"
    WOULD_BOOT = "would_boot"
    MAY_BOOT = "may_boot"
    ASKING = "asking"
    LOADING = "loading"
    IN_MENU = "in_menu"
    HANDED_OVER = "handed_over"
    IMAGING = "imaging"
    DONE = "done"
    SILENT = "silent"
    NEEDS_YOU = "needs_you"
    FAILED = "failed"
    LEFT_ALONE = "left_alone"
    OBSERVING = "observing"
    SERVING = "serving"
    STARTING = "starting"
    PAUSED = "paused"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class _Pencil:
    """What a drawing needs. color: of the state. hole: what is cut out of a solid shape."""

    painter: QPainter
    color: QColor
    hole: QColor

    def outline(self, width: float = 1.6, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        pen = QPen(self.color, width, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def solid(self) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QBrush(self.color))

    def cut(self, width: float = 1.8) -> None:
        pen = QPen(self.hole, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def lines(self, *points: tuple[float, float]) -> None:
        self.painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))

    def polygon(self, *points: tuple[float, float]) -> None:
        self.painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))

    def circle(self, radius: float, x: float = 8.0, y: float = 8.0) -> None:
        self.painter.drawEllipse(QPointF(x, y), radius, radius)


def _draw_not_seen(pencil: _Pencil) -> None:
    pen = QPen(pencil.color, 1.6, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.55, 1.26])  # 11 dashes go once around, without a seam
    pencil.painter.setPen(pen)
    pencil.painter.setBrush(Qt.BrushStyle.NoBrush)
    pencil.circle(6.3)


def _draw_asking(pencil: _Pencil) -> None:
    pencil.outline()
    pencil.circle(6.2)


def _draw_loading(pencil: _Pencil) -> None:
    pencil.solid()
    pencil.painter.setPen(QPen(pencil.color, 1.2, j=Qt.PenJoinStyle.RoundJoin))
    pencil.polygon((3.6, 2.2), (13.4, 8.0), (3.6, 13.8))


def _draw_in_menu(pencil: _Pencil) -> None:
    pencil.outline()
    pencil.painter.drawRoundedRect(QRectF(1.8, 2.3, 12.4, 11.4), 2, 2)
    pencil.lines((4.8, 6.3), (11.2, 6.3))
    pencil.lines((4.8, 9.7), (11.2, 9.7))


def _draw_handed_over(pencil: _Pencil) -> None:
    pencil.outline()
    pencil.lines((7.2, 3.2), (2.2, 3.2), (2.2, 13.8), (12.8, 13.8), (12.8, 8.8))
    pencil.lines((7.4, 8.6), (13.8, 2.2))
    pencil.lines((9.8, 2.0), (14.0, 2.0), (14.0, 6.2))


def _draw_imaging(pencil: _Pencil) -> None:
    pencil.outline()
    pencil.polygon((8.0, 1.3), (14.7, 8.0), (8.0, 14.7), (1.3, 8.0))
    pencil.solid()
    pencil.polygon((1.3, 8.0), (14.7, 8.0), (8.0, 14.7))


def _draw_done(pencil: _Pencil) -> None:
    pencil.solid()
    pencil.circle(7.0)
    pencil.cut()
    pencil.lines((4.9, 8.3), (7.1, 10.5), (11.2, 5.9))


def _draw_silent(pencil: _Pencil) -> None:
    pencil.outline()
    pencil.circle(6.3)
    pencil.lines((8.0, 4.4), (8.0, 8.2), (10.4, 9.8))


def _draw_needs_you(pencil: _Pencil) -> None:
    pencil.outline()
    pencil.polygon((8.0, 1.9), (14.7, 13.7), (1.3, 13.7))
    pencil.outline(1.7)
    pencil.lines((8.0, 6.2), (8.0, 9.4))
    pencil.solid()
    pencil.circle(0.95, 8.0, 11.7)


def _draw_failed(pencil: _Pencil) -> None:
    pencil.solid()
    near, far, low, high = 4.9, 11.1, 0.9, 15.1
    pencil.polygon(
        (near, low), (far, low), (high, near), (high, far), (far, high), (near, high), (low, far), (low, near)
    )
    pencil.cut()
    pencil.lines((5.5, 5.5), (10.5, 10.5))
    pencil.lines((10.5, 5.5), (5.5, 10.5))


def _draw_left_alone(pencil: _Pencil) -> None:
    pencil.outline()
    pencil.circle(6.2)
    pencil.lines((4.8, 8.0), (11.2, 8.0))


def _draw_serving(pencil: _Pencil) -> None:
    pencil.outline(1.5)
    pencil.circle(6.9)
    pencil.solid()
    pencil.circle(3.9)


def _draw_observing(pencil: _Pencil) -> None:
    """An eye."""
    pencil.outline(1.5)
    lids = QPainterPath(QPointF(1.0, 8.0))
    lids.quadTo(QPointF(8.0, -0.4), QPointF(15.0, 8.0))
    lids.quadTo(QPointF(8.0, 16.4), QPointF(1.0, 8.0))
    pencil.painter.drawPath(lids)
    pencil.solid()
    pencil.circle(2.5)


def _draw_would_boot(pencil: _Pencil) -> None:
    """That of loading, not filled yet."""
    pencil.outline(1.6)
    pencil.polygon((3.6, 1.9), (13.6, 8.0), (3.6, 14.1))


def _draw_may_boot(pencil: _Pencil) -> None:
    """Two ways."""
    pencil.outline(1.6)
    pencil.lines((1.6, 8.0), (6.2, 8.0), (13.4, 2.8))
    pencil.lines((9.6, 2.4), (13.6, 2.6), (12.8, 6.4))
    pencil.lines((6.2, 8.0), (13.4, 13.2))
    pencil.lines((9.6, 13.6), (13.6, 13.4), (12.8, 9.6))


def _draw_starting(pencil: _Pencil) -> None:
    pencil.outline(1.5)
    pencil.circle(6.9)
    pencil.solid()
    pencil.circle(1.9)


def _draw_paused(pencil: _Pencil) -> None:
    pencil.solid()
    pencil.painter.drawRoundedRect(QRectF(3.0, 2.0, 3.6, 12.0), 1, 1)
    pencil.painter.drawRoundedRect(QRectF(9.4, 2.0, 3.6, 12.0), 1, 1)


#: How each state is drawn, and the role of its colour.
_TABLE: dict[Shape, tuple[Callable[[_Pencil], None], str]] = {
    Shape.NOT_SEEN: (_draw_not_seen, "muted"),
    Shape.WOULD_BOOT: (_draw_would_boot, "accent"),
    Shape.MAY_BOOT: (_draw_may_boot, "needs"),
    Shape.ASKING: (_draw_asking, "muted"),
    Shape.LOADING: (_draw_loading, "accent"),
    Shape.IN_MENU: (_draw_in_menu, "accent"),
    Shape.HANDED_OVER: (_draw_handed_over, "done"),
    Shape.IMAGING: (_draw_imaging, "accent"),
    Shape.DONE: (_draw_done, "done"),
    Shape.SILENT: (_draw_silent, "muted"),
    Shape.NEEDS_YOU: (_draw_needs_you, "needs"),
    Shape.FAILED: (_draw_failed, "failed"),
    Shape.LEFT_ALONE: (_draw_left_alone, "muted"),
    Shape.SERVING: (_draw_serving, "done"),
    Shape.OBSERVING: (_draw_observing, "accent"),
    Shape.STARTING: (_draw_starting, "accent"),
    Shape.PAUSED: (_draw_paused, "needs"),
    Shape.STOPPED: (_draw_not_seen, "muted"),
}


def draw_state_shape(painter: QPainter, rect: QRectF, shape: Shape, theme: Theme) -> None:
    """Draw into the largest square in the middle of rect. The state's colour is never touched by selection."""
    draw, role = _TABLE[shape]
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / 16, side / 16)
    draw(_Pencil(painter, theme.color(role), theme.color("base")))
    painter.restore()


def stamp_state_shape(painter: QPainter, rect: QRectF, shape: Shape, theme: Theme) -> None:
    """As `draw_state_shape`, from a picture of it and on whole pixels: for views with many, drawn many times."""
    ratio = painter.device().devicePixelRatio()
    pixels = max(1, round(min(rect.width(), rect.height()) * ratio))
    corner = rect.center() - QPointF(pixels, pixels) / (2 * ratio)
    place = QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio)
    painter.drawPixmap(place, _stamp(shape, theme, pixels, ratio))


@functools.lru_cache(maxsize=64)
def _stamp(shape: Shape, theme: Theme, pixels: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(pixels, pixels)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_state_shape(painter, QRectF(0, 0, pixels / ratio, pixels / ratio), shape, theme)
    painter.end()
    return pixmap


def shape_role(shape: Shape) -> str:
    """The colour role of a state, for its word."""
    return _TABLE[shape][1]


def shape_of_stage(stage: ClientStage) -> Shape:
    """The shape of a computer."""
    return Shape(stage.value)


def shape_of_state(state: SessionState) -> Shape:
    """The shape of the session."""
    return {
        SessionState.STOPPED: Shape.STOPPED,
        SessionState.OBSERVING: Shape.OBSERVING,
        SessionState.STARTING: Shape.STARTING,
        SessionState.SERVING: Shape.SERVING,
        SessionState.PAUSED: Shape.PAUSED,
        SessionState.STOPPING: Shape.STARTING,
        SessionState.FAILED: Shape.FAILED,
    }[state]


def shape_of_verdict(verdict: Verdict) -> Shape:
    """The shape of a finding before Start."""
    return {
        Verdict.OK: Shape.DONE,
        Verdict.UNKNOWN: Shape.NOT_SEEN,
        Verdict.WARNING: Shape.NEEDS_YOU,
        Verdict.BLOCKED: Shape.FAILED,
    }[verdict]


def shape_icon(shape: Shape) -> QIcon:
    """The shape as an icon, for chips and lists that do not paint themselves. Ask again on PaletteChange."""
    made = QIcon()
    for size in (16, 24, 32):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_state_shape(painter, QRectF(0, 0, size, size), shape, current_theme())
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled, QIcon.Mode.Selected, QIcon.Mode.Active):
            made.addPixmap(pixmap, mode)
    return made


class ShapeView(QWidget):
    """One state shape as a widget. The word beside it is what assistive technology reads."""

    def __init__(self, side: int, shape: Shape = Shape.STOPPED, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape = shape
        self.setFixedSize(QSize(side, side))

    @property
    def shape(self) -> Shape:
        return self._shape

    def set_shape(self, shape: Shape) -> None:
        if shape is not self._shape:
            self._shape = shape
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_state_shape(painter, QRectF(self.rect()), self._shape, current_theme())
        painter.end()
