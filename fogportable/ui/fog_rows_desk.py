"""What is done with the chosen computers at a FOG server: look ahead, register, deploy, capture, wake, cancel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fogportable.errors import Fault, FaultCode, describe
from fogportable.fog.address import FogAddress
from fogportable.fog.plans import Done, Ground, Registered, TaskPlan, done_words, plan_wake, registered_words
from fogportable.fog.preview import Preview
from fogportable.fog.tasks import task_words
from fogportable.model import ClientSnapshot
from fogportable.protocol.address import MacAddress
from fogportable.ui.bridge import Bridge, Tick
from fogportable.ui.choices import Choices
from fogportable.ui.dialogs.fog_preview import ShowPreview, show_preview
from fogportable.ui.dialogs.fog_register import AskRegistration, ask_registration
from fogportable.ui.dialogs.fog_task import AskTask, Deed, ask_task
from fogportable.ui.fog_desk import FogDesk
from fogportable.ui.fog_kit import FogKit
from fogportable.ui.fog_tasks_desk import AskCancel, ask_cancel
from fogportable.ui.widgets.notice_bar import Gravity, Notice
from fogportable.ui.work import Job, ProgressLine, Work

#: One thing at a time: two answers to two questions about the same computers would cross.
_JOB = "fog-rows"
_NOTICE = "fog"

#: The chosen computers, of the table that is shown.
Chosen = Callable[[], Sequence[ClientSnapshot]]


class FogRowsDesk(QObject):
    """noticed: a Notice. page_wanted: the FOG page has what is missing. ask_*, show_preview: replaced in tests."""

    noticed = Signal(object)
    withdrawn = Signal(str)
    page_wanted = Signal()

    def __init__(
        self, kit: FogKit, work: Work, bridge: Bridge, choices: Choices, fog: FogDesk, chosen: Chosen, window: QWidget
    ) -> None:
        super().__init__(window)
        self._kit = kit
        self._work = work
        self._bridge = bridge
        self._choices = choices
        self._fog = fog
        self._chosen = chosen
        self._window = window
        self._progress = ProgressLine()
        self.ask_task: AskTask = ask_task
        self.ask_registration: AskRegistration = ask_registration
        self.ask_cancel: AskCancel = ask_cancel
        self.show_preview: ShowPreview = show_preview
        bridge.ticked.connect(self._on_tick)

    # --- looking ahead ------------------------------------------------------------------------------------------

    def preview(self) -> None:
        """What the first chosen computer would get. Needs no account."""
        rows, server = self._rows(), self._fog.server
        if not rows:
            return
        if server is None:
            self._want_page(describe(FaultCode.FOG_NOT_CHOSEN))
            return
        row = rows[0]
        if row.arch is None:
            self._fail(describe(FaultCode.FOG_ARCH_UNKNOWN, mac=row.mac))
            return
        work = partial(self._kit.preview, server.address, row.mac, row.arch)
        self._begin(work, self._on_preview)

    def _on_preview(self, job: Job) -> None:
        if isinstance(job.result, Preview):
            self.show_preview(self._window, job.result)

    # --- registering --------------------------------------------------------------------------------------------

    def register(self) -> None:
        """Make the chosen computers known."""
        address, macs = self._ready()
        if address is not None:
            self._begin(partial(self._kit.ground, address, None), partial(self._on_known, address, macs))

    def _on_known(self, address: FogAddress, macs: tuple[MacAddress, ...], job: Job) -> None:
        if isinstance(job.result, Ground):
            answer = self.ask_registration(self._window, macs, job.result, self._pattern(len(macs)))
            if answer is not None:
                work = partial(self._kit.register, address, answer.names, answer.macs, answer.image)
                self._begin(work, self._on_registered)

    def _pattern(self, count: int) -> str:
        """Named after the room, as far as FOG takes it for a name."""
        room = "".join(each if each.isascii() and each.isalnum() else "-" for each in self._choices.profile.room.name)
        stem = room.strip("-")[:12] or "pc"
        return f"{stem}-##" if count > 1 else f"{stem}-01"

    def _on_registered(self, job: Job) -> None:
        if isinstance(job.result, Registered):
            gravity = Gravity.DONE if job.result.is_whole else Gravity.NEEDS
            self._post(gravity, registered_words(job.result))

    # --- tasks --------------------------------------------------------------------------------------------------

    def deploy(self) -> None:
        """Write an image over the disks of the chosen computers, after a person has said how many they are."""
        self._plan(Deed.DEPLOY)

    def capture(self) -> None:
        """Read the disk of the one chosen computer into an image."""
        if len(self._rows()) > 1:
            self._fail(describe(FaultCode.FOG_CAPTURE_ONE))
        else:
            self._plan(Deed.CAPTURE)

    def wake(self) -> None:
        """Let FOG send Wake-on-LAN to the chosen computers."""
        address, macs = self._ready()
        if address is not None:
            self._begin(partial(self._kit.ground, address, macs), partial(self._on_wake_ground, address))

    def cancel(self) -> None:
        """End what the chosen computers have."""
        address, macs = self._ready()
        if address is not None:
            self._begin(partial(self._kit.ground, address, macs), partial(self._on_cancel_ground, address))

    def _plan(self, deed: Deed) -> None:
        address, macs = self._ready()
        if address is not None:
            self._begin(partial(self._kit.ground, address, macs), partial(self._on_ground, address, deed))

    def _on_ground(self, address: FogAddress, deed: Deed, job: Job) -> None:
        if isinstance(job.result, Ground):
            plan = self.ask_task(self._window, deed, job.result)
            if plan is not None:
                self._carry_out(address, plan)

    def _on_wake_ground(self, address: FogAddress, job: Job) -> None:
        if isinstance(job.result, Ground):
            self._carry_out(address, plan_wake(job.result.machines))

    def _on_cancel_ground(self, address: FogAddress, job: Job) -> None:
        if not isinstance(job.result, Ground):
            return
        numbers = {host.number for host in job.result.machines}
        tasks = [task for task in job.result.active if task.host_number in numbers]
        if not tasks:
            self._post(Gravity.DONE, self.tr("FOG has no task for the chosen computers."))
        elif self.ask_cancel(self._window, "\n".join(task_words(task) for task in tasks)):
            work = partial(self._kit.cancel, address, job.result.machines)
            self._begin(work, self._on_cancelled)

    def _carry_out(self, address: FogAddress, plan: TaskPlan) -> None:
        work = partial(self._kit.carry_out, address, plan, self._progress.tell)
        self._begin(work, self._on_done)

    def _on_done(self, job: Job) -> None:
        if isinstance(job.result, Done):
            is_fine = job.result.is_whole and not job.result.notes
            self._post(Gravity.DONE if is_fine else Gravity.NEEDS, done_words(job.result))
            self._fog.tasks.look()

    def _on_cancelled(self, job: Job) -> None:
        if isinstance(job.result, Done):
            count = len(job.result.tasks)
            words = self.tr("1 task was cancelled.") if count == 1 else self.tr("{count} tasks were cancelled.")
            notes = " ".join(str(note) for note in job.result.notes)
            gravity = Gravity.NEEDS if notes else Gravity.DONE
            self._post(gravity, f"{words.format(count=count)} {notes}".strip())
            self._fog.tasks.look()

    # --- inside -------------------------------------------------------------------------------------------------

    def _rows(self) -> tuple[ClientSnapshot, ...]:
        rows = tuple(self._chosen())
        if not rows:
            self._fail(describe(FaultCode.FOG_NO_COMPUTER_CHOSEN))
        return rows

    def _ready(self) -> tuple[FogAddress | None, tuple[MacAddress, ...]]:
        """Server and chosen computers; no server where something is missing, which is said."""
        rows, server = self._rows(), self._fog.server
        if not rows:
            return None, ()
        if server is None:
            self._want_page(describe(FaultCode.FOG_NOT_CHOSEN))
            return None, ()
        if not self._fog.tasks.is_signed_in:
            self._want_page(describe(FaultCode.FOG_TOKENS_NEEDED, address=server.address))
            return None, ()
        return server.address, tuple(row.mac for row in rows)

    def _want_page(self, fault: Fault) -> None:
        self._post(Gravity.NEEDS, str(fault))
        self.page_wanted.emit()

    def _begin(self, work: Callable[[], object], then: Callable[[Job], None]) -> None:
        self._progress = ProgressLine() if not self._work.is_running(_JOB) else self._progress
        if self._work.start(_JOB, work, partial(self._on_ended, then)):
            self.withdrawn.emit(_NOTICE)
            self._bridge.wake()

    def _on_ended(self, then: Callable[[Job], None], job: Job) -> None:
        self.withdrawn.emit(_NOTICE)
        if job.fault is not None:
            self._fail(job.fault)
        else:
            then(job)

    def _on_tick(self, _tick: Tick) -> None:
        if self._progress.text and self._work.is_running(_JOB):
            self._post(Gravity.WORKING, self._progress.text)

    def _fail(self, fault: Fault) -> None:
        self._post(Gravity.FAILED, str(fault))

    def _post(self, gravity: Gravity, sentence: str) -> None:
        self.noticed.emit(Notice(_NOTICE, gravity, sentence))
