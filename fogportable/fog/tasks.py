"""Tasks of a FOG server as its API tells them. Of what comes with them, such as the storage node, nothing is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from fogportable.fog.api import Entry

_LONGEST_TEXT = 80


class TaskState(Enum):
    """Numbers of FOG's table. UNKNOWN: none of them."""

    UNKNOWN = 0
    QUEUED = 1
    CHECKED_IN = 2
    IN_PROGRESS = 3
    COMPLETE = 4
    CANCELLED = 5


_STATE_WORDS = {
    TaskState.UNKNOWN: "in a state that is not known",
    TaskState.QUEUED: "waits for the computer",
    TaskState.CHECKED_IN: "the computer is there and waits",
    TaskState.IN_PROGRESS: "in progress",
    TaskState.COMPLETE: "done",
    TaskState.CANCELLED: "cancelled",
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


def read_task(entry: Entry) -> FogTask | None:
    """A task of either generation; None for an entry without a number, which is none."""
    number = _number(entry.get("id"))
    if number is None:
        return None
    host, image = _part(entry, "host"), _part(entry, "image")
    type_number = _number(entry.get("typeID", entry.get("taskTypeID"))) or 0
    state = _number(entry.get("stateID")) or 0
    return FogTask(
        number,
        host=_text(host.get("name")) or _text(entry.get("hostName")) or f"host {_text(entry.get('hostID'))}",
        kind=_text(_part(entry, "type").get("name")) or _TYPE_WORDS.get(type_number, f"task type {type_number}"),
        state=TaskState(state) if state in {each.value for each in TaskState} else TaskState.UNKNOWN,
        mac=_text(host.get("primac")),
        image=_text(image.get("name")) or _text(host.get("imagename")),
        percent=_percent(entry.get("percent")),
        rate=_text(entry.get("bpm")),
        elapsed=_text(entry.get("timeElapsed")),
        remaining=_text(entry.get("timeRemaining")),
    )


def task_words(task: FogTask) -> str:
    """One line: `lab-pc-01: Deploy of Win10-Base, in progress, 50 %, 1.20GB/min, 00:02:00 left`."""
    what = f"{task.kind} of {task.image}" if task.image else task.kind
    parts = [what, _STATE_WORDS[task.state]]
    if task.state is TaskState.IN_PROGRESS:
        parts += [f"{task.percent:.0f} %"] if task.percent is not None else []
        parts += [task.rate] if task.rate else []
        parts += [f"{task.remaining} left"] if task.remaining else []
    return f"{task.host}: {', '.join(parts)}"


def _part(entry: Entry, name: str) -> Mapping[str, object]:
    part = entry.get(name)
    return part if isinstance(part, dict) else {}


def _text(value: object) -> str:
    return str(value).strip()[:_LONGEST_TEXT] if isinstance(value, str | int) else ""


def _number(value: object) -> int | None:
    """FOG 1.5 sends numbers as strings."""
    text = _text(value)
    return int(text) if text.isascii() and text.isdigit() else None


def _percent(value: object) -> float | None:
    text = str(value).strip() if isinstance(value, str | int | float) else ""
    if not re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]+)?", text):
        return None
    return min(float(text), 100.0)
