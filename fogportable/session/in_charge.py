"""What a person decides about a room besides its plan, and the laptop that serves it. Owned by the session."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from fogportable.events import ComputersWoken, Event
from fogportable.model import ClientSnapshot, RoomEnd, ServingInterface, ServingPlan
from fogportable.protocol.address import MacAddress
from fogportable.session.approvals import Approvals
from fogportable.session.auto_stop import AutoStop
from fogportable.session.laptop import LaptopWatch, RoomPace


class InCharge:
    """approvals: which computers are let in, where only those are answered. auto_stop: when serving ends by itself; a
    front end asks it now and then, and stops.
    """

    def __init__(
        self, emit: Callable[[Event], object], is_known: Callable[[MacAddress], bool], *, keeps_awake: bool
    ) -> None:
        """emit: from any thread. is_known: whether a computer has a row. keeps_awake: the laptop stays awake while it
        serves, and says when its battery or disk will not do.
        """
        self.approvals = Approvals(emit, is_known)
        self.auto_stop = AutoStop()
        self._emit = emit
        self._keeps_awake = keeps_awake
        self._laptop: LaptopWatch | None = None

    def watch_laptop(
        self,
        plan: ServingPlan,
        clients: Callable[[], Sequence[ClientSnapshot]],
        end: Callable[[], RoomEnd],
        on_crash: Callable[[Exception], None],
    ) -> None:
        """Serving has begun. end: when a computer is done."""
        if self._keeps_awake:
            pace = RoomPace(clients, plan.room.expected, end)
            self._laptop = LaptopWatch(self._emit, pace.needs_min, on_crash)
            self._laptop.start()

    def end(self) -> None:
        """Serving has ended, with its last transfer."""
        laptop, self._laptop = self._laptop, None
        if laptop is not None:
            laptop.stop()

    def wake(self, macs: Iterable[MacAddress], cards: Sequence[ServingInterface]) -> ComputersWoken:
        """Switch these computers on, whether serving or not. Blocks, see `session.wake`. Raises ServiceError."""
        from fogportable.session.wake import wake

        woken = wake(macs, cards)
        self._emit(woken)
        return woken
