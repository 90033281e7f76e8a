"""`fogportable probe`: asks a network what computers would be offered there, and says what to do."""

from __future__ import annotations

import argparse
import json

from fogportable.boot.site_verdict import HARMLESS
from fogportable.cli.output import exit_code_of, plain, print_fault
from fogportable.cli.probe_words import look_lines, look_values
from fogportable.errors import ExitCode, FogPortableError
from fogportable.platform.privilege import Ask
from fogportable.session.site_look import USUAL_SECONDS, SiteLook, probe_interface

_SHORTEST_S, _LONGEST_S = 1.0, 9.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `probe` takes."""
    parser.description = (
        "Ask a network, as a BIOS, a UEFI, an iPXE and an HTTP Boot computer would, what it offers: who gives "
        "addresses, who answers network boot, who would win and why, and what the switch says. Takes no address. "
        "Needs an administrator's rights. Exit code 1 when something stands in the way, 3 when it could not ask."
    )
    parser.add_argument(
        "--interface",
        action="append",
        default=[],
        metavar="IF",
        help="card to ask on; repeatable (default: the likely one)",
    )
    parser.add_argument(
        "--seconds",
        type=_seconds,
        default=USUAL_SECONDS,
        metavar="N",
        help=f"listen for so long, {_SHORTEST_S:g} to {_LONGEST_S:g} (default: {USUAL_SECONDS:g}); 3 more in silence",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit code 0 when a room can be served, 1 when something stands in the way, 3 when nothing could be asked."""
    looks: list[SiteLook] = []
    try:
        for name in dict.fromkeys(args.interface) or (None,):
            looks.append(probe_interface(name, seconds=args.seconds, ask=Ask.TERMINAL))
            if not args.json:
                print(plain_lines(looks[-1]), flush=True)
    except FogPortableError as problem:
        print_fault(problem, as_json=args.json)
        return exit_code_of(problem)
    if args.json:
        print(json.dumps({"cards": [look_values(each) for each in looks]}))
    return ExitCode.DONE if all(each.verdict.kind in HARMLESS for each in looks) else ExitCode.FOUND_WRONG


def plain_lines(look: SiteLook) -> str:
    """All lines of one card, without control characters from packets."""
    return "\n".join(plain(line) for line in look_lines(look))


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not _SHORTEST_S <= seconds <= _LONGEST_S:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time: use {_SHORTEST_S:g} to {_LONGEST_S:g} seconds")
    return seconds
