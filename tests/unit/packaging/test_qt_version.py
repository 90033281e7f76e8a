"""The one release of Qt for Python that aborts the interpreter before Python 3.12 is kept out."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]

_EMIT = """
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Sender(QObject):
    happened = Signal(int)

application = QCoreApplication([])
heard = []
sender = Sender()
sender.happened.connect(heard.append)
for number in range(2000):
    sender.happened.emit(number)
print(len(heard))
"""


def test_aborting_release_is_not_installed() -> None:
    assert sys.version_info >= (3, 12) or version("PySide6-Essentials") != "6.12.0"


def test_aborting_release_is_excluded_in_the_requirements() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    qt = [line for line in project["dependencies"] if line.startswith("PySide6-Essentials")]
    before_3_12 = [line for line in qt if "python_version < '3.12'" in line]
    assert len(before_3_12) == 1
    assert "!=6.12.0" in before_3_12[0]
    assert all("python_version" in line for line in qt)


def test_2000_emitted_signals_do_not_abort_the_interpreter() -> None:
    done = subprocess.run([sys.executable, "-c", _EMIT], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "2000"
