"""What the loader of a packaged program (PyInstaller) leaves behind in the environment.

It lets the linker look for libraries among the program's own first. Programs of the system that we start would take
those too, and not start with them. Source: PyInstaller's manual, "Launching External Programs", and its bootloader.
"""

from __future__ import annotations

import sys
from collections.abc import MutableMapping

#: Where the linker looks: Linux, macOS. What it was is kept under the same name with _ORIG.
_LIBRARY_PATHS = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_ORIGINAL = "_ORIG"
#: Of the loader to itself: with these another start of the same program would use the files that we have unpacked.
_OWN_WORDS = ("_PYI_", "_MEIPASS2")


def is_packaged() -> bool:
    """Whether this is the packaged program and not an interpreter with our sources."""
    return bool(getattr(sys, "frozen", False))


def restore_environment(environment: MutableMapping[str, str]) -> None:
    """Make it as it was before the loader, for all programs that are started from now on.

    Libraries of our own are found all the same: the linker has read its path by now, and they name their folder.
    """
    for name in _LIBRARY_PATHS:
        original = environment.pop(name + _ORIGINAL, None)
        if original is not None:
            environment[name] = original
        elif any(each.startswith(_OWN_WORDS) for each in environment):
            environment.pop(name, None)
    for name in [each for each in environment if each.startswith(_OWN_WORDS)]:
        del environment[name]
