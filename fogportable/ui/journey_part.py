"""The journey of the chosen computer: opens the drawer, keeps it up to date, closes it. Built when first wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fogportable.ui.actions import Entry
from fogportable.ui.part import MenuName, Part, Surface

if TYPE_CHECKING:
    from fogportable.ui.bridge import Tick
    from fogportable.ui.journey_desk import JourneyDesk
    from fogportable.ui.views.room_rows import RoomRows


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)


class JourneyPart(Part):
    """Enter or a double click on a row, or Clients > Journey."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._desk: JourneyDesk | None = None
        surface.pages.room.later_rows.when_built(self._watch)

    def entries(self) -> Mapping[MenuName, Sequence[Entry | None]]:
        return {MenuName.CLIENTS: (Entry("journey", _tr("&Journey"), self.open),)}

    def on_rows(self) -> Sequence[str]:
        return ("journey",)

    def take_tick(self, tick: Tick) -> None:
        if self._desk is not None:
            self._desk.show_now()

    @property
    def desk(self) -> JourneyDesk:
        if self._desk is None:
            from fogportable.ui.journey_desk import JourneyDesk

            self._desk = JourneyDesk(self.surface)
            self._desk.noticed.connect(self.noticed)
        return self._desk

    def open(self) -> None:
        """Of the current row."""
        self.surface.pages.show_room()
        self.desk.open()

    def _watch(self, rows: RoomRows) -> None:
        rows.table.activated.connect(self._on_activated)

    def _on_activated(self) -> None:
        self.desk.open()
