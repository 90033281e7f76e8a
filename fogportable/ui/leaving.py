"""Closing the window: it ends what is served, and asks first when that would hit somebody."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from fogportable.ui.dialogs.closing import Closing, ask_closing
from fogportable.ui.serving import Serving

#: After a signal, computers that load get this long (ms), as `fogportable serve` gives them.
_MOMENT_MS = 1000


class Leaving(QObject):
    """Closes the window once serving has ended. ask: replaced in tests."""

    def __init__(self, serving: Serving, window: QWidget) -> None:
        super().__init__(window)
        self._serving = serving
        self._window = window
        self._is_wanted = False
        self.ask: Callable[[QWidget | None, int], Closing] = ask_closing
        #: Serving goes on without the window: into the tray where there is one.
        self.put_aside: Callable[[], None] = window.showMinimized
        serving.ended.connect(self._on_ended)

    def begin(self) -> None:
        """Somebody closes the window while it serves; the question names the cost."""
        loading = self._serving.status.loading_computers
        if not self._is_wanted and loading > 0:
            answer = self.ask(self._window, loading)
            if answer is Closing.KEEP:
                self.put_aside()
            if answer is not Closing.STOP:
                return
        self._is_wanted = True
        self._serving.stop()

    def end(self) -> None:
        """Close without a question, as a signal asks for: who loads gets a moment only."""
        self._is_wanted = True
        QApplication.closeAllWindows()
        QTimer.singleShot(_MOMENT_MS, self._serving.stop_now)

    def go_on(self) -> None:
        """Closed while it was starting: stop what runs by now. Does nothing while it still starts, or stops already."""
        if self._is_wanted and not self._serving.is_at_rest:
            self._serving.stop()

    def _on_ended(self) -> None:
        if self._is_wanted:
            self._window.close()
