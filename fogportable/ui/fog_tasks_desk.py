"""The tasks of a FOG server in the window: signing in, looking every few seconds, cancelling."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from fogportable.fog.account import FogAccount
from fogportable.fog.server import ApiState, FogServer
from fogportable.fog.tasks import FogTask, task_words
from fogportable.ui.bridge import Bridge
from fogportable.ui.dialogs.fog_sign_in import AskTokens, ask_tokens
from fogportable.ui.fog_kit import FogKit
from fogportable.ui.server_jobs import ServerJobs
from fogportable.ui.widgets.fog_tasks_card import FogTasksCard
from fogportable.ui.work import Job, Work

_ACCOUNT = "fog-account"
_SIGN_IN = "fog-sign-in"
_SIGN_OUT = "fog-sign-out"
_TASKS = "fog-tasks"
_CANCEL = "fog-cancel"

#: Asks a person: parent, the task in words; True when it is to end.
AskCancel = Callable[[QWidget | None, str], bool]

#: The imaging system reports every three seconds.
LOOK_EVERY_MS = 3000


class FogTasksDesk(QObject):
    """Looks only while somebody is signed in and the card is seen. tasks: as they were told last.

    said: a sentence worth saying aloud. told: tasks came. account_changed: somebody signed in or out. ask_tokens,
    ask_cancel, now: replaced in tests.
    """

    said = Signal(str)
    told = Signal()
    account_changed = Signal()

    def __init__(self, kit: FogKit, work: Work, bridge: Bridge, card: FogTasksCard, window: QWidget) -> None:
        super().__init__(window)
        self._kit = kit
        self._card = card
        self._window = window
        self._jobs = ServerJobs(work, bridge)
        self._keyring = ""
        self._told_at = ""
        self.is_signed_in = False
        self.tasks: tuple[FogTask, ...] = ()
        self.ask_tokens: AskTokens = ask_tokens
        self.ask_cancel: AskCancel = ask_cancel
        self.now = datetime.now
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        card.sign_in_asked.connect(self.sign_in)
        card.sign_out_asked.connect(self._on_sign_out)
        card.cancel_asked.connect(self._on_cancel)

    def watch(self, server: FogServer | None) -> None:
        """This server from now on; None for none."""
        self._timer.stop()
        self._jobs.address = None if server is None else server.address
        self._forget()
        if server is None:
            self._card.show_no_server()
        elif server.api is ApiState.OFF:
            self._card.show_signed_out(
                self.tr("The API of this server is off, so it tells no tasks. Switch it on in FOG's settings.")
            )
        else:
            self._card.show_signed_out()
            self._jobs.begin(_ACCOUNT, partial(self._kit.account, server.address), self._on_account)

    def set_seen(self, is_seen: bool) -> None:
        """Whether somebody wants to see tasks now."""
        should_run = is_seen and self.is_signed_in
        if should_run and not self._timer.isActive():
            self._timer.start()
            self.look()
        elif not should_run:
            self._timer.stop()

    def stop(self) -> None:
        """The window closes."""
        self._timer.stop()

    def look(self) -> None:
        """Ask for the tasks now, unless that is going on."""
        if self._jobs.address is not None and self.is_signed_in:
            self._jobs.begin(_TASKS, partial(self._kit.tasks, self._jobs.address), self._on_tasks)

    def sign_in(self) -> None:
        """Ask a person for the tokens, and let the server judge them."""
        address = self._jobs.address
        if address is None:
            return
        answer = self.ask_tokens(self._window, str(address), bool(self._keyring))
        if answer is not None:
            tokens, keep = answer
            work = partial(self._kit.sign_in, address, tokens, keep=keep)
            self._jobs.begin(_SIGN_IN, work, self._on_signed_in)

    # --- what came ----------------------------------------------------------------------------------------------

    def _on_account(self, job: Job) -> None:
        if job.fault is not None:
            self._card.show_failure(job.fault, "")
        elif isinstance(job.result, FogAccount):
            self._keyring = job.result.keyring
            if job.result.is_signed_in:
                self._enter()

    def _on_signed_in(self, job: Job) -> None:
        if job.fault is not None:
            self._card.show_failure(job.fault, "")
            self.said.emit(str(job.fault))
        else:
            self._enter()

    def _enter(self) -> None:
        self.is_signed_in = True
        self.account_changed.emit()
        self._card.show_asking()
        self.set_seen(self._card.isVisible())

    def _on_tasks(self, job: Job) -> None:
        if job.fault is not None:
            self._card.show_failure(job.fault, self._told_at)
        elif isinstance(job.result, tuple):
            self.tasks = job.result
            self._told_at = f"{self.now():%H:%M:%S}"
            self._card.show_tasks(self.tasks)
            self.told.emit()

    def _on_sign_out(self) -> None:
        if self._jobs.address is not None:
            self._forget()
            self._card.show_signed_out()
            self._jobs.begin(_SIGN_OUT, partial(self._kit.sign_out, self._jobs.address), self._on_signed_out)

    def _on_signed_out(self, job: Job) -> None:
        if job.fault is not None:
            self._card.show_failure(job.fault, "")

    def _forget(self) -> None:
        self._timer.stop()
        self.is_signed_in = False
        self.tasks = ()
        self._told_at = ""
        self.told.emit()
        self.account_changed.emit()

    # --- cancelling ---------------------------------------------------------------------------------------------

    def _on_cancel(self, task: FogTask) -> None:
        if self._jobs.address is not None and self.ask_cancel(self._window, task_words(task)):
            self._jobs.begin(_CANCEL, partial(self._kit.cancel_task, self._jobs.address, task), self._on_cancelled)

    def _on_cancelled(self, job: Job) -> None:
        if job.fault is not None:
            self._card.show_failure(job.fault, self._told_at)
        else:
            self.look()


def _tr(text: str) -> str:
    return QCoreApplication.translate("FogCancelDialog", text)


def ask_cancel(parent: QWidget | None, words: str) -> bool:
    """Ask; False when the task is left as it is."""
    box = QMessageBox(parent)
    box.setObjectName("fogCancelDialog")
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(_tr("Cancel a task"))
    box.setText(_tr("Cancel this task on the FOG server?"))
    box.setInformativeText(words)
    cancel = box.addButton(_tr("&Cancel the task"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(_tr("&Leave it"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.exec()
    return box.clickedButton() is cancel
