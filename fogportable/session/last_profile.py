"""Which profile was open when the window was last closed."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from fogportable.platform.paths import state_folder

_log = logging.getLogger("fogportable.session")


def last_profile() -> Path | None:
    """The one that was remembered, if it is still there."""
    try:
        text = _state_file().read_text("utf-8")
    except (OSError, ValueError):
        return None  # First run, or a damaged file: nothing is lost by starting empty.
    import json  # here: the first window comes without it

    try:
        known = json.loads(text)["last_profile"]
    except (ValueError, KeyError, TypeError):
        return None
    path = Path(known) if isinstance(known, str) else None
    return path if path is not None and path.is_file() else None


def remember_profile(path: Path | None) -> None:
    """For `last_profile` next time. A folder that cannot be written to loses the memory and nothing else."""
    import json

    file = _state_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(".new")
        draft.write_text(json.dumps({"last_profile": None if path is None else str(path.resolve())}), "utf-8")
        os.replace(draft, file)
    except OSError as problem:
        _log.info("the last profile was not remembered: %s", problem)


def _state_file() -> Path:
    return state_folder() / "state.json"
