"""`fogportable fog tasks`: what runs on a FOG server, once or for as long as somebody watches."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
import threading
from collections.abc import Iterator

from fogportable.cli.fog_flags import Actions, add_common, add_token_file, seconds, tftp_of, web_of
from fogportable.cli.fog_show import end_with
from fogportable.cli.output import exit_code_of, plain, print_fault
from fogportable.errors import ExitCode, FaultCode, FogError, FogPortableError
from fogportable.fog.address import FogAddress
from fogportable.fog.api import Tokens
from fogportable.fog.tasks import FogTask, task_words
from fogportable.foglink.api import FogApi
from fogportable.foglink.identify import find_pages
from fogportable.foglink.tokens import API_VARIABLE, USER_VARIABLE, checked_tokens, read_tokens
from fogportable.foglink.web import Web

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
        description="Show the active tasks of a FOG server. It tells them only to somebody with its API tokens, in "
        f"{API_VARIABLE} and {USER_VARIABLE}, in a file, or typed at a terminal.",
    )
    add_common(action)
    add_token_file(action)
    action.add_argument("--watch", action="store_true", help="go on, and show every change")
    action.add_argument(
        "--interval",
        type=seconds,
        default=_USUAL_INTERVAL_S,
        metavar="S",
        help=f"seconds between two looks of --watch (default: {_USUAL_INTERVAL_S:g})",
    )
    action.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    try:
        return run_tasks(find_pages(web_of(args), tftp_of(args)), args)
    except FogPortableError as problem:
        return end_with(problem, as_json=args.json)


def tokens_of(args: argparse.Namespace, server: FogAddress) -> Tokens:
    """From file or environment, else from a person at a terminal; kept in memory only. Raises FogError."""
    tokens = read_tokens(os.environ, args.token_file)
    if tokens is not None:
        return tokens
    if args.json or not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise FogError(FaultCode.FOG_TOKENS_NEEDED, address=server)
    api = getpass.getpass("API token of the FOG server: ").strip()
    return checked_tokens(api, getpass.getpass("API token of your FOG user: ").strip(), "what was typed")


def run_tasks(web: Web, args: argparse.Namespace) -> int:
    """Print the active tasks; with --watch every change until a signal comes. Raises FogError at the first question."""
    api = FogApi.of(web, tokens_of(args, web.server))
    tasks = api.active_tasks()
    if not args.watch:
        _print_all(tasks, args.json)
        return ExitCode.DONE
    watch = TaskWatch(api)
    _print_changes(watch.changes_to(tasks), args.json)
    return _watch(watch, api, args)


def _watch(watch: TaskWatch, api: FogApi, args: argparse.Namespace) -> int:
    pause = threading.Event()
    trouble: FaultCode | None = None
    while True:
        pause.wait(args.interval)
        try:
            changes = watch.changes_to(api.active_tasks())
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
        _print_changes(changes, args.json)


class TaskWatch:
    """What changed since the last look. A task that is not active any more is asked for once again: how it ended."""

    def __init__(self, api: FogApi) -> None:
        self._api = api
        self._seen: dict[int, FogTask] = {}

    def changes_to(self, tasks: tuple[FogTask, ...]) -> list[tuple[FogTask, bool]]:
        """Tasks that are new or changed, each with whether it is over. Raises FogError; then nothing is lost."""
        now = {task.number: task for task in tasks}
        ended = [(self._api.task(number) or last, True) for number, last in self._seen.items() if number not in now]
        changed = [(task, False) for task in tasks if self._seen.get(task.number) != task]
        self._seen = now
        return ended + changed


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
    }


def _print_all(tasks: tuple[FogTask, ...], as_json: bool) -> None:
    if as_json:
        print(json.dumps({"tasks": [task_values(task) for task in tasks]}))
        return
    for task in tasks:
        print(plain(task_words(task)))
    if not tasks:
        print("No task is active.")


def _print_changes(changes: list[tuple[FogTask, bool]], as_json: bool) -> None:
    for line in _lines(changes, as_json):
        print(line, flush=True)


def _lines(changes: list[tuple[FogTask, bool]], as_json: bool) -> Iterator[str]:
    for task, is_over in changes:
        if as_json:
            yield json.dumps({"task": task_values(task), "is_over": is_over})
        else:
            yield plain(f"{task_words(task)}{' (no longer active)' if is_over else ''}")
