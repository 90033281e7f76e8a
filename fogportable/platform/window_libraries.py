"""Whether the libraries of the system that a window needs are here, told before Qt ends the program over them."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

_PLUGINS = Path("Qt", "plugins", "platforms")
#: The linker's own words for a library that is not there. Source: glibc, elf/dl-load.c.
_NOT_THERE = re.compile(r"(\S+): cannot open shared object file")
#: Where a package of Debian is not called as its library.
_OTHERWISE_CALLED = {"libglib-2.0.so.0": "libglib2.0-0", "libz.so.1": "zlib1g"}


def missing_library(environment: Mapping[str, str] | None = None) -> str | None:
    """The first library that a window lacks here, such as `libEGL.so.1`; None where all are there, or nobody can tell.

    It loads what Qt loads a moment later anyway.
    """
    plugin = _plugin(os.environ if environment is None else environment)
    if not sys.platform.startswith("linux") or plugin is None or not plugin.is_file():
        return None
    try:
        ctypes.CDLL(str(plugin))
    except OSError as problem:
        # A packaged program's ctypes says in words of its own that it did not load; the linker's are their cause.
        found = _NOT_THERE.search(f"{problem} {problem.__cause__}")
        return None if found is None else found[1]
    return None


def _plugin(environment: Mapping[str, str]) -> Path | None:
    """The platform that Qt will choose: by QT_QPA_PLATFORM, else X11's. Wayland's falls back to that."""
    chosen = environment.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0]
    if not chosen and environment.get("WAYLAND_DISPLAY"):
        chosen = "wayland" if not environment.get("DISPLAY") else "xcb"
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0]) / _PLUGINS / f"libq{chosen or 'xcb'}.so"


def debian_package(library: str) -> str:
    """What Debian and Ubuntu call the package of a library. Source: Debian's policy manual, 8.1."""
    stem, _, version = library.partition(".so.")
    name = stem.lower()
    return _OTHERWISE_CALLED.get(library, f"{name}-{version}" if name[-1:].isdigit() else f"{name}{version}")
