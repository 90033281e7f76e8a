"""`fogportable serve` as the laptop in the lab runs it."""

from __future__ import annotations

import json
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.system.lab import KIT_INTERFACE, Lab, Process

MARKER = "FOGP-SCRIPT-RUNS"

#: Printed twice: the serial console of SeaBIOS moves the cursor and can swallow a first letter.
SCRIPT = f"#!ipxe\necho {MARKER}\necho {MARKER}\nsleep 1\npoweroff || exit\n"


@dataclass
class Kit:
    """A running `serve --json`."""

    process: Process

    def events(self, name: str) -> list[dict[str, object]]:
        """The events of one name so far."""
        lines = [json.loads(line) for line in self.process.text().splitlines() if line.startswith("{")]
        return [line for line in lines if line["event"] == name]

    def stop(self) -> int:
        """End it as a service is ended; its exit code."""
        return self.process.stop(signal.SIGTERM)


def serve(school: Lab, root: Path, *flags: str) -> Kit:
    """Start the kit on its interface and wait until it serves."""
    home = school.folder / "home"
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "fogportable",
        "serve",
        "--interface",
        KIT_INTERFACE,
        "--root",
        root,
        "--json",
    ]
    process = school.start("kit", "kit", [*command, *flags], FOGPORTABLE_HOME=str(home), PYTHONUNBUFFERED="1")
    process.wait_for("session_started", 20)
    return Kit(process)


def serve_fog(school: Lab, server: str, mode: str, *flags: str) -> Kit:
    """Start the kit for a FOG server. Its boot files, where it needs them, are brought from there."""
    home = school.folder / "home"
    command = [sys.executable, "-m", "fogportable", "serve", "--interface", KIT_INTERFACE, "--json"]
    environment = {"FOGPORTABLE_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    process = school.start("kit", "kit", [*command, "--fog", server, "--fog-mode", mode, *flags], **environment)
    process.wait_for("session_started", 60)
    return Kit(process)


def write_script(folder: Path) -> Path:
    """A script of our own that prints the marker on the serial console."""
    path = folder / "marker.ipxe"
    path.write_text(SCRIPT)
    return path
