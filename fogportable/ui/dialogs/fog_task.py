"""Arming a task of FOG: what it does to which computers, said before, and the count typed where something is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from fogportable.errors import FogError
from fogportable.fog.hosts import FogHost
from fogportable.fog.plans import Ground, TaskOptions, TaskPlan, plan_capture, plan_deploy, plan_words
from fogportable.ui.theme import FontRole, font
from fogportable.ui.widgets.problem_line import ProblemLine
from fogportable.ui.widgets.problem_list import ProblemList

#: Rows of the list of computers before it scrolls.
_MOST_ROWS = 6
_EDGE = 20
_WIDTH, _HEIGHT = 520, 680


class Deed(Enum):
    """What is asked for."""

    DEPLOY = "deploy"
    CAPTURE = "capture"


#: Asks a person; the plan, None when cancelled.
AskTask = Callable[[QWidget | None, Deed, Ground], TaskPlan | None]


class TaskDialog(QDialog):
    """Shows the plan as it stands after each choice. Enter confirms nothing: Cancel is the default."""

    def __init__(self, deed: Deed, ground: Ground, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fogTaskDialog")
        self.setWindowTitle(self.tr("Deploy an image") if deed is Deed.DEPLOY else self.tr("Capture an image"))
        self._deed = deed
        self._ground = ground
        self.plan: TaskPlan | None = None
        self.sentence = QLabel(self)
        self.sentence.setObjectName("fogTaskSentence")
        self.sentence.setFont(font(FontRole.STRONG))
        self.sentence.setWordWrap(True)
        self.machines = _list_of(ground.machines, self)
        self.machines.setAccessibleName(self.tr("Computers"))
        self.image = QComboBox(self)
        self.image.setObjectName("fogTaskImage")
        self.image.setAccessibleName(self.tr("Image"))
        self._fill_images()
        self.multicast = self._box("fogTaskMulticast", self.tr("Send it to all at once, by &multicast"))
        self.multicast.setVisible(deed is Deed.DEPLOY and len(ground.machines) > 1)
        self.shut_down = self._box("fogTaskShutDown", self.tr("S&witch the computers off when it is done"))
        self.wake = self._box("fogTaskWake", self.tr("Switch them &on first, by Wake-on-LAN"))
        self.refusal = ProblemLine(self)
        self.refusal.setObjectName("fogTaskRefusal")
        self.warnings = ProblemList("fogTaskWarning", self)
        self.count = QLineEdit(self)
        self.count.setObjectName("fogTaskCount")
        self.count.setAccessibleName(self.tr("Number of computers"))
        self.count.setMaximumWidth(80)
        self.count.textChanged.connect(self._show_button)
        self._build()
        self.image.currentIndexChanged.connect(self._plan_anew)
        self._plan_anew()

    def _box(self, name: str, text: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setObjectName(name)
        box.toggled.connect(self._plan_anew)
        return box

    def _build(self) -> None:
        form = QFormLayout()
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("&Image"), self.image)
        self._confirm = QLabel(self)
        self._confirm.setObjectName("fogTaskConfirm")
        self._confirm.setWordWrap(True)
        self._confirm.setBuddy(self.count)
        buttons = QDialogButtonBox(self)
        self.go_button = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_button.setObjectName("fogTaskGo")
        self.go_button.setAutoDefault(False)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        content = QWidget(self)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(_EDGE, _EDGE, _EDGE, 0)
        inside.setSpacing(12)
        inside.addWidget(self.sentence)
        inside.addWidget(self.machines)
        inside.addLayout(form)
        for widget in (self.multicast, self.shut_down, self.wake, self.refusal, self.warnings, self._confirm):
            inside.addWidget(widget)
        inside.addWidget(self.count)
        inside.addStretch(1)
        # At 200 % on a small laptop the whole does not fit; the buttons must.
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(_EDGE, 4, _EDGE, 16)
        foot.addWidget(buttons)
        layout.addLayout(foot)
        self.setMinimumWidth(_WIDTH)
        self.resize(QSize(_WIDTH, _HEIGHT).boundedTo(self.screen().availableSize()))

    def _fill_images(self) -> None:
        """Each computer's own, and all others."""
        self.image.addItem(self.tr("the image that FOG has for the computer"), None)
        for image in self._ground.images:
            self.image.addItem(image.name, image)

    # --- the plan ---------------------------------------------------------------------------------------------

    def _plan_anew(self) -> None:
        try:
            self.plan = self._planned()
        except FogError as problem:
            self.plan = None
            self.refusal.set_failure("", str(problem.fault))
        else:
            self.refusal.set_problem("")
        plan = self.plan
        self.sentence.setVisible(plan is not None)
        self.sentence.setText("" if plan is None else plan_words(plan))
        self.warnings.show_faults(() if plan is None else plan.warnings)
        wants_count = plan is not None and plan.is_destructive
        self._confirm.setVisible(wants_count)
        self.count.setVisible(wants_count)
        number = len(self._ground.machines)
        self._confirm.setText(
            self.tr("Type 1 to confirm: it is the number of computers.")
            if number == 1
            else self.tr("Type the number of computers, {count}, to confirm.").format(count=number)
        )
        self.go_button.setText(self._go_words(number))
        self._show_button()

    def _planned(self) -> TaskPlan:
        """Raises FogError where FOG would refuse it."""
        ground, image = self._ground, self.image.currentData()
        options = TaskOptions(self.shut_down.isChecked(), self.wake.isChecked())
        if self._deed is Deed.CAPTURE:
            return plan_capture(ground.machines[0], ground.images, ground.active, image=image, options=options)
        return plan_deploy(
            ground.machines,
            ground.images,
            ground.active,
            image=image,
            is_multicast=self.multicast.isChecked(),
            options=options,
        )

    def _go_words(self, number: int) -> str:
        if self._deed is Deed.CAPTURE:
            return self.tr("&Capture")
        return (
            self.tr("&Deploy to 1 computer")
            if number == 1
            else self.tr("&Deploy to {count} computers").format(count=number)
        )

    def _show_button(self) -> None:
        plan = self.plan
        is_said = plan is not None and (
            not plan.is_destructive or self.count.text().strip() == str(len(self._ground.machines))
        )
        self.go_button.setEnabled(is_said)


def _list_of(machines: Sequence[FogHost], parent: QWidget) -> QListWidget:
    rows = QListWidget(parent)
    rows.setObjectName("fogTaskMachines")
    rows.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    for host in machines:
        rows.addItem(f"{host.name}  ({host.macs[0]})" if host.macs else host.name)
    height = rows.sizeHintForRow(0) * min(len(machines), _MOST_ROWS) + 2 * rows.frameWidth() + 4
    rows.setFixedHeight(max(height, 28))
    return rows


def ask_task(parent: QWidget | None, deed: Deed, ground: Ground) -> TaskPlan | None:
    """Ask; None when cancelled."""
    dialog = TaskDialog(deed, ground, parent)
    return dialog.plan if dialog.exec() == QDialog.DialogCode.Accepted else None
