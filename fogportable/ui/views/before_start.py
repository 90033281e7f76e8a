"""The Room page before Start: what was checked, and what would be served."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

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

from fogportable.model import Finding, Topic
from fogportable.ui import words
from fogportable.ui.remedies import Remedy, remedy_of
from fogportable.ui.shapes import Shape, ShapeView, shape_of_verdict
from fogportable.ui.theme import FontRole, Kind, font, set_kind
from fogportable.ui.widgets.changes_card import ChangesCard
from fogportable.ui.widgets.fact_list import FactList
from fogportable.ui.widgets.fitting_page import FittingPage
from fogportable.ui.widgets.network_card import NetworkCard

#: Narrower than this, the cards stand one above the other.
_SIDE_BY_SIDE_WIDTH = 820


class _FindingRow(QWidget):
    """Shape, topic, one or two lines, and a button where one can help. buttons: those that may come into question."""

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
        self.buttons: dict[Remedy, QPushButton] = {}
        self._texts = QVBoxLayout()
        self._texts.setSpacing(3)
        self._texts.addWidget(heading)
        self._texts.addWidget(self.sentence)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(8, 0, 0, 0)
        self._layout.setSpacing(12)
        self._layout.addWidget(self.shape, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.addLayout(self._texts, 1)

    def add_button(self, remedy: Remedy, button: QPushButton) -> None:
        self.buttons[remedy] = button
        button.hide()
        self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_finding(self, finding: Finding) -> None:
        self.shape.set_shape(shape_of_verdict(finding.verdict))
        self.sentence.setText(finding_words(finding))
        wanted = remedy_of(finding)
        for remedy, button in self.buttons.items():
            button.setVisible(remedy is wanted)


def finding_words(finding: Finding) -> str:
    """What is so and what to do about it; every fault once. The commands for a firewall stand behind its button."""
    lines = [finding.sentence]
    has_commands = finding.topic is Topic.FIREWALL and remedy_of(finding) is Remedy.ALLOW
    for fault in finding.faults:
        if has_commands:
            lines += [fault.message] if fault.message not in lines else []
            continue
        is_said = fault.message == finding.sentence
        text = fault.remedy if is_said else str(fault)
        if text not in lines:
            lines.append(text)
    return "\n".join(lines)


class BeforeStart(QScrollArea):
    """Three cards, and a fourth while something is changed. check_asked, rehearse_asked: the buttons. remedy_asked:
    with the Remedy of a line's button. network_card, changes: work for themselves.
    """

    check_asked = Signal()
    remedy_asked = Signal(object)
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
        self.changes = ChangesCard("changesCard", page)
        first = QVBoxLayout()
        first.setSpacing(12)
        first.addWidget(self._check_card(page), 1)
        first.addWidget(self.changes)
        self._cards.addLayout(first, 5)
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
        self._add_remedies()
        self.fetch_button = self.rows[Topic.BOOT_FILES].buttons[Remedy.GET_FILES]
        for row in self.rows.values():
            layout.addWidget(row)
            layout.addSpacing(16)
        layout.addStretch(1)
        self.check_button = QPushButton(self.tr("Check &again"), card)
        self.check_button.setObjectName("checkAgain")
        self.check_button.clicked.connect(self.check_asked)
        layout.addWidget(self.check_button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _add_remedies(self) -> None:
        """Each line's own; the line shows the one that helps now."""
        get = self.tr("Get &boot files"), self.tr("Brings iPXE from Debian's packages")
        allow = self.tr("Allow in firewall…"), self.tr("Shows what would be changed, and asks first")
        card = self.tr("Choose a card"), self.tr("Goes to the choice of the network")
        private = self.tr("Private network"), self.tr("Goes to the addresses that are given from here")
        boot = self.tr("To the boot page"), self.tr("Goes to the boot files that are served")
        fog = self.tr("To the FOG page"), self.tr("Goes to the FOG server that was chosen")
        for topic, remedy, name, (text, description) in (
            (Topic.BOOT_FILES, Remedy.GET_FILES, "getBootFiles", get),
            (Topic.BOOT_FILES, Remedy.BOOT_PAGE, "remedyBootPage", boot),
            (Topic.BOOT_FILES, Remedy.FOG_PAGE, "remedyFogPage", fog),
            (Topic.FIREWALL, Remedy.ALLOW, "allowInFirewall", allow),
            (Topic.NETWORK, Remedy.CHOOSE_CARD, "remedyChooseCard", card),
            (Topic.NETWORK, Remedy.PRIVATE_NETWORK, "remedyPrivateNetwork", private),
        ):
            row = self.rows[topic]
            button = QPushButton(text, row)
            button.setObjectName(name)
            button.setAccessibleDescription(description)
            button.clicked.connect(partial(self._on_remedy, remedy))
            row.add_button(remedy, button)

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

    def _on_remedy(self, remedy: Remedy) -> None:
        self.remedy_asked.emit(remedy)

    # --- showing ----------------------------------------------------------------------------------------------

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """What the check found."""
        for finding in findings:
            self.rows[finding.topic].show_finding(finding)

    def first_remedy(self) -> QPushButton | None:
        """The first button that can help, for the focus when Start is blocked."""
        buttons = (button for row in self.rows.values() for button in row.buttons.values())
        return next((button for button in buttons if not button.isHidden()), None)

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
