"""A report is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from fogportable.errors import ConfigError, FaultCode
from fogportable.report.save import report_bytes, save_report
from tests.unit.report.reports import mixed_report


def test_report_is_written_and_readable_for_others(tmp_path: Path) -> None:
    file = tmp_path / "room.html"
    save_report(b"words", file, may_replace=False)
    assert file.read_bytes() == b"words"
    assert file.stat().st_mode & 0o444 == 0o444
    assert list(tmp_path.iterdir()) == [file]


def test_report_writes_over_nothing_unless_it_may(tmp_path: Path) -> None:
    file = tmp_path / "room.csv"
    file.write_text("mine")
    with pytest.raises(ConfigError) as caught:
        save_report(b"words", file, may_replace=False)
    assert caught.value.code is FaultCode.REPORT_THERE
    assert file.read_text() == "mine"
    save_report(b"words", file, may_replace=True)
    assert file.read_bytes() == b"words"
    assert list(tmp_path.iterdir()) == [file]


def test_report_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        save_report(b"words", tmp_path / "nowhere" / "room.html", may_replace=True)
    assert caught.value.code is FaultCode.REPORT_NOT_SAVED


def test_ending_says_what_is_written() -> None:
    assert report_bytes(mixed_report(), ".html").startswith(b"<!DOCTYPE html>")
    assert report_bytes(mixed_report(), ".csv").startswith(b"seat,mac,state,")
