"""`fogportable serve --fog`: the FOG server that computers are led to."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from fogportable.cli.output import plain
from fogportable.errors import ConfigError, FaultCode
from fogportable.model import FogMode, FogSettings, ServingPlan


def add_fog_arguments(parser: argparse.ArgumentParser) -> None:
    """What `serve` takes for a FOG server."""
    parser.add_argument(
        "--fog", type=_server, metavar="ADDRESS", help="FOG server to lead computers to: its address, name or URL"
    )
    parser.add_argument(
        "--fog-mode",
        type=_mode,
        metavar="MODE",
        help="point: say where it is and serve no file (default); relay: serve its boot files from here",
    )
    parser.add_argument(
        "--fog-token-file",
        type=Path,
        metavar="FILE",
        help="its API token and user token, a line each: then it is seen who is imaged and done (or by variables)",
    )


def fog_settings(args: argparse.Namespace, profile: FogSettings) -> FogSettings:
    """What the profile says, with the flags over it. Raises ConfigError where no server is named."""
    server = args.fog or profile.server
    if args.fog_mode is not None and not server:
        raise ConfigError(FaultCode.FOG_SERVER_NOT_NAMED)
    if args.ipxe_script is not None and server:
        raise ConfigError(FaultCode.FOG_WITH_SCRIPT)
    return replace(profile, server=server, mode=args.fog_mode or profile.mode)


def print_fog(plan: ServingPlan) -> None:
    """The server, what this laptop does for it, and what is wrong with it."""
    if plan.fog is None:
        return
    version = f" {plan.fog.version}" if plan.fog.version else ""
    what = "this laptop serves its boot files" if plan.serves_files else "it has the boot files, none are served here"
    print(plain(f"FOG{version} at {plan.fog.url}: {what}"))
    for fault in plan.fog.notes:
        print(plain(f"  ! {fault}"))


def _server(text: str) -> str:
    from fogportable.fog.address import parse_fog_address

    try:
        parse_fog_address(text)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(str(problem)) from problem
    return text


def _mode(text: str) -> FogMode:
    try:
        return FogMode(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is neither {' nor '.join(FogMode)}") from None
