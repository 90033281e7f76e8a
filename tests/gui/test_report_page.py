"""The Report page: pictures with words, failures with remedies, saving and printing, and the notice of a room that is
done."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QPdfWriter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fogportable.config.profile import Profile
from fogportable.model import ClientSnapshot, ClientStage, Room, SessionState
from fogportable.report.document import document
from fogportable.report.voice import Voice
from fogportable.ui.high_contrast import ON_BLACK, ON_WHITE
from fogportable.ui.report_sheets import SheetPainter, lay_out_page
from fogportable.ui.theme import DARK, LIGHT, Theme, apply_theme
from fogportable.ui.views.main_window import MainWindow
from fogportable.ui.views.pages import REPORT
from fogportable.ui.views.report_page import ReportPage
from fogportable.ui.widgets.picture import Picture
from tests.fakes.kit import FakeKit
from tests.fakes.session import make_client, mixed_room
from tests.gui.conftest import Clock, look, serve
from tests.unit.report.reports import mixed_report, one_line


@pytest.fixture
def page(window: MainWindow, kit: FakeKit, clock: Clock) -> ReportPage:
    """Shown, after ten seconds of a room of thirty."""
    serve(window)
    _pass(window, kit, clock, mixed_room(), 10)
    window.pages.show_report()
    QApplication.processEvents()
    return window.pages.report


def _pass(window: MainWindow, kit: FakeKit, clock: Clock, rows: tuple[ClientSnapshot, ...], seconds: int) -> None:
    kit.session.rows = rows
    for _ in range(seconds):
        clock.now_s += 1
        sent = kit.session.state.sent_bytes + 9_000_000
        kit.session.set_state(SessionState.SERVING, sent_bytes=sent)
        window.bridge.tick()


def _done_room(count: int) -> tuple[ClientSnapshot, ...]:
    return tuple(make_client(number, ClientStage.HANDED_OVER) for number in range(count))


def _desk(window: MainWindow) -> object:
    from fogportable.ui.report_part import ReportPart

    desk = window.parts.the(ReportPart)._desk
    assert desk is not None
    return desk


def _wait_for_painting(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not _desk(window).is_painting, timeout=20_000)  # type: ignore[attr-defined]
    look(window)


# --- what is shown ----------------------------------------------------------------------------------------------


def test_before_the_first_session_the_page_says_what_it_will_say(window: MainWindow) -> None:
    window.pages.show_report()
    page = window.pages.report
    assert "nothing to report yet" in page.summary.text()
    assert not any(button.isEnabled() for button in page.save_buttons)


def test_page_says_how_it_stands_while_serving(page: ReportPage) -> None:
    assert page.summary.text().startswith("8 of 30 computers were handed over")
    assert "2 need somebody." in page.summary.text()
    assert "goes on" in page.note.text()
    assert all(button.isEnabled() for button in page.save_buttons)


def test_pictures_say_in_words_what_they_show(page: ReportPage) -> None:
    assert "9.0 MB/s" in page.throughput.accessibleDescription()
    assert "Handed over 8" in page.funnel.accessibleDescription()


def test_chosen_computers_get_a_line_of_their_own(
    page: ReportPage, window: MainWindow, kit: FakeKit, clock: Clock
) -> None:
    rows = window.room_page.rows
    window.pages.show_room()
    place = next(n for n in range(30) if rows.model.index(n, 0).isValid() and _rate_of(rows.model.client_at(n)))
    rows.table.selectRow(place)
    chosen = rows.model.client_at(place)
    window.pages.show_report()
    _pass(window, kit, clock, mixed_room(), 2)
    assert str(chosen.mac)[-5:] in page.throughput.accessibleDescription()


def _rate_of(client: ClientSnapshot | None) -> float:
    return (client.rate_bytes_per_s or 0.0) if client is not None else 0.0


def test_failures_name_reason_and_remedy(page: ReportPage) -> None:
    rows = page.failures.facts.rows
    assert len(rows) == 2
    fault = mixed_room()[8].fault
    assert fault is not None
    assert rows[0].cells[2] == fault.message
    page.failures.selectRow(0)
    assert fault.remedy in page.failure_words.text()


def test_rehearsal_is_called_one(window: MainWindow, kit: FakeKit, clock: Clock) -> None:
    window.serving.rehearse()
    window.work.wait(5)
    window.serving._hold.stop()
    look(window)
    window.serving._finish_start()
    _pass(window, kit, clock, mixed_room(), 3)
    window.pages.show_report()
    assert "rehearsal" in window.pages.report.note.text()


def test_page_stays_after_stop_and_another_start_begins_anew(
    page: ReportPage, window: MainWindow, kit: FakeKit, clock: Clock
) -> None:
    window.serving.stop()
    look(window)
    assert page.summary.text().startswith("8 of 30")
    assert all(button.isEnabled() for button in page.save_buttons)
    kit.room.rows = ()
    serve(window)
    clock.now_s += 1
    window.bridge.tick()
    assert "No computer" in page.summary.text()


def test_ctrl_6_shows_the_page(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.currentIndex() == REPORT


@pytest.mark.parametrize("theme", [LIGHT, DARK, ON_BLACK, ON_WHITE], ids=lambda theme: theme.name)
def test_pictures_take_their_colours_from_the_theme(page: ReportPage, theme: Theme, qapp: QApplication) -> None:
    apply_theme(qapp, theme)
    try:
        seen = _colors(page.funnel)
        for role in ("done", "accent", "failed"):
            assert QColor(getattr(theme, role)).rgb() in seen, role
    finally:
        apply_theme(qapp, LIGHT)


def _colors(picture: Picture) -> set[int]:
    image = QImage(picture.size(), QImage.Format.Format_RGB32)
    picture.render(image)
    return {image.pixel(x, y) for x in range(image.width()) for y in range(0, image.height(), 2)}


def test_pictures_stand_beside_each_other_only_where_there_is_room(page: ReportPage, window: MainWindow) -> None:
    assert page.throughput.mapTo(page, page.throughput.pos()).x() < page.funnel.mapTo(page, page.funnel.pos()).x()
    window.resize(640, 400)
    QApplication.processEvents()
    inside = page.widget()
    assert inside is not None
    left = page.throughput.mapTo(inside, page.throughput.rect().topLeft())
    right = page.funnel.mapTo(inside, page.funnel.rect().topLeft())
    assert left.x() == right.x()
    assert left.y() < right.y()


# --- the line in the serve bar ----------------------------------------------------------------------------------


def test_line_of_the_serve_bar_opens_the_last_minutes_by_keyboard(
    page: ReportPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.pages.show_room()
    spark = window.serve_bar.spark
    assert spark.focusPolicy() & Qt.FocusPolicy.TabFocus
    qtbot.keyClick(spark, Qt.Key.Key_Space)
    popover = window.findChild(QWidget, "ratePopover")
    assert popover is not None
    assert popover.isVisible()
    picture = popover.findChild(Picture, "ratePicture")
    assert picture is not None
    assert "MB/s" in picture.accessibleDescription()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert spark.hasFocus()
    spark.click()
    assert popover.isVisible()
    spark.click()
    assert not popover.isVisible()
    spark.click()
    button = popover.findChild(QWidget, "ratePage")
    assert button is not None
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert window.pages.currentIndex() == REPORT
    assert not popover.isVisible()


# --- when the room is done --------------------------------------------------------------------------------------


def test_a_room_that_is_done_is_said_once_and_offers_the_report(window: MainWindow, kit: FakeKit, clock: Clock) -> None:
    window.choices.open(replace(Profile(), room=Room("Room 204", 5)), None)
    serve(window)
    _pass(window, kit, clock, _done_room(4), 2)
    assert window.notice_bar.current is None or "handed over" not in window.notice_bar.current.sentence
    _pass(window, kit, clock, _done_room(5), 2)
    notice = window.notice_bar.current
    assert notice is not None
    assert notice.sentence.startswith("5 of 5 computers were handed over in")
    assert notice.button == "Report"
    window.notice_bar.action_button.click()
    assert window.pages.currentIndex() == REPORT
    _pass(window, kit, clock, _done_room(5), 3)
    assert window.notice_bar.current is None


# --- saving -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", [".html", ".csv"])
def test_page_and_sheet_are_saved_where_the_user_says(
    page: ReportPage, window: MainWindow, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"room{ending}"
    _desk(window).choose_file = lambda *_: file  # type: ignore[attr-defined]
    (page.html_button if ending == ".html" else page.csv_button).click()
    look(window)
    assert str(mixed_room()[0].mac) in file.read_text(encoding="utf-8-sig")
    assert window.notice_bar.current is not None
    assert str(file) in window.notice_bar.current.sentence


def test_a_file_that_cannot_be_written_is_said(page: ReportPage, window: MainWindow, tmp_path: Path) -> None:
    _desk(window).choose_file = lambda *_: tmp_path / "nowhere" / "room.csv"  # type: ignore[attr-defined]
    page.csv_button.click()
    look(window)
    assert window.notice_bar.current is not None
    assert "could not be written" in window.notice_bar.current.sentence


def test_who_thinks_better_of_it_saves_nothing(page: ReportPage, window: MainWindow, tmp_path: Path) -> None:
    _desk(window).choose_file = lambda *_: None  # type: ignore[attr-defined]
    for button in (page.pdf_button, page.html_button, page.csv_button):
        button.click()
    look(window)
    assert list(tmp_path.iterdir()) == []
    assert not page.progress.isVisible()


def test_pdf_is_painted_in_steps_and_saved(page: ReportPage, window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "room.pdf"
    _desk(window).choose_file = lambda *_: file  # type: ignore[attr-defined]
    page.pdf_button.click()
    assert page.progress.isVisible()
    assert not file.exists()
    _wait_for_painting(window, qtbot)
    assert file.read_bytes().startswith(b"%PDF-")
    assert not page.progress.isVisible()


def test_cancelled_pdf_leaves_no_file(page: ReportPage, window: MainWindow, tmp_path: Path) -> None:
    _desk(window).choose_file = lambda *_: tmp_path / "room.pdf"  # type: ignore[attr-defined]
    page.pdf_button.click()
    page.cancel_button.click()
    QApplication.processEvents()
    look(window)
    assert list(tmp_path.iterdir()) == []
    assert not page.progress.isVisible()


def test_print_goes_to_the_printer_that_was_chosen(
    page: ReportPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "printed.pdf"

    def printer(_parent: QWidget) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(file))
        lay_out_page(made)
        return made

    _desk(window).choose_printer = printer  # type: ignore[attr-defined]
    window.actions_by_name["printReport"].trigger()
    _wait_for_painting(window, qtbot)
    assert file.read_bytes().startswith(b"%PDF-")


# --- the sheets -------------------------------------------------------------------------------------------------


def _painted(computers: int) -> tuple[bytes, SheetPainter]:
    lines = tuple(one_line(doing=f"Computer {number} " + "loads " * 12) for number in range(computers))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    lay_out_page(writer)
    painter = SheetPainter(writer, document(mixed_report(lines=lines), Voice()), Voice())
    assert painter.begin()
    shares = list(painter.steps())
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    return bytes(data.data()), painter


def test_a_thousand_computers_fill_many_pages_in_small_steps(qapp: QApplication) -> None:
    content, painter = _painted(1000)
    assert painter.pages > 30
    assert len(re.findall(rb"/Type\s*/Page[^s]", content)) == painter.pages


@pytest.mark.qt_log_ignore("Returned false")
def test_nothing_is_painted_without_a_device_that_can(qapp: QApplication, tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "nowhere" / "room.pdf"))
    assert not SheetPainter(writer, document(mixed_report(), Voice()), Voice()).begin()
