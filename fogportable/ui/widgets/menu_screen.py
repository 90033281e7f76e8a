"""How the boot menu looks on the screen of a computer that runs iPXE."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

COLUMNS = 80
ROWS = 14

# A computer's text screen, not our theme: iPXE draws cyan on blue, the selected line white on red.
_GROUND = QColor("#0000A8")
_INK = QColor("#5CE1E6")
_SELECTED_GROUND = QColor("#A80000")
_SELECTED_INK = QColor("#FFFFFF")

_TITLE_ROW = 1
_FIRST_ENTRY_ROW = 3


_TITLE = re.compile(r"^menu (?:-- )?(.*)$", re.MULTILINE)
_ITEM = re.compile(r"^item (\S+) (.*)$", re.MULTILINE)
_CHOOSE = re.compile(r"^choose(?: --default (\S+))?(?: --timeout (\d+))?", re.MULTILINE)
_ECHO = re.compile(r"^echo (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Screen:
    """What a script shows first. default: index into items. timeout_s: 0 waits for ever."""

    title: str
    items: tuple[str, ...]
    default: int = 0
    timeout_s: int = 0


def read_screen(script: str) -> Screen:
    """Title, items, default and timeout of the script's menu; without one, what it prints first."""
    items = _ITEM.findall(script)
    if not items:
        return Screen("", tuple(_ECHO.findall(script)[:2]), default=-1)
    title, choose = _TITLE.search(script), _CHOOSE.search(script)
    labels = [label for label, _text in items]
    default = labels.index(choose[1]) if choose and choose[1] in labels else 0
    timeout_s = int(choose[2]) // 1000 if choose and choose[2] else 0
    return Screen(title[1] if title else "", tuple(text for _label, text in items), default, timeout_s)


class MenuScreen(QWidget):
    """A drawing of 80 columns, as large as it fits. Not a control: the list of entries says the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("menuScreen")
        self.setAccessibleName(self.tr("What the computers show"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 130)
        self._screen = Screen("", ())

    def set_script(self, script: str) -> None:
        """Draw what computers show with this script."""
        self._screen = read_screen(script)
        self.setAccessibleDescription(". ".join(filter(None, (self._screen.title, *self._screen.items))))
        self.update()

    def visible_lines(self) -> list[tuple[int, str, bool]]:
        """Row of the screen, text as drawn, whether it is the selected one. The list scrolls to the default."""
        screen = self._screen
        room = ROWS - _FIRST_ENTRY_ROW - 1
        first = max(0, min(screen.default - room + 1, len(screen.items) - room))
        lines = [(_TITLE_ROW, screen.title[: COLUMNS - 2].center(COLUMNS), False)]
        for offset, item in enumerate(screen.items[first : first + room]):
            is_default = first + offset == screen.default
            countdown = f"({screen.timeout_s})" if is_default and screen.timeout_s else ""
            text = f"   {item}"[: COLUMNS - 9].ljust(COLUMNS - 9) + countdown.rjust(6) + "   "
            lines.append((_FIRST_ENTRY_ROW + offset, text, is_default))
        return lines

    # --- Qt ---------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(300, 130)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(self.rect(), _GROUND)
        font, cell_width, cell_height = self._fitting_font()
        painter.setFont(font)
        left = (self.width() - COLUMNS * cell_width) / 2
        for row, text, is_selected in self.visible_lines():
            cell = QRectF(left, row * cell_height, COLUMNS * cell_width, cell_height)
            if is_selected:
                painter.fillRect(cell.adjusted(cell_width, 0, -cell_width, 0), _SELECTED_GROUND)
            painter.setPen(_SELECTED_INK if is_selected else _INK)
            font.setBold(row == _TITLE_ROW)
            painter.setFont(font)
            painter.drawText(cell, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _fitting_font(self) -> tuple[QFont, float, float]:
        """The largest fixed font at which 80 columns fit; lines share the height."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(100)
        width_per_pixel = QFontMetricsF(font).horizontalAdvance("M" * COLUMNS) / 100
        cell_height = self.height() / ROWS
        size = max(5, int(min(self.width() / width_per_pixel, cell_height * 0.85)))
        font.setPixelSize(size)
        return font, QFontMetricsF(font).horizontalAdvance("M" * 10) / 10, cell_height
