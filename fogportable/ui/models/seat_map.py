"""The room as tiles: one per seat in the order of the grid, then a tile for each computer that has no seat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from fogportable.model import ClientSnapshot, ClientStage, Seat
from fogportable.protocol.address import MacAddress
from fogportable.room.seating import Seating
from fogportable.ui import words
from fogportable.ui.models.dragged import MIME, computers_as_mime

#: Tiles drawn in one tick because of their share alone.
MOST_DRAWN = 30

_INDEX = QModelIndex | QPersistentModelIndex

_ANY_TILE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
#: By whether a computer is shown, which can be dragged, and whether the tile is a seat. A view asks for each it paints.
_FLAGS = {
    (False, False): _ANY_TILE,
    (True, False): _ANY_TILE | Qt.ItemFlag.ItemIsDragEnabled,
    (False, True): _ANY_TILE | Qt.ItemFlag.ItemIsDropEnabled,
    (True, True): _ANY_TILE | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled,
}


class TileRole(IntEnum):
    """What a tile offers beside its text."""

    TILE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Tile:
    """seat: None for a computer without one. client: None for a seat of which nothing was heard.

    is_wanted: whether the filter lets it through.
    """

    seat: Seat | None
    client: ClientSnapshot | None
    is_wanted: bool = True

    @property
    def stage(self) -> ClientStage:
        return ClientStage.NOT_SEEN if self.client is None else self.client.stage

    @property
    def number(self) -> str:
        """What is read from far away: the end of the seat's name, `09` of `204-09`."""
        if self.seat is None:
            return "?"
        short = self.seat.name.rsplit("-", 1)[-1].strip()
        return short or self.seat.name

    def reason(self) -> str:
        """The line below the state: how far, or why not."""
        if self.client is None:
            return "" if self.seat is None else self.seat.host
        progress = words.progress(self.client) if self.stage is ClientStage.LOADING else ""
        if progress:
            return progress
        doing = self.client.doing
        if self.stage is ClientStage.HANDED_OVER:
            doing = doing.partition(": ")[2] or doing  # The word above says the rest.
        return doing if self.seat is not None else f"{self.client.mac}"

    def sentence(self, now_s: float) -> str:
        """The tile for a screen reader."""
        if self.client is not None:
            return words.client_sentence(self.client, now_s, self.seat)
        assert self.seat is not None
        parts = [words.seat_words(self.seat.name), words.stage_word(ClientStage.NOT_SEEN), self.seat.host]
        return ", ".join(filter(None, parts))


class SeatMapModel(QAbstractListModel):
    """Fed with each tick; a tile is drawn again only when it changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seating: Seating | None = None
        self._tiles: list[Tile] = []
        self._now_s = 0.0
        self._undrawn: set[int] = set()  # whose share is another than is drawn
        self._last_drawn = -1

    @property
    def columns(self) -> int:
        return 0 if self._seating is None else self._seating.room.columns

    @property
    def seats(self) -> int:
        """How many of the tiles are seats; the others have none."""
        return 0 if self._seating is None else len(self._seating.seats)

    def set_seating(self, seating: Seating) -> None:
        """Another room, or other seats of it."""
        self.beginResetModel()
        self._seating = seating
        self._tiles = [Tile(seat, None) for seat in seating.seats]
        self.endResetModel()

    def apply(
        self, clients: Sequence[ClientSnapshot], wanted: set[tuple[MacAddress, int]] | None, now_s: float
    ) -> None:
        """Take the rows of one tick. wanted: keys that the filter lets through; None without a filter."""
        if self._seating is None:
            return
        self._now_s = now_s
        by_place, guests = self._sorted_in(clients)
        tiles = []
        for seat in self._seating.seats:
            client = by_place.get(seat.place)
            key = client.key if client is not None else None
            tiles.append(Tile(seat, client, wanted is None or key in wanted or _unseen(seat) in wanted))
        tiles += [Tile(None, each, wanted is None or each.key in wanted) for each in guests]
        self._take(tiles)

    def _sorted_in(self, clients: Sequence[ClientSnapshot]) -> tuple[dict[int, ClientSnapshot], list[ClientSnapshot]]:
        assert self._seating is not None
        by_place: dict[int, ClientSnapshot] = {}
        guests = []
        for client in clients:
            if client.stage in (ClientStage.LEFT_ALONE, ClientStage.NOT_SEEN):
                continue
            seat = self._seating.seat_of(client.mac, client.uuid)
            if seat is None:
                guests.append(client)
                continue
            known = by_place.get(seat.place)
            if known is None or client.last_heard_s > known.last_heard_s:
                by_place[seat.place] = client
        return by_place, guests

    def _take(self, tiles: list[Tile]) -> None:
        before = len(self._tiles)
        if len(tiles) > before:
            self.beginInsertRows(QModelIndex(), before, len(tiles) - 1)
            self._tiles += tiles[before:]
            self.endInsertRows()
        elif len(tiles) < before:
            self.beginRemoveRows(QModelIndex(), len(tiles), before - 1)
            del self._tiles[len(tiles) :]
            self.endRemoveRows()
        for place, tile in enumerate(tiles):
            known = self._tiles[place]
            if known is tile or known == tile:
                continue
            self._tiles[place] = tile
            if _state(known) != _state(tile):
                self._undrawn.discard(place)
                self.dataChanged.emit(self.index(place), self.index(place))
            elif _share(known) != _share(tile):
                self._undrawn.add(place)
        self._draw_some()

    def _draw_some(self) -> None:
        """Of the tiles of which only the share is another, as many as a tick has time for, in turn."""
        last = self._last_drawn
        due = sorted(self._undrawn, key=lambda place: (place <= last, place))[:MOST_DRAWN]
        for place in due:
            self._undrawn.discard(place)
            self._last_drawn = place
            if place < len(self._tiles):
                self.dataChanged.emit(self.index(place), self.index(place))

    def tile_at(self, row: int) -> Tile:
        return self._tiles[row]

    def rows_that_need_you(self) -> list[int]:
        """Tiles in trouble, in the order of the seats."""
        bad = (ClientStage.NEEDS_YOU, ClientStage.FAILED)
        return [row for row, tile in enumerate(self._tiles) if tile.stage in bad and tile.is_wanted]

    def row_of(self, key: tuple[MacAddress, int]) -> int | None:
        """The tile of a row of the table."""
        for row, tile in enumerate(self._tiles):
            if tile.client is not None and tile.client.key == key:
                return row
        return None

    # --- Qt ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: _INDEX = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._tiles)

    def flags(self, index: _INDEX) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        tile = self._tiles[index.row()]
        return _FLAGS[tile.client is not None, tile.seat is not None]

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        clients = (self._tiles[row].client for row in sorted({index.row() for index in indexes}))
        return computers_as_mime(client for client in clients if client is not None)

    def data(self, index: _INDEX, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._tiles):
            return None
        tile = self._tiles[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tile.seat.name if tile.seat is not None else str(tile.client.mac if tile.client else "")
            case TileRole.TILE:
                return tile
            case Qt.ItemDataRole.AccessibleTextRole:
                return tile.sentence(self._now_s)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tool_tip(tile)
            case _:
                return None

    def _tool_tip(self, tile: Tile) -> str:
        client = tile.client
        if client is None:
            return words.stage_word(ClientStage.NOT_SEEN)
        if client.fault is not None:
            return f"{client.fault.message}\n{client.fault.remedy}"
        return f"{words.computer(client)}\n{client.doing}"


def _unseen(seat: Seat) -> tuple[MacAddress, int]:
    return (seat.mac or MacAddress(bytes(6)), -seat.place)


def _state(tile: Tile) -> tuple[object, ...]:
    """What is drawn of a tile but for how far it is."""
    client = tile.client
    if client is None:
        return (tile.seat, None, tile.is_wanted)
    return (tile.seat, client.key, client.stage, client.doing, tile.is_wanted)


def _share(tile: Tile) -> int:
    """In whole percent: nobody sees less from three metres."""
    client = tile.client
    if client is None or client.stage is not ClientStage.LOADING or client.sent_bytes is None:
        return -1
    return words.percent(client.sent_bytes, client.size_bytes or 0)
