"""For those who do not see or do not use a mouse: names, mnemonics, focus, keys alone, announcements."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fogportable.errors import FaultCode, describe
from fogportable.model import ClientStage, Finding, SessionState, Topic, Verdict
from fogportable.ui.models.client_table import Chip
from fogportable.ui.views.main_window import MainWindow
from fogportable.ui.views.pages import BOOT, FOG, LOG, NETWORK, REPORT, ROOM
from fogportable.ui.widgets.notice_bar import Gravity, Notice
from tests.fakes.kit import ALL_WELL, FakeKit
from tests.fakes.session import make_client, mixed_room
from tests.gui.conftest import Clock, look, pass_shortest_time, serve

_CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractItemView, QProgressBar)

#: Parts that Qt builds inside a control; the control itself has the name.
_INNER = re.compile(r"^qt_|^$")


def controls(region: QWidget) -> list[QWidget]:
    """What can be used or read in a region, as it is shown now."""
    found = [each for kind in _CONTROLS for each in region.findChildren(kind) if each.isVisible()]
    return [each for each in found if each.objectName() and not _INNER.match(each.objectName())]


def name_of(widget: QWidget) -> str:
    """As assistive technology gets it."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text().replace("&", "").rstrip("…").strip()
    labels = widget.window().findChildren(QLabel)
    buddies = [label.text().replace("&", "") for label in labels if label.buddy() is widget]
    return buddies[0] if buddies else ""


def go_to(window: MainWindow, kit: FakeKit, where: str) -> None:
    if where in ("waiting", "serving", "narrow"):
        serve(window)
    if where in ("serving", "narrow"):
        kit.room.rows = mixed_room()
        window.notice_bar.post(Notice("x", Gravity.NEEDS, "Another boot server also answers.", "What to do"))
        window.bridge.tick()
    if where == "narrow":
        window.resize(640, 400)
        window.serve_bar.setup_button.setChecked(True)
    window.pages.show_page(
        {"boot": BOOT, "network": NETWORK, "fog": FOG, "log": LOG, "report": REPORT}.get(where, ROOM)
    )
    QApplication.processEvents()


WHERE = pytest.mark.parametrize(
    "where", ["before", "waiting", "serving", "narrow", "boot", "network", "fog", "log", "report"]
)


@WHERE
def test_every_control_has_a_name_for_people(window: MainWindow, kit: FakeKit, where: str) -> None:
    go_to(window, kit, where)
    assert len(controls(window)) >= 5
    for control in controls(window):
        name = name_of(control)
        assert name, f"{control.objectName()} has no name"
        assert "&" not in name
        assert "…" not in name
        assert not re.search(r"\s\d+$", name), f"{name}: counts belong into the description"
        assert not re.search(r"\.(svg|py)$|^Q[A-Z]", name), name


@WHERE
def test_a_box_says_what_it_is_for_where_its_value_is_told_as_its_name(
    window: MainWindow, kit: FakeKit, where: str
) -> None:
    """AT-SPI gets its value as its name (seen in a dump), so a label, a description or its words must say more."""
    go_to(window, kit, where)
    labelled = [label.buddy() for label in window.findChildren(QLabel) if label.buddy() is not None]
    for box in window.findChildren(QComboBox):
        if not box.isVisible():
            continue
        is_told = box in labelled or box.accessibleDescription() or box.currentText().startswith(box.accessibleName())
        assert is_told, box.objectName()
        line = box.lineEdit()
        if box.isEditable() and line is not None:
            assert line.accessibleName() == box.accessibleName(), box.objectName()


@WHERE
def test_no_two_controls_of_a_region_are_called_alike(window: MainWindow, kit: FakeKit, where: str) -> None:
    go_to(window, kit, where)
    for region in (window.serve_bar, window.notice_bar, window.rail, window.pages):
        names = Counter(name_of(control) for control in controls(region))
        twice = [name for name, count in names.items() if count > 1]
        assert not twice, f"{region.objectName()}: {twice}"


def mnemonics(window: MainWindow) -> list[str]:
    """The letters behind & in the menu bar and on everything that is shown."""
    texts = [action.text() for action in window.menuBar().actions()]
    texts += [button.text() for button in window.findChildren(QAbstractButton) if button.isVisible()]
    texts += [label.text() for label in window.findChildren(QLabel) if label.isVisible() and label.buddy() is not None]
    return [match.group(1).lower() for text in texts for match in re.finditer(r"&([^&\s])", text)]


@WHERE
def test_mnemonics_are_unique_over_menu_bar_and_page(window: MainWindow, kit: FakeKit, where: str) -> None:
    go_to(window, kit, where)
    twice = [letter for letter, count in Counter(mnemonics(window)).items() if count > 1]
    assert not twice


def test_mnemonics_are_unique_with_every_remedy_shown(window: MainWindow, kit: FakeKit) -> None:
    missing = describe(FaultCode.NO_BOOT_FILES)
    kit.found = (*ALL_WELL[:3], Finding(Topic.BOOT_FILES, Verdict.BLOCKED, missing.message, (missing,)))
    window.surroundings.look()
    look(window)
    window.notice_bar.post(Notice("x", Gravity.FAILED, "Port 67 is used."))
    assert [letter for letter, count in Counter(mnemonics(window)).items() if count > 1] == []


def test_mnemonics_are_unique_in_every_menu(window: MainWindow) -> None:
    for menu in window.menuBar().findChildren(QMenu) + window.actions_by_name.menus:
        texts = [action.text() for action in menu.actions()]
        letters = [match.group(1).lower() for text in texts for match in re.finditer(r"&(\S)", text)]
        assert len(letters) == len(set(letters)), menu.title()


def test_icon_only_buttons_say_their_page_and_key(window: MainWindow) -> None:
    window.resize(640, 400)
    assert [button.toolTip() for button in window.rail.buttons] == [
        "Room (Ctrl+1)",
        "Boot (Ctrl+2)",
        "Network (Ctrl+3)",
        "FOG (Ctrl+4)",
        "Log (Ctrl+5)",
        "Report (Ctrl+6)",
    ]


def test_focus_starts_on_start(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.serve_bar.main_button)


def test_focus_starts_on_the_remedy_when_start_is_blocked(kit: FakeKit, clock: Clock, qtbot: QtBot) -> None:
    missing = describe(FaultCode.NO_BOOT_FILES)
    kit.found = (*ALL_WELL[:3], Finding(Topic.BOOT_FILES, Verdict.BLOCKED, missing.message, (missing,)))
    window = MainWindow(kit, clock=clock)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.serve_bar.main_button.hasFocus)
    look(window)
    assert QApplication.focusWidget() is window.room_page.before_start.fetch_button


def test_f6_walks_through_the_regions_and_back(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.serve_bar.main_button.setFocus()
    regions = (window.serve_bar, window.rail, window.pages)
    walked = []
    for _ in range(3):
        window.actions_by_name["nextRegion"].trigger()
        focus = QApplication.focusWidget()
        assert focus is not None
        walked.append(next(region for region in regions if region.isAncestorOf(focus)))
    assert walked == [window.rail, window.pages, window.serve_bar]
    assert QApplication.focusWidget() is window.serve_bar.main_button
    window.actions_by_name["previousRegion"].trigger()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.pages.isAncestorOf(focus)


def _tab_to(window: MainWindow, qtbot: QtBot, wanted: QWidget) -> None:
    """Press Tab until the focus is there, as a person without a mouse."""
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus is wanted:
            return
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    raise AssertionError(f"{wanted.objectName()} cannot be reached by Tab")


def test_keyboard_alone_chooses_starts_filters_and_stops(window: MainWindow, kit: FakeKit, qtbot: QtBot) -> None:
    window.activateWindow()
    window.rail.buttons[0].setFocus()
    picker = window.serve_bar.network_picker
    _tab_to(window, qtbot, picker)
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    assert window.choices.profile.network.interfaces == ("wlan0",)
    qtbot.keyClick(picker, Qt.Key.Key_Up)
    assert window.choices.profile.network.interfaces == ("enx1",)
    look(window)
    button = window.serve_bar.main_button
    _tab_to(window, qtbot, button)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    pass_shortest_time(window)
    assert window.serving.state is SessionState.SERVING
    kit.room.rows = mixed_room()
    window.bridge.tick()
    chip = window.room_page.rows.chips.findChild(QAbstractButton, "chip_all")
    assert chip is not None
    _tab_to(window, qtbot, chip)
    qtbot.keyClick(chip, Qt.Key.Key_Right)  # one Tab stop for all chips, arrows within, as with radio buttons
    assert window.room_page.rows.chips.chip is Chip.NEED_YOU
    assert window.room_page.rows.model.rowCount() == 2
    _tab_to(window, qtbot, window.room_page.rows.table)
    qtbot.keyClick(window.room_page.rows.table, Qt.Key.Key_Down)
    assert window.room_page.rows.table.currentIndex().isValid()
    _tab_to(window, qtbot, button)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    look(window)
    assert kit.calls[-2:] == ["stop", "check"]


def test_first_computer_and_trouble_are_announced_but_not_too_often(
    window: MainWindow, kit: FakeKit, clock: Clock
) -> None:
    spoken: list[tuple[str, bool]] = []
    window.announcer.speak = lambda sentence, is_urgent: spoken.append((sentence, is_urgent))
    serve(window)
    clock.now_s += 10
    kit.room.rows = (make_client(1),)
    window.bridge.tick()
    assert spoken == [("First computer heard: Dell · UEFI x64 (7)", False)]
    clock.now_s += 1
    kit.room.rows = (make_client(1, ClientStage.FAILED, doing="linux did not arrive"), make_client(2))
    window.bridge.tick()
    assert len(spoken) == 1, "too soon"
    clock.now_s += 5
    window.bridge.tick()
    assert spoken[1:] == [("Failed: linux did not arrive", True)]
    clock.now_s += 5
    window.bridge.tick()
    assert len(spoken) == 2, "told once"


def test_many_in_trouble_are_one_sentence(window: MainWindow, kit: FakeKit, clock: Clock) -> None:
    spoken: list[str] = []
    serve(window)
    window.announcer.speak = lambda sentence, _is_urgent: spoken.append(sentence)
    clock.now_s += 10
    kit.room.rows = tuple(make_client(number, ClientStage.NEEDS_YOU) for number in range(1, 13))
    window.bridge.tick()
    assert spoken == ["12 computers need you"]


def test_real_announcement_is_sent(window: MainWindow) -> None:
    """The event of Qt is there and takes what it is given."""
    window.announcer._speak("First computer heard", False)
    window.announcer._speak("Failed", True)
