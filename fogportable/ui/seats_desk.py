"""What is done with seats: assigned, learned, read from a list and written to one, shown to the whole room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from fogportable.model import ClientSnapshot, Room, machine_key
from fogportable.room.learning import SeatLearning, computer_of
from fogportable.room.seating import Seating, swapped, with_computer, without_computer
from fogportable.ui import words
from fogportable.ui.dialogs.assign_seat import NOWHERE, ask_seat
from fogportable.ui.part import Surface
from fogportable.ui.widgets.learn_bar import LearnBar
from fogportable.ui.widgets.notice_bar import Gravity, Notice
from fogportable.ui.work import Job

if TYPE_CHECKING:
    from fogportable.ui.bridge import Tick
    from fogportable.ui.seats_part import SeatsPart
    from fogportable.ui.views.room_display import RoomDisplay

#: Bad lines of a list that are told one by one; of more only how many there are.
_MOST_TOLD = 3

AskSeat = Callable[[str, Seating, int, QWidget | None], int | None]


class SeatsDesk(QObject):
    """ask: replaced in tests, as are ask_open and ask_save, which give a file's name or ""."""

    noticed = Signal(object)
    withdrawn = Signal(str)
    said = Signal(str)

    def __init__(self, surface: Surface, part: SeatsPart) -> None:
        super().__init__(part)
        self._surface = surface
        self._part = part
        self.ask: AskSeat = ask_seat
        self.ask_open: Callable[[], str] = self._ask_open
        self.ask_save: Callable[[], str] = self._ask_save
        self._learning: SeatLearning | None = None
        self._bar: LearnBar | None = None
        self.display: RoomDisplay | None = None

    def take_tick(self, tick: Tick) -> None:
        """One look at the session."""
        if self._learning is not None and self._learning.take(tick.clients):
            self._keep(self._learning.room)
            self._show_turn(is_said=True)
        if self.display is not None:
            self.display.model.apply(tick.clients, None, tick.now_s)

    # --- assigning --------------------------------------------------------------------------------------------------

    def assign(self, clients: Sequence[ClientSnapshot]) -> None:
        """Ask for the seat of the first chosen computer; the others get those after it."""
        if self._is_without_seats() or self._is_rehearsing():
            return
        if not clients:
            self._notice(self.tr("Choose a computer first: a row of the list, or a tile."))
            return
        seating = self._part.seating
        first = clients[0]
        seat = seating.seat_of(first.mac, first.uuid)
        who = words.client_as_text(first)
        place = self.ask(who, seating, NOWHERE if seat is None else seat.place, self._surface.window)
        if place is None:
            return
        room = seating.room
        for offset, client in enumerate(clients):
            room = self._assigned(room, client, place + offset if place else NOWHERE)
        self._keep(room)

    def move(self, clients: Sequence[ClientSnapshot], place: int) -> None:
        """They were dropped on a seat: one that has a seat changes with who is there; others take this seat and those
        after it."""
        if not clients or self._is_rehearsing():
            return
        room = self._part.seating.room
        seat = self._part.seating.seat_of(clients[0].mac, clients[0].uuid)
        if len(clients) == 1 and seat is not None:
            self._keep(swapped(room, seat.place, place))
            return
        for offset, client in enumerate(clients):
            room = self._assigned(room, client, place + offset)
        self._keep(room)

    def _assigned(self, room: Room, client: ClientSnapshot, place: int) -> Room:
        if place == NOWHERE:
            seat = Seating(room).seat_of(client.mac, client.uuid)
            return room if seat is None else without_computer(room, seat.place)
        if place > room.seat_count:
            return room
        return with_computer(room, place, computer_of(client), is_number_shared=self._is_shared(client))

    def _is_shared(self, client: ClientSnapshot) -> bool:
        """Whether another computer was heard with the same number, at the same time on another seat."""
        key = machine_key(client.uuid)
        others = [each for each in self._part.clients if each.mac != client.mac and machine_key(each.uuid) == key]
        return key is not None and bool(others)

    def _keep(self, room: Room) -> None:
        self._surface.choices.set_room(room)

    # --- learning ---------------------------------------------------------------------------------------------------

    def learn(self) -> None:
        """Begin with the first seat of which nothing is known, or with the first of all."""
        if self._is_without_seats() or self._is_rehearsing():
            return
        if self._surface.serving.is_at_rest:
            self._notice(self.tr("Start first. Then computers are heard when they are switched on one after another."))
            return
        seating = self._part.seating
        first = next((seat.place for seat in seating.seats if not seat.is_known), 1)
        now_s = max((each.asked_s for each in self._part.clients), default=0.0)
        self._learning = SeatLearning(seating.room, now_s, first)
        if self._bar is None:
            self._bar = LearnBar(self._surface.pages.room)
            self._bar.skipped.connect(self.skip)
            self._bar.undone.connect(self.undo)
            self._bar.ended.connect(self.end_learning)
            self._surface.pages.room.put_on_top(self._bar)
        self._surface.pages.show_room()
        self._bar.show()
        self._show_turn(is_said=True)

    @property
    def bar(self) -> LearnBar | None:
        """None before seats were ever learned."""
        return self._bar

    def skip(self) -> None:
        """Nobody stands there."""
        if self._learning is not None:
            self._learning.skip()
            self._show_turn(is_said=True)

    def undo(self) -> None:
        """The last one was another computer."""
        if self._learning is not None:
            self._learning.undo()
            self._keep(self._learning.room)
            self._show_turn(is_said=True)

    def end_learning(self) -> None:
        """What was learned stays."""
        self._learning = None
        if self._bar is not None:
            self._bar.hide()

    def _show_turn(self, *, is_said: bool) -> None:
        learning, bar = self._learning, self._bar
        if learning is None or bar is None:
            return
        learned = words.computers(learning.learned)
        if learning.place is None:
            sentence = self.tr("All seats had their turn, {learned} learned. Save the profile to keep them.")
            bar.show_turn(sentence.format(learned=learned), can_skip=False, can_undo=learning.learned > 0)
        else:
            seat = learning.room.name_of(learning.place)
            sentence = self.tr("Seat {seat}: switch its computer on now. {learned} learned so far.")
            bar.show_turn(sentence.format(seat=seat, learned=learned), can_skip=True, can_undo=learning.learned > 0)
        if is_said:
            self.said.emit(bar.sentence)

    # --- lists ------------------------------------------------------------------------------------------------------

    def import_seats(self) -> None:
        """From CSV. What is wrong with a line is told with its number."""
        name = self.ask_open()
        if name:
            from fogportable.session.seat_lists import import_seats

            room = self._surface.choices.profile.room
            self._surface.work.start("seats", partial(import_seats, Path(name), room), self._on_imported)
            self._surface.bridge.wake()

    def _on_imported(self, job: Job) -> None:
        from fogportable.room.seat_table import SeatTable

        if job.fault is not None:
            self.noticed.emit(Notice("seats", Gravity.FAILED, str(job.fault)))
            return
        table = job.result
        assert isinstance(table, SeatTable)
        self._keep(table.room)
        taken = self.tr("1 seat was taken over.") if table.taken == 1 else self.tr("{count} seats were taken over.")
        told = [str(fault) for fault in table.faults[:_MOST_TOLD]]
        more = len(table.faults) - len(told)
        if more > 0:
            told.append(self.tr("And {count} more lines.").format(count=more))
        gravity = Gravity.NEEDS if told else Gravity.DONE
        self.noticed.emit(Notice("seats", gravity, " ".join((taken.format(count=table.taken), *told))))

    def export_seats(self) -> None:
        """To CSV, every seat with what is known of it."""
        if self._is_without_seats():
            return
        name = self.ask_save()
        if name:
            from fogportable.session.seat_lists import export_seats

            room = self._part.seating.room
            self._surface.work.start("seats", partial(export_seats, room, Path(name)), self._on_exported)
            self._surface.bridge.wake()

    def _on_exported(self, job: Job) -> None:
        if job.fault is not None:
            self.noticed.emit(Notice("seats", Gravity.FAILED, str(job.fault)))
            return
        self.noticed.emit(Notice("seats", Gravity.DONE, self.tr("The seats are in {file}.").format(file=job.result)))

    def _ask_open(self) -> str:
        title, kinds = self.tr("List of seats"), self.tr("Tables (*.csv *.txt *.tsv);;All files (*)")
        return QFileDialog.getOpenFileName(self._surface.window, title, str(self._surface.choices.base), kinds)[0]

    def _ask_save(self) -> str:
        title, kinds = self.tr("List of seats"), self.tr("Tables (*.csv)")
        at = str(self._surface.choices.base / "seats.csv")
        return QFileDialog.getSaveFileName(self._surface.window, title, at, kinds)[0]

    # --- the room display -------------------------------------------------------------------------------------------

    def show_display(self) -> None:
        """Fill the screen; pressed again, leave."""
        if self.display is not None:
            self.display.close()
            return
        if self._is_without_seats():
            return
        from fogportable.ui.views.room_display import RoomDisplay

        window = self._surface.window
        self.display = RoomDisplay(self._part.seating, window)
        self.display.closed.connect(self._on_display_closed)
        self.display.setScreen(window.screen())
        self.display.showFullScreen()
        self._surface.bridge.wake()

    def close_display(self) -> None:
        """The window closes."""
        if self.display is not None:
            self.display.close()

    def show_seating(self) -> None:
        """The seats are others now."""
        if self.display is not None:
            self.display.model.set_seating(self._part.seating)
            self.display.model.apply(self._part.clients, None, 0.0)

    def _on_display_closed(self) -> None:
        self.display = None

    # --- words ------------------------------------------------------------------------------------------------------

    def say_no_seats(self) -> None:
        """Nothing to show."""
        sentence = self.tr("This room has no seats. Give it columns and rows, or read a list of seats.")
        edit = self._surface.window.choice_desk.edit_room
        self.noticed.emit(Notice("seats", Gravity.WORKING, sentence, self.tr("Room…"), edit))

    def _is_without_seats(self) -> bool:
        is_without = not self._part.seating.room.has_seats
        if is_without:
            self.say_no_seats()
        return is_without

    def _is_rehearsing(self) -> bool:
        """Computers of software have no seats to keep."""
        is_rehearsal = self._surface.serving.is_rehearsal
        if is_rehearsal:
            self._notice(self.tr("A rehearsal seats its computers by itself; your room stays as it is."))
        return is_rehearsal

    def _notice(self, sentence: str) -> None:
        self.noticed.emit(Notice("seats", Gravity.WORKING, sentence))
