"""What the fake's API changes: hosts, groups and tasks made, edited, cancelled and removed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

from tests.fakes.fog.database import CAPTURE, DEPLOY, MULTICAST, WAKE, FakeImage
from tests.fakes.fog.entries import as_1_6, group_entry, host_entry, image_entry, recorded_entries
from tests.fakes.fog.state import FogState, Request, Said

#: What needs an image.
_IMAGING = (DEPLOY, CAPTURE, MULTICAST)
#: As recorded: nothing about the task itself.
_MADE = Said(kind="application/json", body=b'""\n')
_NOTHING = Said(kind="application/json", body=b"null\n")
_MISSING = Said(404, "application/json")


def change_answer(state: FogState, page: str, request: Request) -> Said:
    """POST, PUT and DELETE."""
    state.changes.append((request.method, page, request.body.decode()))
    try:
        values = json.loads(request.body or b"{}")
    except ValueError:
        values = {}
    if not isinstance(values, dict):
        values = {}
    for method, pattern, change in _CHANGES:
        found = re.fullmatch(pattern, page)
        if method == request.method and found is not None:
            return change(state, int(found[1]) if found.groups() else 0, values)
    return Said(501, "application/json")


def _refused(status: int, words: str) -> Said:
    return Said(status, "application/json", json.dumps({"error": words}).encode())


def _object(state: FogState, values: Mapping[str, object]) -> Said:
    said = as_1_6(dict(values), is_row=False) if state.is_1_6 else values
    return Said(kind="application/json", body=json.dumps(said).encode())


def _number(value: object) -> int:
    return int(str(value)) if str(value).isdigit() else 0


def _numbers(value: object) -> list[int]:
    return [_number(each) for each in value] if isinstance(value, list) else []


# --- hosts and groups -------------------------------------------------------------------------------------------


def _create_host(state: FogState, _: int, values: Mapping[str, object]) -> Said:
    name, macs = str(values.get("name") or ""), values.get("macs")
    if not name:
        return _refused(417, "Required database field is empty")
    if any(host.name == name for host in state.database.hosts.values()):
        return _refused(500, "Already created")
    written = [str(mac) for mac in macs] if isinstance(macs, list) else []
    host = state.database.make_host(name, written, _number(values.get("imageID")))
    return _object(state, host_entry(state, host, is_single=True))


def _edit_host(state: FogState, number: int, values: Mapping[str, object]) -> Said:
    host = state.database.hosts.get(number)
    if host is None:
        return _MISSING
    host.image = _number(values.get("imageID", host.image))
    return _object(state, host_entry(state, host, is_single=True))


def _create_image(state: FogState, _: int, values: Mapping[str, object]) -> Said:
    name = str(values.get("name") or "")
    if not (name and values.get("path") and values.get("osID") and values.get("imageTypeID")):
        return _refused(417, "Required database field is empty")
    images = state.database.images
    if any(image.name == name for image in images.values()):
        return _refused(500, "Already created")
    number = max(images, default=0) + 1
    images[number] = FakeImage(number, name, size="")
    return _object(state, image_entry(images[number]))


def _create_group(state: FogState, _: int, values: Mapping[str, object]) -> Said:
    name = str(values.get("name") or "")
    if not name:
        return _refused(417, "Required database field is empty")
    if any(group.name == name for group in state.database.groups.values()):
        return _refused(500, "Already created")
    image = _number(values.get("imageID")) if "imageID" in values else None
    group = state.database.make_group(name, _numbers(values.get("hosts")), image)
    return _object(state, group_entry(group))


def _delete_group(state: FogState, number: int, _: Mapping[str, object]) -> Said:
    group = state.database.groups.pop(number, None)
    if group is None:
        return _MISSING
    state.database.deleted_groups.append(group.name)
    return _MADE


# --- tasks ------------------------------------------------------------------------------------------------------


def _host_task(state: FogState, number: int, values: Mapping[str, object]) -> Said:
    if number not in state.database.hosts:
        return _MISSING
    return _task(state, [number], values)


def _group_task(state: FogState, number: int, values: Mapping[str, object]) -> Said:
    group = state.database.groups.get(number)
    if group is None:
        return _MISSING
    return _task(state, group.hosts, values)


def _task(state: FogState, hosts: list[int], values: Mapping[str, object]) -> Said:
    database = state.database
    kind = _number(values.get("taskTypeID"))
    if str(kind) not in {entry["id"] for entry in recorded_entries("11-tasktype")}:
        return _MISSING if state.is_1_6 else _refused(501, "Invalid tasking type passed")
    if kind == WAKE:
        database.woken += hosts
        return _NOTHING
    if any(database.active_task(host) is not None for host in hosts):
        return _refused(500, "Host is already a member of an active task")
    if kind in _IMAGING and any(database.hosts[host].image not in database.images for host in hosts):
        return _refused(500, "Image is not valid")
    made = [database.make_task(host, kind, str(values.get("taskName") or ""), dict(values)) for host in hosts]
    if kind == MULTICAST:
        database.sessions[max(database.sessions, default=0) + 1] = [task.number for task in made]
    return _MADE if kind in _IMAGING else _NOTHING


def _cancel_host(state: FogState, number: int, values: Mapping[str, object]) -> Said:
    if number not in state.database.hosts:
        return _MISSING if "hostID" not in values else _NOTHING
    task = state.database.active_task(number)
    if task is not None and not state.keeps_cancelled:
        state.database.cancel(task.number)
    return _NOTHING


def _cancel_task(state: FogState, number: int, _: Mapping[str, object]) -> Said:
    if number in state.database.tasks and not state.keeps_cancelled:
        state.database.cancel(number)
    return _NOTHING


def _cancel_found(state: FogState, _: int, values: Mapping[str, object]) -> Said:
    """Without a number, by what its body says."""
    return _cancel_host(state, _number(values.get("hostID")), values) if "hostID" in values else _NOTHING


def _cancel_group(state: FogState, number: int, _: Mapping[str, object]) -> Said:
    group = state.database.groups.get(number)
    if group is None:
        return _MISSING
    for host in group.hosts:
        _cancel_host(state, host, {})
    return _NOTHING


_CHANGES: tuple[tuple[str, str, Callable[[FogState, int, Mapping[str, object]], Said]], ...] = (
    ("POST", "host/(?:create|new)", _create_host),
    ("PUT", "host/([0-9]+)/(?:edit|update)", _edit_host),
    ("POST", "image/(?:create|new)", _create_image),
    ("POST", "group/(?:create|new)", _create_group),
    ("DELETE", "group/([0-9]+)/(?:delete|remove)", _delete_group),
    ("POST", "host/([0-9]+)/task", _host_task),
    ("POST", "group/([0-9]+)/task", _group_task),
    ("DELETE", "host/([0-9]+)/cancel", _cancel_host),
    ("DELETE", "group/([0-9]+)/cancel", _cancel_group),
    ("DELETE", "task/([0-9]+)/cancel", _cancel_task),
    ("DELETE", "task/cancel", _cancel_found),
)
