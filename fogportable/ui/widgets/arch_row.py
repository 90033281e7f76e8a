"""One kind of computer on the Boot page: its file, where that comes from, and whether it is good."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from fogportable.errors import Fault, FaultCode, describe
from fogportable.protocol.pxe.archs import ClientArch
from fogportable.ui.models.boot_rules import ArchRow
from fogportable.ui.widgets.problem_line import ProblemLine

#: The labels of all rows and of the boot set above them make one column.
_LABEL_WIDTH = 128


class ArchRowWidget(QWidget):
    """Label, file to type or choose, and the verdict below.

    file_chosen: name of the kind, file below the boot folder; "" goes back to the set's own file.
    browse_asked, remove_asked: name of the kind.
    """

    file_chosen = Signal(str, str)
    browse_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, row: ArchRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"archRow_{row.name}")
        self._name = row.name
        self._file = ""
        label = QLabel(row.label, self)
        label.setFixedWidth(_LABEL_WIDTH)
        label.setWordWrap(True)  # "UEFI LoongArch 64 (39)" must not push its field out of the column
        self.file_field = QComboBox(self)
        self.file_field.setObjectName(f"archFile_{row.name}")
        self.file_field.setAccessibleName(self.tr("File for {computers}").format(computers=row.label))
        self.file_field.setEditable(True)
        self.file_field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.file_field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.file_field.setMinimumContentsLength(6)
        label.setBuddy(self.file_field)
        line_edit = self.file_field.lineEdit()
        assert line_edit is not None  # editable combos have one
        line_edit.setAccessibleName(self.file_field.accessibleName())
        line_edit.setPlaceholderText(self.tr("No file"))
        line_edit.editingFinished.connect(self._on_edited)
        self.file_field.activated.connect(self._on_edited)
        self.browse_button = QPushButton(self.tr("Choose…"), self)
        self.browse_button.setObjectName(f"archBrowse_{row.name}")
        self.browse_button.setAccessibleName(self.tr("Choose the file for {computers}").format(computers=row.label))
        self.browse_button.clicked.connect(self._on_browse)
        self.remove_button = QPushButton(self.tr("Remove"), self)
        self.remove_button.setObjectName(f"archRemove_{row.name}")
        self.remove_button.setAccessibleName(self.tr("Remove {computers}").format(computers=row.label))
        self.remove_button.clicked.connect(self._on_remove)
        self.verdict = ProblemLine(self)
        self.verdict.setObjectName(f"archVerdict_{row.name}")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.file_field, 0, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.browse_button)
        buttons.addWidget(self.remove_button)
        grid.addLayout(buttons, 0, 2)
        grid.addWidget(self.verdict, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    @property
    def name(self) -> str:
        return self._name

    def set_locked(self, is_locked: bool) -> None:
        """Show only. The verdict stays readable."""
        for control in (self.file_field, self.browse_button, self.remove_button):
            control.setEnabled(not is_locked)

    def show_row(self, row: ArchRow, files: tuple[str, ...], faults: tuple[Fault, ...]) -> None:
        """files: what the boot folder offers. faults: what the check of this row's file found."""
        self._file = row.file
        self.remove_button.setVisible(not row.is_usual and not row.set_file)
        offered = tuple(dict.fromkeys(filter(None, (row.set_file, *files))))
        if tuple(self.file_field.itemText(i) for i in range(self.file_field.count())) != offered:
            self.file_field.clear()
            self.file_field.addItems(list(offered))
        if self.file_field.currentText() != row.file:
            self.file_field.setEditText(row.file)
        self._show_verdict(row, faults)

    def _show_verdict(self, row: ArchRow, faults: tuple[Fault, ...]) -> None:
        if row.file and faults:
            self.verdict.set_failure(self.tr("Broken"), str(faults[0]))
        elif row.file and row.is_chosen and row.set_file:
            self.verdict.set_fine(self.tr("Good"), self.tr("Chosen instead of {file}").format(file=row.set_file))
        elif row.file:
            self.verdict.set_fine(self.tr("Good"), "")
        elif ClientArch.X86_UEFI in row.archs:
            self.verdict.set_nothing(self.tr("No file"), str(describe(FaultCode.IA32_HAS_NO_IPXE)))
        else:
            self.verdict.set_nothing(self.tr("No file"), self.tr("These computers get no answer."))

    def _on_edited(self) -> None:
        file = self.file_field.currentText().strip()
        if file != self._file:
            self._file = file
            self.file_chosen.emit(self._name, file)

    def _on_browse(self) -> None:
        self.browse_asked.emit(self._name)

    def _on_remove(self) -> None:
        self.remove_asked.emit(self._name)
