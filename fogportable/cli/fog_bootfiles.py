"""`fogportable fog bootfiles`: a FOG server's boot files in a folder."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from fogportable.bootfiles.from_fog import BroughtFiles, bring_from_fog
from fogportable.cli.fog_flags import Actions, add_common, tftp_of, web_of
from fogportable.cli.fog_show import show, show_progress
from fogportable.cli.fog_words import brought_lines, brought_values
from fogportable.cli.output import plain
from fogportable.foglink.identify import identify


def add_action(actions: Actions) -> None:
    """The parser of `bootfiles`."""
    action = actions.add_parser(
        "bootfiles",
        help="bring its boot files into a folder, with a script that leads back to it",
        description="Fetch the boot files of its TFTP server into a folder, to be served from this laptop: with a "
        "default.ipxe and autoexec.ipxe of our own that lead iPXE to the server at ADDRESS. An iPXE that cannot run "
        "FOG's script is left out. Exit code 1 when something was left out, 3 when nothing was brought.",
    )
    add_common(action)
    action.add_argument("--output", type=Path, required=True, metavar="DIR", help="new, empty or a boot set: replaced")
    action.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    def tell(sentence: str) -> None:
        print(plain(sentence), file=sys.stderr if args.json else sys.stdout, flush=True)

    def work() -> BroughtFiles:
        server = identify(web_of(args), tftp_of(args), on_progress=show_progress)
        return bring_from_fog(server, tftp_of(args), args.output, on_progress=tell)

    return show("boot_set", work, brought_values, brought_lines, as_json=args.json)
