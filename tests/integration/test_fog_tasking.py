"""Plans carried out on a FOG server of both generations: tasks made and found, hosts registered, and how that fails."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fogportable.errors import FaultCode, FogError
from fogportable.fog.hosts import FogHost, find_hosts
from fogportable.fog.images import find_image
from fogportable.fog.plans import TaskOptions, plan_capture, plan_deploy, plan_wake
from fogportable.fog.tasks import TaskState, TaskType
from fogportable.foglink.api import FogApi
from fogportable.foglink.tasking import cancel, carry_out, register
from fogportable.protocol.address import MacAddress
from tests.fakes.fog.database import COMPLETE, FakeImage
from tests.fakes.fog.room import VERSIONS, api_of, fill_room
from tests.fakes.fog.server import FakeFog, fake_fog
from tests.fakes.fog.state import FogState, Trouble

_MAC = MacAddress.parse("52:54:00:aa:bb:01")


@pytest.fixture(params=VERSIONS)
def fog(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[FakeFog]:
    with fake_fog(tmp_path / "tftp", FogState(version=request.param)) as server:
        yield server


@pytest.fixture
def api(fog: FakeFog, tmp_path: Path) -> FogApi:
    return api_of(fog, tmp_path)


# --- tasks ------------------------------------------------------------------------------------------------------


def test_deploy_makes_tasks_and_finds_them(fog: FakeFog, api: FogApi) -> None:
    fill_room(fog, 3)
    machines = find_hosts(api.hosts(), ["lab-pc-03", "lab-pc-01"], fog.place)
    plan = plan_deploy(machines, api.images(), api.active_tasks(), options=TaskOptions(True, True, True))
    said: list[str] = []
    done = carry_out(api, plan, on_progress=said.append)
    assert [(task.host, task.state, task.type_number) for task in done.tasks] == [
        ("lab-pc-03", TaskState.QUEUED, 1),
        ("lab-pc-01", TaskState.QUEUED, 1),
    ]
    assert (done.is_whole, done.notes) == (True, ())
    assert said == ["lab-pc-03: 1 of 2", "lab-pc-01: 2 of 2"]
    assert fog.state.database.tasks[1].wanted == {
        "taskTypeID": 1,
        "shutdown": True,
        "wol": True,
        "deploySnapins": True,
    }


def test_another_image_is_given_to_the_host_before_the_task(fog: FakeFog, api: FogApi) -> None:
    fog.state.database.images[2] = FakeImage(2, "Debian")
    image = find_image(api.images(), "debian", fog.place)
    plan = plan_deploy(api.hosts(), api.images(), [], image=image)
    (task,) = carry_out(api, plan).tasks
    assert (task.host, task.image) == ("lab-pc-01", "Debian")
    assert [(method, page) for method, page, _ in fog.state.changes] == [
        ("PUT", "host/1/edit"),
        ("POST", "host/1/task"),
    ]


def test_capture_and_wake(fog: FakeFog, api: FogApi) -> None:
    (host,) = api.hosts()
    woken = carry_out(api, plan_wake([host]))
    assert (woken.woken, woken.tasks, fog.state.database.woken) == ((host,), (), [1])
    (task,) = carry_out(api, plan_capture(host, api.images(), [])).tasks
    assert task.type_number == TaskType.CAPTURE


def test_multicast_is_one_session_by_a_group_that_is_removed_again(fog: FakeFog, api: FogApi) -> None:
    fill_room(fog, 3)
    plan = plan_deploy(api.hosts(), api.images(), [], is_multicast=True)
    done = carry_out(api, plan, group_name="fog-portable-1")
    assert [(task.host, task.type_number) for task in done.tasks] == [
        ("lab-pc-01", 8),
        ("lab-pc-02", 8),
        ("lab-pc-03", 8),
    ]
    assert fog.state.database.sessions == {1: [1, 2, 3]}
    assert (fog.state.database.groups, fog.state.database.deleted_groups) == ({}, ["fog-portable-1"])
    assert (done.is_whole, done.notes) == (True, ())


def test_multicast_of_one_computer_needs_no_group(fog: FakeFog, api: FogApi) -> None:
    plan = plan_deploy(api.hosts(), api.images(), [], is_multicast=True)
    assert len(carry_out(api, plan, group_name="unused").tasks) == 1
    assert [page for _, page, _ in fog.state.changes] == ["host/1/task"]


def test_group_that_cannot_be_removed_is_said(fog: FakeFog, api: FogApi) -> None:
    fill_room(fog, 2)
    fog.state.statuses["group/1/delete"] = 500
    done = carry_out(api, plan_deploy(api.hosts(), api.images(), [], is_multicast=True), group_name="fog-portable-1")
    assert len(done.tasks) == 2
    assert [note.code for note in done.notes] == [FaultCode.FOG_GROUP_STAYS]
    assert "fog-portable-1" in done.notes[0].message


def test_group_of_a_refused_multicast_is_removed(fog: FakeFog, api: FogApi) -> None:
    fill_room(fog, 2)
    plan = plan_deploy(api.hosts(), api.images(), [], is_multicast=True)
    fog.state.database.make_task(2, 1)
    with pytest.raises(FogError) as refused:
        carry_out(api, plan, group_name="fog-portable-1")
    assert refused.value.code is FaultCode.FOG_API_REFUSED
    assert fog.state.database.deleted_groups == ["fog-portable-1"]


def test_one_host_that_is_refused_does_not_stop_the_others(fog: FakeFog, api: FogApi) -> None:
    fill_room(fog, 3)
    plan = plan_deploy(api.hosts(), api.images(), [])
    # Somebody else was faster.
    fog.state.database.make_task(2, 2)
    done = carry_out(api, plan)
    assert [task.host for task in done.tasks] == ["lab-pc-01", "lab-pc-03"]
    ((host, fault),) = done.refused
    assert (host.name, done.untried, done.is_whole) == ("lab-pc-02", (), False)
    assert "Host is already a member of an active task" in fault.message


def test_nothing_made_is_the_first_refusal(fog: FakeFog, api: FogApi) -> None:
    plan = plan_deploy(api.hosts(), api.images(), [])
    fog.state.database.make_task(1, 2)
    with pytest.raises(FogError) as refused:
        carry_out(api, plan)
    assert refused.value.code is FaultCode.FOG_API_REFUSED


def test_server_that_goes_away_in_the_middle_leaves_the_rest_untried(fog: FakeFog, api: FogApi) -> None:
    fill_room(fog, 4)
    plan = plan_deploy(api.hosts(), api.images(), [])
    fog.state.troubles["host/2/task"] = Trouble.MUTE
    done = carry_out(api, plan, find_s=0.0)
    assert [task.host for task in done.tasks] == ["lab-pc-01"]
    assert [(host.name, fault.code) for host, fault in done.refused] == [("lab-pc-02", FaultCode.FOG_CUT_OFF)]
    assert [host.name for host in done.untried] == ["lab-pc-03", "lab-pc-04"]


def test_task_whose_answer_was_lost_is_found_all_the_same(fog: FakeFog, api: FogApi) -> None:
    fill_room(fog, 2)
    plan = plan_deploy(api.hosts(), api.images(), [])
    fog.state.troubles["host/2/task"] = Trouble.LOST
    done = carry_out(api, plan)
    assert [task.host for task in done.tasks] == ["lab-pc-01", "lab-pc-02"]
    assert done.is_whole


def test_task_that_does_not_show_itself_is_said(fog: FakeFog, api: FogApi) -> None:
    plan = plan_deploy(api.hosts(), api.images(), [])
    fog.state.bodies["host/1/task"] = b'""'
    done = carry_out(api, plan, find_s=0.0)
    assert (done.tasks, done.is_whole) == ((), True)
    assert [note.code for note in done.notes] == [FaultCode.FOG_TASK_NOT_SEEN]


def test_cancel_is_seen_to_be_done(fog: FakeFog, api: FogApi) -> None:
    fill_room(fog, 3)
    fog.state.database.make_task(1, 1)
    fog.state.database.make_task(3, 8)
    done = cancel(api, api.hosts())
    assert [task.host for task in done.tasks] == ["lab-pc-01", "lab-pc-03"]
    assert done.notes == ()
    assert api.active_tasks() == ()
    assert [page for _, page, _ in fog.state.changes] == ["host/1/cancel", "host/3/cancel"]
    fog.state.keeps_cancelled = True
    fog.state.database.make_task(1, 1)
    stays = cancel(api, api.hosts(), find_s=0.0)
    assert [note.code for note in stays.notes] == [FaultCode.FOG_TASK_STAYS]
    assert stays.tasks == ()


def test_single_task_is_cancelled(fog: FakeFog, api: FogApi) -> None:
    number = fog.state.database.make_task(1, 1).number
    api.cancel_task(number)
    task = api.task(number)
    assert task is not None
    assert task.state is TaskState.CANCELLED


def test_progress_moves_to_the_end(fog: FakeFog, api: FogApi) -> None:
    (task,) = carry_out(api, plan_deploy(api.hosts(), api.images(), [])).tasks
    database = fog.state.database
    database.check_in(task.number)
    assert api.active_tasks()[0].state is TaskState.CHECKED_IN
    database.report(task.number, 80)
    assert api.active_tasks()[0].percent == 80.0
    database.finish(task.number)
    assert api.active_tasks() == ()
    over = api.task(task.number)
    assert over is not None
    assert over.is_over
    assert database.tasks[task.number].state == COMPLETE


# --- hosts ------------------------------------------------------------------------------------------------------


def test_hosts_are_registered(fog: FakeFog, api: FogApi) -> None:
    macs = [MacAddress.parse("52:54:00:aa:bb:0a"), MacAddress.parse("52:54:00:aa:bb:0b")]
    done = register(api, ["lab-10", "lab-11"], [[macs[0]], [macs[1]]], api.images()[0])
    assert done.hosts == (
        FogHost(2, "lab-10", (macs[0],), 1, "Win10-Base"),
        FogHost(3, "lab-11", (macs[1],), 1, "Win10-Base"),
    )
    assert [host.name for host in api.hosts()] == ["lab-10", "lab-11", "lab-pc-01"]
    two = (MacAddress.parse("52:54:00:aa:bb:0c"), MacAddress.parse("52:54:00:aa:bb:0d"))
    (plain,) = register(api, ["lab-12"], [two]).hosts
    assert (plain.image_number, plain.macs) == (None, two)


def test_host_that_fog_does_not_make_does_not_stop_the_others(fog: FakeFog, api: FogApi) -> None:
    machines = [[MacAddress(bytes([2, 0, 0, 0, 0, number]))] for number in (1, 2, 3)]
    done = register(api, ["lab-1", "lab-pc-01", "lab-3"], machines)
    assert [host.name for host in done.hosts] == ["lab-1", "lab-3"]
    assert [(name, fault.code) for name, fault in done.refused] == [("lab-pc-01", FaultCode.FOG_API_REFUSED)]
    fog.state.troubles["host/create"] = Trouble.MUTE
    with pytest.raises(FogError) as refused:
        register(api, ["lab-4", "lab-5"], [[MacAddress(bytes([2, 0, 0, 0, 0, number]))] for number in (4, 5)])
    assert refused.value.code is FaultCode.FOG_CUT_OFF
    assert len([page for _, page, _ in fog.state.changes if page == "host/create"]) == 3


def test_address_that_fog_knows_is_not_registered_again(fog: FakeFog, api: FogApi) -> None:
    with pytest.raises(FogError) as refused:
        register(api, ["other"], [[_MAC]])
    assert refused.value.code is FaultCode.FOG_HOST_KNOWN
    assert "lab-pc-01" in refused.value.fault.message
    assert fog.state.changes == []


def test_name_that_is_taken_and_field_that_is_missing_are_told_in_fogs_words(fog: FakeFog, api: FogApi) -> None:
    mac = MacAddress.parse("52:54:00:aa:bb:0a")
    for name, words in (("lab-pc-01", "Already created."), ("", "Required database field is empty.")):
        with pytest.raises(FogError) as refused:
            api.register(name, [mac])
        assert refused.value.code is FaultCode.FOG_API_REFUSED
        assert words in refused.value.fault.message
