"""Jobs about one FOG server: what another one says by the time it is chosen no more is no news."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from fogportable.fog.address import FogAddress
from fogportable.ui.bridge import Bridge
from fogportable.ui.work import Job, Work


class ServerJobs:
    """address: of the server that is chosen, None for none. Set by the desk that asks."""

    def __init__(self, work: Work, bridge: Bridge) -> None:
        self._work = work
        self._bridge = bridge
        self.address: FogAddress | None = None

    def begin(self, name: str, work: Callable[[], object], then: Callable[[Job], None]) -> None:
        """Run `work` in a thread unless one of this name runs.

        then: called when it has ended, unless another server was chosen meanwhile.
        """
        if self._work.start(name, work, partial(self._on_done, self.address, then)):
            self._bridge.wake()

    def _on_done(self, asked: FogAddress | None, then: Callable[[Job], None], job: Job) -> None:
        if asked == self.address:
            then(job)
