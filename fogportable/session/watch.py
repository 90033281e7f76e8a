"""The thread that looks after the chosen cards once a second."""

from __future__ import annotations

import time
from collections.abc import Callable

from fogportable.model import ServingInterface
from fogportable.platform.watch import InterfaceChange, InterfaceWatch
from fogportable.services.loop import SelectorThread

#: A pulled cable is said within this time (s).
_LOOK_S = 1.0


class NetworkWatch(SelectorThread):
    """Owned by the thread: the watch. on_change runs in the thread and may rebuild the services, but not end it."""

    def __init__(
        self,
        interfaces: tuple[ServingInterface, ...],
        *,
        on_change: Callable[[InterfaceChange, frozenset[str]], bool],
        on_crash: Callable[[Exception], None],
    ) -> None:
        """on_change: gets the change, and the names of the other cards that cannot serve or change next.

        It gives False when the card was away again, which makes the next look tell of it anew.
        """
        super().__init__("fogp-watch", on_crash=on_crash)
        self._watch = InterfaceWatch(interfaces)
        self._on_change = on_change
        self._due_s = time.monotonic() + _LOOK_S

    def next_deadline(self) -> float | None:
        return self._due_s

    def on_deadline(self, now: float) -> None:
        changes = self._watch.poll()
        for number, change in enumerate(changes, start=1):
            later = {each.name for each in changes[number:]}
            if not self._on_change(change, frozenset({*self._watch.troubled, *later} - {change.name})):
                self._watch.distrust(change.name)
        self._due_s = now + _LOOK_S
