"""F6 walks through the regions of the window; each remembers where the focus was."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget


class Regions(QObject):
    """regions: in the order of the walk; hidden ones are passed over."""

    def __init__(self, regions: Sequence[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._regions = tuple(regions)
        self._last: dict[QWidget, QWidget] = {}
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def go(self, step: int) -> None:
        """To the next (1) or previous (-1) region that can take the focus."""
        count = len(self._regions)
        here = self._current()
        for away in range(1, count + 1):
            place = (here + step * away) % count
            target = self._target(self._regions[place])
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _current(self) -> int:
        focus = QApplication.focusWidget()
        for place, region in enumerate(self._regions):
            if focus is not None and (region is focus or region.isAncestorOf(focus)):
                return place
        return -1

    def _target(self, region: QWidget) -> QWidget | None:
        if not region.isVisible():
            return None
        last = self._last.get(region)
        if last is not None and last.isVisible() and last.isEnabled():
            return last
        for child in region.findChildren(QWidget):
            if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                return child
        return None

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        for region in self._regions:
            if new is not None and region.isAncestorOf(new):
                self._last[region] = new
