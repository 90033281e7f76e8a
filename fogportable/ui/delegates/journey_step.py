"""Paints one step of a journey: time, a mark on the line that joins the steps, the words in as many lines as needed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fogportable.ui.delegates.row_ground import paint_row_ground
from fogportable.ui.models.journey import StepRole
from fogportable.ui.shapes import Shape, draw_state_shape
from fogportable.ui.theme import FontRole, current_theme, font, with_tabular_figures

_EDGE = 8
_GAP = 8
_MARK = 14
_ABOVE = 4
#: Between two attempts.
_PAUSE = 10

_Index = QModelIndex | QPersistentModelIndex
_TIME = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class JourneyStepDelegate(QStyledItemDelegate):
    """The next step stands dotted at the end: it has not come yet."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 300
        words = QRect(0, 0, max(40, width - self._words_left() - _EDGE), 10_000)
        metrics = QFontMetrics(font(FontRole.BASE))
        height = metrics.boundingRect(words, _WORDS, index.data(Qt.ItemDataRole.DisplayRole) or "").height()
        return QSize(width, height + 2 * _ABOVE + (_PAUSE if index.data(StepRole.BEGINS_ATTEMPT) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = current_theme()
        rect: QRect = option.rect
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row_ground(painter, rect, theme, "base", is_selected=is_selected)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        if index.data(StepRole.BEGINS_ATTEMPT):
            painter.setPen(theme.color("hairline"))
            painter.drawLine(rect.left() + _EDGE, rect.top() + 5, rect.right() - _EDGE, rect.top() + 5)
            rect = rect.adjusted(0, _PAUSE, 0, 0)
        step, is_next = index.data(StepRole.STEP), index.data(StepRole.NEXT) is not None
        is_odd = step is not None and step.is_odd
        painter.setFont(with_tabular_figures(font(FontRole.SECONDARY)))
        painter.setPen(theme.color("muted"))
        metrics = QFontMetrics(font(FontRole.BASE))
        line = QRect(rect.left() + _EDGE, rect.top() + _ABOVE, self._words_left(), metrics.height())
        painter.drawText(line, _TIME, index.data(StepRole.TIME_TEXT))
        centre = QPointF(rect.left() + self._words_left() - _GAP - _MARK / 2, line.center().y() + 0.5)
        self._paint_mark(painter, centre, is_odd=is_odd, is_next=is_next)
        words = rect.adjusted(self._words_left(), _ABOVE, -_EDGE, 0)
        painter.setFont(font(FontRole.BASE))
        role = "muted" if is_next and not is_selected else "selected_text" if is_selected else "text"
        painter.setPen(theme.color(role))
        painter.drawText(words, _WORDS, index.data(Qt.ItemDataRole.DisplayRole))
        painter.restore()

    @staticmethod
    def _paint_mark(painter: QPainter, centre: QPointF, *, is_odd: bool, is_next: bool) -> None:
        theme = current_theme()
        side = _MARK if is_odd or is_next else 8
        square = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        if is_odd:
            draw_state_shape(painter, square, Shape.NEEDS_YOU, theme)
        elif is_next:
            draw_state_shape(painter, square, Shape.NOT_SEEN, theme)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(square)

    @staticmethod
    def _words_left() -> int:
        """Where the words begin: behind the time and the mark."""
        metrics = QFontMetrics(with_tabular_figures(font(FontRole.SECONDARY)))
        return _EDGE + metrics.horizontalAdvance("00:00:00") + _GAP + _MARK + _GAP
