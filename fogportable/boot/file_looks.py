"""What is wrong with boot files, looked at now and then: a room of clients must not mean a room of file reads."""

from __future__ import annotations

from collections.abc import Callable

from fogportable.errors import Fault

#: How long (s) the last look at a boot file counts.
LOOK_LASTS_S = 2.0


class FileLooks:
    """For one thread. look: what is wrong with a file, None when nothing is."""

    def __init__(self, look: Callable[[str], Fault | None]) -> None:
        self._look = look
        self._looks: dict[str, tuple[float, Fault | None]] = {}

    def is_known_to_be_there(self, file: str, now: float) -> bool:
        """Whether a look that still counts found nothing wrong; "" is no file and always there. Looks at nothing."""
        if not file:
            return True
        look = self._looks.get(file)
        return look is not None and now - look[0] < LOOK_LASTS_S and look[1] is None

    def fault_of(self, file: str, now: float) -> Fault | None:
        """As of the last look that still counts, or of one now."""
        look = self._looks.get(file)
        if look is None or now - look[0] >= LOOK_LASTS_S:
            look = (now, self._look(file))
            self._looks[file] = look
        return look[1]
