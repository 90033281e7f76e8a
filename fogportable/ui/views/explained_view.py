"""What a capture says: its computers, and of the chosen one how far it came, what is wrong, what to do, and by what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from fogportable.session.explaining import ExplainedComputer, Step
from fogportable.ui.shapes import shape_icon, shape_of_stage
from fogportable.ui.theme import FontRole, font


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExplainedView", text)


class ExplainedView(QWidget):
    """The first computer is chosen."""

    def __init__(self, computers: Sequence[ExplainedComputer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("explainedView")
        self._computers = tuple(computers)
        self.list = QListWidget(self)
        self.list.setObjectName("explainedComputers")
        self.list.setAccessibleName(_tr("Computers of the capture"))
        for each in self._computers:
            self.list.addItem(QListWidgetItem(shape_icon(shape_of_stage(each.stage)), f"{each.mac}  {each.rule}"))
        self.sentence = self._label("explainedSentence", FontRole.STRONG)
        self.remedy = self._label("explainedRemedy")
        self.steps = QPlainTextEdit(self)
        self.steps.setObjectName("explainedSteps")
        self.steps.setAccessibleName(_tr("How far it came, and what shows it"))
        self.steps.setReadOnly(True)
        self.steps.setTabChangesFocus(True)
        self.copy_button = QPushButton(_tr("Copy as &text"), self)
        self.copy_button.setObjectName("explainedCopy")
        self.copy_button.clicked.connect(self.copy)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show)
        self._show(-1)
        if self._computers:
            self.list.setCurrentRow(0)

    def copy(self) -> None:
        """All that is shown of the chosen computer."""
        row = self.list.currentRow()
        if row >= 0:
            QGuiApplication.clipboard().setText(text_of(self._computers[row]))

    # --- inside -----------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        right = QWidget(self)
        lines = QVBoxLayout(right)
        lines.setContentsMargins(12, 0, 0, 0)
        lines.setSpacing(8)
        for widget in (self.sentence, self.remedy):
            lines.addWidget(widget)
        lines.addWidget(self.steps, 1)
        lines.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignRight)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.list)
        split.addWidget(right)
        split.setSizes([340, 700])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(split)

    def _label(self, name: str, role: FontRole | None = None) -> QLabel:
        made = QLabel(self)
        made.setObjectName(name)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setWordWrap(True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role is not None:
            made.setFont(font(role))
        return made

    def _show(self, row: int) -> None:
        computer = self._computers[row] if 0 <= row < len(self._computers) else None
        self.copy_button.setEnabled(computer is not None)
        self.sentence.setText(_tr("No computer asked for network boot.") if computer is None else computer.sentence)
        self.remedy.setText("" if computer is None else computer.remedy)
        self.remedy.setVisible(bool(self.remedy.text()))
        self.steps.setPlainText("" if computer is None else "\n".join(_steps_of(computer)))


def text_of(computer: ExplainedComputer) -> str:
    """For a chat or a ticket."""
    head = (f"{computer.mac}: {computer.rule}", computer.sentence, computer.remedy, "")
    return "\n".join([*(each for each in head[:3] if each), "", *_steps_of(computer)]) + "\n"


def _steps_of(computer: ExplainedComputer) -> list[str]:
    groups = (
        (_tr("How far it came"), computer.journey),
        (_tr("What shows it"), computer.evidence),
        (_tr("Beside that"), computer.notes),
    )
    lines: list[str] = []
    for title, steps in groups:
        if steps:
            lines += ([""] if lines else []) + [title, *map(_line_of, steps)]
    return lines


def _line_of(step: Step) -> str:
    return f"  {_tr('Frame {number}').format(number=step[0])}: {step[1]}"
