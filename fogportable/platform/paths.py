"""Where FOG Portable keeps what it owns: boot sets and what the window remembers.

On the user's own place of the system; or, for a program on a stick, beside itself, once a file `fogportable.portable`
lies there. FOGPORTABLE_HOME counts before both.
"""

from __future__ import annotations

import contextlib
import functools
import os
import sys
from pathlib import Path
from typing import Literal

from fogportable.platform.loader import is_packaged

_NAME = "fogportable"
#: An empty file beside a packaged program, and the folder beside it that then holds everything.
PORTABLE_MARK = "fogportable.portable"
_PORTABLE_HOME = "fogportable-data"


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
    portable = portable_home()
    if portable is not None:
        return portable / kind
    import platformdirs

    usual = platformdirs.user_data_path if kind == "data" else platformdirs.user_state_path
    # A user without HOME and without an entry in the password file: newer platformdirs raise, older ones leave the
    # "~" as it is, which would become a folder of that name wherever the program was started.
    with contextlib.suppress(RuntimeError):
        folder = usual(_NAME, appauthor=False)
        if folder.is_absolute() and "~" not in folder.parts:
            return folder
    return _homeless_folder() / kind


def portable_home() -> Path | None:
    """The folder on the stick; None where the program is not packaged, or nobody has put the mark beside it."""
    if not is_packaged():
        return None
    beside = Path(sys.executable).resolve().parent
    return beside / _PORTABLE_HOME if (beside / PORTABLE_MARK).is_file() else None


@functools.cache
def _homeless_folder() -> Path:
    """A private temporary folder for a user without a home; it lasts as long as the machine keeps it."""
    import tempfile

    return Path(tempfile.mkdtemp(prefix=f"{_NAME}-"))
