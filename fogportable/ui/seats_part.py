"""The room's part of the window: seats, how far all have come, the room display. The desks are read when used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fogportable.ui.actions import Entry
from fogportable.ui.part import MenuName, Part, Surface

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from fogportable.model import ClientSnapshot, Room
    from fogportable.protocol.address import MacAddress
    from fogportable.room.learning import SeatLearning
    from fogportable.room.progress import RoomPace, RoomProgress
    from fogportable.room.seating import Seating
    from fogportable.ui.bridge import Tick
    from fogportable.ui.seats_desk import SeatsDesk
    from fogportable.ui.views.room_rows import RoomRows

#: The grid of a rehearsal, whose computers are seated in the order in which they ask: columns up to so many of them.
_REHEARSAL_COLUMNS = ((60, 6), (200, 10), (10_000, 20))
#: How often those of them that came meanwhile are seated (s): each time is another room to everybody.
_SEATED_EVERY_S = 1.0


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)


class SeatsPart(Part):
    """progress, clients: the room and its rows at the last tick; None and empty before the first."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self.progress: RoomProgress | None = None
        self.clients: tuple[ClientSnapshot, ...] = ()
        self._room: Room | None = None
        self._seating: Seating | None = None
        self._pace: RoomPace | None = None
        self._rehearsed: SeatLearning | None = None
        self._next_seating_s = 0.0
        self._desk: SeatsDesk | None = None
        surface.pages.room.later_rows.when_built(self._join)

    def entries(self) -> Mapping[MenuName, Sequence[Entry | None]]:
        return {
            MenuName.SERVE: (
                Entry("learnSeats", _tr("&Learn seats…"), self.learn),
                Entry("importSeats", _tr("Se&ats from a list…"), self.import_seats),
                Entry("exportSeats", _tr("Seats &into a list…"), self.export_seats),
            ),
            MenuName.CLIENTS: (Entry("assignSeat", _tr("Assi&gn seat…"), self.assign),),
            MenuName.VIEW: (
                Entry("listOrSeats", _tr("List or sea&ts"), self.switch_view, ("Ctrl+T",)),
                Entry("roomDisplay", _tr("Room displa&y"), self.show_display, ("F11",)),
            ),
        }

    def on_rows(self) -> Sequence[str]:
        return ("assignSeat",)

    @property
    def seating(self) -> Seating:
        """Of the room that is shown; in a rehearsal one of its own."""
        room = self._shown_room()
        if self._seating is None or room != self._room:
            from fogportable.room.seating import Seating

            self._room, self._seating = room, Seating(room)
        return self._seating

    @property
    def desk(self) -> SeatsDesk:
        if self._desk is None:
            from fogportable.ui.seats_desk import SeatsDesk

            self._desk = SeatsDesk(self.surface, self)
            self._desk.noticed.connect(self.noticed)
            self._desk.withdrawn.connect(self.withdrawn)
            self._desk.said.connect(self.said)
        return self._desk

    # --- what happens ---------------------------------------------------------------------------------------------

    def take_tick(self, tick: Tick) -> None:
        from fogportable.room.progress import RoomPace, room_progress

        self.clients = tick.clients
        if self._pace is None or tick.is_new_session:
            self._pace, self._rehearsed, self._next_seating_s = RoomPace(), None, 0.0
        if tick.clients:
            self._pace.add(tick.now_s, sum(each.total_bytes for each in tick.clients))
        self._seat_rehearsal(tick)
        if self._desk is not None:
            self._desk.take_tick(tick)
        before = self._seating
        seating = self.seating
        if seating is not before:
            self._show_seating()
        self.progress = room_progress(tick.clients, seating, tick.status.end, steady_rate=self._pace.steady_rate())

    def choices_changed(self) -> None:
        if self._seating is not None and self._shown_room() != self._room:
            self._show_seating()
            self.progress = None  # The next tick counts the other room.
            self.surface.bridge.wake()

    def close(self) -> None:
        if self._desk is not None:
            self._desk.close_display()

    def _shown_room(self) -> Room:
        if self.surface.serving.is_rehearsal:
            return self._rehearsed.room if self._rehearsed is not None else self._rehearsal_room()
        return self.surface.choices.profile.room

    def _rehearsal_room(self) -> Room:
        from fogportable.model import Room

        computers = self.surface.serving.listed_computers
        columns = next(columns for most, columns in _REHEARSAL_COLUMNS if computers <= most)
        return Room("", computers, columns, -(-computers // columns))

    def _seat_rehearsal(self, tick: Tick) -> None:
        if not self.surface.serving.is_rehearsal:
            return
        if self._rehearsed is None:
            from fogportable.room.learning import SeatLearning

            self._rehearsed = SeatLearning(self._rehearsal_room(), 0.0)
        if self._rehearsed.place is not None and tick.now_s >= self._next_seating_s:
            self._next_seating_s = tick.now_s + _SEATED_EVERY_S
            self._rehearsed.take(tick.clients)

    def _join(self, rows: RoomRows) -> None:
        rows.set_seating(self.seating)
        rows.later_seats.when_built(self._join_view)

    def _join_view(self, _view: object) -> None:
        rows = self.surface.pages.room.rows
        assert rows.seats is not None
        rows.seats.view.moved.connect(self._on_moved)
        rows.seats.view.opened.connect(self._on_opened)
        rows.seats.view.selectionModel().currentChanged.connect(self._follow)

    def _on_opened(self, client: ClientSnapshot) -> None:
        """Enter on a tile: as on its row."""
        self.surface.pages.room.rows.go_to(client.key)
        self.surface.window.actions_by_name["journey"].trigger()

    def _follow(self, current: QModelIndex) -> None:
        """The row goes along with the tile, and what is open beside it."""
        rows = self.surface.pages.room.rows
        if rows.seats is not None and rows.is_showing_seats and current.isValid():
            client = rows.seats.model.tile_at(current.row()).client
            if client is not None:
                rows.go_to(client.key)

    def _on_moved(self, keys: Sequence[tuple[MacAddress, int]], place: int) -> None:
        """Rows or tiles were dropped on a seat."""
        by_key = {client.key: client for client in self.clients}
        self.desk.move([by_key[key] for key in keys if key in by_key], place)

    def _show_seating(self) -> None:
        rows = self.surface.pages.room.later_rows.built
        if rows is not None:
            rows.set_seating(self.seating)
        if self._desk is not None:
            self._desk.show_seating()

    # --- the menu -------------------------------------------------------------------------------------------------

    def switch_view(self) -> None:
        """Ctrl+T."""
        self.surface.pages.show_room()
        rows = self.surface.pages.room.shown_rows()
        if not self.seating.room.has_seats:
            self.desk.say_no_seats()
        elif rows is not None:
            rows.view_switch.choose(not rows.view_switch.wants_seats)

    def show_display(self) -> None:
        """F11."""
        self.desk.show_display()

    def assign(self) -> None:
        """Of the chosen computer, or of the chosen ones from the first seat on."""
        self.desk.assign(self.surface.pages.room.chosen_computers())

    def learn(self) -> None:
        self.desk.learn()

    def import_seats(self) -> None:
        self.desk.import_seats()

    def export_seats(self) -> None:
        self.desk.export_seats()
