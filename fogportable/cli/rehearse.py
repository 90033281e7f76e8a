"""`fogportable rehearse`: a software classroom boots from the real services, without a window, rights or network."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import threading

from fogportable.cli.output import exit_code_of, print_fault
from fogportable.cli.report_file import ReportFile, add_report_argument
from fogportable.errors import ExitCode, FogPortableError
from fogportable.model import ClientSnapshot, ClientStage
from fogportable.session.rehearsal import LARGEST_ROOM, Rehearsal, pass_sheet_values

#: The live table is drawn again this often (s).
_REDRAW_S = 0.5
_BAR_CELLS = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `rehearse` takes."""
    parser.description = "Boot software computers from the real services on loopback and print a pass sheet."
    parser.add_argument("--clients", type=_room_size, default=12, metavar="N", help="computers (default 12)")
    parser.add_argument("--json", action="store_true", help="the pass sheet as one JSON object")
    add_report_argument(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit code 0 when every computer booted, 1 when one did not, 3 when it could not start."""
    rehearsal = Rehearsal()
    try:
        report = ReportFile(args.report, is_rehearsal=True)
        rehearsal.start(args.clients)
    except FogPortableError as problem:
        print_fault(problem, as_json=args.json)
        return exit_code_of(problem)
    try:
        _follow(rehearsal, report, is_quiet=args.json)
    finally:
        rehearsal.stop()
    sheet = rehearsal.pass_sheet()
    print(json.dumps(pass_sheet_values(sheet)) if args.json else "\n".join(sheet.lines()))
    return report.written(rehearsal.session, ExitCode.DONE if sheet.is_passed else ExitCode.FOUND_WRONG)


def _room_size(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= LARGEST_ROOM:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {LARGEST_ROOM}")
    return int(text)


def _follow(rehearsal: Rehearsal, report: ReportFile, *, is_quiet: bool) -> None:
    """Draw the table until everybody has ended. In a terminal it stays in place, elsewhere only changes are printed."""
    pause = threading.Event()  # Never set: a wait that Ctrl-C ends.
    drawn = 0
    said: dict[str, str] = {}
    while True:
        is_done = rehearsal.is_done
        report.look(rehearsal.session)
        if not is_quiet:
            rows = rehearsal.session.clients()
            if sys.stdout.isatty():
                drawn = _redraw(rows, drawn)
            else:
                _print_changes(rows, said)
        if is_done:
            return
        pause.wait(_REDRAW_S)


def _redraw(rows: tuple[ClientSnapshot, ...], drawn: int) -> int:
    """Draw over the rows drawn before; as many as the terminal holds, those on their way first."""
    size = shutil.get_terminal_size()
    room = max(1, size.lines - 2)
    on_the_way = sorted(rows, key=lambda each: each.stage is ClientStage.IN_MENU)
    lines = [_row(each) for each in on_the_way[:room]]
    if len(rows) > room:
        lines.append(f"... and {len(rows) - room} more")
    if drawn:
        print(f"\x1b[{drawn}A", end="")
    for line in lines:
        print(f"\x1b[2K{line[: size.columns]}")  # A wrapped line would count twice.
    return len(lines)


def _print_changes(rows: tuple[ClientSnapshot, ...], said: dict[str, str]) -> None:
    for each in rows:
        if said.get(str(each.mac)) != each.doing:
            said[str(each.mac)] = each.doing
            print(_row(each))
    sys.stdout.flush()


def _row(client: ClientSnapshot) -> str:
    bar = ""
    if client.size_bytes:
        share = min(1.0, (client.sent_bytes or 0) / client.size_bytes)
        filled = round(share * _BAR_CELLS)
        bar = f"[{'#' * filled}{'.' * (_BAR_CELLS - filled)}] {share:4.0%}"
    return f"{client.mac}  {client.firmware:<17} {bar:<28}{client.doing}"
