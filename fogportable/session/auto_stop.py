"""Ending by itself: at a time, after a time, or once the whole room is done. Nobody is cut off in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from fogportable.model import ClientSnapshot, ClientStage, FogLight, SessionStatus, StopWish

#: A computer on its way that was heard this long ago (s) may still be between two files.
_BETWEEN_FILES_S = 60.0
#: Who is on the way when the time has come gets this long (s) to come to its end; then only running files finish.
GRACE_S = 900.0
#: What runs at the very end gets this long (s): a large image over a slow cable.
LAST_FILES_S = 600.0

_ON_THE_WAY = frozenset({ClientStage.ASKING, ClientStage.LOADING})


@dataclass(frozen=True, slots=True)
class StopOutlook:
    """What a wish means now. due: the moment, aware; None without one. is_when_done: also once all are done.

    waits_for: computers that the end waits for, once the moment has come.
    """

    due: datetime | None = None
    is_when_done: bool = False
    waits_for: int = 0


class AutoStop:
    """Asked by a front end now and then, which then stops. For one thread. No clock of its own."""

    def __init__(self) -> None:
        self._wish = StopWish()
        self._due: datetime | None = None
        self._is_serving = False
        self._busy_s: float | None = None
        self._waits_for = 0

    @property
    def wish(self) -> StopWish:
        """What was asked for."""
        return self._wish

    @property
    def outlook(self) -> StopOutlook:
        """As of the last look."""
        return StopOutlook(self._due, self._wish.quiet_s is not None, self._waits_for)

    def want(self, wish: StopWish, now: datetime) -> None:
        """From now on this; an empty wish takes back what was asked for. now: aware."""
        self._wish = wish
        self._due = _due(wish, now) if self._is_serving else None
        self._waits_for = 0

    def look(self, status: SessionStatus, clients: Sequence[ClientSnapshot], listed: int, now: datetime) -> str:
        """Why serving is to end now, as a clause for people; "" while it is not. listed: computers in the room, 0 for
        no list. now: aware.

        What has ended serving is over with it: the next Start has no wish.
        """
        if status.state.is_at_rest:
            self._is_serving = False
            return ""
        if not self._is_serving:
            self._is_serving, self._busy_s, self._waits_for = True, None, 0
            self._due = _due(self._wish, now)
        if not self._wish:
            return ""
        now_s = now.timestamp()
        self._waits_for = _count_on_the_way(status, clients, now)
        if self._waits_for or self._busy_s is None:
            self._busy_s = now_s
        reason = self._why_now(clients, listed, now, now_s - self._busy_s)
        if reason:
            self._wish, self._due, self._waits_for = StopWish(), None, 0
        elif self._due is None or now < self._due:
            self._waits_for = 0
        return reason

    def _why_now(self, clients: Sequence[ClientSnapshot], listed: int, now: datetime, quiet_s: float) -> str:
        if self._due is not None and now >= self._due:
            is_patience_over = (now - self._due).total_seconds() >= GRACE_S
            if not self._waits_for or is_patience_over:
                return f"it is {now.astimezone():%H:%M}" if self._wish.at is not None else "the time is over"
        if self._wish.quiet_s is not None and quiet_s >= self._wish.quiet_s:
            done = _done(clients, listed)
            if done:
                whom = "the computer is" if done == 1 else f"all {done} computers are"
                return f"{whom} done, and nobody has loaded for {_minutes(self._wish.quiet_s)}"
        return ""


def _due(wish: StopWish, now: datetime) -> datetime | None:
    """The first of both moments."""
    moments = []
    if wish.after_s is not None:
        moments.append(now + timedelta(seconds=wish.after_s))
    if wish.at is not None:
        here = now.astimezone()
        today = here.replace(hour=wish.at.hour, minute=wish.at.minute, second=wish.at.second, microsecond=0)
        moments.append(today if today > here else today + timedelta(days=1))
    return min(moments, default=None)


def _count_on_the_way(status: SessionStatus, clients: Sequence[ClientSnapshot], now: datetime) -> int:
    """Who loads, or may be between two files."""
    heard_since = now - timedelta(seconds=_BETWEEN_FILES_S)
    moving = sum(each.stage in _ON_THE_WAY and each.last_heard >= heard_since for each in clients)
    return max(moving, status.loading_computers)


def _done(clients: Sequence[ClientSnapshot], listed: int) -> int:
    """How many are done, where all are: of the list, or of those that were heard; else 0."""
    ours = [each for each in clients if each.stage is not ClientStage.LEFT_ALONE]
    done = sum(each.stage is ClientStage.HANDED_OVER or FogLight.DONE in each.lights for each in ours)
    return done if done == len(ours) and done >= max(1, listed) else 0


def _minutes(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{seconds:.0f} s" if seconds < 60 else "1 minute" if minutes == 1 else f"{minutes} minutes"
