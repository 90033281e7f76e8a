"""`fogportable fog deploy`, `capture`, `multicast`, `wake` and `cancel`: tasks for computers that FOG knows."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from datetime import datetime

from fogportable.cli.fog_flags import Actions, add_common, add_token_file
from fogportable.cli.fog_login import WHICH_TOKENS, api_of
from fogportable.cli.fog_show import end_with, show_progress
from fogportable.cli.fog_tasks import add_interval, follow, task_values
from fogportable.cli.output import fault_values, plain, print_fault
from fogportable.errors import ExitCode, FaultCode, FogError, FogPortableError, describe
from fogportable.fog.hosts import FogHost, find_hosts
from fogportable.fog.images import find_image
from fogportable.fog.plans import (
    MOST_NAMED,
    Done,
    TaskOptions,
    TaskPlan,
    group_name,
    plan_capture,
    plan_deploy,
    plan_wake,
    plan_words,
)
from fogportable.fog.tasks import task_words
from fogportable.foglink.api import FogApi
from fogportable.foglink.task_watch import TaskWatch
from fogportable.foglink.tasking import cancel, carry_out

#: Of a plan: nothing is lost by it.
_ONLY_TOLD = frozenset({FaultCode.FOG_STORAGE_CHOSEN, FaultCode.FOG_IMAGE_REASSIGNED})
_CHOICE = "The storage node is chosen by FOG itself: its API takes none."


def add_action(actions: Actions) -> None:
    """The parsers of what makes and ends tasks."""
    deploy = _add(actions, "deploy", "write an image over the disks of computers", f"Unicast, one by one. {_CHOICE}")
    multicast = _add(actions, "multicast", "write an image over many disks at once", f"By multicast. {_CHOICE}")
    capture = _add(actions, "capture", "read a computer's disk into an image", f"Of one computer. {_CHOICE}")
    wake = _add(actions, "wake", "switch computers on", "FOG sends Wake-on-LAN from its own network.")
    ending = _add(actions, "cancel", "cancel what computers have", "Then see that it is gone.")
    for action in (deploy, multicast, capture):
        action.add_argument(
            "--image", metavar="IMAGE", help="this image, which the hosts get (default: the one they have)"
        )
        action.add_argument("--shutdown", action="store_true", help="switch the computers off at the end")
        action.add_argument("--wake", action="store_true", help="let FOG wake them first")
        if action is not capture:
            action.add_argument("--snapins", action="store_true", help="install the snapins of the hosts as well")
        action.add_argument(
            "--yes", type=_count, metavar="COUNT", help="do it without asking; COUNT must be the number of computers"
        )
        action.add_argument("--watch", action="store_true", help="show every change until the tasks are over")
        add_interval(action)
    deploy.set_defaults(plan=_plan_deploy)
    multicast.set_defaults(plan=_plan_multicast)
    capture.set_defaults(plan=_plan_capture)
    wake.set_defaults(plan=_plan_wake, watch=False, yes=None)
    ending.set_defaults(run=_cancel)


def _add(actions: Actions, name: str, text: str, more: str) -> argparse.ArgumentParser:
    action = actions.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}. {more} {WHICH_TOKENS}")
    add_common(action)
    add_token_file(action)
    count = 1 if name == "capture" else "+"
    action.add_argument("hosts", nargs=count, metavar="HOST", help="name or hardware address, as FOG knows it")
    action.set_defaults(run=_run)
    return action


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of computers")
    return int(text)


# --- making tasks -----------------------------------------------------------------------------------------------


def _run(args: argparse.Namespace) -> int:
    try:
        api = api_of(args)
        plan: TaskPlan = args.plan(api, args)
        _confirm(plan, args)
        done = _carried_out(api, plan, group_name(datetime.now()))
    except FogPortableError as problem:
        code = end_with(problem, as_json=args.json)
        return ExitCode.FOUND_WRONG if problem.code is FaultCode.FOG_NOT_CONFIRMED else code
    _print_done(plan, done, as_json=args.json)
    if args.watch and done.tasks:
        watch = TaskWatch(api, [task.number for task in done.tasks])
        # What was printed just now is no change.
        watch.changes_to(done.tasks)
        code = follow(watch, api, args, is_done=lambda: not watch.active)
        if code != ExitCode.DONE or watch.failed:
            return code or ExitCode.FOUND_WRONG
    return ExitCode.DONE if done.is_whole and not done.notes else ExitCode.FOUND_WRONG


def _carried_out(api: FogApi, plan: TaskPlan, group: str) -> Done:
    """Raises FogError. Who ends the program in the middle is told where to look."""
    try:
        return carry_out(api, plan, group_name=group, on_progress=show_progress)
    except KeyboardInterrupt:
        print_fault(describe(FaultCode.FOG_STOPPED, address=api.web.server))
        raise


def _machines(api: FogApi, args: argparse.Namespace) -> tuple[FogHost, ...]:
    return find_hosts(api.hosts(), args.hosts, args.address)


def _plan_deploy(api: FogApi, args: argparse.Namespace, *, is_multicast: bool = False) -> TaskPlan:
    images = api.images()
    return plan_deploy(
        _machines(api, args),
        images,
        api.active_tasks(),
        image=find_image(images, args.image, args.address) if args.image else None,
        is_multicast=is_multicast,
        options=TaskOptions(args.shutdown, args.wake, args.snapins),
    )


def _plan_multicast(api: FogApi, args: argparse.Namespace) -> TaskPlan:
    return _plan_deploy(api, args, is_multicast=True)


def _plan_capture(api: FogApi, args: argparse.Namespace) -> TaskPlan:
    images = api.images()
    (machine,) = _machines(api, args)
    return plan_capture(
        machine,
        images,
        api.active_tasks(),
        image=find_image(images, args.image, args.address) if args.image else None,
        options=TaskOptions(args.shutdown, args.wake),
    )


def _plan_wake(api: FogApi, args: argparse.Namespace) -> TaskPlan:
    return plan_wake(_machines(api, args))


def _confirm(plan: TaskPlan, args: argparse.Namespace) -> None:
    """What writes over something is told with the names of the machines, and done when their number is said.

    Raises FogError where it is not.
    """
    if not args.json:
        print(plain(plan_words(plan)))
        if len(plan.machines) > MOST_NAMED:
            names = " ".join(host.name for host in plan.machines)
            print(textwrap.fill(plain(names), initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False))
        for warning in plan.warnings:
            print(plain(f"{' ' if warning.code in _ONLY_TOLD else '!'} {warning}"))
    number = len(plan.machines)
    if not plan.is_destructive or args.yes == number:
        return
    if args.yes is None and not args.json and sys.stdin.isatty() and sys.stdout.isatty() and _typed() == str(number):
        return
    count = "1 computer" if number == 1 else f"{number} computers"
    raise FogError(FaultCode.FOG_NOT_CONFIRMED, count=count, number=number)


def _typed() -> str:
    try:
        return input("Type the number of computers to go on: ").strip()
    except EOFError:
        return ""


# --- telling what came of it ------------------------------------------------------------------------------------


def plan_values(plan: TaskPlan) -> dict[str, object]:
    """A plan as JSON has it."""
    return {
        "type": plan.type.name.lower(),
        "words": plan_words(plan),
        "hosts": [host.name for host in plan.machines],
        "image": None if plan.image is None else plan.image.name,
        "destroys": plan.is_destructive,
        "warnings": [fault_values(each) for each in plan.warnings],
    }


def _print_done(plan: TaskPlan, done: Done, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"plan": plan_values(plan), **_done_values(done)}), flush=True)
        return
    for task in done.tasks:
        print(plain(task_words(task)))
    for host in done.woken:
        print(plain(f"{host.name}: FOG was told to wake it."))
    _print_what_is_wrong(done)


def _print_what_is_wrong(done: Done) -> None:
    for host, fault in done.refused:
        print(plain(f"! {host.name}: {fault}"))
    if done.untried:
        print(plain(f"! Not asked for any more: {', '.join(host.name for host in done.untried)}."))
    for note in done.notes:
        print(plain(f"! {note}"))


def _done_values(done: Done) -> dict[str, object]:
    return {
        "tasks": [task_values(task) for task in done.tasks],
        "woken": [host.name for host in done.woken],
        "refused": [{"host": host.name, "fault": fault_values(fault)} for host, fault in done.refused],
        "untried": [host.name for host in done.untried],
        "notes": [fault_values(note) for note in done.notes],
    }


# --- cancel -----------------------------------------------------------------------------------------------------


def _cancel(args: argparse.Namespace) -> int:
    try:
        api = api_of(args)
        done = cancel(api, _machines(api, args))
    except FogPortableError as problem:
        return end_with(problem, as_json=args.json)
    if args.json:
        print(
            json.dumps(
                {
                    "cancelled": [task_values(task) for task in done.tasks],
                    "notes": [fault_values(note) for note in done.notes],
                }
            )
        )
    else:
        for task in done.tasks:
            print(plain(f"{task.host}: {task.kind} is cancelled."))
        if not (done.tasks or done.notes):
            print("None of these computers has a task.")
        _print_what_is_wrong(done)
    return ExitCode.FOUND_WRONG if done.notes else ExitCode.DONE
