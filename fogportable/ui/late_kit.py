"""The program behind the window, whose code is read when it is first used: after the window is on the screen."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from fogportable.ui.kit import Kit


class _LateKit:
    """Stands for a RoomKit. `_lock` guards that one is made only; the first who asks waits for its code."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: Kit | None = None

    def _kit(self) -> Kit:
        with self._lock:
            if self._made is None:
                from fogportable.session.kit import RoomKit

                self._made = RoomKit()
            return self._made

    def last_profile(self) -> object:
        """Asked for before anything is shown, so without the rest."""
        from fogportable.session.last_profile import last_profile

        return last_profile()

    def load_preferences(self) -> object:
        """Asked for before anything is shown, too."""
        from fogportable.session.preferences import load_preferences

        return load_preferences()

    def __getattr__(self, name: str) -> object:
        return getattr(self._kit(), name)


def late_kit() -> Kit:
    """A RoomKit for a window. Reading its code takes as long as all the window's own: do it in a thread."""
    return cast("Kit", _LateKit())
