"""The loop of atheris around a target. Finds go to a folder of their own; the corpus of the project is only read."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["fogportable"]):
    from tests.fuzz.targets import TARGETS

_CORPUS = Path(__file__).parent / "corpus"


def fuzz(folder: str) -> None:
    """Run until a crash, or as long as the flags on the command line say. Does not return: libFuzzer exits."""
    finds = tempfile.mkdtemp(prefix=f"fuzz-{folder}-")
    print(f"finds go to {finds}", file=sys.stderr)
    atheris.Setup([*sys.argv, "-max_len=2048", finds, str(_CORPUS / folder)], TARGETS[folder])
    atheris.Fuzz()
