"""The Network page: who else answers on this site, and the addresses that are given from here."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from fogportable.model import LeaseSnapshot, SessionStatus, SiteSnapshot
from fogportable.ui.theme import Kind, set_kind
from fogportable.ui.widgets.changes_card import ChangesCard
from fogportable.ui.widgets.leases_card import LeasesCard
from fogportable.ui.widgets.site_card import SiteCard

_GAP = 12


class NetworkPage(QScrollArea):
    """Shows what it is told; came_up: somebody looks at it now."""

    came_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("networkPage")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        set_kind(content, Kind.PAGE)
        self.site = SiteCard(content)
        self.leases = LeasesCard(content)
        self.changes = ChangesCard("networkChanges", content)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        layout.setSpacing(_GAP)
        layout.addWidget(self.site)
        layout.addWidget(self.leases)
        layout.addWidget(self.changes)
        layout.addStretch(1)
        self.setWidget(content)

    def show_network(
        self,
        site: SiteSnapshot,
        leases: tuple[LeaseSnapshot, ...],
        status: SessionStatus,
        now_s: float,
        now: datetime,
    ) -> None:
        """One look. now_s: monotonic; now: aware, of the same moment."""
        self.site.show_site(site, status, now_s)
        self.leases.show_leases(leases, status, now)

    # --- Qt ---------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        self.came_up.emit()
        super().showEvent(event)
