"""Start, Stop and rehearsal as the window drives them: blocking work in threads, results by tick, faults as notices."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from fogportable.errors import Fault, FaultCode
from fogportable.model import SessionState, SessionStatus, StopReport, Verdict
from fogportable.ui import words
from fogportable.ui.choices import Choices
from fogportable.ui.widgets.notice_bar import Gravity, Notice
from fogportable.ui.work import Job, Work

if TYPE_CHECKING:
    from fogportable.events import Record, SiteConflictFound, SiteConflictOver
    from fogportable.ui.bridge import Bridge, Tick
    from fogportable.ui.kit import Kit

#: "Starting…" stays at least this long in place of Start, so that a double click never stops what it began.
STARTING_MS = 800

#: Software PCs of a rehearsal, unless another number is wished.
REHEARSAL_COMPUTERS = 30

#: Before the first look at the session.
_AT_REST = SessionStatus(SessionState.STOPPED, None, 0, 0, 0.0, ())

_GRAVITIES = {Verdict.OK: Gravity.DONE, Verdict.WARNING: Gravity.WORKING, Verdict.BLOCKED: Gravity.FAILED}
#: Keys of notices about other servers begin so; they end with serving.
_SITE = "site:"
_CARD_TROUBLES = frozenset(
    {
        FaultCode.INTERFACE_GONE,
        FaultCode.INTERFACE_DOWN,
        FaultCode.INTERFACE_NO_ADDRESS,
        FaultCode.INTERFACE_SELF_ASSIGNED,
    }
)


class Serving(QObject):
    """Knows whether something starts, serves or stops now.

    changed: `state` may be another one. noticed: a Notice to show. withdrawn: key of a notice that is over.
    ended: Stop is done, or Start came to nothing.
    """

    changed = Signal()
    noticed = Signal(object)
    withdrawn = Signal(str)
    ended = Signal()

    def __init__(self, kit: Kit, work: Work, bridge: Bridge, choices: Choices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._work = work
        self._bridge = bridge
        self._choices = choices
        self._status = _AT_REST
        self._started: Job | None = None
        self._is_starting = False
        self._is_rehearsal = False
        self._is_observing = False
        self._rehearsed = REHEARSAL_COMPUTERS
        self._is_result_told = False
        self._waiting_since_s: float | None = None
        self._posted: set[str] = set()
        #: Whether the last Stop lets transfers come to their end.
        self.is_patient = False
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(STARTING_MS)
        self._hold.timeout.connect(self._finish_start)

    # --- what is --------------------------------------------------------------------------------------------------

    @property
    def state(self) -> SessionState:
        """As the window shows it."""
        if self._is_starting:
            return SessionState.STARTING
        if self._work.is_running("stop"):
            return SessionState.STOPPING
        return self._status.state

    @property
    def is_at_rest(self) -> bool:
        return self.state.is_at_rest

    @property
    def status(self) -> SessionStatus:
        """As of the last tick."""
        return self._status

    @property
    def is_rehearsal(self) -> bool:
        """Whether what is shown is, or was, a rehearsal."""
        return self._is_rehearsal

    @property
    def is_observing(self) -> bool:
        """Whether what begins, runs or ends sends nothing."""
        return self._is_observing and not self.is_at_rest

    @property
    def is_for_computers(self) -> bool:
        """Whether computers are answered, or will be, or were until a moment ago."""
        return not self.is_at_rest and not self._is_observing

    @property
    def may_start(self) -> bool:
        """At rest, or only listening."""
        return self.is_at_rest or self.state is SessionState.OBSERVING

    @property
    def listed_computers(self) -> int:
        """Computers in the room; 0 for no list."""
        return self._rehearsed if self._is_rehearsal else self._choices.profile.room.expected

    def waited_s(self, now_s: float) -> float:
        """Since serving or observing began."""
        return 0.0 if self._waiting_since_s is None else now_s - self._waiting_since_s

    # --- what to do -----------------------------------------------------------------------------------------------

    def press(self) -> None:
        """The big button: Start, Stop or Stop now. Nothing while starting."""
        match self.state:
            case SessionState.STARTING:
                return
            case SessionState.STOPPING:
                self.stop_now()
            case SessionState.STOPPED | SessionState.FAILED | SessionState.OBSERVING:
                self.start()
            case _:
                self.stop()

    def observe(self) -> None:
        """Listen and send nothing. Does nothing unless at rest."""
        if self.is_at_rest:
            work = partial(self._kit.observe, self._choices.profile, self._choices.base)
            self._begin(work, is_rehearsal=False, is_observing=True)

    def press_observe(self) -> None:
        """The button beside: observe, or end that. Nothing while it begins or ends."""
        if self.state is SessionState.OBSERVING:
            self.stop()
        else:
            self.observe()

    def start(self) -> None:
        """Serve the room. Does nothing unless at rest or observing, which ends."""
        self._begin(partial(self._kit.start, self._choices.profile, self._choices.base), is_rehearsal=False)

    def rehearse(self, computers: int = REHEARSAL_COMPUTERS) -> None:
        """Boot a classroom of software. Does nothing unless at rest."""
        if not self.is_at_rest:
            return
        self._rehearsed = computers
        self._begin(partial(self._kit.start_rehearsal, computers), is_rehearsal=True)

    def stop(self) -> None:
        """End serving; running transfers get their time."""
        self._stop(partial(self._kit.stop), is_patient=False)

    def stop_by_itself(self, reason: str) -> None:
        """End serving because of what was asked for before; running transfers come to their end. reason: a clause."""
        self._stop(partial(self._kit.stop, reason=reason), is_patient=True)

    def _stop(self, stop: partial[StopReport], *, is_patient: bool) -> None:
        if self.is_at_rest or self._is_starting:
            return
        if self._work.start("stop", stop, self._on_stopped):
            self.is_patient = is_patient
            self._bridge.wake()
            self.changed.emit()

    def stop_now(self) -> None:
        """Give the running transfers no more time."""
        self._kit.stop_now()

    def show_tick(self, tick: Tick) -> None:
        """Take one look at the session."""
        was = self._status.state
        self._status = tick.status
        is_open = tick.status.state in (SessionState.SERVING, SessionState.OBSERVING)
        if self._is_starting or tick.status.state.is_at_rest:
            self._waiting_since_s = None
        elif is_open and self._waiting_since_s is None:
            self._waiting_since_s = tick.now_s
        if tick.events.records:
            self._tell_faults(tick.events.records)
        if not self._is_starting:
            self._tell_result()
        if was is not tick.status.state:
            self.changed.emit()

    # --- inside ---------------------------------------------------------------------------------------------------

    def _begin(self, work: partial[None], *, is_rehearsal: bool, is_observing: bool = False) -> None:
        if not self.may_start or not self._work.start("start", work, self._on_started):
            return
        for key in list(self._posted):
            self._withdraw(key)
        self._is_starting, self._started, self._waiting_since_s = True, None, None
        self._is_rehearsal, self._is_observing, self._is_result_told = is_rehearsal, is_observing, False
        self._hold.start()
        self._bridge.wake()
        self.changed.emit()

    def _on_started(self, job: Job) -> None:
        self._started = job
        self._finish_start()

    def _finish_start(self) -> None:
        """Both must have come: the end of the work and the end of the shortest time."""
        job = self._started
        if job is None or self._hold.isActive() or not self._is_starting:
            return
        self._is_starting, self._started = False, None
        self._status = self._kit.session.status()
        if job.fault is not None:
            self._post_fault(job.fault, is_start=True)
            self._is_rehearsal = False
            self._is_observing = self._status.state is SessionState.OBSERVING  # It goes on where Start was refused.
            self.ended.emit()
        self._bridge.wake()
        self.changed.emit()

    def _on_stopped(self, job: Job) -> None:
        self._status = self._kit.session.status()
        for key in [each for each in self._posted if each.startswith(_SITE)]:
            self._withdraw(key)
        if job.fault is not None:
            self._post_fault(job.fault)
        elif isinstance(job.result, StopReport) and job.result.cut:
            who = ", ".join(map(str, job.result.cut))
            sentence = self.tr(
                "Stopped. {computers} did not get the whole file: {who}. Start and switch them on again."
            )
            count = words.computers(len(job.result.cut))
            self._post(Notice("cut", Gravity.NEEDS, sentence.format(computers=count, who=who)))
        self.changed.emit()
        self.ended.emit()

    def _tell_faults(self, records: tuple[Record, ...]) -> None:
        from fogportable.events import (
            FaultCleared,
            FaultRaised,
            PrivateNetworkYielded,
            SiteConflictFound,
            SiteConflictOver,
        )

        for record in records:
            event = record.event
            if isinstance(event, FaultRaised) and self._is_starting:
                continue  # Start says itself what it comes to.
            if isinstance(event, FaultRaised | PrivateNetworkYielded) and event.client is None:
                self._post_fault(event.fault)
            elif isinstance(event, FaultCleared):
                self._withdraw(_key(event.fault))
                self._post(Notice("back", Gravity.DONE, event.sentence()))
            elif isinstance(event, SiteConflictFound) and not event.kind.is_harmless:
                self._post(Notice(_site_key(event), Gravity.NEEDS, str(event.fault)))
            elif isinstance(event, SiteConflictOver):
                self._withdraw(_site_key(event))

    def _tell_result(self) -> None:
        if not self._is_rehearsal or self._is_result_told:
            return
        result = self._kit.rehearsal_result()
        if result is not None:
            self._is_result_told = True
            gravity = _GRAVITIES[result.verdict]
            self._post(Notice("rehearsal", gravity, result.sentence, self.tr("End rehearsal"), self.end_rehearsal))

    def end_rehearsal(self) -> None:
        """From the notice."""
        self._withdraw("rehearsal")
        self.stop()

    def _post_fault(self, fault: Fault, *, is_start: bool = False) -> None:
        begin = self.observe if self._is_observing else self.start
        again = (self.tr("Try again"), begin) if is_start else ("", None)
        is_over = is_start or fault.code is FaultCode.SERVICE_CRASHED
        gravity = Gravity.FAILED if is_over else Gravity.NEEDS
        self._post(Notice(_key(fault), gravity, str(fault), *again))

    def _post(self, notice: Notice) -> None:
        self._posted.add(notice.key)
        self.noticed.emit(notice)

    def _withdraw(self, key: str) -> None:
        self._posted.discard(key)
        self.withdrawn.emit(key)


def _site_key(event: SiteConflictFound | SiteConflictOver) -> str:
    return f"{_SITE}{event.interface}:{event.server}:{event.kind}"


def _key(fault: Fault) -> str:
    """Troubles of a card share one notice: the newest is what holds, and coming back ends it."""
    return "fault:card" if fault.code in _CARD_TROUBLES else f"fault:{fault.code}"
