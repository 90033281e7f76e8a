"""Storage groups and nodes of a FOG server: who keeps images, and who serves them. Accounts are not read."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from fogportable.errors import Fault
from fogportable.fog.answer import Answer, refuse
from fogportable.fog.entry import Entry, flag_of, link_of, number_of, part_of, text_of
from fogportable.fog.tasks import FogTask, TaskState

#: Below the pages of a node, without a password.
FREE_SPACE_PAGE = "status/freespace.php"

_BYTES = re.compile(r"[0-9]{1,18}(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class StorageGroup:
    """Nodes that share images. nodes: numbers of them, where the server tells."""

    number: int
    name: str
    description: str = ""
    nodes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class StorageNode:
    """A machine that keeps images.

    host: where computers reach it. path: of its images. most_clients: served one by one at a time; 0 for none.
    is_master: captures go there, multicasts come from there. web_root: of its own pages.
    """

    number: int
    name: str
    group: int | None
    host: str = ""
    path: str = ""
    web_root: str = "fog"
    most_clients: int = 0
    is_enabled: bool = True
    is_master: bool = False


@dataclass(frozen=True, slots=True)
class DiskRoom:
    """Of the disk with a node's images. Either is None where the node does not tell."""

    free_bytes: int | None = None
    used_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class NodeLoad:
    """A node at work.

    running: tasks that it serves now. waiting: tasks that FOG has given to it and that have not begun.
    room: None where it was not asked; trouble: why it did not answer.
    """

    node: StorageNode
    running: int = 0
    waiting: int = 0
    room: DiskRoom | None = None
    trouble: Fault | None = None


@dataclass(frozen=True, slots=True)
class GroupLoad:
    """A storage group and its nodes. images: names of those that it serves."""

    group: StorageGroup
    nodes: tuple[NodeLoad, ...]
    images: tuple[str, ...] = ()

    @property
    def most_clients(self) -> int:
        """Computers that its enabled nodes serve at a time."""
        return sum(each.node.most_clients for each in self.nodes if each.node.is_enabled)

    @property
    def running(self) -> int:
        return sum(each.running for each in self.nodes)


def read_storage_group(entry: Entry) -> StorageGroup | None:
    """A storage group of either generation; None for an entry without a number."""
    number = number_of(entry, "id")
    if number is None:
        return None
    listed = entry.get("allnodes")
    nodes = tuple(int(str(each)) for each in listed if str(each).isdecimal()) if isinstance(listed, list) else ()
    return StorageGroup(number, text_of(entry, "name") or f"group {number}", text_of(entry, "description"), nodes)


def read_storage_node(entry: Entry) -> StorageNode | None:
    """A storage node of either generation; None for an entry without a number."""
    number = number_of(entry, "id")
    if number is None:
        return None
    return StorageNode(
        number,
        text_of(entry, "name") or f"node {number}",
        link_of(entry, "storagegroupID", "storageGroupID") or link_of(part_of(entry, "storagegroup"), "id"),
        host=text_of(entry, "ip"),
        path=text_of(entry, "path", longest=400),
        web_root=text_of(entry, "webroot").strip("/") if "webroot" in entry else "fog",
        most_clients=number_of(entry, "maxClients") or 0,
        is_enabled=flag_of(entry, "isEnabled", otherwise=True),
        is_master=flag_of(entry, "isMaster"),
    )


def free_space_query(path: str) -> str:
    """What the page of free space is asked with: FOG wants the path in base64."""
    return urlencode({"path": base64.b64encode(path.encode()).decode()})


def read_free_space(answer: Answer) -> DiskRoom:
    """Octets that are free and used: numbers, or strings of them. Raises FogError."""
    try:
        said = answer.json() if answer.status == 200 else None
    except ValueError:
        said = None
    if not isinstance(said, dict) or not {"free", "used"} <= said.keys():
        refuse(answer, "free space")
    return DiskRoom(_octets(said["free"]), _octets(said["used"]))


def _octets(value: object) -> int | None:
    text = str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    return int(float(text)) if _BYTES.fullmatch(text) else None


def group_loads(
    groups: Iterable[StorageGroup],
    nodes: Sequence[NodeLoad],
    tasks: Iterable[FogTask],
    images: Iterable[tuple[str, str]],
) -> tuple[GroupLoad, ...]:
    """Groups with their nodes, and what each has to do. images: names, each with its storage group's name."""
    loaded = loads_of(nodes, tasks)
    served = list(images)
    return tuple(
        GroupLoad(
            group,
            tuple(each for each in loaded if each.node.group == group.number or each.node.number in group.nodes),
            tuple(name for name, group_name in served if group_name == group.name),
        )
        for group in groups
    )


def loads_of(nodes: Sequence[NodeLoad], tasks: Iterable[FogTask]) -> tuple[NodeLoad, ...]:
    """The same nodes with the tasks that FOG has given to each."""
    states = [(task.node_number, task.state) for task in tasks]
    return tuple(
        NodeLoad(
            each.node,
            states.count((each.node.number, TaskState.IN_PROGRESS)),
            states.count((each.node.number, TaskState.QUEUED)) + states.count((each.node.number, TaskState.CHECKED_IN)),
            each.room,
            each.trouble,
        )
        for each in nodes
    )
