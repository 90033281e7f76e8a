"""The question before the firewall is changed: what exactly, for how long, and whose leave it takes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from fogportable.ui.theme import FontRole, Kind, font, set_kind

#: More lines than this are scrolled.
_MOST_LINES = 10
_WIDTH = 560
#: Beside the longest command, and beside the dialog on a small screen.
_MARGIN = 40


class FirewallDialog(QDialog):
    """commands: as a person would type them. asks: whether the system asks for a password."""

    def __init__(self, commands: Sequence[str], *, asks: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("firewallDialog")
        self.setWindowTitle(self.tr("Allow in firewall"))
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(20, 20, 20, 16)
        self._lines.setSpacing(12)
        self._add(
            self.tr("The firewall of this laptop keeps out what computers ask for. These commands let them in:"),
            "firewallWhat",
        )
        self.commands = QPlainTextEdit("\n".join(commands), self)
        self.commands.setObjectName("firewallCommands")
        self.commands.setAccessibleName(self.tr("Commands"))
        self.commands.setFont(font(FontRole.FIXED))
        self.commands.setReadOnly(True)
        self.commands.setTabChangesFocus(True)
        self.commands.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        # Two more, for the bar below long lines.
        shown = min(len(commands), _MOST_LINES) + 2
        self.commands.setFixedHeight(self.commands.fontMetrics().lineSpacing() * shown + 24)
        longest = max((self.commands.fontMetrics().horizontalAdvance(each) for each in commands), default=0)
        self._lines.addWidget(self.commands)
        self._add(
            self.tr(
                "That holds until Stop, or until this window is closed; then it is taken back. After a crash the next "
                "start takes it back. Nothing else of the firewall is changed."
            ),
            "firewallHowLong",
        )
        if asks:
            rights = self._add(
                self.tr("Your system asks for your password, because only an administrator may change a firewall."),
                "firewallRights",
            )
            set_kind(rights, Kind.MUTED)
        buttons = QDialogButtonBox(self)
        self.allow_button = buttons.addButton(self.tr("&Allow until Stop"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.allow_button.setObjectName("firewallAllow")
        self.copy_button = buttons.addButton(self.tr("&Copy commands"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.setObjectName("firewallCopy")
        self.copy_button.clicked.connect(self.copy)
        refuse = buttons.addButton(self.tr("&Do not change it"), QDialogButtonBox.ButtonRole.RejectRole)
        refuse.setObjectName("firewallRefuse")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._lines.addWidget(buttons)
        room = self.screen().availableSize().width() - 2 * _MARGIN
        self.setMinimumWidth(max(_WIDTH, min(longest + 2 * _MARGIN, room)))
        self.allow_button.setDefault(True)
        self.allow_button.setFocus()

    def copy(self) -> None:
        """All commands, for a person who runs them elsewhere."""
        QApplication.clipboard().setText(self.commands.toPlainText())

    def _add(self, text: str, name: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName(name)
        label.setWordWrap(True)
        self._lines.addWidget(label)
        return label
