"""Where FOG Portable keeps what it owns: boot sets and what the window remembers."""

from __future__ import annotations

import contextlib
import functools
import os
from pathlib import Path
from typing import Literal

_NAME = "fogportable"


def data_folder() -> Path:
    """What the user keeps. Not created; absolute."""
    return _folder("data")


def state_folder() -> Path:
    """What the window remembers, such as the last profile. Not created; absolute."""
    return _folder("state")


def firewall_change_file() -> Path:
    """What we have changed in this machine's firewall, for as long as it is in force."""
    return state_folder() / "firewall-change.json"


def boot_sets_folder() -> Path:
    """Where boot sets are kept, a folder each. Made when the first one comes."""
    return data_folder() / "boot-sets"


def _folder(kind: Literal["data", "state"]) -> Path:
    own_home = os.environ.get("FOGPORTABLE_HOME", "")
    if own_home:
        return Path(own_home).absolute() / kind
    import platformdirs

    usual = platformdirs.user_data_path if kind == "data" else platformdirs.user_state_path
    # A user without HOME and without an entry in the password file: newer platformdirs raise, older ones leave the
    # "~" as it is, which would become a folder of that name wherever the program was started.
    with contextlib.suppress(RuntimeError):
        folder = usual(_NAME, appauthor=False)
        if folder.is_absolute() and "~" not in folder.parts:
            return folder
    return _homeless_folder() / kind


@functools.cache
def _homeless_folder() -> Path:
    """A private temporary folder for a user without a home; it lasts as long as the machine keeps it."""
    import tempfile

    return Path(tempfile.mkdtemp(prefix=f"{_NAME}-"))
