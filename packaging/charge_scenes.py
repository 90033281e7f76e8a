"""Pictures of being in charge: who waits for approval, when serving ends, what is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time

from journey_scenes import JOURNEY_SCENES
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from fogportable.errors import FaultCode, describe
from fogportable.events import LaptopTrouble
from fogportable.model import ClientStage, StopWish
from fogportable.session.preferences import Preferences
from fogportable.ui.charge_part import ChargePart
from fogportable.ui.dialogs.auto_stop import AutoStopDialog
from fogportable.ui.dialogs.columns import ColumnsDialog
from fogportable.ui.dialogs.preferences import PreferencesDialog
from fogportable.ui.models.client_row import Column
from fogportable.ui.views.main_window import MainWindow
from fogportable.ui.views.table_columns import ALWAYS, name_of
from tests.fakes.kit import FakeKit
from tests.fakes.session import make_client

_WISH = StopWish(time(16, 30), None, 600.0)


def _approval(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> None:
    """Two that wait, above the others; the end is known."""
    fault = describe(FaultCode.CLIENT_WAITS)
    waiting = (
        make_client(place, ClientStage.NEEDS_YOU, doing=fault.message, fault=fault, vendor="Lenovo")
        for place in (41, 42)
    )
    lists = replace(window.choices.profile.clients, needs_approval=True)
    window.choices.replace(replace(window.choices.profile, clients=lists))
    kit.room.rows = (*waiting, *kit.room.rows)
    kit.charge.want_stop(_WISH)
    _ = window.parts.the(ChargePart).ending
    look()
    look()


def _auto_stop(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> QDialog:
    return AutoStopDialog(_WISH, window)


def _preferences(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> QDialog:
    return PreferencesDialog(Preferences(), lambda: 3, window)


def _columns(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> QDialog:
    table = window.room_page.rows.table
    heading = Qt.Orientation.Horizontal
    titles = {name_of(each): str(table.model().headerData(each, heading)) for each in Column}
    return ColumnsDialog(table.columns.as_shown(), titles, frozenset(map(name_of, ALWAYS)), window)


def _laptop(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> None:
    """The battery will not do."""
    kit.room.append(LaptopTrouble(fault=describe(FaultCode.BATTERY_TOO_SHORT, minutes=25, needed=40)))
    look()


#: Each begins with a room that is served; a dialog is the picture alone.
CHARGE_SCENES: dict[str, Callable[[MainWindow, FakeKit, Callable[[], None]], QDialog | None]] = {
    **JOURNEY_SCENES,
    "approval": _approval,
    "auto-stop": _auto_stop,
    "preferences": _preferences,
    "columns": _columns,
    "laptop": _laptop,
}
