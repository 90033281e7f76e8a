"""Writing a profile: into the file that is there, touching only what changed, or as a new one. All or nothing."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tomlkit.exceptions import TOMLKitError

from fogportable.config.document import ProfileDocument
from fogportable.config.load import read_profile, read_text
from fogportable.config.profile import Profile
from fogportable.errors import ConfigError, FaultCode
from fogportable.language import say


def save_profile(profile: Profile, path: Path) -> None:
    """Write a profile so that `load_profile` gives it back. Comments, order and everything unchanged stay.

    Keys that mean nothing to an entry's action are not written. A new file gets every key.
    Raises ConfigError PROFILE_NOT_SAVED, with the file that was there unchanged: the disk is full or read-only,
    the file there is broken (nobody's handwork is overwritten). PROFILE_INCOMPLETE, likewise: the profile breaks a
    rule that a file must keep.
    """
    wanted = _without_unused_fields(profile)
    try:
        target = path.resolve()  # a link stays a link
        before = read_text(target) if target.exists() else ""
        text = _edited(before, wanted, path)
        _check(text, wanted, path)
        _replace_file(target, text.encode())
    except OSError as problem:
        raise _not_saved(path, (problem.strerror or str(problem)).lower(), str(problem)) from problem


def _without_unused_fields(profile: Profile) -> Profile:
    """The profile as a file can hold it: each entry with only the fields of its action."""
    entries = tuple(entry.without_unused_fields() for entry in profile.menu.entries)
    lines = tuple(entry.without_unused_fields() for entry in profile.pxe_menu.entries)
    return replace(
        profile,
        menu=replace(profile.menu, entries=entries),
        pxe_menu=replace(profile.pxe_menu, entries=lines),
    )


def _edited(before: str, wanted: Profile, path: Path) -> str:
    try:
        old, faults = read_profile(before, path)
    except ConfigError as problem:
        raise _not_saved(path, say("the file that is there is broken"), str(problem)) from problem
    if faults:
        raise _not_saved(path, say("the file that is there is broken"), str(faults[0]))
    document = ProfileDocument(before)
    try:
        document.write(old, wanted, is_new=not before.strip())
    except TOMLKitError as problem:  # The second parser understands the file differently from the first.
        raise _not_saved(path, say("the file that is there is written in an unusual way"), str(problem)) from problem
    text = document.text()
    return text.replace("\r\n", "\n").replace("\n", "\r\n") if "\r\n" in before else text


def _check(text: str, wanted: Profile, path: Path) -> None:
    """Read back what would be written: what cannot be loaded again must never replace what can."""
    try:
        found, faults = read_profile(text, path)
    except ConfigError as problem:
        raise _not_saved(path, say("a text in it cannot be written"), str(problem)) from problem
    if faults:
        reason = _reason(faults[0].message)
        raise ConfigError(FaultCode.PROFILE_INCOMPLETE, file=path, problem=reason, detail=str(faults[0]))
    if found != wanted:
        raise _not_saved(path, say("it would not read back the same"), f"{found} != {wanted}")


def _reason(message: str) -> str:
    """`The profile X has a wrong value for K in line N: P.` -> `K: P`; lines of an unwritten text help nobody."""
    _, _, rest = message.partition("wrong value for ")
    key, _, problem = rest.partition(": ")
    return f"{key.partition(' in line ')[0]}: {problem.rstrip('.')}" if problem else message.rstrip(".")


def _not_saved(path: Path, problem: str, detail: str) -> ConfigError:
    return ConfigError(FaultCode.PROFILE_NOT_SAVED, file=path, problem=problem, detail=detail)


# --- the file -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Ownership:
    mode: int
    uid: int
    gid: int


def _replace_file(target: Path, data: bytes) -> None:
    """Write beside the target, make it durable, then rename over it. Raises OSError with the target unharmed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    owner = _ownership(target)
    with _temporary_beside(target) as temporary:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        try:
            _write_all(handle, data)
            if owner is not None and os.name == "posix":
                _keep_ownership(handle, owner)
            os.fsync(handle)
        finally:
            os.close(handle)
        os.replace(temporary, target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


@contextlib.contextmanager
def _temporary_beside(target: Path) -> Iterator[Path]:
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _ownership(target: Path) -> _Ownership | None:
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    return _Ownership(found.st_mode & 0o7777, found.st_uid, found.st_gid)


def _keep_ownership(handle: int, owner: _Ownership) -> None:
    """Under sudo the file must stay the user's; anybody else may not give files away, and need not."""
    with contextlib.suppress(PermissionError):
        os.fchown(handle, owner.uid, owner.gid)
    os.fchmod(handle, owner.mode)
