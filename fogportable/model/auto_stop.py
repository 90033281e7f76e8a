"""When serving ends by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

#: The longest that can be asked for (s): a week.
LONGEST_STOP_AFTER_S = 7 * 24 * 3600.0
#: How long nobody loads before a room that is done is taken for done (s), unless somebody says otherwise.
USUAL_QUIET_S = 600.0


@dataclass(frozen=True, slots=True)
class StopWish:
    """What ends serving; the first that comes true does. All None: nothing.

    at: local time of day, the next such. after_s: seconds from Start, or from when it is said while serving. quiet_s:
    all computers are done and nobody has loaded for so many seconds.
    """

    at: time | None = None
    after_s: float | None = None
    quiet_s: float | None = None

    def __bool__(self) -> bool:
        return self != StopWish()
