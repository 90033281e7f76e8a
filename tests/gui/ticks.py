"""How long the window's thread takes for a tick with all that it paints, by the processor's clock and by the wall's.

The goal is checked by the processor's: beside other tests a tick waits for a core, which says nothing of the window.
"""

from __future__ import annotations

import statistics
import time

from PySide6.QtWidgets import QApplication

from fogportable.ui.views.main_window import MainWindow

#: No tick of the window's thread takes longer (ms).
LONGEST_MS = 50.0

#: The first ticks build what is shown from then on.
_WARM_UP = 2


class TickWatch:
    """Takes ticks of one window and keeps how long each took."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        window.bridge.stop()  # Where a tick waits for a core, the timer would come in between with another.
        self._used_ms: list[float] = []
        self._took_ms: list[float] = []

    def tick(self) -> None:
        """One tick, painting included."""
        begun, used = time.perf_counter(), time.thread_time()
        self._window.bridge.tick()
        QApplication.processEvents()
        self._used_ms.append((time.thread_time() - used) * 1000)
        self._took_ms.append((time.perf_counter() - begun) * 1000)

    def check(self, what: str) -> None:
        """Print what was measured. Fails where more than one in a hundred, or one in less, was too long."""
        used, took = sorted(self._used_ms[_WARM_UP:]), sorted(self._took_ms[_WARM_UP:])
        p99 = used[-1 - max(1, len(used) // 100)]
        print(
            f"\nUI tick, {what}: p50 {statistics.median(used):.1f} ms, p99 {p99:.1f} ms, max {used[-1]:.1f} ms of the "
            f"processor; p50 {statistics.median(took):.1f} ms, max {took[-1]:.1f} ms by the wall"
        )
        assert p99 < LONGEST_MS
