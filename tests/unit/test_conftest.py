"""What every test may count on: a home of its own, no screen, and no silent skips where CI forbids them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


def test_home_is_empty_and_of_this_test(fogportable_home: Path) -> None:
    assert os.environ["FOGPORTABLE_HOME"] == str(fogportable_home)
    assert list(fogportable_home.iterdir()) == []


def test_no_screen_is_used() -> None:
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"


@pytest.mark.parametrize(
    ("marker", "is_forbidden", "outcome"),
    [
        ("system", True, "1 failed"),
        ("fresh", True, "1 failed"),
        ("system", False, "1 skipped"),
        ("gui", True, "1 skipped"),
    ],
)
def test_skips_are_failures_where_they_are_forbidden(
    tmp_path: Path, marker: str, is_forbidden: bool, outcome: str
) -> None:
    (tmp_path / "test_skipped.py").write_text(
        f"import pytest\n\n@pytest.mark.{marker}\ndef test_it():\n    pytest.skip('no qemu here')\n"
    )
    environment = {key: value for key, value in os.environ.items() if key != "FOGPORTABLE_NO_SKIP"}
    environment |= {"FOGPORTABLE_NO_SKIP": "1"} if is_forbidden else {}
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider", "-c", os.devnull]
    done = subprocess.run(
        [*command, "--rootdir", str(tmp_path), "-rsf", str(tmp_path)],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert outcome in done.stdout, done.stdout + done.stderr
    assert "no qemu here" in done.stdout
