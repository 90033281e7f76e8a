"""Opening a saved session: a file of a stranger, so strictly and within bounds, or not at all."""

from __future__ import annotations

import contextlib
import json
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from fogportable.errors import FaultCode
from fogportable.events import Record
from fogportable.model import ClientSnapshot, Finding, LearnedShape, NetworkInterface
from fogportable.session.saved.bundle import (
    FORMAT,
    JOURNAL,
    MACHINE,
    MANIFEST,
    RECORDING,
    TABLE,
    VERSION,
    BundleError,
    entry_names,
)
from fogportable.session.saved.masks import Redaction
from fogportable.session.saved.records import read_records
from fogportable.session.saved.table import Table, TableFacts, build_table, hash_of
from fogportable.session.saved.values import WrongValue, decode

_MIB = 1024 * 1024
#: A day of a room of thirty, packed, has some two.
_LARGEST_FILE = 64 * _MIB
_LARGEST_ENTRY = {JOURNAL: 48 * _MIB, RECORDING: 16 * _MIB}
_LARGEST_OTHER = 8 * _MIB
_MOST_VERSIONS = 32
_ZIP = b"PK\3\4"
_DEFECTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    RecursionError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
)


@dataclass(frozen=True, slots=True)
class Machine:
    """Where a session was served from."""

    versions: dict[str, str]
    cards: tuple[NetworkInterface, ...]
    learned: tuple[LearnedShape, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class SavedSession:
    """What stands in a file. saved: when. program: the version that wrote it.

    is_whole: the journal had all since Start. is_rebuilt: the table is the one that its records give; else it is shown
    as it was saved. recording: a capture file.
    """

    saved: datetime
    program: str
    is_whole: bool
    is_rebuilt: bool
    masked: Redaction
    records: tuple[Record, ...]
    facts: TableFacts
    table: Table
    machine: Machine
    recording: bytes


def is_bundle(path: Path) -> bool:
    """Whether a file looks like a saved session, by its first octets. Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(_ZIP)) == _ZIP


def open_bundle(path: Path) -> SavedSession:
    """Read a file. Raises BundleError: BUNDLE_NOT_OPENED, BUNDLE_WRONG, BUNDLE_NEWER."""
    try:
        with _archive(path) as archive:
            return _read(archive, path)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise BundleError(FaultCode.BUNDLE_NOT_OPENED, file=path, reason=reason) from problem
    except _DEFECTS as problem:
        raise BundleError(FaultCode.BUNDLE_WRONG, file=path.name, detail=str(problem)) from problem


@contextlib.contextmanager
def _archive(path: Path) -> Iterator[zipfile.ZipFile]:
    if path.stat().st_size > _LARGEST_FILE:
        raise WrongValue("the file is too large")
    with zipfile.ZipFile(path) as archive:
        names = [each.filename for each in archive.infolist()]
        if len(set(names)) != len(names) or not set(names) <= set(entry_names()):
            raise WrongValue("other entries than a saved session has")
        yield archive


def _read(archive: zipfile.ZipFile, path: Path) -> SavedSession:
    manifest = _fields(_entry(archive, MANIFEST), "format", "version", "program", "saved", "is_whole", "masked")
    if manifest["format"] != FORMAT:
        raise WrongValue("another format")
    if decode(int, manifest["version"]) > VERSION:
        raise BundleError(FaultCode.BUNDLE_NEWER, file=path.name, program=decode(str, manifest["program"]))
    records = tuple(read_records(_entry(archive, JOURNAL).splitlines()))
    saved_table = _fields(_entry(archive, TABLE), "facts", "rows", "hash")
    facts = decode(TableFacts, saved_table["facts"])
    rows = decode(tuple[ClientSnapshot, ...], saved_table["rows"])
    if hash_of(rows) != saved_table["hash"]:
        raise WrongValue("the table was changed")
    table = build_table(records, facts)
    is_rebuilt = hash_of(table.rows) == saved_table["hash"]
    return SavedSession(
        saved=decode(datetime, manifest["saved"]),
        program=decode(str, manifest["program"]),
        is_whole=decode(bool, manifest["is_whole"]),
        is_rebuilt=is_rebuilt,
        masked=decode(Redaction, manifest["masked"]),
        records=records,
        facts=facts,
        table=table if is_rebuilt else Table(rows, table.transfers),
        machine=_machine(_entry(archive, MACHINE)),
        recording=_entry(archive, RECORDING),
    )


def _machine(octets: bytes) -> Machine:
    raw = _fields(octets, "versions", "cards", "learned", "findings")
    versions = raw["versions"]
    if not isinstance(versions, dict) or len(versions) > _MOST_VERSIONS:
        raise WrongValue("no versions")
    return Machine(
        {decode(str, name): decode(str, version) for name, version in versions.items()},
        decode(tuple[NetworkInterface, ...], raw["cards"]),
        decode(tuple[LearnedShape, ...], raw["learned"]),
        decode(tuple[Finding, ...], raw["findings"]),
    )


def _entry(archive: zipfile.ZipFile, name: str) -> bytes:
    """What an entry holds; what its header says of the size is not believed."""
    most = _LARGEST_ENTRY.get(name, _LARGEST_OTHER)
    with archive.open(name) as file:
        octets = file.read(most + 1)
    if len(octets) > most:
        raise WrongValue(f"{name} is too large")
    return octets


def _fields(octets: bytes, *names: str) -> dict[str, Any]:
    raw = json.loads(octets)
    if not isinstance(raw, dict) or raw.keys() != set(names):
        raise WrongValue("other fields than a saved session has")
    return raw
