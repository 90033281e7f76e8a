"""The room as a table model: one row per computer, taken from snapshots, filtered and ordered here.

Filter and order are part of the model and not of a proxy: a tick of 200 changed rows then costs no call from Qt back
into Python per row and comparison. Values change at once; rows move only in `settle`, which the page calls at most
every 2 s and never while somebody points at the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from fogportable.model import ClientSnapshot, ClientStage, Seat
from fogportable.protocol.address import MacAddress
from fogportable.ui import words
from fogportable.ui.models.client_row import SORT_KEYS, Changes, Column, Row, text_of
from fogportable.ui.models.dragged import computers_as_mime

if TYPE_CHECKING:
    from fogportable.room.seating import Seating

#: Progress alone is drawn again at most this often (s): nobody reads faster, and drawing it takes most of a tick, while
#: the transfers of the same process wait.
PROGRESS_EVERY_S = 0.25


#: Rows of a change that are told one by one: each costs calls between Qt and Python, a view draws only what it shows.
_MOST_TOLD_ALONE = 12


class ClientRole(IntEnum):
    """What a row offers beside its text."""

    CLIENT = Qt.ItemDataRole.UserRole + 1


class Chip(StrEnum):
    """The funnel: press one, see only those."""

    ALL = "all"
    NEED_YOU = "need_you"
    WOULD_BOOT = "would_boot"
    STARTING = "starting"
    IN_MENU = "in_menu"
    IMAGING = "imaging"
    HANDED_OVER = "handed_over"
    DONE = "done"
    SILENT = "silent"
    NOT_SEEN = "not_seen"
    LEFT_ALONE = "left_alone"


#: Which stages a chip shows. "All" means all computers that boot: phones and printers have a chip of their own.
STAGES_OF_CHIP: dict[Chip, frozenset[ClientStage]] = {
    Chip.ALL: frozenset(ClientStage) - {ClientStage.LEFT_ALONE},
    Chip.NEED_YOU: frozenset({ClientStage.NEEDS_YOU, ClientStage.FAILED}),
    Chip.WOULD_BOOT: frozenset({ClientStage.WOULD_BOOT, ClientStage.MAY_BOOT}),
    Chip.STARTING: frozenset({ClientStage.ASKING, ClientStage.LOADING}),
    Chip.IN_MENU: frozenset({ClientStage.IN_MENU}),
    Chip.IMAGING: frozenset({ClientStage.IMAGING}),
    Chip.HANDED_OVER: frozenset({ClientStage.HANDED_OVER}),
    Chip.DONE: frozenset({ClientStage.DONE}),
    Chip.SILENT: frozenset({ClientStage.SILENT}),
    Chip.NOT_SEEN: frozenset({ClientStage.NOT_SEEN}),
    Chip.LEFT_ALONE: frozenset({ClientStage.LEFT_ALONE}),
}


RowKey = tuple[MacAddress, int]

_PROGRESS_CELLS = (Column.PROGRESS, Column.RATE)


class ClientTableModel(QAbstractTableModel):
    """Rows stay until the session that they belong to is replaced; a computer that starts over keeps its row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[RowKey, Row] = {}
        self._shown: list[Row] = []
        self._place: dict[RowKey, int] = {}
        self._chip = Chip.ALL
        self._needle = ""
        self._firmware = ""
        self._sort_column = Column.STATE
        self._sort_order = Qt.SortOrder.AscendingOrder
        self._seating: Seating | None = None
        self._now_s = 0.0
        self._numbers = 0
        self._applied: list[Row] = []  # of the last look, in its order
        self._applied_keys: list[RowKey] = []
        self._undrawn: set[RowKey] = set()  # whose progress is not told yet
        self._next_progress_s = 0.0

    # --- filling ----------------------------------------------------------------------------------------------

    def apply(self, clients: tuple[ClientSnapshot, ...], now_s: float) -> None:
        """Take the snapshots of one tick: new rows in one insertion, changed ones per row, or as one range if many."""
        self._now_s = now_s
        rows, fresh = self._rows_of(clients)
        changes = Changes()
        for row, client in zip(rows, clients, strict=True):
            if row.client is client and now_s < row.age_until_s:
                continue  # Most of a large room.
            age = row.look_up_age(client, now_s)
            if row.client != client or row.age != age:
                place = self._place.get(client.key)
                if place is not None:
                    changes.note(place, row, client, age)
                if row.client.uuid != client.uuid:
                    row.seat = self._seat_of(client)
                row.client, row.age = client, age
        self._announce(changes.whole, Column.STATE, Column.LAST_HEARD)
        self._undrawn.update(self._shown[place].client.key for place in changes.progress)
        if now_s >= self._next_progress_s:
            self._tell_progress()
        self._announce(changes.age, Column.LAST_HEARD, Column.LAST_HEARD)
        self._insert([row for row in fresh if self._is_wanted(row)])

    def _rows_of(self, clients: tuple[ClientSnapshot, ...]) -> tuple[list[Row], list[Row]]:
        """The rows of these computers, and those among them that are new. Rows of others are forgotten."""
        keys = [client.key for client in clients]
        if keys == self._applied_keys:
            return self._applied, []
        known = self._rows
        there = set(keys)
        if not there >= known.keys():
            self._forget_missing(there)
        fresh: list[Row] = []
        for key, client in zip(keys, clients, strict=True):
            if key not in known:
                self._numbers += 1
                known[key] = row = Row(client, self._numbers, seat=self._seat_of(client))
                row.age = row.look_up_age(client, self._now_s)
                fresh.append(row)
        self._applied, self._applied_keys = [known[key] for key in keys], keys
        return self._applied, fresh

    def set_seating(self, seating: Seating) -> None:
        """The room was changed, or a computer got a seat."""
        self._seating = seating
        for row in self._rows.values():
            row.seat = self._seat_of(row.client)
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(Column) - 1))

    def _seat_of(self, client: ClientSnapshot) -> Seat | None:
        if self._seating is None:
            return None
        if client.stage is ClientStage.NOT_SEEN:
            return self._seating.seats[-client.number - 1] if -client.number <= len(self._seating.seats) else None
        return self._seating.seat_of(client.mac, client.uuid)

    def clear(self) -> None:
        """Another session begins."""
        self.beginResetModel()
        self._rows.clear()
        self._applied.clear()
        self._applied_keys.clear()
        self._shown.clear()
        self._place.clear()
        self._undrawn.clear()
        self.endResetModel()

    def _forget_missing(self, there: set[RowKey]) -> None:
        for key in [key for key in self._rows if key not in there]:
            del self._rows[key]
        self._remove_unwanted()

    def _tell_progress(self) -> None:
        """What was kept back since it was told last."""
        if self._undrawn:
            self._next_progress_s = self._now_s + PROGRESS_EVERY_S
            self._announce(sorted(self._place[key] for key in self._undrawn if key in self._place), *_PROGRESS_CELLS)
            self._undrawn.clear()

    def _announce(self, changed: list[int], first: Column, last: Column) -> None:
        if not changed:
            return
        if len(changed) * 2 > len(self._shown) or len(changed) > _MOST_TOLD_ALONE:
            self.dataChanged.emit(self.index(min(changed), first), self.index(max(changed), last))
            return
        for place in changed:
            self.dataChanged.emit(self.index(place, first), self.index(place, last))

    def _insert(self, rows: list[Row]) -> None:
        if not rows:
            return
        first = len(self._shown)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._shown.extend(rows)
        for place, row in enumerate(rows, first):
            self._place[row.client.key] = place
        self.endInsertRows()

    # --- filter and order -------------------------------------------------------------------------------------

    @property
    def chip(self) -> Chip:
        return self._chip

    @property
    def total(self) -> int:
        """All computers known, shown or not."""
        return len(self._rows)

    def set_filter(self, chip: Chip, text: str) -> None:
        """Show only these, now. text: words that must all occur; a MAC address is found however it is written."""
        self._chip = chip
        try:
            self._needle = str(MacAddress.parse(text))
        except ValueError:
            self._needle = text.casefold()
        self.settle()

    def set_firmware(self, firmware: str) -> None:
        """Show only computers with this firmware too, now; "" for all."""
        self._firmware = firmware
        self.settle()

    def settle(self) -> None:
        """Put every row where it belongs: out, in, and in order. Selection and current row stay with their computer."""
        self._remove_unwanted()
        self._tell_progress()
        self._insert([row for key, row in self._rows.items() if key not in self._place and self._is_wanted(row)])
        ordered = sorted(
            self._shown, key=SORT_KEYS[self._sort_column], reverse=self._sort_order is Qt.SortOrder.DescendingOrder
        )
        if ordered != self._shown:
            self._reorder(ordered)

    def _is_wanted(self, row: Row) -> bool:
        if row.client.stage not in STAGES_OF_CHIP[self._chip]:
            return False
        if self._firmware and row.client.firmware != self._firmware:
            return False
        if not self._needle:
            return True
        haystack = row.haystack()
        return all(word in haystack for word in self._needle.split())

    def _remove_unwanted(self) -> None:
        for last in range(len(self._shown) - 1, -1, -1):
            row = self._shown[last]
            if self._rows.get(row.client.key) is not row or not self._is_wanted(row):
                self.beginRemoveRows(QModelIndex(), last, last)
                del self._shown[last]
                self.endRemoveRows()
        self._number_places()

    def _reorder(self, ordered: list[Row]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self._shown[index.row()].client.key for index in before]
        self._shown = ordered
        self._number_places()
        after = [self.index(self._place[key], index.column()) for key, index in zip(keys, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _number_places(self) -> None:
        self._place = {row.client.key: place for place, row in enumerate(self._shown)}

    # --- reading ----------------------------------------------------------------------------------------------

    def row_of(self, mac: MacAddress) -> int | None:
        """Place of the shown row with this address; of the newest where a dock has several."""
        places = [(key[1], place) for key, place in self._place.items() if key[0] == mac]
        return max(places)[1] if places else None

    def rows_that_need_you(self) -> list[int]:
        """Shown rows in trouble, from the top."""
        wanted = STAGES_OF_CHIP[Chip.NEED_YOU]
        return [place for place, row in enumerate(self._shown) if row.client.stage in wanted]

    def place_of(self, key: RowKey) -> int | None:
        """Where this row is shown; None where the filter keeps it out."""
        return self._place.get(key)

    def shown_keys(self) -> set[RowKey]:
        """The rows that the filter lets through."""
        return set(self._place)

    def seat_at(self, row: int) -> Seat | None:
        """Where the computer of a shown row stands."""
        return self._shown[row].seat

    def client_at(self, row: int) -> ClientSnapshot:
        """The computer of a shown row."""
        return self._shown[row].client

    def text_at(self, row: int, column: Column) -> str:
        """What a cell shows."""
        return text_of(self._shown[row], column)

    def text_of(self, rows: Iterable[int]) -> str:
        """The rows as text that reads well in a chat."""
        return "\n".join(words.client_as_text(self._shown[row].client, self._shown[row].seat) for row in sorted(rows))

    # --- Qt ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return computers_as_mime(self._shown[row].client for row in sorted({index.row() for index in indexes}))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sort_column, self._sort_order = Column(max(0, column)), order
        self.settle()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignVCenter | _alignment(Column(section)))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.STATE: self.tr("State"),
            Column.SEAT: self.tr("Seat"),
            Column.COMPUTER: self.tr("Computer"),
            Column.DOING: self.tr("What it is doing"),
            Column.FILE: self.tr("File"),
            Column.PROGRESS: self.tr("Progress"),
            Column.RATE: self.tr("Rate"),
            Column.FOG: self.tr("FOG"),
            Column.IP: self.tr("IP"),
            Column.MAC: self.tr("MAC"),
            Column.LAST_HEARD: self.tr("Last heard"),
        }[Column(section)]

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._shown):
            return None
        row = self._shown[index.row()]
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return text_of(row, column)
        if role == ClientRole.CLIENT:
            return row.client
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignVCenter | _alignment(column))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(row.client, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (
                words.client_sentence(row.client, self._now_s, row.seat)
                if column is Column.STATE
                else text_of(row, column)
            )
        return None

    def _tool_tip(self, client: ClientSnapshot, column: Column) -> str | None:
        if client.fault is not None and column in (Column.STATE, Column.DOING):
            return f"{client.fault.message}\n{client.fault.remedy}"
        if column is Column.LAST_HEARD:
            if client.stage is ClientStage.NOT_SEEN:
                return None
            return client.last_heard.astimezone().strftime("%H:%M:%S")
        if column is Column.DOING and client.attempts > 1:
            return self.tr("{doing}. Try {count}.").format(doing=client.doing.rstrip("."), count=client.attempts)
        if column is Column.FILE:
            return client.file or None
        if column is Column.FOG:
            return words.lights_sentence(client.lights)
        return words.computer(client) if column is Column.COMPUTER and client.firmware else None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    is_number = column in (Column.RATE, Column.LAST_HEARD)
    return Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
