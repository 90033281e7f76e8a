"""Tasks as the API tells them, of both generations, and in words."""

from __future__ import annotations

import json

import pytest

from fogportable.fog.api import read_list, read_object, read_page
from fogportable.fog.hosts import FogHost
from fogportable.fog.tasks import (
    FogTask,
    TaskState,
    TaskType,
    is_named,
    read_task,
    read_task_type,
    task_words,
    with_host,
)
from fogportable.protocol.address import MacAddress
from tests.golden.fog_records import SERVER, records


def test_recorded_task_is_read_and_the_storage_nodes_account_is_not_kept() -> None:
    record = records()["51-task-active"]
    assert b"<password>" in record.body
    (entry,) = read_list(record.answer())
    assert "<password>" not in json.dumps(entry)
    task = read_task(entry)
    assert task == FogTask(
        1,
        "lab-pc-01",
        "Deploy",
        TaskState.QUEUED,
        "52:54:00:aa:bb:01",
        "Win10-Base",
        type_number=1,
        host_number=1,
        node_number=1,
        node="DefaultMember",
    )
    assert task_words(task) == "lab-pc-01: Deploy of Win10-Base, waits for the computer"
    assert "<password>" not in repr(task)


def test_recorded_task_in_progress() -> None:
    """The recorded report had a date before its rate, so that the figures stand one field late."""
    task = read_task(read_object(records()["65-api-task-after-progress"].answer()))
    assert task is not None
    assert (task.state, task.percent) == (TaskState.IN_PROGRESS, 50.0)


def test_multicast_of_a_group() -> None:
    (entry,) = read_list(records()["10task-current"].answer())
    task = read_task(entry)
    assert task is not None
    assert (task.number, task.kind, task.type_number) == (18, "Multi-Cast", TaskType.MULTICAST)
    assert (task.host_number, task.is_over) == (1, False)


def test_every_type_that_we_make_is_one_of_the_recorded_server() -> None:
    entries = read_list(records()["11-tasktype"].answer())
    types = {kind.number: kind for kind in map(read_task_type, entries) if kind is not None}
    assert len(types) == 21
    names = {kind: types[kind].name for kind in TaskType}
    assert list(names.values()) == ["Deploy", "Capture", "Multi-Cast", "Wake-Up"]
    assert (types[2].access, types[8].access) == ("host", "group")
    assert "'" in types[6].description
    assert "&#039;" not in types[6].description


def test_task_whose_row_has_only_numbers_gets_the_names_of_its_host() -> None:
    entry = {"id": 7, "hostID": 3, "typeID": 1, "stateID": 1}
    task = read_task(entry)
    assert task is not None
    assert not is_named(entry)
    mac = MacAddress.parse("52:54:00:00:00:03")
    named = with_host(task, {3: FogHost(3, "pc-3", (mac,), 1, "Win11")})
    assert task_words(named) == "pc-3: Deploy of Win11, waits for the computer"
    assert named.mac == str(mac)
    assert with_host(task, {}) == task


@pytest.mark.parametrize("state", TaskState)
def test_task_is_over_when_it_is_done_or_cancelled(state: TaskState) -> None:
    assert FogTask(1, "a", "Deploy", state).is_over is (state in (TaskState.COMPLETE, TaskState.CANCELLED))


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (
            {
                "id": 7,
                "typeID": 2,
                "stateID": 3,
                "host": {"name": "pc-7"},
                "percent": " 12.50",
                "bpm": "1.20GB/min",
                "timeRemaining": "00:02:00",
            },
            "pc-7: Capture, in progress, 12 %, 1.20GB/min, 00:02:00 left",
        ),
        ({"id": "7", "taskTypeID": "17", "stateID": "4", "hostID": "3"}, "host 3: Deploy - No Snapins, done"),
        ({"id": 7, "typeID": 99, "stateID": 9, "hostName": "pc"}, "pc: task type 99, in a state that is not known"),
        ({"id": 7, "stateID": 2, "host": []}, "host : task type 0, the computer is there and waits"),
        ({"id": 7, "stateID": 5, "percent": "many", "hostID": 1}, "host 1: task type 0, cancelled"),
        ({"id": 7, "stateID": 3, "percent": 250, "hostID": 1}, "host 1: task type 0, in progress, 100 %"),
    ],
)
def test_task_is_told_in_words(entry: dict[str, object], words: str) -> None:
    task = read_task(entry)
    assert task is not None
    assert task_words(task) == words


@pytest.mark.parametrize("entry", [{}, {"id": ""}, {"id": None}, {"id": "x"}, {"id": -1}, {"id": [1]}])
def test_entry_without_a_number_is_no_task(entry: dict[str, object]) -> None:
    assert read_task(entry) is None


def test_texts_of_a_server_are_bounded() -> None:
    task = read_task({"id": 1, "host": {"name": "x" * 10_000}})
    assert task is not None
    assert len(task.host) == 80


def test_page_says_how_long_the_list_is() -> None:
    answer = records()["51-task-active"].answer(SERVER)
    assert read_page(answer).total == 1
