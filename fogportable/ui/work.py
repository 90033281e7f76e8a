"""Blocking work of the window in plain threads: start, stop, checks. No thread holds a QObject.

The UI asks `poll` at its tick what has ended; nothing is ever sent to it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from fogportable.errors import Fault, FaultCode, FogPortableError, describe

_log = logging.getLogger("fogportable.window")


@dataclass(slots=True)
class Job:
    """One piece of work. Written by its thread until that has ended, read by the UI after.

    result: what it returned. fault: what it raised, in words for people; None when it went well.
    """

    name: str
    work: Callable[[], object]
    on_done: Callable[[Job], None]
    result: object = None
    fault: Fault | None = None
    thread: threading.Thread | None = field(default=None, repr=False)

    def run(self) -> None:
        try:
            self.result = self.work()
        except FogPortableError as problem:
            self.fault = problem.fault
        except Exception as bug:
            # Guard: a bug in a job must not leave the window waiting for ever.
            _log.exception("the job %s ended with a bug", self.name)
            self.fault = describe(FaultCode.SERVICE_CRASHED, service=self.name, detail=repr(bug))


class ProgressLine:
    """The last sentence of a job's progress, written by its thread and read at the window's tick."""

    def __init__(self) -> None:
        self.text = ""

    def tell(self, sentence: str) -> None:
        self.text = sentence


class Work:
    """The running jobs of one window. Used from the UI thread only; at most one job of a name runs at a time."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}

    def start(self, name: str, work: Callable[[], object], on_done: Callable[[Job], None]) -> bool:
        """Run `work` in a thread and call `on_done` from `poll` afterwards. False when one of this name still runs."""
        if name in self._jobs:
            return False
        job = Job(name, work, on_done)
        # Not a daemon: a Stop that was begun is finished before the program ends.
        job.thread = threading.Thread(target=job.run, name=f"fogp-job-{name}", daemon=False)
        self._jobs[name] = job
        job.thread.start()
        return True

    def poll(self) -> None:
        """Hand over what has ended."""
        for job in [job for job in self._jobs.values() if job.thread is None or not job.thread.is_alive()]:
            del self._jobs[job.name]
            job.on_done(job)

    def is_running(self, name: str) -> bool:
        return name in self._jobs

    @property
    def is_idle(self) -> bool:
        return not self._jobs

    def wait(self, timeout_s: float) -> None:
        """Wait for every job, for the end of the program and of tests."""
        for job in list(self._jobs.values()):
            if job.thread is not None:
                job.thread.join(timeout_s)
