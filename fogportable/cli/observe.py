"""`fogportable observe`: listens to a network without sending anything, and says what Start would change there."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from fogportable.boot.boot_set import load_boot_sets
from fogportable.cli.ending import ended_by_signals
from fogportable.cli.output import exit_code_of, fault_values, plain, print_fault
from fogportable.config.load import load_profile
from fogportable.config.profile import Profile
from fogportable.errors import ExitCode, FogPortableError
from fogportable.events import Event
from fogportable.model import Foresight, NetworkInterface, ServingPlan, SiteServer
from fogportable.platform.interfaces import find_interface, serving_interface
from fogportable.platform.paths import boot_sets_folder
from fogportable.platform.privilege import Ask
from fogportable.protocol.address import NO_ADDRESS
from fogportable.session.observe import Observed, observe
from fogportable.session.plan import Overrides, plan_from_profile
from fogportable.session.site_look import likely_interface


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `observe` takes."""
    parser.description = (
        "Listen to a network and say of each computer that asks for network boot what it would do if you served. "
        "Not one frame is sent. Needs an administrator's rights. Ends after --seconds, or on Ctrl-C."
    )
    parser.add_argument("--interface", metavar="IF", help="card to listen on (default: the likely one)")
    parser.add_argument("--root", type=Path, metavar="DIR", help="folder with the boot files")
    parser.add_argument("--profile", type=Path, metavar="FILE", help="TOML profile; flags beat it")
    parser.add_argument("--seconds", type=_seconds, metavar="N", help="end after so long (default: go on)")
    parser.add_argument("--json", action="store_true", help="one JSON object per news, and one at the end")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit code 0; 2 for a wrong profile, 3 when it could not listen."""
    try:
        card, plan = _card_and_plan(args)
        serving = serving_interface(card)
        with ended_by_signals() as ending:
            ends_s = None if args.seconds is None else time.monotonic() + args.seconds
            if not args.json:
                print(f"Listening on {card.name} ({serving.address.ip}); nothing is sent.", flush=True)
            observed = observe(
                card,
                serving,
                plan,
                on_foresight=lambda each: _say(each, as_json=args.json),
                on_event=lambda each: _say_event(each, as_json=args.json),
                should_stop=lambda: ending.asked.is_set() or (ends_s is not None and time.monotonic() >= ends_s),
                ask=Ask.TERMINAL,
            )
    except FogPortableError as problem:
        print_fault(problem, as_json=args.json)
        return exit_code_of(problem)
    _print_end(observed, as_json=args.json)
    return ExitCode.DONE


def _card_and_plan(args: argparse.Namespace) -> tuple[NetworkInterface, ServingPlan]:
    profile, base = Profile(), Path.cwd()
    if args.profile is not None:
        profile, base = load_profile(args.profile), args.profile.resolve().parent
    names = (args.interface,) if args.interface else profile.network.interfaces
    card = find_interface(names[0]) if names else likely_interface()
    plan = plan_from_profile(
        profile,
        base=base,
        interfaces=(serving_interface(card),),
        boot_sets=load_boot_sets(boot_sets_folder()),
        overrides=Overrides(args.root),
    )
    return card, plan


def _say(foresight: Foresight, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"news": "computer", **_values(foresight)}), flush=True)
        return
    print(plain(foresight.sentence()), flush=True)
    if foresight.fault is not None:
        print(plain(f"  ! {foresight.fault}"), flush=True)


def _say_event(event: Event, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"news": "site", "event": event.name, "sentence": event.sentence()}), flush=True)
    else:
        print(plain(event.sentence()), flush=True)


def _print_end(observed: Observed, *, as_json: bool) -> None:
    if as_json:
        values = {
            "news": "end",
            "interface": observed.interface,
            "listened_s": round(observed.listened_s, 1),
            "computers": [_values(each) for each in observed.computers],
            "servers": [_server_values(each) for each in observed.servers],
            "other_computers": observed.passers_by,
        }
        print(json.dumps(values))
        return
    count = len(observed.computers)
    others = f", {observed.passers_by} others asked for an address only" if observed.passers_by else ""
    print(f"Listened for {observed.listened_s:.0f} s: {count} asked for network boot{others}.")
    if not count:
        print("Switch one computer on with its key for network boot: fogportable check --boot-keys", file=sys.stdout)


def _values(foresight: Foresight) -> dict[str, object]:
    return {
        "client": str(foresight.mac),
        "as": foresight.asker.value,
        "firmware": foresight.firmware,
        "chance": foresight.chance.value,
        "file": foresight.file,
        "silence": foresight.silence,
        "fault": None if foresight.fault is None else fault_values(foresight.fault),
        "other": None if foresight.other is None else str(foresight.other),
        "other_file": foresight.other_file,
        "lease_heard": foresight.lease_heard,
        "sentence": foresight.sentence(),
    }


def _server_values(server: SiteServer) -> dict[str, object]:
    return {
        "server": str(server.server),
        "gives_addresses": server.gives_addresses,
        "file": server.boot_file,
        "next_server": None if server.next_server == NO_ADDRESS else str(server.next_server),
        "class": server.vendor_class,
        "conflicts": [each.kind.value for each in server.conflicts],
    }


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if seconds <= 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time: use seconds, such as 60")
    return seconds
