"""Observing from the window: nothing is sent, rows say what would boot, Start goes on from there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fogportable.errors import FaultCode, ServiceError
from fogportable.model import ClientStage, SessionState
from fogportable.report.history import FunnelStage, funnel_stage
from fogportable.ui.models.client_table import Chip
from fogportable.ui.shapes import Shape
from fogportable.ui.views.main_window import MainWindow
from fogportable.ui.views.waiting import HINT_AFTER_S
from fogportable.ui.widgets.notice_bar import Gravity
from tests.fakes.kit import CABLE_OUT, FakeKit
from tests.fakes.session import make_client
from tests.gui.conftest import Clock, look, pass_shortest_time

_F5, _CTRL, _SHIFT = Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def observe(window: MainWindow) -> None:
    QTest.keyClick(window, _F5, _CTRL)
    pass_shortest_time(window)


def test_ctrl_f5_observes_and_the_bar_says_that_nothing_is_sent(window: MainWindow, kit: FakeKit, clock: Clock) -> None:
    observe(window)
    assert kit.calls[-1] == "observe"
    bar = window.serve_bar
    assert window.serving.state is SessionState.OBSERVING
    assert (bar.shape.shape, bar.word.text(), bar.main_button.text()) == (Shape.OBSERVING, "Observing", "&Start")
    clock.now_s += 30
    window.bridge.tick()
    assert bar.sentence.text() == "Nothing is sent. Listening for 30 s; no computer has asked for network boot."
    assert not bar.room_bar.isVisible()
    assert bar.network_picker.isHidden() or not bar.network_picker.isVisible(), "what is observed cannot change now"
    assert window.foot.lamps.text() == "Listening only"


def test_rows_are_counted_by_what_would_become_of_them(window: MainWindow, kit: FakeKit, clock: Clock) -> None:
    observe(window)
    kit.room.rows = (
        make_client(1, ClientStage.WOULD_BOOT, doing="Would boot snponly-x64.efi"),
        make_client(2, ClientStage.WOULD_BOOT, doing="Would boot snponly-x64.efi"),
        make_client(3, ClientStage.MAY_BOOT, doing="Would boot snponly-x64.efi or third.efi from 192.168.1.9"),
        make_client(4, ClientStage.NEEDS_YOU, doing="Would follow 192.168.1.9 and not boot from here"),
        make_client(5, ClientStage.LEFT_ALONE),
    )
    clock.now_s += 240
    window.bridge.tick()
    assert window.serve_bar.sentence.text() == (
        "Nothing is sent. Listening for 4 min  ·  2 would boot from here  ·  1 may boot from here  ·  1 needs you"
    )
    rows = window.room_page.shown_rows()
    assert rows is not None
    texts = [rows.model.index(row, 0).data() for row in range(rows.model.rowCount())]
    assert texts == ["Needs you", "May boot", "Would boot", "Would boot"]
    rows.model.set_filter(Chip.WOULD_BOOT, "")
    assert rows.model.rowCount() == 3


def test_silence_is_told_in_words_and_nothing_there_would_send(window: MainWindow, kit: FakeKit, clock: Clock) -> None:
    observe(window)
    waiting = window.room_page.waiting
    assert window.room_page.is_showing_waiting
    assert waiting.heading.text() == "Nothing was heard yet."
    assert waiting.meaning.text().startswith("That can mean that no computer was switched on since")
    assert not waiting.check_button.isVisible()
    assert not window.actions_by_name["checkNetwork"].isEnabled()
    assert not waiting.hint.isVisible()
    clock.now_s += HINT_AFTER_S
    window.bridge.tick()
    assert waiting.hint.isVisible()
    assert "Check network" not in waiting.hint.text()
    kit.room.set_state(SessionState.OBSERVING, requests_heard=3)
    window.bridge.tick()
    assert waiting.heading.text() == "No computer has asked for network boot yet."
    assert waiting.counter.text() == "DHCP requests heard: 3"
    QTest.keyClick(window, _F5)
    pass_shortest_time(window)
    assert waiting.heading.text() == "Waiting for the first computer."
    assert waiting.check_button.isVisible()
    assert window.actions_by_name["checkNetwork"].isEnabled()


def test_start_from_observing_goes_on_to_serve(window: MainWindow, kit: FakeKit, clock: Clock) -> None:
    observe(window)
    clock.now_s += 100
    window.bridge.tick()
    QTest.mouseClick(window.serve_bar.main_button, Qt.MouseButton.LeftButton)
    pass_shortest_time(window)
    assert kit.calls[-1] == "start", "the session itself ends what it observes"
    assert window.serving.state is SessionState.SERVING
    assert window.serve_bar.main_button.text() == "S&top"
    assert not window.serve_bar.observe_button.isVisible()
    assert window.serve_bar.room_bar.isVisible()
    assert window.serving.waited_s(clock.now_s) < 10, "it waits for the first computer since Start"


def test_stop_ends_observing_and_keeps_the_rows(window: MainWindow, kit: FakeKit) -> None:
    button = window.serve_bar.observe_button
    assert button.text() == "Observe"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    pass_shortest_time(window)
    kit.room.rows = (make_client(1, ClientStage.WOULD_BOOT),)
    window.bridge.tick()
    assert button.text() == "S&top listening"
    QTest.keyClick(window, _F5, _SHIFT)
    look(window)
    assert kit.calls[-2:] == ["stop", "check"]
    assert window.serving.is_at_rest
    assert window.room_page.is_showing_table
    assert button.text() == "Observe"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    pass_shortest_time(window)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    look(window)
    assert window.serving.is_at_rest


def test_double_click_does_not_end_what_it_began(window: MainWindow, kit: FakeKit) -> None:
    button = window.serve_bar.observe_button
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.serve_bar.sentence.text() == "Beginning to listen. Your system may ask for your password."
    pass_shortest_time(window)
    assert kit.calls.count("observe") == 1
    assert window.serving.state is SessionState.OBSERVING


def test_refused_socket_is_told_with_its_remedy_and_can_be_tried_again(window: MainWindow, kit: FakeKit) -> None:
    kit.start_error = ServiceError(FaultCode.PERMISSION_REFUSED)
    observe(window)
    notice = window.notice_bar.current
    assert notice is not None
    assert notice.gravity is Gravity.FAILED
    assert notice.sentence == str(kit.start_error.fault)
    assert kit.start_error.fault.remedy in notice.sentence
    kit.start_error = None
    assert notice.action is not None
    notice.action()
    pass_shortest_time(window)
    assert window.serving.state is SessionState.OBSERVING


def test_observing_needs_a_card(kit: FakeKit, window: MainWindow) -> None:
    assert window.serve_bar.observe_button.isEnabled()
    kit.cards = (CABLE_OUT,)
    window.surroundings.look()
    look(window)
    assert not window.serve_bar.observe_button.isEnabled()
    assert not window.actions_by_name["observe"].isEnabled()


def test_closing_while_observing_asks_nothing(window: MainWindow, kit: FakeKit) -> None:
    observe(window)

    def ask(*_: object) -> None:
        raise AssertionError("nobody is hit by it")

    window.leaving.ask = ask  # type: ignore[assignment]  # must not be called
    window.close()
    look(window)
    QApplication.processEvents()
    assert not window.isVisible()
    assert kit.calls[-1] in ("stop", "check")


def test_report_counts_who_was_only_observed_as_having_asked() -> None:
    stages = (ClientStage.WOULD_BOOT, ClientStage.MAY_BOOT)
    assert {funnel_stage(make_client(1, stage)) for stage in stages} == {FunnelStage.ASKED}


def test_network_page_asks_nobody_while_observing(window: MainWindow, kit: FakeKit) -> None:
    observe(window)
    window.pages.show_network()
    window.bridge.tick()
    button = window.pages.network.site.look_button
    assert not button.isEnabled()
    window.serving.stop()
    look(window)
    window.bridge.tick()
    assert button.isEnabled()
