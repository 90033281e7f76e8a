"""`fogportable fog preview`: what a FOG server would give to one computer."""

from __future__ import annotations

import argparse

from fogportable.cli.fog_flags import Actions, add_common, mac, tftp_of, web_of
from fogportable.cli.fog_show import show
from fogportable.cli.fog_words import previewed_lines, previewed_values
from fogportable.fog.preview import Preview
from fogportable.foglink.identify import find_pages
from fogportable.foglink.preview import PREVIEW_ARCHS, preview
from fogportable.protocol.pxe.archs import PXE_TWINS, ClientArch, parse_arch


def add_action(actions: Actions) -> None:
    """The parser of `preview`."""
    action = actions.add_parser(
        "preview",
        help="show what a computer would get: menu, task or its own disk",
        description="Show what FOG would give to a computer that boots now. FOG notes the question in its history of "
        "iPXE, as it does the computer's own. Exit code 1 when something stands in the way, 3 when it cannot be told.",
    )
    add_common(action)
    action.add_argument("--mac", type=mac, required=True, metavar="MAC", help="hardware address of the computer")
    action.add_argument(
        "--arch",
        type=_arch,
        default=int(ClientArch.X64_UEFI),
        metavar="ARCH",
        help="bios, x64, ia32, arm64 or a number of option 93 (default: x64)",
    )
    action.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    def work() -> Preview:
        return preview(find_pages(web_of(args), tftp_of(args)), args.mac, args.arch)

    return show("preview", work, previewed_values, previewed_lines, as_json=args.json)


def _arch(text: str) -> int:
    try:
        arch = min(parse_arch(text))
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from wrong
    if PXE_TWINS.get(arch, arch) not in PREVIEW_ARCHS:
        raise argparse.ArgumentTypeError(f"FOG has nothing for {text!r}: use bios, x64, ia32 or arm64")
    return arch
