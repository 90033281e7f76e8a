"""The card "This network": what asking it has shown, when that was, and the button that asks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from fogportable.ui.shapes import Shape, ShapeView
from fogportable.ui.theme import FontRole, Kind, font, set_kind
from fogportable.ui.widgets.fact_list import FactList


class NetworkCard(QFrame):
    """Shows what it is told. check_asked: the button, which also ends a check that runs. advice_asked: the other one.

    facts: built with the first answer.
    """

    check_asked = Signal()
    advice_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("networkCard")
        set_kind(self, Kind.CARD)
        heading = QLabel(self.tr("This network"), self)
        heading.setFont(font(FontRole.STATE_WORD))
        self.shape = ShapeView(20, Shape.NOT_SEEN, self)
        self.sentence = QLabel(self)
        self.sentence.setObjectName("networkSentence")
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.when = QLabel(self)
        self.when.setObjectName("networkWhen")
        self.when.setWordWrap(True)
        self.when.setFont(font(FontRole.SECONDARY))
        set_kind(self.when, Kind.MUTED)
        self.check_button = QPushButton(self)
        self.check_button.setObjectName("checkNetwork")
        self.check_button.setAccessibleDescription(
            self.tr("Asks as a computer would and listens to the switch, for up to 10 s; takes no address")
        )
        self.check_button.clicked.connect(self.check_asked)
        self.facts: FactList | None = None
        self._progress: QProgressBar | None = None
        self._advice: QPushButton | None = None
        said = QHBoxLayout()
        said.setSpacing(10)
        said.addWidget(self.shape, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.sentence, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self.check_button)
        self._buttons.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(20, 16, 20, 16)
        self._layout.setSpacing(8)
        self._layout.addWidget(heading)
        self._layout.addLayout(said)
        self._layout.addWidget(self.when)
        self._layout.addStretch(1)
        self._layout.addLayout(self._buttons)
        self.show_unasked("", asks_for_password=False)

    # --- showing ------------------------------------------------------------------------------------------------

    def show_unasked(self, why_not: str, *, asks_for_password: bool) -> None:
        """Nobody has asked yet. why_not: why it cannot be asked now, "" when it can."""
        self._show(Shape.NOT_SEEN, why_not or self.tr("Not asked yet. You can start without asking."))
        password = self.tr(
            "Your system asks for your password first, because only an administrator may listen to a network card."
        )
        asked = self.tr("Check network asks as a computer would, for up to 10 s, and takes no address.")
        self.when.setText(f"{asked} {password}" if asks_for_password else asked)
        self._hide_facts()
        self.set_possible(not why_not)

    def show_asking(self, sentence: str, when: str, share: float) -> None:
        """A check runs. share: of its longest time, 0 to 1."""
        self._show(Shape.STARTING, sentence)
        self.when.setText(when)
        self._hide_facts()
        self.check_button.setText(self.tr("Cancel chec&k"))
        self.check_button.setEnabled(True)
        bar = self._progress_bar()
        bar.setValue(round(share * bar.maximum()))
        bar.show()

    def show_failure(self, sentence: str, when: str) -> None:
        """It could not be asked."""
        self._show(Shape.FAILED, sentence)
        self.when.setText(when)
        self._hide_facts()

    def show_answer(
        self, shape: Shape, sentence: str, when: str, facts: Mapping[str, str], *, advice_button: str = ""
    ) -> None:
        """What is known. facts: by the names of `facts`. advice_button: words of the second button, "" for none."""
        self._show(shape, sentence)
        self.when.setText(when)
        if self.facts is None:
            self.facts = self._fact_list()
        self.facts.show_facts(facts)
        self.facts.show()
        if self._advice is None:
            self._advice = QPushButton(self)
            self._advice.setObjectName("networkAdvice")
            self._advice.clicked.connect(self.advice_asked)
            self._buttons.insertWidget(1, self._advice)
        self._advice.setText(advice_button)
        self._advice.setVisible(bool(advice_button))

    def set_possible(self, is_possible: bool) -> None:
        """Whether there is a card to ask on."""
        self.check_button.setEnabled(is_possible)

    # --- inside -------------------------------------------------------------------------------------------------

    def _show(self, shape: Shape, sentence: str) -> None:
        self.shape.set_shape(shape)
        self.sentence.setText(sentence)
        self.check_button.setText(self.tr("Check networ&k"))
        if self._progress is not None:
            self._progress.hide()

    def _hide_facts(self) -> None:
        for part in (self.facts, self._advice):
            if part is not None:
                part.hide()

    def _fact_list(self) -> FactList:
        headings = {
            "addresses": self.tr("Addresses from"),
            "boot": self.tr("Boot servers"),
            "tree": self.tr("Spanning tree"),
            "switch": self.tr("Switch, VLAN"),
            "igmp": self.tr("IGMP querier"),
            "now": self.tr("Would boot"),
            "advice": self.tr("What to do"),
            "notes": self.tr("Also heard"),
        }
        made = FactList("network_", headings, self)
        self._layout.insertWidget(3, made)
        return made

    def _progress_bar(self) -> QProgressBar:
        if self._progress is None:
            self._progress = QProgressBar(self)
            self._progress.setObjectName("networkProgress")
            self._progress.setAccessibleName(self.tr("Check of the network"))
            self._progress.setTextVisible(False)
            self._progress.setRange(0, 100)
            self._layout.insertWidget(3, self._progress)
        return self._progress
