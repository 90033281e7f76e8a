"""Names of files below a boot folder: which are refused, which file one means, which are asked for on the off chance.

The checks before Start and the TFTP service use these same rules, so that what is promised is what is served.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fogportable.model import FileRescue

_LONGEST_NAME = 255
_DEEPEST = 16
_DRIVE = re.compile(r"[A-Za-z]:/")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\xff]")
#: Names that mean a device on Windows, with or without an extension. Refused on every system: boot folders travel.
_DEVICE = re.compile(r"(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9¹²³])[ .]*(\..*)?", re.IGNORECASE)
#: Asked for by iPXE, PXELINUX, GRUB, shim and the Windows loader whether they exist or not.
_OPTIONAL = re.compile(
    r"(.*/)?(autoexec\.ipxe|default\.ipxe|pxelinux\.cfg/.*|grub\.cfg.*|grub/.*|[^/]*\.cfg"
    r"|[^/]*sbat[^/]*|[^/]*revocations?[^/]*|shim_certificate[^/]*|boot/(fonts|resources)/.*|[^/]*\.mui)",
    re.IGNORECASE,
)


class FileStoreError(Exception):
    """A name that cannot be served. reason: one clause for people, without a path of this machine."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NoSuchFile(FileStoreError):
    """Nothing of that name is below the boot folder."""


class AccessViolation(FileStoreError):
    """The name points out of the boot folder, to a device, or is not a name at all."""


class FileUnreadable(FileStoreError):
    """The file is there, but this user or this disk cannot read it."""


def split_name(name: bytes | str) -> tuple[str, ...]:
    """The components of a requested name, cleaned; never `..`, never empty ones. Raises AccessViolation.

    Windows loaders send `\\`. Some ROMs read option 67 past its end and append the END octet 0xFF. Nothing is
    unquoted: `%2e` is just three characters.
    """
    text = name if isinstance(name, str) else _decode(name)
    if len(text) > _LONGEST_NAME:
        raise AccessViolation("the name is too long")
    if _CONTROL.search(text):
        raise AccessViolation("the name has control characters")
    text = text.replace("\\", "/")
    if _DRIVE.match(text):
        text = text[2:]
    parts = tuple(part for part in text.split("/") if part not in ("", "."))
    if ".." in parts:
        raise AccessViolation("the name leaves the boot folder")
    if ":" in text:
        raise AccessViolation("the name has a colon")
    if len(parts) > _DEEPEST:
        raise AccessViolation("the name has too many folders")
    if any(_DEVICE.fullmatch(part) for part in parts):
        raise AccessViolation("the name is one of a device")
    if not parts:
        raise AccessViolation("the name is empty")
    return parts


def shown_name(name: bytes) -> str:
    """A requested name for people and journals: printable and bounded, whatever the client sent."""
    text = _decode(name[: _LONGEST_NAME + 1])
    text = "".join(character if character.isprintable() else "?" for character in text)
    return text if len(text) <= _LONGEST_NAME else text[: _LONGEST_NAME - 1] + "…"


def is_optional(name: str) -> bool:
    """True for names that loaders try although they need not exist: their absence is no fault."""
    return _OPTIONAL.fullmatch(name.replace("\\", "/").lstrip("/")) is not None


def _decode(name: bytes) -> str:
    name = name.rstrip(b"\xff")
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode("latin-1")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a requested name may mean. name: cleaned. rescues: what had to be done to the requested one."""

    name: str
    rescues: tuple[FileRescue, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """path: real. meaning: the name that led there. others: what else matches without regard to case, by file name.
    overlay: the folder it was looked for in, "" for the root.
    """

    path: str
    meaning: Meaning
    others: tuple[str, ...] = ()
    overlay: str = ""


def candidates(name: bytes | str, root: Path) -> tuple[str, ...]:
    """The cleaned names that a request may mean, in the order they are tried. Raises AccessViolation."""
    return tuple(meaning.name for meaning in meanings(name, root))


def meanings(name: bytes | str, root: Path) -> tuple[Meaning, ...]:
    """What a request may mean, in the order in which it is tried. Raises AccessViolation.

    The name itself, then without a prefix that configurations of other servers carry, then without `.0`, the layer
    number that some PXE servers and clients append. root: absolute.
    """
    parts = split_name(name)
    always = _rescues_of(name)
    tried = [(parts, always)]
    for prefix in (root.parts[1:], ("tftpboot",)):
        if 0 < len(prefix) < len(parts) and parts[: len(prefix)] == prefix:
            tried.append((parts[len(prefix) :], tuple(dict.fromkeys((*always, FileRescue.ABSOLUTE_NAME)))))
    for (*folders, last), rescues in tuple(tried):
        stem = last.removesuffix(".0")
        if stem not in ("", ".", "..", last):
            shortened = (*rescues, FileRescue.LAYER_SUFFIX)
            tried += [((*folders, stem), shortened), ((*folders, stem + ".kpxe"), shortened)]
    return tuple(Meaning("/".join(each), rescues) for each, rescues in tried)


def _rescues_of(name: bytes | str) -> tuple[FileRescue, ...]:
    """What `split_name` had to do before any file was looked for. A leading `/` is usual and no rescue."""
    text = name if isinstance(name, str) else _decode(name)
    rescues = []
    if "\\" in text:
        rescues.append(FileRescue.BACKSLASHES)
    if isinstance(name, bytes) and name.endswith(b"\xff"):
        rescues.append(FileRescue.TRAILING_OCTET)
    if _DRIVE.match(text.replace("\\", "/")):
        rescues.append(FileRescue.ABSOLUTE_NAME)
    return tuple(rescues)


def find_below(root: str, names: Iterable[str]) -> str | None:
    """The real path of the first of these cleaned names that exists; None when none does.

    Matched without case where needed. root: real path. Raises AccessViolation when a link leads out, OSError.
    """
    found = find_meaning(root, map(Meaning, names))
    return None if found is None else found.path


def find_meaning(root: str, tried: Iterable[Meaning], folder: str = "") -> Found | None:
    """The first of these that exists; None when none does. root: real path. Raises AccessViolation, OSError.

    folder: look below this folder of the root only, an overlay. A file of the overlay may be a link into the root.
    """
    for meaning in tried:
        names = (folder, *meaning.name.split("/")) if folder else meaning.name.split("/")
        found = _find(root, names)
        if found is None:
            continue
        path, is_exact, others = found
        rescues = meaning.rescues
        if not is_exact:
            rescues = (*rescues, FileRescue.LETTER_CASE)
        if folder:
            rescues = (*rescues, FileRescue.OVERLAY)
        return Found(path, Meaning(meaning.name, rescues), others, folder)
    return None


def _find(root: str, parts: Iterable[str]) -> tuple[str, bool, tuple[str, ...]] | None:
    """The real path of a name below a real root, whether all of it matched exactly, and what else matches.

    None when it is not there. Raises AccessViolation when a link leads out.
    """
    path, is_exact = root, True
    others: tuple[str, ...] = ()
    for part in parts:
        found = os.path.join(path, part)
        if not os.path.lexists(found):
            matches = _matches_without_case(path, part)
            if not matches:
                return None
            # Of several the first in order counts, always the same one.
            found, is_exact, others = os.path.join(path, matches[0]), False, (*others, *matches[1:])
        if os.path.islink(found):
            found = os.path.realpath(found)
            if os.path.commonpath((root, found)) != root:
                raise AccessViolation("the name leads out of the boot folder")
        path = found
    return path, is_exact, others


def _matches_without_case(folder: str, part: str) -> list[str]:
    """Windows loaders do not care about case. In order."""
    wanted = part.casefold()
    with contextlib.suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        return sorted(entry.name for entry in entries if entry.name.casefold() == wanted)
    return []
