"""`fogportable fog trust`: pinning the authority of a FOG server, once somebody says that its fingerprint is right."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from fogportable.cli.fog_flags import Actions, add_address, add_json, add_timeout
from fogportable.cli.output import exit_code_of, plain, print_fault
from fogportable.errors import ExitCode, FaultCode, FogError, FogPortableError
from fogportable.fog.address import FogAddress
from fogportable.fog.authority import ON_SERVER, Authority, same_fingerprint
from fogportable.foglink.trust import fetch_authority, read_authority, usual_pins


def add_action(actions: Actions) -> None:
    """The parser of `trust`."""
    action = actions.add_parser(
        "trust",
        help="pin the authority that signed a FOG server's certificate",
        description="FOG signs its certificate for https itself. Show the fingerprint of its authority, and pin it "
        f"once it is confirmed, by --fingerprint or by a person at a terminal. The server shows it by: {ON_SERVER}",
    )
    add_address(action)
    action.add_argument("--fingerprint", default="", metavar="SHA256", help="what the fingerprint must be")
    action.add_argument("--ca", type=Path, metavar="FILE", help="this certificate instead of the one the server gives")
    add_timeout(action, argparse.SUPPRESS)
    add_json(action)
    action.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    """Exit code 0 when it is pinned, 1 when nobody confirmed it, 3 when it cannot be."""
    server: FogAddress = args.address
    try:
        authority = _read_file(args.ca) if args.ca is not None else fetch_authority(server, args.timeout)
        if not args.json:
            print(plain(f"The authority of {server.host} has the SHA-256 fingerprint"))
            print(f"  {authority.fingerprint}")
        _confirm(args, authority)
        usual_pins().pin(server.host, authority)
    except FogPortableError as problem:
        print_fault(problem, as_json=args.json)
        is_unsaid = problem.code is FaultCode.FOG_AUTHORITY_NOT_CONFIRMED
        return ExitCode.FOUND_WRONG if is_unsaid else exit_code_of(problem)
    if args.json:
        print(json.dumps({"pinned": {"host": server.host, "fingerprint": authority.fingerprint}}))
    else:
        print(plain(f"It is pinned for {server.host}."))
    return ExitCode.DONE


def _read_file(file: Path) -> Authority:
    try:
        return read_authority(file.read_bytes(), str(file))
    except OSError as problem:
        raise FogError(FaultCode.FOG_AUTHORITY_BROKEN, file=file, detail=repr(problem)) from problem


def _confirm(args: argparse.Namespace, authority: Authority) -> None:
    """Raises FogError where nobody says that the fingerprint is right."""
    server, found = args.address, authority.fingerprint
    if args.fingerprint:
        if same_fingerprint(args.fingerprint, found):
            return
        given = args.fingerprint
        raise FogError(FaultCode.FOG_FINGERPRINT_DIFFERS, address=server, found=found, given=given)
    if args.json or not (sys.stdin.isatty() and sys.stdout.isatty()) or not _is_said_to_be_right():
        raise FogError(FaultCode.FOG_AUTHORITY_NOT_CONFIRMED, address=server, fingerprint=found)


def _is_said_to_be_right() -> bool:
    print(f"On the server it is shown by:\n  {ON_SERVER}")
    try:
        return input("Is it the same? Then it is pinned: yes or no [no]: ").strip().lower() in ("yes", "y")
    except EOFError:
        return False
