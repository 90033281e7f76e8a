"""Why computers do not get further, as a session has it: begins and ends with serving, and can be asked afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from fogportable.model import Journey, ServingPlan
from fogportable.protocol.address import MacAddress

if TYPE_CHECKING:
    from fogportable.boot.site_observer import SiteObserver
    from fogportable.session.diagnosing import StallWatch, Unheard
    from fogportable.session.journal import Journal

#: The service whose end does not end serving.
STALL_WATCH = "diagnosis of computers"
_JOIN_S = 2.0


class Stalls:
    """Owned by the session. `journey` is for front ends, from any thread."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._watch: StallWatch | None = None

    def begin(
        self,
        plan: ServingPlan,
        site: SiteObserver,
        watched: tuple[str, ...],
        unheard: Unheard,
        on_crash: Callable[[str, Exception], None],
    ) -> None:
        """Serving starts; nobody has been heard yet. watched: cards whose taps hear other servers. unheard: whom TFTP
        answers in vain now. on_crash: gets `STALL_WATCH` too.
        """
        # Read at Start, not with the window: rules and names take time to load, and nobody is there to judge before.
        from fogportable.session.diagnosing import StallWatch, serving_of

        journal = self._journal
        self._watch = StallWatch(
            serving_of(plan, site, watched, unheard),
            news=journal.news,
            since=journal.newest,
            emit=journal.append,
            on_crash=lambda bug: on_crash(STALL_WATCH, bug),
        )
        self._watch.start()

    def listen(self, site: SiteObserver) -> None:
        """Hear too whom other servers offer an address; whoever was told before still is."""
        before = site.on_address_offered

        def tell(mac: MacAddress) -> None:
            if before is not None:
                before(mac)
            if self._watch is not None:
                self._watch.note_address_offered(mac)

        site.on_address_offered = tell

    def end(self) -> None:
        """Serving ends; what was found stays."""
        if self._watch is not None:
            self._watch.stop(_JOIN_S)

    def journey(self, mac: MacAddress) -> Journey:
        """What this computer did in the session, and what should come next; nothing before the first Start."""
        return self._watch.journey(mac) if self._watch is not None else Journey()
