"""The command line: one parser, one subcommand per file. Never imports Qt."""

from __future__ import annotations

import argparse
import io
import logging
import sys

from fogportable import __version__
from fogportable.cli import bootfiles, import_dnsmasq, learned, rehearse, serve
from fogportable.cli.ending import code_after, interrupted_by_signals
from fogportable.platform.privilege import bind_helper_main

#: Started by pkexec or sudo, never by a person; it has a strict parser of its own.
_BIND_HELPER = "bind-helper"


def make_parser() -> argparse.ArgumentParser:
    """The parser of all commands; each sets `run`."""
    parser = argparse.ArgumentParser(
        prog="fogportable",
        description="Boot a classroom from this laptop, beside a DHCP server nobody may touch. "
        "Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"FOG Portable {__version__}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    serve.add_arguments(subparsers)
    rehearse.add_arguments(subparsers)
    bootfiles.add_arguments(subparsers)
    import_dnsmasq.add_arguments(subparsers)
    learned.add_arguments(subparsers)
    return parser


def main(arguments: list[str]) -> int:
    """Run one command. arguments: without the program's name; at least a command. Returns the exit code."""
    if arguments[:1] == [_BIND_HELPER]:
        return bind_helper_main(arguments[1:])
    _print_whatever_comes()
    args = make_parser().parse_args(arguments)
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(name)s: %(message)s")
    with interrupted_by_signals():
        try:
            return int(args.run(args))
        except KeyboardInterrupt as interruption:
            return code_after(interruption, args.command)


def _print_whatever_comes() -> None:
    """Names of files and rooms may hold what the terminal's encoding does not: print those escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
