"""What a service under test said. Events are awaited, never polled for."""

from __future__ import annotations

import contextlib
import queue
from typing import TypeVar

from fogportable.events import Event
from fogportable.protocol.address import MacAddress

#: Whom the services take every client for.
MAC = MacAddress.parse("52:54:00:12:34:56")
WAIT_S = 10.0
_E = TypeVar("_E", bound=Event)


class Said:
    """The events and crashes of a service."""

    def __init__(self) -> None:
        self.events: queue.Queue[Event] = queue.Queue()
        self.crashes: list[Exception] = []

    def next_event(self, kind: type[_E]) -> _E:
        """The next event; it must be of this kind."""
        event = self.events.get(timeout=WAIT_S)
        assert isinstance(event, kind), event
        return event

    def await_event(self, kind: type[_E]) -> _E:
        """The next event of this kind; others are passed over."""
        while True:
            event = self.events.get(timeout=WAIT_S)
            if isinstance(event, kind):
                return event

    def all_events(self) -> list[Event]:
        """What was said so far and not yet taken."""
        said = []
        with contextlib.suppress(queue.Empty):
            while True:
                said.append(self.events.get_nowait())
        return said
