"""Waking computers from here, and letting them in."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from fogportable.errors import FaultCode, ServiceError, describe
from fogportable.model import ClientStage, SessionState, StopWish
from fogportable.ui.charge_part import ChargePart
from fogportable.ui.dialogs.auto_stop import AutoStopDialog
from fogportable.ui.views.main_window import MainWindow
from fogportable.ui.wake_desk import ask_waking
from tests.fakes.kit import FakeKit
from tests.fakes.session import make_client, make_mac
from tests.gui.conftest import look, serve
from tests.gui.test_fog_rows import _choose, _do, _notice


@pytest.fixture
def room(window: MainWindow, kit: FakeKit) -> MainWindow:
    """Serving three computers; the last waits for approval."""
    waiting = replace(make_client(3, ClientStage.NEEDS_YOU), fault=describe(FaultCode.CLIENT_WAITS))
    kit.room.rows = (make_client(1, ClientStage.IN_MENU), make_client(2, ClientStage.LOADING), waiting)
    serve(window)
    window.pages.show_room()
    look(window)
    return window


def _part(window: MainWindow) -> ChargePart:
    return window.parts.the(ChargePart)


# --- waking -----------------------------------------------------------------------------------------------------


def test_chosen_computers_are_woken_and_it_is_said_by_which_card(room: MainWindow, kit: FakeKit) -> None:
    _choose(room, make_mac(1), make_mac(2))
    _do(room, "wake")
    assert [sorted(each) for each in kit.charge.woken] == [[make_mac(1), make_mac(2)]]
    assert _notices(room)["wake"].startswith("Wake-on-LAN was sent to 2 computers on enx1.")


def _notices(window: MainWindow) -> dict[str, str]:
    return {key: notice.sentence for key, notice in window.notice_bar._notices.items()}


def test_without_a_row_nobody_is_woken_and_it_is_said_what_to_do(room: MainWindow, kit: FakeKit) -> None:
    room.room_page.rows.table.clearSelection()
    _do(room, "wake")
    assert kit.charge.woken == []
    assert _notices(room)["wake"] == str(describe(FaultCode.NOBODY_TO_WAKE))


def test_what_cannot_be_sent_is_told(room: MainWindow, kit: FakeKit) -> None:
    kit.charge.error = ServiceError(FaultCode.WAKE_NOT_SENT, interface="enx1", reason="Network is down")
    _choose(room, make_mac(1))
    _do(room, "wake")
    assert _notices(room)["wake"] == str(kit.charge.error.fault)


def test_the_whole_room_is_woken_only_after_a_question_that_names_the_number(room: MainWindow, kit: FakeKit) -> None:
    lists = replace(room.choices.profile.clients, approved=(make_mac(3), make_mac(9)))
    room.choices.replace(replace(room.choices.profile, clients=lists))
    asked: list[int] = []
    answers = iter((False, True))

    def answer(_parent: QWidget | None, count: int) -> bool:
        asked.append(count)
        return next(answers)

    _part(room).waking.ask = answer
    _do(room, "wakeRoom")
    assert kit.charge.woken == []
    _do(room, "wakeRoom")
    assert asked == [4, 4]
    assert kit.charge.woken == [tuple(make_mac(place) for place in (1, 2, 3, 9))]


def test_a_rehearsal_wakes_nobody(window: MainWindow, kit: FakeKit) -> None:
    window.serving.rehearse()
    look(window)
    assert kit.rehearsal is not None
    kit.rehearsal.rows = (make_client(1),)
    for _ in range(3):
        look(window)
    window.pages.show_room()
    look(window)
    _choose(window, make_mac(1))
    _do(window, "wake")
    assert kit.charge.woken == []


def test_enter_does_not_wake_a_room(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QMessageBox] = []

    def show(box: QMessageBox) -> None:
        shown.append(box)

    monkeypatch.setattr(QMessageBox, "exec", show)
    assert not ask_waking(None, 30)
    (box,) = shown
    assert box.text() == "Switch on 30 computers?"
    assert box.defaultButton().text() == "&Cancel"


# --- approving --------------------------------------------------------------------------------------------------


def test_who_waits_is_told_once_for_all_and_approved_by_one_button(room: MainWindow, kit: FakeKit) -> None:
    assert _notice(room) == "1 computer waits for you to approve it."
    room.notice_bar.action_button.click()
    assert kit.charge.approved == [make_mac(3)]
    assert room.choices.profile.clients.approved == (make_mac(3),)
    assert room.choices.is_changed, "the profile can be saved with it"
    kit.room.rows = tuple(make_client(place) for place in (1, 2, 3))
    assert _notice(room).startswith("Approved: 1 computer. Start those again")
    assert "waiting" not in _notices(room)


def test_a_notice_that_was_hidden_comes_back_for_another_computer_only(room: MainWindow, kit: FakeKit) -> None:
    room.notice_bar.dismiss()
    assert _notice(room) == ""
    fault = describe(FaultCode.CLIENT_WAITS)
    more = (replace(make_client(place, ClientStage.NEEDS_YOU), fault=fault) for place in (3, 4))
    kit.room.rows = (*kit.room.rows[:2], *more)
    assert _notice(room) == "2 computers wait for you to approve them."


def test_chosen_rows_are_approved_and_taken_back(room: MainWindow, kit: FakeKit) -> None:
    _choose(room, make_mac(3))
    _do(room, "approve")
    assert kit.charge.approved == [make_mac(3)]
    _do(room, "approvalBack")
    assert kit.charge.approved == []
    assert room.choices.profile.clients.approved == ()
    assert _notices(room)["approved"] == "Taken back: 1 computer. They get no answer any more."


def test_switching_it_on_while_serving_lets_those_go_on_that_boot_already(room: MainWindow, kit: FakeKit) -> None:
    action = room.actions_by_name["onlyApproved"]
    assert not action.isChecked()
    action.trigger()
    look(room)
    assert kit.charge.is_approval_needed
    assert kit.charge.approved == [make_mac(1), make_mac(2)], "not the one that waits"
    assert room.choices.profile.clients.needs_approval
    action.trigger()
    assert not kit.charge.is_approval_needed
    assert not room.choices.profile.clients.needs_approval


def test_what_is_edited_on_the_boot_page_counts_at_once_while_serving(window: MainWindow, kit: FakeKit) -> None:
    serve(window)
    profile = window.choices.profile
    lists = replace(profile.clients, needs_approval=True, approved=(make_mac(7), make_mac(8)))
    window.choices.replace(replace(profile, clients=lists))
    assert kit.charge.is_approval_needed
    assert kit.charge.approved == [make_mac(7), make_mac(8)]
    window.choices.replace(replace(profile, clients=replace(lists, approved=(make_mac(8),))))
    assert kit.charge.approved == [make_mac(8)]


def test_the_switch_shows_what_the_profile_says(window: MainWindow) -> None:
    lists = replace(window.choices.profile.clients, needs_approval=True)
    window.choices.replace(replace(window.choices.profile, clients=lists))
    assert window.actions_by_name["onlyApproved"].isChecked()


# --- ending by itself -------------------------------------------------------------------------------------------


def _want(window: MainWindow, wish: StopWish) -> None:
    _part(window).ending.ask = lambda _parent, _before: wish
    _do(window, "autoStop")


def test_the_foot_says_when_it_stops_and_it_stops_then(room: MainWindow, kit: FakeKit) -> None:
    _want(room, StopWish(after_s=7200))
    due = (kit.charge.now + timedelta(hours=2)).astimezone()
    assert room.foot.note.text() == f"Stops at {due:%H:%M}"
    kit.room.rows = ()
    kit.charge.now += timedelta(hours=2)
    look(room)
    assert "stop because the time is over" in kit.calls
    look(room)
    assert room.foot.note.isHidden()
    assert _notices(room)["ended"] == "Serving ended by itself: the time is over."


def test_before_start_it_says_how_long_and_cancelling_changes_nothing(window: MainWindow, kit: FakeKit) -> None:
    _want(window, StopWish(after_s=1800, quiet_s=600))
    assert window.foot.note.text() == "Stops 30 min after Start or when all are done"
    _part(window).ending.ask = lambda _parent, before: None if before.after_s else StopWish()
    _do(window, "autoStop")
    assert kit.charge.stop_wish.after_s == 1800


def test_who_is_loading_is_waited_for_and_named(room: MainWindow, kit: FakeKit) -> None:
    _want(room, StopWish(after_s=60))
    kit.room.set_state(SessionState.SERVING, loading_computers=1)
    kit.charge.now += timedelta(minutes=2)
    look(room)
    assert room.foot.note.text() == "Stops once 1 computer is through"
    assert "stop" not in " ".join(kit.calls)


def test_a_rehearsal_does_not_end_by_it(window: MainWindow, kit: FakeKit) -> None:
    window.serving.rehearse()
    look(window)
    _want(window, StopWish(after_s=60))
    kit.charge.now += timedelta(hours=2)
    look(window)
    assert "stop" not in " ".join(kit.calls)


@pytest.mark.parametrize(
    "wish", [StopWish(), StopWish(at=time(16, 30)), StopWish(after_s=5400), StopWish(time(8, 5), 60, 1200)]
)
def test_the_dialog_gives_back_what_it_was_given(qtbot: QtBot, wish: StopWish) -> None:
    dialog = AutoStopDialog(wish)
    qtbot.addWidget(dialog)
    assert dialog.wish() == wish
