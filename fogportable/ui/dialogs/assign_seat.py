"""Which seat a computer stands on: the way of the keyboard to what dragging a tile does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from fogportable.room.seating import Seating

#: In place of a place: the computer stands nowhere.
NOWHERE = 0


class AssignSeatDialog(QDialog):
    """who: the computer, in words. place: where it stands now, NOWHERE for a guest."""

    def __init__(self, who: str, seating: Seating, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("assignSeatDialog")
        self.setWindowTitle(self.tr("Assign seat"))
        said = QLabel(who, self)
        said.setObjectName("assignWho")
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        self.seat_box = QComboBox(self)
        self.seat_box.setObjectName("assignSeatBox")
        self.seat_box.setAccessibleName(self.tr("Seat"))
        self.seat_box.addItem(self.tr("No seat"), NOWHERE)
        for seat in seating.seats:
            is_taken = seat.is_known and seat.place != place
            text = self.tr("{seat}, taken").format(seat=seat.name) if is_taken else seat.name
            self.seat_box.addItem(text, seat.place)
        free = next((seat.place for seat in seating.seats if not seat.is_known), NOWHERE)
        self.seat_box.setCurrentIndex(self.seat_box.findData(place or free))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("&Seat"), self.seat_box)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(said)
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.setMinimumWidth(340)
        self.seat_box.setFocus()

    def place(self) -> int:
        """The chosen place, or NOWHERE."""
        return int(self.seat_box.currentData())


def ask_seat(who: str, seating: Seating, place: int, parent: QWidget | None) -> int | None:
    """Ask; None when cancelled."""
    dialog = AssignSeatDialog(who, seating, place, parent)
    return dialog.place() if dialog.exec() == QDialog.DialogCode.Accepted else None
