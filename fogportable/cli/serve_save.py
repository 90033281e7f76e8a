"""`serve --save-session`: what happened goes into a file when serving ends, by whatever it ends."""

from __future__ import annotations

import argparse
import errno
import os
from pathlib import Path

from fogportable.cli.output import print_fault
from fogportable.config.profile import Profile
from fogportable.errors import ExitCode, FaultCode, FogPortableError
from fogportable.session.facade import KitSession

#: What may be masked, as fields of `Redaction`.
_MASKABLE = ("macs", "names", "addresses")


def add_save_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the session goes at the end, and what is masked in it."""
    parser.add_argument(
        "--save-session", type=Path, metavar="FILE", help="write log, table and packets of our ports there at the end"
    )
    parser.add_argument(
        "--redact",
        type=_maskable,
        default=frozenset(),
        metavar="WHAT",
        help=f"mask in that file: {', '.join(_MASKABLE)} or all, with commas between",
    )


def refuse_unwritable(args: argparse.Namespace) -> None:
    """Before anything is served. Raises BundleError BUNDLE_NOT_WRITTEN where the file's folder is not there."""
    if args.save_session is not None and not args.save_session.resolve().parent.is_dir():
        from fogportable.session.saved.bundle import BundleError

        reason = os.strerror(errno.ENOENT)
        raise BundleError(FaultCode.BUNDLE_NOT_WRITTEN, file=args.save_session, reason=reason)


def save_at_end(args: argparse.Namespace, session: KitSession, code: int) -> int:
    """Write the session if that was asked for. Gives the exit code: that of serving, unless nothing was written."""
    if args.save_session is None:
        return code
    from fogportable.config.load import load_profile
    from fogportable.session.saved.bundle import compose
    from fogportable.session.saved.masks import Redaction
    from fogportable.session.saved.shelf import gather

    try:
        profile = Profile() if args.profile is None else load_profile(args.profile)
        redaction = Redaction(**{name: name in args.redact for name in _MASKABLE})
        compose(gather(session, profile=profile), redaction).write(args.save_session)
    except FogPortableError as problem:
        print_fault(problem, as_json=args.json)
        return code or ExitCode.FOUND_WRONG
    return code


def _maskable(text: str) -> frozenset[str]:
    words = frozenset(each.strip() for each in text.split(",") if each.strip())
    if words == {"all"}:
        return frozenset(_MASKABLE)
    if not words or not words <= set(_MASKABLE):
        raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(_MASKABLE)}, all")
    return words
