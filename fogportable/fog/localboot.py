"""FOG 1.6's boot files over HTTP: archives for the EFI partitions of disks, named with their hashes in a manifest.

Read from its description; no running FOG 1.6 was met. So the manifest is read for what it must hold, in any shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fogportable.fog.answer import Answer, refuse

FOLDER = "service/localboot/"
MANIFEST_PAGE = f"{FOLDER}manifest.json"

_NAME = re.compile(r"fog-esp-(x86_64|i386|arm64)\.(?:zip|tar\.gz)")
_SHA256 = re.compile(r"[0-9a-f]{64}")
#: Where the installer puts files for these processors.
_FOLDERS = {"x86_64": "", "i386": "i386-efi/", "arm64": "arm64-efi/"}


@dataclass(frozen=True, slots=True)
class EspArchive:
    """One archive. sha256: in hexadecimal, lower case. folder: its files' place below a TFTP folder, "" for the top."""

    name: str
    sha256: str
    folder: str

    @property
    def page(self) -> str:
        """Below FOG's pages."""
        return f"{FOLDER}{self.name}"


def read_manifest(answer: Answer) -> tuple[EspArchive, ...]:
    """All archives with a hash, each once. Raises FogError where there is no manifest, or none in it."""
    try:
        said = answer.json() if answer.status == 200 else None
    except ValueError:
        said = None
    found = dict(_pairs(said))
    if not found:
        refuse(answer, "a list of boot files")
    return tuple(EspArchive(name, sha256, _folder(name)) for name, sha256 in found.items())


def _folder(name: str) -> str:
    match = _NAME.fullmatch(name)
    return _FOLDERS[match[1]] if match is not None else ""


def _pairs(said: object) -> Iterator[tuple[str, str]]:
    """Names with their hashes: beside each other in one object, or the hash behind the name."""
    if isinstance(said, list):
        for each in said:
            yield from _pairs(each)
    elif isinstance(said, dict):
        texts = [each for each in said.values() if isinstance(each, str)]
        names = [each for each in texts if _NAME.fullmatch(each)]
        hashes = [each.lower() for each in texts if _SHA256.fullmatch(each.lower())]
        if len(names) == 1 and len(hashes) == 1:
            yield names[0], hashes[0]
        for key, value in said.items():
            inner = value.get("sha256") if isinstance(value, dict) else value
            if _NAME.fullmatch(str(key)) and isinstance(inner, str) and _SHA256.fullmatch(inner.lower()):
                yield str(key), inner.lower()
            else:
                yield from _pairs(value)
