"""Bringing boot files in a thread of its own, so that the window stays alive."""

from __future__ import annotations

import threading
from collections.abc import Callable

from fogportable.errors import Fault, FaultCode, FogPortableError, describe
from fogportable.ui.kit import BootSetInfo

#: Calls on_progress with lines for people and gives back what was brought. Raises FogPortableError.
Fetch = Callable[[Callable[[str], None]], BootSetInfo]


class _Cancelled(Exception):
    """The user thought better of it. Raised through the fetching code at its next line of progress."""


class BootFileJob:
    """One fetch. The thread writes `line`, `result`, `fault` and, last of all, ends; the UI reads them by polling.

    line: the newest sentence of progress. result and fault: both None while running and after a cancel.
    """

    def __init__(self, fetch: Fetch) -> None:
        self.line = ""
        self.result: BootSetInfo | None = None
        self.fault: Fault | None = None
        self._fetch = fetch
        self._cancel = threading.Event()
        self._thread = threading.Thread(target=self._run, name="fogp-boot-files", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def cancel(self) -> None:
        """End at the next line of progress."""
        self._cancel.set()

    @property
    def is_cancelled(self) -> bool:
        return self._cancel.is_set()

    @property
    def is_running(self) -> bool:
        return self._thread.is_alive()

    def _run(self) -> None:
        fault: Fault | None = describe(FaultCode.FETCH_FAILED, problem="FOG Portable made a mistake, see the terminal")
        try:
            self.result = self._fetch(self._on_progress)
            fault = None
        except FogPortableError as error:
            fault = error.fault
        except _Cancelled:
            fault = None
        finally:
            self.fault = fault

    def _on_progress(self, line: str) -> None:
        if self._cancel.is_set():
            raise _Cancelled
        self.line = line
