"""`fogportable learned`: which shapes of offers models of computers were found to take, and forgetting them."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from fogportable.cli.output import plain, print_fault
from fogportable.errors import ExitCode, ServiceError
from fogportable.events import SHAPE_WORDS
from fogportable.model import LearnedShape
from fogportable.protocol.address import MacPattern
from fogportable.session.learned import LearnedShapes

#: `--forget` without an address.
_EVERYTHING = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `learned` takes."""
    parser.description = (
        "Computers that ignore one shape of offer get the next, and what they take is remembered for "
        "their model. Show what is remembered, or forget it."
    )
    parser.add_argument(
        "--forget",
        nargs="?",
        const=_EVERYTHING,
        type=_pattern,
        metavar="ADDRESS",
        help="forget everything, or models of this hardware address or its beginning, such as 52:54:00; a running "
        "session goes on as it is",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit code 0; 3 when nothing was forgotten. With an address only its models are shown, and forgotten."""
    learned = LearnedShapes()
    shapes = learned.shapes()
    is_forgetting = args.forget is not None
    if isinstance(args.forget, MacPattern):
        shapes = tuple(each for each in shapes if _is_of(each, args.forget))
        for each in shapes:
            learned.forget(each)
    elif is_forgetting:
        learned.forget()
    if learned.not_kept is not None:
        print_fault(ServiceError.of(learned.not_kept), as_json=args.json)
        return ExitCode.COULD_NOT_START
    if args.json:
        print(json.dumps({"models": [asdict(each) for each in shapes], "forgotten": is_forgetting}))
        return ExitCode.DONE
    for each in shapes:
        machine = f", machine number {each.uuid_prefix}..." if each.uuid_prefix else ""
        print(plain(f"{SHAPE_WORDS[each.shape]}: {each.vendor_class}, address {each.oui}:...{machine}"))
    if not shapes:
        print("Nothing is remembered.")
    elif is_forgetting:
        print(f"Forgotten: {len(shapes)}.")
    return ExitCode.DONE


def _pattern(text: str) -> MacPattern:
    try:
        return MacPattern.parse(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from wrong


def _is_of(model: LearnedShape, pattern: MacPattern) -> bool:
    """A model is known by the first octets of its addresses: more of them tell no more, fewer mean several models."""
    octets = bytes.fromhex(model.oui.replace(":", ""))
    return octets.startswith(pattern.octets[: len(octets)])
