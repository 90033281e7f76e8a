"""The room's name and number of computers."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from fogportable.model import MOST_COMPUTERS, Room


class RoomDialog(QDialog):
    """Asks for both; with no number, the window does not say how many are missing."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("roomDialog")
        self._room = room
        self.setWindowTitle(self.tr("Room"))
        self._name = QLineEdit(room.name, self)
        self._name.setObjectName("roomName")
        self._name.setAccessibleName(self.tr("Name"))
        self._name.setMaxLength(60)
        self._name.setPlaceholderText(self.tr("Room 204"))
        self._computers = QSpinBox(self)
        self._computers.setObjectName("roomComputers")
        self._computers.setAccessibleName(self.tr("Computers"))
        self._computers.setAccessibleDescription(self.tr("0 means no list"))
        self._computers.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._computers.lineEdit().setTextMargins(6, 0, 0, 0)
        self._computers.setRange(0, MOST_COMPUTERS)
        self._computers.setSpecialValueText(self.tr("No list"))
        self._computers.setValue(room.computers)
        self._computers.selectAll()
        self._build()

    def _build(self) -> None:
        form = QFormLayout()
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("&Name"), self._name)
        form.addRow(self.tr("C&omputers"), self._computers)
        why = QLabel(self.tr("With a number, the window says how many are done and which were not seen."), self)
        why.setObjectName("roomWhy")
        why.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(why)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.setMinimumWidth(340)

    def room(self) -> Room:
        """The room as typed."""
        return replace(self._room, name=self._name.text().strip(), computers=self._computers.value())


def edit_room(parent: QWidget | None, room: Room) -> Room | None:
    """Ask; None when cancelled."""
    dialog = RoomDialog(room, parent)
    return dialog.room() if dialog.exec() == QDialog.DialogCode.Accepted else None
