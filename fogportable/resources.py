"""Where the files that ship with the program lie: beside the package in a clone, inside it once installed."""

from __future__ import annotations

import functools
import sys
from pathlib import Path


@functools.cache
def resources_folder() -> Path:
    """The folder `resources/`. Raises FileNotFoundError when the installation is broken."""
    package = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller
    candidates = [package / "resources", package.parent / "resources"]
    if bundle is not None:
        candidates.insert(0, Path(bundle) / "resources")
    for folder in candidates:
        if (folder / "faults.toml").is_file():
            return folder
    raise FileNotFoundError("the program's own folder resources/ is missing: install FOG Portable again")
