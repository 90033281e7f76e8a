"""What the fake's API answers: 1.5.8 as recorded, 1.6 as described."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from urllib.parse import parse_qs, unquote, urlsplit

from tests.fakes.fog.changes import change_answer
from tests.fakes.fog.database import IN_PROGRESS
from tests.fakes.fog.entries import (
    Values,
    as_1_6,
    group_entry,
    host_entry,
    image_entry,
    node_entry,
    recorded_entries,
    said_task_entry,
    session_entry,
    storage_group_entry,
    task_entry,
)
from tests.fakes.fog.state import FogState, Request, Said
from tests.golden.fog_records import RECORDED_HOST, records

#: Lists that are the same for every server.
_FIXED = {
    "tasktype": "11-tasktype",
    "taskstate": "10taskstate",
    "os": "10os",
    "imagetype": "10imagetype",
    "imaginglog": "10imaginglog",
    "ipxe": "10ipxe",
    "scheduledtask": "10scheduledtask",
    "scheduledtask/current": "10scheduledtask-current",
}
#: What nobody here reads, and a real one has.
_AS_RECORDED = {"plugin": "10plugin", "pxemenuoptions/names": "10pxemenuoptions-names"}
#: 1.6 has no virus scan any more.
_GONE_IN_1_6 = ("21", "22")
#: What 1.5.10 lets a user do who is no administrator.
_FOR_USERS = ("host", "image")


def api_answer(state: FogState, page: str, request: Request) -> Said:
    """Also every file that is not there: Apache hands it to the API."""
    root = f"/{state.web_root}" if state.web_root else ""
    if not state.is_api_on:
        return Said(302, location=f"http://{request.place}{root}/management/index.php")
    if state.is_1_6 and page == "system/info":
        return _json({"version": state.version, "paging": {"default": 100}, "msg": "success"})
    refusal = _refusal(state, request.headers)
    if refusal is not None:
        return refusal
    if page == "system/info":
        return Said(kind="application/json", body=b"success\n")
    state.database.adopt(state.hosts)
    if not state.is_admin and page.partition("/")[0] not in _FOR_USERS:
        return Said(403, "application/json")
    if request.method in ("GET", "HEAD"):
        return _reading(state, page, request)
    return change_answer(state, page, request)


def _refusal(state: FogState, headers: dict[str, str]) -> Said | None:
    if state.is_1_6 and headers.get("authorization", "").startswith("Bearer "):
        is_right = headers["authorization"] == f"Bearer {state.bearer_token}"
        return None if is_right else Said(401, "application/json")
    if headers.get("fog-api-token") != state.api_token:
        return Said(403, "application/json")
    if headers.get("fog-user-token") != state.user_token:
        return Said(401, "application/json")
    return None


def _reading(state: FogState, page: str, request: Request) -> Said:
    page = page.rstrip("/")
    name, _, rest = page.partition("/")
    if page in _FIXED:
        entries = recorded_entries(_FIXED[page])
        return _list(
            state, name, [each for each in entries if not (state.is_1_6 and each["id"] in _GONE_IN_1_6)], request
        )
    if page in _AS_RECORDED:
        return Said(kind="application/json", body=records()[_AS_RECORDED[page]].body)
    if name == ("setting" if state.is_1_6 else "service") and rest.startswith("search/"):
        return _list(state, name, _settings(state, unquote(rest.removeprefix("search/")), request.place), request)
    if name not in _CLASSES:
        return Said(501, "application/json")
    entries = _CLASSES[name](state, request.place)
    if rest in ("active", "current") and name in ("task", "multicastsession"):
        return _list(state, name, [each for each in entries if int(str(each["stateID"])) <= IN_PROGRESS], request)
    if rest == "names":
        return _json([{"id": int(each["id"]), "name": each["name"]} for each in entries])
    if rest == "ids":
        return _json([int(each["id"]) for each in entries])
    if rest.startswith("search/"):
        word = unquote(rest.removeprefix("search/")).lower()
        return _list(state, name, [each for each in entries if word in each["name"].lower()], request)
    if rest.isdigit():
        return _single(state, name, rest, entries)
    return _list(state, name, entries, request) if rest in ("", "list", "all") else Said(501, "application/json")


def _single(state: FogState, name: str, number: str, entries: Sequence[Values]) -> Said:
    found = next((each for each in entries if str(each["id"]) == number), None)
    if found is None:
        return Said(404, "application/json")
    if name == "host" and int(number) in state.database.hosts:
        found = host_entry(state, state.database.hosts[int(number)], is_single=True)
    return _json(as_1_6(found, is_row=False) if state.is_1_6 else found)


def _hosts(state: FogState, _: str) -> list[Values]:
    return [host_entry(state, host) for host in state.database.hosts.values()]


def _images(state: FogState, _: str) -> list[Values]:
    return [image_entry(image) for image in state.database.images.values()]


def _groups(state: FogState, _: str) -> list[Values]:
    return [group_entry(group) for group in state.database.groups.values()]


def _tasks(state: FogState, place: str) -> list[Values]:
    said = [said_task_entry(state, number) for number in state.api_tasks]
    own = [task for task in state.database.tasks.values() if task.number not in state.api_tasks]
    return said + [task_entry(state, task, place) for task in own]


def _sessions(state: FogState, _: str) -> list[Values]:
    return [session_entry(state, number) for number in state.database.sessions]


def _nodes(state: FogState, place: str) -> list[Values]:
    return [node_entry(state, node, place) for node in state.database.nodes.values()]


def _storage_groups(state: FogState, place: str) -> list[Values]:
    return [storage_group_entry(state, number, place) for number in state.database.storage_groups]


_CLASSES: dict[str, Callable[[FogState, str], list[Values]]] = {
    "host": _hosts,
    "image": _images,
    "group": _groups,
    "task": _tasks,
    "multicastsession": _sessions,
    "storagenode": _nodes,
    "storagegroup": _storage_groups,
}


def _settings(state: FogState, word: str, place: str) -> list[Values]:
    """1.5 finds every setting that has the word in its name."""
    (recorded,) = recorded_entries("10service-search-FOG_WEB_HOST")
    known = {recorded["name"]: (state.own_host or place).partition(":")[0], **state.settings}
    assert recorded["value"] == RECORDED_HOST
    found = [name for name in sorted(known) if word.upper() in name]
    return [recorded | {"id": str(17 + n), "name": name, "value": known[name]} for n, name in enumerate(found)]


# --- shapes -----------------------------------------------------------------------------------------------------


def _json(value: object) -> Said:
    return Said(kind="application/json", body=json.dumps(value).encode())


def _list(state: FogState, name: str, entries: Sequence[Values], request: Request) -> Said:
    if not state.is_1_6:
        return _json({"count": len(entries), f"{name}s": list(entries)})
    query = {key: values[-1] for key, values in parse_qs(urlsplit(request.target).query).items()}
    start = int(query.get("start", "0"))
    part = entries[start : start + min(int(query.get("length", state.page_length)), state.page_length)]
    return _json(
        {
            "draw": 0,
            "recordsTotal": len(entries),
            "recordsFiltered": len(entries),
            "recordsReturned": len(part),
            "data": [as_1_6(each, is_row=True) for each in part],
            "_lang": name,
        }
    )
