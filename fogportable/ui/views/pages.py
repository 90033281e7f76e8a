"""The six pages behind the rail, and what the menus do on the one that is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from fogportable.ui.deferred import Deferred
from fogportable.ui.views.room_page import RoomPage

if TYPE_CHECKING:
    from fogportable.ui.bridge import Tick
    from fogportable.ui.kit import Kit
    from fogportable.ui.views.boot_page import BootPage
    from fogportable.ui.views.boot_sides import BootSides
    from fogportable.ui.views.fog_page import FogPage
    from fogportable.ui.views.log_page import LogPage
    from fogportable.ui.views.network_page import NetworkPage
    from fogportable.ui.views.report_page import ReportPage

ROOM, BOOT, NETWORK, FOG, LOG, REPORT = range(6)

_Page = TypeVar("_Page", bound=QWidget)


class Pages(QStackedWidget):
    """The Room page is there from the start; the others are built, and their code is read, when first needed.

    shown: number of the page that is shown now. later_*: see `Deferred`; what was chosen meanwhile is theirs to show.
    """

    shown = Signal(int)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self._kit = kit
        self.room = RoomPage(self)
        self.addWidget(self.room)
        self._places: dict[int, Deferred[QWidget]] = {}
        self.later_boot = self._later(self._make_boot)
        self.later_network = self._later(self._make_network)
        self.later_fog = self._later(self._make_fog)
        self.later_log = self._later(self._make_log)
        self.later_report = self._later(self._make_report)

    def _later(self, make: Callable[[], _Page]) -> Deferred[_Page]:
        """The next place; something empty holds it for the page."""
        place = self.addWidget(QWidget(self))
        deferred = Deferred(make)
        deferred.when_built(partial(self._put, place))
        self._places[place] = deferred
        return deferred

    def _put(self, place: int, page: QWidget) -> None:
        holder = self.widget(place)
        assert holder is not None
        self.insertWidget(place, page)
        self.removeWidget(holder)
        holder.deleteLater()

    def _make_boot(self) -> BootSides:
        from fogportable.ui.views.boot_sides import BootSides

        return BootSides(self._kit, self)

    def _make_network(self) -> NetworkPage:
        from fogportable.ui.views.network_page import NetworkPage

        page = NetworkPage(self)
        page.leases.setup_asked.connect(self.show_private_network)
        return page

    def _make_fog(self) -> FogPage:
        from fogportable.ui.views.fog_page import FogPage

        return FogPage(self)

    def _make_log(self) -> LogPage:
        from fogportable.ui.views.log_page import LogPage

        return LogPage(self)

    def _make_report(self) -> ReportPage:
        from fogportable.ui.views.report_page import ReportPage

        return ReportPage(self)

    @property
    def boot(self) -> BootPage:
        """The first side of the Boot page."""
        return self.boot_sides.files

    @property
    def boot_sides(self) -> BootSides:
        return self.later_boot.widget

    @property
    def network(self) -> NetworkPage:
        return self.later_network.widget

    @property
    def fog(self) -> FogPage:
        return self.later_fog.widget

    @property
    def log(self) -> LogPage:
        return self.later_log.widget

    @property
    def report(self) -> ReportPage:
        return self.later_report.widget

    def unbuilt(self) -> Iterator[Deferred[QWidget]]:
        """What nobody has needed yet, the likeliest next first. Goes on with what comes to light by building."""
        yield from self.room.unbuilt()
        yield from (each for each in self._places.values() if each.built is None)
        yield from self.boot_sides.unbuilt()

    # --- showing ----------------------------------------------------------------------------------------------

    def show_page(self, page: int) -> None:
        """Room, Boot, Network, FOG, Log or Report."""
        if page in self._places:
            _ = self._places[page].widget
        self.setCurrentIndex(page)
        self.shown.emit(page)

    def show_room(self) -> None:
        self.show_page(ROOM)

    def show_boot(self) -> None:
        self.show_page(BOOT)

    def show_private_network(self) -> None:
        """The side of the Boot page on which it is set up."""
        from fogportable.ui.views.private_network_side import PrivateNetworkSide

        self.show_page(BOOT)
        self.boot_sides.show_side(PrivateNetworkSide.name)

    def show_network(self) -> None:
        self.show_page(NETWORK)

    def show_fog(self) -> None:
        self.show_page(FOG)

    def show_log(self) -> None:
        self.show_page(LOG)

    def show_report(self) -> None:
        self.show_page(REPORT)

    def show_event(self, sequence: int) -> None:
        """The log at this line."""
        self.show_page(LOG)
        self.log.show_sequence(sequence)

    def take_events(self, tick: Tick) -> None:
        """For the log, which the first line builds."""
        log = self.later_log.built
        if log is not None and tick.is_new_session:
            log.clear()
        if log is not None or tick.events.records or tick.events.dropped:
            self.log.append_batch(tick.events)

    # --- menus ------------------------------------------------------------------------------------------------

    def focus_find(self) -> None:
        """Ctrl+F, on the page that is shown; the others have nothing to find."""
        if self.currentIndex() == LOG:
            self.log.focus_find()
        elif self.currentIndex() == ROOM:
            self.room.focus_find()

    def copy(self) -> None:
        """Ctrl+C, where no field has taken it."""
        if self.currentIndex() == LOG:
            self.log.copy()
        elif self.currentIndex() == ROOM:
            self.room.copy_rows()

    def next_trouble(self) -> None:
        self.show_page(ROOM)
        self.room.go_to_trouble(1)

    def previous_trouble(self) -> None:
        self.show_page(ROOM)
        self.room.go_to_trouble(-1)

    def step_back(self) -> None:
        """Esc."""
        if self.currentIndex() == ROOM:
            self.room.step_back()
