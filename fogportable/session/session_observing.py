"""Observing as one more thing that a session does, in place of serving."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from fogportable.boot.site_observer import SiteObserver
from fogportable.errors import BootFileError, ConfigError, Fault, ServiceError
from fogportable.events import FaultRaised
from fogportable.model import ServingPlan, SessionState, StopReport
from fogportable.platform.privilege import Ask
from fogportable.session.plan_check import check_plan
from fogportable.session.reading import SessionReading

if TYPE_CHECKING:
    from fogportable.session.observing import Observing


class SessionObserving(SessionReading):
    """The part of `KitSession` that listens only, and what that shares with serving."""

    def observe(self, plan: ServingPlan, *, ask: Ask = Ask.NEVER) -> None:
        """Listen on the plan's cards and send nothing, until `stop` or `start`. Does nothing unless at rest.

        Raises ServiceError, BootFileError or ConfigError with nothing begun; the journal then has the fault too.
        """
        if self.status().state is SessionState.FAILED:
            self.stop(drain_s=0.0)
        if not self._begin_starting():
            return
        from fogportable.session.observing import Observing  # here: most sessions never observe

        try:
            check_plan(plan)
            self._start_over(plan)
            observing = Observing(plan, self._site, self._journal.append)
            observing.begin(ask, self._fail, lambda bug: self._on_crash("observing", bug))
        except (ServiceError, BootFileError, ConfigError) as problem:
            self._fail(problem.fault)
            raise
        with self._lock:
            self._observing = observing
            if self._state is SessionState.STARTING:  # Else its card is gone already.
                self._state, self._since = SessionState.OBSERVING, datetime.now(UTC)

    # --- what serving has -----------------------------------------------------------------------------------------

    def stop(self, *, drain_s: float = 30.0, reason: str = "") -> StopReport:
        raise NotImplementedError

    def _start_over(self, plan: ServingPlan, site: SiteObserver | None = None) -> None:
        raise NotImplementedError

    def _on_crash(self, service: str, bug: Exception) -> None:
        raise NotImplementedError

    # --- inside ---------------------------------------------------------------------------------------------------

    def _begin_starting(self) -> bool:
        """False unless at rest."""
        with self._lock:
            if self._state is not SessionState.STOPPED:
                return False
            self._state, self._fault, self._since = SessionState.STARTING, None, datetime.now(UTC)
            return True

    def _fail(self, fault: Fault) -> None:
        with self._lock:
            self._state, self._fault = SessionState.FAILED, fault
        self._journal.append(FaultRaised(fault=fault))

    def _stopped_observing(self, observing: Observing) -> StopReport:
        observing.end()
        with self._lock:
            self._state, self._fault = SessionState.STOPPED, None
            self._since = None if self._plan is None else datetime.now(UTC)  # Nobody was ever answered.
        return StopReport(0, ())
