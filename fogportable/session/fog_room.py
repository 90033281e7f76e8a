"""A room that is served for a FOG server: who is done there, and what the server says of the others."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from fogportable.boot.fog_script import MARKER_NAME, is_fog_script
from fogportable.errors import FogError
from fogportable.events import (
    Event,
    FogProgress,
    FogReset,
    FogTasksSeen,
    FogTasksUnseen,
    SmallLinuxAsked,
    TransferFinished,
)
from fogportable.model import FogLight, FogPlan, RoomEnd
from fogportable.protocol.address import MacAddress
from fogportable.services.loop import SelectorThread
from fogportable.session.finished import FinishedComputers

if TYPE_CHECKING:
    from fogportable.session.fog_tasks import TaskReport, TaskWatch

#: FOG's imaging system reports every three seconds; nobody looks at a percent more often than at this (s).
_LOOK_S = 5.0
#: After a look that failed (s): a server in trouble is not asked more.
_AFTER_FAILURE_S = 30.0
_JOIN_S = 2.0
#: The service whose end does not end serving.
FOG_WATCH = "watch of FOG's tasks"
#: Of `fog.tasks.TaskState`, which is imported with a server only.
_AT_WORK = ("CHECKED_IN", "IN_PROGRESS")


class FogRoom:
    """Owned by the session. `finish`, `reset` and `finished` are for front ends, from any thread.

    finished: asked by the engines and scripts. emit: takes events from any thread. is_known: whether a computer has a
    row; of the others FOG's tasks are no news here. show: how far a task is that was told before. machine_of: the
    number of the computer that was heard with an address last, "" where it has none.
    """

    def __init__(
        self,
        emit: Callable[[Event], object],
        is_known: Callable[[MacAddress], bool],
        show: Callable[[MacAddress, str], object],
        machine_of: Callable[[MacAddress], str],
    ) -> None:
        self.finished = FinishedComputers()
        self._emit = emit
        self._is_known = is_known
        self._show = show
        self._machine_of = machine_of
        self._plan: FogPlan | None = None
        self._watch: FogWatch | None = None
        #: What "done" means: what FOG says, once it has told of a task of a computer that is here.
        self.end_of_work = RoomEnd.HANDED_OVER

    def begin(self, plan: FogPlan | None, tasks: TaskWatch | None, on_crash: Callable[[Exception], None]) -> None:
        """Serving starts. tasks: say how far computers are; without them, None, nobody is done by itself."""
        self._plan, self.end_of_work = plan, RoomEnd.HANDED_OVER
        if plan is not None and tasks is not None:
            self._watch = FogWatch(tasks, self._take, self._emit, on_crash)
            self._watch.start()

    def end(self) -> None:
        """Serving ends; who is done stays so."""
        watch, self._watch = self._watch, None
        if watch is not None:
            watch.stop()

    def finish(self, mac: MacAddress, uuid: str = "") -> None:
        """This computer is done, says a person: it goes to its own disk from now on."""
        if self.finished.add(mac, uuid):
            self._emit(FogProgress(client=mac, light=FogLight.DONE))

    def reset(self, mac: MacAddress, uuid: str = "") -> None:
        """It boots from the network again."""
        if self.finished.remove(mac, uuid):
            self._emit(FogReset(client=mac))

    def note(self, event: Event) -> None:
        """Take in an event of a service: scripts and the imaging system's first request say how far a computer is.

        From any thread.
        """
        if self._plan is None or event.client is None:
            return
        if isinstance(event, SmallLinuxAsked):
            self._emit(FogProgress(client=event.client, light=FogLight.KERNEL, words=event.vendor_class))
        if not isinstance(event, TransferFinished):
            return
        name = event.file.lower()
        if name == MARKER_NAME:
            self._emit(FogProgress(client=event.client, light=FogLight.SERVER))
        elif is_fog_script(name):
            self._emit(FogProgress(client=event.client, light=FogLight.SCRIPT))

    def _take(self, report: TaskReport, is_new: bool) -> None:
        """In the watch's thread. is_new: another task, or another state, than at the last look."""
        mac, words = report.mac, report.words
        if self._is_known(mac):
            self.end_of_work = RoomEnd.FOG_DONE
        if report.state.name == "COMPLETE":
            if self._plan is not None and self._plan.finishes_to_disk:
                self.finished.add(mac, self._machine_of(mac))
            light = FogLight.DONE
        elif report.state.name in _AT_WORK:
            light = FogLight.IMAGING
        else:
            # Somebody made a new task for it in FOG, which says that it shall boot from there.
            if report.state.name == "QUEUED" and self.finished.remove(mac, self._machine_of(mac)):
                self._emit(FogReset(client=mac, words=words))
            return
        if is_new and self._is_known(mac):
            self._emit(FogProgress(client=mac, light=light, words=words))
        elif light is FogLight.IMAGING:
            self._show(mac, words)  # Another percent is no event, but it is what a row shows.


class FogWatch(SelectorThread):
    """Owned by the thread: the watch of tasks and what was last told of each."""

    def __init__(
        self,
        tasks: TaskWatch,
        take: Callable[[TaskReport, bool], None],
        emit: Callable[[Event], object],
        on_crash: Callable[[Exception], None],
    ) -> None:
        super().__init__("fogp-fog", on_crash=on_crash)
        self._tasks = tasks
        self._take = take
        self._emit = emit
        self._due_s = time.monotonic()
        self._told: dict[int, TaskReport] = {}
        self._unseen_since: float | None = None
        self._is_ending = False

    def next_deadline(self) -> float | None:
        return self._due_s

    def on_deadline(self, now: float) -> None:
        try:
            reports = self._tasks.look()
        except FogError as problem:
            if self._unseen_since is None and not self._is_ending:
                self._emit(FogTasksUnseen(fault=problem.fault))
                self._unseen_since = now
            self._due_s = time.monotonic() + _AFTER_FAILURE_S
            return
        if self._unseen_since is not None:
            self._emit(FogTasksSeen(lasted_s=time.monotonic() - self._unseen_since))
            self._unseen_since = None
        for report in reports:
            told = self._told.get(report.number)
            self._take(report, told is None or told.state is not report.state)
        self._told = {report.number: report for report in reports}
        self._due_s = time.monotonic() + _LOOK_S

    def stop(self, timeout_s: float = _JOIN_S) -> bool:
        """End the thread, in the middle of a look too."""
        self._is_ending = True
        self._tasks.close()
        return super().stop(timeout_s)
