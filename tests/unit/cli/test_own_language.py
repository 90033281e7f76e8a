"""The guide and reports of the command line in the language of whoever sits there; all else stays English."""

from __future__ import annotations

from pathlib import Path

import pytest

from fogportable.cli.main import main
from fogportable.cli.own_language import own_language, report_voice
from fogportable.language import ENGLISH, GERMAN, choose_language


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOGPORTABLE_HOME", str(tmp_path))
    for name in ("FOGPORTABLE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def test_a_variable_for_one_command_beats_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    assert own_language() is ENGLISH
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert own_language() is GERMAN
    monkeypatch.setenv("FOGPORTABLE_LANGUAGE", "en")
    assert own_language() is ENGLISH


def test_the_guide_is_printed_in_german(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("FOGPORTABLE_LANGUAGE", "de")
    try:
        assert main(["guide", "report"]) == 0
    finally:
        choose_language(ENGLISH)
    assert capsys.readouterr().out.startswith("# Der Bericht\n")


def test_a_report_has_german_words_and_a_decimal_comma() -> None:
    voice = report_voice(GERMAN)
    assert voice.language == "de"
    assert voice.translate("Report", "How far the computers came") == "Wie weit die Computer kamen"
    assert voice.rate(9_700_000) == "9,7 MB/s"
    assert voice.computers(1) == "1 Computer"
    assert report_voice(ENGLISH).amount(1_100_000) == "1.1 MB"


def test_a_rehearsal_writes_its_report_in_german(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What it prints meanwhile is English, as a script may read it."""
    monkeypatch.setenv("FOGPORTABLE_LANGUAGE", "de")
    file = tmp_path / "room.html"
    assert main(["rehearse", "--clients", "2", "--report", str(file)]) == 0
    page = file.read_text(encoding="utf-8")
    assert '<html lang="de">' in page
    assert "2 Computer, davon kamen 2" in page
    assert "Passed: 2 of 2" in capsys.readouterr().out
