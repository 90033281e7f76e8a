"""`fogportable room`: the seats of a profile's room, from a CSV list and into one."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

from fogportable.cli.output import exit_code_of, fault_values, plain, print_fault
from fogportable.config.load import load_profile
from fogportable.config.profile import Profile
from fogportable.config.save import save_profile
from fogportable.errors import ExitCode, FaultCode, FogPortableError
from fogportable.session.seat_lists import export_seats, import_seats

#: Not the user's flags but the disk: it could not be done.
_COULD_NOT = frozenset({FaultCode.PROFILE_NOT_SAVED, FaultCode.PROFILE_INCOMPLETE, FaultCode.SEAT_TABLE_NOT_SAVED})


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `room` takes."""
    parser.description = (
        "Seats of a room: which computer stands where, known by its SMBIOS UUID, else by its hardware address."
    )
    deeds = parser.add_subparsers(title="what to do", metavar="DEED", dest="deed", required=True)
    into = deeds.add_parser("import", help="take the seats of a CSV list over into a profile")
    into.add_argument("file", type=Path, metavar="FILE", help="CSV with the columns seat, mac, uuid, name")
    into.add_argument(
        "--profile", type=Path, required=True, metavar="FILE", help="the profile; a new one where none is"
    )
    into.add_argument("--json", action="store_true", help="one JSON object")
    into.set_defaults(run=run_import)
    out = deeds.add_parser("export", help="write the seats of a profile to a CSV list")
    out.add_argument("file", type=Path, metavar="FILE", help="the list to write")
    out.add_argument("--profile", type=Path, required=True, metavar="FILE", help="the profile")
    out.add_argument("--json", action="store_true", help="one JSON object")
    out.set_defaults(run=run_export)


def run_import(args: argparse.Namespace) -> int:
    """Exit code 0; 1 when lines were left out, each told with its number; 2 usage; 3 when nothing was written."""
    try:
        profile = load_profile(args.profile) if args.profile.exists() else Profile()
        table = import_seats(args.file, profile.room)
        save_profile(replace(profile, room=table.room), args.profile)
    except FogPortableError as problem:
        return _failed(problem, as_json=args.json)
    if args.json:
        left_out = [fault_values(each) for each in table.faults]
        print(json.dumps({"profile": str(args.profile), "seats": table.taken, "left_out": left_out}))
    else:
        for fault in table.faults:
            print(plain(fault.message), file=sys.stderr)
        room = table.room
        print(plain(f"Seats taken over: {table.taken}. The room has {room.columns} x {room.rows} in {args.profile}."))
    return ExitCode.FOUND_WRONG if table.faults else ExitCode.DONE


def run_export(args: argparse.Namespace) -> int:
    """Exit code 0; 2 usage, 3 when nothing was written."""
    try:
        room = load_profile(args.profile).room
        file = export_seats(room, args.file)
    except FogPortableError as problem:
        return _failed(problem, as_json=args.json)
    if args.json:
        print(json.dumps({"file": str(file), "seats": room.seat_count}))
    else:
        print(plain(f"Seats written: {room.seat_count}, to {file}."))
    return ExitCode.DONE


def _failed(problem: FogPortableError, *, as_json: bool) -> int:
    print_fault(problem, as_json=as_json)
    return ExitCode.COULD_NOT_START if problem.code in _COULD_NOT else exit_code_of(problem)
