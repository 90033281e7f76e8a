"""The program's own Python environment in `.venv`: made once, and again only when its ingredients change."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from speech import CouldNotStart, say

_STAMP_NAME = "fogportable-stamp.json"
#: How much of pip's own words is shown when it fails.
_LINES_SHOWN = 15


@dataclass(frozen=True)
class Environment:
    """`.venv` of one clone."""

    project: Path

    @property
    def folder(self) -> Path:
        return self.project / ".venv"

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    def program(self, name: str) -> Path:
        """A command that the environment brings, such as fogportable or ruff."""
        return self.folder / "bin" / name

    def ensure(self, *, with_tools: bool) -> bool:
        """Make or complete it. with_tools: also what tests need. True when something was done.

        Raises CouldNotStart with pip's last words shown when it fails, and for a link: what it leads to is another's.
        """
        stamp = self._read_stamp()
        wants_tools = with_tools or stamp.get("tools") == "yes"
        wanted = self._wanted_stamp(wants_tools)
        if stamp == wanted:
            return False
        if self.folder.is_symlink():
            raise CouldNotStart(f"{self.folder} is a link to another environment. Remove the link and try again.")
        has_moved = bool(stamp) and stamp.get("folder") != wanted["folder"]
        if has_moved or not self.is_usable():
            self._build()
        self._install("project with the tools of its tests" if wants_tools else "project", wants_tools)
        # Read again: a rebuilt environment may have another Python.
        self._stamp_file.write_text(json.dumps(self._wanted_stamp(wants_tools), indent=1) + "\n", encoding="utf-8")
        return True

    @property
    def _stamp_file(self) -> Path:
        return self.folder / _STAMP_NAME

    def _read_stamp(self) -> Mapping[str, str]:
        try:
            stamp = json.loads(self._stamp_file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) else {}

    def _wanted_stamp(self, with_tools: bool) -> dict[str, str]:
        return {
            "folder": str(self.folder),
            "python": self._python_version(),
            "pyproject": hashlib.sha256((self.project / "pyproject.toml").read_bytes()).hexdigest(),
            "tools": "yes" if with_tools else "no",
        }

    def _python_version(self) -> str:
        """Of the environment's interpreter; empty when there is none that runs."""
        command = [str(self.python), "-c", "import platform; print(platform.python_version())"]
        try:
            return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            return ""

    def is_usable(self) -> bool:
        """Whether it is there and pip runs in it. A new Python of the system leaves one behind that is not."""
        try:
            done = subprocess.run([str(self.python), "-m", "pip", "--version"], capture_output=True, check=False)
        except OSError:
            return False
        return done.returncode == 0

    def _build(self) -> None:
        say(f"Making the folder .venv for Python {sys.version.split()[0]}.")
        done = _run([sys.executable, "-m", "venv", "--clear", str(self.folder)])
        if done.returncode != 0:
            _show(done.stdout)
            raise CouldNotStart(f"{sys.executable} could not make a Python environment in {self.folder}.")

    def _install(self, what: str, with_tools: bool) -> None:
        say(f"Installing the {what} into .venv with pip. This takes a minute or two.")
        target = f"{self.project}[dev]" if with_tools else str(self.project)
        pip = [str(self.python), "-m", "pip", "--disable-pip-version-check", "--no-input"]
        done = _run([*pip, "install", "--quiet", "--editable", target])
        if done.returncode != 0:
            _show(done.stdout)
            raise CouldNotStart("pip could not install it. Check the network and run the same command again.")


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    # A Python of somebody else's must not leak into ours.
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONHOME", "PYTHONPATH")}
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env=environment,
        check=False,
    )


def _show(text: str) -> None:
    say("\n".join(text.splitlines()[-_LINES_SHOWN:]))
