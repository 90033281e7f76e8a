"""Paints one entry of the boot menu in the editor: its text, and the word "default" where it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fogportable.ui.delegates.row_ground import paint_row_ground
from fogportable.ui.models.menu_entries import MenuRole
from fogportable.ui.theme import FontRole, current_theme, font

LINE_HEIGHT = 30
_EDGE = 10
_GAP = 8
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class MenuEntryDelegate(QStyledItemDelegate):
    """One line per entry."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, LINE_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = current_theme()
        rect: QRect = option.rect
        state = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        paint_row_ground(painter, rect, theme, "base", is_selected=is_selected)
        area = rect.adjusted(_EDGE, 0, -_EDGE, 0)
        if index.data(MenuRole.IS_DEFAULT):
            word = self.tr("default")
            painter.setFont(font(FontRole.SECONDARY))
            painter.setPen(theme.color("accent"))
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | _MIDDLE, word)
            area = area.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(word) - _GAP, 0)
        painter.setFont(font(FontRole.BASE))
        painter.setPen(theme.color("selected_text" if is_selected else "text"))
        text = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | _MIDDLE, text)
        painter.restore()
