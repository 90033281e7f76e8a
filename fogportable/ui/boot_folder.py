"""What a boot folder offers to choose from."""

from __future__ import annotations

import os
from pathlib import Path

#: What network boot programs are called. Others can be typed or picked by hand.
_SUFFIXES = (".efi", ".kpxe", ".kkpxe", ".kkkpxe", ".pxe", ".0", ".n12", ".bin")
_MOST_FILES = 200
_MOST_ENTRIES = 4000
_DEEPEST = 3


def list_boot_files(folder: Path) -> tuple[str, ...]:
    """Names below the folder, with `/`, sorted. Stops early in huge folders; empty when it cannot be read."""
    found: list[str] = []
    seen = 0
    for place, folders, files in os.walk(folder):
        depth = len(Path(place).relative_to(folder).parts)
        if depth >= _DEEPEST:
            folders.clear()
        folders.sort()
        seen += len(files) + len(folders)
        names = (Path(place, name).relative_to(folder).as_posix() for name in sorted(files))
        found += [name for name in names if name.casefold().endswith(_SUFFIXES)]
        if seen > _MOST_ENTRIES or len(found) >= _MOST_FILES:
            break
    return tuple(sorted(found[:_MOST_FILES]))


def name_below(folder: Path, file: Path) -> str | None:
    """The file's name as a boot rule has it; None when it lies elsewhere."""
    try:
        return file.resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        return None
