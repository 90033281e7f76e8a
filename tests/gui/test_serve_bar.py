"""The serve bar: what it says in every state, and that Start moves nothing."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fogportable.errors import FaultCode, describe
from fogportable.model import ClientStage, Finding, Room, SessionState, SiteConflictKind, Topic, Verdict
from fogportable.ui.bar_state import BarState, count_room, describe_bar
from fogportable.ui.shapes import Shape
from fogportable.ui.theme import current_theme
from fogportable.ui.views.main_window import MainWindow
from fogportable.ui.widgets.room_bar import RoomBar
from tests.fakes.kit import ALL_WELL, IPXE, FakeKit
from tests.fakes.session import STOPPED, make_client, mixed_room
from tests.gui.conftest import look, pass_shortest_time, serve

_WARNING = Finding(Topic.PORTS, Verdict.WARNING, "Port 67 is used by dnsmasq (process 812).")
_NO_CARD = describe(FaultCode.NO_INTERFACE_CHOSEN)
_BLOCKED = Finding(Topic.NETWORK, Verdict.BLOCKED, _NO_CARD.message, (_NO_CARD,))


def bar(state: SessionState, stages: list[ClientStage], *, listed: int = 0, running: int = 0) -> BarState:
    status = replace(STOPPED, state=state, loading_computers=running)
    return describe_bar(state, status, count_room(stages, listed), ALL_WELL, is_rehearsing=False)


def before(*findings: Finding) -> BarState:
    return describe_bar(SessionState.STOPPED, STOPPED, count_room([], 0), findings, is_rehearsing=False)


def test_ready_says_that_nothing_was_sent() -> None:
    assert before(*ALL_WELL) == BarState(Shape.STOPPED, "Ready", "Nothing has been sent.", "&Start", True)


def test_warning_is_told_and_start_stays() -> None:
    told = before(ALL_WELL[0], _WARNING)
    assert told.word == "Ready, with one warning"
    assert told.sentence == "Port 67 is used by dnsmasq (process 812). You can still start."
    assert told.is_primary
    assert before(_WARNING, _WARNING).word == "Ready, with 2 warnings"


def test_not_ready_says_why() -> None:
    told = before(_WARNING, _BLOCKED)
    assert (told.word, told.shape) == ("Not ready", Shape.FAILED)
    assert told.sentence == "No network interface is chosen. Choose the network that the computers are on."
    assert before(_BLOCKED, _BLOCKED).sentence.endswith("And 1 more below.")


def test_serving_counts_the_room() -> None:
    stages = [ClientStage.HANDED_OVER] * 8 + [ClientStage.LOADING] * 3 + [ClientStage.FAILED, ClientStage.LEFT_ALONE]
    told = bar(SessionState.SERVING, stages, listed=30)
    assert told.word == "Serving"
    assert told.sentence == "8 of 30 handed over  ·  1 needs you  ·  3 on the way"
    assert not told.is_primary


def test_left_alone_are_not_the_first_computer() -> None:
    assert bar(SessionState.SERVING, [ClientStage.LEFT_ALONE]).sentence == "Waiting for the first computer."


def test_stop_becomes_the_thing_to_do_once_all_are_done() -> None:
    told = bar(SessionState.SERVING, [ClientStage.HANDED_OVER] * 3, listed=3)
    assert told.sentence == "All 3 computers are handed over. You can stop now."
    assert told.is_primary
    assert not bar(SessionState.SERVING, [ClientStage.HANDED_OVER] * 3).is_primary, "without a list nobody knows"


@pytest.mark.parametrize(
    ("loading", "sentence"),
    [
        (0, "Closing the boot ports."),
        (1, "1 computer is still loading; it gets up to 30 s to finish."),
        (4, "4 computers are still loading; they get up to 30 s to finish."),
    ],
)
def test_stopping_says_what_it_waits_for(loading: int, sentence: str) -> None:
    told = bar(SessionState.STOPPING, [], running=loading)
    assert (told.sentence, told.button) == (sentence, "Stop no&w")


def test_room_bar_has_a_block_per_computer_trouble_after_those_on_their_way(qtbot: QtBot) -> None:
    room = RoomBar()
    qtbot.addWidget(room)
    stages = [ClientStage.FAILED, ClientStage.HANDED_OVER, ClientStage.LOADING, ClientStage.LEFT_ALONE]
    room.set_room(stages, 6)
    assert room.blocks == ("done", "accent", "failed", "trough", "trough", "trough")
    assert (room.value(), room.maximum()) == (1, 6)
    assert room.accessibleDescription() == "1 of 6"


def test_room_bar_of_a_thousand_computers_is_a_piece_per_colour(qtbot: QtBot) -> None:
    room = RoomBar()
    qtbot.addWidget(room)
    room.resize(300, 8)
    room.set_room([ClientStage.HANDED_OVER] * 500 + [ClientStage.FAILED] * 250, 1000)
    picture = room.grab().toImage()
    theme = current_theme()
    ratio = picture.width() / 300
    colours = [picture.pixelColor(round(x * ratio), picture.height() // 2).name() for x in (75, 187, 262)]
    assert colours == [theme.color(role).name() for role in ("done", "failed", "trough")]


def _places(window: MainWindow) -> dict[str, QRect]:
    bar = window.serve_bar
    parts: dict[str, QWidget] = {
        "bar": bar,
        "shape": bar.shape,
        "word": bar.word,
        "button": bar.main_button,
        "network": bar._network,
        "boot": bar._boot,
        "room": bar._room,
    }
    return {name: QRect(part.mapTo(window, QPoint(0, 0)), part.size()) for name, part in parts.items()}


def test_start_moves_nothing(window: MainWindow) -> None:
    before_start = _places(window)
    serve(window)
    serving = _places(window)
    for name in ("bar", "shape", "button", "network", "boot", "room"):
        assert serving[name].topLeft() == before_start[name].topLeft(), name
    assert serving["bar"] == before_start["bar"]
    assert serving["button"] == before_start["button"]
    assert serving["bar"].height() == 108


def test_pickers_turn_into_the_same_words(window: MainWindow) -> None:
    window.choices.set_room(Room("Room 204", 30))
    look(window)
    serve(window)
    assert window.serve_bar._network.plain.text() == "USB Ethernet · 192.168.1.20/24 · 1 Gb/s"
    assert window.serve_bar._boot.plain.text() == IPXE.title
    assert window.serve_bar._room.plain.text() == "Room 204 · 30 computers"
    assert not window.serve_bar.network_picker.isVisible()
    assert window.serve_bar.change_button.isVisible()


def test_double_click_on_start_never_stops(window: MainWindow, kit: FakeKit, qtbot: QtBot) -> None:
    button = window.serve_bar.main_button
    qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    window.work.wait(5)
    window.bridge.tick()
    assert button.text() == "Starting…"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "stop" not in kit.calls
    pass_shortest_time(window)
    assert button.text() == "S&top"
    assert kit.calls.count("start") == 1


def shown_state(window: MainWindow) -> SessionState:
    return window.serving.state


def test_starting_is_shown_for_its_shortest_time(window: MainWindow, kit: FakeKit) -> None:
    window.serving.start()
    window.work.wait(5)
    window.bridge.tick()
    assert kit.room.state.state is SessionState.SERVING
    assert shown_state(window) is SessionState.STARTING
    assert window.serving._hold.interval() == 800
    assert window.serve_bar.sentence.text() == ("Opening the boot ports. Your system may ask for your password.")
    pass_shortest_time(window)
    assert shown_state(window) is SessionState.SERVING


def test_boot_picker_offers_sets_folder_and_fetching(window: MainWindow) -> None:
    picker = window.serve_bar.boot_picker
    words = [picker.itemText(row) for row in range(picker.count()) if picker.itemText(row)]
    assert words == [IPXE.title, "Choose a folder…", "Get boot files…"]
    assert picker.currentText() == IPXE.title
    picker.activated.emit(0)
    assert window.choices.profile.boot.set == IPXE.name


def test_folder_of_the_profile_is_shown(window: MainWindow) -> None:
    window.choices.choose_folder("/srv/tftp")
    look(window)
    assert window.serve_bar.boot_picker.currentText() == "/srv/tftp"


def test_rate_is_shown_and_follows_the_session(window: MainWindow, kit: FakeKit) -> None:
    serve(window)
    kit.room.rows = mixed_room()
    kit.room.set_state(SessionState.SERVING, rate_bytes_per_s=98_000_000.0)
    window.serve_bar.spark.clear()
    window.bridge.tick()
    assert window.serve_bar.spark.isVisible()
    assert window.serve_bar.spark.accessibleDescription() == "98.0 MB/s"


def test_narrow_bar_hides_the_second_line_behind_setup(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(640, 400)
    setup = window.findChild(QPushButton, "setupButton")
    assert setup is not None
    assert setup.isVisible()
    assert not window.serve_bar.network_picker.isVisible()
    qtbot.mouseClick(setup, Qt.MouseButton.LeftButton)
    assert window.serve_bar.network_picker.isVisible()
    window.resize(1280, 800)
    assert not setup.isVisible()
    assert window.serve_bar.height() == 108


def test_fault_while_serving_pauses_and_comes_back(window: MainWindow, kit: FakeKit) -> None:
    from fogportable.events import FaultCleared, FaultRaised

    serve(window)
    kit.room.rows = (make_client(1),)
    gone = describe(FaultCode.INTERFACE_GONE, interface="USB Ethernet")
    kit.room.append(FaultRaised(fault=gone))
    kit.room.set_state(SessionState.PAUSED, fault=gone)
    window.bridge.tick()
    assert window.serve_bar.word.text() == "Paused"
    assert window.notice_bar.sentence_label.text() == str(gone)
    kit.room.append(FaultCleared(fault=gone, lasted_s=12))
    kit.room.set_state(SessionState.SERVING)
    window.bridge.tick()
    assert window.serve_bar.word.text() == "Serving"
    assert window.notice_bar.sentence_label.text().startswith("Serving goes on after 12 s.")


def test_card_that_is_back_without_an_address_leaves_no_notice_once_it_has_one(
    window: MainWindow, kit: FakeKit
) -> None:
    from fogportable.events import FaultCleared, FaultRaised

    serve(window)
    gone = describe(FaultCode.INTERFACE_GONE, interface="USB Ethernet")
    bare = describe(FaultCode.INTERFACE_NO_ADDRESS, interface="USB Ethernet")
    kit.room.append(FaultRaised(fault=gone))
    kit.room.append(FaultRaised(fault=bare))
    kit.room.set_state(SessionState.PAUSED, fault=bare)
    window.bridge.tick()
    assert window.notice_bar.sentence_label.text() == str(bare)
    kit.room.append(FaultCleared(fault=bare, lasted_s=12))
    kit.room.set_state(SessionState.SERVING)
    window.bridge.tick()
    assert window.notice_bar.sentence_label.text().startswith("Serving goes on after 12 s.")


def test_another_server_that_stands_in_the_way_is_a_notice_until_it_is_over(
    window: MainWindow, kit: FakeKit, qtbot: QtBot
) -> None:
    from fogportable.events import SiteConflictFound, SiteConflictOver

    serve(window)
    server = IPv4Address("192.168.1.1")
    harmless = describe(FaultCode.SITE_NAMES_FILE, server=server, file="other.file")
    grave = describe(FaultCode.SITE_CLASS_WITHOUT_43, server=server, boot_server=server, own="192.168.1.20")
    kind = SiteConflictKind.CLASS_WITHOUT_43
    kit.room.append(
        SiteConflictFound(interface="enx1", server=server, kind=SiteConflictKind.NAMES_FILE, fault=harmless)
    )
    window.bridge.tick()
    assert window.notice_bar.isHidden()
    kit.room.append(SiteConflictFound(interface="enx1", server=server, kind=kind, fault=grave))
    window.bridge.tick()
    assert window.notice_bar.sentence_label.text() == str(grave)
    kit.room.append(SiteConflictOver(interface="enx1", server=server, kind=kind, fault=grave))
    window.bridge.tick()
    assert window.notice_bar.isHidden()
    kit.room.append(SiteConflictFound(interface="enx1", server=server, kind=kind, fault=grave))
    window.bridge.tick()
    assert window.notice_bar.isVisible()
    window.serving.stop()
    qtbot.waitUntil(lambda: window.serving.is_at_rest)
    assert window.notice_bar.isHidden()
