"""What the laptop says of itself while it serves: only what is true and known, each trouble once."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from fogportable.errors import FaultCode
from fogportable.events import Event, KeptAwake, LaptopTrouble, LaptopTroubleOver
from fogportable.model import ClientSnapshot, ClientStage, RoomEnd
from fogportable.platform.battery import Power
from fogportable.session.laptop import LaptopWatch, RoomPace, disk_trouble, power_trouble, power_words, room_needs_min
from tests.fakes.session import make_client


def _room(done: int, others: int) -> list[ClientSnapshot]:
    clients = [make_client(place, ClientStage.HANDED_OVER) for place in range(done)]
    return [*clients, *(make_client(100 + place, ClientStage.LOADING) for place in range(others))]


def test_the_room_is_reckoned_with_by_its_pace_so_far() -> None:
    assert room_needs_min(_room(5, 1), 30, RoomEnd.HANDED_OVER, 600) == pytest.approx(50.0)
    assert room_needs_min(_room(5, 5), 0, RoomEnd.HANDED_OVER, 600) == pytest.approx(10.0)


@pytest.mark.parametrize(("done", "others", "listed"), [(0, 30, 30), (2, 28, 30), (5, 0, 0), (30, 0, 30)])
def test_nobody_knows_before_some_are_done_and_nothing_is_needed_after_all_are(
    done: int, others: int, listed: int
) -> None:
    assert room_needs_min(_room(done, others), listed, RoomEnd.HANDED_OVER, 600) is None


def test_the_pace_is_measured_from_the_first_computer_that_was_seen() -> None:
    clients: list[ClientSnapshot] = []
    now_s = 1000.0
    pace = RoomPace(lambda: clients, 30, lambda: RoomEnd.HANDED_OVER, lambda: now_s)
    assert pace.needs_min() is None
    now_s += 5000
    clients += _room(0, 5)
    assert pace.needs_min() is None
    now_s += 600
    clients[:] = _room(5, 0)
    assert pace.needs_min() == pytest.approx(50.0)


def test_a_computer_that_fog_is_done_with_is_done() -> None:
    done = [make_client(place, ClientStage.DONE) for place in range(3)]
    assert room_needs_min(done, 6, RoomEnd.FOG_DONE, 600) == pytest.approx(10.0)
    assert room_needs_min(_room(5, 1), 6, RoomEnd.FOG_DONE, 600) is None, "handed over is not done where FOG says it"


@pytest.mark.parametrize(
    ("power", "needs", "code"),
    [
        (None, 40.0, None),
        (Power(50.0, False), 40.0, None),
        (Power(50.0, True, 25.0), 40.0, FaultCode.BATTERY_TOO_SHORT),
        (Power(50.0, True, 39.0), 40.0, None),
        (Power(50.0, True, 25.0), None, None),
        (Power(50.0, True), 40.0, None),
        (Power(8.0, True), None, FaultCode.BATTERY_LOW),
        (Power(8.0, False), None, None),
        (Power(None, True, 9.0), None, FaultCode.BATTERY_LOW),
        (Power(None, True), None, None),
    ],
)
def test_a_battery_is_told_of_only_when_it_is_known_that_it_will_not_do(
    power: Power | None, needs: float | None, code: FaultCode | None
) -> None:
    fault = power_trouble(power, needs)
    assert (None if fault is None else fault.code) is code


@pytest.mark.parametrize(
    ("power", "words"),
    [
        (Power(48.2, True, 71.0), "This laptop runs on its battery: 48 %, about 70 min."),
        (Power(48.2, True), "This laptop runs on its battery: 48 %."),
        (Power(None, True), "This laptop runs on its battery."),
        (Power(80.0, False), "This laptop is plugged in, its battery has 80 %."),
        (Power(None, False), "This laptop is plugged in."),
    ],
)
def test_power_in_words(power: Power, words: str) -> None:
    assert power_words(power) == words


def test_the_sentence_names_both_times() -> None:
    fault = power_trouble(Power(40.0, True, 26.2), 38.5)
    assert fault is not None
    assert fault.message == "The battery lasts about 25 min, and the room needs about 40."


def test_a_disk_is_told_of_when_it_is_nearly_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert disk_trouble(tmp_path / "not" / "made") is None
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=12_300_000))
    fault = disk_trouble(tmp_path / "not" / "made")
    assert fault is not None
    assert fault.message.startswith("Only 12 MB are free")


class _Lock:
    def __init__(self, *, covers_lid: bool) -> None:
        self.covers_lid = covers_lid
        self.is_held = True
        self.releases = 0

    def release(self) -> None:
        self.is_held = False
        self.releases += 1


class _Watched:
    """A watch that is driven by hand. power: what the battery says next."""

    def __init__(self, folder: Path, lock: _Lock | None, power: Power | None) -> None:
        self.events: queue.Queue[Event] = queue.Queue()
        self.lock, self.power = lock, power
        self.locks_asked = 0
        self.watch = LaptopWatch(
            self.events.put,
            lambda: 60.0,
            lambda _: None,
            lock=self._ask,
            power=lambda: self.power,
            folder=lambda: folder,
        )

    def _ask(self, why: str) -> _Lock | None:
        assert why
        self.locks_asked += 1
        return self.lock

    def look(self) -> list[Event]:
        self.watch.on_deadline(0.0)
        return [self.events.get_nowait() for _ in range(self.events.qsize())]


@pytest.fixture
def lock() -> _Lock:
    return _Lock(covers_lid=True)


@pytest.fixture
def watched(tmp_path: Path, lock: _Lock) -> Iterator[_Watched]:
    made = _Watched(tmp_path, lock, Power(90.0, True, 300.0))
    yield made
    made.watch.stop()


def test_it_is_kept_awake_until_the_watch_ends(watched: _Watched, lock: _Lock) -> None:
    assert watched.look() == [KeptAwake(covers_lid=True)]
    assert watched.look() == []
    assert watched.locks_asked == 1
    watched.watch.start()
    watched.watch.stop()
    assert lock.releases == 1


def test_a_lock_that_was_ended_is_asked_for_again(watched: _Watched, lock: _Lock) -> None:
    watched.look()
    lock.is_held = False
    watched.lock = _Lock(covers_lid=True)
    assert watched.look() == [KeptAwake(covers_lid=True)]


def test_a_trouble_is_told_once_and_when_it_is_over(watched: _Watched) -> None:
    watched.look()
    watched.power = Power(50.0, True, 30.0)
    (trouble,) = watched.look()
    assert isinstance(trouble, LaptopTrouble)
    assert trouble.fault.code is FaultCode.BATTERY_TOO_SHORT
    watched.power = Power(49.0, True, 28.0)
    assert watched.look() == [], "another figure of the same trouble"
    watched.power = Power(49.0, False)
    assert watched.look() == [LaptopTroubleOver(fault=trouble.fault)]


@pytest.mark.parametrize(
    ("lock", "power", "code"),
    [
        (None, Power(90.0, False), FaultCode.LAPTOP_MAY_SLEEP),
        (_Lock(covers_lid=False), Power(90.0, False), FaultCode.LID_MAY_SLEEP),
        (None, None, None),
        (_Lock(covers_lid=False), None, None),
    ],
)
def test_only_a_laptop_that_may_sleep_is_warned_of(
    tmp_path: Path, lock: _Lock | None, power: Power | None, code: FaultCode | None
) -> None:
    watched = _Watched(tmp_path, lock, power)
    troubles = [event.fault.code for event in watched.look() if isinstance(event, LaptopTrouble)]
    watched.watch.stop()
    assert troubles == ([] if code is None else [code])
