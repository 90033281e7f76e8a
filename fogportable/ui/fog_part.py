"""The FOG part of the window: its page, and what is done with chosen computers. Its code is read when it is used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from fogportable.model import ClientSnapshot
    from fogportable.ui.bridge import Bridge
    from fogportable.ui.choices import Choices
    from fogportable.ui.fog_desk import FogDesk
    from fogportable.ui.fog_rows_desk import FogRowsDesk
    from fogportable.ui.kit import Kit
    from fogportable.ui.views.fog_page import FogPage
    from fogportable.ui.views.pages import Pages
    from fogportable.ui.work import Work


class FogPart(QObject):
    """noticed: a Notice; withdrawn: its key. said: a sentence worth saying aloud. Belongs to one window."""

    noticed = Signal(object)
    withdrawn = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        kit: Kit,
        work: Work,
        bridge: Bridge,
        choices: Choices,
        pages: Pages,
        chosen: Callable[[], Sequence[ClientSnapshot]],
        window: QWidget,
    ) -> None:
        """chosen: the computers that are chosen in the table."""
        super().__init__(window)
        self._kit = kit
        self._work = work
        self._bridge = bridge
        self._choices = choices
        self._pages = pages
        self._chosen = chosen
        self._window = window
        self._desk: FogDesk | None = None
        self._rows: FogRowsDesk | None = None
        self._is_serving = False
        pages.later_fog.when_built(self._join)

    def _join(self, page: FogPage) -> None:
        from fogportable.ui.fog_desk import FogDesk
        from fogportable.ui.fog_rows_desk import FogRowsDesk

        kit = self._kit.fog
        self._desk = FogDesk(kit, self._work, self._bridge, self._choices, page, self._window)
        self._rows = FogRowsDesk(kit, self._work, self._bridge, self._choices, self._desk, self._chosen, self._window)
        self._desk.said.connect(self.said)
        self._rows.noticed.connect(self.noticed)
        self._rows.withdrawn.connect(self.withdrawn)
        self._rows.page_wanted.connect(self._pages.show_fog)
        page.serving.set_serving(self._is_serving)

    @property
    def desk(self) -> FogDesk:
        """Built with its page by the first who needs it."""
        _ = self._pages.fog
        assert self._desk is not None
        return self._desk

    @property
    def rows(self) -> FogRowsDesk:
        _ = self._pages.fog
        assert self._rows is not None
        return self._rows

    def set_serving(self, is_serving: bool) -> None:
        """Serving has begun or ended."""
        self._is_serving = is_serving
        page = self._pages.later_fog.built
        if page is not None:
            page.serving.set_serving(is_serving)

    def close(self) -> None:
        """The window closes: what is asked just now ends soon."""
        if self._desk is not None:
            self._desk.close()

    # --- the menu -----------------------------------------------------------------------------------------------

    def preview(self) -> None:
        self.rows.preview()

    def register(self) -> None:
        self.rows.register()

    def deploy(self) -> None:
        self.rows.deploy()

    def capture(self) -> None:
        self.rows.capture()

    def wake(self) -> None:
        self.rows.wake()

    def cancel(self) -> None:
        self.rows.cancel()

    def finish(self) -> None:
        """The chosen computers are done: they go to their own disks."""
        for client in self._chosen():
            self._kit.finish(client.mac)

    def reset(self) -> None:
        """The chosen computers boot from the network again."""
        for client in self._chosen():
            self._kit.reset(client.mac)
