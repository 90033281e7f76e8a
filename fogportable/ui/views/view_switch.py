"""List or seats: two buttons that exclude each other, one filter and one selection behind both."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from fogportable.ui.models.dragged import MIME
from fogportable.ui.theme import Kind, set_kind
from fogportable.ui.widgets.chips import CHIP_HEIGHT, ChipButton


class ViewSwitch(QWidget):
    """switched: whether seats are wanted now."""

    switched = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewSwitch")
        self.setAccessibleName(self.tr("View"))
        self.list_button = self._button("viewList", self.tr("List"), self.tr("Rows, one per computer"))
        self.seats_button = self._button("viewSeats", self.tr("Seats"), self.tr("The room as it stands (Ctrl+T)"))
        self.list_button.setChecked(True)
        self.setAcceptDrops(True)
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for button in (self.list_button, self.seats_button):
            group.addButton(button)
            layout.addWidget(button)
        self.seats_button.toggled.connect(self.switched)

    def _button(self, name: str, text: str, description: str) -> QPushButton:
        button = ChipButton(text, self)
        button.setObjectName(name)
        button.setAccessibleDescription(description)
        button.setToolTip(description)
        button.setCheckable(True)
        button.setFixedHeight(CHIP_HEIGHT)
        set_kind(button, Kind.CHIP)
        return button

    # --- Qt ---------------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Rows are dragged here: show the seats, onto which they go on. Nothing is dropped on the button itself."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self.choose(True)

    def dropEvent(self, event: QDropEvent) -> None:
        event.ignore()

    # --- what is wanted -----------------------------------------------------------------------------------------------

    @property
    def wants_seats(self) -> bool:
        return self.seats_button.isChecked()

    def choose(self, wants_seats: bool) -> None:
        """As if pressed."""
        (self.seats_button if wants_seats else self.list_button).setChecked(True)
