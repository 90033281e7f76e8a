"""Who keeps and serves the images: storage groups and nodes, what they have to do, and their free space."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from fogportable.errors import Fault
from fogportable.figures import size_words
from fogportable.fog.storage import GroupLoad, NodeLoad
from fogportable.ui.models.fact_table import FactRow
from fogportable.ui.theme import FontRole, Kind, font, set_kind
from fogportable.ui.widgets.fact_table import Column, FactTable
from fogportable.ui.widgets.problem_line import ProblemLine
from fogportable.ui.widgets.problem_list import ProblemList

_MOST_ROWS = 8


class FogStorageCard(QFrame):
    """look_asked: the button."""

    look_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fogStorageCard")
        set_kind(self, Kind.CARD)
        heading = QLabel(self.tr("Storage"), self)
        heading.setFont(font(FontRole.CARD_HEADING))
        self.state = ProblemLine(self)
        self.state.setObjectName("fogStorageState")
        columns = (
            Column(self.tr("Group"), "default group"),
            Column(self.tr("Node"), "DefaultMember", stretches=True),
            Column(self.tr("Address"), "192.168.188.188", gives_way=2),
            Column(
                self.tr("At work"),
                self.tr("{running} of {most}, {waiting} wait").format(running=10, most=10, waiting=20),
            ),
            Column(self.tr("Free"), "888.8 GB"),
            Column(self.tr("Images"), "Win10-Base, Ubuntu-24", gives_way=1),
        )
        self.nodes = FactTable("fogNodes", self.tr("Storage nodes"), columns, self, most_rows=_MOST_ROWS)
        self.troubles = ProblemList("fogNodeTrouble", self)
        self.look_button = QPushButton(self.tr("Ask the no&des"), self)
        self.look_button.setObjectName("fogLookStorage")
        self.look_button.setAccessibleDescription(
            self.tr("Asks the server for its storage nodes, and each for its space")
        )
        self.look_button.clicked.connect(self.look_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        for widget in (heading, self.state, self.nodes, self.troubles):
            layout.addWidget(widget)
        layout.addWidget(self.look_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_nothing(can_look=False)

    def show_nothing(self, *, can_look: bool) -> None:
        """Nothing was asked. can_look: whether somebody is signed in."""
        self._clear()
        words = self.tr("Not looked at yet") if can_look else self.tr("Told only to somebody who is signed in")
        self.state.set_nothing(words, self.tr("FOG's own nodes do the imaging; this laptop shows the way to them."))
        self.look_button.setEnabled(can_look)

    def show_progress(self, sentence: str) -> None:
        self._clear()
        self.state.set_nothing("", sentence)
        self.look_button.setEnabled(False)

    def show_failure(self, fault: Fault) -> None:
        self._clear()
        self.state.set_failure("", str(fault))
        self.look_button.setEnabled(True)

    def show_storage(self, groups: tuple[GroupLoad, ...]) -> None:
        """Groups with their nodes, as they were told."""
        rows = [
            FactRow((group.group.number, load.node.number), self._cells(group, load))
            for group in groups
            for load in group.nodes
        ]
        troubles = [load.trouble for group in groups for load in group.nodes if load.trouble is not None]
        running = sum(group.running for group in groups)
        self.nodes.facts.set_rows(rows)
        self.nodes.setVisible(bool(rows))
        self.troubles.show_faults(troubles)
        words = self.tr("1 node") if len(rows) == 1 else self.tr("{count} nodes").format(count=len(rows))
        work = self.tr("1 task runs there.") if running == 1 else self.tr("{count} tasks run there.")
        self.state.set_fine(words, work.format(count=running))
        self.look_button.setEnabled(True)

    def _clear(self) -> None:
        self.nodes.hide()
        self.nodes.facts.set_rows(())
        self.troubles.show_faults(())

    def _cells(self, group: GroupLoad, load: NodeLoad) -> tuple[str, ...]:
        node, room = load.node, load.room
        work = self.tr("{running} of {most}").format(running=load.running, most=node.most_clients or self.tr("any"))
        if load.waiting:
            work = self.tr("{work}, {count} wait").format(work=work, count=load.waiting)
        if not node.is_enabled:
            work = self.tr("switched off")
        free = size_words(room.free_bytes) if room is not None and room.free_bytes is not None else self.tr("unknown")
        name = self.tr("{node} (master)").format(node=node.name) if node.is_master else node.name
        return group.group.name, name, node.host, work, free, ", ".join(group.images)
