"""What the serve bar says in every state: a shape, one word, one sentence and the words of the big button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fogportable.model import ClientStage, Finding, RoomEnd, SessionState, SessionStatus, Verdict
from fogportable.ui import words
from fogportable.ui.shapes import Shape, shape_of_state

if TYPE_CHECKING:
    from fogportable.room.progress import RoomProgress

_WORKING = (ClientStage.ASKING, ClientStage.LOADING, ClientStage.IMAGING)


@dataclass(frozen=True, slots=True)
class BarState:
    """button: with its mnemonic. is_primary: filled, the one thing to do next."""

    shape: Shape
    word: str
    sentence: str
    button: str
    is_primary: bool


@dataclass(frozen=True, slots=True)
class RoomCount:
    """The room in numbers. total: computers in the room, at least those heard; is_listed: the room has a number.

    would_boot, may_boot: while observing. end: what "done" means. left: the time left, in words, and figures: bytes on
    their way; both "" while unknown.
    """

    total: int
    done: int
    in_menu: int
    working: int
    need_you: int
    is_listed: bool
    would_boot: int = 0
    may_boot: int = 0
    end: RoomEnd = RoomEnd.HANDED_OVER
    left: str = ""
    figures: str = ""

    @property
    def is_all_done(self) -> bool:
        return self.is_listed and self.total > 0 and self.done == self.total


def count_room(stages: Sequence[ClientStage], listed: int) -> RoomCount:
    """stages: of all computers heard; those left alone do not count. listed: computers in the room, 0 for no list."""
    ours = [stage for stage in stages if stage is not ClientStage.LEFT_ALONE]
    return RoomCount(
        total=max(len(ours), listed),
        done=ours.count(ClientStage.HANDED_OVER) + ours.count(ClientStage.DONE),
        in_menu=ours.count(ClientStage.IN_MENU),
        working=sum(stage in _WORKING for stage in ours),
        need_you=ours.count(ClientStage.NEEDS_YOU) + ours.count(ClientStage.FAILED),
        is_listed=listed > 0,
        would_boot=ours.count(ClientStage.WOULD_BOOT),
        may_boot=ours.count(ClientStage.MAY_BOOT),
    )


def count_of(progress: RoomProgress) -> RoomCount:
    """The same of a room whose seats are known."""
    counts = progress.counts
    working = sum(counts.get(stage, 0) for stage in _WORKING)
    if progress.end is RoomEnd.FOG_DONE:
        working += counts.get(ClientStage.HANDED_OVER, 0)
    left_s, size = progress.left_s, progress.size_bytes
    return RoomCount(
        total=progress.total,
        done=progress.done,
        in_menu=counts.get(ClientStage.IN_MENU, 0),
        working=working,
        need_you=progress.need_you,
        is_listed=progress.is_listed,
        would_boot=counts.get(ClientStage.WOULD_BOOT, 0),
        may_boot=counts.get(ClientStage.MAY_BOOT, 0),
        end=progress.end,
        left="" if left_s is None else words.time_left(left_s, is_files_only=progress.is_files_only),
        figures=words.amount_of(progress.sent_bytes, size) if size else "",
    )


def describe_bar(
    state: SessionState,
    status: SessionStatus,
    count: RoomCount,
    findings: Sequence[Finding],
    *,
    is_rehearsing: bool,
    has_asked: bool = False,
    is_patient: bool = False,
    is_observing: bool = False,
    waited_s: float = 0.0,
) -> BarState:
    """state: as the window shows it, which may still be "starting" when the session already serves.

    has_asked: whether DHCP servers were asked, so that something was sent before Start. is_patient: Stop lets transfers
    come to their end. is_observing: what starts or stops is only listening. waited_s: since that began.
    """
    if is_observing and not state.is_at_rest:
        return _observing(state, count, waited_s)
    if state.is_at_rest:
        return _before_start(findings, has_served=status.since is not None or has_asked)
    word, sentence, button = _while_running(state, status, count, is_rehearsing=is_rehearsing, is_patient=is_patient)
    return BarState(shape_of_state(state), word, sentence, button, count.is_all_done and state is SessionState.SERVING)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ServeBar", text)


def _observing(state: SessionState, count: RoomCount, listened_s: float) -> BarState:
    """The big button goes on to serving; the small one ends this."""
    start, shape = _tr("&Start"), Shape.OBSERVING
    if state is SessionState.STARTING:
        sentence = _tr("Beginning to listen. Your system may ask for your password.")
        return BarState(Shape.STARTING, _tr("Starting"), sentence, start, False)
    if state is SessionState.STOPPING:
        return BarState(shape, _tr("Observing"), _tr("Nothing is sent. Listening ends."), start, False)
    age = _tr("for {time}").format(time=words.left(listened_s))
    if not count.would_boot + count.may_boot + count.need_you:
        sentence = _tr("Nothing is sent. Listening {age}; no computer has asked for network boot.").format(age=age)
        return BarState(shape, _tr("Observing"), sentence, start, True)
    parts = [_tr("Nothing is sent. Listening {age}").format(age=age)]
    parts.append(_tr("{count} would boot from here").format(count=count.would_boot))
    if count.may_boot:
        parts.append(_tr("{count} may boot from here").format(count=count.may_boot))
    if count.need_you:
        parts.append(
            _tr("1 needs you") if count.need_you == 1 else _tr("{count} need you").format(count=count.need_you)
        )
    return BarState(shape, _tr("Observing"), words.joined(parts), start, True)


def _before_start(findings: Sequence[Finding], *, has_served: bool) -> BarState:
    start = _tr("&Start")
    blocked = [each for each in findings if each.verdict is Verdict.BLOCKED]
    if blocked:
        return BarState(Shape.FAILED, _tr("Not ready"), _why_blocked(blocked), start, False)
    warnings = [each for each in findings if each.verdict is Verdict.WARNING]
    if not warnings:
        sentence = _tr("Stopped: nobody is answered now.") if has_served else _tr("Nothing has been sent.")
        return BarState(Shape.STOPPED, _tr("Ready"), sentence, start, True)
    word = (
        _tr("Ready, with one warning")
        if len(warnings) == 1
        else _tr("Ready, with {count} warnings").format(count=len(warnings))
    )
    return BarState(
        Shape.NEEDS_YOU, word, _tr("{warning} You can still start.").format(warning=warnings[0].sentence), start, True
    )


def _why_blocked(blocked: Sequence[Finding]) -> str:
    """The first obstacle with what to do about it, and how many more there are."""
    first, more = blocked[0], len(blocked) - 1
    remedy = next((each.remedy for each in first.faults if each.message == first.sentence), "")
    count = _tr("And {count} more below.").format(count=more) if more else ""
    return " ".join(filter(None, (first.sentence, remedy, count)))


def _while_running(
    state: SessionState, status: SessionStatus, count: RoomCount, *, is_rehearsing: bool, is_patient: bool
) -> tuple[str, str, str]:
    stop = _tr("S&top")
    match state:
        case SessionState.STARTING:
            sentence = _tr("Opening the boot ports. Your system may ask for your password.")
            return _tr("Starting"), sentence, _tr("Starting…")
        case SessionState.STOPPING:
            return _tr("Stopping"), _stopping(status.loading_computers, is_patient=is_patient), _tr("Stop no&w")
        case SessionState.PAUSED:
            return _tr("Paused"), _tr("Serving goes on by itself when the network is back."), stop
        case _:
            word = _tr("Rehearsing") if is_rehearsing else _tr("Serving")
            return word, _serving(count), stop


def _stopping(loading: int, *, is_patient: bool) -> str:
    if loading == 0:
        return _tr("Closing the boot ports.")
    if is_patient:
        return _tr("Still loading: {computers}. They may finish; nobody new is answered.").format(
            computers=words.computers(loading)
        )
    if loading == 1:
        return _tr("1 computer is still loading; it gets up to 30 s to finish.")
    return _tr("{count} computers are still loading; they get up to 30 s to finish.").format(count=loading)


def _serving(count: RoomCount) -> str:
    if count.total == 0 or (count.done + count.in_menu + count.working + count.need_you == 0):
        return _tr("Waiting for the first computer.")
    if count.is_all_done:
        said = _tr("All {computers} are handed over. You can stop now.")
        if count.end is RoomEnd.FOG_DONE:
            said = _tr("All {computers} are done. You can stop now.")
        return said.format(computers=words.computers(count.total))
    said = _tr("{done} of {total} handed over")
    if count.end is RoomEnd.FOG_DONE:
        said = _tr("{done} of {total} done")
    parts = [said.format(done=count.done, total=count.total), count.left]
    if count.need_you:
        parts.append(
            _tr("1 needs you") if count.need_you == 1 else _tr("{count} need you").format(count=count.need_you)
        )
    if count.working:
        parts.append(_tr("{count} on the way").format(count=count.working))
    if count.in_menu:
        parts.append(_tr("{count} in the menu").format(count=count.in_menu))
    parts.append(count.figures)
    return words.joined(parts)
