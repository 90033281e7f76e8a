"""What the laptop itself is kept in mind for: its battery, the network it stands in, and the tray."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fogportable.ui.part import Part, Surface

if TYPE_CHECKING:
    from fogportable.ui.bridge import Tick
    from fogportable.ui.site_desk import SiteDesk
    from fogportable.ui.tray_desk import TrayDesk


class KeeperPart(Part):
    """Its desks are made when serving first begins, or when a card is chosen."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._told: set[str] = set()
        self._tray: TrayDesk | None = None
        self._sites: SiteDesk | None = None
        self._is_serving = False

    def take_tick(self, tick: Tick) -> None:
        if tick.events.records:
            self._tell_troubles(tick)
        if self._tray is not None:
            self._tray.take_tick(tick)

    def choices_changed(self) -> None:
        if self.surface.window.serve_bar.interface() is not None:
            self.sites.look()

    def set_serving(self, is_serving: bool) -> None:
        if is_serving == self._is_serving:
            return
        self._is_serving = is_serving
        if is_serving:
            self.tray.show()
            self.sites.remember()
            return
        for key in sorted(self._told):
            self.withdrawn.emit(key)
        self._told.clear()

    def close(self) -> None:
        if self._tray is not None:
            self._tray.close()

    @property
    def tray(self) -> TrayDesk:
        if self._tray is None:
            from fogportable.ui.tray_desk import TrayDesk

            self._tray = TrayDesk(self.surface)
        return self._tray

    @property
    def sites(self) -> SiteDesk:
        if self._sites is None:
            from fogportable.ui.site_desk import SiteDesk

            self._sites = SiteDesk(self.surface)
            self._sites.noticed.connect(self.noticed)
            self._sites.withdrawn.connect(self.withdrawn)
        return self._sites

    def _tell_troubles(self, tick: Tick) -> None:
        from fogportable.events import LaptopTrouble, LaptopTroubleOver
        from fogportable.ui.widgets.notice_bar import Gravity, Notice

        for record in tick.events.records:
            event = record.event
            if isinstance(event, LaptopTrouble):
                key = f"laptop:{event.fault.code}"
                self._told.add(key)
                self.noticed.emit(Notice(key, Gravity.NEEDS, str(event.fault)))
            elif isinstance(event, LaptopTroubleOver):
                self._told.discard(f"laptop:{event.fault.code}")
                self.withdrawn.emit(f"laptop:{event.fault.code}")
