"""`fogportable serve`: the same session without a window."""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import IPv4Network
from pathlib import Path
from typing import TYPE_CHECKING

from fogportable.boot.boot_set import check_rule, load_boot_sets
from fogportable.cli.ending import Ending, OutputStuckError, ended_by_signals, give_up_output
from fogportable.cli.output import exit_code_of, in_pieces, json_line, print_fault, readable_line, readable_lines
from fogportable.cli.report_file import ReportFile, add_report_argument
from fogportable.cli.room_words import room_line
from fogportable.cli.serve_approve import ApprovalFiles, add_approve_argument
from fogportable.cli.serve_firewall import add_firewall_argument, firewall_opened
from fogportable.cli.serve_fog import add_fog_arguments, fog_settings, print_fog
from fogportable.cli.serve_save import add_save_arguments, refuse_unwritable, save_at_end
from fogportable.cli.serve_site import note_site
from fogportable.cli.serve_stop import SelfStop, add_stop_arguments, stop_patiently, wish_of
from fogportable.config.load import load_profile
from fogportable.config.network_values import network_of
from fogportable.config.profile import Profile
from fogportable.errors import ConfigError, ExitCode, FaultCode, FogPortableError
from fogportable.events import Crowd, Level, Record
from fogportable.model import BootRule, Room, ServingInterface, ServingPlan, SessionState
from fogportable.platform.interfaces import list_interfaces, serving_interfaces
from fogportable.platform.paths import boot_sets_folder
from fogportable.platform.privilege import Ask
from fogportable.platform.systemd import keep_to_ourselves, notify
from fogportable.protocol.pxe.archs import ARCH_NAMES, EVERY_COMPUTER, arch_label, archs_label, parse_arch
from fogportable.protocol.pxe.reply import LONGEST_FILE
from fogportable.session.facade import KitSession
from fogportable.session.fog_look import found_fog, task_watch
from fogportable.session.leasing import leasing_interfaces
from fogportable.session.plan import Overrides, has_own_files, plan_from_profile

if TYPE_CHECKING:
    from fogportable.session.fog_tasks import TaskWatch

#: Look for news this often (s).
_LOOK_S = 0.1

#: Records printed in a row, and so many times at the most: then signals and the session's state get their turn.
_BATCH = 500
_MOST_BATCHES = 40

#: A signal ends the program within two seconds; what still loads gets most of that.
_DRAIN_S = 1.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `serve` takes."""
    parser.description = (
        "Answer network boot requests on the given interfaces until interrupted. Never gives an address."
    )
    parser.add_argument("--interface", action="append", default=[], metavar="IF", help="card to serve on; repeatable")
    parser.add_argument("--root", type=Path, metavar="DIR", help="folder with the boot files")
    parser.add_argument("--profile", type=Path, metavar="FILE", help="TOML profile; flags beat it")
    parser.add_argument(
        "--boot",
        action=_AddRule,
        default=[],
        type=_boot_rule,
        metavar="ARCH=FILE",
        help="boot file below DIR for bios, x64, ia32, arm64 or a number of option 93; repeatable",
    )
    parser.add_argument(
        "--relay",
        action="append",
        default=[],
        type=_network,
        metavar="CIDR",
        help="network behind a DHCP relay whose computers are answered too; repeatable",
    )
    add_fog_arguments(parser)
    add_firewall_argument(parser)
    add_report_argument(parser)
    add_save_arguments(parser)
    add_approve_argument(parser)
    add_stop_arguments(parser)
    parser.add_argument("--ipxe-script", type=Path, metavar="FILE", help="script for iPXE instead of the menu")
    parser.add_argument("--json", action="store_true", help="one JSON object per event")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until SIGINT (exit code 130) or SIGTERM (0)."""
    keep_to_ourselves()
    approvals = ApprovalFiles(args.approve)
    try:
        refuse_unwritable(args)
        plan, tasks = _plan(args)
        plan = replace(plan, clients=approvals.added_to(plan.clients))
        report = ReportFile(args.report, profile=args.profile.stem if args.profile is not None else "")
    except FogPortableError as problem:
        print_fault(problem, as_json=args.json)
        return exit_code_of(problem)
    session = KitSession(keeps_awake=True)
    session.charge.auto_stop.want(wish_of(args), datetime.now(UTC), time.monotonic())
    with ended_by_signals() as ending, firewall_opened(args, plan):
        try:
            session.start(plan, ask=Ask.TERMINAL, should_stop=ending.asked.is_set, tasks=tasks)
        except FogPortableError as problem:
            print_fault(problem, as_json=args.json)
            return exit_code_of(problem)
        if not args.json:
            _print_what_is_served(plan)
        note_site(plan, args.profile, as_json=args.json)
        notify(f"READY=1\nSTATUS=Serving on {', '.join(each.name for each in plan.interfaces)}")

        def look() -> None:
            approvals.look(session.charge.approvals, as_json=args.json)
            report.look(session)

        look()
        code = _follow(session, ending, look, SelfStop(session, plan.room.expected), plan.room, as_json=args.json)
        return save_at_end(args, session, report.written(session, code))


def _plan(args: argparse.Namespace) -> tuple[ServingPlan, TaskWatch | None]:
    profile, base = Profile(), Path.cwd()
    if args.profile is not None:
        profile, base = load_profile(args.profile), args.profile.resolve().parent
    profile = replace(profile, fog=fog_settings(args, profile.fog))
    overrides = Overrides(args.root, tuple(args.boot), args.ipxe_script, tuple(args.relay))
    fog = found_fog(profile.fog, has_own_files(profile, overrides))
    plan = plan_from_profile(
        profile,
        base=base,
        interfaces=_interfaces(
            tuple(args.interface) or profile.network.interfaces, may_be_none=profile.private_network is not None
        ),
        boot_sets=load_boot_sets(boot_sets_folder()),
        overrides=overrides,
        leasing=leasing_interfaces(profile.private_network),
        fog=fog,
    )
    return plan, task_watch(fog, args.fog_token_file)


def _interfaces(names: tuple[str, ...], *, may_be_none: bool) -> tuple[ServingInterface, ...]:
    if not names and may_be_none:
        return ()
    if not names:
        interfaces = list_interfaces()
        known = ", ".join(each.name for each in interfaces if each.unusable is None)
        raise ConfigError(FaultCode.INTERFACE_NOT_NAMED, known=known or ", ".join(each.name for each in interfaces))
    return serving_interfaces(names)


def _network(text: str) -> IPv4Network:
    try:
        return network_of(text)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(f"{text!r} is not a network such as 192.168.2.0/24") from problem


def _boot_rule(text: str) -> BootRule:
    arch, separator, file = text.partition("=")
    if not separator or not file.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not ARCH=FILE, such as x64=ipxe.efi")
    name = file.strip()
    if len(name.encode("utf-8", "replace")) > LONGEST_FILE or not name.isprintable():
        raise argparse.ArgumentTypeError(f"the file name has more than {LONGEST_FILE} octets, or some that no name has")
    try:
        return BootRule(parse_arch(arch), name)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(str(problem)) from problem


class _AddRule(argparse.Action):
    """Appends a rule. Of two files for one architecture only the first would ever be used: that is an error."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        assert isinstance(values, BootRule)
        rules: list[BootRule] = getattr(namespace, self.dest)
        twice = frozenset[int]().union(*(each.archs & values.archs for each in rules))
        if twice:
            parser.error(f"{option_string} names two files for {archs_label(twice)}")
        setattr(namespace, self.dest, [*rules, values])


def _print_what_is_served(plan: ServingPlan) -> None:
    print_fog(plan)
    if plan.serves_files:
        print(f"Boot files from {plan.root}")
    for rule in plan.rules:
        print(f"  {_words_of(rule)}")
        faults = check_rule(plan.root, rule, has_overlays=plan.tftp.has_overlays) if plan.serves_files else ()
        for fault in faults:
            print(f"  ! {fault}")
    if plan.pxe_menu.entries:
        print(f"  firmware's menu: {', '.join(each.text for each in plan.pxe_menu.entries)}")
    if plan.relays:
        print(f"  behind relays: {', '.join(map(str, plan.relays))}")
    without = [arch_label(min(numbers)) for numbers in ARCH_NAMES.values() if not _has_file(plan, min(numbers))]
    if without:
        print(f"  no file, so no answer: {', '.join(without)}")
    sys.stdout.flush()


def _words_of(rule: BootRule) -> str:
    """`UEFI x64 (7, 9), 52:54:00: ipxe.efi`: who, then what."""
    who = [archs_label(rule.archs)] if rule.archs else []
    who += map(str, (*rule.macs, *rule.uuids))
    what = ["no answer"] if rule.is_ignored else [rule.file] if rule.file else []
    what += [f"iPXE gets {rule.script}"] if rule.script else []
    what += [f"shape {rule.shape}"] if rule.shape is not None else []
    what += [f"from {rule.next_server}"] if rule.next_server is not None else []
    return f"{', '.join(who) or EVERY_COMPUTER}: {', '.join(what)}"


def _has_file(plan: ServingPlan, arch: int) -> bool:
    """Whether some computer of this architecture gets a file or a menu of the firmware."""
    is_ruled = any(rule.file and (not rule.archs or arch in rule.archs) for rule in plan.rules)
    return is_ruled or bool(plan.pxe_menu.entries_for(arch))


def _follow(
    session: KitSession, ending: Ending, look: Callable[[], None], self_stop: SelfStop, room: Room, *, as_json: bool
) -> int:
    """Print the journal until a signal comes, the session fails or serving ends by itself. look: called often."""
    cursor, reason = 0, ""

    def tell() -> None:
        nonlocal cursor
        cursor = _print_news(session, ending, cursor, as_json=as_json)
        look()

    try:
        while not ending.asked.wait(_LOOK_S) and session.status().state is not SessionState.FAILED:
            tell()
            reason = self_stop.why_now()
            if reason:
                stop_patiently(session, reason, ending.asked, tell)
                break
        notify("STOPPING=1")
        session.stop(drain_s=_DRAIN_S)
        tell()
        line = "" if as_json else room_line(session.clients(), room, session.status().end)
        with ending.printing():
            sys.stdout.write(f"{line}\n" if line else "")
            sys.stdout.flush()
    except (BrokenPipeError, OutputStuckError):
        # The reader is gone (`| head`) or does not read: end quietly.
        session.stop_now()
        session.stop(drain_s=0.0)
        give_up_output()
    if ending.signal is None:
        return ExitCode.DONE if reason else ExitCode.FOUND_WRONG
    return ExitCode.INTERRUPTED if ending.signal == signal.SIGINT else ExitCode.DONE


def _print_news(session: KitSession, ending: Ending, cursor: int, *, as_json: bool) -> int:
    """Print what the journal has, at most as much as it holds. Returns the new cursor."""
    for _ in range(_MOST_BATCHES):
        batch = session.news_since(cursor, _BATCH)
        with ending.printing():
            if batch.dropped and not as_json:
                print(f"         ! {batch.dropped} lines were lost: more happened than can be kept.")
            for piece in in_pieces(_lines_of(batch.entries, as_json=as_json)):
                sys.stdout.write(piece)
            sys.stdout.flush()
        cursor = batch.next_cursor
        if batch.count < _BATCH:
            break
    return cursor


def _lines_of(entries: Iterable[Record | Crowd], *, as_json: bool) -> Iterator[str]:
    for each in entries:
        if isinstance(each, Crowd):
            yield from _lines_of_crowd(each, as_json=as_json)
        elif as_json:
            yield json_line(each)
        elif each.event.level is not Level.DETAIL:
            yield readable_line(each)


def _lines_of_crowd(crowd: Crowd, *, as_json: bool) -> Iterable[str]:
    if as_json:
        return map(json_line, crowd.records())
    return readable_lines(crowd) if crowd.make(0).level is not Level.DETAIL else ()
