"""The card "This network", the silent room and the keys of the makers."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Interface
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from fogportable.errors import FaultCode, ServiceError
from fogportable.model import NetworkInterface
from fogportable.ui.network_part import NetworkPart
from fogportable.ui.shapes import Shape
from fogportable.ui.views.main_window import MainWindow
from fogportable.ui.widgets.network_card import NetworkCard
from tests.fakes.kit import CABLE_OUT, USB, FakeKit
from tests.fakes.network_kit import PLAIN, SECOND_KIT, SILENT
from tests.gui.conftest import Clock, look, serve


@pytest.fixture
def card(window: MainWindow) -> NetworkCard:
    return window.room_page.before_start.network_card


def facts_of(card: NetworkCard) -> dict[str, str]:
    assert card.facts is not None
    return card.facts.texts


def test_nothing_is_asked_by_itself_and_start_does_not_wait(
    window: MainWindow, kit: FakeKit, card: NetworkCard
) -> None:
    assert kit.network.calls == []
    assert "You can start without asking" in card.sentence.text()
    assert "password" not in card.when.text()
    assert window.serve_bar.main_button.isEnabled()


def test_password_is_explained_before_it_is_asked_for(window: MainWindow, kit: FakeKit, card: NetworkCard) -> None:
    kit.network.needs_password = True
    window.parts.the(NetworkPart).checking.show()
    assert "asks for your password first, because only an administrator" in card.when.text()


def test_ctrl_k_asks_and_the_card_shows_verdict_facts_and_age(
    window: MainWindow, kit: FakeKit, card: NetworkCard, clock: Clock, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    look(window)
    assert kit.network.calls == ["check enx1"]
    assert card.sentence.text() == PLAIN.sentence
    assert card.shape.shape is Shape.DONE
    facts = facts_of(card)
    assert facts["addresses"] == "192.168.1.1"
    assert (facts["boot"], facts["tree"], facts["switch"], facts["igmp"]) == (
        "none answered",
        "not heard yet",
        "not heard yet",
        "not heard yet",
    )
    assert facts["now"] == "BIOS (likely), UEFI, iPXE: nothing now, from here after Start"
    assert card.when.text() == "Heard just now on USB Ethernet."
    clock.now_s += 125
    window.bridge.tick()
    assert card.when.text() == "Heard 2 min ago on USB Ethernet."
    assert window.serve_bar.sentence.text() != "Nothing has been sent."


def test_running_check_shows_how_far_it_is_and_ends_when_cancelled(
    window: MainWindow, kit: FakeKit, card: NetworkCard, clock: Clock
) -> None:
    kit.network.let_check_end.clear()
    card.check_button.click()
    clock.now_s += 4.75
    window.bridge.tick()
    assert card.check_button.text() == "Cancel chec&k"
    assert card._progress is not None
    assert card._progress.value() == 50
    assert window.serve_bar.main_button.isEnabled()
    card.check_button.click()
    look(window)
    assert "Not asked yet" in card.sentence.text()
    assert card.check_button.text() == "Check networ&k"
    assert card.check_button.isEnabled()


@pytest.mark.parametrize(
    "now",
    [
        replace(USB, addresses=(IPv4Interface("10.1.2.3/24"),)),
        replace(USB, has_link=False),
    ],
)
def test_what_was_learned_is_out_of_date_once_the_card_is_in_another_network(
    window: MainWindow, kit: FakeKit, card: NetworkCard, now: NetworkInterface
) -> None:
    card.check_button.click()
    look(window)
    kit.cards = (now, *kit.cards[1:])
    window.surroundings.look()
    look(window)
    assert card.when.text().startswith("Out of date")
    assert card.shape.shape is Shape.NOT_SEEN


def test_failure_is_told_with_its_remedy(window: MainWindow, kit: FakeKit, card: NetworkCard) -> None:
    kit.network.check_error = ServiceError(FaultCode.PERMISSION_REFUSED)
    card.check_button.click()
    look(window)
    assert "did not allow" in card.sentence.text()
    assert card.shape.shape is Shape.FAILED
    assert card.check_button.isEnabled()


def test_colleagues_kit_is_called_by_the_name_that_the_site_gives_it(
    window: MainWindow, kit: FakeKit, card: NetworkCard
) -> None:
    kit.network.look, kit.network.name = SECOND_KIT, "annas-laptop"
    card.check_button.click()
    look(window)
    look(window)
    facts = facts_of(card)
    assert facts["boot"] == "192.168.1.9 (annas-laptop): another FOG Portable"
    assert facts["advice"] == "Nothing: the other FOG Portable serves this network"
    assert facts["tree"] == "heard, a new port opens after up to 30 s"
    assert facts["switch"] == "sw-204, port 12, VLAN 204"


def test_card_without_a_cable_says_so_and_cannot_be_asked(window: MainWindow, kit: FakeKit, card: NetworkCard) -> None:
    kit.cards = (CABLE_OUT,)
    window.choices.choose_interface(CABLE_OUT.name)
    look(window)
    assert not card.check_button.isEnabled()
    assert card.sentence.text() in ("Choose a network first.", "The cable of Ethernet is not plugged in.")


def test_long_texts_of_the_cards_are_not_cut(window: MainWindow, kit: FakeKit, card: NetworkCard) -> None:
    kit.network.look = SECOND_KIT
    card.check_button.click()
    look(window)
    page = window.room_page.before_start.widget()
    assert page is not None
    labels = [each for each in page.findChildren(QLabel) if each.isVisible() and each.wordWrap()]
    assert [each.text() for each in labels if each.height() < each.heightForWidth(each.width())] == []


# --- the silent room ------------------------------------------------------------------------------------------------


def test_silent_room_names_what_this_network_showed(window: MainWindow, kit: FakeKit, clock: Clock) -> None:
    kit.network.look = SILENT
    serve(window)
    waiting = window.room_page.waiting
    assert not waiting.hint.isVisible()
    clock.now_s += 61
    window.bridge.tick()
    assert waiting.hint.isVisible()
    assert "not heard here yet" not in waiting.hint.text()
    waiting.check_button.click()
    look(window)
    look(window)
    text = waiting.hint.text()
    assert "stays shut for up to 30 s" in text
    assert "sw-204, port 12, VLAN 204" in text
    assert "No DHCP server answered here" in text
    assert "Our own broadcasts did not come back" in text
    assert waiting.check_words.text() == SILENT.sentence


def test_loop_comes_first_among_the_reasons(window: MainWindow, kit: FakeKit) -> None:
    kit.network.look = replace(SILENT, came_back=3)
    serve(window)
    window.room_page.waiting.check_button.click()
    look(window)
    look(window)
    assert "1. Our own broadcasts came back" in window.room_page.waiting.hint.text()


def test_waiting_shows_the_keys_of_common_makers(window: MainWindow) -> None:
    shown = {label.text() for label in window.room_page.waiting.findChildren(QLabel)}
    assert {"Dell", "HP", "F12"} <= shown
    assert "VirtualBox" not in shown


def test_keys_of_all_makers_are_saved_as_a_pdf(window: MainWindow, tmp_path: Path) -> None:
    part = window.parts.the(NetworkPart)
    window.actions_by_name["bootKeys"].trigger()
    dialog = part.keys_dialog
    assert dialog is not None
    assert "VirtualBox" in dialog.text.toPlainText()
    file = tmp_path / "keys.pdf"
    dialog.ask_file = lambda _: file
    dialog.save_button.click()
    assert file.read_bytes().startswith(b"%PDF")
    assert str(file) in dialog.outcome.text()
    dialog.ask_file = lambda _: tmp_path / "nowhere" / "keys.pdf"
    dialog.save_button.click()
    assert "could not be written" in dialog.outcome.text()
    printed: list[str] = []

    def take(_parent: QWidget, document: QTextDocument) -> bool:
        printed.append(document.toPlainText())
        return True

    dialog.ask_printer = take
    dialog.print_button.click()
    assert "Dell" in printed[0]
    dialog.close_button.click()
    assert part.keys_dialog is None
