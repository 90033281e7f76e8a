"""`serve --stop-after`, `--stop-at`, `--stop-when-done`: serving ends by itself, and cuts nobody off."""

from __future__ import annotations

import argparse
import re
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from datetime import time as day_time

from fogportable.model import LONGEST_STOP_AFTER_S, USUAL_QUIET_S, StopWish
from fogportable.session.auto_stop import LAST_FILES_S
from fogportable.session.facade import KitSession

#: A room is looked at this often (s).
_LOOK_S = 1.0
_SPAN = re.compile(r"(?:(\d{1,4})h)?(?:(\d{1,5})m(?:in)?)?(?:(\d{1,6})s)?")
_UNIT_S = (3600, 60, 1)


def add_stop_arguments(parser: argparse.ArgumentParser) -> None:
    """The flags."""
    parser.add_argument("--stop-after", type=span_s, metavar="TIME", help="end after a time, such as 2h, 90m or 1h30m")
    parser.add_argument("--stop-at", type=time_of_day, metavar="HH:MM", help="end at a time of day")
    parser.add_argument(
        "--stop-when-done",
        nargs="?",
        const=USUAL_QUIET_S,
        type=span_s,
        metavar="TIME",
        help="end once all computers are done (as many as the profile's room has) and nobody has loaded for TIME "
        f"(default {USUAL_QUIET_S / 60:.0f}m); who loads is never cut off",
    )


def wish_of(args: argparse.Namespace) -> StopWish:
    """What the flags say."""
    return StopWish(args.stop_at, args.stop_after, args.stop_when_done)


def span_s(text: str) -> float:
    """`2h`, `90m`, `1h30m`, `45s`; a number alone is minutes. Raises ArgumentTypeError."""
    found = _SPAN.fullmatch(f"{text}m" if text.isdigit() else text)
    seconds = sum(int(number or 0) * unit for number, unit in zip(found.groups(), _UNIT_S, strict=True)) if found else 0
    if not 0 < seconds <= LONGEST_STOP_AFTER_S:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time such as 2h, 90m or 1h30m, up to a week")
    return float(seconds)


def time_of_day(text: str) -> day_time:
    """`16:30`, local. Raises ArgumentTypeError."""
    found = re.fullmatch(r"(\d{1,2}):(\d\d)", text)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time of day such as 16:30")
    return day_time(int(found[1]), int(found[2]))


class SelfStop:
    """Looks at the room now and then, and says when serving is to end."""

    def __init__(self, session: KitSession, listed: int) -> None:
        """listed: computers in the room, 0 for no list."""
        self._session = session
        self._listed = listed
        self._next_s = 0.0

    def why_now(self) -> str:
        """A clause for people; "" while serving goes on."""
        now_s = time.monotonic()
        if now_s < self._next_s or not self._session.charge.auto_stop.wish:
            return ""
        self._next_s = now_s + _LOOK_S
        session = self._session
        auto_stop = session.charge.auto_stop
        return auto_stop.look(session.status(), session.clients(), self._listed, datetime.now(UTC), now_s)


def stop_patiently(session: KitSession, reason: str, is_hurried: threading.Event, tell: Callable[[], None]) -> None:
    """Stop for this reason: what still loads may come to its end. is_hurried: a signal gives it no more time.

    tell: called meanwhile, in this thread.
    """
    ending = threading.Thread(
        target=lambda: session.stop(drain_s=LAST_FILES_S, reason=reason), name="fogp-stop", daemon=True
    )
    ending.start()
    while ending.is_alive():
        if is_hurried.is_set():
            session.stop_now()
        tell()
        ending.join(0.1)
