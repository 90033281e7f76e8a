"""Scripts that lead iPXE to a FOG server, without its boot files: for a server that moved, at once."""

from __future__ import annotations

import os
from pathlib import Path

from fogportable.bootfiles.from_fog import render_fog_script
from fogportable.errors import FaultCode, FogError
from fogportable.fog.boot_names import AUTOEXEC_SCRIPT, DEFAULT_SCRIPT

SCRIPTS = (DEFAULT_SCRIPT, AUTOEXEC_SCRIPT)
#: The beginning of every script that is ours, and may be written over.
_OURS = b"#!ipxe\n# Made by FOG Portable"


def write_fog_scripts(url: str, output: Path) -> tuple[Path, ...]:
    """Write both scripts into a folder, which is made where it is not there. url: of the pages, with `/` at the end.

    Raises FogError FOG_SCRIPT_THERE where one of somebody else lies there, FOG_SCRIPTS_NOT_SAVED.
    """
    files = tuple(output / name for name in SCRIPTS)
    content = render_fog_script(url)
    try:
        output.mkdir(parents=True, exist_ok=True)
        for file in files:
            if os.path.lexists(file) and not _is_ours(file):
                raise FogError(FaultCode.FOG_SCRIPT_THERE, file=file)
        for file in files:
            draft = file.with_suffix(".new")
            draft.write_bytes(content)
            draft.chmod(0o644)
            draft.replace(file)
    except OSError as problem:
        words = (problem.strerror or str(problem)).lower()
        raise FogError(FaultCode.FOG_SCRIPTS_NOT_SAVED, folder=output, problem=words) from problem
    return files


def _is_ours(file: Path) -> bool:
    if file.is_symlink() or not file.is_file():
        return False
    with file.open("rb") as opened:
        return opened.read(len(_OURS)) == _OURS
