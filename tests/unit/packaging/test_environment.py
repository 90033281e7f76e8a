"""`.venv` is made once, and again only when its ingredients change. pip is a stand-in that writes down its words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import environment
import pytest
from environment import Environment
from speech import CouldNotStart

STAND_IN = """#!/bin/sh
case "$*" in
  *pip*--version*) test -f "{folder}/pip" ;;
  *platform*) echo 3.11.9 ;;
  *) echo "$*" >>"{folder}/calls"; echo "ERROR: no network"; exit $(cat "{folder}/status" 2>/dev/null || echo 0) ;;
esac
"""


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """An environment whose Python is a stand-in as soon as it is built. It is built by the same stand-in."""
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    place = Environment(tmp_path)

    def build(command: list[str]) -> subprocess.CompletedProcess[str]:
        if command[0] == sys.executable:
            build_stand_in(place)
            return subprocess.CompletedProcess(command, 0, "")
        return real_run(command)

    real_run = environment._run
    monkeypatch.setattr(environment, "_run", build)
    return place


def build_stand_in(place: Environment) -> None:
    place.python.parent.mkdir(parents=True, exist_ok=True)
    place.python.write_text(STAND_IN.format(folder=place.folder))
    place.python.chmod(0o755)
    (place.folder / "pip").touch()
    with (place.folder / "built").open("a") as file:
        file.write("x")


def times_built(place: Environment) -> int:
    return len((place.folder / "built").read_text())


def pip_calls(place: Environment) -> list[str]:
    return (place.folder / "calls").read_text().splitlines()


def test_first_time_builds_and_installs_the_clone(made: Environment, capsys: pytest.CaptureFixture[str]) -> None:
    assert made.ensure(with_tools=False) is True
    assert times_built(made) == 1
    assert [call.split(" install ")[1] for call in pip_calls(made)] == [f"--quiet --editable {made.project}"]
    told = capsys.readouterr().err
    assert "Making the folder .venv" in told
    assert "Installing the project into .venv" in told


def test_second_time_does_nothing(made: Environment, capsys: pytest.CaptureFixture[str]) -> None:
    made.ensure(with_tools=True)
    capsys.readouterr()
    assert made.ensure(with_tools=True) is False
    # What tests need includes what running needs.
    assert made.ensure(with_tools=False) is False
    assert len(pip_calls(made)) == 1
    assert capsys.readouterr().err == ""


def test_tools_are_added_to_an_environment_that_only_runs(made: Environment) -> None:
    made.ensure(with_tools=False)
    assert made.ensure(with_tools=True) is True
    assert times_built(made) == 1
    assert pip_calls(made)[-1].endswith(f"--editable {made.project}[dev]")


def test_changed_requirements_are_installed_into_it(made: Environment) -> None:
    made.ensure(with_tools=True)
    (made.project / "pyproject.toml").write_text("[project]\nname = 'y'\n")
    assert made.ensure(with_tools=False) is True
    assert times_built(made) == 1
    assert pip_calls(made)[-1].endswith("[dev]")


def test_environment_whose_python_is_gone_is_built_again(made: Environment) -> None:
    made.ensure(with_tools=False)
    made.python.unlink()
    assert not made.is_usable()
    assert made.ensure(with_tools=False) is True
    assert times_built(made) == 2


def test_environment_left_behind_by_a_new_python_is_built_again(made: Environment) -> None:
    made.ensure(with_tools=False)
    (made.folder / "pip").unlink()
    made.python.write_text(made.python.read_text().replace("3.11.9", "3.12.1"))
    assert made.ensure(with_tools=False) is True
    assert times_built(made) == 2


def test_moved_clone_is_built_again(made: Environment, tmp_path: Path) -> None:
    made.ensure(with_tools=False)
    stamp = made.folder / "fogportable-stamp.json"
    stamp.write_text(stamp.read_text().replace(str(tmp_path), "/elsewhere"))
    assert made.ensure(with_tools=False) is True
    assert times_built(made) == 2


@pytest.mark.parametrize("rubbish", ["", "{", "[]", "null"])
def test_broken_stamp_means_install_again(made: Environment, rubbish: str) -> None:
    made.ensure(with_tools=False)
    (made.folder / "fogportable-stamp.json").write_text(rubbish)
    assert made.ensure(with_tools=False) is True
    assert len(pip_calls(made)) == 2


def test_failure_of_pip_shows_its_words_and_is_tried_again(
    made: Environment, capsys: pytest.CaptureFixture[str]
) -> None:
    build_stand_in(made)
    (made.folder / "status").write_text("1")
    with pytest.raises(CouldNotStart, match="pip could not install"):
        made.ensure(with_tools=False)
    assert "ERROR: no network" in capsys.readouterr().err
    (made.folder / "status").write_text("0")
    assert made.ensure(with_tools=False) is True


def test_foreign_python_settings_do_not_leak_in(made: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    done = environment._run(["sh", "-c", "echo path=$PYTHONPATH"])
    assert done.stdout == "path=\n"


def test_environment_that_is_a_link_is_left_as_it_is(made: Environment, tmp_path: Path) -> None:
    """It belongs to another clone; to build here would empty that one's."""
    others = tmp_path / "other clone" / ".venv"
    others.mkdir(parents=True)
    (others / "precious").touch()
    made.folder.symlink_to(others)
    with pytest.raises(CouldNotStart, match="is a link"):
        made.ensure(with_tools=True)
    assert [each.name for each in others.iterdir()] == ["precious"]
