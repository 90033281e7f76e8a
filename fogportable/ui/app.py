"""The program with a window: one QApplication, one kit, one window."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from types import FrameType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from fogportable.errors import ExitCode
from fogportable.ui.late_kit import late_kit
from fogportable.ui.looks import theme_of
from fogportable.ui.theme import apply_theme
from fogportable.ui.translation import speak
from fogportable.ui.views.main_window import MainWindow

if TYPE_CHECKING:
    from fogportable.session.preferences import ThemeChoice

#: Python's cyclic collector may run in any thread and would then destroy Qt objects there. It is switched off and
#: called from the UI thread instead.
_COLLECT_EVERY_MS = 5000

#: Everything is looked at each so many times, which is once in five minutes.
_ALL_EVERY = 60

#: Generations of the collector: what has come since the last look, and everything.
_YOUNG, _ALL = 1, 2


class Collector(QObject):
    """Collects garbage in the UI thread, as long as it lives.

    What has come since the last time, and now and then everything: to look at all rows and events of a large room
    takes a sixth of a second, and the window stands still meanwhile.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._times = 0
        timer = QTimer(self)
        timer.setInterval(_COLLECT_EVERY_MS)
        timer.timeout.connect(self.collect)
        timer.start()

    def collect(self) -> None:
        self._times += 1
        gc.collect(_YOUNG if self._times % _ALL_EVERY else _ALL)


def make_app(arguments: list[str], choice: ThemeChoice) -> QApplication:
    """The application in these looks."""
    # Not by setStyle: the classes of styles would be made for that alone, which takes as long as building the window.
    app = QApplication([*arguments, "-style", "Fusion"])
    app.setApplicationName("FOG Portable")
    app.setDesktopFileName("fogportable")
    apply_theme(app, theme_of(choice))
    return app


def freeze() -> None:
    """What is there now stays for good; left out, collecting takes a few milliseconds."""
    gc.collect()
    gc.freeze()


def run_window() -> int:
    """Open the window and stay until it is closed. Returns the exit code; 130 after Ctrl+C in the terminal."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(name)s: %(message)s")
    kit = late_kit()
    wanted, _ = kit.load_preferences()  # The window says what is wrong with them.
    app = make_app(sys.argv, wanted.theme)
    speak(app, wanted.language, os.environ)
    _collector = Collector(app)
    window = MainWindow(kit)
    ended_by: list[int] = []

    def end(number: int, _frame: FrameType | None) -> None:
        ended_by.append(number)
        QTimer.singleShot(0, window.end)

    # Ctrl+C in the terminal, or the end of the system's session; the collector's timer lets Python notice it.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    window.opening.finished.connect(freeze)
    window.show()
    code = app.exec()
    window.deleteLater()
    app.shutdown()
    return ExitCode.INTERRUPTED if signal.SIGINT in ended_by else int(code)
