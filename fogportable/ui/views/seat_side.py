"""The seats beside the rows: what is shown on tiles follows the filter of the table, and both have one selection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QObject, Qt
from PySide6.QtWidgets import QWidget

from fogportable.model import ClientSnapshot, ClientStage
from fogportable.protocol.address import MacAddress
from fogportable.ui.models.seat_map import SeatMapModel, Tile
from fogportable.ui.views.seat_view import SeatView

if TYPE_CHECKING:
    from fogportable.room.seating import Seating

_SELECT = QItemSelectionModel.SelectionFlag


class SeatSide(QObject):
    """Built when the room has seats and somebody wants to see them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = SeatMapModel(self)
        self.view = SeatView(self.model, parent)

    def set_seating(self, seating: Seating) -> None:
        """The room's seats are others now; what was chosen stays chosen where it still is."""
        keys = self.chosen_keys()
        self.model.set_seating(seating)
        self.choose(keys)

    def go_to_trouble(self, step: int) -> None:
        """The next (1) or previous (-1) seat that needs you."""
        rows = self.model.rows_that_need_you()
        if not rows:
            return
        here = self.view.currentIndex().row()
        later = [row for row in rows if row > here]
        earlier = [row for row in rows if row < here]
        row = (later or rows)[0] if step > 0 else (earlier or rows)[-1]
        self.view.selectionModel().setCurrentIndex(self.model.index(row), _SELECT.ClearAndSelect)
        self.view.scrollTo(self.model.index(row))
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def chosen_tiles(self) -> Sequence[Tile]:
        """In the order of the seats."""
        return [self.model.tile_at(row) for row in sorted(index.row() for index in self.view.selectedIndexes())]

    def chosen_keys(self) -> list[tuple[MacAddress, int]]:
        """Of the computers on the chosen tiles."""
        return [tile.client.key for tile in self.chosen_tiles() if tile.client is not None]

    def choose(self, keys: Iterable[tuple[MacAddress, int]]) -> None:
        """Choose the tiles of these rows."""
        selection = self.view.selectionModel()
        selection.clearSelection()
        for key in keys:
            row = self.model.row_of(key)
            if row is not None:
                selection.select(self.model.index(row), _SELECT.Select)


def unseen_rows(
    seating: Seating, clients: Sequence[ClientSnapshot], like: ClientSnapshot | None
) -> tuple[ClientSnapshot, ...]:
    """A row for each seat whose computer is known and was never heard. like: any row, for its times."""
    if like is None:
        return ()
    there = {seat.place for each in clients if (seat := seating.seat_of(each.mac, each.uuid)) is not None}
    return tuple(
        ClientSnapshot(
            mac=seat.mac or MacAddress(bytes(6)),
            vendor="",
            address=None,
            arch=None,
            firmware="",
            stage=ClientStage.NOT_SEEN,
            doing="",
            file="",
            sent_bytes=None,
            size_bytes=None,
            rate_bytes_per_s=None,
            first_heard=like.first_heard,
            last_heard=like.first_heard,
            last_heard_s=0.0,
            attempts=0,
            interface="",
            number=-seat.place,
            uuid=str(seat.uuid or ""),
        )
        for seat in seating.seats
        if seat.is_known and seat.place not in there
    )
