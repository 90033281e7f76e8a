"""The C servers from Debian's packages, unpacked into a folder of ours: nothing is installed, no port is taken."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.rounds import Skipped

_MOST_PACKAGES = 30


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A program and the folders of libraries that came with it. version: of the package."""

    program: Path
    libraries: str
    version: str


class DebianServers:
    """Downloads by apt-get, once into the cache; libraries that the system lacks come along."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self.versions: dict[str, str] = {}

    def bring(self, package: str, program: str) -> Unpacked:
        """program: such as `sbin/nginx`, below /usr. Raises Skipped where it cannot be had."""
        root = self._cache / package
        marker = root / "version"
        if not marker.exists():
            self._fetch(package, root)
        version = marker.read_text().strip()
        found = root / "files" / "usr" / program
        if not found.exists():
            raise Skipped(f"{package} {version} has no usr/{program}")
        self.versions[package] = version
        libraries = sorted({str(each.parent) for each in (root / "files").rglob("*.so.*")})
        return Unpacked(found, ":".join(libraries), version)

    def _fetch(self, package: str, root: Path) -> None:
        for tool in ("apt-get", "dpkg-deb", "dpkg-query"):
            if shutil.which(tool) is None:
                raise Skipped(f"{package} comes from Debian's packages, and there is no {tool} here")
        shutil.rmtree(root, ignore_errors=True)
        files, archives = root / "files", root / "archives"
        archives.mkdir(parents=True)
        wanted, seen = [package], {package}
        version = ""
        while wanted and len(seen) < _MOST_PACKAGES:
            archive = _download(wanted.pop(), archives)
            subprocess.run(["dpkg-deb", "-x", str(archive), str(files)], check=True)
            version = version or _field(archive, "Version")
            more = [name for name in _libraries(_field(archive, "Depends")) if name not in seen]
            missing = [name for name in more if not _is_installed(name)]
            seen.update(missing)
            wanted += missing
        for folder in (self._cache, root, files):
            os.chmod(folder, 0o755)  # Servers may give up being root.
        (root / "version").write_text(f"{version}\n")


def _download(package: str, folder: Path) -> Path:
    """Raises Skipped."""
    before = set(folder.glob("*.deb"))
    done = subprocess.run(["apt-get", "download", package], cwd=folder, capture_output=True, text=True, check=False)
    new = set(folder.glob("*.deb")) - before
    if done.returncode != 0 or not new:
        raise Skipped(f"apt-get could not bring {package}: {done.stderr.strip()[-500:] or 'nothing came'}")
    return new.pop()


def _field(archive: Path, name: str) -> str:
    done = subprocess.run(["dpkg-deb", "-f", str(archive), name], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _libraries(depends: str) -> list[str]:
    """Of each dependency the first way to fulfil it, as far as it is a library."""
    names = [re.split(r"[\s(|:]", each.strip())[0] for each in depends.split(",")]
    return [name for name in names if name.startswith("lib")]


def _is_installed(package: str) -> bool:
    command = ["dpkg-query", "-W", "-f", "${Status}", package]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode == 0 and done.stdout.endswith("installed") and "not-installed" not in done.stdout
