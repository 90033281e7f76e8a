"""`fogportable fog`: what a FOG server is, what it would give to a computer, and trusting its certificate."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from fogportable.bootfiles.from_fog import bring_from_fog
from fogportable.cli.fog_words import (
    brought_lines,
    brought_values,
    identified_lines,
    identified_values,
    previewed_lines,
    previewed_values,
)
from fogportable.cli.output import exit_code_of, plain, print_fault
from fogportable.errors import ExitCode, Fault, FaultCode, FogError, FogPortableError
from fogportable.fog.address import FogAddress, parse_fog_address
from fogportable.foglink.identify import find_pages, identify
from fogportable.foglink.preview import PREVIEW_ARCHS, preview
from fogportable.foglink.tftp import TFTP_PORT, Tftp
from fogportable.foglink.tokens import API_VARIABLE, USER_VARIABLE, read_tokens
from fogportable.foglink.trust import Authority, PinBoard, fetch_authority, read_authority, same_fingerprint
from fogportable.foglink.web import USUAL_TIMEOUT_S, Web
from fogportable.platform.paths import data_folder
from fogportable.protocol.address import MacAddress
from fogportable.protocol.pxe.archs import PXE_TWINS, ClientArch, parse_arch

_ADDRESS_HELP = "an IP address or a name, with :PORT where it is another; or the URL of FOG's pages"
_LONGEST_TIMEOUT_S = 120.0
#: What is only told, and nothing to mend.
_NOT_WRONG = frozenset({FaultCode.FOG_REDIRECTED})
#: How to see the fingerprint on the server itself.
_ON_SERVER = "openssl x509 -noout -fingerprint -sha256 -inform DER -in /var/www/fog/management/other/ca.cert.der"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `fog` takes."""
    parser.description = "Look at a FOG server over the network. Nothing on it is changed."
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    _add_identify(actions)
    _add_preview(actions)
    _add_bootfiles(actions)
    _add_trust(actions)


def _add_identify(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    action = actions.add_parser(
        "identify",
        help="show version, database, API, kernels, free space and boot files",
        description="Show what a FOG server is. Exit code 1 when something is wrong with it, 3 when there is none. "
        f"Tokens in {API_VARIABLE} and {USER_VARIABLE}, or in a file, are tried; without them none is needed.",
    )
    _add_common(action)
    action.add_argument(
        "--token-file", type=Path, metavar="FILE", help="API token and user token, a line each, instead of variables"
    )
    action.set_defaults(run=_identify)


def _add_preview(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    action = actions.add_parser(
        "preview",
        help="show what a computer would get: menu, task or its own disk",
        description="Show what FOG would give to a computer that boots now. FOG notes the question in its history of "
        "iPXE, as it does the computer's own. Exit code 1 when something stands in the way, 3 when it cannot be told.",
    )
    _add_common(action)
    action.add_argument("--mac", type=_mac, required=True, metavar="MAC", help="hardware address of the computer")
    action.add_argument(
        "--arch",
        type=_arch,
        default=int(ClientArch.X64_UEFI),
        metavar="ARCH",
        help="bios, x64, ia32, arm64 or a number of option 93 (default: x64)",
    )
    action.set_defaults(run=_preview)


def _add_bootfiles(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    action = actions.add_parser(
        "bootfiles",
        help="bring its boot files into a folder, with a script that leads back to it",
        description="Fetch the boot files of its TFTP server into a folder, to be served from this laptop: with a "
        "default.ipxe and autoexec.ipxe of our own that lead iPXE to the server at ADDRESS. An iPXE that cannot run "
        "FOG's script is left out. Exit code 1 when something was left out, 3 when nothing was brought.",
    )
    _add_common(action)
    action.add_argument("--output", type=Path, required=True, metavar="DIR", help="new, empty or a boot set: replaced")
    action.set_defaults(run=_bring)


def _add_trust(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    action = actions.add_parser(
        "trust",
        help="pin the authority that signed a FOG server's certificate",
        description="FOG signs its certificate for https itself. Show the fingerprint of its authority, and pin it "
        f"once it is confirmed, by --fingerprint or by a person at a terminal. The server shows it by: {_ON_SERVER}",
    )
    action.add_argument("address", type=_address, metavar="ADDRESS", help=_ADDRESS_HELP)
    action.add_argument("--fingerprint", default="", metavar="SHA256", help="what the fingerprint must be")
    action.add_argument("--ca", type=Path, metavar="FILE", help="this certificate instead of the one the server gives")
    action.add_argument("--timeout", type=_seconds, default=USUAL_TIMEOUT_S, metavar="S", help=argparse.SUPPRESS)
    action.add_argument("--json", action="store_true", help="one JSON object")
    action.set_defaults(run=_trust)


def _add_common(action: argparse.ArgumentParser) -> None:
    action.add_argument("address", type=_address, metavar="ADDRESS", help=_ADDRESS_HELP)
    action.add_argument(
        "--tftp-port", type=_port, default=TFTP_PORT, metavar="PORT", help=f"of its TFTP server (default: {TFTP_PORT})"
    )
    action.add_argument(
        "--timeout",
        type=_seconds,
        default=USUAL_TIMEOUT_S,
        metavar="S",
        help=f"seconds for each page (default: {USUAL_TIMEOUT_S:g})",
    )
    action.add_argument("--json", action="store_true", help="one JSON object")


# --- identify and preview ---------------------------------------------------------------------------------------


def _identify(args: argparse.Namespace) -> int:
    try:
        tokens = read_tokens(os.environ, args.token_file)
        server = identify(_web(args), _tftp(args), tokens=tokens, on_progress=_show_progress)
    except FogPortableError as problem:
        return _end_with(problem, args.json)
    if args.json:
        print(json.dumps({"server": identified_values(server)}))
    else:
        _print(identified_lines(server), server.notes)
    return _code_after(server.notes)


def _preview(args: argparse.Namespace) -> int:
    try:
        seen = preview(find_pages(_web(args), _tftp(args)), args.mac, args.arch)
    except FogPortableError as problem:
        return _end_with(problem, args.json)
    if args.json:
        print(json.dumps({"preview": previewed_values(seen)}))
    else:
        _print(previewed_lines(seen), seen.notes)
    return _code_after(seen.notes)


def _bring(args: argparse.Namespace) -> int:
    def show(sentence: str) -> None:
        print(plain(sentence), file=sys.stderr if args.json else sys.stdout, flush=True)

    try:
        server = identify(_web(args), _tftp(args), on_progress=_show_progress)
        brought = bring_from_fog(server, _tftp(args), args.output, on_progress=show)
    except FogPortableError as problem:
        return _end_with(problem, args.json)
    if args.json:
        print(json.dumps({"boot_set": brought_values(brought)}))
    else:
        _print(brought_lines(brought), brought.notes)
    return _code_after(brought.notes)


def _web(args: argparse.Namespace) -> Web:
    return Web(args.address, _pins(), args.timeout)


def _tftp(args: argparse.Namespace) -> Tftp:
    return Tftp(args.address.host, args.tftp_port)


def _pins() -> PinBoard:
    return PinBoard(data_folder() / "fog-authorities")


def _show_progress(sentence: str) -> None:
    """For a person who waits; not into a log."""
    if sys.stderr.isatty():
        print(plain(sentence), file=sys.stderr, flush=True)


def _print(lines: list[str], notes: tuple[Fault, ...]) -> None:
    for line in lines:
        print(plain(line))
    for note in notes:
        print(plain(f"{' ' if note.code in _NOT_WRONG else '!'} {note}"))


def _code_after(notes: tuple[Fault, ...]) -> int:
    return ExitCode.FOUND_WRONG if any(note.code not in _NOT_WRONG for note in notes) else ExitCode.DONE


def _end_with(problem: FogPortableError, as_json: bool) -> int:
    print_fault(problem, as_json=as_json)
    return exit_code_of(problem)


# --- trust ------------------------------------------------------------------------------------------------------


def _trust(args: argparse.Namespace) -> int:
    server: FogAddress = args.address
    try:
        authority = _read_file(args.ca) if args.ca is not None else fetch_authority(server, args.timeout)
        if not args.json:
            print(plain(f"The authority of {server.host} has the SHA-256 fingerprint"))
            print(f"  {authority.fingerprint}")
        _confirm(args, authority)
        _pins().pin(server.host, authority)
    except FogPortableError as problem:
        code = _end_with(problem, args.json)
        return ExitCode.FOUND_WRONG if problem.code is FaultCode.FOG_AUTHORITY_NOT_CONFIRMED else code
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
    print(f"On the server it is shown by:\n  {_ON_SERVER}")
    try:
        return input("Is it the same? Then it is pinned: yes or no [no]: ").strip().lower() in ("yes", "y")
    except EOFError:
        return False


# --- values of flags --------------------------------------------------------------------------------------------


def _address(text: str) -> FogAddress:
    try:
        return parse_fog_address(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from wrong


def _mac(text: str) -> MacAddress:
    try:
        return MacAddress.parse(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from wrong


def _arch(text: str) -> int:
    try:
        arch = min(parse_arch(text))
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from wrong
    if PXE_TWINS.get(arch, arch) not in PREVIEW_ARCHS:
        raise argparse.ArgumentTypeError(f"FOG has nothing for {text!r}: use bios, x64, ia32 or arm64")
    return arch


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: use 1 to 65535")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0.1 <= seconds <= _LONGEST_TIMEOUT_S:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time: use 0.1 to {_LONGEST_TIMEOUT_S:g} seconds")
    return seconds
