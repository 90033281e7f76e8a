"""Columns of the table of computers: chosen, moved, resized, kept; and the filter by firmware beside the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fogportable.model import ClientStage
from fogportable.session.preferences import ColumnWish, Preferences
from fogportable.ui.dialogs.columns import ColumnsDialog
from fogportable.ui.models.client_row import Column
from fogportable.ui.models.client_table import ClientTableModel
from fogportable.ui.models.dragged import MIME, computers_as_mime, computers_of
from fogportable.ui.preferences_part import PreferencesPart
from fogportable.ui.views.client_table import ClientTable
from fogportable.ui.views.main_window import MainWindow
from fogportable.ui.views.table_columns import ALWAYS, name_of
from tests.fakes.kit import FakeKit
from tests.fakes.session import NOW_S, make_client, mixed_room
from tests.gui.conftest import serve
from tests.gui.test_seats import seated


@pytest.fixture
def model() -> Iterator[ClientTableModel]:
    made = ClientTableModel()
    yield made
    made.deleteLater()


@pytest.fixture
def table(model: ClientTableModel, qtbot: QtBot) -> ClientTable:
    made = ClientTable(model)
    qtbot.addWidget(made)
    made.resize(1600, 500)
    made.show()
    return made


@pytest.fixture
def busy(window: MainWindow, kit: FakeKit) -> MainWindow:
    serve(window)
    kit.room.rows = mixed_room()
    window.bridge.tick()
    QApplication.processEvents()
    return window


def seen(table: ClientTable) -> list[Column]:
    """The columns from left to right."""
    head = table.horizontalHeader()
    order = (Column(head.logicalIndex(place)) for place in range(head.count()))
    return [column for column in order if not table.isColumnHidden(column)]


def test_columns_are_shown_as_wished_and_as_usual_again(table: ClientTable) -> None:
    usual, width = seen(table), table.columnWidth(Column.MAC)
    table.columns.wish((ColumnWish("mac", width=200), ColumnWish("rate", is_shown=False), ColumnWish("no_such_column")))
    assert seen(table)[:2] == [Column.STATE, Column.MAC], "the state stays first"
    assert table.columnWidth(Column.MAC) == 200
    assert Column.RATE not in seen(table)
    table.columns.wish(())
    assert seen(table) == usual
    assert table.columnWidth(Column.MAC) == width
    assert table.columns.wishes == ()


def test_state_and_what_it_is_doing_cannot_be_taken_away(table: ClientTable) -> None:
    table.columns.wish([ColumnWish(name_of(column), is_shown=False) for column in Column])
    assert seen(table) == [Column.STATE, Column.DOING]


def test_once_put_in_order_the_last_columns_give_way_first(table: ClientTable) -> None:
    table.columns.wish((ColumnWish("state"), ColumnWish("last_heard"), ColumnWish("doing"), ColumnWish("mac")))
    table.resize(560, 500)
    assert Column.LAST_HEARD in seen(table)
    assert Column.IP not in seen(table)


def test_a_heading_that_is_moved_or_pulled_is_a_wish(table: ClientTable, qtbot: QtBot) -> None:
    head = table.horizontalHeader()
    with qtbot.waitSignal(table.columns.changed):
        head.moveSection(head.visualIndex(Column.MAC), 1)
    with qtbot.waitSignal(table.columns.changed):
        head.resizeSection(Column.MAC, 222)
    wishes = table.columns.wishes
    assert wishes[1] == ColumnWish("mac", width=222)
    assert {each.name for each in wishes if each.width} == {"mac"}, "the others keep the width that their words need"
    table.columns.wish(())
    table.columns.wish(wishes)
    assert seen(table)[1] is Column.MAC
    assert table.columnWidth(Column.MAC) == 222


def test_a_window_that_gets_narrow_and_wide_again_is_no_wish(table: ClientTable) -> None:
    told: list[bool] = []
    table.columns.changed.connect(lambda: told.append(True))
    for width in (900, 500, 1600):
        table.resize(width, 500)
        QApplication.processEvents()
    assert not told
    assert table.columns.wishes == ()


def test_the_sentence_spreads_only_over_cells_beside_its_own(model: ClientTableModel, table: ClientTable) -> None:
    """With another column between, what stands there must not be written over."""
    asking = make_client(1, ClientStage.ASKING, doing="Asks for network boot " * 9)
    model.apply((replace(asking, sent_bytes=None, size_bytes=None, rate_bytes_per_s=None, file=""),), NOW_S)
    model.settle()

    def ink_of(column: Column) -> int:
        cell = table.visualRect(model.index(0, column)).adjusted(4, 4, -4, -4)
        picture: QImage = table.viewport().grab(cell).toImage()
        ground = picture.pixelColor(0, 0)
        dots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        return sum(picture.pixelColor(x, y) != ground for x, y in dots)

    assert ink_of(Column.FILE) > 0, "the sentence goes on over the empty cells beside it"
    head = table.horizontalHeader()
    head.moveSection(head.visualIndex(Column.FILE), head.count() - 1)
    assert ink_of(Column.FILE) == 0
    assert ink_of(Column.PROGRESS) > 0


# --- in the window ----------------------------------------------------------------------------------------------


def test_columns_are_kept_and_come_back_with_the_next_window(busy: MainWindow, kit: FakeKit, qtbot: QtBot) -> None:
    part = busy.parts.the(PreferencesPart)
    part.columns.ask = lambda _parent, columns, titles: [
        replace(each, is_shown=each.name != "file") for each in columns if titles[each.name]
    ]
    busy.actions_by_name["columns"].trigger()
    assert busy.room_page.rows.table.isColumnHidden(Column.FILE)
    assert ColumnWish("file", is_shown=False) in kit.preferences.columns
    again = MainWindow(kit)
    qtbot.addWidget(again)
    assert again.room_page.rows.table.isColumnHidden(Column.FILE)


def test_a_pulled_heading_is_kept_when_it_rests_or_the_window_closes(busy: MainWindow, kit: FakeKit) -> None:
    part = busy.parts.the(PreferencesPart)
    busy.room_page.rows.table.horizontalHeader().resizeSection(Column.COMPUTER, 300)
    assert kit.preferences == Preferences(), "not each pixel of its way"
    part.close()
    assert ColumnWish("computer", width=300) in kit.preferences.columns


def test_the_dialog_moves_hides_and_gives_back_by_keys_alone(qtbot: QtBot) -> None:
    columns = [ColumnWish(name_of(each)) for each in Column]
    titles = {each.name: each.name.title() for each in columns}
    dialog = ColumnsDialog(columns, titles, frozenset(map(name_of, ALWAYS)))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.up_button.isEnabled(), "the state stays where it is"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.list, Qt.Key.Key_End)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert not dialog.down_button.isEnabled()
    qtbot.keyClick(dialog.up_button, Qt.Key.Key_Space)
    assert [each.name for each in dialog.columns()][-2:] == ["last_heard", "mac"]
    assert {each.name for each in dialog.columns() if not each.is_shown} == {"last_heard"}
    qtbot.keyClick(dialog.usual_button, Qt.Key.Key_Space)
    assert dialog.result() == ColumnsDialog.DialogCode.Accepted
    assert dialog.columns() == ()


def test_only_one_kind_of_firmware_is_shown_when_asked_for(busy: MainWindow) -> None:
    rows = busy.room_page.rows
    kinds = {client.firmware for client in mixed_room() if client.stage is not ClientStage.LEFT_ALONE}
    actions = [action for action in rows.firmware.menu().actions() if action.data()]
    assert {action.data() for action in actions} == kinds - {""}
    wanted = str(actions[0].data())
    actions[0].trigger()
    shown = [rows.model.client_at(row).firmware for row in range(rows.model.rowCount())]
    assert set(shown) == {wanted}
    assert rows.firmware.isVisible()
    assert rows.firmware.accessibleDescription() == wanted
    rows.step_back()
    assert rows.model.rowCount() > len(shown)


def test_the_firmware_filter_is_away_where_all_are_alike(window: MainWindow, kit: FakeKit) -> None:
    serve(window)
    kit.room.rows = (make_client(1), make_client(2))
    window.bridge.tick()
    assert window.room_page.rows.firmware.isHidden()


# --- rows onto seats --------------------------------------------------------------------------------------------


def test_rows_are_dragged_onto_seats_by_way_of_the_switch(window: MainWindow, kit: FakeKit) -> None:
    window.choices.set_room(seated(count=4))
    window.resize(1280, 800)
    serve(window)
    kit.room.rows = tuple(make_client(number) for number in (1, 2, 77, 78))
    window.bridge.tick()
    rows = window.room_page.rows
    assert rows.table.dragEnabled()
    wanted = [row for row in range(4) if rows.model.client_at(row).mac.octets[-1] > 70]
    data = rows.model.mimeData([rows.model.index(row, column) for row in wanted for column in (0, 1)])
    assert len(computers_of(data)) == 2
    enter = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    rows.view_switch.dragEnterEvent(enter)
    assert rows.is_showing_seats
    assert rows.seats is not None
    rows.seats.view.moved.emit(computers_of(data), 10)
    by_place = {each.place: each.mac.octets[-1] for each in window.choices.profile.room.seats if each.mac}
    assert {by_place[10], by_place[11]} == {77, 78}


def test_what_is_dragged_from_elsewhere_is_none_of_ours() -> None:
    data = computers_as_mime([make_client(1)])
    assert len(computers_of(data)) == 1
    data.setData(MIME, b"not a computer")
    assert computers_of(data) == []
