"""The API of a FOG server, of both generations: what it knows, what it is told to do, and how that goes wrong."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fogportable.errors import FaultCode, FogError
from fogportable.fog.address import FogAddress
from fogportable.fog.api import Tokens
from fogportable.fog.hosts import FogGroup, FogHost
from fogportable.fog.images import FogImage
from fogportable.fog.multicast import MulticastSession
from fogportable.fog.storage import StorageGroup, StorageNode
from fogportable.fog.tasks import TaskState, TaskType
from fogportable.foglink.api import FogApi
from fogportable.foglink.storage import storage_of
from fogportable.foglink.trust import PinBoard, read_authority
from fogportable.foglink.web import Web
from fogportable.protocol.address import MacAddress
from tests.fakes.fog.database import DOMAIN_PASSWORD, NODE_PASSWORD, NODE_USER, FakeImage, FakeNode
from tests.fakes.fog.room import VERSIONS, api_of, fill_room
from tests.fakes.fog.server import TLS_FOLDER, FakeFog, fake_fog
from tests.fakes.fog.state import FogState, Trouble

_MAC = MacAddress.parse("52:54:00:aa:bb:01")


@pytest.fixture(params=VERSIONS)
def fog(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[FakeFog]:
    with fake_fog(tmp_path / "tftp", FogState(version=request.param)) as server:
        yield server


@pytest.fixture
def api(fog: FakeFog, tmp_path: Path) -> FogApi:
    return api_of(fog, tmp_path)


# --- reading ----------------------------------------------------------------------------------------------------


def test_everything_is_read_in_the_shape_of_the_generation(fog: FakeFog, api: FogApi) -> None:
    database = fog.state.database
    fill_room(fog, 2)
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


def test_nothing_that_is_read_has_a_secret(fog: FakeFog, api: FogApi) -> None:
    fog.state.database.make_task(1, 1)
    raw = [api.entries(page) for page in ("host", "storagenode", "storagegroup", "task/active", "multicastsession")]
    read = [api.hosts(), api.images(), api.storage_nodes(), api.storage_groups(), api.active_tasks(), api.task(1)]
    told = repr((raw, read, api, storage_of(api)))
    assert "DefaultMember" in told
    for secret in (NODE_PASSWORD, NODE_USER, DOMAIN_PASSWORD, fog.state.api_token, fog.state.user_token):
        assert secret not in told


def test_task_of_a_row_without_names_gets_them(fog: FakeFog, api: FogApi) -> None:
    fill_room(fog, 2)
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
        assert len(api_of(fog, tmp_path, Tokens(fog.state.bearer_token)).hosts()) == 1
        with pytest.raises(FogError) as refused:
            api_of(fog, tmp_path, Tokens("fog_other")).hosts()
        assert refused.value.code is FaultCode.FOG_USER_TOKEN_WRONG


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
        (417, FaultCode.FOG_API_REFUSED),
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


def test_order_over_https_reaches_a_server_whose_authority_is_pinned(tmp_path: Path) -> None:
    state = FogState()
    with fake_fog(tmp_path / "tftp", state, certificate="server.pem") as fog:
        pins = PinBoard(tmp_path / "pins")
        authority = read_authority((TLS_FOLDER / "authority.pem").read_bytes(), "authority.pem")
        api = FogApi.of(Web(fog.address, pins, 5.0), Tokens(state.api_token, state.user_token))
        with pytest.raises(FogError) as refused:
            api.hosts()
        assert refused.value.code is FaultCode.FOG_CERTIFICATE_UNKNOWN
        assert state.heads == []
        pins.pin("127.0.0.1", authority)
        api.create_task(api.hosts()[0], TaskType.DEPLOY)
        assert [task.host for task in api.active_tasks()] == ["lab-pc-01"]


def test_user_who_sees_no_hosts_sees_tasks_by_number(tmp_path: Path) -> None:
    with fake_fog(tmp_path / "tftp", FogState(version=VERSIONS[1])) as fog:
        api = api_of(fog, tmp_path)
        fill_room(fog, 1)
        fog.state.database.make_task(1, 1)
        fog.state.statuses["host"] = 403
        assert [(task.host, task.kind) for task in api.active_tasks()] == [("host 1", "Deploy")]
        fog.state.statuses["host"] = 500
        with pytest.raises(FogError):
            api.active_tasks()


# --- breaking off -----------------------------------------------------------------------------------------------


def _ask_into(api: FogApi, faults: list[FaultCode]) -> None:
    try:
        api.hosts()
    except FogError as problem:
        faults.append(problem.code)


def test_close_ends_the_question_that_is_asked_and_later_ones(fog: FakeFog, tmp_path: Path) -> None:
    api = api_of(fog, tmp_path, timeout_s=60.0)
    fog.state.troubles["host"] = Trouble.SLOW
    faults: list[FaultCode] = []

    thread = threading.Thread(target=_ask_into, args=(api, faults))
    before_s = time.monotonic()
    thread.start()
    while not fog.state.asked:
        thread.join(0.01)
    api.close()
    thread.join(20)
    assert not thread.is_alive()
    assert time.monotonic() - before_s < 20
    fog.state.troubles.clear()
    _ask_into(api, faults)
    assert faults == [FaultCode.FOG_STOPPED, FaultCode.FOG_STOPPED]
    assert len(fog.state.asked) == 1


def test_close_ends_a_handshake_that_does_not_come_to_an_end(tmp_path: Path) -> None:
    """A server that takes a connection and says nothing: TLS waits for its word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = FogAddress("127.0.0.1", "https", server.getsockname()[1])
        api = FogApi.of(Web(address, PinBoard(tmp_path), 60.0), Tokens("a", "b"))
        faults: list[FaultCode] = []
        thread = threading.Thread(target=_ask_into, args=(api, faults))
        thread.start()
        connection, _ = server.accept()
        # The first words of TLS: it waits for the answer now.
        assert connection.recv(5)
        api.close()
        thread.join(20)
        assert not thread.is_alive()
        connection.close()
    assert faults == [FaultCode.FOG_STOPPED]


def test_change_that_is_not_answered_in_time_is_one_fault(
    fog: FakeFog, api: FogApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fogportable.foglink.api._PATIENCE_S", 0.3)
    slow = FogApi(replace(api.web, timeout_s=0.3))
    fog.state.troubles["host/1/task"] = Trouble.SLOW
    with pytest.raises(FogError) as refused:
        slow.create_task(FogHost(1, "lab-pc-01"), TaskType.DEPLOY)
    assert refused.value.code is FaultCode.FOG_SLOW
    assert "host/1/task" in refused.value.fault.message


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
        web = Web(FogAddress("127.0.0.1", port=port), PinBoard(tmp_path), 60.0)
        api = FogApi.of(web, Tokens("a", "b"))
        faults: list[FaultCode] = []

        thread = threading.Thread(target=_ask_into, args=(api, faults))
        thread.start()
        thread.join(0.2)
        assert thread.is_alive()
        api.close()
        thread.join(20)
        assert not thread.is_alive()
        assert faults == [FaultCode.FOG_STOPPED]
        for filler in fillers:
            filler.close()
