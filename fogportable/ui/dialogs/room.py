"""The room's name and number of computers."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from fogportable.model import LONGEST_SEAT_NAME, LONGEST_SIDE, MOST_COMPUTERS, Room, name_from


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
        self._columns = self._side("roomColumns", self.tr("Columns of seats"), room.columns)
        self._rows = self._side("roomRows", self.tr("Rows of seats"), room.rows)
        self._pattern = QLineEdit(room.pattern, self)
        self._pattern.setObjectName("roomPattern")
        self._pattern.setAccessibleName(self.tr("Seat names"))
        self._pattern.setMaxLength(LONGEST_SEAT_NAME)
        self._pattern.setPlaceholderText("204-{nn}")
        self._example = QLabel(self)
        self._example.setObjectName("roomExample")
        self._example.setWordWrap(True)
        self._build()
        for box in (self._columns, self._rows):
            box.valueChanged.connect(self._check)
        self._pattern.textChanged.connect(self._check)
        self._check()

    def _side(self, name: str, words: str, value: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setObjectName(name)
        box.setAccessibleName(words)
        box.setRange(0, LONGEST_SIDE)
        box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        box.lineEdit().setTextMargins(6, 0, 0, 0)
        box.setSpecialValueText(self.tr("None"))
        box.setValue(value)
        return box

    def _check(self) -> None:
        """Show what seats would be called; only what a profile can hold is taken."""
        columns, rows, pattern = self._columns.value(), self._rows.value(), self._pattern.text().strip()
        problem = ""
        names: list[str] = []
        if bool(columns) != bool(rows):
            problem = self.tr("Seats need both columns and rows.")
        else:
            try:
                names = [name_from(pattern, place, columns) for place in range(1, max(1, columns * rows) + 1)]
            except ValueError:
                problem = self.tr("Write {nn} for the number, or {row} and {column}.")
            if len(set(map(str.casefold, names))) < len(names) or (names and not names[0].strip()):
                problem = self.tr("Several seats would have one name: write {nn} for the number.")
        if problem or not columns:
            self._example.setText(problem or self.tr("Without columns and rows there is no seat map."))
        else:
            told = self.tr("{first} to {last}, counted along the rows")
            self._example.setText(told.format(first=names[0], last=names[-1]))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not problem)

    def _build(self) -> None:
        form = QFormLayout()
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("&Name"), self._name)
        form.addRow(self.tr("C&omputers"), self._computers)
        form.addRow(self.tr("&Columns of seats"), self._columns)
        form.addRow(self.tr("&Rows of seats"), self._rows)
        form.addRow(self.tr("&Seat names"), self._pattern)
        form.addRow("", self._example)
        why = QLabel(self.tr("With a number, the window says how many are done and which were not seen."), self)
        why.setObjectName("roomWhy")
        why.setWordWrap(True)
        self._buttons = buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(why)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.setMinimumWidth(440)

    def room(self) -> Room:
        """The room as typed."""
        from fogportable.room.seating import with_grid

        named = replace(self._room, name=self._name.text().strip(), computers=self._computers.value())
        return with_grid(named, self._columns.value(), self._rows.value(), self._pattern.text().strip())


def edit_room(parent: QWidget | None, room: Room) -> Room | None:
    """Ask; None when cancelled."""
    dialog = RoomDialog(room, parent)
    return dialog.room() if dialog.exec() == QDialog.DialogCode.Accepted else None
