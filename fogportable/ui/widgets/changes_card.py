"""What FOG Portable has changed on this laptop; hidden while that is nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from fogportable.model import ChangeOwner, LaptopChanges
from fogportable.ui.theme import FontRole, Kind, font, set_kind


class ChangesCard(QFrame):
    """undo_asked: the button. name: of the card, as two pages have one; its parts' names begin with it."""

    undo_asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        set_kind(self, Kind.CARD)
        heading = QLabel(self.tr("Changed on this laptop"), self)
        heading.setFont(font(FontRole.STATE_WORD))
        self.sentence = QLabel(self)
        self.sentence.setObjectName(f"{name}Sentence")
        self.sentence.setWordWrap(True)
        self.commands = QLabel(self)
        self.commands.setObjectName(f"{name}Commands")
        self.commands.setFont(font(FontRole.FIXED))
        self.commands.setTextFormat(Qt.TextFormat.PlainText)
        self.commands.setWordWrap(True)
        self.commands.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.undo_button = QPushButton(self.tr("Undo now"), self)
        self.undo_button.setObjectName(f"{name}Undo")
        self.undo_button.setAccessibleDescription(self.tr("Takes back what is listed here"))
        self.undo_button.clicked.connect(self.undo_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(self.sentence)
        layout.addWidget(self.commands)
        layout.addWidget(self.undo_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_changes(self, changes: LaptopChanges, *, can_undo: bool) -> None:
        """can_undo: False while something is being changed."""
        owner = changes.owner
        self.setVisible(owner is not None)
        if owner is None:
            return
        self.sentence.setText(self._sentence(owner))
        self.commands.setText("\n".join(changes.commands))
        self.commands.setAccessibleName(self.tr("Commands that were run"))
        self.undo_button.setVisible(owner in (ChangeOwner.OURS, ChangeOwner.LEFT))
        self.undo_button.setEnabled(can_undo)

    def _sentence(self, owner: ChangeOwner) -> str:
        return {
            ChangeOwner.OURS: self.tr("Computers are let in through the firewall until Stop. These commands were run:"),
            ChangeOwner.ELSEWHERE: self.tr(
                "Another FOG Portable that runs now lets computers in through the firewall until its Stop, by:"
            ),
            ChangeOwner.LEFT: self.tr("A run that ended without Stop left this open in the firewall:"),
            ChangeOwner.TAKEN_BACK: self.tr(
                "A run that ended without Stop had opened this in the firewall, and it was taken back:"
            ),
        }[owner]
