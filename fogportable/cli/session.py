"""`fogportable session show`: what stands in a saved session."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from fogportable.cli.explain import diagnosis_values
from fogportable.cli.output import json_line, plain, print_fault, readable_line
from fogportable.diagnosis import Diagnosis, Verdict
from fogportable.diagnostics.captures import CaptureError
from fogportable.errors import ExitCode, FogPortableError
from fogportable.events import Level
from fogportable.model import ClientSnapshot
from fogportable.session.saved.opening import SavedSession, open_bundle
from fogportable.session.saved.values import encode
from fogportable.session.saved.verdicts import explain_saved


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `session` takes."""
    parser.description = "Look at a session that was saved in a file. Nothing is served."
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="session_command", required=True)
    show = commands.add_parser("show", help="print its computers, why they did not boot, and its log")
    show.add_argument("file", type=Path, metavar="FILE", help="saved with serve --save-session, or in the window")
    show.add_argument("--all", action="store_true", help="details of the log too")
    show.add_argument("--json", action="store_true", help="one JSON object")
    show.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit code 0 when it was opened, 3 when not."""
    try:
        saved = open_bundle(args.file)
    except FogPortableError as problem:
        print_fault(problem, as_json=args.json)
        return ExitCode.COULD_NOT_START
    diagnoses = _diagnoses(saved)
    if args.json:
        print(json.dumps(_values(saved, diagnoses)))
    else:
        _print(saved, diagnoses, with_details=args.all)
    sys.stdout.flush()
    return ExitCode.DONE


def _diagnoses(saved: SavedSession) -> tuple[Diagnosis, ...]:
    """None for a session in which no packet was seen."""
    try:
        return explain_saved(saved).diagnoses
    except CaptureError:
        return ()


def _print(saved: SavedSession, diagnoses: tuple[Diagnosis, ...], *, with_details: bool) -> None:
    moment = saved.saved.astimezone().strftime("%Y-%m-%d %H:%M")
    print(plain(f"Saved {moment} by FOG Portable {saved.program}. Nothing is served."))
    masked = [name for name, is_on in encode(saved.masked).items() if is_on]
    if masked:
        print(f"Masked: {', '.join(masked)}.")
    if not saved.is_whole:
        print("The beginning of the log is missing.")
    if not saved.is_rebuilt:
        print("The table is shown as it was saved; its log gives another one here.")
    of_mac = {each.client: each for each in diagnoses}
    print(f"\nComputers: {len(saved.table.rows)}")
    for row in saved.table.rows:
        _print_row(row, of_mac.get(row.mac))
    print("\nLog:")
    for record in saved.records:
        if with_details or record.event.level is not Level.DETAIL:
            print(readable_line(record))


def _print_row(row: ClientSnapshot, diagnosis: Diagnosis | None) -> None:
    facts = [str(row.mac), row.vendor, str(row.address or ""), row.firmware, row.stage.value]
    print(plain(f"  {', '.join(filter(None, facts))}: {row.doing}"))
    if diagnosis is not None and diagnosis.verdict is not Verdict.OK:
        confidence = "" if diagnosis.confidence is None else f" ({diagnosis.confidence.value})"
        print(plain(f"    {diagnosis.verdict.value}{confidence}: {diagnosis.sentence} {diagnosis.remedy}"))


def _values(saved: SavedSession, diagnoses: tuple[Diagnosis, ...]) -> dict[str, object]:
    return {
        "saved": encode(saved.saved),
        "program": saved.program,
        "is_whole": saved.is_whole,
        "is_rebuilt": saved.is_rebuilt,
        "masked": encode(saved.masked),
        "computers": encode(saved.table.rows),
        "verdicts": [diagnosis_values(each) for each in diagnoses],
        "log": [json.loads(json_line(each)) for each in saved.records],
        "versions": saved.machine.versions,
    }
