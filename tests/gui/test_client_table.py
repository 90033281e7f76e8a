"""The client table: rows from snapshots, trouble on top, nothing moves under a pointer, and fast enough."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from ipaddress import IPv4Address

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from fogportable.model import ClientSnapshot, ClientStage, SessionState
from fogportable.ui.models.client_row import Column
from fogportable.ui.models.client_table import PROGRESS_EVERY_S, Chip, ClientRole, ClientTableModel
from fogportable.ui.views.client_table import ClientTable
from fogportable.ui.views.main_window import MainWindow
from tests.fakes.kit import FakeKit
from tests.fakes.session import NOW_S, loading, make_client, make_mac, mixed_room
from tests.gui.conftest import Clock, serve
from tests.gui.ticks import TickWatch


@pytest.fixture
def model(qtmodeltester: ModelTester) -> Iterator[ClientTableModel]:
    """A model that is watched by Qt's model tester while the test changes it."""
    made = ClientTableModel()
    qtmodeltester.check(made, force_py=True)
    yield made
    made.deleteLater()


@pytest.fixture
def table(model: ClientTableModel, qtbot: QtBot) -> ClientTable:
    made = ClientTable(model)
    qtbot.addWidget(made)
    made.resize(1100, 500)
    made.show()
    return made


def macs(model: ClientTableModel) -> list[int]:
    """The numbers of the computers from the top."""
    clients = (model.index(row, 0).data(ClientRole.CLIENT) for row in range(model.rowCount()))
    return [client.mac.octets[-1] for client in clients]


def text(model: ClientTableModel, row: int, column: Column) -> str:
    return str(model.index(row, column).data())


def test_model_holds_what_qt_asks_of_models(qtmodeltester: ModelTester) -> None:
    made = ClientTableModel()
    made.apply(mixed_room(), NOW_S)
    made.settle()
    qtmodeltester.check(made, force_py=True)


def test_new_computers_come_in_one_insertion(model: ClientTableModel) -> None:
    inserted: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    model.apply(tuple(make_client(number) for number in range(1, 31)), NOW_S)
    assert inserted == [(0, 29)]


def test_few_changes_are_told_row_by_row(model: ClientTableModel) -> None:
    clients = [make_client(number) for number in range(1, 11)]
    model.apply(tuple(clients), NOW_S)
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda top, bottom, _roles: changed.append((top.row(), bottom.row())))
    clients[2] = replace(clients[2], doing="Was offered ipxe.efi")
    clients[7] = replace(clients[7], doing="Was offered ipxe.efi")
    model.apply(tuple(clients), NOW_S)
    assert changed == [(2, 2), (7, 7)]


def test_many_changes_are_told_as_one_range(model: ClientTableModel) -> None:
    clients = [make_client(number) for number in range(1, 11)]
    model.apply(tuple(clients), NOW_S)
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda top, bottom, _roles: changed.append((top.row(), bottom.row())))
    model.apply(tuple(replace(client, doing="Loading") for client in clients), NOW_S)
    assert changed == [(0, 9)]


def _told_columns(model: ClientTableModel) -> list[tuple[int, int]]:
    """First and last column of each change that the model tells from now on."""
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda top, bottom, _roles: told.append((top.column(), bottom.column())))
    return told


def test_progress_alone_is_told_of_its_columns(model: ClientTableModel) -> None:
    model.apply((loading(1, "linux", 8_000_000, 10),), NOW_S)
    told = _told_columns(model)
    model.apply((loading(1, "linux", 8_000_000, 20),), NOW_S)
    assert told == [(Column.PROGRESS, Column.RATE)]


def test_progress_that_comes_too_soon_is_told_later(model: ClientTableModel) -> None:
    model.apply((loading(1, "linux", 8_000_000, 10), loading(2, "linux", 8_000_000, 10)), NOW_S)
    model.apply((loading(1, "linux", 8_000_000, 20), loading(2, "linux", 8_000_000, 20)), NOW_S)
    told = _told_columns(model)
    model.apply((loading(1, "linux", 8_000_000, 30), loading(2, "linux", 8_000_000, 20)), NOW_S + 0.1)
    assert told == []
    assert text(model, 0, Column.PROGRESS).startswith("30 %"), "what is drawn for another reason is not out of date"
    model.apply((loading(1, "linux", 8_000_000, 30), loading(2, "linux", 8_000_000, 20)), NOW_S + PROGRESS_EVERY_S)
    assert told == [(Column.PROGRESS, Column.RATE)]


def test_last_progress_is_told_when_rows_settle(model: ClientTableModel) -> None:
    """The ticks end with the session, and the page settles once more."""
    for percent in (10, 20, 30):
        model.apply((loading(1, "linux", 8_000_000, percent),), NOW_S)
    told = _told_columns(model)
    model.settle()
    assert told == [(Column.PROGRESS, Column.RATE)]


def test_progress_of_a_computer_that_has_gone_is_forgotten(model: ClientTableModel) -> None:
    for percent in (10, 20, 30):
        model.apply((loading(1, "linux", 8_000_000, percent), loading(2, "linux", 8_000_000, 10)), NOW_S)
    model.apply((loading(2, "linux", 8_000_000, 10),), NOW_S + 1)
    assert model.rowCount() == 1


def test_age_alone_is_told_of_its_column(model: ClientTableModel) -> None:
    model.apply((make_client(1),), NOW_S)
    told = _told_columns(model)
    model.apply((make_client(1),), NOW_S + 30)
    assert told == [(Column.LAST_HEARD, Column.LAST_HEARD)]


def test_first_bytes_are_told_of_the_whole_row(model: ClientTableModel) -> None:
    """The sentence reached over the cells that now have something to show."""
    started = loading(1, "linux", 8_000_000, 10)
    model.apply((replace(started, sent_bytes=None),), NOW_S)
    told = _told_columns(model)
    model.apply((started,), NOW_S)
    assert told == [(Column.STATE, Column.LAST_HEARD)]


def test_change_that_reaches_out_of_sight_draws_its_columns_only(
    model: ClientTableModel, table: ClientTable, qtbot: QtBot
) -> None:
    model.apply(tuple(loading(number, "linux", 8_000_000, 10) for number in range(200)), NOW_S)
    drawn = PaintedWidths()
    table.viewport().installEventFilter(drawn)
    qtbot.waitUntil(lambda: drawn.widths != [])
    QApplication.processEvents()
    drawn.widths.clear()
    model.apply(tuple(loading(number, "linux", 8_000_000, 20) for number in range(200)), NOW_S)
    qtbot.waitUntil(lambda: drawn.widths != [])
    expected = table.columnWidth(Column.PROGRESS) + table.columnWidth(Column.RATE)
    assert drawn.widths == [pytest.approx(expected, abs=1)]


class PaintedWidths(QObject):
    """Collects the width (px) of each paint event."""

    def __init__(self) -> None:
        super().__init__()
        self.widths: list[int] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.widths.append(event.region().boundingRect().width())
        return super().eventFilter(watched, event)


def test_nothing_is_told_when_nothing_changed(model: ClientTableModel) -> None:
    model.apply(mixed_room(), NOW_S)
    told: list[object] = []
    model.dataChanged.connect(lambda *args: told.append(args))
    model.apply(mixed_room(), NOW_S)
    assert told == []


def test_cells_say_what_is_known(model: ClientTableModel) -> None:
    model.apply((loading(3, "debian/initrd.gz", 38_400_000, 50),), NOW_S)
    assert text(model, 0, Column.STATE) == "Loading"
    assert text(model, 0, Column.COMPUTER) == "Dell · UEFI x64 (7)"
    assert text(model, 0, Column.DOING) == "Loading debian/initrd.gz"
    assert text(model, 0, Column.FILE) == "initrd.gz"
    assert text(model, 0, Column.PROGRESS) == "50 %  19.2 of 38.4 MB"
    assert text(model, 0, Column.RATE) == "9.3 MB/s"
    assert text(model, 0, Column.IP) == "192.168.1.103"
    assert text(model, 0, Column.MAC) == "3c:52:82:6a:00:03"
    assert text(model, 0, Column.LAST_HEARD) == "just now"


def test_hundred_percent_means_every_byte(model: ClientTableModel) -> None:
    client = loading(1, "linux", 8_000_000, 0)
    model.apply((replace(client, sent_bytes=7_999_999),), NOW_S)
    assert text(model, 0, Column.PROGRESS).startswith("99 %")
    model.apply((replace(client, sent_bytes=8_000_000),), NOW_S)
    assert text(model, 0, Column.PROGRESS) == "100 %  8.0 MB"


def test_finished_row_keeps_its_file_and_all_bytes(model: ClientTableModel) -> None:
    model.apply((loading(1, "linux", 8_000_000, 50),), NOW_S)
    done = make_client(
        1,
        ClientStage.HANDED_OVER,
        doing="Handed over: Debian",
        file="linux",
        size_bytes=8_000_000,
        sent_bytes=8_000_000,
    )
    model.apply((done,), NOW_S)
    assert text(model, 0, Column.FILE) == "linux"
    assert text(model, 0, Column.PROGRESS) == "100 %  8.0 MB"


def test_trouble_sorts_itself_up(model: ClientTableModel) -> None:
    model.apply(
        (
            make_client(1, ClientStage.HANDED_OVER),
            make_client(2, ClientStage.SILENT),
            make_client(3, ClientStage.ASKING),
            loading(4, "linux", 100, 10),
            loading(5, "linux", 100, 90),
            make_client(6, ClientStage.IN_MENU),
            make_client(7, ClientStage.NEEDS_YOU),
            make_client(8, ClientStage.FAILED),
        ),
        NOW_S,
    )
    model.settle()
    assert macs(model) == [8, 7, 5, 4, 3, 6, 1, 2]


def test_values_change_at_once_but_rows_move_only_when_settled(model: ClientTableModel) -> None:
    model.apply((make_client(1), make_client(2)), NOW_S)
    model.settle()
    model.apply((make_client(1), make_client(2, ClientStage.FAILED)), NOW_S)
    assert macs(model) == [1, 2]
    assert text(model, 1, Column.STATE) == "Failed"
    model.settle()
    assert macs(model) == [2, 1]


def test_selection_follows_its_computer(model: ClientTableModel, table: ClientTable) -> None:
    model.apply((make_client(1), make_client(2), make_client(3)), NOW_S)
    table.selectRow(2)
    kept = QPersistentModelIndex(model.index(2, Column.IP))
    model.apply((make_client(1), make_client(2), make_client(3, ClientStage.FAILED)), NOW_S)
    model.settle()
    assert table.currentIndex().row() == 0
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]
    assert (kept.row(), kept.column()) == (0, Column.IP)


def test_left_alone_stay_out_of_all(model: ClientTableModel) -> None:
    model.apply((make_client(1), make_client(2, ClientStage.LEFT_ALONE)), NOW_S)
    assert macs(model) == [1]
    model.set_filter(Chip.LEFT_ALONE, "")
    assert macs(model) == [2]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("lenovo", [2]),
        ("3C-52-82-6A-00-02", [2]),
        ("192.168.1.77", [2]),
        ("initrd loading", [1]),
        ("needs you", [3]),
        ("nobody", []),
    ],
)
def test_find_by_words_address_and_mac(model: ClientTableModel, wanted: str, found: list[int]) -> None:
    model.apply(
        (
            loading(1, "debian/initrd.gz", 100, 50),
            make_client(2, vendor="Lenovo", address=IPv4Address("192.168.1.77")),
            make_client(3, ClientStage.NEEDS_YOU),
        ),
        NOW_S,
    )
    model.set_filter(Chip.ALL, wanted)
    assert macs(model) == found


def test_row_leaves_a_filter_only_when_settled(model: ClientTableModel) -> None:
    model.apply((make_client(1, ClientStage.IN_MENU), make_client(2, ClientStage.IN_MENU)), NOW_S)
    model.set_filter(Chip.IN_MENU, "")
    model.apply((make_client(1, ClientStage.HANDED_OVER), make_client(2, ClientStage.IN_MENU)), NOW_S)
    assert macs(model) == [1, 2]
    model.settle()
    assert macs(model) == [2]


def test_computers_of_another_session_are_gone(model: ClientTableModel) -> None:
    model.apply((make_client(1), make_client(2)), NOW_S)
    model.apply((make_client(2), make_client(3)), NOW_S)
    assert macs(model) == [2, 3]
    model.clear()
    assert model.rowCount() == 0


def test_header_click_sorts_by_that_column_and_state_brings_trouble_back(
    model: ClientTableModel, table: ClientTable
) -> None:
    model.apply(
        (make_client(1, vendor="Zotac"), make_client(2, vendor="Acer"), make_client(3, ClientStage.FAILED)), NOW_S
    )
    table.horizontalHeader().sectionClicked.emit(Column.COMPUTER)
    assert macs(model) == [2, 3, 1]
    table.horizontalHeader().sectionClicked.emit(Column.COMPUTER)
    assert macs(model) == [1, 3, 2]
    table.horizontalHeader().sectionClicked.emit(Column.STATE)
    assert macs(model) == [3, 1, 2]


def test_row_is_one_sentence_to_a_screen_reader(model: ClientTableModel) -> None:
    model.apply((replace(loading(3, "linux", 200, 81), last_heard_s=NOW_S - 21),), NOW_S)
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "Loading, Loading linux, Dell · UEFI x64 (7), 81 percent, heard 21 seconds ago, 3c:52:82:6a:00:03"
    )


def test_remedy_stands_in_the_tool_tip(model: ClientTableModel) -> None:
    failed = next(client for client in mixed_room() if client.stage is ClientStage.FAILED)
    model.apply((failed,), NOW_S)
    assert failed.fault is not None
    assert failed.fault.remedy in model.index(0, Column.DOING).data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize("has_lights", [False, True])
def test_columns_give_way_in_their_order(model: ClientTableModel, table: ClientTable, has_lights: bool) -> None:
    order = [Column.LAST_HEARD, Column.MAC, Column.IP, Column.RATE, Column.FILE, Column.COMPUTER]
    table.show_fog(has_lights)
    order += [Column.FOG] if has_lights else []
    never = {Column.SEAT} if has_lights else {Column.SEAT, Column.FOG}
    before: set[Column] = set()
    for width in range(1600, 300, -20):
        table.resize(width, 400)
        hidden = {column for column in Column if table.isColumnHidden(column)} - never
        assert hidden == set(order[: len(hidden)])
        assert hidden >= before
        before = hidden
    assert before == set(order)


def test_rows_are_held_while_somebody_points_or_walks(
    model: ClientTableModel, table: ClientTable, qtbot: QtBot
) -> None:
    model.apply((make_client(1),), NOW_S)
    table.clearFocus()
    assert not table.is_held
    here = QPointF(20, 20)
    QApplication.sendEvent(table.viewport(), QEnterEvent(here, here, here))
    assert table.is_held
    QApplication.sendEvent(table.viewport(), QEvent(QEvent.Type.Leave))
    assert not table.is_held
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    assert table.is_held


def test_every_cell_of_every_stage_is_painted(model: ClientTableModel, table: ClientTable) -> None:
    """A delegate that raises inside paint makes Qt print and the test fail; a selected row paints too."""
    table.resize(1500, 1100)
    model.apply(mixed_room(), NOW_S)
    model.set_filter(Chip.ALL, "")
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().select(model.index(0, 0, QModelIndex()), flags)
    picture = table.grab().toImage()
    assert len({picture.pixelColor(200, y).name() for y in range(60, 800, 28)}) > 1


def _busy(number: int, turn: int) -> ClientSnapshot:
    client = loading(number % 250, "debian/initrd.gz", 40_000_000, (turn * 3 + number) % 100)
    return replace(client, mac=make_mac(number), last_heard_s=NOW_S + turn / 10)


@pytest.mark.benchmark
def test_tick_of_200_busy_computers_is_short(window: MainWindow, kit: FakeKit, clock: Clock) -> None:
    """200 computers at 10 events/s each, for 10 s: every tick, painting included, under 50 ms."""
    from fogportable.events import LeaseRequestSeen

    serve(window)
    session = kit.room
    ticks = TickWatch(window)
    for turn in range(100):
        clock.now_s += 0.1
        session.rows = tuple(_busy(number, turn) for number in range(200))
        session.append(
            *(LeaseRequestSeen(client=make_mac(number), address=None, dhcp_server=None) for number in range(200))
        )
        session.set_state(SessionState.SERVING, loading_computers=200, rate_bytes_per_s=9e7 + turn * 1e5)
        ticks.tick()
    assert window.room_page.rows.model.rowCount() == 200
    ticks.check("200 computers")


def test_computers_that_use_one_dock_have_a_row_each(model: ClientTableModel) -> None:
    one, other = (replace(make_client(1), number=number, uuid=uuid) for number, uuid in ((3, "a"), (9, "b")))
    model.apply((one, other), NOW_S)
    assert [model.client_at(row).uuid for row in range(model.rowCount())] == ["a", "b"]
    assert model.row_of(one.mac) == 1
    model.apply((replace(one, doing="x"), other), NOW_S)
    assert model.client_at(0).doing == "x"
