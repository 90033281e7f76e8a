"""For every test: no real screen, a home of its own, and, where CI says so, no silent skips."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

# Whether an example takes 200 ms says how busy the machine is, not whether the program is right.
settings.register_profile("fogportable", settings(), deadline=None)
settings.load_profile("fogportable")

# Before anything imports Qt. A test that wants a real screen (Xvfb) sets the variable for its own process.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

#: Set by .ci/run: there, everything that these tests need is installed, so that a skip hides a fault.
NO_SKIP_VARIABLE = "FOGPORTABLE_NO_SKIP"
NO_SKIP_MARKERS = ("system", "fresh")


@pytest.fixture(autouse=True)
def fogportable_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in place of the user's own data, state and cache."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("FOGPORTABLE_HOME", str(home))
    # Nor the keyring of whoever runs the tests.
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    return home


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skipped system or fresh test into a failure where skipping is not allowed."""
    report = yield
    if report.skipped and os.environ.get(NO_SKIP_VARIABLE) and is_never_skipped(item):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} may not be skipped here. {reason}"
    return report


def is_never_skipped(item: pytest.Item) -> bool:
    """Whether a test is one of those that CI always runs."""
    return any(item.get_closest_marker(marker) for marker in NO_SKIP_MARKERS)
