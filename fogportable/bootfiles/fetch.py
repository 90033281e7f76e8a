"""Bringing boot files: loaders from Debian's archive, or whatever lies in a folder of the user's."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from fogportable.boot.boot_folder import choose_rules
from fogportable.boot.boot_set import SET_FILE, BootSet, check_rule, load_boot_set, recognise_folder
from fogportable.boot.catalogue import identify
from fogportable.bootfiles import apt
from fogportable.bootfiles.apt_sources import debian_mirror, is_mirror
from fogportable.bootfiles.offers import OFFERS, Loader, Offer, PackageFiles
from fogportable.bootfiles.store import copy_file, new_set_folder, set_name_from, write_set_file
from fogportable.errors import BootFileError, FaultCode
from fogportable.figures import size_words
from fogportable.language import say
from fogportable.resources import resources_folder

SUITE = "trixie"
_RELEASES = {"trixie": "Debian 13", "bookworm": "Debian 12"}

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
    loader: Loader = Loader.IPXE,
    name: str | None = None,
    suite: str = SUITE,
    mirror: str | None = None,
) -> BootSet:
    """Bring the packages of a loader from Debian into `target/name`; the new set, once whole, replaces the old one.

    Blocks for seconds to minutes, at most some seven; needs no root and changes nothing of the machine's packages.
    on_progress: gets sentences. should_stop: asked a few times a second, from this thread. name: None for the
    loader's usual. mirror: address of an archive of Debian, None for the machine's own. Raises BootFileError.
    """
    apt.require_apt()
    found = mirror or debian_mirror()
    if found is None:
        raise BootFileError(
            FaultCode.FETCH_FAILED, problem=say("this machine has no package mirror of Debian configured")
        )
    if not is_mirror(found):
        raise BootFileError(
            FaultCode.FETCH_FAILED, problem=say("the package mirror's address cannot be used"), detail=found
        )
    offer = OFFERS[loader]
    architecture = next((each.architecture for each in offer.packages if each.architecture), "")
    archive = apt.AptArchive(found, suite, apt.find_keyring(suite), architecture)
    with _work_folder() as work:
        on_progress(say("Reading the package list of Debian {suite}.", suite=suite))
        apt.update_lists(archive, work, should_stop)
        versions: dict[str, str] = {}
        for each in offer.packages:
            on_progress(say("Downloading the package {package}.", package=each.package))
            package = apt.download(archive, work, each.package, should_stop)
            versions[each.package] = apt.package_version(package, should_stop)
            on_progress(say("Unpacking {package} {version}.", package=each.package, version=versions[each.package]))
            apt.unpack(package, work / "tree", should_stop)
        boot_set = _install(work / "tree", target, name or offer.set_name, offer, suite, versions)
    unknown = [rule.file for rule in boot_set.rules if identify(boot_set.folder / rule.file) is None]
    if unknown:
        on_progress(say("Newer than this program's catalogue: {files}.", files=", ".join(unknown)))
    on_progress(
        say(
            "Stored {title} ({version}) in {folder}.",
            title=boot_set.title,
            version=boot_set.version,
            folder=boot_set.folder,
        )
    )
    return boot_set


@contextmanager
def _work_folder() -> Iterator[Path]:
    """Not private (0755): as root, apt downloads as the user _apt, who must get in. Nothing in it is secret."""
    with tempfile.TemporaryDirectory(prefix="fogportable-bootfiles-") as place:
        work = Path(place)
        work.chmod(0o755)
        yield work


def _install(tree: Path, target: Path, name: str, offer: Offer, suite: str, versions: Mapping[str, str]) -> BootSet:
    """versions: of each package, by name."""
    said = " ".join(versions.values()) if len(versions) == 1 else ", ".join(f"{p} {v}" for p, v in versions.items())
    with new_set_folder(target, name) as draft:
        for each in offer.packages:
            _take(tree, each, draft, "" if len(versions) == 1 else f"-{each.package}")
        for resource, file in offer.starters:
            kept = target / name / file
            copy_file(kept if kept.is_file() else resources_folder() / "bootfiles" / resource, draft / file)
        rules = choose_rules(draft)
        if not rules:
            wanted = " and ".join(versions)
            raise BootFileError(
                FaultCode.FETCH_FAILED,
                problem=say("the package {wanted} {said} has no known file", wanted=wanted, said=said),
            )
        for rule in rules:
            for fault in check_rule(draft, rule):
                raise BootFileError(FaultCode.FETCH_FAILED, problem=fault.message.rstrip("."))
        title = f"{offer.title} from {_RELEASES.get(suite, f'Debian {suite}')}"
        words = "package" if len(versions) == 1 else "packages"
        origin = f"Debian {suite}, {words} {', '.join(versions)}"
        write_set_file(draft, title=title, rules=rules, origin=origin, version=said)
    return load_boot_set(target / name)


def _take(tree: Path, wanted: PackageFiles, draft: Path, suffix: str) -> None:
    """Copy the wanted files and the licence. suffix: for the licence's name, where there are several."""
    for place, file in wanted.files:
        source = _inside(tree, Path(place))
        if source is not None:
            copy_file(source, draft / file)
    licence = _inside(tree, Path("usr/share/doc", wanted.package, "copyright"))
    if licence is not None:
        copy_file(licence, draft / f"COPYRIGHT{suffix}.txt")


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
    on_progress(say("Looking at {source}.", source=source))
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
    on_progress(say("Stored {count} files in {folder}.", count=len(files), folder=boot_set.folder))
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
                limit = say("{count} files or {size}", count=_MOST_FILES, size=size_words(_MOST_BYTES))
                raise BootFileError(FaultCode.FOLDER_TOO_LARGE, folder=source, limit=limit)
    return names
