"""The command line: one parser, one subcommand per file. Never imports Qt."""

from __future__ import annotations

import argparse
import gc
import io
import logging
import sys
from collections.abc import Callable

from fogportable import __version__
from fogportable.cli.ending import code_after, give_up_output, interrupted_by_signals
from fogportable.errors import ExitCode

#: Started by pkexec or sudo, never by a person; it has a strict parser of its own.
_BIND_HELPER = "bind-helper"


def make_parser(command: str = "") -> argparse.ArgumentParser:
    """The parser of the program, with the arguments of one command, which sets `run`.

    Others are only named: what they import would hold up a `serve` by several times its own start.
    """
    parser = argparse.ArgumentParser(
        prog="fogportable",
        description="Boot a classroom from this laptop, beside a DHCP server nobody may touch. "
        "Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"FOG Portable {__version__}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    for name, (text, add_arguments) in _COMMANDS.items():
        of_command = subparsers.add_parser(name, help=text)
        if name == command:
            add_arguments(of_command)
    return parser


def _serve(parser: argparse.ArgumentParser) -> None:
    from fogportable.cli import serve

    serve.add_arguments(parser)


def _rehearse(parser: argparse.ArgumentParser) -> None:
    from fogportable.cli import rehearse

    rehearse.add_arguments(parser)


def _bootfiles(parser: argparse.ArgumentParser) -> None:
    from fogportable.cli import bootfiles

    bootfiles.add_arguments(parser)


def _import_dnsmasq(parser: argparse.ArgumentParser) -> None:
    from fogportable.cli import import_dnsmasq

    import_dnsmasq.add_arguments(parser)


def _learned(parser: argparse.ArgumentParser) -> None:
    from fogportable.cli import learned

    learned.add_arguments(parser)


def _room(parser: argparse.ArgumentParser) -> None:
    from fogportable.cli import room

    room.add_arguments(parser)


def _fog(parser: argparse.ArgumentParser) -> None:
    from fogportable.cli import fog

    fog.add_arguments(parser)


def _check(parser: argparse.ArgumentParser) -> None:
    from fogportable.cli import check

    check.add_arguments(parser)


def _explain(parser: argparse.ArgumentParser) -> None:
    from fogportable.cli import explain

    explain.add_arguments(parser)


def _probe(parser: argparse.ArgumentParser) -> None:
    from fogportable.cli import probe

    probe.add_arguments(parser)


def _wake(parser: argparse.ArgumentParser) -> None:
    from fogportable.cli import wake

    wake.add_arguments(parser)


def _sites(parser: argparse.ArgumentParser) -> None:
    from fogportable.cli import sites

    sites.add_arguments(parser)


def _observe(parser: argparse.ArgumentParser) -> None:
    from fogportable.cli import observe

    observe.add_arguments(parser)


def _guide(parser: argparse.ArgumentParser) -> None:
    from fogportable.cli import guide

    guide.add_arguments(parser)


def _session(parser: argparse.ArgumentParser) -> None:
    from fogportable.cli import session

    session.add_arguments(parser)


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "serve": ("serve without a window", _serve),
    "check": ("look at ports, network, firewall and boot files before anything is served", _check),
    "probe": ("ask a network what it offers to computers, and what to do there", _probe),
    "observe": ("listen without sending anything, and say what Start would change", _observe),
    "wake": ("switch computers on from this laptop, by Wake-on-LAN", _wake),
    "rehearse": ("boot a software classroom on this machine", _rehearse),
    "bootfiles": ("bring, list and check boot files", _bootfiles),
    "import-dnsmasq": ("make a profile of a dnsmasq configuration", _import_dnsmasq),
    "room": ("read the seats of a room from a list, or write them to one", _room),
    "fog": ("look at a FOG server, and at what it would give to a computer", _fog),
    "explain": ("say from a capture why computers do not boot, or what an error code means", _explain),
    "sites": ("show or forget networks that were served, by which they are known again", _sites),
    "session": ("look at a session that was saved in a file", _session),
    "learned": ("show or forget which offers models of computers take", _learned),
    "guide": ("print a page of the guide", _guide),
}


def command_names() -> tuple[str, ...]:
    """All commands, in the order of the help."""
    return tuple(_COMMANDS)


def main(arguments: list[str]) -> int:
    """Run one command. arguments: without the program's name; at least a command. Returns the exit code."""
    if arguments[:1] == [_BIND_HELPER]:
        from fogportable.platform.bind_helper import bind_helper_main

        return bind_helper_main(arguments[1:])
    _print_whatever_comes()
    args = make_parser(arguments[0]).parse_args(arguments)
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(name)s: %(message)s")
    with interrupted_by_signals():
        try:
            code = int(args.run(args))
            sys.stdout.flush()  # Not left to the interpreter's end, which complains in its own words.
            return code
        except BrokenPipeError:  # The reader has seen enough (`| head`).
            give_up_output()
            return ExitCode.DONE
        except KeyboardInterrupt as interruption:
            return code_after(interruption, args.command)


def _print_whatever_comes() -> None:
    """Names of files and rooms may hold what the terminal's encoding does not: print those escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
