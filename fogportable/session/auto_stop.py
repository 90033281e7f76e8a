"""Ending by itself: at a time, after a time, or once the whole room is done. Nobody is cut off in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from fogportable.language import counted, say
from fogportable.model import ClientSnapshot, ClientStage, RoomEnd, SessionStatus, StopWish
from fogportable.room.progress import is_done

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
    """Asked by a front end now and then, which then stops. For one thread. No clock of its own.

    now: aware, for times of day. now_s: monotonic, for everything that lasts: the clock of a laptop may be set right
    while it serves.
    """

    def __init__(self) -> None:
        self._wish = StopWish()
        self._at: datetime | None = None
        self._ends_s: float | None = None
        self._is_serving = False
        self._busy_s: float | None = None
        self._due_since_s: float | None = None
        self._outlook = StopOutlook()

    @property
    def wish(self) -> StopWish:
        """What was asked for."""
        return self._wish

    @property
    def outlook(self) -> StopOutlook:
        """As of the last look."""
        return self._outlook

    def want(self, wish: StopWish, now: datetime, now_s: float) -> None:
        """From now on this; an empty wish takes back what was asked for."""
        self._wish = wish
        self._begin(now, now_s)

    def look(
        self, status: SessionStatus, clients: Sequence[ClientSnapshot], listed: int, now: datetime, now_s: float
    ) -> str:
        """Why serving is to end now, as a clause for people; "" while it is not. listed: computers in the room, 0 for
        no list.

        What has ended serving is over with it: the next Start has no wish.
        """
        if not status.state.is_for_computers:
            self._is_serving = False
            return ""
        if not self._is_serving:
            self._is_serving = True
            self._begin(now, now_s)
        if not self._wish:
            return ""
        moving = _count_on_the_way(status, clients, now_s)
        if moving or self._busy_s is None:
            self._busy_s = now_s
        done = _done(clients, listed, status.end)
        reason = self._why_now(done, moving, now, now_s)
        if reason:
            self._wish = StopWish()
            self._begin(now, now_s)
            return reason
        self._outlook = self._looked_ahead(now, now_s, moving if self._due_since_s is not None else 0)
        return ""

    def _begin(self, now: datetime, now_s: float) -> None:
        wish = self._wish
        self._busy_s = self._due_since_s = None
        self._at = _next(wish.at, now) if wish.at is not None and self._is_serving else None
        self._ends_s = now_s + wish.after_s if wish.after_s is not None and self._is_serving else None
        self._outlook = self._looked_ahead(now, now_s, 0)

    def _looked_ahead(self, now: datetime, now_s: float, waits_for: int) -> StopOutlook:
        moments = [self._at] if self._at is not None else []
        if self._ends_s is not None:
            moments.append(now + timedelta(seconds=self._ends_s - now_s))
        return StopOutlook(min(moments, default=None), self._wish.quiet_s is not None, waits_for)

    def _why_now(self, done: int, moving: int, now: datetime, now_s: float) -> str:
        """done: computers, where all are; else 0."""
        is_late = self._at is not None and now >= self._at
        if is_late or (self._ends_s is not None and now_s >= self._ends_s):
            if self._due_since_s is None:
                self._due_since_s = now_s
            if not moving or now_s - self._due_since_s >= GRACE_S:
                return say("it is {time}", time=f"{now.astimezone():%H:%M}") if is_late else say("the time is over")
        quiet_s = self._wish.quiet_s
        if done and quiet_s is not None and self._busy_s is not None and now_s - self._busy_s >= quiet_s:
            return counted(
                done,
                "the computer is done, and nobody has loaded for {time}",
                "all {count} computers are done, and nobody has loaded for {time}",
                time=_minutes(quiet_s),
            )
        return ""


def _next(at: time, now: datetime) -> datetime:
    """The next such time of day."""
    here = now.astimezone()
    today = here.replace(hour=at.hour, minute=at.minute, second=at.second, microsecond=0)
    return today if today > here else today + timedelta(days=1)


def _count_on_the_way(status: SessionStatus, clients: Sequence[ClientSnapshot], now_s: float) -> int:
    """Who loads, or may be between two files."""
    since_s = now_s - _BETWEEN_FILES_S
    moving = sum(each.stage in _ON_THE_WAY and each.last_heard_s >= since_s for each in clients)
    return max(moving, status.loading_computers)


def _done(clients: Sequence[ClientSnapshot], listed: int, end: RoomEnd) -> int:
    """How many are done, where all are: of the list, or of those that were heard; else 0."""
    ours = [each for each in clients if each.stage is not ClientStage.LEFT_ALONE]
    done = sum(is_done(each.stage, end) for each in ours)
    return done if done == len(ours) and done >= max(1, listed) else 0


def _minutes(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.0f} s"
    return counted(round(seconds / 60), "1 minute", "{count} minutes")
