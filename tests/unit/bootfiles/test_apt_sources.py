from __future__ import annotations

from pathlib import Path

import pytest

from fogportable.bootfiles.apt_sources import debian_mirror, is_mirror, sources


def _write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_one_line_form_is_read_with_options_and_comments(tmp_path: Path) -> None:
    _write(
        tmp_path,
        "sources.list",
        "# deb http://commented.example/debian bookworm main\n"
        "deb-src http://source.example/debian bookworm main\n"
        "deb cdrom:[Debian]/ bookworm main\n"
        "deb http://security.example/debian-security bookworm-security main\n"
        "deb [arch=amd64 signed-by=/k.gpg] http://mirror.example/debian/ bookworm main non-free # ours\n",
    )
    assert debian_mirror(tmp_path) == "http://mirror.example/debian/"


def test_paragraph_form_is_read_with_comments_continuations_and_switched_off_ones(tmp_path: Path) -> None:
    _write(
        tmp_path,
        "sources.list.d/debian.sources",
        "Types: deb\nEnabled: no\nURIs: http://off.example/debian\nSuites: bookworm\nComponents: main\n\n"
        "Types: deb-src\nURIs: http://source.example/debian\nSuites: bookworm\nComponents: main\n\n"
        "# a comment\nTypes: deb deb-src\n# inside\nURIs:\n http://mirror.example/debian\n http://second.example/debian\n"
        "Suites: bookworm bookworm-updates\nComponents: main contrib\nSigned-By:\n -----BEGIN\n .\n x\n",
    )
    assert debian_mirror(tmp_path) == "http://mirror.example/debian"
    assert [each.uri for each in sources(tmp_path)] == ["http://mirror.example/debian", "http://second.example/debian"]


def test_files_that_apt_does_not_read_are_left_out(tmp_path: Path) -> None:
    _write(tmp_path, "sources.list.d/old.list.save", "deb http://old.example/debian bookworm main\n")
    assert list(sources(tmp_path)) == []


@pytest.mark.parametrize(
    "line",
    [
        "deb http://archive.example/ubuntu noble main universe",
        "deb http://packages.example/debian nodistro main",
        "deb http://security.example/debian-security bookworm-security main",
        "deb http://packages.example/debian bookworm stable",
    ],
)
def test_other_archives_are_not_taken_for_debians(tmp_path: Path, line: str) -> None:
    _write(tmp_path, "sources.list", line + "\n")
    assert debian_mirror(tmp_path) is None


def test_no_apt_folder_has_no_mirror(tmp_path: Path) -> None:
    assert debian_mirror(tmp_path / "gone") is None


def test_address_cannot_carry_a_second_line_or_option() -> None:
    assert is_mirror("http://mirror.example/debian")
    assert is_mirror("mirror+file:/etc/apt/mirrors.txt")
    for bad in ("", "mirror", "http://a b", "http://a\ndeb", "[trusted=yes] http://a", "http://a#b"):
        assert not is_mirror(bad)
