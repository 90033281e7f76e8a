"""Boot files that are known by their content: what they are, where they come from, what they can do."""

from __future__ import annotations

import functools
import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from fogportable.errors import BootFileError, FaultCode
from fogportable.protocol.pxe.archs import parse_arch
from fogportable.resources import resources_folder

_FILE = "bootfiles/catalogue.toml"


@dataclass(frozen=True, slots=True)
class KnownFile:
    """One file of the catalogue.

    archs: option 93 numbers. product: `iPXE`, `GRUB`, `shim`. origin: package and release.
    features: commands and protocols that matter for menus, such as `params`; None when they could not be looked up.
    is_signed: for Secure Boot. has_script: a script is built in, so that the file does not ask for ours.
    lacks: what it was seen not to have, also where its features could not be looked up.
    """

    sha256: str
    size_bytes: int
    name: str
    archs: frozenset[int]
    product: str
    version: str
    origin: str
    features: frozenset[str] | None
    is_signed: bool
    has_script: bool
    lacks: frozenset[str] = frozenset()

    def has_feature(self, name: str) -> bool | None:
        """Whether it has one of the features that were looked for; None where that is not known."""
        if name in self.lacks:
            return False
        return None if self.features is None else name in self.features


def identify(path: Path) -> KnownFile | None:
    """The catalogue's entry for a file; None when it is not there. Hashes only when the size fits. Raises OSError."""
    size = path.stat().st_size
    if size not in {known.size_bytes for known in catalogue()}:
        return None
    found = sha256_of(path)
    return next((known for known in catalogue() if known.sha256 == found), None)


def sha256_of(path: Path) -> str:
    """In hexadecimal, lower case. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@functools.cache
def catalogue() -> tuple[KnownFile, ...]:
    """All known files. Raises BootFileError RESOURCES_BROKEN."""
    path = resources_folder() / _FILE
    try:
        with path.open("rb") as file:
            packages = tomllib.load(file)["package"]
        return tuple(known for package in packages for known in _files_of(package))
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as problem:
        raise BootFileError(FaultCode.RESOURCES_BROKEN, file=_FILE, detail=repr(problem)) from problem


def _files_of(package: dict[str, object]) -> list[KnownFile]:
    files = package["file"]
    if not isinstance(files, list):
        raise TypeError("[[package.file]] is not an array of tables")
    return [_known_file(package, entry) for entry in files]


def _known_file(package: dict[str, object], entry: dict[str, object]) -> KnownFile:
    features = entry.get("features", package.get("features"))
    lacks = package.get("lacks", [])
    if not isinstance(lacks, list):
        raise TypeError("lacks is not an array")
    if features is not None and not isinstance(features, list):
        raise TypeError("features is not an array")
    return KnownFile(
        sha256=str(entry["sha256"]),
        size_bytes=int(str(entry["size_bytes"])),
        name=str(entry["name"]),
        archs=parse_arch(str(entry["arch"])),
        product=str(package["product"]),
        version=str(package["version"]),
        origin=str(package["origin"]),
        features=None if entry.get("is_compressed") or features is None else frozenset(map(str, features)),
        is_signed=entry.get("is_signed") is True,
        has_script=entry.get("has_script") is True,
        lacks=frozenset(map(str, lacks)),
    )
