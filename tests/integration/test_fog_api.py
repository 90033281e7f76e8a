"""The API of a FOG server, of both generations: what it knows, what it is told to do, and how that goes wrong."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fogportable.errors import FaultCode, FogError
from fogportable.fog.api import Tokens
from fogportable.fog.hosts import FogGroup, FogHost, find_hosts
from fogportable.fog.images import FogImage, find_image
from fogportable.fog.multicast import MulticastSession
from fogportable.fog.plans import TaskOptions, plan_capture, plan_deploy, plan_wake
from fogportable.fog.storage import StorageGroup, StorageNode
from fogportable.fog.tasks import TaskState, TaskType
from fogportable.foglink.api import FogApi
from fogportable.foglink.tasking import cancel, carry_out, register
from fogportable.foglink.trust import PinBoard
from fogportable.foglink.web import Web
from fogportable.protocol.address import MacAddress
from tests.fakes.fog.database import COMPLETE, FakeImage, FakeNode
from tests.fakes.fog.server import FakeFog, fake_fog
from tests.fakes.fog.state import FogState, Trouble

_MAC = MacAddress.parse("52:54:00:aa:bb:01")
_TIMEOUT_S = 2.0


@pytest.fixture(params=["1.5.8", "1.6.0-beta.2229"])
def fog(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[FakeFog]:
    with fake_fog(tmp_path / "tftp", FogState(version=request.param)) as server:
        yield server


@pytest.fixture
def api(fog: FakeFog, tmp_path: Path) -> FogApi:
    return _api(fog, tmp_path)


def _api(fog: FakeFog, folder: Path, tokens: Tokens | None = None) -> FogApi:
    right = Tokens(fog.state.api_token, fog.state.user_token)
    return FogApi.of(Web(fog.address, PinBoard(folder), _TIMEOUT_S), tokens or right)


def _room(fog: FakeFog, count: int) -> None:
    """Hosts lab-pc-01, made by the state, and those after it."""
    fog.state.database.adopt(fog.state.hosts)
    for number in range(2, count + 1):
        fog.state.database.make_host(f"lab-pc-{number:02}", [f"52:54:00:aa:bb:{number:02x}"], image=1)


# --- reading ----------------------------------------------------------------------------------------------------


def test_everything_is_read_in_the_shape_of_the_generation(fog: FakeFog, api: FogApi) -> None:
    database = fog.state.database
    _room(fog, 2)
    database.images[2] = FakeImage(2, "Debian", size="", is_enabled=False, is_protected=True)
    database.make_group("lab", [1, 2], None)
    database.nodes[2] = FakeNode(2, "annex", host="10.0.0.9", most_clients=3, is_master=False, is_enabled=False)
    database.sessions[1] = [1, 2]
    first, second = api.hosts()
    assert (first.name, first.macs, first.image_number, first.image) == ("lab-pc-01", (_MAC,), 1, "Win10-Base")
    assert second.name == "lab-pc-02"
    debian, windows = api.images()
    assert (debian.is_enabled, debian.is_protected, debian.is_captured) == (False, True, False)
    assert (windows.size_bytes, windows.storage_group) == (8_589_934_592, "default")
    assert api.groups() == (FogGroup(1, "lab", "", 2),)
    assert {kind.number for kind in api.task_types()} >= set(TaskType)
    (session,) = api.sessions()
    assert isinstance(session, MulticastSession)
    assert (session.port, session.clients) == (63102, 2)
    main, annex = api.storage_nodes()
    assert main == StorageNode(1, "DefaultMember", 1, fog.place, "/images", "fog", 10, True, True)
    assert (annex.host, annex.most_clients, annex.is_enabled, annex.is_master) == ("10.0.0.9", 3, False, False)
    (group,) = api.storage_groups()
    assert (group.number, group.name) == (1, "default")
    assert isinstance(group, StorageGroup)
    assert api.setting("FOG_WEB_HOST") == "127.0.0.1"
    assert api.setting("FOG_WEB") is None


def test_task_of_a_row_without_names_gets_them(fog: FakeFog, api: FogApi) -> None:
    _room(fog, 2)
    task = fog.state.database.make_task(2, 1)
    fog.state.database.report(task.number, 12.5)
    (found,) = api.active_tasks()
    assert (found.host, found.mac, found.image, found.kind) == (
        "lab-pc-02",
        "52:54:00:aa:bb:02",
        "Win10-Base",
        "Deploy",
    )
    assert (found.percent, found.rate, found.remaining) == (12.5, "1.20GB/min", "00:02:00")
    assert (found.state, found.node_number) == (TaskState.IN_PROGRESS, 1)


def test_token_of_1_6_stands_alone(tmp_path: Path) -> None:
    with fake_fog(tmp_path / "tftp", FogState(version="1.6.0-beta.2229")) as fog:
        assert len(_api(fog, tmp_path, Tokens(fog.state.bearer_token)).hosts()) == 1
        with pytest.raises(FogError) as refused:
            _api(fog, tmp_path, Tokens("fog_other")).hosts()
        assert refused.value.code is FaultCode.FOG_USER_TOKEN_WRONG


# --- tasks ------------------------------------------------------------------------------------------------------


def test_deploy_makes_tasks_and_finds_them(fog: FakeFog, api: FogApi) -> None:
    _room(fog, 3)
    machines = find_hosts(api.hosts(), ["lab-pc-03", "lab-pc-01"], fog.place)
    plan = plan_deploy(machines, api.images(), api.active_tasks(), options=TaskOptions(shuts_down=True, wakes=True))
    said: list[str] = []
    done = carry_out(api, plan, on_progress=said.append)
    assert [(task.host, task.state, task.type_number) for task in done.tasks] == [
        ("lab-pc-03", TaskState.QUEUED, 1),
        ("lab-pc-01", TaskState.QUEUED, 1),
    ]
    assert (done.is_whole, done.notes) == (True, ())
    assert said == ["lab-pc-03: 1 of 2", "lab-pc-01: 2 of 2"]
    assert fog.state.database.tasks[1].wanted == {"taskTypeID": 1, "shutdown": True, "wol": True}


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
    _room(fog, 3)
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
    _room(fog, 2)
    fog.state.statuses["group/1/delete"] = 500
    done = carry_out(api, plan_deploy(api.hosts(), api.images(), [], is_multicast=True), group_name="fog-portable-1")
    assert len(done.tasks) == 2
    assert [note.code for note in done.notes] == [FaultCode.FOG_GROUP_STAYS]
    assert "fog-portable-1" in done.notes[0].message


def test_group_of_a_refused_multicast_is_removed(fog: FakeFog, api: FogApi) -> None:
    _room(fog, 2)
    plan = plan_deploy(api.hosts(), api.images(), [], is_multicast=True)
    fog.state.database.make_task(2, 1)
    with pytest.raises(FogError) as refused:
        carry_out(api, plan, group_name="fog-portable-1")
    assert refused.value.code is FaultCode.FOG_API_REFUSED
    assert fog.state.database.deleted_groups == ["fog-portable-1"]


def test_one_host_that_is_refused_does_not_stop_the_others(fog: FakeFog, api: FogApi) -> None:
    _room(fog, 3)
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
    _room(fog, 4)
    plan = plan_deploy(api.hosts(), api.images(), [])
    fog.state.troubles["host/2/task"] = Trouble.MUTE
    done = carry_out(api, plan, find_s=0.0)
    assert [task.host for task in done.tasks] == ["lab-pc-01"]
    assert [(host.name, fault.code) for host, fault in done.refused] == [("lab-pc-02", FaultCode.FOG_CUT_OFF)]
    assert [host.name for host in done.untried] == ["lab-pc-03", "lab-pc-04"]


def test_task_whose_answer_was_lost_is_found_all_the_same(fog: FakeFog, api: FogApi) -> None:
    _room(fog, 2)
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
    _room(fog, 3)
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
    made = register(api, ["lab-10", "lab-11"], macs, api.images()[0])
    assert made == (
        FogHost(2, "lab-10", (macs[0],), 1, "Win10-Base"),
        FogHost(3, "lab-11", (macs[1],), 1, "Win10-Base"),
    )
    assert [host.name for host in api.hosts()] == ["lab-10", "lab-11", "lab-pc-01"]
    (plain,) = register(api, ["lab-12"], [MacAddress.parse("52:54:00:aa:bb:0c")])
    assert plain.image_number is None


def test_address_that_fog_knows_is_not_registered_again(fog: FakeFog, api: FogApi) -> None:
    with pytest.raises(FogError) as refused:
        register(api, ["other"], [_MAC])
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


# --- failures ---------------------------------------------------------------------------------------------------


def test_user_who_may_not_is_told_from_a_wrong_token(fog: FakeFog, api: FogApi) -> None:
    fog.state.is_admin = False
    assert len(api.hosts()) == 1
    with pytest.raises(FogError) as refused:
        api.storage_nodes()
    assert refused.value.code is FaultCode.FOG_NOT_ALLOWED
    assert "storagenode" in refused.value.fault.message
    fog.state.api_token = "b3RoZXI="
    with pytest.raises(FogError) as refused:
        api.storage_nodes()
    assert refused.value.code is FaultCode.FOG_API_TOKEN_WRONG


_CHANGES: list[Callable[[FogApi, FogHost], object]] = [
    lambda api, host: api.create_task(host, TaskType.DEPLOY),
    lambda api, host: api.register("new", [_MAC]),
    lambda api, host: api.assign_image(host, FogImage(1, "Win10-Base")),
    lambda api, host: api.create_group("g", [host], FogImage(1, "Win10-Base")),
    lambda api, host: api.cancel(host),
]
_PAGES = ["host/1/task", "host/create", "host/1/edit", "group/create", "host/1/cancel"]


@pytest.mark.parametrize(("change", "page"), list(zip(_CHANGES, _PAGES, strict=True)), ids=_PAGES)
@pytest.mark.parametrize(
    ("status", "code"),
    [
        (302, FaultCode.FOG_API_OFF),
        (401, FaultCode.FOG_USER_TOKEN_WRONG),
        (403, FaultCode.FOG_NOT_ALLOWED),
        (404, FaultCode.FOG_NO_SUCH_ENTRY),
        (417, FaultCode.FOG_PAGE_MISSING),
        (500, FaultCode.FOG_FAILED),
        (501, FaultCode.FOG_API_LACKS),
    ],
)
def test_status_of_a_change_becomes_its_fault(
    fog: FakeFog,
    api: FogApi,
    change: Callable[[FogApi, FogHost], object],
    page: str,
    status: int,
    code: FaultCode,
) -> None:
    fog.state.statuses[page] = status
    with pytest.raises(FogError) as refused:
        change(api, FogHost(1, "lab-pc-01"))
    assert refused.value.code is code
    assert refused.value.fault.remedy


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (Trouble.GONE, FaultCode.FOG_CUT_OFF),
        (Trouble.MUTE, FaultCode.FOG_CUT_OFF),
        (Trouble.NOISE, FaultCode.FOG_NOT_FOUND),
        (Trouble.WEB_PAGE, FaultCode.FOG_WEB_PAGE),
    ],
)
def test_trouble_with_a_change_becomes_its_fault(fog: FakeFog, api: FogApi, trouble: Trouble, code: FaultCode) -> None:
    fog.state.troubles["host/1/task"] = trouble
    with pytest.raises(FogError) as refused:
        api.create_task(FogHost(1, "lab-pc-01"), TaskType.DEPLOY)
    assert refused.value.code is code


def test_half_upgraded_server_is_named(fog: FakeFog, api: FogApi) -> None:
    fog.state.is_schema_old = True
    with pytest.raises(FogError) as refused:
        api.hosts()
    assert refused.value.code is FaultCode.FOG_HALF_UPGRADED
    fog.state.is_schema_old = False
    fog.state.bodies["host"] = b'{"error":"db"}'
    with pytest.raises(FogError) as refused:
        api.hosts()
    assert refused.value.code is FaultCode.FOG_HALF_UPGRADED


# --- breaking off -----------------------------------------------------------------------------------------------


def test_close_ends_the_question_that_is_asked_and_later_ones(fog: FakeFog, tmp_path: Path) -> None:
    api = FogApi.of(Web(fog.address, PinBoard(tmp_path), 60.0), Tokens(fog.state.api_token, fog.state.user_token))
    fog.state.troubles["host"] = Trouble.SLOW
    faults: list[FaultCode] = []

    def ask() -> None:
        try:
            api.hosts()
        except FogError as problem:
            faults.append(problem.code)

    thread = threading.Thread(target=ask)
    before_s = time.monotonic()
    thread.start()
    while not fog.state.asked:
        thread.join(0.01)
    api.close()
    thread.join(20)
    assert not thread.is_alive()
    assert time.monotonic() - before_s < 20
    fog.state.troubles.clear()
    ask()
    assert faults == [FaultCode.FOG_STOPPED, FaultCode.FOG_STOPPED]
    assert len(fog.state.asked) == 1


def test_close_ends_a_connection_that_does_not_come_about(fog: FakeFog, tmp_path: Path) -> None:
    """As to an address that nothing answers at: here a listener whose queue is full."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as server:
        port = server.getsockname()[1]
        fillers = []
        for _ in range(8):
            filler = socket.socket()
            filler.setblocking(False)
            filler.connect_ex(("127.0.0.1", port))
            fillers.append(filler)
        web = Web(type(fog.address)("127.0.0.1", port=port), PinBoard(tmp_path), 60.0)
        api = FogApi.of(web, Tokens("a", "b"))
        faults: list[FaultCode] = []

        def ask() -> None:
            try:
                api.hosts()
            except FogError as problem:
                faults.append(problem.code)

        thread = threading.Thread(target=ask)
        thread.start()
        thread.join(0.2)
        assert thread.is_alive()
        api.close()
        thread.join(20)
        assert not thread.is_alive()
        assert faults == [FaultCode.FOG_STOPPED]
        for filler in fillers:
            filler.close()
