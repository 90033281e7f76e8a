"""Looking after a FOG server in the window: whether it has moved, and who keeps its images."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from fogportable.fog.address import FogAddress
from fogportable.fog.rehome import Rehoming
from fogportable.ui.bridge import Bridge, Tick
from fogportable.ui.fog_kit import FogKit
from fogportable.ui.fog_tasks_desk import FogTasksDesk
from fogportable.ui.server_jobs import ServerJobs
from fogportable.ui.views.fog_page import FogPage
from fogportable.ui.work import Job, ProgressLine, Work

_REHOME = "fog-rehome"
_SCRIPTS = "fog-scripts"
_STORAGE = "fog-storage"


class FogCareDesk(QObject):
    """ask_folder: replaced in tests; "" when nobody chose one."""

    def __init__(
        self, kit: FogKit, work: Work, bridge: Bridge, page: FogPage, tasks: FogTasksDesk, window: QWidget
    ) -> None:
        super().__init__(window)
        self._kit = kit
        self._work = work
        self._page = page
        self._tasks = tasks
        self._window = window
        self._jobs = ServerJobs(work, bridge)
        self._lines: dict[str, ProgressLine] = {}
        self.ask_folder: Callable[[QWidget | None, str], str] = _ask_folder
        page.rehome.compare_asked.connect(self._on_compare)
        page.rehome.scripts_asked.connect(self._on_scripts)
        page.storage.look_asked.connect(self._on_storage)
        tasks.account_changed.connect(self._show_account)
        bridge.ticked.connect(self._on_tick)

    def watch(self, address: FogAddress | None) -> None:
        """This server from now on; None for none."""
        self._jobs.address = address
        self._page.rehome.show_nothing(can_compare=address is not None)
        self._show_account()

    def _show_account(self) -> None:
        self._page.storage.show_nothing(can_look=self._tasks.is_signed_in)

    # --- has it moved? ------------------------------------------------------------------------------------------

    def _on_compare(self) -> None:
        if self._jobs.address is not None:
            line = self._line(_REHOME)
            self._page.rehome.show_progress(self.tr("Comparing…"))
            self._jobs.begin(_REHOME, partial(self._kit.rehome, self._jobs.address, line.tell), self._on_compared)

    def _on_compared(self, job: Job) -> None:
        if job.fault is not None:
            self._page.rehome.show_failure(job.fault)
        elif isinstance(job.result, Rehoming):
            self._page.rehome.show_rehoming(job.result)

    def _on_scripts(self) -> None:
        if self._jobs.address is None:
            return
        folder = self.ask_folder(self._window, self.tr("Folder for default.ipxe and autoexec.ipxe"))
        if folder:
            work = partial(self._kit.write_scripts, self._jobs.address, Path(folder))
            self._jobs.begin(_SCRIPTS, work, self._on_written)

    def _on_written(self, job: Job) -> None:
        if job.fault is not None:
            self._page.rehome.show_failure(job.fault)
        elif isinstance(job.result, tuple):
            self._page.rehome.show_scripts(job.result)

    # --- storage ------------------------------------------------------------------------------------------------

    def _on_storage(self) -> None:
        if self._jobs.address is not None:
            line = self._line(_STORAGE)
            self._page.storage.show_progress(self.tr("Asking for the storage nodes…"))
            self._jobs.begin(_STORAGE, partial(self._kit.storage, self._jobs.address, line.tell), self._on_stored)

    def _on_stored(self, job: Job) -> None:
        if job.fault is not None:
            self._page.storage.show_failure(job.fault)
        elif isinstance(job.result, tuple):
            self._page.storage.show_storage(job.result)

    # --- inside -------------------------------------------------------------------------------------------------

    def _line(self, name: str) -> ProgressLine:
        self._lines[name] = ProgressLine()
        return self._lines[name]

    def _on_tick(self, _tick: Tick) -> None:
        for name, show in ((_REHOME, self._page.rehome.show_progress), (_STORAGE, self._page.storage.show_progress)):
            if self._work.is_running(name) and self._lines[name].text:
                show(self._lines[name].text)


def _ask_folder(parent: QWidget | None, title: str) -> str:
    return QFileDialog.getExistingDirectory(parent, title)
