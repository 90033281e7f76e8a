"""What is queued or runs on a FOG server, live, and the account with which it tells that."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fogportable.errors import Fault
from fogportable.fog.tasks import FogTask, TaskState, state_words
from fogportable.ui.models.fact_table import FactRow
from fogportable.ui.theme import FontRole, Kind, font, set_kind
from fogportable.ui.widgets.fact_table import Column, FactTable
from fogportable.ui.widgets.problem_line import ProblemLine

#: More are scrolled.
_MOST_ROWS = 12


class FogTasksCard(QFrame):
    """sign_in_asked, sign_out_asked: the account. cancel_asked: the number of a task."""

    sign_in_asked = Signal()
    sign_out_asked = Signal()
    cancel_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fogTasksCard")
        set_kind(self, Kind.CARD)
        self._tasks: tuple[FogTask, ...] = ()
        heading = QLabel(self.tr("Tasks"), self)
        heading.setFont(font(FontRole.CARD_HEADING))
        self.state = ProblemLine(self)
        self.state.setObjectName("fogTasksState")
        self.table = FactTable("fogTasks", self.tr("Tasks"), self._columns(), self, most_rows=_MOST_ROWS)
        self.table.selectionModel().selectionChanged.connect(self._show_buttons)
        self.sign_in_button = self._button("fogSignIn", self.tr("S&ign in…"))
        self.sign_in_button.setAccessibleDescription(self.tr("Asks for the tokens of the server's API"))
        self.sign_in_button.clicked.connect(self.sign_in_asked)
        self.sign_out_button = self._button("fogSignOut", self.tr("S&ign out"))
        self.sign_out_button.setAccessibleDescription(self.tr("Forgets the tokens, here and in the system's keyring"))
        self.sign_out_button.clicked.connect(self.sign_out_asked)
        self.cancel_button = self._button("fogCancelTask", self.tr("Cance&l task…"))
        self.cancel_button.setAccessibleDescription(self.tr("Ends the chosen task on the server"))
        self.cancel_button.clicked.connect(self._on_cancel)
        self._lay_out(heading)
        self.show_no_server()

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        return button

    def _lay_out(self, heading: QLabel) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.sign_in_button, self.cancel_button, self.sign_out_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        for widget in (heading, self.state, self.table):
            layout.addWidget(widget)
        layout.addLayout(buttons)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Computer"), "client-room204-30", stretches=True),
            Column(self.tr("Task"), self.tr("Deploy - No Snapins"), gives_way=1),
            Column(self.tr("Image"), "Windows 11 Education", gives_way=2),
            Column(self.tr("State"), self.tr("the computer is there and waits")),
            Column(self.tr("Done"), "100 %"),
            Column(self.tr("Rate"), "12.20 GB/min", gives_way=3),
            Column(self.tr("Left"), "00:02:00"),
        )

    # --- showing ----------------------------------------------------------------------------------------------

    def show_no_server(self) -> None:
        """No server was looked at."""
        self._show_tasks(())
        self.state.set_nothing(self.tr("No server looked at"), "")
        self._show_account(can_sign_in=False, is_signed_in=False)

    def show_signed_out(self, why_not: str = "") -> None:
        """Tokens are missing. why_not: the API cannot be used at all, and why."""
        self._show_tasks(())
        if why_not:
            self.state.set_nothing("", why_not)
        else:
            self.state.set_nothing(
                self.tr("Not signed in"), self.tr("FOG tells its tasks only to somebody with tokens of its API.")
            )
        self._show_account(can_sign_in=not why_not, is_signed_in=False)

    def show_asking(self) -> None:
        """Signed in; the first answer has not come."""
        self._show_tasks(())
        self.state.set_nothing("", self.tr("Asking for the tasks…"))
        self._show_account(can_sign_in=True, is_signed_in=True)

    def show_tasks(self, tasks: tuple[FogTask, ...]) -> None:
        """What is active now."""
        self._show_tasks(tasks)
        self._show_account(can_sign_in=True, is_signed_in=True)
        running = sum(task.state is TaskState.IN_PROGRESS for task in tasks)
        if not tasks:
            self.state.set_nothing(self.tr("No task is active"), "")
        else:
            words = self.tr("1 task") if len(tasks) == 1 else self.tr("{count} tasks").format(count=len(tasks))
            self.state.set_fine(words, self.tr("{count} in progress").format(count=running))

    def show_failure(self, fault: Fault, as_of: str) -> None:
        """The server did not tell. What is shown is of before. as_of: `10:14`, "" where nothing is shown."""
        stale = self.tr(" What is shown is as of {time}.").format(time=as_of) if as_of and self._tasks else ""
        self.state.set_failure("", f"{fault}{stale}")
        self._show_buttons()

    def _show_tasks(self, tasks: tuple[FogTask, ...]) -> None:
        self._tasks = tasks
        self.table.setVisible(bool(tasks))
        self.table.facts.set_rows([_row(task) for task in tasks])
        self._show_buttons()

    def _show_account(self, *, can_sign_in: bool, is_signed_in: bool) -> None:
        self.sign_in_button.setVisible(not is_signed_in)
        self.sign_in_button.setEnabled(can_sign_in)
        self.sign_out_button.setVisible(is_signed_in)
        self.cancel_button.setVisible(is_signed_in)

    def _chosen(self) -> FogTask | None:
        rows = self.table.selectionModel().selectedRows()
        return self._tasks[rows[0].row()] if rows and rows[0].row() < len(self._tasks) else None

    def _show_buttons(self) -> None:
        self.cancel_button.setEnabled(self._chosen() is not None)

    def _on_cancel(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.cancel_asked.emit(chosen)


def _row(task: FogTask) -> FactRow:
    percent = "" if task.percent is None or task.state is not TaskState.IN_PROGRESS else f"{task.percent:.0f} %"
    return FactRow(
        task.number, (task.host, task.kind, task.image, state_words(task.state), percent, task.rate, task.remaining)
    )
