"""Above the room while seats are learned: whose turn it is, and what to press when something goes wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from fogportable.ui.theme import FontRole, Kind, font, set_kind


class LearnBar(QFrame):
    """skipped, undone, ended: the buttons."""

    skipped = Signal()
    undone = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("learnBar")
        self.setAccessibleName(self.tr("Learn seats"))
        set_kind(self, Kind.NOTICE_WORKING)
        self._sentence = QLabel(self)
        self._sentence.setObjectName("learnSentence")
        self._sentence.setFont(font(FontRole.STRONG))
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self.skip_button = QPushButton(self.tr("S&kip seat"), self)
        self.skip_button.setObjectName("learnSkip")
        self.skip_button.setAccessibleDescription(self.tr("Nobody stands there"))
        self.undo_button = QPushButton(self.tr("Take &back"), self)
        self.undo_button.setObjectName("learnUndo")
        self.undo_button.setAccessibleDescription(self.tr("The last computer was another one"))
        self.end_button = QPushButton(self.tr("En&d"), self)
        self.end_button.setObjectName("learnEnd")
        self.end_button.setAccessibleDescription(self.tr("Keeps what was learned"))
        self.skip_button.clicked.connect(self.skipped)
        self.undo_button.clicked.connect(self.undone)
        self.end_button.clicked.connect(self.ended)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self._sentence, 1)
        for button in (self.skip_button, self.undo_button, self.end_button):
            layout.addWidget(button)

    def show_turn(self, sentence: str, *, can_skip: bool, can_undo: bool) -> None:
        """What to do now."""
        self._sentence.setText(sentence)
        self.skip_button.setEnabled(can_skip)
        self.undo_button.setEnabled(can_undo)

    @property
    def sentence(self) -> str:
        return self._sentence.text()
