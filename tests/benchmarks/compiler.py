"""The load clients, compiled for this run."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.benchmarks.rounds import Skipped

_SOURCES = Path(__file__).resolve().parent / "clients"


class Clients:
    """Programs in a folder of this run, each compiled when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def program(self, name: str) -> Path:
        """The load client of this name. Raises Skipped without a compiler."""
        return self._build(name, name, ())

    def library(self, name: str) -> Path:
        """A library to be loaded before others (LD_PRELOAD). Raises Skipped without a compiler."""
        return self._build(name, f"{name}.so", ("-shared", "-fPIC"))

    def _build(self, name: str, result: str, flags: tuple[str, ...]) -> Path:
        built = self._folder / result
        if built.exists():
            return built
        compiler = shutil.which("cc")
        if compiler is None:
            raise Skipped("there is no C compiler (cc), and the load clients are written in C")
        command = [compiler, "-O2", "-Wall", "-Wextra", *flags, "-o", str(built), str(_SOURCES / f"{name}.c")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Skipped(f"{name}.c could not be compiled: {done.stderr.strip()[-2000:]}")
        return built
