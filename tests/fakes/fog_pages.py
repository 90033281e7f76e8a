"""What a FOG server answers, without a socket: 1.5.8 as recorded, 1.6 as described, broken as a test says."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import Enum, auto
from urllib.parse import parse_qs, urlsplit

from tests.fakes.fog_scripts import exit_1_6, menu_1_6, task_1_6
from tests.golden.fog_records import RECORDED_HOST, records

#: What FOG says for every page that needs its database when that is gone: a JSON string, status 200.
NO_DATABASE = json.dumps("A valid database connection could not be made").encode()
LOGIN_PAGE = b'<!DOCTYPE html>\n<html lang="en"><head><title>Login</title></head><body></body></html>\n'

#: Of the recorded 1.5.8, by kind of task.
_TASK_RECORDS = {"deploy": "52-boot-deploy", "capture": "54-boot-capture", "multicast": "56-boot-multicast-host"}


class Trouble(Enum):
    """What is wrong with one page, or with all."""

    SLOW = auto()  # takes the request and says nothing
    TRICKLE = auto()  # an octet now and then, for ever
    GONE = auto()  # breaks off in the middle of its answer
    MUTE = auto()  # ends the connection without a word
    NOISE = auto()  # answers, but not HTTP
    WEB_PAGE = auto()  # HTML where something else should be
    ENDLESS = auto()  # far more than anybody would want


@dataclass
class FogState:
    """How the server is. Tests change it while it runs.

    own_host: how it calls itself in scripts; "" for the address it is asked at. hosts: names by MAC address.
    tasks: kinds by MAC address. api_tasks: what the API says that differs from the recorded task, by number; one whose
    stateID is above 3 is not active. page_length: of FOG 1.6's lists. troubles: by page below FOG's own, "" for all.
    statuses: a status by page, with an empty body. bodies: another body by page. is_schema_old: the program was
    upgraded and the database was not. web_files: static ones, by page. asked: every target, in order.
    """

    version: str = "1.5.8"
    web_root: str = "fog"
    own_host: str = ""
    is_api_on: bool = True
    api_token: str = "c2VydmVy"
    user_token: str = "dXNlcg=="
    has_database: bool = True
    is_schema_old: bool = False
    redirects_to: str = ""
    hosts: dict[str, str] = field(default_factory=lambda: {"52:54:00:aa:bb:01": "lab-pc-01"})
    tasks: dict[str, str] = field(default_factory=dict)
    api_tasks: dict[int, dict[str, object]] = field(default_factory=dict)
    page_length: int = 100
    hides_menu: bool = False
    troubles: dict[str, Trouble] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)
    bodies: dict[str, bytes] = field(default_factory=dict)
    web_files: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    @property
    def is_1_6(self) -> bool:
        return self.version.startswith("1.6")


@dataclass(frozen=True)
class Said:
    """An answer as it goes out."""

    status: int = 200
    kind: str = "text/html; charset=UTF-8"
    body: bytes = b""
    location: str = ""


def page_of(state: FogState, target: str) -> str | None:
    """The page below FOG's own; None for what is not below them."""
    path = urlsplit(target).path
    root = f"/{state.web_root}/" if state.web_root else "/"
    return path.removeprefix(root) if path.startswith(root) else None


def answer_to(state: FogState, target: str, place: str, headers: dict[str, str]) -> Said:
    """place: host and port that it was asked at. headers: of the request, names in lower case."""
    page = page_of(state, target)
    if page is None:
        return Said(404, body=b"<!DOCTYPE HTML>\n<html><head><title>404 Not Found</title></head></html>\n")
    if page in state.statuses:
        return Said(state.statuses[page], "application/json")
    if page in state.bodies:
        return Said(body=state.bodies[page])
    if page in state.web_files:
        return Said(kind="application/octet-stream", body=state.web_files[page])
    if page == "status/dbrunning.php":
        is_ready = state.has_database and not state.is_schema_old
        return Said(body=json.dumps({"running": state.has_database, "redirect": is_ready}).encode())
    if page == "status/hw.php":
        return _recorded("20-status_hw.php", state, place)
    if page.startswith(("service/", "status/")) and page in _PAGES and not state.has_database:
        return Said(body=NO_DATABASE)
    if page == "service/getversion.php":
        return Said(body=state.version.encode())
    if page == "status/kernelvers.php":
        text = f"{state.version}\nbzImage Version: 6.6.49\nbzImage32 Version: \n"
        return Said(kind="text/event-stream;charset=UTF-8", body=text.encode())
    if state.is_schema_old:
        return Said(302, location="?node=schema")
    if page == "service/ipxe/boot.php":
        return _boot(state, target, place)
    return _api(state, page, target, place, headers)


_PAGES = ("service/getversion.php", "status/kernelvers.php", "service/ipxe/boot.php")


def _api(state: FogState, page: str, target: str, place: str, headers: dict[str, str]) -> Said:
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


def _boot(state: FogState, target: str, place: str) -> Said:
    """By GET, as we ask. Without `mac` no computer is known."""
    query = {name: values[-1] for name, values in parse_qs(urlsplit(target).query).items()}
    mac, platform = query.get("mac", "").lower(), query.get("platform", "pcbios")
    name, task = state.hosts.get(mac, ""), state.tasks.get(mac, "")
    own = state.own_host or place
    if state.hides_menu:
        return Said(kind="text/plain;charset=UTF-8", body=exit_1_6(own, state.web_root))
    if state.is_1_6:
        arch = query.get("arch", "x86_64")
        script = task_1_6(own, mac, name, task, arch) if task else menu_1_6(own, name, platform, arch)
        return Said(kind="text/plain;charset=UTF-8", body=script)
    if task:
        record = _TASK_RECORDS[task]
    elif name:
        record = "43-boot-registered-efi" if platform == "efi" else "42-boot-registered-notask"
    else:
        record = "40-boot-unregistered-bios"
    return _recorded(record, state, place)


def _recorded(name: str, state: FogState, place: str) -> Said:
    """A recorded answer of a server that has another address."""
    record = records()[name]
    body = record.body.replace(RECORDED_HOST.encode(), (state.own_host or place).encode())
    return Said(record.status, record.headers.get("content-type", ""), body)
