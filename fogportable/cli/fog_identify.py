"""`fogportable fog identify`: what a FOG server is."""

from __future__ import annotations

import argparse

from fogportable.cli.fog_flags import Actions, add_common, add_token_file, tftp_of, web_of
from fogportable.cli.fog_login import known_tokens
from fogportable.cli.fog_show import show, show_progress
from fogportable.cli.fog_words import identified_lines, identified_values
from fogportable.fog.server import FogServer
from fogportable.foglink.identify import identify
from fogportable.foglink.tokens import API_VARIABLE, USER_VARIABLE


def add_action(actions: Actions) -> None:
    """The parser of `identify`."""
    action = actions.add_parser(
        "identify",
        help="show version, database, API, kernels, free space and boot files",
        description="Show what a FOG server is. Exit code 1 when something is wrong with it, 3 when there is none. "
        f"Tokens in {API_VARIABLE} and {USER_VARIABLE}, in a file, or of `fog login`, are tried; it goes without them.",
    )
    add_common(action)
    add_token_file(action)
    action.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    def work() -> FogServer:
        return identify(web_of(args), tftp_of(args), tokens=known_tokens(args), on_progress=show_progress)

    return show("server", work, identified_values, identified_lines, as_json=args.json)
