"""`fogportable fog register`: making computers known to a FOG server."""

from __future__ import annotations

import argparse
import json

from fogportable.cli.fog_flags import Actions, add_common, add_token_file, mac
from fogportable.cli.fog_lists import host_lines, host_values
from fogportable.cli.fog_login import WHICH_TOKENS, api_of
from fogportable.cli.fog_show import end_with
from fogportable.cli.output import fault_values, plain
from fogportable.errors import ExitCode, FogPortableError
from fogportable.fog.hosts import host_names
from fogportable.fog.images import find_image
from fogportable.fog.plans import Registered
from fogportable.foglink.tasking import register
from fogportable.protocol.address import MacAddress


def add_action(actions: Actions) -> None:
    """The parser of `register`."""
    action = actions.add_parser(
        "register",
        help="make computers known to it",
        description="Make a host of FOG for each computer. Nothing is written to the computers. "
        f"Exit code 1 when FOG did not make all of them. {WHICH_TOKENS}",
    )
    add_common(action)
    add_token_file(action)
    action.add_argument(
        "machines", type=_macs, nargs="+", metavar="MAC", help="hardware address; of several cards MAC,MAC"
    )
    action.add_argument(
        "--name",
        required=True,
        metavar="PATTERN",
        help="lab-## counts over names that are free, pc-@ takes the end of the address; at most 15 characters",
    )
    action.add_argument("--image", metavar="IMAGE", help="the image that they get")
    action.set_defaults(run=_run)


def _macs(text: str) -> tuple[MacAddress, ...]:
    return tuple(mac(each) for each in text.split(","))


def _run(args: argparse.Namespace) -> int:
    try:
        api = api_of(args)
        image = find_image(api.images(), args.image, args.address) if args.image else None
        taken = [host.name for host in api.hosts()]
        names = host_names(args.name, [macs[0] for macs in args.machines], taken)
        done = register(api, names, args.machines, image)
    except FogPortableError as problem:
        return end_with(problem, as_json=args.json)
    _print(done, as_json=args.json)
    return ExitCode.DONE if done.is_whole else ExitCode.FOUND_WRONG


def _print(done: Registered, *, as_json: bool) -> None:
    if as_json:
        refused = [{"name": name, "fault": fault_values(fault)} for name, fault in done.refused]
        values = {
            "hosts": [host_values(host) for host in done.hosts],
            "refused": refused,
            "untried": list(done.untried),
        }
        print(json.dumps(values))
        return
    for line in host_lines(done.hosts):
        print(plain(line))
    for name, fault in done.refused:
        print(plain(f"! {name}: {fault}"))
    if done.untried:
        print(plain(f"! Not asked for any more: {', '.join(done.untried)}."))
