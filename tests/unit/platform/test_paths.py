from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import platformdirs
import pytest

from fogportable.platform import paths

_ALL = (paths.data_folder, paths.state_folder)


def test_own_home_holds_everything(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FOGPORTABLE_HOME", str(tmp_path / "stick"))
    folders = [each() for each in _ALL]
    assert folders == [tmp_path / "stick" / kind for kind in ("data", "state")]
    assert not (tmp_path / "stick").exists()


def test_relative_own_home_becomes_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FOGPORTABLE_HOME", "stick")
    assert paths.data_folder() == tmp_path / "stick" / "data"


@pytest.mark.skipif(os.name != "posix", reason="XDG variables are for POSIX desktops")
def test_users_folders_are_taken_otherwise(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("FOGPORTABLE_HOME")
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    assert [each() for each in _ALL] == [
        tmp_path / name / "fogportable" for name in ("XDG_DATA_HOME", "XDG_STATE_HOME")
    ]


@pytest.mark.skipif(os.name != "posix", reason="home folders of POSIX")
@pytest.mark.parametrize("is_old_platformdirs", [False, True])
def test_user_without_home_gets_a_private_folder_and_no_tilde(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, is_old_platformdirs: bool
) -> None:
    for name in ("FOGPORTABLE_HOME", "HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    # What expanduser answers for a user id without an entry in the password file.
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    if is_old_platformdirs:
        for kind in ("data", "state", "cache"):
            monkeypatch.setattr(platformdirs, f"user_{kind}_path", lambda name, appauthor: Path("~/.local") / name)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    paths._homeless_folder.cache_clear()
    try:
        folders = [each() for each in _ALL]
        (home,) = {each.parent for each in folders}
    finally:
        paths._homeless_folder.cache_clear()
    assert home.parent == tmp_path
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert not any("~" in str(each) for each in folders)


@pytest.fixture
def stick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where a packaged program lies."""
    monkeypatch.delenv("FOGPORTABLE_HOME")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "fogportable"))
    return tmp_path


def test_mark_beside_the_program_keeps_everything_on_the_stick(stick: Path) -> None:
    (stick / paths.PORTABLE_MARK).touch()
    assert [each() for each in _ALL] == [stick / "fogportable-data" / kind for kind in ("data", "state")]
    assert paths.boot_sets_folder().is_relative_to(stick)
    assert paths.firewall_change_file().is_relative_to(stick)


def test_without_the_mark_the_stick_stays_as_it_is(stick: Path) -> None:
    assert not any(each().is_relative_to(stick) for each in _ALL)


def test_own_home_counts_before_the_mark(stick: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (stick / paths.PORTABLE_MARK).touch()
    monkeypatch.setenv("FOGPORTABLE_HOME", str(tmp_path / "own"))
    assert paths.data_folder() == tmp_path / "own" / "data"


def test_a_mark_beside_an_interpreter_means_nothing(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (stick / paths.PORTABLE_MARK).touch()
    monkeypatch.setattr(sys, "frozen", False)
    assert paths.portable_home() is None
