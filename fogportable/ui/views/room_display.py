"""The room for everybody in it: tiles that fill the screen, nothing else. Esc leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fogportable.ui.models.seat_map import SeatMapModel
from fogportable.ui.theme import Kind, set_kind
from fogportable.ui.views.seat_view import SeatView

if TYPE_CHECKING:
    from fogportable.room.seating import Seating


class RoomDisplay(QWidget):
    """A window of its own. closed: somebody left it."""

    closed = Signal()

    def __init__(self, seating: Seating, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self.setObjectName("roomDisplay")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_kind(self, Kind.PAGE)
        self.setWindowTitle(" - ".join(filter(None, (self.tr("Room display"), seating.room.name))))
        self.model = SeatMapModel(self)
        self.model.set_seating(seating)
        self.view = SeatView(self.model, self, is_far=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.view)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    # --- Qt ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
