"""The window as a whole: start, stop, faults, closing, profiles, rehearsal, pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from fogportable.config.profile import Profile
from fogportable.errors import FaultCode, ServiceError, describe
from fogportable.events import FaultRaised, Record, SessionStarted, TransferFinished
from fogportable.model import (
    ClientStage,
    Menu,
    MenuAction,
    MenuEntry,
    RehearsalResult,
    Room,
    SessionState,
    StopReport,
    Verdict,
)
from fogportable.ui.dialogs.closing import Closing, closing_box
from fogportable.ui.models.event_log import LogRole
from fogportable.ui.views.main_window import MainWindow
from fogportable.ui.views.pages import BOOT, FOG, LOG, NETWORK, ROOM
from fogportable.ui.widgets.notice_bar import Gravity, Notice
from tests.fakes.kit import CABLE_OUT, USB, WIFI, FakeKit
from tests.fakes.session import NOW, NOW_S, FakeSession, make_client, make_mac
from tests.gui.conftest import Clock, look, pass_shortest_time, serve

#: The names that guides, tests and pictures know.
_NAMES = [
    *("stateShape", "stateWord", "stateSentence", "roomBar", "rateSpark", "startButton", "networkPicker", "bootPicker"),
    *(
        "roomPicker",
        "changeButton",
        "profilesButton",
        "noticeBar",
        "navRoom",
        "navBoot",
        "navNetwork",
        "navFog",
        "navLog",
        "stageChips",
    ),
    *("findField", "clientTable", "lastEvent", "serviceLamps"),
]


def open_profile(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """File > Open profile…, with this file picked."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    window.actions_by_name["openProfile"].trigger()


def chosen(window: MainWindow) -> tuple[str, ...]:
    return window.choices.profile.network.interfaces


def state(window: MainWindow) -> SessionState:
    return window.serving.state


@pytest.mark.parametrize("name", _NAMES)
def test_parts_have_their_names(window: MainWindow, name: str) -> None:
    assert window.findChild(QWidget, name) is not None


def test_only_card_is_chosen_for_the_user(window: MainWindow) -> None:
    assert window.choices.profile.network.interfaces == (USB.name,)


def test_nothing_is_chosen_between_two_cards(kit: FakeKit, clock: Clock, qtbot: QtBot) -> None:
    kit.cards = (USB, replace(USB, name="enx2", index=9), WIFI)
    window = MainWindow(kit, clock=clock)
    qtbot.addWidget(window)
    look(window)
    assert window.choices.profile.network.interfaces == ()


def test_start_serves_what_is_chosen(window: MainWindow, kit: FakeKit) -> None:
    serve(window)
    assert kit.started_with == window.choices.profile
    assert state(window) is SessionState.SERVING
    assert window.foot.lamps.text() == "Answering 67, 4011  ·  TFTP 69  ·  0 addresses given"


def test_failed_start_is_a_sentence_with_a_remedy(window: MainWindow, kit: FakeKit) -> None:
    kit.start_error = ServiceError(FaultCode.PORT_IN_USE, port=67, holder="dnsmasq", pid=812)
    serve(window)
    notice = window.notice_bar
    assert notice.isVisible()
    assert notice.sentence_label.text() == (
        "Port 67 is used by dnsmasq (process 812). Stop dnsmasq or choose another network, then start again."
    )
    assert window.room_page.is_showing_cards
    assert window.serve_bar.main_button.text() == "&Start"
    assert kit.calls[-1] == "check", "the card is checked again"
    kit.start_error = None
    notice.action_button.click()
    pass_shortest_time(window)
    assert state(window) is SessionState.SERVING
    assert not notice.isVisible()


def test_stop_drains_and_says_who_was_hit(window: MainWindow, kit: FakeKit) -> None:
    serve(window)
    kit.let_stop_end.clear()
    kit.stop_report = StopReport(3, (make_mac(9),))
    kit.room.set_state(SessionState.SERVING, loading_computers=4)
    window.bridge.tick()
    window.serving.press()
    window.bridge.tick()
    bar = window.serve_bar
    assert bar.word.text() == "Stopping"
    assert bar.sentence.text() == "4 computers are still loading; they get up to 30 s to finish."
    assert bar.main_button.text() == "Stop no&w"
    bar.main_button.click()
    assert kit.calls[-1] == "stop_now"
    look(window)
    assert state(window) is SessionState.STOPPED
    assert "3c:52:82:6a:00:09" in window.notice_bar.sentence_label.text()


def test_stop_that_hit_nobody_says_nothing(window: MainWindow) -> None:
    serve(window)
    window.serving.stop()
    look(window)
    assert state(window) is SessionState.STOPPED
    assert not window.notice_bar.isVisible()


def test_close_asks_nothing_when_nobody_is_loading(window: MainWindow, kit: FakeKit) -> None:
    serve(window)
    window.leaving.ask = _must_not_ask
    window.close()
    look(window)
    assert not window.isVisible()
    assert kit.calls.count("stop") == 1


def _must_not_ask(_parent: QWidget | None, loading: int) -> Closing:
    raise AssertionError(f"asked for {loading}")


class _Answer:
    """Answers the one question and remembers its cost."""

    def __init__(self, answer: Closing) -> None:
        self.answer = answer
        self.asked: list[int] = []

    def __call__(self, _parent: QWidget | None, loading: int) -> Closing:
        self.asked.append(loading)
        return self.answer


@pytest.mark.parametrize(
    ("answer", "is_gone", "is_minimised"),
    [(Closing.STOP, True, False), (Closing.CANCEL, False, False), (Closing.KEEP, False, True)],
)
def test_close_while_loading_asks_once(
    window: MainWindow, kit: FakeKit, answer: Closing, is_gone: bool, is_minimised: bool
) -> None:
    serve(window)
    kit.room.set_state(SessionState.SERVING, loading_computers=6)
    window.bridge.tick()
    question = _Answer(answer)
    window.leaving.ask = question
    window.close()
    look(window)
    assert question.asked == [6]
    assert (not window.isVisible()) is is_gone
    assert window.isMinimized() is is_minimised
    assert ("stop" in kit.calls) is is_gone
    kit.room.set_state(kit.room.state.state, loading_computers=0)


def test_close_while_starting_stops_and_closes_once_it_has_started(window: MainWindow, kit: FakeKit) -> None:
    window.serving.start()
    window.close()
    assert window.isVisible()
    pass_shortest_time(window)
    look(window)
    assert kit.calls.count("stop") == 1
    assert not window.isVisible()


def test_end_asks_nothing_even_when_somebody_is_loading(window: MainWindow, kit: FakeKit, qtbot: QtBot) -> None:
    serve(window)
    kit.room.set_state(SessionState.SERVING, loading_computers=6)
    window.bridge.tick()
    window.leaving.ask = _must_not_ask
    window.end()
    look(window)
    assert not window.isVisible()
    assert kit.calls.count("stop") == 1
    qtbot.waitUntil(lambda: "stop_now" in kit.calls)
    kit.room.set_state(kit.room.state.state, loading_computers=0)


def test_closing_question_names_the_cost_and_keeps_serving_by_default(qtbot: QtBot) -> None:
    box = closing_box(None, 6)
    qtbot.addWidget(box)
    assert box.text() == "6 computers are still loading."
    assert [button.text() for button in box.buttons() if button is box.defaultButton()] == ["&Keep serving"]
    escape = box.escapeButton()
    assert escape is not None
    assert escape.property("closing") == Closing.CANCEL.value


def test_close_event_is_ignored_until_stop_is_done(window: MainWindow, kit: FakeKit) -> None:
    serve(window)
    kit.let_stop_end.clear()
    event = QCloseEvent()
    window.closeEvent(event)
    assert not event.isAccepted()
    kit.let_stop_end.set()
    look(window)
    assert not window.isVisible()


def test_rehearsal_shows_its_own_session_and_its_result(window: MainWindow, kit: FakeKit, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.room_page.before_start.rehearse_button, Qt.MouseButton.LeftButton)
    pass_shortest_time(window)
    assert "rehearse 30" in kit.calls
    assert window.serve_bar.word.text() == "Rehearsing"
    kit.session.rows = (make_client(1, ClientStage.HANDED_OVER),)
    kit.result = RehearsalResult(Verdict.OK, "Passed: 30 of 30 computers booted in 4.4 s.")
    window.bridge.tick()
    assert window.room_page.rows.model.rowCount() == 1
    assert window.notice_bar.sentence_label.text() == kit.result.sentence
    window.notice_bar.action_button.click()
    look(window)
    assert state(window) is SessionState.STOPPED


def test_rehearsal_says_what_it_serves_and_leaves_the_table_alone(
    window: MainWindow, kit: FakeKit, qtbot: QtBot
) -> None:
    window.activateWindow()
    button = window.room_page.before_start.rehearse_button
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    pass_shortest_time(window)
    kit.session.rows = (make_client(1),)
    window.bridge.tick()
    assert window.serve_bar._network.plain.text() == "inside this laptop only"
    assert not window.room_page.rows.table.is_held, "rows would never be sorted"
    assert window.serve_bar.main_button.hasFocus()
    window.serving.stop()
    look(window)
    serve(window)
    assert window.serve_bar._network.plain.text().startswith("USB Ethernet")


def test_rows_of_a_rehearsal_are_gone_once_the_room_is_served(window: MainWindow, kit: FakeKit) -> None:
    window.serving.rehearse()
    pass_shortest_time(window)
    kit.session.rows = (make_client(1),)
    window.bridge.tick()
    window.serving.stop()
    look(window)
    serve(window)
    assert window.room_page.rows.model.rowCount() == 0


def test_pages_by_key_and_rail(window: MainWindow) -> None:
    for name, page in (
        ("showBoot", BOOT),
        ("showNetwork", NETWORK),
        ("showFog", FOG),
        ("showLog", LOG),
        ("showRoom", ROOM),
    ):
        window.actions_by_name[name].trigger()
        assert window.pages.currentIndex() == page
        assert window.rail.buttons[page].isChecked()
    window.rail.buttons[LOG].click()
    assert window.pages.currentIndex() == LOG


def test_keys_are_the_agreed_ones(window: MainWindow) -> None:
    keys = {
        name: [key.toString() for key in window.actions_by_name[name].shortcuts()]
        for name in (
            *("start", "stop", "showRoom", "showBoot", "showNetwork", "showFog", "showLog", "showReport"),
            *("printReport", "find", "nextTrouble", "nextRegion", "quit"),
        )
    }
    assert keys == {
        "start": ["F5"],
        "stop": ["Shift+F5"],
        "showRoom": ["Ctrl+1"],
        "showBoot": ["Ctrl+2"],
        "showNetwork": ["Ctrl+3"],
        "showFog": ["Ctrl+4"],
        "showLog": ["Ctrl+5", "Ctrl+L"],
        "showReport": ["Ctrl+6"],
        "printReport": ["Ctrl+P"],
        "find": ["Ctrl+F"],
        "nextTrouble": ["F8"],
        "nextRegion": ["F6"],
        "quit": ["Ctrl+Q"],
    }


def test_f5_starts_and_again_does_nothing(window: MainWindow, kit: FakeKit) -> None:
    window.actions_by_name["start"].trigger()
    pass_shortest_time(window)
    window.serving.start()
    look(window)
    assert kit.calls.count("start") == 1
    assert state(window) is SessionState.SERVING


def test_menu_applies_while_serving(window: MainWindow, kit: FakeKit) -> None:
    serve(window)
    menu = Menu("Other", (MenuEntry("Shell", MenuAction.SHELL),))
    window.choices.set_boot(window.choices.profile.boot, menu)
    assert kit.menus[-1] == menu


def test_boot_page_and_serve_bar_choose_the_same(window: MainWindow) -> None:
    window.choices.choose_folder("/srv/tftp")
    assert window.pages.boot.boot_settings().root == "/srv/tftp"
    assert window.serve_bar.boot_picker.currentText() == "/srv/tftp"


def test_profile_of_last_time_is_opened(kit: FakeKit, clock: Clock, qtbot: QtBot) -> None:
    path = Path("room-204.toml")
    kit.profiles[path] = replace(Profile(), room=Room("Room 204", 30))
    kit.remembered = path
    window = MainWindow(kit, clock=clock)
    qtbot.addWidget(window)
    look(window)
    assert window.windowTitle().startswith("FOG Portable - Room 204")
    assert window.choices.path == path


def test_broken_profile_is_a_notice(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    open_profile(window, Path("nowhere.toml"), monkeypatch)
    assert window.notice_bar.sentence_label.text().startswith("The profile nowhere.toml cannot be read.")
    assert window.choices.path is None


def test_save_writes_to_the_same_file(window: MainWindow, kit: FakeKit, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path("room.toml")
    kit.profiles[path] = Profile()
    open_profile(window, path, monkeypatch)
    window.choices.set_room(Room("Room 9", 12))
    assert window.windowTitle().endswith("*")
    window.actions_by_name["saveProfile"].trigger()
    assert kit.profiles[path].room == Room("Room 9", 12)
    assert not window.windowTitle().endswith("*")


def test_card_that_is_plugged_in_later_is_seen(kit: FakeKit, clock: Clock, qtbot: QtBot) -> None:
    kit.cards = (CABLE_OUT,)
    window = MainWindow(kit, clock=clock)
    qtbot.addWidget(window)
    look(window)
    assert chosen(window) == ()
    kit.cards = (CABLE_OUT, USB)
    window.surroundings.look()
    look(window)
    assert chosen(window) == (USB.name,)


def test_last_event_opens_the_log_at_its_line(window: MainWindow, kit: FakeKit, qtbot: QtBot) -> None:
    serve(window)
    kit.room.append(
        SessionStarted(interfaces=("enx1",), addresses=(USB.addresses[0].ip,), root="/srv", ports=(67,)),
        TransferFinished(
            client=make_mac(1),
            transfer_id=1,
            address=USB.addresses[0].ip,
            file="ipxe.efi",
            size_bytes=10,
            duration_s=1.0,
            retransmits=0,
            block_size=512,
            window_size=1,
        ),
    )
    window.bridge.tick()
    assert "ipxe.efi" in window.foot.last_event.text()
    qtbot.mouseClick(window.foot.last_event, Qt.MouseButton.LeftButton)
    assert window.pages.currentIndex() == LOG
    assert window.pages.log.list.currentIndex().row() == 1


def test_gravest_notice_is_shown_and_the_others_counted(window: MainWindow) -> None:
    bar = window.notice_bar
    bar.post(Notice("a", Gravity.NEEDS, "Another boot server also answers."))
    bar.post(Notice("b", Gravity.FAILED, "Port 67 is used."))
    assert bar.sentence_label.text() == "Port 67 is used."
    assert bar._count.text() == "1 of 2"
    bar.hide_button.click()
    assert bar.sentence_label.text() == "Another boot server also answers."
    bar.withdraw("a")
    assert not bar.isVisible()


def test_minimised_window_looks_once_a_second(window: MainWindow) -> None:
    serve(window)
    window.showMinimized()
    QApplication.processEvents()
    assert window.bridge.interval_ms == 1000
    window.showNormal()
    QApplication.processEvents()
    assert window.bridge.interval_ms == 100


def test_nothing_ticks_while_stopped(window: MainWindow) -> None:
    look(window)
    assert not window.bridge.is_running


@pytest.mark.parametrize("size", [(1280, 800), (1000, 700), (640, 400)])
def test_window_fits_into_its_size(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    window.serve_bar.setup_button.setChecked(True)
    QApplication.processEvents()
    assert (window.width(), window.height()) == size


def test_log_of_another_session_starts_empty_though_its_journal_lost_its_beginning(
    window: MainWindow, kit: FakeKit
) -> None:
    kit.rehearsal = FakeSession()
    kit.rehearsal.append(FaultRaised(fault=describe(FaultCode.INTERFACE_DOWN, interface="lo")))
    look(window)
    event = FaultRaised(fault=describe(FaultCode.INTERFACE_DOWN, interface="eth0"))
    kit.room.records = [Record(90_000, NOW_S, NOW, event)]
    kit.rehearsal = None
    look(window)
    assert [window.pages.log.model.index(row).data(LogRole.SENTENCE) for row in range(2)] == [event.sentence(), None]
