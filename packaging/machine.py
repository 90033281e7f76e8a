"""What this machine has, found by trying: libraries, programs, fonts, a terminal, rights, a display."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from glob import glob
from pathlib import Path

from system_packages import Kind, Need

#: Asked in a process of its own: a fresh one reads the linker's cache anew after apt, and no library stays loaded here.
_LOAD_LIBRARIES = """
import ctypes, json, sys
missing = []
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        missing.append(name)
print(json.dumps(missing))
"""

_ADMIN_FOLDERS = "/usr/local/sbin:/usr/sbin:/sbin"
_FONT_SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".pfb", ".pcf"})

#: How long a local or forwarded display may take to accept a connection.
_DISPLAY_TIMEOUT_S = 3.0


def find_missing(needs: Iterable[Need]) -> tuple[Need, ...]:
    """The needs that are not met, in the order given."""
    wanted = tuple(needs)
    absent = _missing_libraries(tuple(need.name for need in wanted if need.kind is Kind.LIBRARY))
    return tuple(need for need in wanted if not _is_met(need, absent))


def _missing_libraries(names: tuple[str, ...]) -> frozenset[str]:
    if not names:
        return frozenset()
    command = [sys.executable, "-c", _LOAD_LIBRARIES, *names]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return frozenset(json.loads(done.stdout))


def _is_met(need: Need, absent_libraries: frozenset[str]) -> bool:
    if need.kind is Kind.LIBRARY:
        return need.name not in absent_libraries
    if need.kind is Kind.PROGRAM:
        path = os.environ.get("PATH", os.defpath)
        return shutil.which(need.name, path=f"{path}:{_ADMIN_FOLDERS}") is not None
    if need.kind is Kind.MODULE:
        importlib.invalidate_caches()
        return importlib.util.find_spec(need.name) is not None
    if need.kind is Kind.FILE:
        return bool(glob(need.name))
    return has_font(font_folders())


def font_folders() -> tuple[Path, ...]:
    """Where fontconfig looks by default."""
    data_home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local/share")
    return (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path(data_home, "fonts"), Path.home() / ".fonts")


def has_font(folders: Iterable[Path]) -> bool:
    """Whether any folder holds a font file, however deep."""
    return any(
        Path(name).suffix.lower() in _FONT_SUFFIXES
        for folder in folders
        for _, _, files in os.walk(folder)
        for name in files
    )


def is_root() -> bool:
    return os.geteuid() == 0


def has_terminal() -> bool:
    """Whether a person can be asked."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


# --- the display ------------------------------------------------------------------------------------------------


def reachable_x11(environment: Mapping[str, str]) -> bool:
    """Whether something accepts connections at DISPLAY. Says nothing about the right to draw there."""
    host, separator, rest = environment.get("DISPLAY", "").rpartition(":")
    number = rest.partition(".")[0]
    if not separator or not number.isdecimal():
        return False
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"
        return _accepts(f"\0{path}") or _accepts(path)
    return _listens(host, 6000 + int(number))


def reachable_wayland(environment: Mapping[str, str]) -> bool:
    """Whether something accepts connections at WAYLAND_DISPLAY."""
    name = environment.get("WAYLAND_DISPLAY", "")
    folder = environment.get("XDG_RUNTIME_DIR", "")
    if not name or not (folder or name.startswith("/")):
        return False
    return _accepts(str(Path(folder, name)))


def _accepts(path: str) -> bool:
    """Whether something accepts at a Unix socket; one that starts with NUL is abstract."""
    with socket.socket(socket.AF_UNIX) as sock:
        sock.settimeout(_DISPLAY_TIMEOUT_S)
        return _succeeds(lambda: sock.connect(path))


def _listens(host: str, port: int) -> bool:
    return _succeeds(lambda: socket.create_connection((host, port), timeout=_DISPLAY_TIMEOUT_S).close())


def _succeeds(connect: Callable[[], None]) -> bool:
    try:
        connect()
    except (OSError, ValueError, OverflowError):  # The last two: what stands in the variable is no address at all.
        return False
    return True


def describe_no_display(environment: Mapping[str, str]) -> str:
    """Why there is nowhere to open a window, when neither display is reachable."""
    named = environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY")
    return f"Nothing answers at the display {named}" if named else "There is no display"


#: A window on these platforms of Qt is one that nobody sees.
_INVISIBLE_PLATFORMS = frozenset({"offscreen", "minimal", "minimalegl", "vnc", "linuxfb"})

_OPEN_DISPLAY = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
from PySide6.QtGui import QGuiApplication
print(QGuiApplication(sys.argv).platformName())
"""


def open_display(python: Path, *, timeout_s: float = 30.0) -> str | None:
    """Let Qt open the display, as the window will. None when a window would be seen, else why not.

    Qt aborts the process when it cannot, so it is tried in one of its own.
    """
    try:
        done = subprocess.run(
            [str(python), "-c", _OPEN_DISPLAY],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=timeout_s,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "The display does not answer Qt"
    if done.returncode != 0:
        lines = [line for line in done.stderr.splitlines() if line.strip()]
        return f"Qt cannot open the display ({lines[0].strip().rstrip('.')})" if lines else "Qt cannot open the display"
    platform = done.stdout.strip()
    return f"Qt is set to draw on {platform}, where nobody sees a window" if platform in _INVISIBLE_PLATFORMS else None
