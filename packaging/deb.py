#!/usr/bin/env python3
"""Makes the Debian package of the one-folder program, by dpkg-deb. Run by `dev.py package --deb`.

It carries its own Python and Qt, as Debian 12 has no PySide6; so it belongs into no archive, and lintian's complaints
about that are overridden with their reason in `packaging/linux/lintian-overrides`.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from manual import bash_completion, commands, fish_completion, manual_page
from speech import CouldNotStart, say

from fogportable import __version__

PROJECT = Path(__file__).resolve().parent.parent
LINUX = PROJECT / "packaging" / "linux"
MAINTAINER = "The authors of FOG Portable <fogportable@localhost>"

#: What the folder does not carry: see LEFT_TO_THE_SYSTEM in fogportable.spec.
DEPENDS = (
    "libc6 (>= 2.36), libegl1, libgcc-s1, libgl1, libstdc++6, libx11-6, libx11-xcb1, libxcb1, "
    "fonts-dejavu-core | fonts-freefont-ttf | fonts-liberation"
)
#: The desktop's prompt for rights, https to FOG servers, and what bring boot files and look at the firewall.
RECOMMENDS = "pkexec | policykit-1, libssl3 | libssl3t64, iproute2"

#: Files of packaging/linux and where they go.
_FILES = {
    "org.fogportable.FogPortable.desktop": "usr/share/applications",
    "org.fogportable.FogPortable.metainfo.xml": "usr/share/metainfo",
    "org.fogportable.FogPortable.svg": "usr/share/icons/hicolor/scalable/apps",
    "org.fogportable.policy": "usr/share/polkit-1/actions",
    "fogportable@.service": "lib/systemd/system",
    "fogportable@.socket": "lib/systemd/system",
}
_CONTROL = """Package: fogportable
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size_kb}
Depends: {depends}
Recommends: {recommends}
Section: net
Priority: optional
Description: boot a classroom from a laptop, beside a DHCP server nobody may touch
 FOG Portable answers the network boot of a room of computers by proxyDHCP, TFTP
 and HTTP, shows every one of them live and says what is wrong when one does not
 boot. It never gives out an address, unless a network of its own is asked for.
"""
_CHANGELOG = """fogportable ({version}) unstable; urgency=medium

  * See /usr/share/doc/fogportable/NEWS.gz.

 -- {maintainer}  {date}
"""


def build_deb(folder: Path, work: Path, out: Path, epoch_s: int) -> Path:
    """The package file in `out`. folder: the one-folder program. Raises CouldNotStart."""
    if shutil.which("dpkg-deb") is None:
        raise CouldNotStart("A Debian package is made by dpkg-deb, which is not here.")
    tree = work / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    _lay_out(folder, tree, epoch_s)
    architecture = _output(["dpkg", "--print-architecture"]).strip()
    _write_control(tree, architecture)
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or (os.access(path, os.X_OK) and _is_program(path, tree)) else 0o644)
            os.utime(path, (epoch_s, epoch_s))
    file = out / f"fogportable_{__version__}_{architecture}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(tree), str(file)]
    done = subprocess.run(
        command, env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch_s)}, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        say(done.stderr)
        raise CouldNotStart("dpkg-deb could not make the package; its words stand above.")
    return file


def _lay_out(folder: Path, tree: Path, epoch_s: int) -> None:
    """Everything but the folder DEBIAN."""
    shutil.copytree(folder, tree / "usr/lib/fogportable", symlinks=True)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin/fogportable").symlink_to("../lib/fogportable/fogportable")
    for name, place in _FILES.items():
        _write(tree / place / name, (LINUX / name).read_bytes())
    _write(tree / "usr/share/lintian/overrides/fogportable", (LINUX / "lintian-overrides").read_bytes())
    documents = tree / "usr/share/doc/fogportable"
    _write(documents / "copyright", (folder / "_internal/resources/NOTICE").read_bytes())
    _write(documents / "NEWS.gz", _packed((PROJECT / "CHANGELOG.md").read_bytes()))
    date = format_datetime(datetime.fromtimestamp(epoch_s, UTC))
    entry = _CHANGELOG.format(version=__version__, maintainer=MAINTAINER, date=date)
    _write(documents / "changelog.gz", _packed(entry.encode()))
    found = commands()
    _write(tree / "usr/share/man/man1/fogportable.1.gz", _packed(manual_page(found, epoch_s).encode()))
    _write(tree / "usr/share/bash-completion/completions/fogportable", bash_completion(found).encode())
    _write(tree / "usr/share/fish/vendor_completions.d/fogportable.fish", fish_completion(found).encode())


def _write_control(tree: Path, architecture: str) -> None:
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    size_kb = sum(-(-path.stat().st_size // 1024) for path in files)
    control = _CONTROL.format(
        version=__version__,
        architecture=architecture,
        maintainer=MAINTAINER,
        size_kb=size_kb,
        depends=DEPENDS,
        recommends=RECOMMENDS,
    )
    sums = "".join(f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(tree)}\n" for path in files)
    _write(tree / "DEBIAN/control", control.encode())
    _write(tree / "DEBIAN/md5sums", sums.encode())


def _is_program(path: Path, tree: Path) -> bool:
    return path == tree / "usr/lib/fogportable/fogportable"


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _packed(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def _output(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
