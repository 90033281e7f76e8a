"""The room in one line: a block per computer, in the colour of what it is doing."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from fogportable.model import ClientStage
from fogportable.ui.theme import current_theme

#: Blocks from left to right: done, on the way, trouble, not heard (of) any more. Each with its colour role.
_ROLES: dict[ClientStage, str] = {
    ClientStage.DONE: "done",
    ClientStage.HANDED_OVER: "done",
    ClientStage.IMAGING: "accent",
    ClientStage.IN_MENU: "accent",
    ClientStage.LOADING: "accent",
    ClientStage.ASKING: "accent",
    ClientStage.WOULD_BOOT: "accent",
    ClientStage.MAY_BOOT: "needs",
    ClientStage.NEEDS_YOU: "needs",
    ClientStage.FAILED: "failed",
    ClientStage.SILENT: "border",
}
_ORDER = {stage: place for place, stage in enumerate(_ROLES)}
_HEIGHT = 8
_WIDEST_BLOCK = 40.0


class RoomBar(QProgressBar):
    """A progress bar to assistive technology (handed over of all), blocks to the eye."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("roomBar")
        self.setAccessibleName(self.tr("Computers handed over"))
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._stages: tuple[ClientStage, ...] = ()
        self._missing = 0

    def set_room(self, stages: Sequence[ClientStage], total: int) -> None:
        """stages: of the computers heard, without those left alone. total: computers in the room, 0 for no list."""
        ordered = tuple(sorted((stage for stage in stages if stage in _ROLES), key=_ORDER.__getitem__))
        missing = max(0, total - len(ordered))
        if (ordered, missing) == (self._stages, self._missing):
            return
        self._stages, self._missing = ordered, missing
        done = sum(1 for stage in ordered if _ROLES[stage] == "done")
        self.setRange(0, max(1, len(ordered) + missing))
        self.setValue(done)
        self.setAccessibleDescription(self.tr("{done} of {total}").format(done=done, total=len(ordered) + missing))
        self.update()

    @property
    def blocks(self) -> tuple[str, ...]:
        """Colour roles from left to right."""
        return tuple(_ROLES[stage] for stage in self._stages) + ("trough",) * self._missing

    # --- Qt ---------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        blocks = self.blocks
        step = min(self.width() / len(blocks), _WIDEST_BLOCK) if blocks else float(self.width())
        gap = 2.0 if step >= 8 else 1.0 if step >= 3 else 0.0
        top = (self.height() - _HEIGHT) / 2
        for role, first, count in _runs(blocks or ("trough",)):
            painter.setBrush(theme.color(role))
            if gap:
                for place in range(first, first + count):
                    painter.drawRoundedRect(QRectF(place * step, top, step - gap, _HEIGHT), 2, 2)
            else:  # Too many to tell apart: what is alike is one piece.
                painter.drawRoundedRect(QRectF(first * step, top, count * step, _HEIGHT), 2, 2)
        painter.end()


def _runs(blocks: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Neighbours that are alike: the role, the place of the first, and how many."""
    place = 0
    for role, group in itertools.groupby(blocks):
        count = len(tuple(group))
        yield role, place, count
        place += count
