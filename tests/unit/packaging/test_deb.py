"""The Debian package: what lies where, that dpkg reads it, and that it is the same for the same files."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from deb import build_deb

EPOCH_S = 1_700_000_000

pytestmark = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is not installed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A program in one folder."""
    made = tmp_path / "fogportable-folder"
    (made / "_internal/resources").mkdir(parents=True)
    (made / "_internal/resources/NOTICE").write_text("Whose work it is.")
    (made / "_internal/library.so").write_bytes(b"\x7fELF")
    (made / "fogportable").write_text("#!/bin/sh\n")
    (made / "fogportable").chmod(0o755)
    return made


def _listing(package: Path) -> dict[str, str]:
    """Mode by path."""
    done = subprocess.run(["dpkg-deb", "--contents", str(package)], capture_output=True, text=True, check=True)
    rows = [line.split(None, 5) for line in done.stdout.splitlines()]
    assert {row[1] for row in rows} == {"root/root"}
    return {row[5].partition(" -> ")[0]: row[0] for row in rows}


def test_package_holds_program_pages_and_what_the_desktop_wants(folder: Path, tmp_path: Path) -> None:
    package = build_deb(folder, tmp_path, tmp_path, EPOCH_S)
    listing = _listing(package)
    assert listing["./usr/lib/fogportable/fogportable"] == "-rwxr-xr-x"
    assert listing["./usr/lib/fogportable/_internal/library.so"] == "-rw-r--r--"
    assert listing["./usr/bin/fogportable"].startswith("l")
    for place in (
        "lib/systemd/system/fogportable@.service",
        "usr/share/applications/org.fogportable.FogPortable.desktop",
        "usr/share/bash-completion/completions/fogportable",
        "usr/share/doc/fogportable/copyright",
        "usr/share/icons/hicolor/scalable/apps/org.fogportable.FogPortable.svg",
        "usr/share/man/man1/fogportable.1.gz",
        "usr/share/metainfo/org.fogportable.FogPortable.metainfo.xml",
        "usr/share/polkit-1/actions/org.fogportable.policy",
    ):
        assert listing[f"./{place}"] == "-rw-r--r--", place
    said = subprocess.run(["dpkg-deb", "--field", str(package), "Package", "Depends"], capture_output=True, text=True)
    assert "Package: fogportable" in said.stdout
    assert "libegl1" in said.stdout


def test_the_same_files_make_the_same_package(folder: Path, tmp_path: Path) -> None:
    first = build_deb(folder, tmp_path, tmp_path, EPOCH_S).read_bytes()
    (folder / "_internal/library.so").touch()
    assert build_deb(folder, tmp_path, tmp_path, EPOCH_S).read_bytes() == first
