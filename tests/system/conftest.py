"""One lab per test; boot files once per run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.system.lab import Firmware, Lab, lab, missing_for_lab


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.system)


@pytest.fixture
def cables(tmp_path: Path) -> Iterator[Lab]:
    """A bridge that nobody gives addresses on yet. Skips where that cannot be built."""
    reason = missing_for_lab()
    if reason is not None:
        pytest.skip(reason)
    with lab(tmp_path) as made:
        yield made


@pytest.fixture
def school(cables: Lab) -> Lab:
    """A bridge with the site's DHCP server on it, which gives addresses only."""
    cables.start_site_dhcp()
    return cables


@pytest.fixture(scope="session")
def boot_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a real boot set, brought by the product's own command."""
    if shutil.which("apt-get") is None:
        pytest.skip("boot files are brought by apt, which is not here")
    home = tmp_path_factory.mktemp("kit-home")
    done = subprocess.run(
        [sys.executable, "-m", "fogportable", "bootfiles", "get", "--json"],
        env={**os.environ, "FOGPORTABLE_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return Path(json.loads(done.stdout.splitlines()[-1])["boot_set"]["folder"])


def skip_without(firmware: Firmware) -> None:
    """Skip a test whose kind of computer cannot run here, with the reason."""
    reason = firmware.missing()
    if reason is not None:
        pytest.skip(reason)
