"""Where FOG Portable keeps what it owns: boot sets, window state, downloads."""

from __future__ import annotations

import functools
import os
import tempfile
from pathlib import Path

import platformdirs

_NAME = "fogportable"


def data_folder() -> Path:
    """Boot sets and profiles. Not created; absolute."""
    return _folder(platformdirs.user_data_path(_NAME, appauthor=False), "data")


def state_folder() -> Path:
    """Window geometry, last profile, logs. Not created; absolute."""
    return _folder(platformdirs.user_state_path(_NAME, appauthor=False), "state")


def cache_folder() -> Path:
    """What can be brought again. Not created; absolute."""
    return _folder(platformdirs.user_cache_path(_NAME, appauthor=False), "cache")


def _folder(usual: Path, kind: str) -> Path:
    own_home = os.environ.get("FOGPORTABLE_HOME", "")
    if own_home:
        return Path(own_home).absolute() / kind
    # Without HOME and without an entry in the password file, "~" stays as it is and would become a folder of that
    # name in whatever folder the program was started from.
    if not usual.is_absolute() or "~" in usual.parts:
        return _homeless_folder() / kind
    return usual


@functools.cache
def _homeless_folder() -> Path:
    """A private temporary folder for a user without a home; it lasts as long as the machine keeps it."""
    return Path(tempfile.mkdtemp(prefix=f"{_NAME}-"))
