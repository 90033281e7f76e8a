"""The Log page: filtering, following, pausing, jumping and copying."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fogportable.events import Level, ServiceName
from fogportable.session.snapshots import EventBatch
from fogportable.ui.models.event_log import LogFilter, LogRole
from fogportable.ui.views import log_page
from fogportable.ui.views.log_page import LogPage
from tests.gui.test_event_log import ASKED, EVERY_KIND, FAILED, HP, IGNORED, REFUSED, batch


@pytest.fixture
def page(qtbot: QtBot) -> LogPage:
    made = LogPage()
    qtbot.addWidget(made)
    made.resize(1000, 400)
    made.show()
    return made


def fill(page: LogPage, rounds: int, *, after: int = 0) -> None:
    page.append_batch(batch(*(EVERY_KIND * rounds), after=after))


def top_sequence(page: LogPage) -> int:
    return int(page.list.indexAt(page.list.viewport().rect().topLeft()).data(LogRole.SEQUENCE))


def is_at_end(page: LogPage) -> bool:
    bar = page.list.verticalScrollBar()
    return bar.value() == bar.maximum()


def test_empty_log_has_words(page: LogPage) -> None:
    assert page.empty_words.isVisible()
    assert page.empty_words.text().startswith("Nothing has happened yet.")
    assert not page.show_all_button.isVisible()


def test_filter_that_hides_everything_says_so_and_lifts(page: LogPage) -> None:
    page.append_batch(batch(ASKED))
    page.filters.level_field.setCurrentText("Failures")
    assert page.empty_words.text() == "No event passes this filter."
    assert page.count_words.text() == "0 of 1 event shown"
    page.show_all_button.click()
    assert page.list.isVisible()
    assert page.model.filter == LogFilter()


@pytest.mark.parametrize(("words", "count"), [("All", 5), ("Information", 4), ("Warnings", 2), ("Failures", 1)])
def test_levels(page: LogPage, words: str, count: int) -> None:
    fill(page, 1)
    page.filters.level_field.setCurrentText(words)
    assert page.model.rowCount() == count


def test_services_and_text_narrow_together(qtbot: QtBot, page: LogPage) -> None:
    fill(page, 1)
    page.filters.service_field.setCurrentText("TFTP")
    QTest.keyClicks(page.filters.find_field, "silent")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert page.model.filter == LogFilter(Level.DETAIL, ServiceName.TFTP, "silent")
    assert page.count_words.text() == "1 of 5 events shown"


def test_one_computer(page: LogPage) -> None:
    fill(page, 1)
    page.filters.find_words(str(HP))
    shown = [page.model.index(row).data(LogRole.SENTENCE) for row in range(page.model.rowCount())]
    assert shown == [IGNORED.sentence(), REFUSED.sentence(), FAILED.sentence()]


def test_newest_line_is_followed_until_the_reader_scrolls_up(page: LogPage) -> None:
    fill(page, 20)
    assert is_at_end(page)
    page.list.verticalScrollBar().setValue(10)
    assert not page.follow_switch.isChecked()
    top = top_sequence(page)
    fill(page, 20, after=100)
    assert top_sequence(page) == top
    page.list.verticalScrollBar().setValue(page.list.verticalScrollBar().maximum())
    assert page.follow_switch.isChecked()
    fill(page, 1, after=200)
    assert is_at_end(page)


def test_line_being_read_stays_in_place_while_the_front_is_dropped(qtbot: QtBot) -> None:
    page = LogPage(capacity=200)
    qtbot.addWidget(page)
    page.resize(1000, 400)
    page.show()
    fill(page, 40)
    page.list.verticalScrollBar().setValue(100)
    top = top_sequence(page)
    fill(page, 10, after=200)
    assert page.model.total_count == 190
    assert top_sequence(page) == top


def test_paused_list_stands_still_and_says_how_many_wait(page: LogPage) -> None:
    fill(page, 1)
    page.pause_switch.click()
    fill(page, 2, after=5)
    assert page.model.rowCount() == 5
    assert page.count_words.text() == "5 events · paused, 10 waiting"
    page.pause_switch.click()
    assert page.model.rowCount() == 15
    assert is_at_end(page)


def test_dropped_records_are_said_and_can_be_hidden(page: LogPage) -> None:
    page.append_batch(batch(ASKED, dropped=412))
    assert page.dropped_line.words.startswith("412 events are missing here")
    page.dropped_button.click()
    assert page.dropped_line.words == ""
    assert not page.dropped_button.isVisible()


def test_jump_lifts_the_filter_and_the_pause_where_they_hide_the_line(page: LogPage) -> None:
    fill(page, 20)
    page.filters.level_field.setCurrentText("Failures")
    page.pause_switch.click()
    fill(page, 1, after=100)
    assert page.show_sequence(102)
    assert page.list.currentIndex().data(LogRole.SEQUENCE) == 102
    assert IGNORED.sentence() in page.full_line.text()
    assert not page.show_sequence(9999)


def test_copied_lines_read_well_in_a_chat(page: LogPage) -> None:
    page.append_batch(batch(ASKED, FAILED, IGNORED))
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Home)
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    heading, first, second = QGuiApplication.clipboard().text().splitlines()
    assert heading.startswith("FOG Portable ")
    assert "2026-11-24" in heading
    assert first.endswith(ASKED.sentence())
    assert second.endswith("Failure: " + FAILED.sentence())


def test_without_a_selection_everything_shown_is_copied(page: LogPage) -> None:
    fill(page, 1)
    page.filters.level_field.setCurrentText("Warnings")
    page.copy_button.click()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 3


def test_another_session_starts_an_empty_log(page: LogPage) -> None:
    fill(page, 1)
    page.clear()
    assert page.model.total_count == 0
    assert page.empty_words.isVisible()
    page.append_batch(batch(ASKED))
    assert page.model.rowCount() == 1


def test_empty_batch_does_not_scroll(page: LogPage) -> None:
    fill(page, 20)
    page.follow_switch.setChecked(False)
    page.list.verticalScrollBar().setValue(3)
    page.append_batch(EventBatch((), 100, 0))
    assert page.list.verticalScrollBar().value() == 3


def test_long_log_takes_rows_less_often_and_loses_none(
    qtbot: QtBot, page: LogPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_page, "MANY_ROWS", 50)
    fill(page, 20)
    fill(page, 1, after=100)
    assert page.model.rowCount() == 100
    qtbot.waitUntil(lambda: page.model.rowCount() == 105)
    assert is_at_end(page)
    fill(page, 1, after=105)
    page.list.verticalScrollBar().setValue(0)
    assert page.show_sequence(107)


def test_page_opened_late_shows_the_newest_line(page: LogPage) -> None:
    page.hide()
    fill(page, 40)
    page.show()
    assert is_at_end(page)


def test_copy_button_tells_its_keys(page: LogPage) -> None:
    assert page.copy_button.toolTip().endswith("(Ctrl+C)")
