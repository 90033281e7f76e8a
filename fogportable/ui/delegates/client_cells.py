"""The cells of the client table, drawn by hand: selection must not repaint the colour of a state or tint its shape."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from fogportable.model import ClientSnapshot, ClientStage
from fogportable.ui import words
from fogportable.ui.delegates.row_ground import paint_row_ground
from fogportable.ui.models.client_row import Column
from fogportable.ui.models.client_table import ClientTableModel
from fogportable.ui.shapes import shape_of_stage, shape_role, stamp_state_shape
from fogportable.ui.theme import FontRole, Theme, current_theme, font, with_tabular_figures

ROW_HEIGHT = 28
#: Advances are fractions, and a text that misses its place by one is cut (px).
_ROUNDING = 4
_MARGIN = 8
#: Texts whose cut is remembered: measuring a text takes as long as drawing it.
_MOST_CUT = 4096
_SHAPE_SIDE = 16
_BAR_HEIGHT = 4

_COLUMNS = tuple(Column)
#: As a number: a view paints hundreds of cells, and Python's flags are slow.
_SELECTED = QStyle.StateFlag.State_Selected.value

_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_LEFT_LINE = _LINE | Qt.AlignmentFlag.AlignLeft
_RIGHT_LINE = _LINE | Qt.AlignmentFlag.AlignRight

_Index = QModelIndex | QPersistentModelIndex

_FIXED_WIDTH = frozenset({Column.PROGRESS, Column.RATE, Column.IP, Column.LAST_HEARD})
_SECONDARY = frozenset({Column.FILE, Column.IP, Column.MAC, Column.LAST_HEARD})
_STRONG_STAGES = frozenset({ClientStage.NEEDS_YOU, ClientStage.FAILED})
_PAST_US = frozenset({ClientStage.HANDED_OVER, ClientStage.IMAGING, ClientStage.DONE})


class ClientCellDelegate(QStyledItemDelegate):
    """One delegate for all columns, so that a row looks like one thing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fonts = {column: self._font_of(column) for column in Column}
        self._strong = font(FontRole.STRONG)
        self._small = with_tabular_figures(font(FontRole.SECONDARY))
        self._cut: dict[tuple[str | Column, str, int], str] = {}

    def width_of(self, text: str, column: Column, stage: ClientStage | None = None) -> int:
        """Width of a cell with this text, margins included. stage: for the column State."""
        used = self._strong if stage in _STRONG_STAGES else self._fonts[column]
        metrics = QFontMetrics(self._small if column is Column.PROGRESS else used)
        shape = _SHAPE_SIDE + _MARGIN if column is Column.STATE else 0
        return metrics.horizontalAdvance(text) + 2 * _MARGIN + shape + _ROUNDING

    @staticmethod
    def _font_of(column: Column) -> QFont:
        if column is Column.MAC:
            fixed = font(FontRole.FIXED)
            fixed.setPointSizeF(font(FontRole.SECONDARY).pointSizeF())
            return fixed
        made = font(FontRole.BASE)
        return with_tabular_figures(made) if column in _FIXED_WIDTH else made

    # --- Qt ---------------------------------------------------------------------------------------------------

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(60, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, ClientTableModel):
            return
        client = model.client_at(index.row())
        rect = QRectF(option.rect)
        is_selected = bool(option.state.value & _SELECTED)
        theme = current_theme()
        painter.save()
        ground = "alternate" if index.row() % 2 else "base"
        paint_row_ground(painter, rect, theme, ground, is_selected=is_selected)
        inner = rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        column = _COLUMNS[index.column()]
        if column is Column.STATE:
            self._paint_state(painter, inner, client, theme)
        elif column in _spilled_over(client) and column in _beside_the_sentence(option.widget, client):
            self._paint_sentence(painter, rect, option.widget, client, theme, is_selected)
        elif column is Column.PROGRESS:
            self._paint_progress(painter, inner, client, theme, is_selected)
        else:
            painter.setFont(self._fonts[column])
            painter.setPen(_ink(theme, is_muted=column in _SECONDARY, is_selected=is_selected))
            text = model.text_at(index.row(), column)
            if column is Column.COMPUTER:
                text = _fitting_computer(painter.fontMetrics(), client, text, int(inner.width()))
            self._draw_line(painter, inner, text, column, is_right=column in (Column.RATE, Column.LAST_HEARD))
        painter.restore()

    def _paint_state(self, painter: QPainter, rect: QRectF, client: ClientSnapshot, theme: Theme) -> None:
        shape = shape_of_stage(client.stage)
        is_mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = rect.right() - _SHAPE_SIDE if is_mirrored else rect.left()
        side = QRectF(left, rect.center().y() - _SHAPE_SIDE / 2, _SHAPE_SIDE, _SHAPE_SIDE)
        stamp_state_shape(painter, side, shape, theme)
        is_strong = client.stage in _STRONG_STAGES
        painter.setFont(self._strong if is_strong else self._fonts[Column.STATE])
        painter.setPen(theme.color(shape_role(shape)))
        taken = _SHAPE_SIDE + _MARGIN
        place = rect.adjusted(0, 0, -taken, 0) if is_mirrored else rect.adjusted(taken, 0, 0, 0)
        self._draw_line(painter, place, words.stage_word(client.stage), "strong" if is_strong else Column.STATE)

    def _paint_sentence(
        self,
        painter: QPainter,
        rect: QRectF,
        table: QWidget | None,
        client: ClientSnapshot,
        theme: Theme,
        is_selected: bool,
    ) -> None:
        """One sentence over several cells: each of them draws its part."""
        if not isinstance(table, QTableView):
            return
        cells = _beside_the_sentence(table, client)
        # The first of them is the right one where people read from right to left.
        left = min(map(table.columnViewportPosition, cells))
        right = max(table.columnViewportPosition(cell) + table.columnWidth(cell) for cell in cells)
        painter.setClipRect(rect)
        painter.setFont(self._fonts[Column.DOING])
        painter.setPen(_ink(theme, is_muted=False, is_selected=is_selected))
        place = QRectF(left + _MARGIN, rect.top(), right - left - 2 * _MARGIN, rect.height())
        self._draw_line(painter, place, client.doing, Column.DOING)

    def _paint_progress(
        self, painter: QPainter, rect: QRectF, client: ClientSnapshot, theme: Theme, is_selected: bool
    ) -> None:
        if client.size_bytes is None or client.sent_bytes is None:
            return
        painter.setFont(self._small)
        painter.setPen(_ink(theme, is_muted=False, is_selected=is_selected))
        self._draw_line(painter, rect.adjusted(0, 2, 0, -_BAR_HEIGHT - 5), words.progress(client), "small")
        trough = QRectF(rect.left(), rect.bottom() - _BAR_HEIGHT - 4, rect.width(), _BAR_HEIGHT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("trough"))
        painter.drawRoundedRect(trough, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        share = words.percent(client.sent_bytes, client.size_bytes) / 100
        if share > 0:
            done = max(_BAR_HEIGHT, trough.width() * share)
            if painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                trough.setLeft(trough.right() - done)
            trough.setWidth(done)
            painter.setBrush(theme.color(_bar_role(client)))
            painter.drawRoundedRect(trough, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)

    def _draw_line(
        self, painter: QPainter, rect: QRectF, text: str, used: str | Column, *, is_right: bool = False
    ) -> None:
        """One line, cut with an ellipsis where it does not fit. used: names the font that the painter has now."""
        if not text:
            return
        key = (used, text, int(rect.width()))
        shown = self._cut.get(key)
        if shown is None:
            if len(self._cut) >= _MOST_CUT:
                self._cut.clear()
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, key[2])
            self._cut[key] = shown
        painter.drawText(rect, _RIGHT_LINE if is_right else _LEFT_LINE, shown)


def _spilled_over(client: ClientSnapshot) -> tuple[Column, ...]:
    """The cells that the sentence takes: its own, and those beside it that have nothing to show.

    In trouble the sentence names the file, so the column File gives way to it.
    """
    is_empty = client.size_bytes is None and client.rate_bytes_per_s is None
    if is_empty and (not client.file or client.stage in _STRONG_STAGES):
        return (Column.DOING, Column.FILE, Column.PROGRESS, Column.RATE)
    return (Column.DOING, Column.FILE) if client.stage in _STRONG_STAGES else ()


def _beside_the_sentence(table: QWidget | None, client: ClientSnapshot) -> Sequence[Column]:
    """Of the cells that the sentence may take, those that are shown in one run with its own."""
    cells = _spilled_over(client)
    if not isinstance(table, QTableView):
        return cells
    head = table.horizontalHeader()
    if not head.sectionsMoved():
        return [column for column in cells if not head.isSectionHidden(column)]
    seen = [Column(head.logicalIndex(place)) for place in range(head.count())]
    seen = [column for column in seen if not head.isSectionHidden(column)]
    first = last = seen.index(Column.DOING)
    while first > 0 and seen[first - 1] in cells:
        first -= 1
    while last + 1 < len(seen) and seen[last + 1] in cells:
        last += 1
    return seen[first : last + 1]


def _bar_role(client: ClientSnapshot) -> str:
    if client.stage is ClientStage.FAILED:
        return "failed"
    if client.stage is ClientStage.NEEDS_YOU:
        return "needs"
    is_complete = client.size_bytes is not None and (client.sent_bytes or 0) >= client.size_bytes
    return "done" if is_complete and client.stage in _PAST_US else "accent"


def _ink(theme: Theme, *, is_muted: bool, is_selected: bool) -> QColor:
    if is_selected:
        return theme.color("selected_text")
    return theme.color("muted" if is_muted else "text")


def _fitting_computer(metrics: QFontMetrics, client: ClientSnapshot, text: str, width: int) -> str:
    """Where it is too long, the maker gives way: the firmware tells which boot file it gets."""
    if metrics.horizontalAdvance(text) <= width or not (client.vendor and client.firmware):
        return text
    rest = f" · {client.firmware}"
    return (
        metrics.elidedText(client.vendor, Qt.TextElideMode.ElideRight, width - metrics.horizontalAdvance(rest)) + rest
    )
