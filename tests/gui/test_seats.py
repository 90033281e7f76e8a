"""Seats in the window: the map, the room display, learning, assigning, lists, and what the bar says of the room."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from fogportable.model import ClientStage, Room, RoomEnd, Seat, SessionState
from fogportable.room.seating import Computer, Seating, with_computer
from fogportable.ui.delegates.seat_tile import FAR_NUMBER_PX
from fogportable.ui.models.client_row import Column
from fogportable.ui.models.client_table import Chip
from fogportable.ui.models.seat_map import SeatMapModel
from fogportable.ui.seats_part import SeatsPart
from fogportable.ui.views.main_window import MainWindow
from tests.fakes.kit import FakeKit
from tests.fakes.session import NOW_S, loading, make_client, make_mac, mixed_room
from tests.gui.conftest import Clock, serve
from tests.gui.ticks import TickWatch

ROOM = Room("Room 204", 0, 6, 5, "204-{nn}")


def seated(room: Room = ROOM, count: int = 30) -> Room:
    """The first computers of the fake room on the first seats."""
    for number in range(1, count + 1):
        room = with_computer(room, number, Computer(make_mac(number)))
    return room


def tick(window: MainWindow) -> None:
    window.work.wait(10)
    window.bridge.tick()


@pytest.fixture
def busy(window: MainWindow, kit: FakeKit, clock: Clock, qtbot: QtBot) -> MainWindow:
    """Thirty computers on their seats, but for number 24, which was never heard."""
    window.choices.set_room(seated())
    window.resize(1280, 800)
    window.show()
    serve(window)
    kit.session.rows = tuple(each for each in mixed_room() if each.mac != make_mac(24))
    tick(window)
    return window


def seats(window: MainWindow) -> SeatsPart:
    return window.parts.the(SeatsPart)


def test_the_map_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = SeatMapModel()
    model.set_seating(Seating(seated()))
    qtmodeltester.check(model)
    model.apply((*mixed_room(), make_client(77)), None, NOW_S)
    assert model.rowCount() == 31
    model.apply(mixed_room(), None, NOW_S)
    assert model.rowCount() == 30


def test_rows_name_their_seat_and_seats_never_heard_have_rows(busy: MainWindow) -> None:
    rows = busy.room_page.rows
    assert not rows.table.isColumnHidden(Column.SEAT)
    assert rows.model.rowCount() == 30
    rows.chips.choose(Chip.NOT_SEEN)
    assert rows.model.rowCount() == 1
    index = rows.model.index(0, Column.STATE)
    assert rows.model.index(0, Column.SEAT).data() == "204-24"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Seat 204-24, Not seen"
    rows.find_field.setText("204-24")
    assert rows.model.rowCount() == 1


def test_thirty_tiles_are_seen_at_once(busy: MainWindow, qtbot: QtBot) -> None:
    busy.actions_by_name["listOrSeats"].trigger()
    QApplication.processEvents()
    rows = busy.room_page.rows
    assert rows.is_showing_seats
    assert rows.seats is not None
    view, model = rows.seats.view, rows.seats.model
    rects = [view.visualRect(model.index(row)) for row in range(30)]
    assert all(view.viewport().rect().contains(rect) for rect in rects)
    assert len({rect.left() for rect in rects}) == 6
    assert len({rect.top() for rect in rects}) == 5
    assert rects[0].width() >= 178
    assert rects[0].height() >= 100
    assert model.index(8).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Seat 204-09, Failed, ")
    busy.actions_by_name["listOrSeats"].trigger()
    assert not rows.is_showing_seats


def test_keys_walk_select_and_open(busy: MainWindow, qtbot: QtBot) -> None:
    busy.actions_by_name["listOrSeats"].trigger()
    rows = busy.room_page.rows
    assert rows.seats is not None
    view = rows.seats.view
    view.setCurrentIndex(rows.seats.model.index(0))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(view, key)
    assert view.currentIndex().row() == 7
    assert [each.mac for each in rows.chosen_computers()] == [make_mac(8)]
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args is not None
    assert opened.args[0].mac == make_mac(8)
    drawer = busy.findChild(QWidget, "clientDrawer")
    assert drawer is not None
    assert drawer.isVisible(), "its journey, beside the seats"
    assert rows.model.client_at(rows.table.currentIndex().row()).mac == make_mac(8)
    busy.actions_by_name["listOrSeats"].trigger()
    assert [each.mac for each in rows.chosen_computers()] == [make_mac(8)], "one selection"
    busy.actions_by_name["listOrSeats"].trigger()
    rows.go_to_trouble(1)
    assert view.currentIndex().row() == 8


def test_the_filter_is_the_same_for_tiles(busy: MainWindow) -> None:
    busy.actions_by_name["listOrSeats"].trigger()
    rows = busy.room_page.rows
    assert rows.seats is not None
    rows.chips.choose(Chip.NEED_YOU)
    wanted = [row for row in range(30) if rows.seats.model.tile_at(row).is_wanted]
    assert wanted == [8, 16]


def test_tiles_are_list_items_with_sentences_for_assistive_technology(busy: MainWindow) -> None:
    busy.actions_by_name["listOrSeats"].trigger()
    rows = busy.room_page.rows
    assert rows.seats is not None
    interface = QAccessible.queryAccessibleInterface(rows.seats.view)
    assert interface.childCount() == 30
    assert interface.child(16).text(QAccessible.Text.Name).startswith("Seat 204-17, Needs you")


@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (2, 9), (10, 10), (25, 4)])
def test_any_grid_has_its_columns(window: MainWindow, kit: FakeKit, clock: Clock, columns: int, rows: int) -> None:
    window.choices.set_room(Room("", 0, columns, rows))
    window.resize(1280, 800)
    window.show()
    serve(window)
    kit.session.rows = (make_client(1),)
    tick(window)
    window.actions_by_name["listOrSeats"].trigger()
    QApplication.processEvents()
    side = window.room_page.rows.seats
    assert side is not None
    rects = [side.view.visualRect(side.model.index(row)) for row in range(columns * rows)]
    assert len({rect.left() for rect in rects}) == columns
    assert len({rect.top() for rect in rects}) == rows


def test_a_tile_is_dropped_on_a_seat(busy: MainWindow, kit: FakeKit) -> None:
    kit.session.rows = (*kit.session.rows, make_client(77))
    tick(busy)
    busy.actions_by_name["listOrSeats"].trigger()
    side = busy.room_page.rows.seats
    assert side is not None
    busy.resize(1280, 1000)
    QApplication.processEvents()
    data = side.model.mimeData([side.model.index(30)])  # the guest, behind the seats
    at = QPointF(side.view.visualRect(side.model.index(23)).center())
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    side.view.dropEvent(QDropEvent(at, Qt.DropAction.MoveAction, data, *none))
    assert [each for each in busy.choices.profile.room.seats if each.place == 24] == [Seat(24, mac=make_mac(77))]
    side.view.moved.emit([make_client(1).key], 2)
    by_place = {each.place: each.mac for each in busy.choices.profile.room.seats}
    assert (by_place[1], by_place[2]) == (make_mac(2), make_mac(1))


def test_a_seat_is_assigned_by_key(busy: MainWindow, kit: FakeKit) -> None:
    uuid = "4c4c4544-0038-3610-8052-b4c04f4a4d31"
    kit.session.rows = (*kit.session.rows, make_client(77, uuid=uuid))
    tick(busy)
    desk = seats(busy).desk
    desk.ask = lambda who, seating, place, parent: 24 if make_mac(77).__str__() in who and place == 0 else None
    desk.assign((kit.session.rows[-1],))
    assert Seat(24, uuid=UUID(uuid), mac=make_mac(77)) in busy.choices.profile.room.seats


def test_computers_that_share_a_number_are_kept_by_address(busy: MainWindow, kit: FakeKit) -> None:
    uuid = "4c4c4544-0038-3610-8052-b4c04f4a4d31"
    twins = make_client(77, uuid=uuid), make_client(78, uuid=uuid)
    kit.session.rows = (*kit.session.rows, *twins)
    tick(busy)
    desk = seats(busy).desk
    desk.ask = lambda who, seating, place, parent: 23
    desk.assign(twins)
    known = {each.place: (each.uuid, each.mac) for each in busy.choices.profile.room.seats}
    assert (known[23], known[24]) == ((None, make_mac(77)), (None, make_mac(78)))


def test_seats_are_learned_by_switching_on(window: MainWindow, kit: FakeKit, clock: Clock) -> None:
    window.choices.set_room(Room("", 0, 3, 1, "s{n}"))
    window.show()
    serve(window)
    kit.session.rows = (make_client(9, asked_s=5.0),)
    tick(window)
    window.actions_by_name["learnSeats"].trigger()
    bar = seats(window).desk.bar
    assert bar is not None
    assert bar.isVisible()
    assert bar.sentence.startswith("Seat s1: switch its computer on now.")
    kit.session.rows = (*kit.session.rows, make_client(2, asked_s=8.0))
    tick(window)
    assert bar.sentence.startswith("Seat s2: ")
    bar.skip_button.click()
    kit.session.rows = (*kit.session.rows, make_client(1, asked_s=9.0))
    tick(window)
    assert window.choices.profile.room.seats == (Seat(1, mac=make_mac(2)), Seat(3, mac=make_mac(1)))
    bar.undo_button.click()
    kept = window.choices.profile.room.seats
    assert [each.place for each in kept] == [1]
    bar.end_button.click()
    assert not bar.isVisible()


def test_without_seats_the_way_to_them_is_shown(window: MainWindow, clock: Clock) -> None:
    window.show()
    for name in ("listOrSeats", "roomDisplay", "learnSeats", "exportSeats"):
        window.actions_by_name[name].trigger()
        assert "has no seats" in window.notice_bar.sentence_label.text(), name
    assert seats(window).desk.display is None


def test_the_room_display_fills_the_screen_with_large_numbers_and_esc_leaves(busy: MainWindow, qtbot: QtBot) -> None:
    busy.actions_by_name["roomDisplay"].trigger()
    display = seats(busy).desk.display
    assert display is not None
    assert display.isFullScreen()
    display.showNormal()  # The screen of the tests is small.
    display.resize(1920, 1080)
    tick(busy)
    QApplication.processEvents()
    rects = [display.view.visualRect(display.model.index(row)) for row in range(30)]
    assert all(display.view.viewport().rect().contains(rect) for rect in rects)
    assert rects[0].width() > 300
    assert rects[0].height() > 200
    assert FAR_NUMBER_PX >= 72
    assert display.model.tile_at(0).stage is ClientStage.HANDED_OVER
    qtbot.keyClick(display, Qt.Key.Key_Escape)
    assert seats(busy).desk.display is None


def test_lists_of_seats_are_read_and_written(window: MainWindow, tmp_path: Path) -> None:
    window.show()
    desk = seats(window).desk
    file = tmp_path / "seats.csv"
    file.write_text("seat,mac\n204-01,52:54:00:00:00:01\n204-02,x\n")
    desk.ask_open = lambda: str(file)
    desk.ask_save = lambda: str(tmp_path / "out.csv")
    desk.import_seats()
    tick(window)
    assert window.choices.profile.room.seats[0].place == 1
    said = window.notice_bar.sentence_label.text()
    assert "1 seat was taken over." in said
    assert "Line 3 of seats.csv was left out" in said
    desk.export_seats()
    tick(window)
    assert (tmp_path / "out.csv").read_text().startswith("seat,mac,uuid,name\n204-01,52:54:00:00:00:01,,\n")
    desk.ask_open = lambda: str(tmp_path / "missing.csv")
    desk.import_seats()
    tick(window)
    assert "cannot be read" in window.notice_bar.sentence_label.text()


def test_the_bar_says_how_long_the_room_takes_after_ten_even_seconds(
    window: MainWindow, kit: FakeKit, clock: Clock
) -> None:
    window.choices.set_room(Room("", 3))
    window.show()
    serve(window)
    done = make_client(1, ClientStage.HANDED_OVER, total_bytes=120_000_000)
    for second in range(12):
        clock.now_s += 1.0
        arrived = second * 1_000_000
        kit.session.rows = (done, loading(2, "linux", 60_000_000, 0, total_bytes=arrived))
        tick(window)
        said = window.serve_bar.sentence.text()
        assert ("left" in said) is (second >= 10), (second, said)
    assert "about 2 min left" in said
    assert "1 of 3 handed over" in said
    assert "handed over" in window.serve_bar.room_bar.toolTip()


def test_with_fog_done_is_what_fog_says(window: MainWindow, kit: FakeKit, clock: Clock) -> None:
    window.choices.set_room(Room("", 2))
    window.show()
    serve(window)
    kit.session.set_state(SessionState.SERVING, end=RoomEnd.FOG_DONE)
    kit.session.rows = (make_client(1, ClientStage.DONE), make_client(2, ClientStage.HANDED_OVER))
    tick(window)
    assert "1 of 2 done" in window.serve_bar.sentence.text()
    kit.session.rows = (make_client(1, ClientStage.DONE), make_client(2, ClientStage.DONE))
    tick(window)
    assert window.serve_bar.sentence.text() == "All 2 computers are done. You can stop now."
    assert "FOG reports" in window.serve_bar.room_bar.toolTip()


def test_the_room_dialog_takes_only_names_that_tell_seats_apart(window: MainWindow) -> None:
    from PySide6.QtWidgets import QDialogButtonBox

    from fogportable.ui.dialogs.room import RoomDialog

    dialog = RoomDialog(replace(seated(count=2), name="R"), window)
    dialog._pattern.setText("x")
    ok = dialog._buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    dialog._pattern.setText("{row}{column}")
    assert ok.isEnabled()
    assert dialog._example.text() == "A1 to E6, counted along the rows"
    room = dialog.room()
    assert (room.name_of(7), len(room.seats)) == ("B1", 2)
    dialog._columns.setValue(0)
    assert not ok.isEnabled()
    dialog.deleteLater()


@pytest.mark.benchmark
def test_tick_of_200_busy_seats_is_short(window: MainWindow, kit: FakeKit, clock: Clock) -> None:
    """200 tiles at once, each with other figures ten times a second: drawn within a tick."""
    room = Room("", 0, 20, 10)
    for number in range(200):
        room = with_computer(room, number + 1, Computer(make_mac(number)))
    window.choices.set_room(room)
    serve(window)
    kit.session.rows = (make_client(1),)
    tick(window)
    window.actions_by_name["listOrSeats"].trigger()
    ticks = TickWatch(window)
    for turn in range(60):
        clock.now_s += 0.1
        kit.session.rows = tuple(
            loading(number, "initrd", 40_000_000, (turn + number) % 100, total_bytes=turn) for number in range(200)
        )
        ticks.tick()
    ticks.check("200 seats")
