"""`fogportable learned`: which shapes of offers models of computers were found to take, and forgetting them."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from fogportable.cli.output import plain
from fogportable.errors import ExitCode
from fogportable.events import SHAPE_WORDS
from fogportable.session.learned import LearnedShapes


def add_arguments(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `learned` to the command line."""
    parser = subparsers.add_parser(
        "learned",
        help="show or forget which offers models of computers take",
        description="Computers that ignore one shape of offer get the next, and what they take is remembered for "
        "their model. Show what is remembered, or forget it.",
    )
    parser.add_argument("--forget", action="store_true", help="forget everything; a running session goes on as it is")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit code 0."""
    learned = LearnedShapes()
    shapes = learned.shapes()
    if args.forget:
        learned.forget()
    if args.json:
        print(json.dumps({"models": [asdict(each) for each in shapes], "forgotten": args.forget}))
        return ExitCode.DONE
    for each in shapes:
        machine = f", machine number {each.uuid_prefix}..." if each.uuid_prefix else ""
        print(plain(f"{SHAPE_WORDS[each.shape]}: {each.vendor_class}, address {each.oui}:...{machine}"))
    if not shapes:
        print("Nothing is remembered.")
    elif args.forget:
        print(f"Forgotten: {len(shapes)}.")
    return ExitCode.DONE
