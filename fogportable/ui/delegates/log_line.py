"""Paints one line of the log: time, shape and word of the level, sentence."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fogportable.events import Level
from fogportable.ui.delegates.row_ground import paint_row_ground
from fogportable.ui.models.event_log import LogRole
from fogportable.ui.shapes import Shape, draw_state_shape
from fogportable.ui.theme import FontRole, current_theme, font, with_tabular_figures

LINE_HEIGHT = 26
_EDGE = 10
_GAP = 8
_SHAPE = 16
#: Below this width the level's word is left out; its shape stays.
_ROOM_FOR_WORDS = 560

#: Information and detail have no shape: most lines are that, and a column of dots says nothing.
_SHAPES: dict[Level, Shape] = {Level.WARNING: Shape.NEEDS_YOU, Level.FAILURE: Shape.FAILED}
_COLORS: dict[Level, str] = {
    Level.WARNING: "needs",
    Level.FAILURE: "failed",
    Level.DETAIL: "muted",
    Level.INFO: "muted",
}
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LogLineDelegate(QStyledItemDelegate):
    """Every line has the same height; what does not fit is elided and stands in full below the list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, LINE_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        rect: QRect = option.rect
        is_selected = _paint_ground(painter, option)
        level = Level(index.data(LogRole.LEVEL))
        area = rect.adjusted(_EDGE, 0, -_EDGE, 0)
        area = _paint_time(painter, area, index.data(LogRole.TIME_TEXT), is_selected=is_selected)
        words = index.data(LogRole.LEVEL_WORD) if rect.width() >= _ROOM_FOR_WORDS else ""
        area = _paint_level(painter, area, level, words)
        painter.setFont(font(FontRole.BASE))
        painter.setPen(_ink("muted" if level is Level.DETAIL else "text", is_selected=is_selected))
        sentence = painter.fontMetrics().elidedText(
            index.data(LogRole.SENTENCE), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, _MIDDLE, sentence)
        painter.restore()


def _ink(role: str, *, is_selected: bool) -> QColor:
    return current_theme().color("selected_text" if is_selected and role == "text" else role)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> bool:
    """Fill the line; True when it is selected."""
    theme = current_theme()
    rect: QRect = option.rect
    state = option.state
    features = option.features
    is_selected = bool(state & QStyle.StateFlag.State_Selected)
    role = "alternate" if features & QStyleOptionViewItem.ViewItemFeature.Alternate else "base"
    paint_row_ground(painter, rect, theme, role, is_selected=is_selected)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(theme.color("accent"))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
    return is_selected


def _paint_time(painter: QPainter, area: QRect, text: str, *, is_selected: bool) -> QRect:
    """Paint and give back what is left of the line."""
    painter.setFont(with_tabular_figures(font(FontRole.BASE)))
    painter.setPen(_ink("muted", is_selected=is_selected))
    painter.drawText(area, _MIDDLE, text)
    return area.adjusted(painter.fontMetrics().horizontalAdvance("00:00:00") + 2 * _GAP, 0, 0, 0)


def _paint_level(painter: QPainter, area: QRect, level: Level, word: str) -> QRect:
    """Paint and give back what is left of the line. The state's colour stays as it is on a selected line."""
    shape = _SHAPES.get(level)
    if shape is not None:
        top = area.center().y() - _SHAPE / 2 + 0.5
        draw_state_shape(painter, QRectF(area.left(), top, _SHAPE, _SHAPE), shape, current_theme())
    area = area.adjusted(_SHAPE + _GAP, 0, 0, 0)
    if not word:
        return area
    face = font(FontRole.STRONG if shape is not None else FontRole.BASE)
    painter.setFont(face)
    painter.setPen(current_theme().color(_COLORS[level]))
    painter.drawText(area, _MIDDLE, word)
    column = max(QFontMetrics(font(FontRole.STRONG)).horizontalAdvance(word), 0)
    return area.adjusted(max(column, 88) + _GAP, 0, 0, 0)
