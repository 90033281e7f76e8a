"""Boot sets: a folder and which of its files each kind of computer gets; and what may be wrong with such a file."""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fogportable.boot.boot_folder import RESERVED_NAMES, choose_rules, find_file, known_file
from fogportable.boot.file_names import AccessViolation, split_name
from fogportable.boot.image import BootImage, ImageKind, read_image
from fogportable.boot.overlays import overlays_of
from fogportable.errors import BootFileError, Fault, FaultCode, describe
from fogportable.language import say
from fogportable.model import BootRule
from fogportable.protocol.pxe.archs import ClientArch, arch_label, archs_words, parse_arch
from fogportable.resources import resources_folder

_log = logging.getLogger("fogportable.boot")

#: Lies in the folder of every set that FOG Portable made itself.
SET_FILE = "boot-set.toml"
#: The set that `bootfiles get` brings; proposed first.
DEFAULT_SET = "debian-13"
#: In the resources of a package: sets that it carries, so that it serves where there never was a network to fetch them.
CARRIED_SETS = "boot-sets"

#: What people call network boot programs for the BIOS.
_BIOS_ENDINGS = (".kpxe", ".kkpxe", ".pxe", ".0")
_IPXE_SCRIPT_NAMES = ("default.ipxe", "autoexec.ipxe")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file as it was when it came. sha256: hexadecimal, lower case."""

    name: str
    sha256: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class BootSet:
    """Which file each kind of computer gets.

    name: stable, for profiles and commands. title: for people. folder: the TFTP root. rules: the first match wins.
    origin: where the files come from, "" for a folder of the user's own. version: of the package, "" when unknown.
    files: what was stored, empty for a folder of the user's own.
    """

    name: str
    title: str
    folder: Path
    rules: tuple[BootRule, ...]
    origin: str = ""
    version: str = ""
    files: tuple[StoredFile, ...] = ()


# --- sets -------------------------------------------------------------------------------------------------------


def load_boot_sets(folder: Path, carried: Path | None = None) -> tuple[BootSet, ...]:
    """All sets stored below a folder, the one to propose first. A missing folder has none.

    carried: more of them, that came with the program (None: in its resources); one of the same name that is stored
    counts before it.
    """
    stored = _sets_below(folder)
    names = {each.name for each in stored}
    ours = _sets_below(resources_folder() / CARRIED_SETS if carried is None else carried)
    sets = (*stored, *(each for each in ours if each.name not in names))
    return tuple(sorted(sets, key=lambda each: (each.name != DEFAULT_SET, each.name)))


def _sets_below(folder: Path) -> list[BootSet]:
    try:
        places = sorted(place for place in folder.iterdir() if place.is_dir() and not place.name.startswith("."))
    except OSError as problem:
        _log.debug("no boot sets in %s: %s", folder, problem)
        return []
    return [each for place in places if (each := load_boot_set(place)).rules]


def load_boot_set(folder: Path) -> BootSet:
    """One stored set. A folder without a readable `boot-set.toml` is taken for what its files are."""
    try:
        with (folder / SET_FILE).open("rb") as file:
            return _read_set(folder, tomllib.load(file))
    except FileNotFoundError:
        return recognise_folder(folder)
    except (OSError, ValueError, KeyError, TypeError) as problem:
        _log.warning("%s in %s cannot be read (%s); its files are looked at instead", SET_FILE, folder, problem)
        return recognise_folder(folder)


def _read_set(folder: Path, document: dict[str, object]) -> BootSet:
    """Raises KeyError, TypeError or ValueError when the form is wrong."""
    rules = [
        BootRule(frozenset[int]().union(*map(parse_arch, _texts(entry["arch"]))), str(entry["file"]))
        for entry in _tables(document, "rule")
    ]
    files = [
        StoredFile(str(entry["name"]), str(entry["sha256"]), int(str(entry["size_bytes"])))
        for entry in _tables(document, "file")
    ]
    return BootSet(
        # The folder's name, not the one inside: a copied folder is another set.
        name=folder.name,
        title=str(document["title"]),
        folder=folder,
        rules=tuple(rules),
        origin=str(document.get("origin", "")),
        version=str(document.get("package_version", "")),
        files=tuple(files),
    )


def _tables(document: dict[str, object], key: str) -> list[dict[str, object]]:
    tables = document.get(key, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise TypeError(f"[[{key}]] is not an array of tables")
    return tables


def _texts(value: object) -> list[str]:
    if not isinstance(value, list):
        raise TypeError("arch is not an array")
    return [str(each) for each in value]


def recognise_folder(folder: Path) -> BootSet:
    """A set made of what lies in a folder: known names, then content. Its rules are empty when there is nothing."""
    rules = choose_rules(folder)
    return BootSet(folder.name or "folder", _title(folder, rules), folder, rules)


def _title(folder: Path, rules: tuple[BootRule, ...]) -> str:
    if any((folder / name).is_file() for name in _IPXE_SCRIPT_NAMES):
        return say("FOG's boot files in {folder}", folder=folder)
    for rule in rules:
        known = known_file(folder, rule.file)
        if known is not None:
            return f"{known.product} from {known.origin.split(',')[0]} in {folder}"
    return str(folder)


def notes_on(boot_set: BootSet) -> tuple[Fault, ...]:
    """What a set cannot do although nothing in it is wrong: iPXE of Debian has no file for 32-bit UEFI."""
    has_ia32 = any(ClientArch.X86_UEFI in rule.archs for rule in boot_set.rules)
    return (
        () if has_ia32 or not boot_set.title.startswith("iPXE from Debian") else (describe(FaultCode.IA32_HAS_NO_IPXE),)
    )


# --- files ------------------------------------------------------------------------------------------------------


def file_fault(root: Path, file: str, arch: int, overlays: Sequence[str] = ()) -> Fault | None:
    """Whether a boot file can be served now: there, not empty, inside the folder. Cheap; does not open it.

    overlays: folders of the boot folder that may have it too.
    """
    return _presence_fault(root, file, arch_label(arch), overlays)[0]


def script_fault(root: Path, file: str) -> Fault | None:
    """The same for a script of iPXE below the folder, which may have any name."""
    return _presence_fault(root, file, "iPXE", is_script=True)[0]


def check_rule(root: Path, rule: BootRule, *, has_overlays: bool = True) -> tuple[Fault, ...]:
    """Everything that is wrong with the file of a rule; empty when it is sound, or not ours. Reads headers only.

    has_overlays: computers of the rule that have a folder of their own get the file that stands there.
    """
    if not rule.file or rule.next_server is not None:
        return ()
    places = overlays_of(root, rule) if has_overlays else {(): rule.archs}
    asking: dict[object, tuple[tuple[str, ...], frozenset[int]]] = {}
    for overlays, archs in places.items():
        same = _presence_fault(root, rule.file, "", overlays)
        asking[same] = (overlays, archs | asking.get(same, ((), frozenset[int]()))[1])
    faults: list[Fault] = []
    for overlays, archs in asking.values():
        faults += _faults_at(root, replace(rule, archs=archs), overlays)
    return tuple(faults)


def _faults_at(root: Path, rule: BootRule, overlays: Sequence[str]) -> tuple[Fault, ...]:
    """What is wrong with the one file that all computers of this rule get."""
    arch = archs_words(rule.archs) if rule.archs else "every computer"
    fault, path = _presence_fault(root, rule.file, arch, overlays)
    if fault is not None or path is None:
        return () if fault is None else (fault,)
    try:
        image = read_image(path)
    except OSError as problem:
        return (_broken(rule.file, arch, say("it cannot be read ({reason})", reason=problem.strerror)),)
    return _image_faults(rule, arch, image)


def _presence_fault(
    root: Path, file: str, arch: str, overlays: Sequence[str] = (), *, is_script: bool = False
) -> tuple[Fault | None, Path | None]:
    """A fault, or the file's real path."""
    try:
        if not is_script and "/".join(split_name(file)).lower() in RESERVED_NAMES:
            return describe(FaultCode.BOOT_FILE_RESERVED, file=file, arch=arch), None
        path = find_file(root, file, overlays)
        if path is None:
            return describe(FaultCode.BOOT_FILE_MISSING, file=file, arch=arch, root=root), None
        if path.stat().st_size == 0:
            return describe(FaultCode.BOOT_FILE_EMPTY, file=file, arch=arch), None
    except AccessViolation:
        return describe(FaultCode.BOOT_FILE_OUTSIDE, file=file, root=root), None
    except FileNotFoundError:
        return describe(FaultCode.BOOT_FILE_MISSING, file=file, arch=arch, root=root), None
    except OSError as problem:
        return _broken(file, arch, say("it cannot be read ({reason})", reason=problem.strerror)), None
    return None, path


def _image_faults(rule: BootRule, arch: str, image: BootImage) -> tuple[Fault, ...]:
    misfits = frozenset(each for each in rule.archs if not image.runs_on(each))
    if image.problem:
        # Firmware that nobody here knows (U-Boot, a Raspberry Pi) may well want such a file.
        return (_broken(rule.file, arch, image.problem),) if misfits else ()
    if not misfits:
        return ()
    if image.kind is ImageKind.NBP and not rule.file.lower().endswith(_BIOS_ENDINGS):
        # Raw code is a guess made from the lack of a header; for UEFI the lack itself is what is wrong.
        return (_broken(rule.file, archs_words(misfits), say("it is not an EFI program (no PE header)")),)
    wrong = describe(FaultCode.BOOT_FILE_WRONG_ARCH, file=rule.file, actual=image.words, arch=archs_words(misfits))
    return (wrong,)


def _broken(file: str, arch: str, problem: str) -> Fault:
    return describe(FaultCode.BOOT_FILE_BROKEN, file=file, arch=arch, problem=problem)


def require_arch(boot_set: BootSet, archs: frozenset[int]) -> None:
    """Raises BootFileError when the set has no file for some of these: IA32_HAS_NO_IPXE, ARCH_WITHOUT_FILE."""
    for arch in sorted(archs):
        if any(arch in rule.archs for rule in boot_set.rules):
            continue
        if arch == ClientArch.X86_UEFI and notes_on(boot_set):
            raise BootFileError(FaultCode.IA32_HAS_NO_IPXE)
        raise BootFileError(FaultCode.ARCH_WITHOUT_FILE, arch=arch_label(arch))
