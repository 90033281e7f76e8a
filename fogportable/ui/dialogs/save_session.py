"""What would be written of a session, and what of it is hidden, before it is written."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from fogportable.errors import Fault
from fogportable.session.saved.bundle import Bundle
from fogportable.session.saved.masks import Redaction
from fogportable.ui.theme import FontRole, Kind, font, set_kind
from fogportable.ui.widgets.problem_line import ProblemLine


class SaveSessionDialog(QDialog):
    """redaction_changed: something else shall be masked (a Redaction). bundle: what is shown; None while it is made."""

    redaction_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("saveSessionDialog")
        self.setWindowTitle(self.tr("Save session"))
        self.bundle: Bundle | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(self._heading(self.tr("Mask before it is written")))
        self.macs = self._switch("maskMacs", self.tr("&Hardware addresses (the maker stays)"))
        self.names = self._switch("maskNames", self.tr("&Names of computers"))
        self.addresses = self._switch("maskAddresses", self.tr("&IP addresses"))
        layout.addSpacing(8)
        layout.addWidget(self._heading(self.tr("In the file")))
        self.contains = self._text("saveSessionContains")
        layout.addSpacing(8)
        layout.addWidget(self._heading(self.tr("Hidden")))
        self.hidden = self._text("saveSessionHidden")
        self.problem = ProblemLine(self)
        self.problem.setObjectName("saveSessionProblem")
        layout.addWidget(self.problem)
        self.buttons = QDialogButtonBox(self)
        self.save_button = self.buttons.addButton(self.tr("&Save…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save_button.setObjectName("saveSessionButton")
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(560)
        self._await()

    @property
    def redaction(self) -> Redaction:
        """What is chosen."""
        return Redaction(self.macs.isChecked(), self.names.isChecked(), self.addresses.isChecked())

    def show_bundle(self, bundle: Bundle) -> None:
        """What would be written."""
        self.bundle = bundle
        self.contains.setText("\n".join(bundle.contains))
        self.hidden.setText("\n".join(bundle.hidden))
        self.problem.set_problem("")
        self.save_button.setEnabled(True)

    def show_fault(self, fault: Fault | None) -> None:
        """Why there is nothing to write."""
        self.problem.set_problem(str(fault) if fault is not None else "")

    def _await(self) -> None:
        self.bundle = None
        self.save_button.setEnabled(False)

    def _on_switch(self) -> None:
        self._await()
        self.redaction_changed.emit(self.redaction)

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setFont(font(FontRole.STRONG))
        return label

    def _switch(self, name: str, text: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setObjectName(name)
        box.toggled.connect(self._on_switch)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(box)
        return box

    def _text(self, name: str) -> QLabel:
        label = QLabel(self.tr("One moment…"), self)
        label.setObjectName(name)
        label.setWordWrap(True)
        set_kind(label, Kind.MUTED)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(label)
        return label
