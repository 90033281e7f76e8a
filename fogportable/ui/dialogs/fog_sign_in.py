"""The two tokens of a FOG server's API. They are shown as dots, and go nowhere but to that server."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from fogportable.fog.api import Tokens

#: Asks a person: parent, server, whether a keyring runs. Tokens and whether to keep them; None when cancelled.
AskTokens = Callable[[QWidget | None, str, bool], tuple[Tokens, bool] | None]


class SignInDialog(QDialog):
    """has_keyring: whether the tokens can be kept beyond this run."""

    def __init__(self, server: str, has_keyring: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fogSignInDialog")
        self.setWindowTitle(self.tr("Sign in to FOG"))
        self.api = self._field("fogApiToken", self.tr("API token"))
        self.user = self._field("fogUserToken", self.tr("User token"))
        self.keep = QCheckBox(self.tr("&Keep them in the keyring of this system"), self)
        self.keep.setObjectName("fogKeepTokens")
        self.keep.setEnabled(has_keyring)
        self.keep.setChecked(has_keyring)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.accept_button = buttons.addButton(self.tr("&Sign in"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setObjectName("fogSignInAccept")
        self.accept_button.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("&API token"), self.api)
        form.addRow(self.tr("&User token"), self.user)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._where(server))
        layout.addLayout(form)
        layout.addWidget(self.keep)
        if not has_keyring:
            why = QLabel(
                self.tr("No keyring runs here, so they are kept in memory until FOG Portable is closed."), self
            )
            why.setWordWrap(True)
            layout.addWidget(why)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.setMinimumWidth(440)
        for field in (self.api, self.user):
            field.textChanged.connect(self._show_button)
        self._show_button()

    def _field(self, name: str, title: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(name)
        field.setAccessibleName(title)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        return field

    def _where(self, server: str) -> QLabel:
        text = self.tr(
            "On {server} both are shown in FOG's pages: the API token under FOG Configuration, FOG Settings, API "
            "System; the user token under Users, your user, API Settings."
        )
        label = QLabel(text.format(server=server), self)
        label.setWordWrap(True)
        return label

    def _show_button(self) -> None:
        self.accept_button.setEnabled(bool(self.api.text().strip() and self.user.text().strip()))

    def tokens(self) -> Tokens:
        """Both as typed."""
        return Tokens(self.api.text().strip(), self.user.text().strip())


def ask_tokens(parent: QWidget | None, server: str, has_keyring: bool) -> tuple[Tokens, bool] | None:
    """Ask; None when cancelled."""
    dialog = SignInDialog(server, has_keyring, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return dialog.tokens(), dialog.keep.isChecked()
