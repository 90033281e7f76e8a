"""How the commands speak: plain sentences on standard error, so that standard output is the program's alone."""

from __future__ import annotations

import sys


class CouldNotStart(Exception):
    """Something is missing that cannot be had here. Its text is one sentence for a person."""


def say(sentence: str, *, end: str = "\n") -> None:
    """Tell the person something, at once."""
    print(sentence, end=end, file=sys.stderr, flush=True)
