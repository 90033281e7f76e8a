"""Following the tasks of a FOG server from look to look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fogportable.fog.tasks import FogTask, TaskState
from fogportable.foglink.api import FogApi


@dataclass(frozen=True, slots=True)
class TaskChange:
    """A task that is new or changed. is_over: it is not among the active ones any more."""

    task: FogTask
    is_over: bool = False


class TaskWatch:
    """What changed since the last look. A task that is not active any more is asked for once again: how it ended.

    numbers: of the tasks that are followed; None for all.
    """

    def __init__(self, api: FogApi, numbers: Iterable[int] | None = None) -> None:
        self._api = api
        self._numbers = None if numbers is None else frozenset(numbers)
        self._seen: dict[int, FogTask] = {}
        #: Tasks that ended, and not by being done.
        self.failed = 0

    @property
    def active(self) -> int:
        """How many of them were active at the last look."""
        return len(self._seen)

    def look(self) -> list[TaskChange]:
        """Ask the server. Raises FogError; then nothing is lost: the next look tells it."""
        return self.changes_to(self._api.active_tasks())

    def changes_to(self, tasks: Iterable[FogTask]) -> list[TaskChange]:
        """What is new among these active tasks. Raises FogError, as of `look`."""
        followed = [task for task in tasks if self._numbers is None or task.number in self._numbers]
        now = {task.number: task for task in followed}
        ended = [
            TaskChange(self._api.task(number) or last, is_over=True)
            for number, last in self._seen.items()
            if number not in now
        ]
        changed = [TaskChange(task) for task in followed if self._seen.get(task.number) != task]
        self._seen = now
        self.failed += sum(each.task.state is not TaskState.COMPLETE for each in ended)
        return ended + changed
