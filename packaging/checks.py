"""What `test` and `lint` run, in order, and what they say at the end."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from environment import Environment
from speech import say


class Selection(StrEnum):
    """The parts that `--only` chooses from."""

    LINT = "lint"
    UNIT = "unit"
    GOLDEN = "golden"
    INTEGRATION = "integration"
    GUI = "gui"
    SYSTEM = "system"
    FRESH = "fresh"
    PACKAGE = "package"


#: They may run beside each other: they hold no port and no network of the machine's.
WITHOUT_SOCKETS = (Selection.UNIT, Selection.GOLDEN, Selection.GUI)

#: Without --only. These build whole Debians, and packages, and are asked for by name.
DEFAULT_SELECTION = tuple(part for part in Selection if part not in (Selection.FRESH, Selection.PACKAGE))

DONE = 0
FOUND_WRONG = 1


#: Where a choice of tests, such as `-k`, leaves nothing of a part. pytest's own number.
NOTHING_COLLECTED = 5

#: A computer in QEMU keeps one core busy; beyond this many the bridges of the labs tell on each other's clocks.
MOST_LABS = 4


@dataclass(frozen=True)
class Check:
    """Passes when each of its commands does. commands: command lines, their programs from `.venv`."""

    title: str
    commands: tuple[tuple[str, ...], ...]


LINT_CHECKS = (
    Check("ruff check", (("ruff", "check", "."),)),
    Check("ruff format --check", (("ruff", "format", "--check", "."),)),
    Check("mypy --strict", (("mypy",),)),
    Check("import rules", (("lint-imports",),)),
)


def checks_for(selection: Sequence[Selection], pytest_arguments: Sequence[str]) -> tuple[Check, ...]:
    """The commands for a selection; pytest last, so that its closing lines are."""
    parts = [part for part in Selection if part in selection and part is not Selection.LINT]
    lint = LINT_CHECKS if Selection.LINT in selection else ()
    if not parts:
        return lint
    return (*lint, Check("pytest", _pytest_commands(parts, pytest_arguments)))


def _pytest_commands(parts: Sequence[Selection], arguments: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Labs with real firmware run side by side, and what needs no sockets; what measures, and the rest, runs alone."""
    if Selection.SYSTEM not in parts:
        is_named = parts in ([Selection.FRESH], [Selection.PACKAGE])
        marker = ("-m", parts[0].value) if is_named else ()
        return (("pytest", *marker, *_folders(parts), *arguments),)
    workers = str(min(os.cpu_count() or 1, MOST_LABS))
    side_by_side = ("pytest", "--numprocesses", workers, "--dist", "worksteal", "-m", "not benchmark")
    quick = _folders([part for part in parts if part in WITHOUT_SOCKETS])
    rest = _folders([part for part in parts if part is not Selection.SYSTEM and part not in WITHOUT_SOCKETS])
    return (
        (*side_by_side, "tests/system", *arguments),
        *(((*side_by_side, *quick, *arguments),) if quick else ()),
        ("pytest", "-m", "benchmark", *quick, "tests/system", *arguments),
        *((("pytest", *rest, *arguments),) if rest else ()),
    )


def _folders(parts: Sequence[Selection]) -> tuple[str, ...]:
    return tuple(f"tests/{part.value}" for part in parts)


def benchmark_check(words: Sequence[str]) -> Check:
    """The measurements, a program of its own that prints tables."""
    return Check("benchmarks", (("python", "-m", "tests.benchmarks", *words),))


def translations_check(*, is_look: bool) -> Check:
    """Bring the languages up to date, or only look whether they are."""
    return Check("translations", (("python", "packaging/translations.py", *(["--check"] if is_look else [])),))


def screenshots_check(words: Sequence[str]) -> Check:
    """Pictures of the window, drawn without a display."""
    return Check("screenshots", (("python", "packaging/screenshots.py", *words),))


def package_check(words: Sequence[str]) -> Check:
    """The program as one file and as one folder."""
    return Check("package", (("python", "packaging/package.py", *words),))


def run_checks(environment: Environment, checks: Sequence[Check]) -> int:
    """Run all of them, also after a failure. Returns the exit code."""
    failed = [check.title for check in checks if not _passes(environment, check)]
    if failed:
        say(f"Failed: {', '.join(failed)}.")
        return FOUND_WRONG
    say(f"Passed: {', '.join(check.title for check in checks)}.")
    return DONE


def _passes(environment: Environment, check: Check) -> bool:
    codes = {_run(environment, command) for command in check.commands}
    return codes <= {DONE, NOTHING_COLLECTED} and DONE in codes


def _run(environment: Environment, words: tuple[str, ...]) -> int:
    program, *arguments = words
    say(f"Running {' '.join(words)}")
    command = [str(environment.program(program)), *arguments]
    # Tools that tests start by name come from .venv too.
    path = f"{environment.program('')}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    return subprocess.run(command, cwd=environment.project, env={**os.environ, "PATH": path}, check=False).returncode
