"""The rehearsal: real services, software computers, a pass sheet, and nothing left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from fogportable.events import TransferFailed
from fogportable.model import ClientStage, SessionState
from fogportable.session.rehearsal import Rehearsal
from fogportable.simulator.roster import Pace


def _wait(rehearsal: Rehearsal) -> None:
    pause = threading.Event()
    while not rehearsal.is_done:  # pytest's time limit bounds it
        pause.wait(0.02)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_whole_room_boots_and_gets_no_address(temporary: Path) -> None:
    rehearsal = Rehearsal()
    rehearsal.start(24)
    _wait(rehearsal)
    rehearsal.stop()
    sheet = rehearsal.pass_sheet()
    assert sheet.is_passed, sheet.lines()
    assert sheet.booted == 24
    assert sheet.addresses_given == 0
    rows = rehearsal.session.clients()
    assert {each.stage for each in rows} == {ClientStage.IN_MENU}
    assert len({each.address for each in rows}) == 24
    records = rehearsal.session.events_since(0, 10_000).records
    assert not [each for each in records if isinstance(each.event, TransferFailed)]
    assert list(temporary.iterdir()) == []


def test_stopping_in_the_middle_leaves_nothing_behind(temporary: Path) -> None:
    rehearsal = Rehearsal(pace=Pace(rate_bytes_per_s=20_000))
    rehearsal.start(6)
    pause = threading.Event()
    while not rehearsal.session.status().loading_computers:
        pause.wait(0.02)
    rehearsal.stop()
    assert rehearsal.session.status().state is SessionState.STOPPED
    assert not rehearsal.is_serving
    assert rehearsal.was_cut_short
    assert list(temporary.iterdir()) == []
    assert not [each for each in threading.enumerate() if each.name.startswith("fogp-") and "vendor" not in each.name]


def test_progress_is_seen_while_it_happens() -> None:
    rehearsal = Rehearsal(pace=Pace(rate_bytes_per_s=300_000))
    rehearsal.start(2)
    seen: set[int] = set()
    pause = threading.Event()
    while not rehearsal.is_done:
        seen |= {each.sent_bytes or 0 for each in rehearsal.session.clients() if each.stage is ClientStage.LOADING}
        pause.wait(0.05)
    rehearsal.stop()
    assert len(seen) > 5


def _run(*flags: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "fogportable", "rehearse", *flags]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, stdin=subprocess.DEVNULL)


def test_the_command_prints_a_table_and_ends_with_a_pass_sheet() -> None:
    done = _run("--clients", "5")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "Pass sheet" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("Passed: 5 of 5")
    assert "In the boot menu" in done.stdout


def test_the_command_speaks_json() -> None:
    done = _run("--clients", "2", "--json")
    sheet = json.loads(done.stdout)
    assert sheet["passed"] is True
    assert sheet["addresses_given"] == 0


@pytest.mark.parametrize("number", ["0", "-1", "many", "100000"])
def test_a_room_of_a_wrong_size_is_a_usage_error(number: str) -> None:
    assert _run("--clients", number).returncode == 2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("starter", ["", "trap '' INT; "], ids=["in the foreground", "as a background job"])
def test_a_signal_ends_the_command_with_130_and_leaves_no_folder(
    starter: str, number: signal.Signals, tmp_path: Path
) -> None:
    """Shells start background jobs with SIGINT ignored; one that is sent all the same is meant."""
    program = [sys.executable, "-m", "fogportable", "rehearse", "--clients", "60"]
    command = ["sh", "-c", f'{starter}exec "$@"', "sh", *program]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ | {"TMPDIR": str(tmp_path)}
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline()  # It has begun.
        assert any(tmp_path.iterdir())
        process.send_signal(number)
        _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (130, "")
    assert list(tmp_path.iterdir()) == []


def test_report_of_a_rehearsal_is_written_at_its_end_and_says_it_is_one(tmp_path: Path) -> None:
    file = tmp_path / "rehearsal.html"
    command = [sys.executable, "-m", "fogportable", "rehearse", "--clients", "6", "--report", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert str(file) in done.stderr
    page = file.read_text(encoding="utf-8")
    assert "6 of 6 computers came to the boot menu" in page
    assert "This was a rehearsal" in page
    assert "Nothing has been sent yet" not in page
    assert page.count('scope="row"') == 6


def test_report_writes_over_nothing_and_says_so_before_anything_begins(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("mine")
    command = [sys.executable, "-m", "fogportable", "rehearse", "--clients", "1", "--report", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "is there already" in done.stdout + done.stderr
    assert file.read_text() == "mine"
