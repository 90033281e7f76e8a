"""Tasks of a FOG server as its API tells them. Of what comes with them, such as the storage node, nothing is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, IntEnum

from fogportable.fog.entry import Entry, link_of, macs_of, number_of, part_of, text_of
from fogportable.fog.hosts import FogHost
from fogportable.language import say, to_say


class TaskType(IntEnum):
    """Numbers of FOG's types of tasks that this program makes. There is no 9."""

    DEPLOY = 1
    CAPTURE = 2
    MULTICAST = 8
    WAKE = 14


class TaskState(Enum):
    """Numbers of FOG's table. UNKNOWN: none of them."""

    UNKNOWN = 0
    QUEUED = 1
    CHECKED_IN = 2
    IN_PROGRESS = 3
    COMPLETE = 4
    CANCELLED = 5


_STATE_WORDS = {
    TaskState.UNKNOWN: to_say("in a state that is not known"),
    TaskState.QUEUED: to_say("waits for the computer"),
    TaskState.CHECKED_IN: to_say("the computer is there and waits"),
    TaskState.IN_PROGRESS: to_say("in progress"),
    TaskState.COMPLETE: to_say("done"),
    TaskState.CANCELLED: to_say("cancelled"),
}

#: FOG's table of types, in words, where an answer does not bring them.
_TYPE_WORDS: dict[int, str] = {
    1: "Deploy",
    2: "Capture",
    3: "Debug",
    4: "Memtest86+",
    5: "Test Disk",
    6: "Disk Surface Test",
    7: "Recover",
    8: "Multi-Cast",
    10: "Hardware Inventory",
    11: "Password Reset",
    12: "All Snapins",
    13: "Single Snapin",
    14: "Wake-Up",
    15: "Deploy - Debug",
    16: "Capture - Debug",
    17: "Deploy - No Snapins",
    18: "Fast Wipe",
    19: "Normal Wipe",
    20: "Full Wipe",
    21: "Virus Scan",
    22: "Virus Scan - Quarantine",
}


@dataclass(frozen=True, slots=True)
class FogTask:
    """One task. number: FOG's. kind: FOG's words for it. mac, image: "" where none is told.

    percent: None before it began. rate, elapsed, remaining: as the imaging system writes them, may be "".
    type_number: FOG's, 0 for an unknown one. host_number, node_number: None where none is told. node: the name of the
    storage node that FOG has chosen, "" where it names none.
    """

    number: int
    host: str
    kind: str
    state: TaskState
    mac: str = ""
    image: str = ""
    percent: float | None = None
    rate: str = ""
    elapsed: str = ""
    remaining: str = ""
    type_number: int = 0
    host_number: int | None = None
    node_number: int | None = None
    node: str = ""

    @property
    def is_over(self) -> bool:
        """Done or cancelled."""
        return self.state in (TaskState.COMPLETE, TaskState.CANCELLED)


def read_task(entry: Entry) -> FogTask | None:
    """A task of either generation; None for an entry without a number, which is none."""
    number = number_of(entry, "id")
    if number is None:
        return None
    host, image = part_of(entry, "host"), part_of(entry, "image")
    type_number = number_of(entry, "typeID", "taskTypeID") or 0
    state = number_of(entry, "stateID") or 0
    macs = macs_of(host)
    return FogTask(
        number,
        host=text_of(host, "name") or text_of(entry, "hostName", "hostname") or f"host {text_of(entry, 'hostID')}",
        kind=text_of(part_of(entry, "type"), "name") or _TYPE_WORDS.get(type_number, f"task type {type_number}"),
        state=TaskState(state) if state in {each.value for each in TaskState} else TaskState.UNKNOWN,
        mac=str(macs[0]) if macs else "",
        image=text_of(image, "name") or text_of(host, "imagename"),
        percent=_percent(entry.get("percent")),
        rate=text_of(entry, "bpm"),
        elapsed=text_of(entry, "timeElapsed"),
        remaining=text_of(entry, "timeRemaining"),
        type_number=type_number,
        host_number=link_of(entry, "hostID") or link_of(host, "id"),
        node_number=link_of(entry, "storagenodeID"),
        node=text_of(part_of(entry, "storagenode"), "name"),
    )


def is_named(entry: Entry) -> bool:
    """Whether a task's entry brings its host. Lists of 1.6 have numbers only, unless they are asked for more."""
    return bool(part_of(entry, "host")) or bool(text_of(entry, "hostName", "hostname"))


def with_host(task: FogTask, hosts: Mapping[int, FogHost]) -> FogTask:
    """The task with name, address and image of its host, where its own entry had only a number."""
    host = hosts.get(task.host_number or 0)
    if host is None:
        return task
    mac = str(host.macs[0]) if host.macs else ""
    return replace(task, host=host.name, mac=task.mac or mac, image=task.image or host.image)


@dataclass(frozen=True, slots=True)
class FogTaskType:
    """A kind of task that a server knows. access: `host`, `group` or `both`."""

    number: int
    name: str
    description: str = ""
    access: str = ""


def read_task_type(entry: Entry) -> FogTaskType | None:
    """A kind of task of either generation; None for an entry without a number."""
    number = number_of(entry, "id")
    if number is None:
        return None
    description = text_of(entry, "description", longest=1000)
    return FogTaskType(number, text_of(entry, "name") or f"task type {number}", description, text_of(entry, "access"))


def state_words(state: TaskState) -> str:
    """As in a sentence: `in progress`."""
    return say(_STATE_WORDS[state])


def task_words(task: FogTask) -> str:
    """One line: `lab-pc-01: Deploy of Win10-Base, in progress, 50 %, 1.20GB/min, 00:02:00 left`."""
    what = say("{kind} of {image}", kind=task.kind, image=task.image) if task.image else task.kind
    parts = [what, say(_STATE_WORDS[task.state])]
    if task.state is TaskState.IN_PROGRESS:
        parts += [f"{task.percent:.0f} %"] if task.percent is not None else []
        parts += [task.rate] if task.rate else []
        parts += [say("{time} left", time=task.remaining)] if task.remaining else []
    return f"{task.host}: {', '.join(parts)}"


def _percent(value: object) -> float | None:
    text = str(value).strip() if isinstance(value, str | int | float) else ""
    if not re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]+)?", text):
        return None
    return min(float(text), 100.0)
