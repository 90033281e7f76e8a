"""`fogportable room`: lists of seats in and out of a profile."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fogportable.cli.main import main
from fogportable.config.load import load_profile
from fogportable.errors import ExitCode


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    file = tmp_path / "room.toml"
    file.write_text("# ours\n[room]\nname = '204'\ncolumns = 3\nrows = 1\npattern = 's{n}'\n")
    return file


def test_a_list_is_taken_over_and_comments_stay(
    tmp_path: Path, profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "seats.csv"
    table.write_text("Seat;MAC\ns1;52:54:00:00:00:01\ns2;nonsense\n")
    assert main(["room", "import", str(table), "--profile", str(profile)]) == ExitCode.FOUND_WRONG
    said = capsys.readouterr()
    assert "Seats taken over: 1." in said.out
    assert "Line 3 of seats.csv was left out" in said.err
    assert profile.read_text().startswith("# ours\n")
    assert [each.place for each in load_profile(profile).room.seats] == [1]
    out = tmp_path / "out.csv"
    assert main(["room", "export", str(out), "--profile", str(profile), "--json"]) == ExitCode.DONE
    assert json.loads(capsys.readouterr().out) == {"file": str(out), "seats": 3}
    assert out.read_text().splitlines()[1] == "s1,52:54:00:00:00:01,,"


def test_a_profile_is_made_where_none_is(tmp_path: Path) -> None:
    table, profile = tmp_path / "seats.csv", tmp_path / "new.toml"
    table.write_text("seat\n" + "".join(f"204-{number:02}\n" for number in range(1, 31)))
    assert main(["room", "import", str(table), "--profile", str(profile), "--json"]) == ExitCode.DONE
    assert load_profile(profile).room.pattern == "204-{nn}"


def test_what_cannot_be_done_is_said(tmp_path: Path, profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = str(tmp_path / "missing.csv")
    assert main(["room", "import", missing, "--profile", str(profile)]) == ExitCode.USAGE
    assert "cannot be read" in capsys.readouterr().err
    where = str(tmp_path / "no" / "out.csv")
    assert main(["room", "export", where, "--profile", str(profile)]) == ExitCode.COULD_NOT_START
    assert "could not be written" in capsys.readouterr().err
