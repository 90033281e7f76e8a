"""`fogportable fog`: what a FOG server is, what it would give to a computer, and trusting its certificate."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from fogportable.bootfiles.from_fog import BroughtFiles, bring_from_fog
from fogportable.cli.fog_tasks import run_tasks
from fogportable.cli.fog_trust import ON_SERVER, pins, run_trust
from fogportable.cli.fog_words import (
    brought_lines,
    brought_values,
    identified_lines,
    identified_values,
    previewed_lines,
    previewed_values,
)
from fogportable.cli.output import exit_code_of, plain, print_fault
from fogportable.errors import ExitCode, Fault, FaultCode, FogPortableError
from fogportable.fog.address import FogAddress, parse_fog_address
from fogportable.fog.server import FogServer
from fogportable.foglink.identify import find_pages, identify
from fogportable.foglink.preview import PREVIEW_ARCHS, Preview, preview
from fogportable.foglink.tftp import TFTP_PORT, Tftp
from fogportable.foglink.tokens import API_VARIABLE, USER_VARIABLE, read_tokens
from fogportable.foglink.web import USUAL_TIMEOUT_S, Web
from fogportable.protocol.address import MacAddress
from fogportable.protocol.pxe.archs import PXE_TWINS, ClientArch, parse_arch

_ADDRESS_HELP = "an IP address or a name, with :PORT where it is another; or the URL of FOG's pages"
_LONGEST_TIMEOUT_S = 120.0
#: The imaging system reports every three seconds.
_USUAL_INTERVAL_S = 3.0
#: What is only told, and nothing to mend.
_NOT_WRONG = frozenset({FaultCode.FOG_REDIRECTED})


_Found = TypeVar("_Found", FogServer, Preview, BroughtFiles)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `fog` takes."""
    parser.description = "Look at a FOG server over the network. Nothing on it is changed."
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    _add_identify(actions)
    _add_preview(actions)
    _add_bootfiles(actions)
    _add_tasks(actions)
    _add_trust(actions)


def _add_identify(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    action = actions.add_parser(
        "identify",
        help="show version, database, API, kernels, free space and boot files",
        description="Show what a FOG server is. Exit code 1 when something is wrong with it, 3 when there is none. "
        f"Tokens in {API_VARIABLE} and {USER_VARIABLE}, or in a file, are tried; without them none is needed.",
    )
    _add_common(action)
    _add_token_file(action)
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


def _add_tasks(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    action = actions.add_parser(
        "tasks",
        help="show what is queued or runs on it",
        description="Show the active tasks of a FOG server. It tells them only to somebody with its API tokens, in "
        f"{API_VARIABLE} and {USER_VARIABLE}, in a file, or typed at a terminal.",
    )
    _add_common(action)
    _add_token_file(action)
    action.add_argument("--watch", action="store_true", help="go on, and show every change")
    action.add_argument(
        "--interval",
        type=_seconds,
        default=_USUAL_INTERVAL_S,
        metavar="S",
        help=f"seconds between two looks of --watch (default: {_USUAL_INTERVAL_S:g})",
    )
    action.set_defaults(run=_tasks)


def _add_token_file(action: argparse.ArgumentParser) -> None:
    action.add_argument(
        "--token-file", type=Path, metavar="FILE", help="API token and user token, a line each, instead of variables"
    )


def _add_trust(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    action = actions.add_parser(
        "trust",
        help="pin the authority that signed a FOG server's certificate",
        description="FOG signs its certificate for https itself. Show the fingerprint of its authority, and pin it "
        f"once it is confirmed, by --fingerprint or by a person at a terminal. The server shows it by: {ON_SERVER}",
    )
    action.add_argument("address", type=_address, metavar="ADDRESS", help=_ADDRESS_HELP)
    action.add_argument("--fingerprint", default="", metavar="SHA256", help="what the fingerprint must be")
    action.add_argument("--ca", type=Path, metavar="FILE", help="this certificate instead of the one the server gives")
    action.add_argument("--timeout", type=_seconds, default=USUAL_TIMEOUT_S, metavar="S", help=argparse.SUPPRESS)
    action.add_argument("--json", action="store_true", help="one JSON object")
    action.set_defaults(run=run_trust)


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
    def work() -> FogServer:
        tokens = read_tokens(os.environ, args.token_file)
        return identify(_web(args), _tftp(args), tokens=tokens, on_progress=_show_progress)

    return _show(args, "server", work, identified_values, identified_lines)


def _preview(args: argparse.Namespace) -> int:
    def work() -> Preview:
        return preview(find_pages(_web(args), _tftp(args)), args.mac, args.arch)

    return _show(args, "preview", work, previewed_values, previewed_lines)


def _bring(args: argparse.Namespace) -> int:
    def tell(sentence: str) -> None:
        print(plain(sentence), file=sys.stderr if args.json else sys.stdout, flush=True)

    def work() -> BroughtFiles:
        server = identify(_web(args), _tftp(args), on_progress=_show_progress)
        return bring_from_fog(server, _tftp(args), args.output, on_progress=tell)

    return _show(args, "boot_set", work, brought_values, brought_lines)


def _show(
    args: argparse.Namespace,
    key: str,
    work: Callable[[], _Found],
    values: Callable[[_Found], object],
    lines: Callable[[_Found], list[str]],
) -> int:
    """Do the work and print what was found, or why there is nothing. key: of the JSON object. Returns the exit code."""
    try:
        found = work()
    except FogPortableError as problem:
        return _end_with(problem, args.json)
    if args.json:
        print(json.dumps({key: values(found)}))
    else:
        _print(lines(found), found.notes)
    return _code_after(found.notes)


def _tasks(args: argparse.Namespace) -> int:
    try:
        return run_tasks(find_pages(_web(args), _tftp(args)), args)
    except FogPortableError as problem:
        return _end_with(problem, args.json)


def _web(args: argparse.Namespace) -> Web:
    return Web(args.address, pins(), args.timeout)


def _tftp(args: argparse.Namespace) -> Tftp:
    return Tftp(args.address.host, args.tftp_port)


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
