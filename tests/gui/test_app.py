"""The program with its real kit, in a process of its own: it opens, rehearses nothing, and ends without a crash."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys

import pytest

from fogportable.ui.app import Collector

_SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from fogportable.ui import app as program

made = program.make_app
def make_app_that_closes(*words):
    app = made(*words)
    QTimer.singleShot(300, app.closeAllWindows)
    return app
program.make_app = make_app_that_closes
sys.exit(program.run_window())
"""


def test_window_opens_and_ends_with_zero_and_without_a_word() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", _SCRIPT],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
def test_signal_closes_the_window(number: signal.Signals, code: int) -> None:
    script = _SCRIPT.replace("app.closeAllWindows", f"lambda: signal.raise_signal({int(number)})")
    done = subprocess.run(
        [sys.executable, "-c", f"import signal\n{script}"],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (code, "")


def test_collector_looks_at_everything_only_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    """A room of a thousand has hundreds of thousands of objects, which are looked at in one go."""
    asked: list[int] = []
    was_enabled = gc.isenabled()
    collector = Collector()
    try:
        with monkeypatch.context() as patch:
            patch.setattr(gc, "collect", asked.append)
            for _ in range(120):
                collector.collect()
    finally:
        if was_enabled:
            gc.enable()
        collector.deleteLater()
    assert asked.count(2) == 2
    assert set(asked) == {1, 2}


def test_collector_is_the_only_one_who_collects() -> None:
    script = "import gc\nfrom fogportable.ui.app import Collector\nmade = Collector()\nprint(gc.isenabled())"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "False"
