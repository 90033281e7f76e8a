"""`fogportable wake`: switch computers on from this laptop, by no server."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from fogportable.cli.output import exit_code_of, plain, print_fault
from fogportable.config.load import load_profile
from fogportable.config.profile import Profile
from fogportable.errors import ExitCode, FogPortableError
from fogportable.platform.interfaces import serving_interfaces
from fogportable.protocol.address import MacAddress
from fogportable.protocol.wake import is_wakeable
from fogportable.session.wake import known_macs, wake


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `wake` takes."""
    parser.description = (
        "Switch computers on by Wake-on-LAN, from this laptop and in its own network: ten a second, each told twice. "
        "It must be switched on in their firmware. Nobody answers, so nothing tells whether one has heard it."
    )
    parser.add_argument("macs", nargs="*", type=_mac, metavar="MAC", help="hardware address of a computer")
    parser.add_argument("--interface", action="append", default=[], metavar="IF", help="card to send from; repeatable")
    parser.add_argument(
        "--profile", type=Path, metavar="FILE", help="its cards, and without a MAC every computer that it names"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit code 0 when all was sent; 2 for a wrong profile, 3 when nothing could be sent."""
    try:
        profile = load_profile(args.profile) if args.profile is not None else Profile()
        macs = tuple(args.macs) or known_macs(profile)
        woken = wake(macs, serving_interfaces(tuple(args.interface) or profile.network.interfaces))
    except FogPortableError as problem:
        print_fault(problem, as_json=args.json)
        return exit_code_of(problem)
    if args.json:
        print(json.dumps({"woken": woken.count, "interfaces": woken.interfaces}))
    else:
        print(plain(woken.sentence()))
    return ExitCode.DONE


def _mac(text: str) -> MacAddress:
    try:
        mac = MacAddress.parse(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from wrong
    if not is_wakeable(mac):
        raise argparse.ArgumentTypeError(f"{text!r} is the address of a group, or of nobody")
    return mac
