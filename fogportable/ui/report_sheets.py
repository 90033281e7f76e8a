"""A report on paper: the blocks of `report.document`, painted page by page on a PDF or a printer, in small steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPen, QTextOption

from fogportable.report.canvas import Role
from fogportable.report.document import Block, Column, Facts, Heading, Paragraph, Picture, Table
from fogportable.report.plain_text import visible
from fogportable.report.svg import COLORS
from fogportable.report.voice import Voice
from fogportable.ui.theme import FontRole, font
from fogportable.ui.widgets.picture import PainterCanvas

#: Points, as all lengths here.
_TEXT_PT = 9.0
_CELL_PT = 7.5
_TITLE_PT = 17.0
_HEADING_PT = 12.0
_STRONG_PT = 11.0
_PICTURE_HEIGHT = 128.0
_FOOT_HEIGHT = 16.0
_CELL_AIR = 4.0
_MARGIN_MM = 12.0


def _wrapping(alignment: Qt.AlignmentFlag) -> QTextOption:
    """Between words; inside one only where it is longer than the line, as names of files are."""
    option = QTextOption(alignment)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


_LEFT = _wrapping(Qt.AlignmentFlag.AlignLeft)
_RIGHT = _wrapping(Qt.AlignmentFlag.AlignRight)


def lay_out_page(device: QPagedPaintDevice) -> None:
    """A4 across: the table of computers is wide."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    device.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Landscape, margins, QPageLayout.Unit.Millimeter))


def _face(size_pt: float, *, is_bold: bool = False) -> QFont:
    """In points of the page, whatever the device's dots are: the painter is scaled."""
    made = QFont(font(FontRole.BASE))
    made.setPixelSize(max(1, round(size_pt)))
    made.setBold(is_bold)
    return made


class SheetPainter:
    """Paints once, from `steps`. device: begun on by the painter when the first step is taken."""

    def __init__(self, device: QPagedPaintDevice, blocks: Sequence[Block], voice: Voice) -> None:
        self._device = device
        self._blocks = tuple(blocks)
        self._voice = voice
        self._painter = QPainter()
        self._y = 0.0
        self.pages = 0
        area = device.pageLayout().paintRect(QPageLayout.Unit.Point)
        self._width, self._height = area.width(), area.height() - _FOOT_HEIGHT

    def begin(self) -> bool:
        """False when the device cannot be painted on, as a printer that is gone."""
        if not self._painter.begin(self._device):
            return False
        scale = self._device.resolution() / 72.0 if hasattr(self._device, "resolution") else 1.0
        self._painter.scale(scale, scale)
        self._start_page()
        return True

    def steps(self) -> Iterator[float]:
        """After each bit of work, how much is done: 0 to 1. After the last one the painter has ended."""
        works = sum(len(each.rows) if isinstance(each, Table) else 1 for each in self._blocks) or 1
        done = 0
        for block, after in zip(self._blocks, (*self._blocks[1:], None), strict=True):
            for _ in self._paint(block, after):
                done += 1
                yield done / works
        self._painter.end()

    def give_up(self) -> None:
        """No further step is taken."""
        if self._painter.isActive():
            self._painter.end()

    # --- blocks -------------------------------------------------------------------------------------------------

    def _paint(self, block: Block, after: Block | None) -> Iterator[None]:
        match block:
            case Heading():
                # Never alone at the foot of a page.
                self._need(_PICTURE_HEIGHT + 40 if isinstance(after, Picture) else 60)
                self._y += 4 if block.level == 1 else 10
                self._text(block.text, _face(_TITLE_PT if block.level == 1 else _HEADING_PT, is_bold=True))
                self._y += 3
            case Paragraph():
                self._text(block.text, _face(_STRONG_PT if block.is_strong else _TEXT_PT, is_bold=block.is_strong))
            case Facts():
                self._facts(block)
            case Picture():
                self._picture(block)
            case Table():
                yield from self._table(block)
                return
        yield

    def _text(self, text: str, face: QFont) -> None:
        height = self._height_of(text, face, self._width)
        self._need(height)
        self._write(QRectF(0, self._y, self._width, height), text, face)
        self._y += height + 3

    def _facts(self, facts: Facts) -> None:
        """Two columns of pairs."""
        face, half = _face(_TEXT_PT), self._width / 2
        for place in range(0, len(facts.pairs), 2):
            row = facts.pairs[place : place + 2]
            height = max(self._height_of(how, face, half - 100) for _, how in row) + 3
            self._need(height)
            for side, (what, how) in enumerate(row):
                left = side * half
                self._write(QRectF(left, self._y, 84, height), what, face, Role.MUTED)
                self._write(QRectF(left + 88, self._y, half - 100, height), how, face)
            self._y += height

    def _picture(self, picture: Picture) -> None:
        self._need(_PICTURE_HEIGHT + 20)
        self._painter.save()
        self._painter.translate(0.0, self._y)
        width = min(self._width, 620.0)
        picture.draw(
            PainterCanvas(self._painter, width, _PICTURE_HEIGHT, _face(_TEXT_PT), lambda role: QColor(COLORS[role]))
        )
        self._painter.restore()
        self._y += _PICTURE_HEIGHT + 4
        self._text(picture.words, _face(_TEXT_PT))

    def _table(self, table: Table) -> Iterator[None]:
        self._head(table)
        for row in table.rows:
            if not self._fits(self._row_height(table.columns, row, is_head=False)):
                self._end_page()
                self._head(table)
            self._row(table.columns, row, is_head=False)
            yield

    def _head(self, table: Table) -> None:
        self._row(table.columns, tuple(column.heading for column in table.columns), is_head=True)

    def _row(self, columns: Sequence[Column], row: Sequence[str], *, is_head: bool) -> None:
        height = self._row_height(columns, row, is_head=is_head)
        left = 0.0
        for place, (column, text) in enumerate(zip(columns, row, strict=True)):
            width = self._width * column.share / 100
            face = _face(_CELL_PT, is_bold=is_head or place == 0)
            cell = QRectF(left, self._y + 2, width - _CELL_AIR, height)
            self._write(cell, text, face, is_right=column.is_number)
            left += width
        self._y += height
        self._painter.setPen(QPen(QColor(COLORS[Role.BORDER if is_head else Role.HAIRLINE]), 0.8 if is_head else 0.5))
        self._painter.drawLine(0, round(self._y), round(self._width), round(self._y))

    def _row_height(self, columns: Sequence[Column], row: Sequence[str], *, is_head: bool) -> float:
        return 4 + max(
            self._height_of(
                text, _face(_CELL_PT, is_bold=is_head or place == 0), self._width * column.share / 100 - _CELL_AIR
            )
            for place, (column, text) in enumerate(zip(columns, row, strict=True))
        )

    # --- pages --------------------------------------------------------------------------------------------------

    def _fits(self, height: float) -> bool:
        return self._y + height <= self._height

    def _need(self, height: float) -> None:
        """Go on with the next page where this one has not that much left."""
        if self._y > 0 and not self._fits(height):
            self._end_page()

    def _end_page(self) -> None:
        self._device.newPage()
        self._start_page()

    def _start_page(self) -> None:
        self.pages += 1
        self._y = 0.0
        foot = self._voice.translate("Report", "Page {number}").format(number=self.pages)
        at = QRectF(0, self._height + 4, self._width, _FOOT_HEIGHT)
        self._write(at, foot, _face(_CELL_PT), Role.MUTED, is_right=True)

    def _height_of(self, text: str, face: QFont, width: float) -> float:
        if not text:
            return 0.0
        self._painter.setFont(face)
        return self._painter.boundingRect(QRectF(0, 0, width, 10_000), visible(text), _LEFT).height()

    def _write(self, at: QRectF, text: str, face: QFont, role: Role = Role.TEXT, *, is_right: bool = False) -> None:
        self._painter.setFont(face)
        self._painter.setPen(QColor(COLORS[role]))
        self._painter.drawText(at, visible(text), _RIGHT if is_right else _LEFT)
