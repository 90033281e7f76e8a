"""Entries of the fake's database as the API sends them: 1.5.8 as recorded, 1.6 as described.

In 1.5 plain values are strings and everything is nested. In 1.6 numbers are numbers, and a list's rows have the numbers
of other entries instead of these entries; a single entry has them nested.
"""

from __future__ import annotations

import functools
import json
from typing import Any

from tests.fakes.fog.database import (
    DOMAIN_PASSWORD,
    NODE_PASSWORD,
    NODE_USER,
    FakeGroup,
    FakeHost,
    FakeImage,
    FakeNode,
    FakeTask,
)
from tests.fakes.fog.state import FogState
from tests.golden.fog_records import records

Values = dict[str, Any]


@functools.cache
def _recorded_list(name: str) -> tuple[str, ...]:
    said = json.loads(records()[name].body)
    entries = next(value for key, value in said.items() if key != "count")
    return tuple(json.dumps(entry) for entry in entries)


def recorded_entries(name: str) -> list[Values]:
    """The entries of a recorded list, as copies."""
    return [json.loads(entry) for entry in _recorded_list(name)]


def image_entry(image: FakeImage) -> Values:
    (values,) = recorded_entries("22-image-list")
    own = {
        "id": str(image.number),
        "name": image.name,
        "size": image.size,
        "isEnabled": str(int(image.is_enabled)),
        "protected": str(int(image.is_protected)),
        "storagegroupname": image.storage_group,
    }
    return values | own


def host_entry(state: FogState, host: FakeHost, *, is_single: bool = False) -> Values:
    (values,) = recorded_entries("31-host-list")
    image = state.database.images.get(host.image)
    values |= {
        "id": str(host.number),
        "name": host.name,
        "imageID": str(host.image),
        "imagename": "" if image is None else image.name,
        "image": {} if image is None else _inner_image(image),
        "primac": host.macs[0] if host.macs else "",
        "macs": host.macs,
        "ADPass": DOMAIN_PASSWORD if is_single else "",
    }
    return values


def _inner_image(image: FakeImage) -> Values:
    """Inside of another entry FOG 1.5 sends fewer of its fields."""
    outside = ("imagetypename", "imageparttypename", "osname", "storagegroupname")
    inner = {name: value for name, value in image_entry(image).items() if name not in outside}
    return inner | {"os": {}, "imagepartitiontype": {}, "imagetype": {}}


def group_entry(group: FakeGroup) -> Values:
    (values,) = recorded_entries("10group")
    return values | {"id": str(group.number), "name": group.name, "hostcount": len(group.hosts)}


def task_entry(state: FogState, task: FakeTask, place: str) -> Values:
    (values,) = recorded_entries("51-task-active")
    database = state.database
    host = database.hosts.get(task.host)
    kind = next((each for each in recorded_entries("11-tasktype") if each["id"] == str(task.type)), {})
    kind.pop("isSnapinTasking", None)
    node = database.nodes[task.node]
    values |= {
        "id": str(task.number),
        "name": f"{task.name} - {'' if host is None else host.name}".strip(),
        "hostID": str(task.host),
        "stateID": str(task.state),
        "typeID": str(task.type),
        "type": kind,
        "imageID": "0" if host is None else str(host.image),
        "storagenodeID": str(task.node),
        "storagenode": node_entry(state, node, place),
        **task.values,
    }
    if host is not None:
        image = database.images.get(host.image)
        values |= {"host": host_entry(state, host), "image": {} if image is None else _inner_image(image)}
    return values


def said_task_entry(state: FogState, number: int) -> Values:
    """A task of which a test says what differs from the recorded one."""
    (values,) = recorded_entries("51-task-active")
    return {**values, "id": str(number), **state.api_tasks[number]}


def node_entry(state: FogState, node: FakeNode, place: str) -> Values:
    """With the account of its FTP server, as 1.5 has it."""
    (task,) = recorded_entries("51-task-active")
    values: Values = task["storagenode"]
    own = {
        "id": str(node.number),
        "name": node.name,
        "isMaster": str(int(node.is_master)),
        "storagegroupID": str(node.group),
        "isEnabled": str(int(node.is_enabled)),
        "path": node.path,
        "ip": node.host or place,
        "maxClients": str(node.most_clients),
        "user": NODE_USER,
        "pass": NODE_PASSWORD,
        "webroot": f"/{state.web_root}/",
    }
    return values | own


def storage_group_entry(state: FogState, number: int, place: str) -> Values:
    nodes = [node for node in state.database.nodes.values() if node.group == number]
    master = next((node for node in nodes if node.is_master), None)
    return {
        "id": str(number),
        "name": state.database.storage_groups[number],
        "description": "",
        "totalsupportedclients": sum(node.most_clients for node in nodes if node.is_enabled),
        "masternode": {} if master is None else node_entry(state, master, place),
        "enablednodes": [str(node.number) for node in nodes if node.is_enabled],
        "allnodes": [str(node.number) for node in nodes],
    }


def session_entry(state: FogState, number: int) -> Values:
    values = recorded_entries("57-multicastsession")[0]
    tasks = state.database.sessions[number]
    return values | {"id": str(number), "name": "- lab", "port": str(63100 + 2 * number), "clients": str(len(tasks))}


# --- generations ------------------------------------------------------------------------------------------------


def as_1_6(values: Values, *, is_row: bool) -> Values:
    """Numbers as numbers; of a row only what is plain."""
    found: Values = {}
    for name, value in values.items():
        if is_row and isinstance(value, dict | list):
            continue
        is_number = (name == "id" or name.endswith("ID")) and isinstance(value, str) and value.isdigit()
        if isinstance(value, dict):
            value = as_1_6(value, is_row=False)
        found[name] = int(value) if is_number else value
    return found
