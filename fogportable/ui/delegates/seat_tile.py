"""A tile of the seat map: number, shape, word and reason; all of it grows with the tile."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fogportable.model import ClientStage
from fogportable.ui import words
from fogportable.ui.models.seat_map import Tile, TileRole
from fogportable.ui.shapes import shape_of_stage, shape_role, stamp_state_shape
from fogportable.ui.theme import FontRole, Theme, current_theme, font, with_tabular_figures

_GAP = 5.0
_EDGE = 12.0
_RADIUS = 6.0
_BAR = 5.0
#: Pixels of the number and of the shape on a tile that is not enlarged.
NUMBER_PX, SHAPE_PX = 40, 30
#: And on the room display at least.
FAR_NUMBER_PX = 72

_GROUNDS = {
    ClientStage.DONE: "done_ground",
    ClientStage.HANDED_OVER: "done_ground",
    ClientStage.NEEDS_YOU: "needs_ground",
    ClientStage.FAILED: "failed_ground",
}
_LOUD = frozenset({ClientStage.NEEDS_YOU, ClientStage.FAILED})

#: Theme, width, height, pixels of the screen for one of ours, stage, whether it is chosen, whether it has no seat.
_PlateKey = tuple[str, int, int, float, ClientStage, bool, bool]


#: Plates kept: stages, chosen or not, with and without a seat, for the one size that all tiles of a view have.
_MOST_PLATES = 64


class SeatTileDelegate(QStyledItemDelegate):
    """is_far: for the room display, where the number is as large as the tile allows.

    dirty: the part of the view that is being painted; a list view asks for every tile between the first and the last of
    them, and in a busy room those are all.
    """

    def __init__(self, parent: QObject | None = None, *, is_far: bool = False) -> None:
        super().__init__(parent)
        self.dirty: QRegion | None = None
        self._is_far = is_far
        self._pens: dict[float, _Pens] = {}
        self._plates: dict[_PlateKey, QPixmap] = {}

    # --- Qt ---------------------------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return option.rect.size()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        place = option.rect
        if self.dirty is not None and not self.dirty.intersects(place):
            return
        tile = index.data(TileRole.TILE)
        if not isinstance(tile, Tile):
            return
        theme = current_theme()
        state = option.state
        rect = QRectF(place).adjusted(_GAP, _GAP, -_GAP, -_GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_plate(painter, place, tile, theme, is_selected=bool(state & QStyle.StateFlag.State_Selected))
        self._paint_inside(painter, rect, tile, theme)
        if not self._is_far and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3), _RADIUS - 2, _RADIUS - 2)
        painter.restore()

    def _paint_plate(self, painter: QPainter, place: QRect, tile: Tile, theme: Theme, *, is_selected: bool) -> None:
        """The ground with its edge, drawn once for all tiles that look alike: round corners take longest of all."""
        ratio = painter.device().devicePixelRatio()
        stage = tile.stage if tile.is_wanted else ClientStage.NOT_SEEN
        key = (theme.name, place.width(), place.height(), ratio, stage, is_selected, tile.seat is None)
        plate = self._plates.get(key)
        if plate is None:
            if len(self._plates) >= _MOST_PLATES:
                self._plates.clear()
            plate = self._plates[key] = _plate(key, theme)
        painter.drawPixmap(place.topLeft(), plate)

    def _paint_inside(self, painter: QPainter, rect: QRectF, tile: Tile, theme: Theme) -> None:
        scale = max(1.0, min(rect.width() / 168, rect.height() / 97)) if self._is_far else 1.0
        edge = min(_EDGE * scale, rect.width() / 10)
        inner = rect.adjusted(edge, edge / 2, -edge, -edge / 2)
        if not tile.is_wanted:
            _number(painter, inner, tile.number, NUMBER_PX * scale, theme, is_muted=True)
            return
        shape = shape_of_stage(tile.stage)
        pens = self._pens.get(scale)
        if pens is None:
            self._pens.clear()
            pens = self._pens[scale] = _Pens.of(scale)
        lines = pens.word_height + pens.small_height
        has_lines = inner.height() > lines + 34
        below = (lines if has_lines else 0.0) + (_BAR + 4) * scale
        top = QRectF(inner.left(), inner.top(), inner.width(), inner.height() - below)
        wanted = max(FAR_NUMBER_PX, top.height() * 0.9) if self._is_far else float(NUMBER_PX)
        side = min(SHAPE_PX * scale, top.height(), inner.width() / 3)
        number = _number(
            painter,
            top.adjusted(0, 0, -side - 4, 0),
            tile.number,
            wanted,
            theme,
            is_muted=tile.client is None,
            is_low=self._is_far,
        )
        stamp_state_shape(
            painter, QRectF(inner.right() - side, number.center().y() - side / 2, side, side), shape, theme
        )
        share = _share(tile)
        if share is not None:
            _bar(painter, QRectF(inner.left(), inner.bottom() - below, inner.width(), _BAR * scale), share, theme)
        if has_lines:
            low = inner.bottom() - lines
            painter.setPen(theme.color(shape_role(shape)))
            at = QPointF(inner.left(), low + pens.word_ascent)
            _line(painter, at, inner.width(), pens.word, words.stage_word(tile.stage))
            painter.setPen(theme.color("text" if tile.stage in _LOUD else "muted"))
            at = QPointF(inner.left(), low + pens.word_height + pens.small_ascent)
            _line(painter, at, inner.width(), pens.small, tile.reason())


def _plate(key: _PlateKey, theme: Theme) -> QPixmap:
    _, width, height, ratio, stage, is_selected, is_guest = key
    plate = QPixmap(round(width * ratio), round(height * ratio))
    plate.setDevicePixelRatio(ratio)
    plate.fill(Qt.GlobalColor.transparent)
    is_loud = stage in _LOUD
    pen = QPen(theme.color(shape_role(shape_of_stage(stage)) if is_loud else "border"), 2 if is_loud else 1)
    if is_selected and theme.selection_edge != theme.selection:
        pen = QPen(theme.color("selection_edge"), 3)
    if is_guest:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter = QPainter(plate)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(theme.color("selection" if is_selected else _GROUNDS.get(stage, "base")))
    painter.drawRoundedRect(QRectF(_GAP, _GAP, width - 2 * _GAP, height - 2 * _GAP), _RADIUS, _RADIUS)
    painter.end()
    return plate


@dataclass(frozen=True, slots=True)
class _Pens:
    """Fonts of the two lines with their measures: made once, for asking them takes longer than drawing."""

    word: QFont
    small: QFont
    word_height: float
    word_ascent: float
    small_height: float
    small_ascent: float

    @classmethod
    def of(cls, scale: float) -> _Pens:
        word, small = font(FontRole.STRONG), with_tabular_figures(font(FontRole.SECONDARY))
        for each in (word, small):
            each.setPointSizeF(each.pointSizeF() * scale)
        wide, narrow = QFontMetricsF(word), QFontMetricsF(small)
        return cls(word, small, wide.height(), wide.ascent(), narrow.height(), narrow.ascent())


@functools.lru_cache(maxsize=256)
def _number_font(text: str, px: float, width: int) -> tuple[QFont, float]:
    """The font in which a number fits, and its height."""
    used = QFont(font(FontRole.STRONG))
    used.setPixelSize(max(9, int(px)))
    wanted = QFontMetricsF(used).horizontalAdvance(text)
    if wanted > width:
        used.setPixelSize(max(9, int(px * width / wanted)))
    return used, QFontMetricsF(used).height()


def _number(
    painter: QPainter, rect: QRectF, text: str, px: float, theme: Theme, *, is_muted: bool, is_low: bool = False
) -> QRectF:
    """The number as large as wanted, smaller where its name is long. Returns where it stands."""
    used, tall = _number_font(text, px, int(rect.width()))
    painter.setFont(used)
    painter.setPen(theme.color("muted" if is_muted else "text"))
    height = min(rect.height(), tall) if not is_low else rect.height()
    at = QRectF(rect.left(), rect.top(), rect.width(), height)
    painter.drawText(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)
    return at


def _line(painter: QPainter, at: QPointF, width: float, used: QFont, text: str) -> None:
    painter.setFont(used)
    painter.drawText(at, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(width)))


def _share(tile: Tile) -> float | None:
    client = tile.client
    if client is None or client.stage is not ClientStage.LOADING or client.sent_bytes is None:
        return None
    return words.percent(client.sent_bytes, client.size_bytes or 0) / 100


def _bar(painter: QPainter, rect: QRectF, share: float, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("trough"))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    if share > 0:
        rect.setWidth(max(rect.height(), rect.width() * share))
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
