"""What stands around PyInstaller: the time that packages bear, sums, archives, comparison, and the list of parts."""

from __future__ import annotations

import hashlib
import json
import subprocess
import tarfile
from pathlib import Path

import package
import pytest
from bundle import licence_words, sbom_of, system_components, write_notice
from licences import Component
from package import FOLDER, ONE_FILE, SBOM, SUMS, archive_name, differences, pack_folder, source_date, write_sums
from speech import CouldNotStart

PROJECT = Path(__file__).resolve().parents[3]
EPOCH_S = 1_700_000_000


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """What a build leaves."""
    (tmp_path / FOLDER / "_internal").mkdir(parents=True)
    for name in (ONE_FILE, SBOM, f"{FOLDER}/fogportable", f"{FOLDER}/_internal/library"):
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / FOLDER / "fogportable").chmod(0o755)
    return tmp_path


def test_time_of_the_last_commit_counts_unless_it_is_said() -> None:
    said = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert source_date({}) == int(said.stdout)
    assert source_date({"SOURCE_DATE_EPOCH": "12"}) == 12


def test_without_git_the_time_must_be_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "PROJECT", tmp_path)
    with pytest.raises(CouldNotStart, match="SOURCE_DATE_EPOCH"):
        source_date({})


def test_sums_are_those_that_sha256sum_checks(built: Path) -> None:
    pack_folder(built, EPOCH_S)
    write_sums(built)
    lines = (built / SUMS).read_text().splitlines()
    assert lines[0] == f"{hashlib.sha256(ONE_FILE.encode()).hexdigest()}  {ONE_FILE}"
    done = subprocess.run(["sha256sum", "--check", SUMS], cwd=built, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_folders_archive_is_the_same_for_the_same_files(built: Path) -> None:
    pack_folder(built, EPOCH_S)
    first = (built / archive_name()).read_bytes()
    (built / FOLDER / "_internal" / "library").touch()
    pack_folder(built, EPOCH_S)
    assert (built / archive_name()).read_bytes() == first
    with tarfile.open(built / archive_name()) as archive:
        assert archive.getnames() == [
            "fogportable/_internal",
            "fogportable/_internal/library",
            "fogportable/fogportable",
        ]
        program = archive.getmember("fogportable/fogportable")
        assert (program.mode & 0o111, program.mtime, program.uname) == (0o111, EPOCH_S, "root")


def test_what_differs_between_two_builds_is_named(built: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / FOLDER / "_internal").mkdir(parents=True)
    for name in (ONE_FILE, f"{FOLDER}/fogportable", f"{FOLDER}/_internal/library"):
        (other / name).write_bytes((built / name).read_bytes())
    assert differences(built, other) == []
    (other / FOLDER / "_internal" / "library").write_bytes(b"else")
    (other / FOLDER / "fogportable").unlink()
    assert differences(built, other) == [f"{FOLDER}/_internal/library", f"{FOLDER}/fogportable"]


def test_the_list_of_parts_names_each_with_version_and_licence() -> None:
    parts = (Component("scapy", "2.6", "GPL-2.0-only", "https://example.org/scapy", "pkg:pypi/scapy@2.6"),)
    document = json.loads(sbom_of(parts, "0.1.0", EPOCH_S))
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.5")
    assert document["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
    (entry,) = document["components"]
    assert (entry["purl"], entry["version"]) == ("pkg:pypi/scapy@2.6", "2.6")
    assert entry["licenses"] == [{"license": {"name": "GPL-2.0-only"}}]
    assert sbom_of(parts, "0.1.0", EPOCH_S) == sbom_of(parts, "0.1.0", EPOCH_S)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\nLicense: MIT\n", "MIT"),
        ("Once upon a time.\nLicense: MIT\n", "see its text"),
        ("", "see its text"),
    ],
)
def test_licence_of_a_library_is_what_its_package_says(text: str, words: str) -> None:
    assert licence_words(text) == words


def test_a_library_of_this_system_is_named_by_its_package() -> None:
    found = subprocess.run(["dpkg-query", "--listfiles", "zlib1g"], capture_output=True, text=True, check=False)
    libraries = [line for line in found.stdout.splitlines() if ".so." in line]
    if not libraries:
        pytest.skip("no zlib of Debian here")
    (zlib,) = system_components([*libraries, "/nonexistent/library.so"])
    assert (zlib.name, zlib.purl.startswith("pkg:deb/debian/zlib1g@")) == ("zlib1g", True)
    assert zlib.texts


def test_the_boot_set_that_is_carried_is_named_with_its_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bundle.component_of", lambda _: Component("pyinstaller", "6", "GPL-2.0-or-later"))
    monkeypatch.setattr("bundle.distribution", lambda name: name)
    folder = tmp_path / "resources" / "boot-sets" / "debian-13"
    folder.mkdir(parents=True)
    (folder / "COPYRIGHT.txt").write_text("Whose iPXE is.")
    lines = ['title = "iPXE"', 'origin = "Debian trixie, package ipxe"', 'package_version = "1.21"']
    (folder / "boot-set.toml").write_text("\n".join(lines))
    write_notice(PROJECT, tmp_path, (), EPOCH_S)
    notice = (tmp_path / "resources" / "NOTICE").read_text()
    assert "source package ipxe 1.21 of Debian trixie" in notice
    assert "Whose iPXE is." in notice
    names = {each["name"] for each in json.loads((tmp_path / SBOM).read_text())["components"]}
    assert {"ipxe", "python", "scapy"} <= names
