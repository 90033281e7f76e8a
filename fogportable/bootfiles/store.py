"""Boot sets on disk: written whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import tomlkit

from fogportable.boot.boot_folder import find_file
from fogportable.boot.boot_set import SET_FILE, BootSet, StoredFile, load_boot_set
from fogportable.boot.catalogue import sha256_of
from fogportable.errors import BootFileError, FaultCode
from fogportable.model import BootRule
from fogportable.protocol.pxe.archs import arch_names

_SET_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?")
_SCHEMA_VERSION = 1


def is_set_name(name: str) -> bool:
    """Whether a set may have this name: lower case letters, digits, `.`, `_`, `-`; at most 64."""
    return _SET_NAME.fullmatch(name) is not None


def set_name_from(text: str) -> str:
    """A name for a set made of any text."""
    name = re.sub(r"[^a-z0-9._-]+", "-", text.lower()).strip("-._")[:64].strip("-._")
    return name or "boot-files"


@contextmanager
def new_set_folder(target: Path, name: str) -> Iterator[Path]:
    """A folder to fill; once the block ends well, it takes the place of the set of that name, else it is removed.

    target: the folder of all sets; made when missing. Transfers that run keep the files that they opened.
    Raises BootFileError BOOT_SET_NOT_SAVED.
    """
    draft: Path | None = None
    try:
        target.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{name}-", dir=target))
        draft.chmod(0o755)
        yield draft
        _take_place(draft, target / name)
    except OSError as problem:
        raise BootFileError(
            FaultCode.BOOT_SET_NOT_SAVED,
            name=name,
            problem=problem.strerror or str(problem),
            folder=target,
            detail=str(problem),
        ) from problem
    finally:
        if draft is not None:
            shutil.rmtree(draft, ignore_errors=True)


def _take_place(draft: Path, final: Path) -> None:
    """Rename the old set away and the draft into its place; the old one comes back when that fails."""
    old = draft.with_name(f"{draft.name}.old")
    had_one = final.exists()
    if had_one:
        final.rename(old)
    try:
        draft.rename(final)
    except OSError:
        if had_one:
            old.rename(final)
        raise
    if had_one:
        shutil.rmtree(old, ignore_errors=True)


def copy_file(source: Path, target: Path) -> None:
    """Content only, readable for all, on the disk before it counts. Raises OSError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as reader, target.open("wb") as writer:
        shutil.copyfileobj(reader, writer, 1 << 20)
        writer.flush()
        os.fsync(writer.fileno())
    target.chmod(0o644)


def write_set_file(
    folder: Path, *, title: str, rules: Sequence[BootRule], origin: str, version: str = "", now: datetime | None = None
) -> BootSet:
    """Write `boot-set.toml` for the files that lie in the folder, with their hashes. Raises OSError."""
    document = tomlkit.document()
    document.add(
        tomlkit.comment("Written by FOG Portable: what these boot files are, and what they were when they came.")
    )
    document["schema_version"] = _SCHEMA_VERSION
    document["title"] = title
    document["origin"] = origin
    if version:
        document["package_version"] = version
    document["brought"] = (now or datetime.now(UTC)).replace(microsecond=0)
    rule_tables = tomlkit.aot()
    for rule in rules:
        table = tomlkit.table()
        table["arch"] = arch_names(rule.archs)
        table["file"] = rule.file
        rule_tables.append(table)
    document["rule"] = rule_tables
    file_tables = tomlkit.aot()
    for file in _stored_files(folder, rules):
        table = tomlkit.table()
        table["name"] = file.name
        table["sha256"] = file.sha256
        table["size_bytes"] = file.size_bytes
        file_tables.append(table)
    document["file"] = file_tables
    (folder / SET_FILE).write_text(tomlkit.dumps(document), "utf-8")
    return load_boot_set(folder)


def _stored_files(folder: Path, rules: Sequence[BootRule]) -> Iterator[StoredFile]:
    """The files of the rules first, then every other program for firmware beside them."""
    paths = [path for rule in rules if (path := find_file(folder, rule.file)) is not None]
    root = folder.resolve()
    paths += sorted(path.resolve() for path in folder.rglob("*") if path.is_file() and path.name != SET_FILE)
    for path in dict.fromkeys(paths):
        yield StoredFile(path.relative_to(root).as_posix(), sha256_of(path), path.stat().st_size)
