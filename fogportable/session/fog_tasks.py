"""What FOG's API says of tasks, as it changes: who is being imaged, who is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from fogportable.fog.address import FogAddress
from fogportable.fog.api import Tokens
from fogportable.fog.tasks import FogTask, TaskState, task_words
from fogportable.foglink.api import FogApi
from fogportable.foglink.trust import usual_pins
from fogportable.foglink.web import Web
from fogportable.protocol.address import MacAddress

#: Tasks that are over are looked up one by one, as they are in no list: so many of them in one look.
_MOST_LOOKUPS = 20


@dataclass(frozen=True, slots=True)
class TaskReport:
    """One task of a computer. number: FOG's. words: the task and its state, for people."""

    number: int
    mac: MacAddress
    state: TaskState
    words: str


class TaskWatch(Protocol):
    """Looks at FOG's tasks, again and again."""

    def look(self) -> tuple[TaskReport, ...]:
        """All active tasks, and those that are over since the last look. Blocks within bounds. Raises FogError."""

    def close(self) -> None:
        """Break off a look that goes on, with a FogError. From any thread."""


class ApiTasks:
    """By the API, with tokens. For one thread. A task that was over before the first look is never told."""

    def __init__(self, api: FogApi) -> None:
        self._api = api
        self._active: dict[int, FogTask] = {}

    def close(self) -> None:
        """See `TaskWatch`."""
        self._api.close()

    def look(self) -> tuple[TaskReport, ...]:
        """See `TaskWatch`."""
        active = {task.number: task for task in self._api.active_tasks()}
        gone = [number for number in self._active if number not in active]
        ended = [task for number in gone[:_MOST_LOOKUPS] if (task := self._api.task(number)) is not None]
        # Those not looked up yet are looked up next time.
        self._active = active | {number: self._active[number] for number in gone[_MOST_LOOKUPS:]}
        return tuple(_reports((*active.values(), *ended)))


class AccountTasks:
    """By the API, as long as somebody is signed in; without an account there is nothing to tell. For one thread.

    tokens_of: asked at each look.
    """

    def __init__(self, address: FogAddress, tokens_of: Callable[[FogAddress], Tokens | None]) -> None:
        self._address = address
        self._tokens_of = tokens_of
        self._tokens: Tokens | None = None
        self._tasks: ApiTasks | None = None
        self._is_closed = False

    def close(self) -> None:
        """See `TaskWatch`."""
        self._is_closed = True
        tasks = self._tasks
        if tasks is not None:
            tasks.close()

    def look(self) -> tuple[TaskReport, ...]:
        """See `TaskWatch`."""
        tokens = self._tokens_of(self._address)
        if tokens != self._tokens:
            self._tokens = tokens
            self._tasks = None if tokens is None else ApiTasks(FogApi.of(Web(self._address, usual_pins()), tokens))
        if self._tasks is None or self._is_closed:
            return ()
        return self._tasks.look()


def _reports(tasks: Iterable[FogTask]) -> Iterable[TaskReport]:
    for task in tasks:
        try:
            mac = MacAddress.parse(task.mac)
        except ValueError:
            continue  # A task of no computer that could be seen here.
        yield TaskReport(task.number, mac, task.state, task_words(task))
