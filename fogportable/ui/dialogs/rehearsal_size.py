"""How many computers of software a rehearsal boots."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from fogportable.session.rehearsal import LARGEST_ROOM


class RehearsalSizeDialog(QDialog):
    """computers: shown first; 1 to LARGEST_ROOM."""

    def __init__(self, computers: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rehearsalSizeDialog")
        self.setWindowTitle(self.tr("Rehearse without PCs"))
        self._count = QSpinBox(self)
        self._count.setObjectName("rehearsalSize")
        self._count.setRange(1, LARGEST_ROOM)
        self._count.setValue(computers)
        self._count.selectAll()
        why = QLabel(
            self.tr("They are software on this laptop and boot from the real services. Nothing leaves the laptop."),
            self,
        )
        why.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.addRow(self.tr("&Computers"), self._count)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("&Rehearse"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(16)
        layout.addLayout(form)
        layout.addWidget(why)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.setMinimumWidth(420)

    def computers(self) -> int:
        """As chosen."""
        return self._count.value()


def ask_rehearsal_size(computers: int, parent: QWidget | None) -> int | None:
    """Ask; None when cancelled."""
    dialog = RehearsalSizeDialog(computers, parent)
    return dialog.computers() if dialog.exec() == QDialog.DialogCode.Accepted else None
