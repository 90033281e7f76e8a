#!/usr/bin/env python3
"""Makes the packages: one file, one folder, their list of parts and their sums. Run by `packaging/dev.py package`.

Two builds of one commit on one machine are the same, octet for octet, but for what `--compare` names.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import os
import platform
import re
import subprocess
import sys
import tarfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from speech import CouldNotStart, say

PROJECT = Path(__file__).resolve().parent.parent
SPEC = PROJECT / "packaging" / "fogportable.spec"
WORK = PROJECT / "build" / "package"
OUT = PROJECT / "dist"

DONE = 0
FOUND_WRONG = 1
COULD_NOT_START = 3

#: The one file must fit through a school's proxy and onto any stick (bytes).
LARGEST_ONE_FILE = 65_000_000
ONE_FILE = "fogportable"
FOLDER = "fogportable-folder"
SUMS = "SHA256SUMS"
SBOM = "sbom.cdx.json"
_CHUNK = 1 << 20


def main(words: Sequence[str]) -> int:
    """Build, and say what came of it. Returns 1 for a package that is too large or two builds that differ."""
    parser = argparse.ArgumentParser(prog="dev.py package", description=__doc__.split("\n\n")[0] if __doc__ else None)
    parser.add_argument("--out", type=Path, default=OUT, metavar="DIR", help="where the packages go (default: dist)")
    parser.add_argument("--compare", action="store_true", help="build twice, and name the parts that differ")
    parser.add_argument("--no-boot-set", action="store_true", help="carry no boot set: nothing is fetched")
    parser.add_argument("--deb", action="store_true", help="a package for Debian too, out of the folder")
    arguments = parser.parse_args(words)
    try:
        epoch_s = source_date(os.environ)
        stage = WORK / "stage"
        if not arguments.no_boot_set:
            bring_boot_set(stage / "resources" / "boot-sets", epoch_s)
        build(arguments.out, WORK / "build", stage, epoch_s)
        if arguments.deb:
            from deb import build_deb

            say(f"Made {build_deb(arguments.out / FOLDER, WORK, arguments.out, epoch_s)}.")
        is_same = not arguments.compare or is_built_again(arguments.out, stage, epoch_s)
    except CouldNotStart as problem:
        say(str(problem))
        return COULD_NOT_START
    pack_folder(arguments.out, epoch_s)
    write_sums(arguments.out)
    size = (arguments.out / ONE_FILE).stat().st_size
    say(f"{arguments.out / ONE_FILE}: {size / 1e6:.1f} MB of {LARGEST_ONE_FILE / 1e6:.0f}")
    return DONE if is_same and size <= LARGEST_ONE_FILE else FOUND_WRONG


def source_date(environment: Mapping[str, str]) -> int:
    """The time that goes into the packages: that of the last commit. Source: SOURCE_DATE_EPOCH, reproducible-builds.

    Raises CouldNotStart outside a clone where nobody says it.
    """
    said = environment.get("SOURCE_DATE_EPOCH", "")
    if said.isdecimal():
        return int(said)
    command = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise CouldNotStart("This is no clone of git: say in SOURCE_DATE_EPOCH what time the packages are to bear.")
    return int(done.stdout)


def bring_boot_set(folder: Path, epoch_s: int) -> None:
    """iPXE out of Debian's package, by what the program itself fetches it with. Kept for the next build.

    Raises CouldNotStart.
    """
    from fogportable.boot.boot_set import DEFAULT_SET, SET_FILE
    from fogportable.bootfiles.fetch import fetch_from_debian
    from fogportable.errors import BootFileError

    place = folder / DEFAULT_SET / SET_FILE
    if not place.is_file():
        try:
            fetch_from_debian(folder, on_progress=say)
        except BootFileError as problem:
            raise CouldNotStart(f"{problem} Without a boot set: package --no-boot-set.") from problem
    brought = f"brought = {datetime.fromtimestamp(epoch_s, UTC):%Y-%m-%dT%H:%M:%SZ}"
    place.write_text(re.sub(r"^brought = .*$", brought, place.read_text(encoding="utf-8"), flags=re.MULTILINE), "utf-8")


def build(out: Path, work: Path, stage: Path, epoch_s: int) -> None:
    """Both shapes, from nothing. Raises CouldNotStart with PyInstaller's last words shown."""
    words = ["--noconfirm", "--clean", "--log-level", "WARN", "--distpath", str(out), "--workpath", str(work)]
    environment = {
        **os.environ,
        "FOGPORTABLE_STAGE": str(stage),
        "SOURCE_DATE_EPOCH": str(epoch_s),
        # Sets are written into compiled modules in the order of their hashes.
        "PYTHONHASHSEED": "1",
    }
    stage.mkdir(parents=True, exist_ok=True)
    work.mkdir(parents=True, exist_ok=True)
    say(f"Building in {out}. This takes one to three minutes.")
    command = [sys.executable, "-m", "PyInstaller", *words, str(SPEC)]
    done = subprocess.run(command, cwd=work, env=environment, check=False, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        raise CouldNotStart("PyInstaller could not build it; its words stand above.")
    (out / SBOM).write_bytes((stage / SBOM).read_bytes())


# --- the same again ---------------------------------------------------------------------------------------------


def is_built_again(out: Path, stage: Path, epoch_s: int) -> bool:
    """Build a second time elsewhere and compare; what differs is said. Raises CouldNotStart."""
    second = WORK / "second"
    build(second / "dist", second / "build", stage, epoch_s)
    differing = differences(out, second / "dist")
    for name in differing:
        say(f"Not the same in two builds: {name}")
    if not differing:
        say("Both builds are the same, octet for octet.")
    return not differing


def differences(one: Path, other: Path) -> list[str]:
    """Files of the folder, and the one file, that are not the same in both places or are in one only."""
    names = {path.relative_to(top).as_posix() for top in (one, other) for path in _built(top)}
    return sorted(name for name in names if _sum_or_none(one / name) != _sum_or_none(other / name))


def _built(top: Path) -> list[Path]:
    return [top / ONE_FILE, *(path for path in (top / FOLDER).rglob("*") if path.is_file())]


def _sum_or_none(path: Path) -> str | None:
    return sum_of(path) if path.is_file() else None


# --- what is given away -----------------------------------------------------------------------------------------


def archive_name() -> str:
    """Of the one-folder shape: a folder travels as one file."""
    return f"fogportable-linux-{platform.machine()}.tar.gz"


def pack_folder(out: Path, epoch_s: int) -> None:
    """The folder as an archive that is the same for the same files."""
    top = out / FOLDER

    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = "root"
        member.mtime = epoch_s
        return member

    with (
        (out / archive_name()).open("wb") as file,
        gzip.GzipFile("", "wb", 6, file, mtime=epoch_s) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        for path in sorted(top.rglob("*")):
            archive.add(path, f"fogportable/{path.relative_to(top)}", recursive=False, filter=plain)


def write_sums(out: Path) -> None:
    """`SHA256SUMS`, as sha256sum --check reads it."""
    names = (ONE_FILE, archive_name(), SBOM, *sorted(path.name for path in out.glob("*.deb")))
    (out / SUMS).write_text("".join(f"{sum_of(out / name)}  {name}\n" for name in names), encoding="ascii")


def sum_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
