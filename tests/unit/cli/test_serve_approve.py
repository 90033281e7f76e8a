"""The list of approved computers, as a file that grows while it serves."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import pytest

from fogportable.cli.serve_approve import ApprovalFiles, Approved, macs_of
from fogportable.errors import ConfigError, FaultCode
from fogportable.model import ClientLists
from fogportable.protocol.address import MacAddress
from fogportable.session.approvals import Approvals

_ONE, _TWO = MacAddress.parse("52:54:00:00:00:01"), MacAddress.parse("52:54:00:00:00:02")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "approved.txt"
    _write(file, f"# room 204\n\n{_ONE} window seat\n")
    return file


def _write(file: Path, text: str) -> None:
    """With a time of its own, however coarse the clock of the disk is."""
    before = file.stat().st_mtime_ns if file.exists() else 0
    file.write_text(text)
    os.utime(file, ns=(before + 10**9, before + 10**9))


def _served(*values: str) -> tuple[ApprovalFiles, Approvals]:
    files = ApprovalFiles([Approved(each) for each in values])
    approvals = Approvals(lambda _: None, lambda _: False)
    approvals.begin(files.added_to(ClientLists()))
    return files, approvals


def test_without_the_flag_a_profile_says_who_may() -> None:
    lists = ClientLists(approved=(_ONE,))
    assert ApprovalFiles([]).added_to(lists) == lists


def test_addresses_and_files_are_approved_together(file: Path) -> None:
    _, approvals = _served(str(file), str(_TWO))
    assert approvals.is_needed
    assert approvals.macs() == (_ONE, _TWO)


def test_who_is_written_into_the_file_is_let_in_and_who_is_taken_out_waits_again(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files, approvals = _served(str(file))
    files.look(approvals, as_json=False)
    _write(file, f"{_ONE}\n{_TWO}\n")
    files.look(approvals, as_json=False)
    assert approvals.macs() == (_ONE, _TWO)
    _write(file, f"{_TWO}\n")
    files.look(approvals, as_json=False)
    assert approvals.macs() == (_TWO,)
    assert capsys.readouterr().err == ""


def test_a_file_that_becomes_wrong_or_goes_changes_nothing_and_is_told_once(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files, approvals = _served(str(file))
    _write(file, "half an addr\n")
    files.look(approvals, as_json=False)
    assert "Line 1" in capsys.readouterr().err
    files.look(approvals, as_json=False)
    assert capsys.readouterr().err == ""
    file.unlink()
    files.look(approvals, as_json=False)
    assert "cannot be read" in capsys.readouterr().err
    files.look(approvals, as_json=False)
    assert capsys.readouterr().err == ""
    assert approvals.macs() == (_ONE,)


def test_a_value_that_is_neither_is_refused(tmp_path: Path) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="neither a hardware address nor a file"):
        Approved(str(tmp_path / "none"))


def test_a_wrong_line_is_named() -> None:
    with pytest.raises(ConfigError) as wrong:
        macs_of("52:54:00:00:00:01\nroom 5\n", Path("list"))
    assert wrong.value.code is FaultCode.APPROVAL_FILE_WRONG
    assert "Line 2 of list" in wrong.value.fault.message
