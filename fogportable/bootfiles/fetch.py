"""Bringing boot files: iPXE from Debian's archive, or whatever lies in a folder of the user's."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from fogportable.boot.boot_folder import choose_rules
from fogportable.boot.boot_set import DEFAULT_SET, SET_FILE, BootSet, check_rule, load_boot_set, recognise_folder
from fogportable.boot.catalogue import identify
from fogportable.bootfiles import apt
from fogportable.bootfiles.apt_sources import debian_mirror, is_mirror
from fogportable.bootfiles.store import copy_file, new_set_folder, set_name_from, write_set_file
from fogportable.errors import BootFileError, FaultCode
from fogportable.figures import size_words

SUITE = "trixie"
_SUITE_TITLES = {"trixie": "iPXE from Debian 13", "bookworm": "iPXE from Debian 12"}
_PACKAGE = "ipxe"
_PLACE = "usr/lib/ipxe"
_LICENCE = "usr/share/doc/ipxe/copyright"

#: What is taken out of the package, if it has it. The CD image and the kernel form are of no use to firmware.
_FILES = (
    "undionly.kpxe",
    "undionly.kkpxe",
    "ipxe.pxe",
    "snponly.efi",
    "ipxe.efi",
    "ipxe-arm64.efi",
    "ipxe-riscv64.efi",
    "ipxe-loong64.efi",
)

#: A folder is copied whole, because loaders load more: modules, second stages, fonts. Not whole images of disks.
_MOST_FILES = 5000
_MOST_BYTES = 1_000_000_000


def _never() -> bool:
    return False


def _quiet(sentence: str) -> None:
    """Nobody listens to the progress."""


def fetch_from_debian(
    target: Path,
    *,
    on_progress: Callable[[str], None] = _quiet,
    should_stop: Callable[[], bool] = _never,
    name: str = DEFAULT_SET,
    suite: str = SUITE,
    mirror: str | None = None,
) -> BootSet:
    """Bring Debian's package `ipxe` into `target/name`, replacing a set of that name once the new one is whole.

    Blocks for seconds to minutes, at most some seven; needs no root and changes nothing of the machine's packages.
    on_progress: gets sentences. should_stop: asked a few times a second, from this thread. mirror: address of an
    archive of Debian, None for the machine's own. Raises BootFileError.
    """
    apt.require_apt()
    found = mirror or debian_mirror()
    if found is None:
        raise BootFileError(FaultCode.FETCH_FAILED, problem="this machine has no package mirror of Debian configured")
    if not is_mirror(found):
        raise BootFileError(FaultCode.FETCH_FAILED, problem="the package mirror's address cannot be used", detail=found)
    archive = apt.AptArchive(found, suite, apt.find_keyring(suite))
    with _work_folder() as work:
        on_progress(f"Reading the package list of Debian {suite}.")
        apt.update_lists(archive, work, should_stop)
        on_progress(f"Downloading the package {_PACKAGE}.")
        package = apt.download(archive, work, _PACKAGE, should_stop)
        version = apt.package_version(package, should_stop)
        on_progress(f"Unpacking {_PACKAGE} {version}.")
        tree = work / "tree"
        apt.unpack(package, tree, should_stop)
        boot_set = _install_package(tree, target, name, suite, version)
    unknown = [rule.file for rule in boot_set.rules if identify(boot_set.folder / rule.file) is None]
    if unknown:
        on_progress(f"Newer than this program's catalogue: {', '.join(unknown)}.")
    on_progress(f"Stored {boot_set.title} ({version}) in {boot_set.folder}.")
    return boot_set


@contextmanager
def _work_folder() -> Iterator[Path]:
    """Not private (0755): as root, apt downloads as the user _apt, who must get in. Nothing in it is secret."""
    with tempfile.TemporaryDirectory(prefix="fogportable-bootfiles-") as place:
        work = Path(place)
        work.chmod(0o755)
        yield work


def _install_package(tree: Path, target: Path, name: str, suite: str, version: str) -> BootSet:
    with new_set_folder(target, name) as draft:
        for file in _FILES:
            source = _inside(tree, Path(_PLACE) / file)
            if source is not None:
                copy_file(source, draft / file)
        licence = _inside(tree, Path(_LICENCE))
        if licence is not None:
            copy_file(licence, draft / "COPYRIGHT.txt")
        rules = choose_rules(draft)
        if not rules:
            raise BootFileError(FaultCode.FETCH_FAILED, problem=f"the package {_PACKAGE} {version} has no known file")
        for rule in rules:
            for fault in check_rule(draft, rule):
                raise BootFileError(FaultCode.FETCH_FAILED, problem=fault.message.rstrip("."))
        title = _SUITE_TITLES.get(suite, f"iPXE from Debian {suite}")
        write_set_file(draft, title=title, rules=rules, origin=f"Debian {suite}, package {_PACKAGE}", version=version)
    return load_boot_set(target / name)


def _inside(tree: Path, name: Path) -> Path | None:
    """A regular file of the package. Links are followed as if `tree` were the root folder, never out of it."""
    for _ in range(8):
        path = tree / name
        if not path.is_symlink():
            return path if path.is_file() else None
        aim = os.path.normpath(os.path.join("/", name.parent, os.readlink(path)))
        name = Path(aim.lstrip("/"))
    return None


def import_folder(
    source: Path,
    target: Path,
    *,
    name: str | None = None,
    on_progress: Callable[[str], None] = _quiet,
    should_stop: Callable[[], bool] = _never,
) -> BootSet:
    """Copy a folder with boot files into `target`, replacing a set of the same name. The source is only read.

    name: of the set, None for one made from the folder's. Links are followed to files, not to folders. Raises
    BootFileError: ROOT_MISSING, FOLDER_TOO_LARGE, FOLDER_WITHOUT_BOOT_FILES, BOOT_SET_NOT_SAVED, FETCH_STOPPED.
    """
    if not source.is_dir():
        raise BootFileError(FaultCode.ROOT_MISSING, root=source)
    set_name = name or set_name_from(source.resolve().name)
    on_progress(f"Looking at {source}.")
    files = _files_to_copy(source, target)
    with new_set_folder(target, set_name) as draft:
        on_progress(f"Copying {len(files)} files.")
        for file in files:
            if should_stop():
                raise BootFileError(FaultCode.FETCH_STOPPED)
            copy_file(source / file, draft / file)
        found = recognise_folder(draft)
        if not found.rules:
            raise BootFileError(FaultCode.FOLDER_WITHOUT_BOOT_FILES, folder=source)
        title = found.title.removesuffix(f" in {draft}")
        if title == str(draft):
            title = source.resolve().name or set_name
        write_set_file(draft, title=title, rules=found.rules, origin=f"folder {source}")
    boot_set = load_boot_set(target / set_name)
    on_progress(f"Stored {len(files)} files in {boot_set.folder}.")
    return boot_set


def _files_to_copy(source: Path, target: Path) -> list[Path]:
    """Names below the source. Raises BootFileError FOLDER_TOO_LARGE."""
    names: list[Path] = []
    total = 0
    stored = target.resolve()
    for folder, folders, files in os.walk(source):
        folders[:] = sorted(each for each in folders if Path(folder, each).resolve() != stored)
        for file in sorted(files):
            path = Path(folder, file)
            if not path.is_file() or path.name == SET_FILE:
                continue
            total += path.stat().st_size
            names.append(path.relative_to(source))
            if total > _MOST_BYTES or len(names) > _MOST_FILES:
                limit = f"{_MOST_FILES} files or {size_words(_MOST_BYTES)}"
                raise BootFileError(FaultCode.FOLDER_TOO_LARGE, folder=source, limit=limit)
    return names
