"""The entry of the program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fogportable.__main__ import main


@pytest.mark.parametrize(
    ("number", "command", "code"),
    [
        (signal.SIGINT, "rehearse", 130),
        (signal.SIGTERM, "rehearse", 130),
        (signal.SIGINT, "serve", 130),
        (signal.SIGTERM, "serve", 0),
    ],
)
def test_a_signal_while_the_program_is_still_being_imported_ends_it_as_later(
    monkeypatch: pytest.MonkeyPatch, number: signal.Signals, command: str, code: int
) -> None:
    class Interrupting:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "fogportable.cli.main":
                signal.raise_signal(number)

    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(sys, "argv", ["fogportable", command])
    monkeypatch.delitem(sys.modules, "fogportable.cli.main", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Interrupting(), *sys.meta_path])
    assert main() == code
    assert signal.getsignal(signal.SIGTERM) is before


def test_names_that_the_terminal_cannot_show_are_printed_escaped(tmp_path: Path) -> None:
    folder = tmp_path / "K\u00e4se \u2603"
    done = subprocess.run(
        [sys.executable, "-m", "fogportable", "bootfiles", "check", "--root", folder],
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"K\\xe4se \\u2603 is not there." in done.stderr
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "fogportable", "bootfiles", "check", "--root", folder],
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert b"K\\xe4se \\u2603" in done.stdout
    assert done.stderr == b""
