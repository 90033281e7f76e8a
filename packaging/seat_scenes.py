"""Pictures of the room as seats: the map, the display for everybody in it, learning, and the dialogs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from fogportable.model import Room
from fogportable.room.seating import Computer, with_computer
from fogportable.ui.dialogs.assign_seat import AssignSeatDialog
from fogportable.ui.dialogs.room import RoomDialog
from fogportable.ui.seats_part import SeatsPart
from fogportable.ui.views.main_window import MainWindow
from tests.fakes.kit import FakeKit
from tests.fakes.session import make_mac

_FAR = (1920, 1080)


def _room() -> Room:
    """Thirty seats, of which the computers of two were never heard."""
    room = Room("Room 204", 0, 6, 5, "204-{nn}")
    for number in range(1, 31):
        room = with_computer(room, number, Computer(make_mac(number)))
    return room


def _map(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> QWidget | None:
    window.choices.set_room(_room())
    kit.session.rows = tuple(each for each in kit.session.rows if each.mac not in (make_mac(24), make_mac(26)))
    look()
    window.parts.the(SeatsPart).switch_view()
    look()
    return None


def _list(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> QWidget | None:
    _map(window, kit, look)
    window.room_page.rows.view_switch.choose(False)
    look()
    return None


def _display(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> QWidget | None:
    _map(window, kit, look)
    desk = window.parts.the(SeatsPart).desk
    desk.show_display()
    assert desk.display is not None
    desk.display.showNormal()
    desk.display.resize(*_FAR)
    look()
    return desk.display


def _learn(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> QWidget | None:
    window.choices.set_room(Room("Room 204", 0, 6, 5, "204-{nn}"))
    look()
    window.parts.the(SeatsPart).desk.learn()
    kit.session.rows = tuple(
        replace(each, asked_s=float(place)) if place <= 4 else each for place, each in enumerate(kit.session.rows, 1)
    )
    look()
    window.parts.the(SeatsPart).switch_view()
    look()
    return None


def _room_dialog(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> QWidget:
    return RoomDialog(_room(), window)


def _assign_dialog(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> QWidget:
    window.choices.set_room(_room())
    look()
    who = "52:54:00:12:34:56 · 192.168.1.77 · Dell · UEFI x64 (7) · Asking"
    return AssignSeatDialog(who, window.parts.the(SeatsPart).seating, 9, window)


#: Each begins with a room that is served; what is returned is the picture alone.
SEAT_SCENES: dict[str, Callable[[MainWindow, FakeKit, Callable[[], None]], QWidget | None]] = {
    "seats": _map,
    "seats-list": _list,
    "room-display": _display,
    "learn-seats": _learn,
    "room-dialog": _room_dialog,
    "assign-seat": _assign_dialog,
}
