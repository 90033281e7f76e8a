"""The Room page before Start: what was checked, and what would be served."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from fogportable.model import Finding, Topic, Verdict
from fogportable.ui import words
from fogportable.ui.shapes import Shape, ShapeView, shape_of_verdict
from fogportable.ui.theme import FontRole, Kind, font, set_kind
from fogportable.ui.widgets.fact_list import FactList
from fogportable.ui.widgets.fitting_page import FittingPage
from fogportable.ui.widgets.network_card import NetworkCard

#: Narrower than this, the cards stand one above the other.
_SIDE_BY_SIDE_WIDTH = 820


class _FindingRow(QWidget):
    """Shape, topic, one or two lines, and a button where one can help."""

    def __init__(self, topic: Topic, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"finding_{topic.value}")
        self.shape = ShapeView(20, Shape.NOT_SEEN, self)
        heading = QLabel(words.topic_word(topic), self)
        heading.setFont(font(FontRole.STRONG))
        self.sentence = QLabel(self.tr("Being checked."), self)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_kind(self.sentence, Kind.MUTED)
        self.button: QPushButton | None = None
        self._texts = QVBoxLayout()
        self._texts.setSpacing(3)
        self._texts.addWidget(heading)
        self._texts.addWidget(self.sentence)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(8, 0, 0, 0)
        self._layout.setSpacing(12)
        self._layout.addWidget(self.shape, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.addLayout(self._texts, 1)

    def add_button(self, button: QPushButton) -> None:
        self.button = button
        button.hide()
        self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_finding(self, finding: Finding) -> None:
        self.shape.set_shape(shape_of_verdict(finding.verdict))
        self.sentence.setText(finding_words(finding))
        if self.button is not None:
            self.button.setVisible(finding.verdict is not Verdict.OK)


def finding_words(finding: Finding) -> str:
    """What is so and what to do about it; every fault once."""
    lines = [finding.sentence]
    for fault in finding.faults:
        is_said = fault.message == finding.sentence
        text = fault.remedy if is_said else str(fault)
        if text not in lines:
            lines.append(text)
    return "\n".join(lines)


class BeforeStart(QScrollArea):
    """Three cards. check_asked, fetch_asked, rehearse_asked: the buttons. network_card: works for itself."""

    check_asked = Signal()
    fetch_asked = Signal()
    rehearse_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("beforeStart")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = FittingPage()
        set_kind(page, Kind.PAGE)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(12)
        self._cards.addWidget(self._check_card(page), 5)
        self.network_card = NetworkCard(page)
        beside = QVBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.network_card)
        beside.addWidget(self._plan_card(page), 1)
        self._cards.addLayout(beside, 4)
        page.fit(self._cards)
        self.setWidget(page)

    # --- building ---------------------------------------------------------------------------------------------

    def _check_card(self, page: QWidget) -> QFrame:
        card, layout = _card(page, self.tr("Before you start"))
        card.setObjectName("checkCard")
        self.intro = QLabel(
            self.tr(
                "Computers of this room can start over the network from this laptop. The DHCP server that is already "
                "there stays as it is."
            ),
            card,
        )
        self.intro.setWordWrap(True)
        layout.addWidget(self.intro)
        layout.addSpacing(12)
        self.rows = {topic: _FindingRow(topic, card) for topic in Topic}
        self.fetch_button = QPushButton(self.tr("Get &boot files"), card)
        self.fetch_button.setObjectName("getBootFiles")
        self.fetch_button.setAccessibleDescription(self.tr("Brings iPXE from Debian's packages"))
        self.fetch_button.clicked.connect(self.fetch_asked)
        self.rows[Topic.BOOT_FILES].add_button(self.fetch_button)
        for row in self.rows.values():
            layout.addWidget(row)
            layout.addSpacing(16)
        layout.addStretch(1)
        self.check_button = QPushButton(self.tr("Check &again"), card)
        self.check_button.setObjectName("checkAgain")
        self.check_button.clicked.connect(self.check_asked)
        layout.addWidget(self.check_button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _plan_card(self, page: QWidget) -> QFrame:
        card, layout = _card(page, self.tr("What will be served"))
        card.setObjectName("planCard")
        headings = {
            "network": self.tr("Network"),
            "boot": self.tr("Boot files"),
            "kinds": self.tr("Computers"),
            "menu": self.tr("Menu"),
            "room": self.tr("Room"),
            "addresses": self.tr("Addresses"),
        }
        self.facts = FactList("fact_", headings, card)
        layout.addWidget(self.facts)
        layout.addStretch(1)
        self.promise = QLabel(card)
        self.promise.setObjectName("promise")
        self.promise.setWordWrap(True)
        set_kind(self.promise, Kind.MUTED)
        layout.addWidget(self.promise)
        layout.addSpacing(8)
        self.rehearse_button = QPushButton(self.tr("Rehearse &without PCs"), card)
        self.rehearse_button.setObjectName("rehearse")
        self.rehearse_button.setAccessibleDescription(
            self.tr("Boots thirty computers made of software, inside this laptop only")
        )
        self.rehearse_button.clicked.connect(self.rehearse_asked)
        layout.addWidget(self.rehearse_button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    # --- showing ----------------------------------------------------------------------------------------------

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """What the check found."""
        for finding in findings:
            self.rows[finding.topic].show_finding(finding)

    def first_remedy(self) -> QPushButton | None:
        """The first button that can help, for the focus when Start is blocked."""
        buttons = (row.button for row in self.rows.values())
        return next((button for button in buttons if button is not None and not button.isHidden()), None)

    # --- Qt ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room for it. Of a scroll area the event has the size of its viewport."""
        is_wide = event.size().width() >= _SIDE_BY_SIDE_WIDTH
        self._cards.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)


def _card(page: QWidget, heading: str) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame(page)
    set_kind(card, Kind.CARD)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(20, 16, 20, 16)
    layout.setSpacing(0)
    title = QLabel(heading, card)
    title.setFont(font(FontRole.STATE_WORD))
    layout.addWidget(title)
    layout.addSpacing(10)
    return card, layout
