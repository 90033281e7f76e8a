"""The FOG part of the window: its page, and what is done with chosen computers. Its code is read when it is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fogportable.ui.actions import SEPARATOR, Entry
from fogportable.ui.part import MenuName, Part, Surface

if TYPE_CHECKING:
    from fogportable.ui.fog_desk import FogDesk
    from fogportable.ui.fog_rows_desk import FogRowsDesk
    from fogportable.ui.views.fog_page import FogPage


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)


class FogPart(Part):
    """Its page and its desks are built by the first who needs them."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._desk: FogDesk | None = None
        self._rows: FogRowsDesk | None = None
        self._is_serving = False
        surface.pages.later_fog.when_built(self._join)

    def entries(self) -> Mapping[MenuName, Sequence[Entry | None]]:
        return {
            MenuName.CLIENTS: (
                Entry("fogPreview", _tr("&What would FOG give it?"), self.preview),
                Entry("fogRegister", _tr("&Register in FOG…"), self.register),
                Entry("fogDeploy", _tr("&Deploy an image…"), self.deploy),
                Entry("fogCapture", _tr("C&apture its disk…"), self.capture),
                Entry("fogWake", _tr("Wa&ke by FOG"), self.wake),
                Entry("fogCancel", _tr("Cancel its &task…"), self.cancel),
                SEPARATOR,
                Entry("fogFinish", _tr("D&one: to its own disk"), self.finish),
                Entry("fogReset", _tr("&Boot from the network again"), self.reset),
            )
        }

    def on_rows(self) -> Sequence[str]:
        return (
            *("fogPreview", "fogRegister", "fogDeploy", "fogCapture"),
            *("fogWake", "fogCancel", "fogFinish", "fogReset"),
        )

    def _join(self, page: FogPage) -> None:
        from fogportable.ui.fog_desk import FogDesk
        from fogportable.ui.fog_rows_desk import FogRowsDesk

        on = self.surface
        kit, chosen = on.kit.fog, on.pages.room.chosen_computers
        self._desk = FogDesk(kit, on.work, on.bridge, on.choices, page, on.window)
        self._rows = FogRowsDesk(kit, on.work, on.bridge, on.choices, self._desk, chosen, on.window)
        self._desk.said.connect(self.said)
        self._rows.noticed.connect(self.noticed)
        self._rows.withdrawn.connect(self.withdrawn)
        self._rows.page_wanted.connect(self.surface.pages.show_fog)
        page.serving.set_serving(self._is_serving)

    @property
    def desk(self) -> FogDesk:
        """Built with its page by the first who needs it."""
        _ = self.surface.pages.fog
        assert self._desk is not None
        return self._desk

    @property
    def rows(self) -> FogRowsDesk:
        _ = self.surface.pages.fog
        assert self._rows is not None
        return self._rows

    def set_serving(self, is_serving: bool) -> None:
        self._is_serving = is_serving
        page = self.surface.pages.later_fog.built
        if page is not None:
            page.serving.set_serving(is_serving)

    def close(self) -> None:
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
        for client in self.surface.pages.room.chosen_computers():
            self.surface.kit.finish(client.mac, client.uuid)

    def reset(self) -> None:
        """The chosen computers boot from the network again."""
        for client in self.surface.pages.room.chosen_computers():
            self.surface.kit.reset(client.mac, client.uuid)
