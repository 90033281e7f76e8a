"""For every GUI test: looks applied, no stray log line, no thread or running timer left behind."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from fogportable.ui.theme import LIGHT, apply_theme
from fogportable.ui.views.main_window import MainWindow
from tests.fakes.kit import FakeKit
from tests.fakes.session import NOW_S

#: Long enough for a thread that is on its way out (s).
_THREAD_END_S = 5.0


@pytest.fixture(scope="session", autouse=True)
def _looks(qapp: QApplication) -> None:
    apply_theme(qapp, LIGHT)
    # As run_window does: what is there now stays for good and is not walked by each collection.
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _no_stray_log_line(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning that no test expects is a fault. Tests that expect one ask for the fixture `expected_log`."""
    yield
    if "expected_log" in request.fixturenames:
        return
    stray = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not stray, f"unexpected log lines: {[record.getMessage() for record in stray]}"


@pytest.fixture
def expected_log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """The log, for a test that expects lines in it."""
    return caplog


@pytest.fixture(autouse=True)
def _nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """Threads that a test began have ended, and no timer of its widgets still runs."""
    before = set(threading.enumerate())
    yield
    for widget in qapp.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    delete_now(qapp)
    gc.collect()
    for thread in set(threading.enumerate()) - before:
        thread.join(_THREAD_END_S)
    left = [thread.name for thread in set(threading.enumerate()) - before]
    assert not left, f"threads left behind: {left}"


def running_timers(widget: QWidget) -> list[str]:
    """Timers below a widget that would fire again and again."""
    timers = widget.findChildren(QTimer)
    return [
        timer.objectName() or repr(timer.parent()) for timer in timers if timer.isActive() and not timer.isSingleShot()
    ]


def delete_now(app: QApplication) -> None:
    """Delete what waits for it: outside of an event loop Qt puts that off for ever."""
    app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Clock:
    """A clock that stands still until told."""

    def __init__(self) -> None:
        self.now_s = NOW_S

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kit() -> FakeKit:
    return FakeKit()


@pytest.fixture
def window(kit: FakeKit, clock: Clock, qapp: QApplication) -> Iterator[MainWindow]:
    """The whole window at 1280x800, shown, its first look taken and everything built, as a moment after the start."""
    made = MainWindow(kit, clock=clock)
    made.resize(1280, 800)
    made.show()
    look(made)
    while made.opening.is_building:
        qapp.processEvents()
    yield made
    kit.let_start_end.set()
    kit.let_stop_end.set()
    made.work.wait(5)
    made.bridge.tick()
    if not made.serving.is_at_rest:
        pass_shortest_time(made)
        made.serving.stop()
        look(made)
    made.close()
    assert not running_timers(made), f"timers still run: {running_timers(made)}"
    made.deleteLater()
    delete_now(qapp)


def look(window: MainWindow) -> None:
    """Let jobs end and take two ticks, as the timer would: a look may ask for another one."""
    QApplication.processEvents()  # A window that was just shown is painted, and looks for the first time.
    for _ in range(2):
        window.work.wait(5)
        window.bridge.tick()
        QApplication.processEvents()


def serve(window: MainWindow) -> None:
    """Start, and pass the shortest time of "Starting…" without waiting for it."""
    window.serving.start()
    pass_shortest_time(window)


def pass_shortest_time(window: MainWindow) -> None:
    window.work.wait(5)
    window.serving._hold.stop()
    look(window)
    window.serving._finish_start()
    look(window)
