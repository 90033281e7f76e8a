"""What was learned of models of computers: shown, and forgotten on demand."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from fogportable.model import LearnedShape, OfferShape
from fogportable.ui.kit import Kit
from fogportable.ui.theme import FontRole, Kind, font, set_kind


class LearnedCard(QFrame):
    """Reads the kit whenever it comes into view."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("learnedCard")
        set_kind(self, Kind.CARD)
        self._kit = kit
        heading = QLabel(self.tr("What was learned"), self)
        heading.setFont(font(FontRole.CARD_HEADING))
        note = QLabel(
            self.tr("Computers that ignore one shape of offer get the next. What their model takes is remembered."),
            self,
        )
        note.setWordWrap(True)
        note.setFont(font(FontRole.SECONDARY))
        set_kind(note, Kind.MUTED)
        self.list = QListWidget(self)
        self.list.setObjectName("learnedList")
        self.list.setAccessibleName(self.tr("Models and the shape they take"))
        self.list.setMaximumHeight(132)
        self._learned: tuple[LearnedShape, ...] = ()
        self.list.currentRowChanged.connect(self._show_choice)
        self.forget_one_button = QPushButton(self.tr("Forget"), self)
        self.forget_one_button.setObjectName("forgetModel")
        self.forget_one_button.setAccessibleName(self.tr("Forget the chosen model"))
        self.forget_one_button.clicked.connect(self._forget_one)
        self.forget_button = QPushButton(self.tr("Forget all"), self)
        self.forget_button.setObjectName("forgetLearned")
        self.forget_button.setAccessibleName(self.tr("Forget all that was learned"))
        self.forget_button.clicked.connect(self._forget)
        buttons = QHBoxLayout()
        buttons.addWidget(self.forget_one_button)
        buttons.addWidget(self.forget_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        for widget in (heading, note, self.list):
            layout.addWidget(widget)
        layout.addLayout(buttons)

    def show_learned(self) -> None:
        """Read again."""
        place = self.list.currentRow()
        self._learned = self._kit.learned_shapes()
        self.list.clear()
        self.list.addItems([self._words(each) for each in self._learned] or [self.tr("Nothing is remembered.")])
        self.forget_button.setEnabled(bool(self._learned))
        self.list.setCurrentRow(min(place, len(self._learned) - 1))
        self._show_choice(self.list.currentRow())

    def _show_choice(self, place: int) -> None:
        self.forget_one_button.setEnabled(0 <= place < len(self._learned))

    def _words(self, learned: LearnedShape) -> str:
        shapes = {
            OfferShape.DIRECT: self.tr("The file with the offer"),
            OfferShape.BOOT_SERVER: self.tr("Asked for on port 4011"),
            OfferShape.MENU: self.tr("The firmware's menu"),
            OfferShape.AUTO: self.tr("Automatic"),
        }
        machine = self.tr(", machine {prefix}…").format(prefix=learned.uuid_prefix) if learned.uuid_prefix else ""
        return f"{shapes[learned.shape]}: {learned.vendor_class}, {learned.oui}:…{machine}"

    def _forget_one(self) -> None:
        """The next row is chosen then, so that the key can be pressed again."""
        self._kit.forget_learned(self._learned[self.list.currentRow()])
        self.show_learned()

    def _forget(self) -> None:
        self._kit.forget_learned()
        self.show_learned()

    def showEvent(self, event: QShowEvent) -> None:
        self.show_learned()
        super().showEvent(event)
