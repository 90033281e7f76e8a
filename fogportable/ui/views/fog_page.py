"""The FOG page: the server that has the images, and what runs there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from fogportable.ui.theme import Kind, set_kind
from fogportable.ui.widgets.fog_rehome_card import FogRehomeCard
from fogportable.ui.widgets.fog_server_card import FogServerCard
from fogportable.ui.widgets.fog_serving_card import FogServingCard
from fogportable.ui.widgets.fog_storage_card import FogStorageCard
from fogportable.ui.widgets.fog_tasks_card import FogTasksCard

_GAP = 12


class FogPage(QScrollArea):
    """Shows what it is told; seen: whether somebody looks at it from now on."""

    seen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fogPage")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        set_kind(content, Kind.PAGE)
        self.server = FogServerCard(content)
        self.serving = FogServingCard(content)
        self.tasks = FogTasksCard(content)
        self.storage = FogStorageCard(content)
        self.rehome = FogRehomeCard(content)
        self._layout = QVBoxLayout(content)
        self._layout.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        self._layout.setSpacing(_GAP)
        for card in (self.server, self.serving, self.tasks, self.storage, self.rehome):
            self._layout.addWidget(card)
        self._layout.addStretch(1)
        self.setWidget(content)

    # --- Qt ---------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seen.emit(False)
