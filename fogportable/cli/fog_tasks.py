"""`fogportable fog tasks`: what runs on a FOG server, once or for as long as somebody watches."""

from __future__ import annotations

import argparse
import json
import sys
import threading
from collections.abc import Callable, Iterable

from fogportable.cli.fog_flags import Actions, add_common, add_token_file, seconds
from fogportable.cli.fog_login import WHICH_TOKENS, api_of
from fogportable.cli.fog_show import end_with
from fogportable.cli.output import exit_code_of, plain, print_fault
from fogportable.errors import ExitCode, FaultCode, FogPortableError
from fogportable.fog.tasks import FogTask, task_words
from fogportable.foglink.api import FogApi
from fogportable.foglink.task_watch import TaskChange, TaskWatch

#: The imaging system reports every three seconds.
_USUAL_INTERVAL_S = 3.0
#: What does not mend itself while somebody watches.
_FOR_GOOD = frozenset(
    {
        FaultCode.FOG_API_OFF,
        FaultCode.FOG_API_TOKEN_WRONG,
        FaultCode.FOG_USER_TOKEN_WRONG,
        FaultCode.FOG_API_LACKS,
        FaultCode.FOG_NOT_ALLOWED,
        FaultCode.FOG_CERTIFICATE_UNKNOWN,
        FaultCode.FOG_CERTIFICATE_CHANGED,
        FaultCode.FOG_CERTIFICATE_NAME,
        FaultCode.FOG_CERTIFICATE_EXPIRED,
    }
)


def add_action(actions: Actions) -> None:
    """The parser of `tasks`."""
    action = actions.add_parser(
        "tasks",
        help="show what is queued or runs on it",
        description=f"Show the active tasks of a FOG server. {WHICH_TOKENS}",
    )
    add_common(action)
    add_token_file(action)
    action.add_argument("--watch", action="store_true", help="go on, and show every change")
    add_interval(action)
    action.set_defaults(run=_run)


def add_interval(action: argparse.ArgumentParser) -> None:
    """--interval, of --watch."""
    action.add_argument(
        "--interval",
        type=seconds,
        default=_USUAL_INTERVAL_S,
        metavar="S",
        help=f"seconds between two looks of --watch (default: {_USUAL_INTERVAL_S:g})",
    )


def _run(args: argparse.Namespace) -> int:
    try:
        api = api_of(args)
        watch = TaskWatch(api)
        tasks = api.active_tasks()
        if not args.watch:
            _print_all(tasks, args.json)
            return ExitCode.DONE
        print_changes(watch.changes_to(tasks), as_json=args.json)
    except FogPortableError as problem:
        return end_with(problem, as_json=args.json)
    return follow(watch, api, args)


def follow(
    watch: TaskWatch, api: FogApi, args: argparse.Namespace, *, is_done: Callable[[], bool] = lambda: False
) -> int:
    """Print every change until it is done, or until a signal comes. A server that is gone is waited for."""
    pause = threading.Event()
    trouble: FaultCode | None = None
    while not is_done():
        pause.wait(args.interval)
        try:
            changes = watch.look()
        except FogPortableError as problem:
            if problem.code in _FOR_GOOD:
                print_fault(problem, as_json=args.json)
                return exit_code_of(problem)
            if problem.code is not trouble:
                print_fault(problem, as_json=args.json)
            trouble = problem.code
            continue
        if trouble is not None:
            trouble = None
            print(plain(f"{api.web.server} answers again."), file=sys.stderr, flush=True)
        print_changes(changes, as_json=args.json)
    return ExitCode.DONE


def task_values(task: FogTask) -> dict[str, object]:
    """A task as JSON has it."""
    return {
        "number": task.number,
        "host": task.host,
        "mac": task.mac or None,
        "kind": task.kind,
        "image": task.image or None,
        "state": task.state.name.lower(),
        "percent": task.percent,
        "rate": task.rate or None,
        "elapsed": task.elapsed or None,
        "remaining": task.remaining or None,
        "storage_node": task.node or None,
    }


def _print_all(tasks: tuple[FogTask, ...], as_json: bool) -> None:
    if as_json:
        print(json.dumps({"tasks": [task_values(task) for task in tasks]}))
        return
    for task in tasks:
        print(plain(task_words(task)))
    if not tasks:
        print("No task is active.")


def print_changes(changes: Iterable[TaskChange], *, as_json: bool) -> None:
    """A line for each."""
    for each in changes:
        if as_json:
            line = json.dumps({"task": task_values(each.task), "is_over": each.is_over})
        else:
            line = plain(f"{task_words(each.task)}{' (no longer active)' if each.is_over else ''}")
        print(line, flush=True)
