"""FOG's open pages, which tell about the server without a password: `service/getversion.php` and `status/*.php`."""

from __future__ import annotations

import re

from fogportable.fog.answer import Answer, is_database_down, refuse
from fogportable.fog.server import ApiState, Database, DiskSpace, Generation, Kernel, Version
from fogportable.language import say

VERSION_PAGE = "service/getversion.php"
DATABASE_PAGE = "status/dbrunning.php"
KERNELS_PAGE = "status/kernelvers.php"
HARDWARE_PAGE = "status/hw.php"
INFO_PAGE = "system/info"

#: `1.5.8`, `1.5.10.2294`, `1.6.0-beta.2229`, `working-1.6`: a number with a dot somewhere, and nothing else.
_VERSION = re.compile(r"(?:[a-z]+-)?([0-9]+\.[0-9]+)(?:\.[0-9]+)*(?:[-.][A-Za-z0-9.]+)?")
_KERNEL = re.compile(r"([A-Za-z0-9_.-]+) Version:(.*)")
_LONGEST_VERSION = 40

_DISK_SECTION, _SECTION = "@@fs", "@@"


def read_version(answer: Answer) -> Version | None:
    """The server's version; None where it says that its database is gone. Raises FogError."""
    text = answer.text.strip()
    found = _VERSION.fullmatch(text) if answer.status == 200 and len(text) <= _LONGEST_VERSION else None
    if found is None:
        if answer.status == 200 and is_database_down(answer):
            return None
        refuse(answer, "a version")
    known = {each.value: each for each in (Generation.V1_5, Generation.V1_6)}
    return Version(text, known.get(found.group(1), Generation.OTHER))


def read_database(answer: Answer) -> Database:
    """How its database is. Raises FogError."""
    try:
        said = answer.json() if answer.status == 200 else None
    except ValueError:
        said = None
    if not isinstance(said, dict) or not isinstance(said.get("running"), bool):
        refuse(answer, say("the state of its database"))
    if not said["running"]:
        return Database.DOWN
    # `redirect` is whether the login page may be gone to: not before the database is as new as the program.
    return Database.OUTDATED if said.get("redirect") is False else Database.RUNNING


def read_kernels(answer: Answer) -> tuple[Kernel, ...]:
    """The kernels of its imaging system, in its order. Raises FogError."""
    lines = answer.text.splitlines() if answer.status == 200 else []
    found = [match for line in lines if (match := _KERNEL.fullmatch(line.strip()))]
    if not found:
        refuse(answer, say("versions of kernels"))
    return tuple(Kernel(match[1], match[2].strip()) for match in found)


def read_space(answer: Answer) -> DiskSpace:
    """The space on its disks, from the three lines below `@@fs`: total, used, free. Raises FogError."""
    lines = answer.text.splitlines() if answer.status == 200 else []
    if _DISK_SECTION not in lines:
        refuse(answer, say("the space on its disks"))
    start = lines.index(_DISK_SECTION) + 1
    sizes = [line.strip() for line in lines[start : start + 3]]
    if len(sizes) < 3 or any(not size or size.startswith(_SECTION) for size in sizes):
        refuse(answer, say("the space on its disks"))
    return DiskSpace(*sizes)


def read_api_state(answer: Answer, *, has_tokens: bool = False) -> ApiState:
    """Whether the API is on, from its answer to `system/info`. has_tokens: they were sent. Raises FogError.

    1.5 sends on to the login page while it is off, and wants tokens (403, 401) while it is on. 1.6 wants none here: it
    answers JSON with `success`, where 1.5 says the word alone.
    """
    if answer.status == 302 and "node=schema" not in answer.location:
        return ApiState.OFF
    if answer.status in (401, 403):
        return ApiState.TOKENS_REFUSED if has_tokens else ApiState.ON
    if answer.status == 200 and _is_success(answer):
        return ApiState.TOKENS_ACCEPTED if has_tokens else ApiState.ON
    refuse(answer, say("the state of its API"))


def _is_success(answer: Answer) -> bool:
    if answer.text.strip() == "success":
        return True
    try:
        said = answer.json()
    except ValueError:
        return False
    return isinstance(said, dict) and said.get("msg") == "success"
