"""Bringing boot files in a thread of its own, so that the window stays alive."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

from fogportable.errors import Fault, FaultCode, FogPortableError, describe
from fogportable.ui.kit import BootSetInfo


class Fetch(Protocol):
    """Gives lines for people, asks whether to stop, and gives back what was brought. Raises FogPortableError."""

    def __call__(self, on_progress: Callable[[str], None], should_stop: Callable[[], bool]) -> BootSetInfo: ...


class BootFileJob:
    """One fetch. The thread writes `line`, `result` and `fault`, then ends; the UI reads them by polling.

    line: the newest sentence of progress. result and fault: both None while running and after a cancel that came in
    time; one that came too late leaves the result.
    """

    def __init__(self, fetch: Fetch) -> None:
        self.line = ""
        self.result: BootSetInfo | None = None
        self.fault: Fault | None = None
        self._fetch = fetch
        self._cancel = threading.Event()
        # Not a daemon: what it began to write is finished or taken back before the program ends.
        self._thread = threading.Thread(target=self._run, name="fogp-job-boot-files", daemon=False)

    def start(self) -> None:
        self._thread.start()

    def cancel(self) -> None:
        """Ask it to end; it looks a few times a second."""
        self._cancel.set()

    @property
    def is_cancelled(self) -> bool:
        """A cancel was asked for."""
        return self._cancel.is_set()

    @property
    def is_running(self) -> bool:
        return self._thread.is_alive()

    def _run(self) -> None:
        # Stands when a bug of ours ends the thread: the window must not wait for ever.
        fault: Fault | None = describe(FaultCode.SERVICE_CRASHED, service="boot file")
        try:
            self.result = self._fetch(self._on_progress, self._cancel.is_set)
            fault = None
        except FogPortableError as error:
            fault = None if error.code is FaultCode.FETCH_STOPPED else error.fault
        finally:
            self.fault = fault

    def _on_progress(self, line: str) -> None:
        self.line = line
