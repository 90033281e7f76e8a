"""Who is done in a room that is served for FOG, by FOG's word or a person's, and what is told of it."""

from __future__ import annotations

import threading
from ipaddress import IPv4Address

import pytest

from fogportable.errors import FaultCode, FogError
from fogportable.events import (
    Event,
    FogProgress,
    FogReset,
    FogTasksSeen,
    FogTasksUnseen,
    SmallLinuxAsked,
    TransferFinished,
)
from fogportable.fog.tasks import TaskState
from fogportable.model import FinishedComputer, FogLight, FogMode, FogPlan
from fogportable.protocol.address import MacAddress
from fogportable.session import fog_room
from fogportable.session.finished import MOST_FINISHED, FinishedComputers
from fogportable.session.fog_room import FogRoom
from fogportable.session.fog_tasks import TaskReport

MAC = MacAddress.parse("52:54:00:aa:bb:01")
OTHER = MacAddress.parse("52:54:00:aa:bb:02")
PLAN = FogPlan(FogMode.RELAY, IPv4Address("10.0.0.5"), "http://10.0.0.5/fog/")


class Tasks:
    """Answers looks with what it was given, one after the other; the last one again and again."""

    def __init__(self, *answers: tuple[TaskReport, ...] | FogError) -> None:
        self._answers = list(answers)
        self.is_through = threading.Event()

    def look(self) -> tuple[TaskReport, ...]:
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if len(self._answers) == 1:
            self.is_through.set()
        if isinstance(answer, FogError):
            raise answer
        return answer

    def close(self) -> None:
        """Nothing to break off."""


class Room:
    """A FOG room and what it told. known: who has a row."""

    def __init__(self, plan: FogPlan = PLAN, known: frozenset[MacAddress] = frozenset({MAC})) -> None:
        self.events: list[Event] = []
        self.shown: list[tuple[MacAddress, str]] = []
        self.numbers: dict[MacAddress, str] = {}
        self.fog = FogRoom(
            self.events.append,
            known.__contains__,
            lambda mac, words: self.shown.append((mac, words)),
            lambda mac: self.numbers.get(mac, ""),
        )
        self.plan = plan

    def hear(self, monkeypatch: pytest.MonkeyPatch, *answers: tuple[TaskReport, ...] | FogError) -> list[Event]:
        """Run the watch until it has heard all of these, twice the last."""
        monkeypatch.setattr(fog_room, "_LOOK_S", 0.001)
        monkeypatch.setattr(fog_room, "_AFTER_FAILURE_S", 0.001)
        tasks = Tasks(*answers, answers[-1])
        crashes: list[Exception] = []
        self.fog.begin(self.plan, tasks, crashes.append)
        assert tasks.is_through.wait(5)
        self.fog.end()
        assert crashes == []
        return self.events


def report(state: TaskState, number: int = 7, mac: MacAddress = MAC) -> TaskReport:
    return TaskReport(number, mac, state, f"Deploy, {state.name.lower()}")


def test_a_task_lights_imaging_then_done_and_its_computer_goes_to_its_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    room = Room()
    events = room.hear(
        monkeypatch,
        (report(TaskState.QUEUED),),
        (report(TaskState.IN_PROGRESS),),
        (report(TaskState.IN_PROGRESS),),
        (report(TaskState.COMPLETE),),
        (),
    )
    assert [(each.light, each.client) for each in events if isinstance(each, FogProgress)] == [
        (FogLight.IMAGING, MAC),
        (FogLight.DONE, MAC),
    ]
    assert room.fog.finished.computers() == (FinishedComputer(MAC),)
    # The same state again is no event, but its percent is shown.
    assert room.shown[0] == (MAC, "Deploy, in_progress")


def test_the_imaging_systems_first_request_lights_the_kernel() -> None:
    room = Room()
    asked = SmallLinuxAsked(client=MAC, interface="eth0", vendor_class="udhcp 1.36.1")
    room.fog.note(asked)
    assert room.events == [], "without a FOG server it is any small Linux"
    room.fog.begin(PLAN, None, lambda _: None)
    room.fog.note(asked)
    assert room.events == [FogProgress(client=MAC, light=FogLight.KERNEL, words="udhcp 1.36.1")]


def test_done_lights_but_sends_nobody_to_its_disk_where_the_room_does_not_want_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    room = Room(FogPlan(FogMode.POINT, PLAN.address, PLAN.url, finishes_to_disk=False))
    events = room.hear(monkeypatch, (report(TaskState.COMPLETE),))
    assert [each.light for each in events if isinstance(each, FogProgress)] == [FogLight.DONE]
    assert room.fog.finished.computers() == ()


def test_a_cancelled_task_is_not_done(monkeypatch: pytest.MonkeyPatch) -> None:
    room = Room()
    assert room.hear(monkeypatch, (report(TaskState.CANCELLED),)) == []
    assert room.fog.finished.computers() == ()


def test_a_new_task_in_fog_lets_a_finished_computer_boot_again(monkeypatch: pytest.MonkeyPatch) -> None:
    room = Room()
    room.fog.finish(MAC)
    events = room.hear(monkeypatch, (report(TaskState.QUEUED, number=8),))
    assert [type(each) for each in events] == [FogProgress, FogReset]
    assert room.fog.finished.computers() == ()


def test_computers_that_were_never_heard_here_get_no_row_but_go_to_their_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    room = Room()
    assert room.hear(monkeypatch, (report(TaskState.COMPLETE, mac=OTHER),)) == []
    assert [each.mac for each in room.fog.finished.computers()] == [OTHER]


def test_trouble_of_the_api_is_said_once_and_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = FogError(FaultCode.FOG_API_OFF, address="10.0.0.5")
    events = Room().hear(monkeypatch, gone, gone, (report(TaskState.IN_PROGRESS),))
    assert [type(each) for each in events] == [FogTasksUnseen, FogTasksSeen, FogProgress]


def test_scripts_that_were_loaded_light_their_lights() -> None:
    room = Room()
    room.fog.begin(PLAN, None, lambda bug: None)
    for file in ("ipxe.efi", "default.ipxe", "fog-reached.ipxe"):
        room.fog.note(
            TransferFinished(
                client=MAC,
                transfer_id=1,
                address=IPv4Address("10.0.0.9"),
                file=file,
                size_bytes=1,
                duration_s=0.1,
                retransmits=0,
                block_size=512,
                window_size=1,
            )
        )
    assert [each.light for each in room.events if isinstance(each, FogProgress)] == [FogLight.SCRIPT, FogLight.SERVER]


def test_a_person_finishes_and_resets_once() -> None:
    room = Room()
    for step in (room.fog.finish, room.fog.finish, room.fog.reset, room.fog.reset):
        step(MAC)
    assert [type(each) for each in room.events] == [FogProgress, FogReset]
    assert "somebody said" in room.events[0].sentence()


def test_what_fog_is_done_with_is_the_machine_that_used_the_address_last(monkeypatch: pytest.MonkeyPatch) -> None:
    room = Room()
    room.numbers[MAC] = "4c4c4544-0038-3610-8052-b4c04f4a4d31"
    room.hear(monkeypatch, (report(TaskState.COMPLETE),))
    (done,) = room.fog.finished.computers()
    assert (done.mac, str(done.uuid)) == (MAC, room.numbers[MAC])


def test_finished_computers_are_bounded_and_the_oldest_go_first() -> None:
    finished = FinishedComputers()
    macs = [MacAddress(bytes((2, 0, 0, 0, number >> 8, number & 255))) for number in range(MOST_FINISHED + 1)]
    for mac in macs:
        assert finished.add(mac)
    assert [each.mac for each in finished.computers()] == macs[1:]
    assert not finished(macs[0].octets, b"")
    assert finished(macs[1].octets, b"")
