"""Packages out of Debian's archive, by apt with folders of its own.

The machine's packages and lists stay as they are. Of its settings only those in `/etc/apt/apt.conf.d` and
`auth.conf.d` count, for proxies and logins. Hooks are taken out: they would clean or index the machine's own folders.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fogportable.errors import BootFileError, FaultCode
from fogportable.language import say, to_say

#: Of Debian 13 the first is a link to the second.
KEYRINGS = (
    Path("/usr/share/keyrings/debian-archive-keyring.gpg"),
    Path("/usr/share/keyrings/debian-archive-keyring.pgp"),
)

_UPDATE_LIMIT_S = 180.0
_DOWNLOAD_LIMIT_S = 180.0
_UNPACK_LIMIT_S = 60.0
_NETWORK_TIMEOUT_S = 30
#: How often a request to stop is looked for (s).
_LOOK_S = 0.2

_NOT_SIGNED = re.compile(
    r"NO_PUBKEY|is not signed|couldn't be verified|could not be verified|invalid signature|EXPKEYSIG"
)
_CAUSES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"Could not resolve|Temporary failure resolving"),
        to_say("the package mirror's name cannot be resolved"),
    ),
    (
        re.compile(r"Could not connect|Connection (failed|timed out|refused)|Network is unreachable|Cannot initiate"),
        to_say("the package mirror does not answer"),
    ),
    (re.compile(r"401 +Unauthorized|407 +Proxy|403 +Forbidden"), to_say("the package mirror or a proxy refuses us")),
    (re.compile(r"does not have a Release file|404 +Not Found"), to_say("the package mirror does not have {suite}")),
    (
        re.compile(r"is not valid yet|Release file .* expired"),
        to_say("this machine's clock and the package list disagree"),
    ),
    (re.compile(r"No space left|enough free space"), to_say("the disk is full")),
    (re.compile(r"Unable to locate package|No candidate"), to_say("{suite} has no package of that name")),
    (re.compile(r"Hash Sum mismatch|unexpected size"), to_say("the package mirror is being updated or is damaged")),
)

ShouldStop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class AptArchive:
    """Where packages come from. mirror: an address without blanks. keyring: whose signatures count.

    architecture: whose packages, in Debian's word; "" for those of this machine.
    """

    mirror: str
    suite: str
    keyring: Path
    architecture: str = ""


def find_keyring(suite: str, candidates: Sequence[Path] = KEYRINGS) -> Path:
    """Debian's keyring on this machine. Raises BootFileError FETCH_NOT_SIGNED."""
    for path in candidates:
        if path.is_file():
            return path
    raise BootFileError(FaultCode.FETCH_NOT_SIGNED, suite=suite, detail=say("no keyring of Debian's archive here"))


def require_apt() -> None:
    """Raises BootFileError FETCH_NO_APT where apt or dpkg is missing."""
    if shutil.which("apt-get") is None or shutil.which("dpkg-deb") is None:
        raise BootFileError(FaultCode.FETCH_NO_APT)


def update_lists(archive: AptArchive, work: Path, should_stop: ShouldStop) -> None:
    """Read the package list into `work`. Raises BootFileError."""
    _make_folders(archive, work)
    done = _run(["apt-get", *_options(work), "update"], work, _UPDATE_LIMIT_S, should_stop)
    if done.returncode != 0 or not _has_list(work):
        raise _fault(done.output, archive.suite)


def download(archive: AptArchive, work: Path, package: str, should_stop: ShouldStop) -> Path:
    """The package file, its hash checked by apt against the signed list. After `update_lists`. Raises BootFileError."""
    folder = work / "packages"
    done = _run(["apt-get", *_options(work), "download", package], folder, _DOWNLOAD_LIMIT_S, should_stop)
    found = sorted(folder.glob(f"{package}_*.deb"))
    if done.returncode != 0 or not found:
        raise _fault(done.output, archive.suite)
    return found[-1]


def package_version(package: Path, should_stop: ShouldStop) -> str:
    """What the package says of itself. Raises BootFileError."""
    done = _run(["dpkg-deb", "--field", str(package), "Version"], package.parent, _UNPACK_LIMIT_S, should_stop)
    if done.returncode != 0:
        raise BootFileError(FaultCode.FETCH_FAILED, problem=say("the package is damaged"), detail=done.output)
    return done.output.strip()


def unpack(package: Path, folder: Path, should_stop: ShouldStop) -> None:
    """Its files, without running anything of it. Raises BootFileError."""
    done = _run(["dpkg-deb", "--extract", str(package), str(folder)], package.parent, _UNPACK_LIMIT_S, should_stop)
    if done.returncode != 0:
        raise BootFileError(FaultCode.FETCH_FAILED, problem=say("the package cannot be unpacked"), detail=done.output)


# --- apt's own world --------------------------------------------------------------------------------------------


def _make_folders(archive: AptArchive, work: Path) -> None:
    for name in ("etc/parts", "etc/preferences", "etc/trusted", "state/lists/partial", "cache/archives/partial", "log"):
        (work / name).mkdir(parents=True)
    (work / "packages").mkdir()
    (work / "state/status").touch()
    # Neither translations nor icons nor contents: only the list of packages.
    entry = f"deb [signed-by={archive.keyring} target=Packages lang=none] {archive.mirror} {archive.suite} main\n"
    (work / "etc/sources.list").write_text(entry, "utf-8")
    (work / "apt.conf").write_text(_config(archive, work), "utf-8")


def _config(archive: AptArchive, work: Path) -> str:
    """Read last (`-c`), so that it beats the machine's settings."""
    values = {
        "Dir::Etc::sourcelist": work / "etc/sources.list",
        "Dir::Etc::sourceparts": work / "etc/parts",
        "Dir::Etc::preferences": work / "etc/no-preferences",
        "Dir::Etc::preferencesparts": work / "etc/preferences",
        "Dir::Etc::trusted": work / "etc/no-keyring",
        "Dir::Etc::trustedparts": work / "etc/trusted",
        "Dir::State": work / "state",
        "Dir::State::lists": work / "state/lists",
        "Dir::State::status": work / "state/status",
        "Dir::State::extended_states": work / "state/extended_states",
        "Dir::Cache": work / "cache",
        "Dir::Cache::archives": work / "cache/archives",
        "Dir::Cache::pkgcache": "",
        "Dir::Cache::srcpkgcache": "",
        "Dir::Log": work / "log",
        "APT::Default-Release": "",
        "APT::Get::AllowUnauthenticated": "false",
        "APT::Update::Error-Mode": "any",
        "Acquire::AllowInsecureRepositories": "false",
        "Acquire::AllowWeakRepositories": "false",
        "Acquire::Languages": "none",
        "Acquire::Retries": "2",
        "Acquire::http::Timeout": str(_NETWORK_TIMEOUT_S),
        "Acquire::https::Timeout": str(_NETWORK_TIMEOUT_S),
    }
    if archive.architecture:
        values["APT::Architecture"] = archive.architecture
    hooks = ("APT::Update::Pre-Invoke", "APT::Update::Post-Invoke", "APT::Update::Post-Invoke-Success")
    return "".join(
        (
            *(f"#clear {hook};\n" for hook in hooks),
            *(("#clear APT::Architectures;\n",) if archive.architecture else ()),
            *(f'{name} "{value}";\n' for name, value in values.items()),
        )
    )


def _options(work: Path) -> list[str]:
    return ["-q", "-c", str(work / "apt.conf")]


def _has_list(work: Path) -> bool:
    return any((work / "state/lists").glob("*_Packages*"))


def _fault(output: str, suite: str) -> BootFileError:
    """What apt's own words mean for a person."""
    if _NOT_SIGNED.search(output):
        return BootFileError(FaultCode.FETCH_NOT_SIGNED, suite=suite, detail=output)
    for pattern, cause in _CAUSES:
        if pattern.search(output):
            return BootFileError(FaultCode.FETCH_FAILED, problem=say(cause, suite=suite), detail=output)
    said = [line[3:].strip() for line in output.splitlines() if line.startswith("E: ")]
    problem = say("apt says: {words}", words=said[-1].rstrip(".")) if said else say("apt did not say why")
    return BootFileError(FaultCode.FETCH_FAILED, problem=problem, detail=output)


# --- processes --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Done:
    returncode: int
    output: str


def _run(command: Sequence[str], folder: Path, limit_s: float, should_stop: ShouldStop) -> _Done:
    """Run to the end, or to the limit, or until asked to stop. Raises BootFileError for the last two."""
    deadline = time.monotonic() + limit_s
    with subprocess.Popen(
        command,
        cwd=folder,
        env=_environment(os.environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        try:
            while True:
                if should_stop():
                    raise BootFileError(FaultCode.FETCH_STOPPED)
                try:
                    output, _ = process.communicate(timeout=_LOOK_S)
                except subprocess.TimeoutExpired:
                    if time.monotonic() > deadline:
                        problem = say("it took longer than {limit_s:.0f} seconds", limit_s=limit_s)
                        raise BootFileError(FaultCode.FETCH_FAILED, problem=problem) from None
                    continue
                return _Done(process.returncode, output.decode("utf-8", errors="replace"))
        finally:
            # Its helpers that download are in its process group; an interrupt of ours must not leave them behind.
            if process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)


def _environment(own: Mapping[str, str]) -> dict[str, str]:
    """Ours, with apt's words in English, because `_fault` reads them."""
    return {**own, "LC_ALL": "C.UTF-8", "LANGUAGE": "", "DEBIAN_FRONTEND": "noninteractive"}
