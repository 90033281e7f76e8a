"""Flags that the actions of `fogportable fog` share, and the ways to the server that they name."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

from fogportable.fog.address import FogAddress, parse_fog_address
from fogportable.foglink.tftp import TFTP_PORT, Tftp
from fogportable.foglink.trust import usual_pins
from fogportable.foglink.web import USUAL_TIMEOUT_S, Web
from fogportable.protocol.address import MacAddress

#: What `add_subparsers` gives, to which each action adds its own parser.
Actions: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

_ADDRESS_HELP = "an IP address or a name, with :PORT where it is another; or the URL of FOG's pages"
_LONGEST_TIMEOUT_S = 120.0


def add_address(action: argparse.ArgumentParser) -> None:
    """ADDRESS, the server."""
    action.add_argument("address", type=_address, metavar="ADDRESS", help=_ADDRESS_HELP)


def add_common(action: argparse.ArgumentParser) -> None:
    """What every action takes that asks a server for more than a certificate."""
    add_address(action)
    action.add_argument(
        "--tftp-port", type=_port, default=TFTP_PORT, metavar="PORT", help=f"of its TFTP server (default: {TFTP_PORT})"
    )
    add_timeout(action, f"seconds for each page (default: {USUAL_TIMEOUT_S:g})")
    add_json(action)


def add_timeout(action: argparse.ArgumentParser, text: str) -> None:
    """--timeout. text: its help."""
    action.add_argument("--timeout", type=seconds, default=USUAL_TIMEOUT_S, metavar="S", help=text)


def add_json(action: argparse.ArgumentParser) -> None:
    """--json."""
    action.add_argument("--json", action="store_true", help="one JSON object")


def add_token_file(action: argparse.ArgumentParser) -> None:
    """--token-file."""
    action.add_argument(
        "--token-file", type=Path, metavar="FILE", help="API token and user token, a line each, instead of variables"
    )


def web_of(args: argparse.Namespace) -> Web:
    """The pages of the server that was named."""
    return Web(args.address, usual_pins(), args.timeout)


def tftp_of(args: argparse.Namespace) -> Tftp:
    """Its TFTP server."""
    return Tftp(args.address.host, args.tftp_port)


# --- values of flags --------------------------------------------------------------------------------------------


def mac(text: str) -> MacAddress:
    """A hardware address. Raises ArgumentTypeError."""
    try:
        return MacAddress.parse(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from wrong


def seconds(text: str) -> float:
    """A time that somebody would wait. Raises ArgumentTypeError."""
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if not 0.1 <= found <= _LONGEST_TIMEOUT_S:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time: use 0.1 to {_LONGEST_TIMEOUT_S:g} seconds")
    return found


def _address(text: str) -> FogAddress:
    try:
        return parse_fog_address(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from wrong


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: use 1 to 65535")
    return int(text)
