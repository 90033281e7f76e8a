"""A capture opened in the window: its computers, the chosen one in words, as text, and while it is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from fogportable.ui.saved_desk import SavedDesk
from fogportable.ui.saved_part import SavedPart
from fogportable.ui.views.explained_view import ExplainedView
from fogportable.ui.views.main_window import MainWindow
from tests.fakes.kit import FakeKit
from tests.gui.conftest import look

LIBRARY = Path(__file__).parents[1] / "golden" / "diagnosis" / "library"
SEVERAL, LIKELY = LIBRARY / "room-of-three.pcap", LIBRARY / "site-tftp-closed-x64.pcap"


@pytest.fixture
def desk(window: MainWindow) -> SavedDesk:
    return window.parts.the(SavedPart).desk


def _opened(window: MainWindow, desk: SavedDesk, file: Path) -> ExplainedView:
    desk.open_path(file)
    look(window)
    return desk.windows[-1].explained


def test_every_computer_has_its_verdict_and_the_chosen_one_its_reasons(window: MainWindow, desk: SavedDesk) -> None:
    shown = _opened(window, desk, SEVERAL)
    verdicts = {shown.list.item(row).text().split()[-1]: row for row in range(shown.list.count())}
    assert set(verdicts) == {"ok", "file-missing", "wrong-architecture"}
    assert all(not shown.list.item(row).icon().isNull() for row in verdicts.values())
    shown.list.setCurrentRow(verdicts["file-missing"])
    assert shown.sentence.text() == "The boot file nosuch.ipxe is not on the server 10.77.1.10."
    assert shown.remedy.text() == "Put it there, or correct its name."
    assert "Frame " in shown.steps.toPlainText()
    shown.list.setCurrentRow(verdicts["ok"])
    assert not shown.remedy.isVisibleTo(shown)


def test_what_is_not_sure_says_so(window: MainWindow, desk: SavedDesk) -> None:
    assert _opened(window, desk, LIKELY).sentence.text().startswith("Likely: ")


def test_text_for_a_ticket_has_verdict_remedy_and_frames(window: MainWindow, desk: SavedDesk) -> None:
    shown = _opened(window, desk, LIKELY)
    shown.copy_button.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("52:54:00:77:d1:01: tftp-data-blocked\n")
    assert shown.remedy.text() in text
    assert "  Frame " in text


def test_a_long_file_says_how_far_it_is_and_can_be_stopped(
    window: MainWindow, desk: SavedDesk, kit: FakeKit, qtbot: QtBot
) -> None:
    told: list[str] = []
    desk.noticed.connect(lambda notice: told.append(notice.sentence))
    kit.saved.let_open_end.clear()
    desk.open_path(SEVERAL)
    desk.reading.tell(4096)
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    assert told[0] == "Reading room-of-three.pcap: 4,096 frames so far."
    desk.reading.stop()
    assert desk.reading.should_stop()
    kit.saved.let_open_end.set()
    look(window)
    assert len(desk.windows) == 1


def test_closing_the_window_stops_the_reading(window: MainWindow, desk: SavedDesk) -> None:
    desk.reading.begin(SEVERAL)
    desk.close()
    assert desk.reading.should_stop()
