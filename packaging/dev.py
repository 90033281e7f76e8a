#!/usr/bin/env python3
"""Run, test and measure FOG Portable from a clone, with nothing but git and Python.

What is missing is installed once: packages of the system by apt (asked for on a terminal, `--no-apt` to leave them
alone), Python packages by pip into `.venv`. Exit codes: 0 done, 1 found something wrong, 2 usage, 3 could not start,
130 interrupted.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036  the point is to say so to whoever has an older one
    sys.exit("FOG Portable needs Python 3.11 or newer, and this is " + sys.version.split()[0] + ".")

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from apt_packages import ensure_packages
from checks import (
    DEFAULT_SELECTION,
    LINT_CHECKS,
    Selection,
    benchmark_check,
    checks_for,
    package_check,
    run_checks,
    screenshots_check,
    translations_check,
)
from environment import Environment
from machine import describe_no_display, open_display, reachable_wayland, reachable_x11
from speech import CouldNotStart, say
from system_packages import Part, needs_of

PROJECT = Path(__file__).resolve().parent.parent

DONE = 0
COULD_NOT_START = 3
INTERRUPTED = 130


def main(words: Sequence[str]) -> int:
    """Do one command. Does not return from `run`, which becomes the program."""
    arguments, program_arguments = parse(words)
    try:
        if arguments.command == "run":
            return run(program_arguments, may_use_apt=arguments.apt)
        if arguments.command == "install":
            parts = tuple(Part(name) for name in arguments.parts)
            return install(parts, may_use_apt=arguments.apt)
        return check(arguments, program_arguments)
    except CouldNotStart as problem:
        say(str(problem))
        return COULD_NOT_START
    except KeyboardInterrupt:
        return INTERRUPTED


def parse(words: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """Our own arguments, and those for the program, for pytest or for the benchmarks. Ends with 2 on wrong usage."""
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__.split("\n\n")[0] if __doc__ else None)
    commands = parser.add_subparsers(dest="command", required=True)
    texts = {
        "run": "install what is missing and start the program; words after -- go to it",
        "test": "run linters, type checks and tests; further words go to pytest",
        "lint": "run linters and type checks only",
        "bench": "measure beside the C servers and print tables; further words say what, see bench -- --help",
        "translations": "bring the languages up to date with what the sources say; --check only looks",
        "screenshots": "draw pictures of the window, no display needed, --out or --guide; see screenshots -- --help",
        "package": "build the program as one file and as one folder; see package -- --help",
        "install": "install packages of the system for some purposes, and nothing else",
    }
    for name, text in texts.items():
        command = commands.add_parser(name, help=text, description=text)
        command.add_argument("--no-apt", dest="apt", action="store_false", help="leave the system's packages alone")
        if name == "test":
            command.add_argument("--only", action="append", type=_selections, metavar="PART[,PART]", help=_choices())
        if name == "translations":
            command.add_argument("--check", action="store_true", help="write nothing; end with 1 for what is to do")
        if name == "install":
            command.add_argument("parts", nargs="+", choices=[part.value for part in Part])
    own, passed_on = _split(words)
    arguments, unknown = parser.parse_known_args(own)
    if unknown and arguments.command not in ("test", "bench", "screenshots", "package"):
        parser.error(f"unknown words: {' '.join(unknown)}; put -- before words for the program")
    return arguments, [*unknown, *passed_on]


def _split(words: Sequence[str]) -> tuple[list[str], list[str]]:
    own = list(words)
    if "--" not in own:
        return own, []
    at = own.index("--")
    return own[:at], own[at + 1 :]


def _selections(text: str) -> tuple[Selection, ...]:
    try:
        return tuple(Selection(word) for word in text.split(","))
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(f"{wrong}; choose from {_choices()}") from wrong


def _choices() -> str:
    return ", ".join(Selection)


def run(program_arguments: list[str], *, may_use_apt: bool) -> int:
    """Become the program: with its arguments, as the window, or as a rehearsal where no window can be seen."""
    has_x11, has_wayland = reachable_x11(os.environ), reachable_wayland(os.environ)
    parts = [Part.VENV, Part.QT]
    parts += [Part.X11] if has_x11 else []
    parts += [Part.WAYLAND] if has_wayland else []
    environment = prepare(tuple(parts), may_use_apt=may_use_apt, with_tools=False)
    if not program_arguments:
        problem = open_display(environment.python) if has_x11 or has_wayland else describe_no_display(os.environ)
        if problem is not None:
            say(f"{problem}, so this is a rehearsal without the window.")
            program_arguments = ["rehearse"]
    program = str(environment.program("fogportable"))
    sys.stdout.flush()
    os.execv(program, [program, *program_arguments])


def check(arguments: argparse.Namespace, pytest_arguments: list[str]) -> int:
    """`test`, `lint`, `translations`, `screenshots`, `package` and `bench`."""
    if arguments.command == "lint":
        environment = prepare((Part.VENV,), may_use_apt=arguments.apt, with_tools=True)
        return run_checks(environment, LINT_CHECKS)
    if arguments.command == "translations":
        environment = prepare((Part.VENV,), may_use_apt=arguments.apt, with_tools=True)
        return run_checks(environment, [translations_check(is_look=arguments.check)])
    if arguments.command == "bench":
        environment = prepare((Part.VENV, Part.QT), may_use_apt=arguments.apt, with_tools=True)
        return run_checks(environment, [benchmark_check(pytest_arguments)])
    if arguments.command == "screenshots":
        environment = prepare((Part.VENV, Part.QT), may_use_apt=arguments.apt, with_tools=True)
        return run_checks(environment, [screenshots_check(pytest_arguments)])
    if arguments.command == "package":
        environment = prepare((Part.VENV, Part.QT, Part.X11, Part.PACKAGE), may_use_apt=arguments.apt, with_tools=True)
        return run_checks(environment, [package_check(pytest_arguments)])
    chosen = tuple(part for parts in arguments.only or () for part in parts)
    parts = [Part.VENV, Part.QT]
    # Asked for by name, these bring their packages; otherwise such tests say why they are skipped.
    parts += [Part.SYSTEM] if Selection.SYSTEM in chosen else []
    parts += [Part.FRESH] if Selection.FRESH in chosen else []
    environment = prepare(tuple(parts), may_use_apt=arguments.apt, with_tools=True)
    return run_checks(environment, checks_for(chosen or DEFAULT_SELECTION, pytest_arguments))


def install(parts: tuple[Part, ...], *, may_use_apt: bool) -> int:
    """Bring the packages of these parts and nothing else."""
    if not ensure_packages(needs_of(parts), may_use_apt=may_use_apt):
        say("Nothing to install.")
    return DONE


def prepare(parts: tuple[Part, ...], *, may_use_apt: bool, with_tools: bool) -> Environment:
    """Install what is missing, once. Raises CouldNotStart."""
    if not sys.platform.startswith("linux"):
        raise CouldNotStart(
            "This command knows Linux only: elsewhere make a virtual environment, pip install -e . into it "
            "and start fogportable."
        )
    environment = Environment(PROJECT)
    needs = needs_of(parts)
    if environment.is_usable():
        # ensurepip is for making it, and this one is made.
        needs = tuple(need for need in needs if need.part is not Part.VENV)
    did_apt = ensure_packages(needs, may_use_apt=may_use_apt)
    did_pip = environment.ensure(with_tools=with_tools)
    if not did_apt and not did_pip:
        say("Nothing to install.")
    return environment


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
