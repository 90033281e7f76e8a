"""The Room page: cards, waiting block, table; chips, find, and what the cards say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from fogportable.errors import FaultCode, describe
from fogportable.model import ClientStage, Finding, Room, SessionState, Topic, Verdict
from fogportable.ui.models.client_table import Chip, ClientRole
from fogportable.ui.shapes import Shape
from fogportable.ui.views.main_window import MainWindow
from tests.fakes.kit import ALL_WELL, FakeKit
from tests.fakes.session import NOW_S, make_client, mixed_room
from tests.gui.conftest import Clock, look, serve


def chip_button(window: MainWindow, chip: Chip) -> QPushButton:
    button = window.room_page.rows.chips.findChild(QPushButton, f"chip_{chip.value}")
    assert button is not None
    return button


def shown(window: MainWindow) -> list[ClientStage]:
    model = window.room_page.rows.model
    clients = (model.index(row, 0).data(ClientRole.CLIENT) for row in range(model.rowCount()))
    return [client.stage for client in clients]


@pytest.fixture
def busy(window: MainWindow, kit: FakeKit) -> MainWindow:
    """Serving thirty computers in all stages."""
    serve(window)
    kit.room.rows = mixed_room()
    window.bridge.tick()
    return window


def test_cards_come_first_then_waiting_then_the_table(window: MainWindow, kit: FakeKit) -> None:
    page = window.room_page
    assert page.pages.currentWidget() is page.before_start
    serve(window)
    assert page.pages.currentWidget() is page.waiting
    kit.room.rows = (make_client(1, ClientStage.LEFT_ALONE),)
    window.bridge.tick()
    assert page.pages.currentWidget() is page.waiting, "a phone is not the first computer"
    kit.room.rows = (make_client(1),)
    window.bridge.tick()
    assert page.is_showing_table


def test_rows_stay_after_stop_and_cards_come_on_request(busy: MainWindow, kit: FakeKit) -> None:
    busy.serving.stop()
    look(busy)
    assert busy.serving.is_at_rest
    assert busy.room_page.is_showing_table
    busy.actions_by_name["cards"].trigger()
    assert busy.room_page.is_showing_cards
    look(busy)
    assert busy.room_page.is_showing_cards
    busy.actions_by_name["cards"].trigger()
    assert busy.room_page.is_showing_table


def test_findings_are_shown_with_their_remedy(window: MainWindow, kit: FakeKit) -> None:
    held = describe(FaultCode.PORT_IN_USE, port=67, holder="dnsmasq", pid=812)
    kit.found = (ALL_WELL[0], Finding(Topic.PORTS, Verdict.WARNING, held.message, (held,)), *ALL_WELL[2:])
    window.surroundings.look()
    look(window)
    row = window.room_page.before_start.rows[Topic.PORTS]
    assert row.shape.shape is Shape.NEEDS_YOU
    assert row.sentence.text() == f"{held.message}\n{held.remedy}"
    assert window.room_page.before_start.rows[Topic.NETWORK].shape.shape is Shape.DONE


def test_boot_files_are_offered_where_they_are_missing(window: MainWindow, kit: FakeKit, qtbot: QtBot) -> None:
    cards = window.room_page.before_start
    assert not cards.fetch_button.isVisible()
    missing = describe(FaultCode.NO_BOOT_FILES)
    kit.found = (*ALL_WELL[:3], Finding(Topic.BOOT_FILES, Verdict.BLOCKED, missing.message, (missing,)))
    qtbot.mouseClick(cards.check_button, Qt.MouseButton.LeftButton)
    look(window)
    assert cards.fetch_button.isVisible()
    assert cards.first_remedy() is cards.fetch_button
    assert "--boot" not in cards.rows[Topic.BOOT_FILES].sentence.text(), "the window speaks of its own buttons"


def test_what_will_be_served_is_told(window: MainWindow) -> None:
    window.choices.set_room(Room("Room 204", 30))
    look(window)
    assert window.room_page.before_start.facts.texts == {
        "network": "USB Ethernet · 192.168.1.20/24 · 1 Gb/s",
        "boot": "iPXE 1.21.1 from Debian 13",
        "kinds": "BIOS, UEFI x64, UEFI ARM64",
        "menu": "1 entry; after 10 s: Boot from the local disk",
        "room": "Room 204 · 30 computers",
        "addresses": "from the DHCP server of the site, never from here",
    }


def test_waiting_counts_requests_and_hints_after_a_minute(window: MainWindow, kit: FakeKit, clock: Clock) -> None:
    serve(window)
    waiting = window.room_page.waiting
    assert not waiting.hint.isVisible()
    clock.now_s += 61
    window.bridge.tick()
    assert waiting.hint.isVisible()
    kit.room.set_state(SessionState.SERVING, requests_heard=4)
    window.bridge.tick()
    assert waiting.counter.text() == "DHCP requests heard: 4"
    assert not waiting.hint.isVisible(), "something was heard: the hint would be wrong"


def test_chips_count_and_filter(busy: MainWindow, qtbot: QtBot) -> None:
    assert chip_button(busy, Chip.ALL).text() == "All  30"
    assert chip_button(busy, Chip.NEED_YOU).text().strip() == "Need you  2"
    qtbot.mouseClick(chip_button(busy, Chip.NEED_YOU), Qt.MouseButton.LeftButton)
    assert shown(busy) == [ClientStage.FAILED, ClientStage.NEEDS_YOU]
    qtbot.mouseClick(chip_button(busy, Chip.ALL), Qt.MouseButton.LeftButton)
    assert len(shown(busy)) == 30


def test_rare_chips_are_there_only_with_somebody_in_them(window: MainWindow, kit: FakeKit) -> None:
    serve(window)
    kit.room.rows = (make_client(1),)
    window.bridge.tick()
    assert not chip_button(window, Chip.SILENT).isVisible()
    assert not chip_button(window, Chip.LEFT_ALONE).isVisible()
    kit.room.rows = (make_client(1), make_client(2, ClientStage.LEFT_ALONE))
    window.bridge.tick()
    assert chip_button(window, Chip.LEFT_ALONE).isVisible()


def test_computers_not_seen_are_told(window: MainWindow, kit: FakeKit) -> None:
    window.choices.set_room(Room("Room 204", 32))
    serve(window)
    kit.room.rows = mixed_room()
    window.bridge.tick()
    assert window.room_page.rows.chips._missing.text() == "2 not seen yet"
    assert window.serve_bar.room_bar.blocks.count("trough") == 2


def test_chips_become_one_box_where_they_do_not_fit(busy: MainWindow) -> None:
    chips = busy.room_page.rows.chips
    assert not chips.is_compact
    busy.resize(640, 400)
    assert chips.is_compact
    chips._box.activated.emit(list(Chip).index(Chip.NEED_YOU))
    assert len(shown(busy)) == 2
    busy.resize(1280, 800)
    assert not chips.is_compact
    assert chip_button(busy, Chip.NEED_YOU).isChecked()


def test_chips_stay_chips_when_the_first_computers_come_on_another_page(window: MainWindow, kit: FakeKit) -> None:
    window.pages.show_boot()
    serve(window)
    kit.room.rows = mixed_room()
    window.bridge.tick()
    assert not window.room_page.rows.chips.is_compact
    window.pages.show_room()
    assert not window.room_page.rows.chips.is_compact


def test_escape_goes_one_step_back_and_never_stops(busy: MainWindow, kit: FakeKit, qtbot: QtBot) -> None:
    rows = busy.room_page.rows
    rows.chips.choose(Chip.NEED_YOU)
    busy.actions_by_name["find"].trigger()
    qtbot.keyClicks(rows.find_field, "fujitsu")
    assert shown(busy) == [ClientStage.NEEDS_YOU]
    qtbot.keyClick(rows.find_field, Qt.Key.Key_Escape)
    assert rows.find_field.text() == ""
    assert shown(busy) == [ClientStage.FAILED, ClientStage.NEEDS_YOU]
    qtbot.keyClick(rows.table, Qt.Key.Key_Escape)
    assert rows.chips.chip is Chip.ALL
    qtbot.keyClick(rows.table, Qt.Key.Key_Escape)
    assert "stop" not in kit.calls


def test_rows_settle_every_two_seconds_and_never_under_the_pointer(
    window: MainWindow, kit: FakeKit, clock: Clock
) -> None:
    serve(window)
    kit.room.rows = (make_client(1), make_client(2))
    clock.now_s += 10
    window.bridge.tick()
    kit.room.rows = (make_client(1), make_client(2, ClientStage.FAILED))
    clock.now_s += 1
    window.bridge.tick()
    assert shown(window) == [ClientStage.ASKING, ClientStage.FAILED], "too soon"
    viewport = window.room_page.rows.table.viewport()
    here = QPointF(20, 20)
    QApplication.sendEvent(viewport, QEnterEvent(here, here, here))
    clock.now_s += 10
    window.bridge.tick()
    assert shown(window) == [ClientStage.ASKING, ClientStage.FAILED], "under the pointer"
    QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    window.bridge.tick()
    assert shown(window) == [ClientStage.FAILED, ClientStage.ASKING]


def test_f8_walks_through_trouble(busy: MainWindow, clock: Clock) -> None:
    clock.now_s = NOW_S + 10
    busy.bridge.tick()
    walked = []
    for _ in range(3):
        busy.actions_by_name["nextTrouble"].trigger()
        walked.append(busy.room_page.rows.table.currentIndex().data(ClientRole.CLIENT).stage)
    assert walked == [ClientStage.FAILED, ClientStage.NEEDS_YOU, ClientStage.FAILED]


def test_copied_row_reads_well_in_a_chat(busy: MainWindow) -> None:
    busy.actions_by_name["nextTrouble"].trigger()
    busy.actions_by_name["copy"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.count("\n") == 0
    assert copied.startswith("3c:52:82:6a:00:09 · 192.168.1.109 · HP · UEFI x64 (7) · Failed · debian/linux did not")
