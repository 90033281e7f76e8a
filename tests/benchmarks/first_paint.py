"""A window that says when it has painted itself: the whole program's, or a bare one of PySide6.

Usage: python -m tests.benchmarks.first_paint full|bare. Prints `painted` and whether scapy was imported by then, and
stays until it is ended.
"""

from __future__ import annotations

import sys


def tell_painted() -> None:
    """Once, after the first paint."""
    print(f"painted scapy={int('scapy' in sys.modules)}", flush=True)


def run_bare() -> int:
    """The least that a program with PySide6 does to show a window with a word in it."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    class Window(QMainWindow):
        is_told = False

        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
            super().paintEvent(event)
            if not self.is_told:
                self.is_told = True
                QTimer.singleShot(0, tell_painted)

    app = QApplication([])
    window = Window()
    window.setCentralWidget(QLabel("bare", window))
    window.resize(1360, 800)
    window.show()
    return app.exec()


def run_full() -> int:
    """What `fogportable` does."""
    from fogportable import __main__ as program
    from fogportable.ui import app
    from fogportable.ui.kit import Kit
    from fogportable.ui.views.main_window import MainWindow

    class Window(MainWindow):
        def __init__(self, kit: Kit) -> None:
            super().__init__(kit)
            self.opening.painted.connect(tell_painted)  # From the event loop, as the bare one tells it.

    setattr(app, "MainWindow", Window)  # noqa: B010  the real one, that tells
    sys.argv[1:] = []
    return program.main()


if __name__ == "__main__":
    sys.exit(run_full() if sys.argv[1:] == ["full"] else run_bare())
