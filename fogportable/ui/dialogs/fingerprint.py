"""Comparing the fingerprint of a FOG server's authority before it is trusted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from fogportable.fog.authority import ON_SERVER
from fogportable.ui.theme import FontRole, font

#: Asks a person: parent, host, fingerprint; True when it is the same.
AskFingerprint = Callable[[QWidget | None, str, str], bool]


class FingerprintDialog(QDialog):
    """Enter trusts nobody: the button that refuses is the default."""

    def __init__(self, host: str, fingerprint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fingerprintDialog")
        self.setWindowTitle(self.tr("Compare the fingerprint"))
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(20, 20, 20, 16)
        self._lines.setSpacing(12)
        self._add(self.tr("{host} says that its certificate was signed by the authority with this fingerprint:"), host)
        # In two rows: sixty-four digits in one would need a screen of their own.
        middle = len(fingerprint) // 2 + 1
        self.fingerprint = self._fixed(f"{fingerprint[:middle]}\n{fingerprint[middle:]}", "fingerprint")
        self._add(self.tr("On the server itself it is shown by this command:"), host)
        self.command = self._fixed(ON_SERVER, "fingerprintCommand")
        self._add(self.tr("Only if both are the same, this is {host} and nobody in between."), host)
        buttons = QDialogButtonBox(self)
        self.trust_button: QPushButton = buttons.addButton(
            self.tr("They are the &same: trust it"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.trust_button.setObjectName("fingerprintTrust")
        self.trust_button.setAutoDefault(False)
        refuse = buttons.addButton(self.tr("&Do not trust it"), QDialogButtonBox.ButtonRole.RejectRole)
        refuse.setObjectName("fingerprintRefuse")
        refuse.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._lines.addStretch(1)
        self._lines.addWidget(buttons)
        refuse.setFocus()

    def _add(self, text: str, host: str) -> None:
        label = QLabel(text.format(host=host), self)
        label.setWordWrap(True)
        self._lines.addWidget(label)

    def _fixed(self, text: str, name: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName(name)
        label.setFont(font(FontRole.FIXED))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._lines.addWidget(label)
        return label


def ask_fingerprint(parent: QWidget | None, host: str, fingerprint: str) -> bool:
    """Ask; False when it differs or nobody says."""
    return FingerprintDialog(host, fingerprint, parent).exec() == QDialog.DialogCode.Accepted
