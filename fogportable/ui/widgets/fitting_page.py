"""What scrolls: as high as its wrapped texts need at the width that it has."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class FittingPage(QWidget):
    """For a scroll area that resizes its widget: that one asks for the least size only, in which texts that wrap count
    as if they were wide, and so lose their last lines.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: QBoxLayout | None = None

    def fit(self, layout: QBoxLayout) -> None:
        """layout: that of this page, once it is filled."""
        self._lines = layout
        self._fit()

    def _fit(self) -> None:
        if self._lines is not None:
            self.setMinimumHeight(max(0, self._lines.totalHeightForWidth(self.width())))

    # --- Qt -----------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
