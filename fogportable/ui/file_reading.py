"""A file that is being read: how far that is, said at the window, and a way to stop it."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from fogportable.ui.widgets.notice_bar import Gravity, Notice

#: Most files are read sooner; a notice that comes and goes at once would only startle.
_LOOK_EVERY_MS = 400
NOTICE = "readingFile"


class FileReading(QObject):
    """One at a time. The job's thread calls `tell` and `should_stop`; everything else is the window's.

    noticed: a Notice; withdrawn: its key.
    """

    noticed = Signal(object)
    withdrawn = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._name = ""
        self._frames = 0
        self._stop = threading.Event()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._say)

    def begin(self, path: Path) -> None:
        """From now on this file is read."""
        self._name, self._frames = path.name, 0
        self._stop.clear()
        self._timer.start()

    def end(self) -> None:
        """It was read, or could not be."""
        self._timer.stop()
        self.withdrawn.emit(NOTICE)

    def stop(self) -> None:
        """What was read so far is shown."""
        self._stop.set()

    def tell(self, frames: int) -> None:
        """So many frames were read."""
        self._frames = frames

    def should_stop(self) -> bool:
        """Whether somebody wants it to end."""
        return self._stop.is_set()

    def _say(self) -> None:
        text = self.tr("Reading {file}: {frames} frames so far.").format(file=self._name, frames=f"{self._frames:,}")
        self.noticed.emit(Notice(NOTICE, Gravity.WORKING, text, self.tr("Stop reading"), self.stop))
