"""Making tasks on a FOG server, and finding them: FOG does not say which number a new task has."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

from fogportable.errors import Fault, FaultCode, FogError, describe
from fogportable.fog.hosts import FogHost
from fogportable.fog.images import FogImage
from fogportable.fog.plans import Done, Registered, TaskPlan
from fogportable.fog.tasks import FogTask, TaskType
from fogportable.foglink.api import FogApi
from fogportable.protocol.address import MacAddress

#: A new task is looked for so long (s), and so often.
_FIND_S = 10.0
_LOOK_S = 0.5
_FIND_UNHEARD_S = 2.0

#: After these nothing more can be asked of the server; and the last question may have been heard all the same.
_UNHEARD = frozenset({FaultCode.FOG_SLOW, FaultCode.FOG_CUT_OFF})
_GONE = frozenset({*_UNHEARD, FaultCode.FOG_UNREACHABLE, FaultCode.FOG_NAME_UNKNOWN, FaultCode.FOG_STOPPED})


def carry_out(
    api: FogApi,
    plan: TaskPlan,
    *,
    group_name: str = "",
    on_progress: Callable[[str], None] = lambda _: None,
    find_s: float = _FIND_S,
) -> Done:
    """Make the tasks of a plan, one after the other, then find them. What one host is refused does not stop the others.

    group_name: of the group that a multicast is made with, new to the server; it is removed once the tasks are there.
    find_s: how long to look for new tasks. Raises FogError where nothing was made.
    """
    before = {task.number for task in api.active_tasks()}
    if plan.type is TaskType.MULTICAST and len(plan.machines) > 1:
        return _multicast(api, plan, group_name, before, on_progress, find_s)
    asked: list[FogHost] = []
    refused: list[tuple[FogHost, Fault]] = []
    for number, host in enumerate(plan.machines, start=1):
        on_progress(f"{host.name}: {number} of {len(plan.machines)}")
        try:
            _ask_for_one(api, plan, host)
            asked.append(host)
        except FogError as problem:
            refused.append((host, problem.fault))
            if problem.code in _GONE:
                break
    untried = plan.machines[len(asked) + len(refused) :]
    if plan.type is TaskType.WAKE:
        return _unless_nothing(Done(woken=tuple(asked), refused=tuple(refused), untried=untried))
    # One whose answer never came may be there.
    unheard = [host for host, fault in refused if fault.code in _UNHEARD]
    tasks, trouble = _find(api, plan.type, asked, before, find_s, unheard)
    made = {task.host_number for task in tasks}
    unseen = [describe(FaultCode.FOG_TASK_NOT_SEEN, address=api.web.server, host=host.name) for host in asked]
    notes = [note for host, note in zip(asked, unseen, strict=True) if host.number not in made]
    refused = [(host, fault) for host, fault in refused if host.number not in made]
    return _unless_nothing(Done(tasks, (), tuple(refused), untried, (*trouble, *notes)), is_asked=bool(asked))


def _ask_for_one(api: FogApi, plan: TaskPlan, host: FogHost) -> None:
    if plan.image is not None and host in plan.reassigned:
        api.assign_image(host, plan.image)
    api.create_task(host, plan.type, plan.options)


def _unless_nothing(done: Done, *, is_asked: bool = False) -> Done:
    """Raises the first reason where nothing at all came of it."""
    if done.refused and not (done.tasks or done.woken or is_asked):
        raise FogError.of(done.refused[0][1])
    return done


def _multicast(
    api: FogApi,
    plan: TaskPlan,
    group_name: str,
    before: set[int],
    on_progress: Callable[[str], None],
    find_s: float,
) -> Done:
    """FOG makes one session for the hosts of a group, so a group is made for it."""
    if plan.image is None:
        raise ValueError("a multicast has an image")
    on_progress(f"group {group_name} of {len(plan.machines)} computers")
    group = api.create_group(group_name, plan.machines, plan.image)
    notes: list[Fault] = []
    try:
        api.create_group_task(group, plan.type, plan.options)
    except FogError as problem:
        if problem.code not in _UNHEARD:
            _remove_group(api, group_name, lambda: api.delete_group(group))
            raise
        notes.append(problem.fault)
    tasks, trouble = _find(api, plan.type, plan.machines, before, find_s)
    notes += trouble
    notes += _remove_group(api, group_name, lambda: api.delete_group(group))
    made = {task.host_number for task in tasks}
    missing = [host for host in plan.machines if host.number not in made]
    notes += [describe(FaultCode.FOG_TASK_NOT_SEEN, address=api.web.server, host=host.name) for host in missing]
    return Done(tasks, notes=tuple(notes))


def _remove_group(api: FogApi, name: str, remove: Callable[[], None]) -> list[Fault]:
    try:
        remove()
    except FogError as problem:
        return [describe(FaultCode.FOG_GROUP_STAYS, group=name, detail=problem.fault.message)]
    return []


def _find(
    api: FogApi,
    kind: TaskType,
    hosts: Sequence[FogHost],
    before: set[int],
    find_s: float,
    unheard: Sequence[FogHost] = (),
) -> tuple[tuple[FogTask, ...], list[Fault]]:
    """New tasks of these hosts, as soon as each has one; those that are there when the time is over.

    unheard: hosts that may have one or not; for these a short time is enough.
    """
    needed = {host.number for host in hosts}
    wanted = needed | {host.number for host in unheard}
    if not wanted:
        return (), []
    pause, start_s = threading.Event(), time.monotonic()
    found: dict[int, FogTask] = {}
    while True:
        try:
            for task in api.active_tasks():
                if task.number not in before and task.type_number == kind and task.host_number in wanted:
                    found[task.host_number] = task
        except FogError as problem:
            return tuple(found.values()), [problem.fault]
        is_rest_there = wanted <= found.keys() or time.monotonic() >= start_s + min(find_s, _FIND_UNHEARD_S)
        if (needed <= found.keys() and is_rest_there) or time.monotonic() >= start_s + find_s:
            return tuple(sorted(found.values(), key=lambda task: task.number)), []
        pause.wait(_LOOK_S)


# --- hosts ------------------------------------------------------------------------------------------------------


def register(
    api: FogApi,
    names: Sequence[str],
    machines: Sequence[Sequence[MacAddress]],
    image: FogImage | None = None,
) -> Registered:
    """Make a host for each machine. machines: addresses of each, the primary one first.

    Raises FogError where nothing was made, also where FOG has a host with one of the addresses already.
    """
    _refuse_known(api, [mac for macs in machines for mac in macs])
    number = None if image is None else image.number
    made: list[FogHost] = []
    refused: list[tuple[str, Fault]] = []
    for name, macs in zip(names, machines, strict=True):
        try:
            made.append(api.register(name, macs, number))
        except FogError as problem:
            refused.append((name, problem.fault))
            if problem.code in _GONE:
                break
    if not made and refused:
        raise FogError.of(refused[0][1])
    return Registered(tuple(made), tuple(refused), tuple(names[len(made) + len(refused) :]))


def _refuse_known(api: FogApi, macs: Sequence[MacAddress]) -> None:
    """FOG would give an address to the new host without a word. Raises FogError."""
    for host in api.hosts():
        known = ", ".join(str(mac) for mac in macs if mac in host.macs)
        if known:
            raise FogError(FaultCode.FOG_HOST_KNOWN, address=api.web.server, macs=known, name=host.name)


def cancel(api: FogApi, hosts: Sequence[FogHost], *, find_s: float = _FIND_S) -> Done:
    """Cancel what hosts have, and see that it is gone. tasks of the result: as they were before. Raises FogError."""
    numbers = {host.number for host in hosts}
    before = [task for task in api.active_tasks() if task.host_number in numbers]
    by_number = {host.number: host for host in hosts}
    for number in dict.fromkeys(task.host_number for task in before):
        api.cancel(by_number[number or 0])
    left = _left(api, {task.number for task in before}, find_s)
    notes = [describe(FaultCode.FOG_TASK_STAYS, address=api.web.server, host=task.host) for task in left]
    still = {task.number for task in left}
    return Done(tuple(task for task in before if task.number not in still), notes=tuple(notes))


def _left(api: FogApi, numbers: set[int], find_s: float) -> list[FogTask]:
    pause, end_s = threading.Event(), time.monotonic() + find_s
    while True:
        left = [task for task in api.active_tasks() if task.number in numbers]
        if not left or time.monotonic() >= end_s:
            return left
        pause.wait(_LOOK_S)
