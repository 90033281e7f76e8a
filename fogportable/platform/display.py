"""Is there a display that a window could be seen on? Asked without Qt, which ends the program when there is none."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

#: A display on another machine that does not answer within this time (s) shows no window either.
_PATIENCE_S = 3.0
_X11_SOCKETS = Path("/tmp/.X11-unix")
_X11_FIRST_PORT = 6000
#: [protocol/][host]:display[.screen]. Source: X(7), "DISPLAY NAMES".
_X11_NAME = re.compile(r"(?:[a-z]+/)?(?P<host>[^:]*):(?P<number>\d+)(?:\.\d+)?")


def has_display(environment: Mapping[str, str] | None = None) -> bool:
    """False where a window could not be seen: on Linux without an X11 or Wayland server that answers.

    QT_QPA_PLATFORM, such as `offscreen` in tests, is the user's own decision and always counts.
    """
    known = os.environ if environment is None else environment
    if not sys.platform.startswith("linux") or known.get("QT_QPA_PLATFORM"):
        return True
    return _wayland_answers(known) or _x11_answers(known.get("DISPLAY", ""))


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    return _answers(str(Path(environment.get("XDG_RUNTIME_DIR", "/")) / name))


def _x11_answers(name: str) -> bool:
    match = _X11_NAME.fullmatch(name)
    if match is None:
        return False
    host, number = match["host"], int(match["number"])
    if host in ("", "unix"):
        path = f"{_X11_SOCKETS}/X{number}"
        return _answers(path) or _answers("\0" + path)
    import socket  # here, and below: needed only where a display has to be asked

    try:
        socket.create_connection((host, _X11_FIRST_PORT + number), _PATIENCE_S).close()
    except OSError:
        return False
    return True


def _answers(path: str) -> bool:
    import socket

    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(_PATIENCE_S)
        try:
            probe.connect(path)
        except (OSError, ValueError):
            return False
    return True
