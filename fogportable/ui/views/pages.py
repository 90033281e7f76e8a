"""The four pages behind the rail, and what the menus do on the one that is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from fogportable.ui.kit import Kit
from fogportable.ui.views.boot_page import BootPage
from fogportable.ui.views.boot_sides import BootSides
from fogportable.ui.views.log_page import LogPage
from fogportable.ui.views.network_page import NetworkPage
from fogportable.ui.views.private_network_side import PrivateNetworkSide
from fogportable.ui.views.room_page import RoomPage

ROOM, BOOT, NETWORK, LOG = range(4)


class Pages(QStackedWidget):
    """shown: number of the page that is shown now."""

    shown = Signal(int)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.room = RoomPage(self)
        self.boot = BootPage(kit, self)
        self.boot_sides = BootSides(kit, self.boot, self)
        self.network = NetworkPage(self)
        self.log = LogPage(self)
        for page in (self.room, self.boot_sides, self.network, self.log):
            self.addWidget(page)
        self.network.leases.setup_asked.connect(self.show_private_network)

    def show_page(self, page: int) -> None:
        """Room, Boot, Network or Log."""
        self.setCurrentIndex(page)
        self.shown.emit(page)

    def show_room(self) -> None:
        self.show_page(ROOM)

    def show_boot(self) -> None:
        self.show_page(BOOT)

    def show_private_network(self) -> None:
        """The side of the Boot page on which it is set up."""
        self.show_page(BOOT)
        self.boot_sides.show_side(PrivateNetworkSide.name)

    def show_network(self) -> None:
        self.show_page(NETWORK)

    def show_log(self) -> None:
        self.show_page(LOG)

    def show_event(self, sequence: int) -> None:
        """The log at this line."""
        self.show_page(LOG)
        self.log.show_sequence(sequence)

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
