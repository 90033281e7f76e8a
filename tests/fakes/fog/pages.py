"""What a FOG server answers, without a socket: 1.5.8 as recorded, 1.6 as described, broken as a test says."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

from tests.fakes.fog.api import api_answer
from tests.fakes.fog.imaging import FOLDER, part
from tests.fakes.fog.scripts import exit_1_6, menu_1_6, task_1_6
from tests.fakes.fog.state import FogState, Request, Said, page_of, recorded

#: What FOG says for every page that needs its database when that is gone: a JSON string, status 200.
NO_DATABASE = json.dumps("A valid database connection could not be made").encode()
LOGIN_PAGE = b'<!DOCTYPE html>\n<html lang="en"><head><title>Login</title></head><body></body></html>\n'

#: Of the recorded 1.5.8, by kind of task.
_TASK_RECORDS = {"deploy": "52-boot-deploy", "capture": "54-boot-capture", "multicast": "56-boot-multicast-host"}


def answer_to(state: FogState, request: Request) -> Said:
    """Of every page."""
    target, place = request.target, request.place
    page = page_of(state, target)
    if page is None:
        return Said(404, body=b"<!DOCTYPE HTML>\n<html><head><title>404 Not Found</title></head></html>\n")
    if page in state.statuses:
        return Said(state.statuses[page], "application/json")
    if page in state.bodies:
        return Said(body=state.bodies[page])
    if page in state.web_files:
        return Said(kind="application/octet-stream", body=state.web_files[page])
    imaging = state.imaging_files.get(page.removeprefix(FOLDER)) if page.startswith(FOLDER) else None
    if imaging is not None:
        begun = part(imaging, request.headers.get("range", ""))
        # Apache has no type for most of their names.
        return Said(kind="", body=imaging) if begun is None else Said(206, "", begun)
    if page == "status/dbrunning.php":
        is_ready = state.has_database and not state.is_schema_old
        return Said(body=json.dumps({"running": state.has_database, "redirect": is_ready}).encode())
    if page == "status/hw.php":
        return recorded("20-status_hw.php", state, place)
    if page == "status/freespace.php":
        space = {"free": state.database.free, "used": state.database.used}
        return Said(body=json.dumps(space).encode())
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
        return _boot(state, request)
    return api_answer(state, page, request)


_PAGES = ("service/getversion.php", "status/kernelvers.php", "service/ipxe/boot.php")


def _boot(state: FogState, request: Request) -> Said:
    """By GET, as we ask, or by POST, as iPXE does. Without `mac` no computer is known; `mac0` counts by POST only."""
    place, is_form = request.place, request.method == "POST"
    text = request.body.decode() if is_form else urlsplit(request.target).query
    query = {name: values[-1] for name, values in parse_qs(text).items()}
    mac = (query.get("mac") or (query.get("mac0", "") if is_form else "")).lower()
    platform = query.get("platform", "pcbios")
    name, task = state.name_of(mac), state.task_of(mac)
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
    return recorded(record, state, place)
