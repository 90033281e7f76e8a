"""`fogportable fog hosts`, `images`, `groups` and `storage`: what a FOG server knows, as tables."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from fogportable.cli.fog_flags import Actions, add_common, add_token_file
from fogportable.cli.fog_login import WHICH_TOKENS, api_of
from fogportable.cli.fog_show import end_with, show_progress
from fogportable.cli.output import fault_values, plain
from fogportable.errors import ExitCode, FogPortableError
from fogportable.figures import size_words
from fogportable.fog.hosts import FogGroup, FogHost
from fogportable.fog.images import FogImage
from fogportable.fog.storage import GroupLoad, NodeLoad
from fogportable.foglink.api import FogApi
from fogportable.foglink.storage import storage_of


def add_action(actions: Actions) -> None:
    """The parsers of the lists."""
    for each in _LISTS:
        action = actions.add_parser(each.name, help=each.help, description=f"{each.description} {WHICH_TOKENS}")
        add_common(action)
        add_token_file(action)
        action.set_defaults(run=_run, what=each)


def _run(args: argparse.Namespace) -> int:
    what: _List = args.what
    try:
        found = what.read(api_of(args))
    except FogPortableError as problem:
        return end_with(problem, as_json=args.json)
    if args.json:
        print(json.dumps({what.name: [what.values(each) for each in found]}))
        return ExitCode.DONE
    lines = what.lines(found) if found else [f"There are no {what.name}."]
    for line in lines:
        print(plain(line))
    return ExitCode.DONE


def columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Rows with their cells below each other."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))] if rows else []
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


# --- hosts, images, groups --------------------------------------------------------------------------------------


def host_values(host: FogHost) -> dict[str, object]:
    """A host as JSON has it."""
    return {
        "number": host.number,
        "name": host.name,
        "macs": [str(mac) for mac in host.macs],
        "image": host.image or None,
        "image_number": host.image_number,
        "last_deployed": host.last_deployed or None,
        "is_pending": host.is_pending,
    }


def host_lines(hosts: Sequence[FogHost]) -> list[str]:
    """A line for each host."""
    return columns(
        [
            (
                host.name,
                " ".join(str(mac) for mac in host.macs),
                host.image or "no image",
                "waits for approval" if host.is_pending else _deployed(host.last_deployed),
            )
            for host in hosts
        ]
    )


def _deployed(time: str) -> str:
    return f"deployed {time}" if time else "never deployed"


def image_values(image: FogImage) -> dict[str, object]:
    """An image as JSON has it."""
    return {
        "number": image.number,
        "name": image.name,
        "path": image.path or None,
        "system": image.system or None,
        "kind": image.kind or None,
        "size_bytes": image.size_bytes,
        "storage_group": image.storage_group or None,
        "last_deployed": image.last_deployed or None,
        "is_enabled": image.is_enabled,
        "is_protected": image.is_protected,
    }


def _image_lines(images: Sequence[FogImage]) -> list[str]:
    return columns(
        [
            (
                image.name,
                image.system,
                "nothing captured" if image.size_bytes is None else size_words(image.size_bytes),
                image.storage_group and f"storage group {image.storage_group}",
                ", ".join(_image_marks(image)),
            )
            for image in images
        ]
    )


def _image_marks(image: FogImage) -> list[str]:
    marks = [] if image.is_enabled else ["switched off"]
    return [*marks, "protected"] if image.is_protected else marks


def _group_values(group: FogGroup) -> dict[str, object]:
    description = group.description or None
    return {"number": group.number, "name": group.name, "description": description, "hosts": group.size}


def _group_lines(groups: Sequence[FogGroup]) -> list[str]:
    return columns([(group.name, _computers(group.size), group.description) for group in groups])


def _computers(count: int | None) -> str:
    return "" if count is None else "1 host" if count == 1 else f"{count} hosts"


# --- storage ----------------------------------------------------------------------------------------------------


def _storage_values(load: GroupLoad) -> dict[str, object]:
    return {
        "number": load.group.number,
        "name": load.group.name,
        "images": list(load.images),
        "running": load.running,
        "most_clients": load.most_clients,
        "nodes": [_node_values(each) for each in load.nodes],
    }


def _node_values(load: NodeLoad) -> dict[str, object]:
    node, room = load.node, load.room
    return {
        "number": node.number,
        "name": node.name,
        "host": node.host,
        "path": node.path,
        "is_master": node.is_master,
        "is_enabled": node.is_enabled,
        "running": load.running,
        "waiting": load.waiting,
        "most_clients": node.most_clients,
        "free_bytes": None if room is None else room.free_bytes,
        "used_bytes": None if room is None else room.used_bytes,
        "trouble": None if load.trouble is None else fault_values(load.trouble),
    }


def _storage_lines(loads: Sequence[GroupLoad]) -> list[str]:
    lines = []
    for load in loads:
        served = ", ".join(load.images) or "no image"
        lines.append(f"{load.group.name}: serves {served}; {load.running} of {load.most_clients} computers at a time")
        lines += [f"  {_node_words(each)}" for each in load.nodes] or ["  It has no node."]
    return lines


def _node_words(load: NodeLoad) -> str:
    node = load.node
    master = ", master" if node.is_master else ""
    if not node.is_enabled:
        return f"{node.name} ({node.host}{master}): switched off"
    work = f"{load.running} running, {load.waiting} waiting, at most {node.most_clients}"
    return f"{node.name} ({node.host}{master}): {work}; {_room_words(load)}"


def _room_words(load: NodeLoad) -> str:
    if load.trouble is not None:
        return f"free space unknown: {load.trouble.message}"
    if load.room is None or load.room.free_bytes is None:
        return "free space unknown"
    used = load.room.used_bytes
    total = "" if used is None else f" of {size_words(load.room.free_bytes + used)}"
    return f"{size_words(load.room.free_bytes)} free{total}"


def _read_storage(api: FogApi) -> tuple[GroupLoad, ...]:
    return storage_of(api, show_progress)


# --- which lists there are --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _List:
    """One action. name: also of the JSON field."""

    name: str
    help: str
    description: str
    read: Callable[[FogApi], Sequence[Any]]
    values: Callable[[Any], dict[str, object]]
    lines: Callable[[Sequence[Any]], list[str]]


_LISTS = (
    _List(
        "hosts",
        "show the computers that it knows",
        "Show the hosts of a FOG server.",
        FogApi.hosts,
        host_values,
        host_lines,
    ),
    _List("images", "show its images", "Show the images of a FOG server.", FogApi.images, image_values, _image_lines),
    _List(
        "groups",
        "show its groups of computers",
        "Show the groups of hosts of a FOG server. Its API does not name their members.",
        FogApi.groups,
        _group_values,
        _group_lines,
    ),
    _List(
        "storage",
        "show who keeps and serves its images",
        "Show storage groups and nodes of a FOG server: which images, how much each has to do, and how much room it "
        "has. Each node is asked for its free space.",
        _read_storage,
        _storage_values,
        _storage_lines,
    ),
)
