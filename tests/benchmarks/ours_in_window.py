"""The program with its window, serving as soon as it is shown: `fogportable` and a press on Start.

Says `serving` when it serves, and at its end how often it looked at the session and how many rows it painted.
The profile is that of last time (FOGPORTABLE_HOME), as whoever opens the window finds it.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer

from fogportable.model import SessionState
from fogportable.session.kit import RoomKit
from fogportable.ui import app
from fogportable.ui.bridge import Tick
from fogportable.ui.views.main_window import MainWindow


class _ServingWindow(MainWindow):
    def __init__(self, kit: RoomKit) -> None:
        super().__init__(kit)
        self._ticks = self._most_loading = 0
        self._is_told = False
        self.bridge.ticked.connect(self._note)
        self.serving.noticed.connect(lambda notice: print(f"notice: {notice.sentence}", flush=True))
        QTimer.singleShot(0, self.serving.start)

    def _note(self, tick: Tick) -> None:
        self._ticks += 1
        self._most_loading = max(self._most_loading, tick.status.loading_computers)
        if not self._is_told and tick.status.state is SessionState.SERVING:
            self._is_told = True
            print("serving", flush=True)

    def end(self) -> None:
        rows = self.room_page.rows.model.rowCount()
        print(f"ticks={self._ticks} rows={rows} most_loading={self._most_loading}", flush=True)
        super().end()


def main() -> int:
    setattr(app, "MainWindow", _ServingWindow)  # noqa: B010  the real one, with a finger on Start
    return app.run_window()


if __name__ == "__main__":
    sys.exit(main())
