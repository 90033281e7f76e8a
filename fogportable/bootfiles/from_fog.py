"""Bringing a FOG server's boot files: what its TFTP folder has becomes a boot set, with scripts that lead back to it.

For a network in which computers do not reach the server's TFTP, or in which it has another address than it thinks.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fogportable.boot.boot_set import SET_FILE, BootSet, check_rule, load_boot_set
from fogportable.boot.catalogue import identify
from fogportable.boot.fog_script import FOG_NEEDS
from fogportable.bootfiles.store import new_set_folder, write_set_file
from fogportable.errors import BootFileError, Fault, FaultCode, FogError, describe
from fogportable.figures import size_words
from fogportable.fog.boot_names import (
    AUTOEXEC_SCRIPT,
    DEFAULT_SCRIPT,
    KEY_MANAGERS,
    SCRIPT_FOLDERS,
    SECOND_STAGES,
)
from fogportable.fog.boot_rules import boot_rules
from fogportable.fog.server import FogServer
from fogportable.foglink.tftp import Tftp, TooLarge
from fogportable.resources import resources_folder

#: FOG's largest, an ipxe.efi with all drivers, has 1 MB.
_LARGEST_FILE = 16_000_000
_FILE_TIME_S = 60.0
_ANY_COMPUTER = "any computer"


@dataclass(frozen=True, slots=True)
class BroughtFiles:
    """A boot set out of a FOG server. notes: what was left out and why."""

    boot_set: BootSet
    notes: tuple[Fault, ...]


def render_fog_script(server_url: str) -> bytes:
    """The script that leads iPXE to a FOG server's boot.php. server_url: of its pages, with `/` at the end."""
    template = string.Template((resources_folder() / "ipxe" / "fog.ipxe.tmpl").read_text("ascii"))
    return template.substitute(url=server_url).encode("ascii")


def bring_from_fog(
    server: FogServer,
    tftp: Tftp,
    output: Path,
    *,
    on_progress: Callable[[str], None] = lambda _: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> BroughtFiles:
    """Fetch all boot files that were found into a folder, whole or not at all. output: new, empty or a boot set.

    Files that are of no use are left out and told. Raises FogError, or BootFileError BOOT_SET_NOT_SAVED, FETCH_STOPPED.
    """
    refuse_to_replace(output)
    notes: list[Fault] = []
    with new_set_folder(output.absolute().parent, output.absolute().name) as draft:
        for name in _names(server):
            if should_stop():
                raise BootFileError(FaultCode.FETCH_STOPPED)
            on_progress(f"Bringing {name}.")
            notes += _bring(server, tftp, draft, name)
        notes += finish_set(draft, server, is_1_6=AUTOEXEC_SCRIPT in server.file_names)
    return BroughtFiles(load_boot_set(output.absolute()), tuple(notes))


def finish_set(draft: Path, server: FogServer, *, is_1_6: bool) -> tuple[Fault, ...]:
    """Make a boot set of the files that were brought into a folder. Gives what is wrong with some of them.

    Raises FogError where none is of use.
    """
    notes: list[Fault] = []
    kept = frozenset(path.relative_to(draft).as_posix() for path in draft.rglob("*") if path.is_file())
    rules = []
    for rule in boot_rules(kept, is_1_6=is_1_6):
        faults = check_rule(draft, rule, has_overlays=False)
        notes += faults
        rules += [] if faults else [rule]
    if not rules:
        raise FogError(FaultCode.FOG_BOOT_FILES_MISSING, address=server.address.host, archs=_ANY_COMPUTER)
    _write_scripts(draft, server.address.url)
    version = "" if server.version is None else server.version.text
    title = f"FOG {version} of {server.address.host}".replace("  ", " ")
    write_set_file(draft, title=title, rules=rules, origin=f"FOG server {server.address.url}", version=version)
    return tuple(notes)


def refuse_to_replace(output: Path) -> None:
    """What takes the folder's place removes all that is in it: only a boot set may go, or nothing. Raises FogError."""
    if not output.exists() and not output.is_symlink():
        return
    is_ours = (
        output.is_dir() and not output.is_symlink() and ((output / SET_FILE).is_file() or not any(output.iterdir()))
    )
    if not is_ours:
        raise FogError(FaultCode.FOG_OUTPUT_THERE, folder=output)


def _names(server: FogServer) -> list[str]:
    """What is there of the known names, without scripts, and what belongs to the shims."""
    there = [each.name for each in server.boot_files if each.name in server.file_names]
    names = [name for name in there if not name.endswith(".ipxe")]
    shims = [name for name in names if name in SECOND_STAGES]
    return [*names, *(SECOND_STAGES[name] for name in shims), *(KEY_MANAGERS if shims else ())]


def _bring(server: FogServer, tftp: Tftp, draft: Path, name: str) -> Iterator[Fault]:
    try:
        content = tftp.fetch(name, _LARGEST_FILE, _FILE_TIME_S)
    except TooLarge:
        limit = size_words(_LARGEST_FILE)
        yield describe(FaultCode.FOG_ANSWER_TOO_LONG, address=server.address.host, page=name, limit=limit)
        return
    if content is None:
        return
    yield from keep_file(draft, name, content)


def keep_file(draft: Path, name: str, content: bytes) -> Iterator[Fault]:
    """Put a file into the folder, unless it is known to be of no use."""
    path = draft / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(0o644)
    known = identify(path)
    # By content, never by where it seems to come from: FOG's own iPXE is not in the catalogue, and has the command.
    if known is not None and known.product == "iPXE" and known.has_feature(FOG_NEEDS) is False:
        path.unlink()
        values = {"file": name, "product": known.product, "version": known.version, "origin": known.origin}
        yield describe(FaultCode.FOG_IPXE_WITHOUT_PARAMS, **values)


def _write_scripts(draft: Path, url: str) -> None:
    """`default.ipxe`, which FOG's iPXE asks for, and `autoexec.ipxe`, which that of 1.6 looks for beside itself."""
    script = render_fog_script(url)
    places = [DEFAULT_SCRIPT, *(f"{folder}{AUTOEXEC_SCRIPT}" for folder in SCRIPT_FOLDERS if (draft / folder).is_dir())]
    for place in places:
        (draft / place).write_bytes(script)
        (draft / place).chmod(0o644)
