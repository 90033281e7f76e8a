"""The drawer of one computer: opens on Enter, follows the selection, says why and what comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from fogportable.model import ClientDiagnosis, ClientStage, FogLight, Journey, JourneyStep, NextStep
from fogportable.protocol.address import MacAddress
from fogportable.session.packet_sheets import PacketSheet
from fogportable.ui.journey_desk import JourneyDesk
from fogportable.ui.journey_part import JourneyPart
from fogportable.ui.models.journey import JourneyModel, StepRole
from fogportable.ui.views.main_window import MainWindow
from tests.fakes.kit import FakeKit
from tests.fakes.session import NOW, make_client, make_mac
from tests.gui.conftest import look, serve

BLOCKED = ClientDiagnosis(
    "tftp-data-blocked", "likely", "The boot file never arrives.", "Allow FOG Portable in this laptop's firewall."
)


def step(number: int, text: str, *, attempt: int = 1, is_odd: bool = False) -> JourneyStep:
    return JourneyStep(number, NOW + timedelta(seconds=number), attempt, text, is_odd)


JOURNEY = Journey(
    (
        step(3, "asked for network boot: the firmware, UEFI x64 (7)"),
        step(4, "was offered ipxe.efi"),
        step(9, "took the address 192.168.1.101 from 192.168.1.1"),
        step(12, "did not get ipxe.efi: the client did not answer", is_odd=True),
    ),
    NextStep("it tries again, or another file", 12.0),
    ("boot.ipxe",),
)
SHEETS = (
    PacketSheet(NOW, "DHCP DISCOVER", "Ethernet\n  type = IPv4", "0000  ff ff", 3, False),
    PacketSheet(NOW, "DHCP OFFER", "BOOTP\n  op = BOOTREPLY", "0000  00 11", 4, True),
)


@pytest.fixture
def room(window: MainWindow, kit: FakeKit) -> MainWindow:
    """Two computers; the first is stuck."""
    serve(window)
    stuck = make_client(1, ClientStage.NEEDS_YOU, doing=BLOCKED.words, diagnosis=BLOCKED, attempts=2)
    kit.room.rows = (stuck, make_client(2, ClientStage.IN_MENU, lights=frozenset({FogLight.SCRIPT})))
    kit.room.journeys = {make_mac(1): JOURNEY, make_mac(2): Journey((step(20, "loaded boot.ipxe"),))}
    kit.room.sheets = SHEETS
    window.bridge.tick()
    return window


def desk_of(window: MainWindow) -> JourneyDesk:
    return window.parts.the(JourneyPart).desk


def choose(window: MainWindow, mac: MacAddress) -> None:
    rows = window.room_page.rows
    row = next(row for row in range(rows.model.rowCount()) if rows.model.client_at(row).mac == mac)
    rows.table.selectRow(row)
    rows.table.setFocus()


@pytest.fixture
def opened(room: MainWindow, qtbot: QtBot) -> JourneyDesk:
    choose(room, make_mac(1))
    qtbot.keyClick(room.room_page.rows.table, Qt.Key.Key_Return)
    return desk_of(room)


def test_enter_opens_it_and_selection_alone_does_not(room: MainWindow, qtbot: QtBot) -> None:
    choose(room, make_mac(1))
    assert not desk_of(room).is_open
    qtbot.keyClick(room.room_page.rows.table, Qt.Key.Key_Return)
    drawer = desk_of(room).drawer
    assert drawer.isVisible()
    assert drawer.width() == 364


def test_it_says_who_why_and_what_to_do(opened: JourneyDesk) -> None:
    drawer = opened.drawer
    assert drawer.title.text().startswith("Dell")
    assert str(make_mac(1)) in drawer.who.text()
    assert "attempt 2" in drawer.who.text()
    assert drawer.verdict.sentence.text() == "Likely: The boot file never arrives."
    assert drawer.verdict.remedy.text() == BLOCKED.remedy
    assert drawer.files.text() == "Files it has: boot.ipxe"


def test_the_next_step_is_the_last_row(opened: JourneyDesk) -> None:
    model = opened.drawer.model
    last = model.index(model.rowCount() - 1)
    assert model.rowCount() == 5
    assert last.data() == "Next: it tries again, or another file (within 12 s)"
    assert last.data(StepRole.NEXT) is not None
    assert last.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Expected next: ")
    odd = model.index(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "trouble, did not get ipxe.efi" in odd


def test_it_follows_the_selection_and_its_buttons_walk(room: MainWindow, opened: JourneyDesk, qtbot: QtBot) -> None:
    buttons = {each.accessibleName(): each for each in opened.drawer.findChildren(QToolButton)}
    qtbot.mouseClick(buttons["Next computer"], Qt.MouseButton.LeftButton)
    assert opened.drawer.client is not None
    assert opened.drawer.client.mac == make_mac(2)
    assert not opened.drawer.verdict.isVisible()
    assert opened.drawer.fog.isVisible()
    choose(room, make_mac(1))
    assert opened.drawer.client.mac == make_mac(1)


def test_escape_closes_it_and_goes_back_to_the_table(room: MainWindow, opened: JourneyDesk, qtbot: QtBot) -> None:
    qtbot.keyClick(room.room_page.rows.table, Qt.Key.Key_Escape)
    assert not opened.is_open
    assert room.room_page.rows.table.hasFocus()
    opened.open()
    opened.drawer.list.setFocus()
    qtbot.keyClick(opened.drawer.list, Qt.Key.Key_Escape)
    assert not opened.is_open


def test_it_covers_the_table_when_narrow(room: MainWindow, opened: JourneyDesk) -> None:
    table = room.room_page.rows.table
    room.resize(640, 400)
    look(room)
    assert opened.drawer.isVisible()
    assert not table.isVisible()
    room.resize(1280, 800)
    look(room)
    assert table.isVisible()
    assert opened.drawer.width() == 364
    room.resize(640, 400)
    look(room)
    opened.close()
    assert table.isVisible()


def test_a_verdict_that_clears_itself_leaves_the_drawer(room: MainWindow, kit: FakeKit, opened: JourneyDesk) -> None:
    kit.room.rows = (make_client(1, ClientStage.LOADING, doing="Loading ipxe.efi"), kit.room.rows[1])
    kit.room.journeys[make_mac(1)] = replace(
        JOURNEY, steps=(*JOURNEY.steps, step(30, "began to load ipxe.efi, 1.0 MB")), next_step=None
    )
    room.bridge.tick()
    assert not opened.drawer.verdict.isVisible()
    assert opened.drawer.model.rowCount() == 5
    assert opened.drawer.model.index(4).data() == "Began to load ipxe.efi, 1.0 MB"


def test_copy_reads_well_in_a_chat(opened: JourneyDesk, qtbot: QtBot) -> None:
    qtbot.mouseClick(opened.drawer.copy_button, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    for part in (str(make_mac(1)), "Likely: The boot file never arrives.", "tftp-data-blocked", "Was offered ipxe.efi"):
        assert part in text
    assert "Next: it tries again" in text


def test_a_step_leads_to_its_packets(room: MainWindow, opened: JourneyDesk, qtbot: QtBot) -> None:
    opened.drawer.list.setCurrentIndex(opened.drawer.model.index(1))
    qtbot.mouseClick(opened.drawer.packets_button, Qt.MouseButton.LeftButton)
    look(room)
    dialog = opened.packets
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.list.currentItem().text().endswith("sent  DHCP OFFER")
    assert "BOOTREPLY" in dialog.words.toPlainText()
    assert dialog.octets.toPlainText() == "0000  00 11"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert opened.packets is None


def test_a_computer_that_is_left_alone_says_why(room: MainWindow, kit: FakeKit, opened: JourneyDesk) -> None:
    kit.room.rows = (
        make_client(1, ClientStage.LEFT_ALONE, doing="Left alone: it did not ask for network boot"),
        kit.room.rows[1],
    )
    room.bridge.tick()
    assert opened.drawer.verdict.sentence.text() == "Left alone: it did not ask for network boot"


def test_the_menu_opens_it_too_and_takes_the_first_row(room: MainWindow) -> None:
    room.actions_by_name["journey"].trigger()
    assert desk_of(room).is_open


def test_a_longer_journey_only_grows() -> None:
    model = JourneyModel()
    model.show(JOURNEY)
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    longer = replace(JOURNEY, steps=(*JOURNEY.steps, step(30, "asked for network boot", attempt=2)))
    assert model.show(longer)
    assert not model.show(longer)
    assert resets == []
    assert model.index(4).data(StepRole.BEGINS_ATTEMPT) is True
    model.show(Journey())
    assert model.rowCount() == 0
