"""What the fake's API answers: 1.5.8 as recorded, 1.6 as described."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

from tests.fakes.fog.state import FogState, Said
from tests.golden.fog_records import records


def api_answer(state: FogState, page: str, target: str, place: str, headers: dict[str, str]) -> Said:
    """Also every file that is not there: Apache hands it to the API."""
    root = f"/{state.web_root}" if state.web_root else ""
    if not state.is_api_on:
        return Said(302, location=f"http://{place}{root}/management/index.php")
    if state.is_1_6 and page == "system/info":
        body = json.dumps({"version": state.version, "paging": {"default": 100}, "msg": "success"})
        return Said(kind="application/json", body=body.encode())
    if headers.get("fog-api-token") != state.api_token:
        return Said(403, "application/json")
    if headers.get("fog-user-token") != state.user_token:
        return Said(401, "application/json")
    if page == "system/info":
        return Said(kind="application/json", body=b"success\n")
    if page.startswith("task/"):
        return _tasks(state, page.removeprefix("task/"), target)
    return Said(501, "application/json")


def _tasks(state: FogState, which: str, target: str) -> Said:
    """One, or the active ones, in the shape of the generation."""
    entries = {number: _task_entry(state, number) for number in state.api_tasks}
    if which != "active":
        number = int(which) if which.isdigit() else 0
        if number not in entries:
            return Said(404, "application/json")
        return Said(kind="application/json", body=json.dumps(entries[number]).encode())
    active = [entry for entry in entries.values() if int(str(entry["stateID"])) <= 3]
    if not state.is_1_6:
        return Said(kind="application/json", body=json.dumps({"count": len(active), "tasks": active}).encode())
    query = {name: values[-1] for name, values in parse_qs(urlsplit(target).query).items()}
    start = int(query.get("start", "0"))
    part = active[start : start + min(int(query.get("length", state.page_length)), state.page_length)]
    said = {
        "draw": 0,
        "recordsTotal": len(active),
        "recordsFiltered": len(active),
        "recordsReturned": len(part),
        "data": part,
        "_lang": "en",
    }
    return Said(kind="application/json", body=json.dumps(said).encode())


def _task_entry(state: FogState, number: int) -> dict[str, object]:
    recorded = json.loads(records()["51-task-active"].body)["tasks"][0]
    return {**recorded, "id": number if state.is_1_6 else str(number), **state.api_tasks[number]}
