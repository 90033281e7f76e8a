"""Which other kind of computer gets a boot file: by name or by number of DHCP option 93."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from fogportable.protocol.pxe.archs import ARCH_NAMES, ClientArch, arch_label, parse_arch
from fogportable.ui.widgets.problem_line import ProblemLine


class ArchitectureDialog(QDialog):
    """A list of all that IANA knows, and any other number typed."""

    def __init__(self, taken: frozenset[int], parent: QWidget | None = None) -> None:
        """taken: numbers that have a row already."""
        super().__init__(parent)
        self.setObjectName("architectureDialog")
        self.setWindowTitle(self.tr("Other kind of computer"))
        self._taken = taken
        caption = QLabel(self.tr("&Kind, or its number (DHCP option 93)"), self)
        self.kind_field = QComboBox(self)
        self.kind_field.setObjectName("architectureKind")
        self.kind_field.setAccessibleName(self.tr("Kind, or its number (DHCP option 93)"))
        self.kind_field.setEditable(True)
        self.kind_field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for arch in ClientArch:
            if arch not in taken:
                self.kind_field.addItem(arch_label(arch), str(int(arch)))
        self.kind_field.setCurrentIndex(0)
        caption.setBuddy(self.kind_field)
        self.problem = ProblemLine(self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        self.ok_button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok_button.setText(self.tr("Add"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(caption)
        layout.addWidget(self.kind_field)
        layout.addWidget(self.problem)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.setMinimumWidth(340)
        self.kind_field.editTextChanged.connect(self._on_edited)
        self._on_edited()

    def name(self) -> str:
        """As `parse_arch` reads it; "" when it is none."""
        text = self.kind_field.currentText().strip()
        row = self.kind_field.findText(text)
        return str(self.kind_field.itemData(row)) if row >= 0 else text

    def _on_edited(self) -> None:
        sentence = self._what_is_wrong()
        self.problem.set_problem(sentence)
        self.ok_button.setEnabled(not sentence)

    def _what_is_wrong(self) -> str:
        try:
            archs = parse_arch(self.name())
        except ValueError:
            names = ", ".join(ARCH_NAMES)
            return self.tr("Use {names} or a number from 0 to 65535.").format(names=names)
        return self.tr("This kind is in the list already.") if archs & self._taken else ""


def ask_architecture(parent: QWidget | None, taken: frozenset[int]) -> str | None:
    """Ask; None when cancelled."""
    dialog = ArchitectureDialog(taken, parent)
    return dialog.name() if dialog.exec() == QDialog.DialogCode.Accepted else None
