"""The seam: what a tick pulls, when it runs and rests, and that no thread holds a QObject."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fogportable.errors import FaultCode, ServiceError
from fogportable.events import SessionStopping
from fogportable.model import SessionState
from fogportable.ui.app import Collector
from fogportable.ui.bridge import EVENTS_PER_TICK, MINIMISED_TICK_MS, TICK_MS, Bridge, Tick
from fogportable.ui.work import Job, Work
from tests.fakes.kit import FakeKit
from tests.fakes.session import make_client
from tests.gui.conftest import Clock


@pytest.fixture
def work() -> Work:
    return Work()


@pytest.fixture
def bridge(kit: FakeKit, work: Work, clock: Clock) -> Iterator[Bridge]:
    made = Bridge(kit, work, clock=clock)
    yield made
    made.stop()
    made.deleteLater()


@pytest.fixture
def ticks(bridge: Bridge) -> list[Tick]:
    seen: list[Tick] = []
    bridge.ticked.connect(seen.append)
    return seen


def test_tick_hands_on_one_batch(kit: FakeKit, bridge: Bridge, ticks: list[Tick], clock: Clock) -> None:
    kit.room.set_state(SessionState.SERVING)
    kit.room.rows = (make_client(1),)
    kit.room.append(SessionStopping(loading=0, drain_s=30))
    bridge.tick()
    assert len(ticks) == 1
    assert ticks[0].clients == kit.room.rows
    assert [record.sequence for record in ticks[0].events.records] == [1]
    assert ticks[0].now_s == clock.now_s


def test_every_event_is_handed_on_once(kit: FakeKit, bridge: Bridge, ticks: list[Tick]) -> None:
    kit.room.append(*(SessionStopping(loading=n, drain_s=30) for n in range(EVENTS_PER_TICK + 20)))
    for _ in range(3):
        bridge.tick()
    seen = [record.sequence for tick in ticks for record in tick.events.records]
    assert seen == list(range(1, EVENTS_PER_TICK + 21))
    assert max(len(tick.events.records) for tick in ticks) == EVENTS_PER_TICK


def test_another_session_is_read_from_its_beginning(kit: FakeKit, bridge: Bridge, ticks: list[Tick]) -> None:
    kit.room.append(SessionStopping(loading=0, drain_s=30))
    bridge.tick()
    kit.start_rehearsal(3)
    kit.session.append(SessionStopping(loading=1, drain_s=30))
    bridge.tick()
    bridge.tick()
    assert [tick.is_new_session for tick in ticks] == [True, True, False]
    assert [len(tick.events.records) for tick in ticks] == [1, 1, 0]


def test_rests_when_stopped_and_everything_is_read(kit: FakeKit, bridge: Bridge) -> None:
    bridge.wake()
    kit.room.append(SessionStopping(loading=0, drain_s=30))
    bridge.tick()
    assert bridge.is_running, "there may be more events"
    bridge.tick()
    assert not bridge.is_running


def test_goes_on_while_serving_or_working(kit: FakeKit, bridge: Bridge, work: Work) -> None:
    bridge.wake()
    kit.room.set_state(SessionState.SERVING)
    bridge.tick()
    assert bridge.is_running
    kit.room.set_state(SessionState.STOPPED)
    let_end = threading.Event()
    work.start("test", let_end.wait, _ignore)
    bridge.tick()
    assert bridge.is_running
    let_end.set()
    work.wait(5)
    bridge.tick()
    assert not bridge.is_running


def _ignore(_job: Job) -> None:
    pass


def test_looks_ten_times_a_second_and_once_when_minimised(bridge: Bridge) -> None:
    assert bridge.interval_ms == TICK_MS == 100
    bridge.set_minimised(True)
    assert bridge.interval_ms == MINIMISED_TICK_MS == 1000
    bridge.set_minimised(False)
    assert bridge.interval_ms == 100


def test_job_ends_at_a_poll_in_the_ui_thread(work: Work) -> None:
    ended: list[tuple[Job, threading.Thread]] = []

    def on_done(job: Job) -> None:
        ended.append((job, threading.current_thread()))

    assert work.start("sum", lambda: 2 + 3, on_done)
    work.wait(5)
    assert ended == []
    work.poll()
    assert ended[0][0].result == 5
    assert ended[0][1] is threading.main_thread()
    assert work.is_idle


def test_only_one_job_of_a_name_runs(work: Work) -> None:
    let_end = threading.Event()
    assert work.start("stop", let_end.wait, _ignore)
    assert not work.start("stop", let_end.wait, _ignore)
    let_end.set()
    work.wait(5)
    work.poll()
    assert work.start("stop", let_end.wait, _ignore)
    work.wait(5)
    work.poll()


def test_fault_of_a_job_comes_as_a_value(work: Work) -> None:
    ended: list[Job] = []

    def fail() -> None:
        raise ServiceError(FaultCode.PERMISSION_REFUSED)

    work.start("start", fail, ended.append)
    work.wait(5)
    work.poll()
    assert ended[0].fault is not None
    assert ended[0].fault.code is FaultCode.PERMISSION_REFUSED


def test_bug_in_a_job_is_logged_and_told(work: Work, expected_log: pytest.LogCaptureFixture) -> None:
    ended: list[Job] = []

    def fail() -> None:
        raise ZeroDivisionError("a bug")

    work.start("start", fail, ended.append)
    work.wait(5)
    work.poll()
    assert ended[0].fault is not None
    assert ended[0].fault.code is FaultCode.SERVICE_CRASHED
    assert "a bug" in expected_log.text


class _Source(QObject):
    told = Signal(int)


def test_two_thousand_signals_do_not_end_the_interpreter(qtbot: QtBot) -> None:
    """PySide6 6.12.0 aborts before Python 3.12 after some 570 of them; the dependencies leave it out."""
    source = _Source()
    heard: list[int] = []
    source.told.connect(heard.append)
    for number in range(2000):
        source.told.emit(number)
    assert len(heard) == 2000


def test_garbage_of_workers_is_collected_in_the_ui_thread(qapp: QApplication) -> None:
    collector = Collector(qapp)
    where: list[threading.Thread] = []

    def note(phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            where.append(threading.current_thread())

    gc.callbacks.append(note)
    try:
        worker = threading.Thread(target=_make_cycles)
        worker.start()
        worker.join()
        assert where == []
        collector.collect()
        assert set(where) == {threading.main_thread()}
    finally:
        gc.callbacks.remove(note)
        gc.enable()
        collector.deleteLater()


def _make_cycles() -> None:
    for _ in range(5000):
        cycle: list[object] = []
        cycle.append(cycle)
