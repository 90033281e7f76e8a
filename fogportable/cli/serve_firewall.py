"""`serve --open-firewall`: computers are let in while a room is served, and not afterwards."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from fogportable.cli.output import plain, print_fault
from fogportable.errors import FogPortableError
from fogportable.model import ChangeOwner, ServingPlan
from fogportable.platform.paths import firewall_change_file
from fogportable.platform.privilege import Ask
from fogportable.session.leasing import cards_of

if TYPE_CHECKING:
    from fogportable.session.firewall_opening import FirewallOpening


def add_firewall_argument(parser: argparse.ArgumentParser) -> None:
    """The flag."""
    parser.add_argument(
        "--open-firewall",
        action="store_true",
        help="let the boot ports in through this machine's firewall while it serves; taken back at the end",
    )


@contextlib.contextmanager
def firewall_opened(args: argparse.Namespace, plan: ServingPlan) -> Iterator[None]:
    """Around serving. What a crash left open is taken back first, with or without the flag.

    A firewall that does not change is told and holds nothing back. Without the flag and without a crash before, nothing
    of it is even imported.
    """
    if not args.open_firewall and not firewall_change_file().exists():
        yield
        return
    from fogportable.session.firewall_opening import FirewallOpening

    opening = FirewallOpening(Ask.TERMINAL)
    with _told():
        left = opening.undo()
        if left.owner is not None:
            _say("Took back what an earlier run had opened in the firewall.", left.commands, as_json=args.json)
    if args.open_firewall:
        with _told():
            _open(opening, plan, as_json=args.json)
    try:
        yield
    finally:
        if opening.changes().owner is ChangeOwner.OURS:
            with _told():
                ours = opening.undo()
                _say("Took back what was opened in the firewall.", ours.commands, as_json=args.json)


def _open(opening: FirewallOpening, plan: ServingPlan, *, as_json: bool) -> None:
    cards = (each.name for each in cards_of(plan) if each.device is not None)
    change = opening.plan(cards, http=plan.http, tftp=plan.tftp, ports=plan.ports, serves_files=plan.serves_files)
    if change is None:
        _say("The firewall lets everything in already.", (), as_json=as_json)
        return
    opening.open(change)
    _say("Opened in the firewall until the end:", opening.changes().commands, as_json=as_json)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except FogPortableError as problem:
        print_fault(problem, to=sys.stderr)


def _say(sentence: str, commands: tuple[str, ...], *, as_json: bool) -> None:
    if as_json:
        values = {"event": "firewall", "client": None, "service": "session", "sentence": sentence}
        print(json.dumps({**values, "commands": commands}), flush=True)
        return
    print(plain(sentence))
    for each in commands:
        print(plain(f"  {each}"))
    sys.stdout.flush()
