"""Printing what an action of `fogportable fog` found, or why there is nothing; and how it ends."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Protocol, TypeVar

from fogportable.cli.output import exit_code_of, plain, print_fault
from fogportable.errors import ExitCode, Fault, FaultCode, FogPortableError

#: What is only told, and nothing to mend.
_NOT_WRONG = frozenset({FaultCode.FOG_REDIRECTED})


class Noted(Protocol):
    """What was found, with what is wrong about it."""

    @property
    def notes(self) -> tuple[Fault, ...]:
        """What is wrong, each once."""


_Found = TypeVar("_Found", bound=Noted)


def show(
    key: str,
    work: Callable[[], _Found],
    values: Callable[[_Found], object],
    lines: Callable[[_Found], list[str]],
    *,
    as_json: bool,
) -> int:
    """Do the work and print what was found, or why there is nothing. key: of the JSON object. Returns the exit code."""
    try:
        found = work()
    except FogPortableError as problem:
        return end_with(problem, as_json=as_json)
    if as_json:
        print(json.dumps({key: values(found)}))
    else:
        _print(lines(found), found.notes)
    return _code_after(found.notes)


def end_with(problem: FogPortableError, *, as_json: bool) -> int:
    """Print why an action came to nothing. Returns the exit code."""
    print_fault(problem, as_json=as_json)
    return exit_code_of(problem)


def show_progress(sentence: str) -> None:
    """For a person who waits; not into a log."""
    if sys.stderr.isatty():
        print(plain(sentence), file=sys.stderr, flush=True)


def _print(lines: list[str], notes: tuple[Fault, ...]) -> None:
    for line in lines:
        print(plain(line))
    for note in notes:
        print(plain(f"{' ' if note.code in _NOT_WRONG else '!'} {note}"))


def _code_after(notes: tuple[Fault, ...]) -> int:
    return ExitCode.FOUND_WRONG if any(note.code not in _NOT_WRONG for note in notes) else ExitCode.DONE
