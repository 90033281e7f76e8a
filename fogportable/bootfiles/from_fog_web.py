"""Bringing FOG 1.6's boot files over HTTP, where its TFTP is not reached: by its manifest, for UEFI only."""

from __future__ import annotations

import hashlib
import io
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from fogportable.boot.boot_set import load_boot_set
from fogportable.bootfiles.from_fog import BroughtFiles, finish_set, keep_file, refuse_to_replace
from fogportable.bootfiles.store import new_set_folder
from fogportable.errors import Fault, FaultCode, describe
from fogportable.fog.localboot import MANIFEST_PAGE, EspArchive, read_manifest
from fogportable.fog.server import FogServer
from fogportable.foglink.web import Web
from fogportable.language import say

#: An EFI partition's files with a kernel and its RAM disk have some 60 MB.
_MOST_BYTES = 256_000_000
_TIME_S = 120.0
_LARGEST_FILE = 16_000_000
_MOST_MEMBERS = 2000
#: What firmware can boot out of such an archive. Shims lie with what they start, which is not told apart here.
_WANTED = ("snponly.efi", "ipxe.efi")


def bring_over_http(server: FogServer, web: Web, output: Path) -> BroughtFiles:
    """Fetch the archives of the manifest into a folder, whole or not at all; each is checked by its hash first.

    Blocks for up to two minutes an archive. Raises FogError, or BootFileError BOOT_SET_NOT_SAVED.
    """
    refuse_to_replace(output)
    slow = replace(web, timeout_s=max(web.timeout_s, _TIME_S))
    notes: list[Fault] = []
    with new_set_folder(output.absolute().parent, output.absolute().name) as draft:
        for archive in read_manifest(web.get(MANIFEST_PAGE)):
            answer = slow.get(archive.page, most_bytes=_MOST_BYTES)
            if answer.status != 200 or hashlib.sha256(answer.body).hexdigest() != archive.sha256:
                notes.append(_damaged(server, archive, say("its SHA-256 is not that of the manifest")))
                continue
            try:
                for name, content in _programs(answer.body):
                    notes += keep_file(draft, f"{archive.folder}{name}", content)
            except (OSError, EOFError, RuntimeError, ValueError, zipfile.BadZipFile, tarfile.TarError) as problem:
                notes.append(_damaged(server, archive, say("it is no sound archive ({problem})", problem=problem)))
        notes += finish_set(draft, server, is_1_6=True)
    return BroughtFiles(load_boot_set(output.absolute()), tuple(notes))


def _damaged(server: FogServer, archive: EspArchive, problem: str) -> Fault:
    return describe(FaultCode.FOG_ARCHIVE_DAMAGED, file=archive.name, address=server.address, problem=problem)


def _programs(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The programs in a zip or a tar, by the last part of their names; of the same name the first counts.

    Nothing is unpacked to where an archive says.
    """
    seen: set[str] = set()
    for place, content in _members(data):
        name = PurePosixPath(place).name.lower()
        if name in _WANTED and name not in seen:
            seen.add(name)
            yield name, content


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist()[:_MOST_MEMBERS]:
                if info.filename.lower().endswith(_WANTED) and info.file_size <= _LARGEST_FILE:
                    yield info.filename, archive.read(info)
        return
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        for number, member in enumerate(tar):
            if number >= _MOST_MEMBERS:
                return
            opened = tar.extractfile(member) if member.isfile() and member.size <= _LARGEST_FILE else None
            if opened is not None and member.name.lower().endswith(_WANTED):
                yield member.name, opened.read()
