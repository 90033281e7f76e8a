"""`fogportable sites`: networks that were served, by which they are known again, and forgetting them."""

from __future__ import annotations

import argparse
import json

from fogportable.cli.output import plain, print_fault
from fogportable.errors import ExitCode, FogPortableError
from fogportable.protocol.address import MacAddress
from fogportable.session.known_sites import KnownSite, KnownSites

#: `--forget` without an address.
_EVERYTHING = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `sites` takes."""
    parser.description = (
        "Networks that were served with a profile are known again by their router's hardware address and their "
        "subnet, and the window then offers that profile. Show what is remembered, or forget it."
    )
    parser.add_argument(
        "--forget",
        nargs="?",
        const=_EVERYTHING,
        type=_mac,
        metavar="ROUTER",
        help="forget all, or those of this router's hardware address",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit code 0; 3 when nothing could be forgotten."""
    sites = KnownSites()
    shown = sites.all()
    gone = None
    if args.forget is not None:
        try:
            gone = sites.forget(args.forget if isinstance(args.forget, MacAddress) else None)
        except FogPortableError as problem:
            print_fault(problem, as_json=args.json)
            return ExitCode.COULD_NOT_START
        shown = sites.all()
    if args.json:
        print(json.dumps({"sites": [_values(each) for each in shown], "forgotten": gone or 0}))
        return ExitCode.DONE
    for each in shown:
        room = each.room or each.profile.stem
        print(plain(f"{room}: {each.mark.network}, router {each.mark.router}, served {each.served}, {each.profile}"))
    if gone is not None:
        print(f"Forgotten: {gone}.")
    elif not shown:
        print("No network is remembered.")
    return ExitCode.DONE


def _values(site: KnownSite) -> dict[str, str]:
    return {
        "room": site.room,
        "network": str(site.mark.network),
        "router": str(site.mark.router),
        "profile": str(site.profile),
        "served": site.served.isoformat(),
    }


def _mac(text: str) -> MacAddress:
    try:
        return MacAddress.parse(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from wrong
