"""This laptop's firewall in the window: asked for, consented, listed, taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from fogportable.errors import FaultCode, ServiceError, describe
from fogportable.model import ChangeOwner, Finding, LaptopChanges, Topic, Verdict
from fogportable.ui.dialogs.firewall import FirewallDialog
from fogportable.ui.firewall_part import FirewallPart
from fogportable.ui.views.main_window import MainWindow
from fogportable.ui.widgets.changes_card import ChangesCard
from tests.fakes.firewall_kit import COMMANDS
from tests.fakes.kit import ALL_WELL, FakeKit
from tests.gui.conftest import Clock, look, serve

BLOCKS = describe(
    FaultCode.FIREWALL_BLOCKS,
    what="67/udp and 69/udp",
    rule="chain input of table inet filter drops what no rule accepts",
    command="; ".join(COMMANDS),
)
LEFT = LaptopChanges(COMMANDS, ChangeOwner.LEFT)


def close_firewall(window: MainWindow, kit: FakeKit) -> None:
    """As the check finds it."""
    kit.found = (*ALL_WELL[:3], Finding(Topic.FIREWALL, Verdict.WARNING, BLOCKS.message, (BLOCKS,)), ALL_WELL[4])
    window.surroundings.look()
    look(window)


def allow_button(window: MainWindow) -> QPushButton:
    button = window.findChild(QPushButton, "allowInFirewall")
    assert button is not None
    return button


def question(window: MainWindow) -> FirewallDialog:
    """What is asked before anything is changed."""
    allow_button(window).click()
    look(window)
    dialog = window.parts.the(FirewallPart).dialog
    assert dialog is not None
    return dialog


def card(window: MainWindow) -> ChangesCard:
    return window.room_page.before_start.changes


def test_button_is_there_only_where_the_firewall_keeps_computers_out(window: MainWindow, kit: FakeKit) -> None:
    assert not allow_button(window).isVisible()
    close_firewall(window, kit)
    assert allow_button(window).isVisible()
    sentence = window.room_page.before_start.rows[Topic.FIREWALL].sentence.text()
    assert "67/udp and 69/udp" in sentence
    assert "nft insert" not in sentence, "the commands stand in the question"


def test_question_names_every_command_how_long_and_the_password(window: MainWindow, kit: FakeKit) -> None:
    kit.firewall.asks = True
    close_firewall(window, kit)
    dialog = question(window)
    assert kit.firewall.calls == ["plan"], "nothing is changed before somebody has agreed"
    assert dialog.commands.toPlainText().split("\n") == list(COMMANDS)
    words = {label.objectName(): label.text() for label in dialog.findChildren(QLabel)}
    assert "until Stop" in words["firewallHowLong"]
    assert "password" in words["firewallRights"]
    dialog.copy_button.click()
    assert QApplication.clipboard().text().split("\n") == list(COMMANDS)
    dialog.reject()
    look(window)
    assert kit.firewall.calls == ["plan"]
    assert not card(window).isVisible()


def test_consent_opens_lists_and_stop_takes_back(window: MainWindow, kit: FakeKit) -> None:
    close_firewall(window, kit)
    question(window).accept()
    look(window)
    assert window.notice_bar.sentence_label.text() == "Computers are let in through the firewall until Stop."
    assert card(window).isVisible()
    assert card(window).commands.text().split("\n") == list(COMMANDS)
    serve(window)
    window.pages.show_network()
    assert window.pages.network.changes.isVisible(), "it is listed while a room is served, too"
    window.serving.stop()
    look(window)
    assert kit.firewall.calls == ["plan", "open", "take back"]
    assert not card(window).isVisibleTo(window)
    assert not window.pages.network.changes.isVisible()


def test_whole_way_by_keyboard(window: MainWindow, kit: FakeKit, qtbot: QtBot) -> None:
    close_firewall(window, kit)
    window.activateWindow()
    button = allow_button(window)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    look(window)
    dialog = window.parts.the(FirewallPart).dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.allow_button.hasFocus)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    look(window)
    assert "open" in kit.firewall.calls
    window.activateWindow()
    undo = card(window).undo_button
    undo.setFocus()
    qtbot.waitUntil(undo.hasFocus)
    qtbot.keyClick(undo, Qt.Key.Key_Space)
    look(window)
    assert kit.firewall.calls[-1] == "take back"
    assert window.notice_bar.sentence_label.text() == "What was opened in the firewall was taken back."


def test_escape_in_the_question_changes_nothing(window: MainWindow, kit: FakeKit, qtbot: QtBot) -> None:
    close_firewall(window, kit)
    dialog = question(window)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    look(window)
    assert kit.firewall.calls == ["plan"]
    assert window.parts.the(FirewallPart).dialog is None


def test_open_firewall_is_no_question(window: MainWindow, kit: FakeKit) -> None:
    kit.firewall.planned = None
    window.actions_by_name["allowInFirewall"].trigger()
    look(window)
    assert window.parts.the(FirewallPart).dialog is None
    assert window.notice_bar.sentence_label.text() == "The firewall lets computers in already."


@pytest.mark.parametrize("when", ["plan", "open"])
def test_refusal_is_a_sentence_with_a_remedy(window: MainWindow, kit: FakeKit, when: str) -> None:
    close_firewall(window, kit)
    refused = ServiceError(FaultCode.FIREWALL_NOT_CHANGED, commands="nft insert rule", detail="closed")
    if when == "plan":
        kit.firewall.error = refused
        allow_button(window).click()
    else:
        dialog = question(window)
        kit.firewall.error = refused
        dialog.accept()
    look(window)
    assert window.notice_bar.sentence_label.text() == str(refused.fault)
    assert "Let them in yourself (nft insert rule)" in window.notice_bar.sentence_label.text()
    assert not card(window).isVisible()


def test_closing_at_rest_takes_back_what_was_opened(window: MainWindow, kit: FakeKit) -> None:
    close_firewall(window, kit)
    question(window).accept()
    look(window)
    window.close()
    assert kit.firewall.calls == ["plan", "open", "take back"]


def test_what_a_crash_left_is_taken_back_and_told(kit: FakeKit, clock: Clock, qtbot: QtBot) -> None:
    kit.firewall.found = LEFT
    window = MainWindow(kit, clock=clock)
    qtbot.addWidget(window)
    window.show()
    look(window)
    look(window)
    assert kit.firewall.calls == ["take back"]
    assert window.notice_bar.sentence_label.text() == (
        "FOG Portable ended without Stop before. What it had opened in the firewall was taken back: "
        f"{COMMANDS[0]} and 4 more"
    )
    assert not card(window).isVisible()


def test_password_is_not_asked_for_uninvited_after_a_crash(kit: FakeKit, clock: Clock, qtbot: QtBot) -> None:
    kit.firewall.found, kit.firewall.asks = LEFT, True
    window = MainWindow(kit, clock=clock)
    qtbot.addWidget(window)
    window.show()
    look(window)
    assert kit.firewall.calls == []
    assert card(window).isVisible()
    notice = window.notice_bar
    assert "asks for your password" in notice.sentence_label.text()
    notice.action_button.click()
    look(window)
    assert kit.firewall.calls == ["take back"]
    assert "was taken back" in notice.sentence_label.text()


def test_what_was_taken_back_for_a_crashed_run_is_told_without_a_password(
    kit: FakeKit, clock: Clock, qtbot: QtBot
) -> None:
    kit.firewall.found, kit.firewall.asks = replace(LEFT, owner=ChangeOwner.TAKEN_BACK), True
    window = MainWindow(kit, clock=clock)
    qtbot.addWidget(window)
    window.show()
    look(window)
    look(window)
    assert "was taken back" in window.notice_bar.sentence_label.text()


def test_what_another_program_has_opened_is_its_own_to_take_back(window: MainWindow, kit: FakeKit) -> None:
    kit.firewall.found = replace(LEFT, owner=ChangeOwner.ELSEWHERE)
    window.surroundings.look()
    look(window)
    assert card(window).isVisible()
    assert not card(window).undo_button.isVisible()
    window.close()
    assert kit.firewall.calls == []
