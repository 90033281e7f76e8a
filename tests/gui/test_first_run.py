"""From a cold start to serving: how many clicks it takes, and how long."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fogportable.bootfiles.store import new_set_folder, write_set_file
from fogportable.errors import FaultCode, describe
from fogportable.model import Finding, SessionState, Topic, Verdict
from fogportable.simulator.boot_files import write_boot_files
from fogportable.ui.views.main_window import MainWindow
from tests.fakes.firewall_kit import COMMANDS
from tests.fakes.kit import ALL_WELL, IPXE, USB, FakeKit
from tests.fakes.namespaces import Wire, missing_for_namespaces, wire
from tests.fakes.session import mixed_room
from tests.gui.conftest import Clock, look, pass_shortest_time

_MOST_CLICKS = 5
_MOST_SECONDS = 30.0


class Hand:
    """Presses with the mouse what can be seen, and counts."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot = qtbot
        self._window = window
        self.clicks = 0

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        assert widget.isVisible(), widget.objectName()
        assert widget.isEnabled(), widget.objectName()
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
        self.clicks += 1
        look(self._window)

    def click_named(self, name: str) -> None:
        button = self._window.findChild(QPushButton, name)
        assert button is not None, name
        self.click(button)


@pytest.fixture
def first_time(kit: FakeKit, clock: Clock, qtbot: QtBot) -> Iterator[MainWindow]:
    """A laptop with two cards and no boot files, whose firewall keeps computers out."""
    no_card, no_files = describe(FaultCode.NO_INTERFACE_CHOSEN), describe(FaultCode.NO_BOOT_FILES)
    closed = describe(FaultCode.FIREWALL_BLOCKS, what="67/udp", rule="policy drop", command=COMMANDS[0])
    kit.sets = ()
    kit.fetched = IPXE
    kit.let_fetch_end.set()
    kit.cards = (USB, replace(USB, name="enx2", friendly_name="USB Ethernet 2", index=9))
    kit.found = (
        *ALL_WELL[:2],
        Finding(Topic.NETWORK, Verdict.BLOCKED, no_card.message, (no_card,)),
        Finding(Topic.FIREWALL, Verdict.WARNING, closed.message, (closed,)),
        Finding(Topic.BOOT_FILES, Verdict.BLOCKED, no_files.message, (no_files,)),
    )
    window = MainWindow(kit, clock=clock)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    look(window)
    yield window
    window.serving.stop()
    look(window)


# The list of cards is a window of its own, which the platform without a screen cannot bring forward.
@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)")
def test_first_run_takes_five_clicks_where_nothing_is_there_yet(
    first_time: MainWindow, kit: FakeKit, qtbot: QtBot
) -> None:
    window, hand = first_time, Hand(qtbot, first_time)
    hand.click_named("remedyChooseCard")
    view = window.serve_bar.network_picker.view()
    qtbot.waitUntil(view.isVisible)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    hand.clicks += 1  # Return chooses what a press would choose.
    look(window)
    assert window.choices.profile.network.interfaces == (USB.name,)
    hand.click_named("getBootFiles")
    qtbot.waitUntil(lambda: bool(kit.sets))
    kit.found = ALL_WELL
    look(window)
    hand.click(window.serve_bar.main_button)
    pass_shortest_time(window)
    assert window.serving.state is SessionState.SERVING
    assert hand.clicks <= _MOST_CLICKS


def test_start_is_one_click_and_every_step_before_it_may_be_left_out(window: MainWindow, qtbot: QtBot) -> None:
    hand = Hand(qtbot, window)
    hand.click(window.serve_bar.main_button)
    pass_shortest_time(window)
    assert window.serving.state is SessionState.SERVING
    assert hand.clicks == 1


def test_card_comes_again_when_it_is_asked_for(window: MainWindow, kit: FakeKit, qtbot: QtBot) -> None:
    hand = Hand(qtbot, window)
    hand.click(window.serve_bar.main_button)
    pass_shortest_time(window)
    kit.room.rows = mixed_room()
    window.bridge.tick()
    window.serving.stop()
    look(window)
    assert not window.room_page.is_showing_cards
    window.actions_by_name["cards"].trigger()
    assert window.room_page.is_showing_cards


#: The real program: presses Start once it is there, says that it serves, and ends.
_PROGRAM = """
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from fogportable.model import SessionState, Verdict
from fogportable.ui import app

class Window(app.MainWindow):
    def __init__(self, kit):
        super().__init__(kit)
        self._has_pressed = False
        self._eye = QTimer(self)
        self._eye.timeout.connect(self.see)
        self._eye.start(50)

    def see(self):
        found = self.surroundings.findings
        if not self._has_pressed and found and all(each.verdict is not Verdict.BLOCKED for each in found):
            self._has_pressed = True
            QTest.mouseClick(self.serve_bar.main_button, Qt.MouseButton.LeftButton)
        if self._has_pressed and self.serving.state is SessionState.SERVING:
            self._eye.stop()
            print("serving", flush=True)
            self.end()

app.MainWindow = Window
raise SystemExit(app.run_window())
"""

_missing = missing_for_namespaces()


@pytest.fixture
def lab() -> Iterator[Wire]:
    with wire() as made:
        yield made


@pytest.mark.skipif(_missing is not None, reason=str(_missing))
@pytest.mark.timeout(120)
def test_real_program_serves_with_one_click_within_seconds(lab: Wire, tmp_path: Path) -> None:
    with new_set_folder(tmp_path / "data" / "boot-sets", "own") as folder:
        rules = write_boot_files(folder)
        write_set_file(folder, title="Own", rules=rules, origin="a test")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "FOGPORTABLE_HOME": str(tmp_path), "LANG": "C"}
    began_s = time.monotonic()
    with lab.kit.entered():
        process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        lines.append(line.strip())
        if line == "serving\n":
            break
    took_s = time.monotonic() - began_s
    _, complaints = process.communicate(timeout=60)
    assert lines[-1:] == ["serving"], complaints
    assert took_s < _MOST_SECONDS, f"{took_s:.1f} s"
