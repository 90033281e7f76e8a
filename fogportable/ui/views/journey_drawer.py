"""The drawer of one computer: who it is, what stands in its way, what it did, and what should come next."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fogportable.model import ClientSnapshot, ClientStage, Journey
from fogportable.ui import words
from fogportable.ui.delegates.journey_step import JourneyStepDelegate
from fogportable.ui.models.journey import JourneyModel, StepRole
from fogportable.ui.shapes import ShapeView, shape_of_stage
from fogportable.ui.theme import FontRole, Kind, font, set_kind

#: Logical pixels.
WIDTH = 364
_EDGE = 12
_BUTTON = 28
_LIST_NEEDS = 44
_BACK, _ON = "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}", "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"


class VerdictCard(QFrame):
    """Sentence and remedy on the ground of their gravity; hidden when nothing is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verdictCard")
        self.sentence = _wrapped(self, "verdictSentence")
        self.sentence.setFont(font(FontRole.STRONG))
        self.remedy = _wrapped(self, "verdictRemedy")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, 8, _EDGE, 8)
        layout.setSpacing(4)
        layout.addWidget(self.sentence)
        layout.addWidget(self.remedy)

    def show_client(self, client: ClientSnapshot) -> None:
        sentence, remedy = verdict_of(client)
        self.setVisible(bool(sentence))
        self.sentence.setText(sentence)
        self.remedy.setText(remedy)
        self.remedy.setVisible(bool(remedy))
        self._make_room()
        is_failed = client.stage is ClientStage.FAILED
        is_calm = client.stage not in (ClientStage.FAILED, ClientStage.NEEDS_YOU)
        set_kind(self, Kind.NOTICE_WORKING if is_calm else Kind.NOTICE_FAILED if is_failed else Kind.NOTICE_NEEDS)

    def _make_room(self) -> None:
        """A label that wraps is cut where the drawer is low; the list gives way instead."""
        width = self.width() - 2 * _EDGE
        for label in (self.sentence, self.remedy):
            label.setMinimumHeight(label.heightForWidth(width) if label.text() and width > 0 else 0)

    # --- Qt ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()


class JourneyDrawer(QFrame):
    """closed: its ✕ or Esc. stepped: to the next (1) or previous (-1) row. packets_asked: at this record, None for all.
    copied: Copy was pressed.
    """

    closed = Signal()
    stepped = Signal(int)
    packets_asked = Signal(object)
    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clientDrawer")
        self.setAccessibleName(self.tr("Journey of one computer"))
        set_kind(self, Kind.CARD)
        self.client: ClientSnapshot | None = None
        self.model = JourneyModel(self)
        self.title = QLabel(self)
        self.title.setFont(font(FontRole.STATE_WORD))
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.shape = ShapeView(20, shape_of_stage(ClientStage.ASKING), self)
        self.who = _wrapped(self, "clientWho", Kind.MUTED)
        self.verdict = VerdictCard(self)
        self.list = self._make_list()
        self.files = _wrapped(self, "clientFiles", Kind.MUTED)
        self.fog = _wrapped(self, "clientFog", Kind.MUTED)
        self.packets_button = QPushButton(self.tr("Packe&ts…"), self)
        self.packets_button.setToolTip(self.tr("What passed between this computer and the laptop, taken apart"))
        self.packets_button.clicked.connect(self._ask_for_packets)
        self.copy_button = QPushButton(self.tr("Copy as te&xt"), self)
        self.copy_button.clicked.connect(self.copied)
        self._lay_out()
        self.set_covering(False)

    def _make_list(self) -> QListView:
        made = QListView(self)
        made.setObjectName("journeyList")
        made.setAccessibleName(self.tr("Journey"))
        made.setModel(self.model)
        made.setItemDelegate(JourneyStepDelegate(made))
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setResizeMode(QListView.ResizeMode.Adjust)
        made.setMinimumHeight(_LIST_NEEDS)
        made.activated.connect(self._on_step)
        return made

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.shape)
        head.addWidget(self.title, 1)
        for text, name, step in ((_BACK, self.tr("Previous computer"), -1), (_ON, self.tr("Next computer"), 1)):
            head.addWidget(self._small_button(text, name, step))
        self.close_button = self._small_button("✕", self.tr("Close journey"), 0)
        head.addWidget(self.close_button)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.packets_button)
        foot.addWidget(self.copy_button)
        foot.addStretch(1)
        layout = self._layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self.who)
        layout.addWidget(self.verdict)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.files)
        layout.addWidget(self.fog)
        layout.addLayout(foot)

    def _small_button(self, text: str, name: str, step: int) -> QToolButton:
        """step: 0 closes."""
        made = QToolButton(self)
        made.setText(text)
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.setFixedSize(_BUTTON, _BUTTON)
        made.setAutoRaise(True)
        made.setProperty("step", step)
        made.clicked.connect(self._on_small_button)
        return made

    # --- showing ----------------------------------------------------------------------------------------------

    def show_client(self, client: ClientSnapshot, journey: Journey) -> None:
        """Another computer, or another look at the same."""
        is_other = self.client is None or self.client.mac != client.mac
        self.client = client
        self.title.setText(words.computer(client))
        self.title.setToolTip(words.computer(client))
        self.shape.set_shape(shape_of_stage(client.stage))
        attempt = self.tr("attempt {count}").format(count=client.attempts) if client.attempts > 1 else ""
        address = "" if client.address is None else str(client.address)
        self.who.setText(" · ".join(filter(None, (words.stage_word(client.stage), str(client.mac), address, attempt))))
        self.verdict.show_client(client)
        is_at_end = is_other or self._is_at_end()
        if self.model.show(journey) and is_at_end:
            self.list.scrollToBottom()
        self._show_rest(client, journey)

    def set_covering(self, is_covering: bool) -> None:
        """Whether it takes the place of the table."""
        edge = 6 if is_covering else 10
        self._layout.setContentsMargins(_EDGE, edge, _EDGE, edge)
        self._layout.setSpacing(4 if is_covering else 8)
        if is_covering:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16777215)
        else:
            self.setFixedWidth(WIDTH)

    def text(self) -> str:
        """All of it, as it reads in a chat."""
        if self.client is None:
            return ""
        sentence, remedy = verdict_of(self.client)
        rule = self.client.diagnosis.rule if self.client.diagnosis is not None else ""
        head = [self.title.text(), self.who.text(), sentence, remedy, f"({rule})" if rule else ""]
        rest = [label.text() for label in (self.files, self.fog)]
        return "\n".join(filter(None, (*head, self.model.text(), *rest)))

    def _show_rest(self, client: ClientSnapshot, journey: Journey) -> None:
        names = ", ".join(name.rsplit("/", 1)[-1] for name in journey.files[-6:])
        self.files.setText(self.tr("Files it has: {names}").format(names=names) if names else "")
        self.files.setVisible(bool(names))
        lights = words.light_word(client.lights) if client.lights else ""
        self.fog.setText(lights)
        self.fog.setVisible(bool(lights))

    def _is_at_end(self) -> bool:
        bar = self.list.verticalScrollBar()
        return bar.value() >= bar.maximum() - 4

    # --- what is pressed --------------------------------------------------------------------------------------

    def _on_small_button(self) -> None:
        sender = self.sender()
        step = sender.property("step") if sender is not None else 0
        if step:
            self.stepped.emit(step)
        else:
            self.closed.emit()

    def _on_step(self, index: QModelIndex | QPersistentModelIndex) -> None:
        step = index.data(StepRole.STEP)
        self.packets_asked.emit(step.sequence if step is not None else None)

    def _ask_for_packets(self) -> None:
        step = self.list.currentIndex().data(StepRole.STEP)
        self.packets_asked.emit(step.sequence if step is not None else None)

    # --- Qt ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)


def verdict_of(client: ClientSnapshot) -> tuple[str, str]:
    """What stands in its way and what to do; empty when nothing does. Of one that is left alone, why."""
    if client.diagnosis is not None:
        return client.diagnosis.words, client.diagnosis.remedy
    if client.fault is not None:
        return client.fault.message, client.fault.remedy
    return (client.doing, "") if client.stage is ClientStage.LEFT_ALONE else ("", "")


def _wrapped(parent: QWidget, name: str, kind: Kind | None = None) -> QLabel:
    made = QLabel(parent)
    made.setObjectName(name)
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    if kind is not None:
        set_kind(made, kind)
    return made
