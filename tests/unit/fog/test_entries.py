"""Hosts, images, groups, sessions and storage as the API tells them: every record, the shapes of 1.6, and nonsense."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.errors import FaultCode, FogError
from fogportable.fog.answer import Answer
from fogportable.fog.api import read_list, read_object
from fogportable.fog.entry import SECRET_FIELDS, parse_json
from fogportable.fog.hosts import FogGroup, FogHost, find_hosts, host_names, read_group, read_host
from fogportable.fog.images import FogImage, find_image, read_image
from fogportable.fog.multicast import MulticastSession, read_session
from fogportable.fog.storage import (
    DiskRoom,
    NodeLoad,
    StorageGroup,
    StorageNode,
    free_space_query,
    group_loads,
    read_free_space,
    read_storage_group,
    read_storage_node,
)
from fogportable.fog.tasks import FogTask, TaskState, read_task, read_task_type
from fogportable.protocol.address import MacAddress
from tests.golden.fog_records import SERVER, records

_MAC = MacAddress.parse("52:54:00:aa:bb:01")
_HOST = FogHost(1, "lab-pc-01", (_MAC,), 1, "Win10-Base")
_IMAGE = FogImage(1, "Win10-Base", "Win10Base", "Windows 10", "Single Disk - Resizable", storage_group="default")


def _only(name: str) -> Any:
    (entry,) = read_list(records()[name].answer())
    return entry


def _object(name: str) -> Any:
    return read_object(records()[name].answer())


# --- against the records ----------------------------------------------------------------------------------------


def test_recorded_hosts_are_read() -> None:
    deployed = FogHost(1, "lab-pc-01", (_MAC,), 1, "Win10-Base", last_deployed="2026-11-23 23:28:05")
    assert read_host(_only("31-host-list")) == _HOST
    assert read_host(_object("30-host-create")) == _HOST
    assert read_host(_only("10host-search-lab")) == deployed
    assert read_host(_object("10host-1-edit")) == deployed


def test_recorded_images_are_read() -> None:
    captured = FogImage(
        1, "Win10-Base", "Win10Base", "Windows 10", "Single Disk - Resizable", 8_589_934_592, storage_group="default"
    )
    assert read_image(_only("22-image-list")) == read_image(_object("21-image-create")) == _IMAGE
    assert read_image(_object("10image-1")) == read_image(_only("10image-search-Win")) == captured
    assert (_IMAGE.is_captured, captured.is_captured) == (False, True)


def test_recorded_groups_are_read() -> None:
    assert read_group(_only("10group")) == read_group(_object("10group-create")) == FogGroup(1, "lab", "", 1)


def test_recorded_sessions_are_read() -> None:
    second, first = (read_session(entry) for entry in read_list(records()["10multicastsession-current"].answer()))
    assert first == MulticastSession(1, "lab-pc-01", 63100, "Win10-Base", 1, 0, "", 1)
    assert second == MulticastSession(2, "lab", 65234, "Win10-Base", 0, 0, "", 1)
    # FOG wrote -1.
    session = read_session(_only("57-multicastsession"))
    assert session is not None
    assert session.clients is None


@pytest.mark.parametrize("name", ["51-task-active", "10task-current"])
def test_recorded_storage_node_is_read_without_its_account(name: str) -> None:
    node = read_storage_node(_only(name)["storagenode"])
    assert node == StorageNode(1, "DefaultMember", 1, "10.77.0.10", "/images", "fog", 10, True, True)
    assert b"<password>" in records()[name].body


# --- secrets ----------------------------------------------------------------------------------------------------


def test_no_secret_leaves_the_parser_at_any_depth() -> None:
    secrets: Any = dict.fromkeys(SECRET_FIELDS, "geheim") | {"PASS": "geheim", "name": "a"}
    body = json.dumps({"data": [secrets, {"storagenode": secrets}], "masternode": {"deep": [[secrets]]}}).encode()
    assert b"geheim" in body
    said = parse_json(body)
    assert "geheim" not in repr(said)
    assert said == {"data": [{"name": "a"}, {"storagenode": {"name": "a"}}], "masternode": {"deep": [[{"name": "a"}]]}}


@pytest.mark.parametrize(
    "body",
    [
        b'{"count":1,"storagenodes":[{"pass":"geheim"',
        b'[{"pass":"geheim"}]',
        b'PHP Notice: pass=geheim\n{"count":0}',
        b'{"count":1,"storagenodes":"geheim"}',
    ],
)
def test_broken_answer_of_the_api_puts_nothing_of_itself_into_the_log(body: bytes) -> None:
    with pytest.raises(FogError) as refused:
        read_list(Answer(SERVER, "storagenode", 200, "application/json", body=body))
    assert "geheim" not in refused.value.fault.message + refused.value.fault.detail + repr(refused.value)
    assert f"{len(body)} bytes" in refused.value.fault.detail


def test_words_of_a_refusal_are_told_without_an_account() -> None:
    words = "FTP connection failed, Host: 10.0.0.9, Username: fogproject, Password: geheim."
    body = json.dumps({"error": words}).encode()
    with pytest.raises(FogError) as refused:
        read_object(Answer(SERVER, "host/1/task", 500, body=body))
    message = refused.value.fault.message
    assert "FTP connection failed, Host: 10.0.0.9" in message
    assert "geheim" not in message
    assert "fogproject" not in message


# --- other shapes -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "host"),
    [
        (
            {"id": 7, "name": "pc-7", "primac": "52-54-00-AA-BB-01", "imageID": 3, "imagename": "Win11", "pending": 1},
            FogHost(7, "pc-7", (_MAC,), 3, "Win11", is_pending=True),
        ),
        (
            {"id": "7", "name": "r&amp;d", "macs": ["x", None, "52:54:00:aa:bb:02"], "imageID": "0", "deployed": "No"},
            FogHost(7, "r&d", (MacAddress.parse("52:54:00:aa:bb:02"),)),
        ),
        ({"id": 7}, FogHost(7, "host 7")),
        ({"id": 7, "name": ["a"], "image": "x", "macs": {}, "imageID": True}, FogHost(7, "host 7")),
        ({"id": 7, "name": "a" * 500}, FogHost(7, "a" * 80)),
    ],
)
def test_host_of_any_shape_is_read(entry: dict[str, object], host: FogHost) -> None:
    assert read_host(entry) == host


@pytest.mark.parametrize("entry", [{}, {"id": ""}, {"id": None}, {"id": "-1"}, {"id": True}, {"id": [1]}])
@pytest.mark.parametrize(
    "read", [read_host, read_group, read_image, read_session, read_storage_group, read_storage_node]
)
def test_entry_without_a_number_is_nothing(read: Any, entry: dict[str, object]) -> None:
    assert read(entry) is None


@pytest.mark.parametrize(
    ("written", "size"),
    [
        ("", None),
        ("0", None),
        ("524288000:8589934592:", 9_114_222_592),
        ("8589934592.5", 8_589_934_592),
        ("many", None),
    ],
)
def test_size_of_an_image_is_the_sum_of_its_partitions(written: str, size: int | None) -> None:
    image = read_image({"id": 1, "name": "a", "size": written})
    assert image is not None
    assert image.size_bytes == size


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ('{"count":1,"hosts":[{"id":"1"}]}', 1),
        ('{"_lang":"host","_count":1,"hosts":[{"id":1}]}', 1),
        ('{"_lang":"host","_count":0}', 0),
        ('{"data":[],"recordsFiltered":0}', 0),
        ('{"count":2,"hosts":[{"id":1}],"others":[]}', None),
        ('{"hosts":[{"id":1}]}', None),
        ('{"_count":3}', None),
        ('{"data":{"id":1}}', None),
    ],
)
def test_list_of_either_generation_is_read_and_what_is_none_refused(body: str, count: int | None) -> None:
    answer = Answer(SERVER, "host", 200, "application/json", body=body.encode())
    if count is None:
        with pytest.raises(FogError):
            read_list(answer)
    else:
        assert len(read_list(answer)) == count


# --- finding and naming -----------------------------------------------------------------------------------------


def test_hosts_are_found_by_name_and_address_each_once_in_that_order() -> None:
    other = FogHost(2, "Lab-PC-02", (MacAddress.parse("52:54:00:aa:bb:02"),))
    found = find_hosts([_HOST, other], ["lab-pc-02", "52-54-00-AA-BB-01", "LAB-PC-01"], "fog")
    assert found == (other, _HOST)
    with pytest.raises(FogError) as refused:
        find_hosts([_HOST], ["lab-pc-01", "nobody", "52:54:00:00:00:09"], "fog")
    assert refused.value.code is FaultCode.FOG_HOST_UNKNOWN
    assert "nobody, 52:54:00:00:00:09" in refused.value.fault.message


def test_image_is_found_by_its_name_before_its_number() -> None:
    odd = FogImage(9, "1")
    assert find_image([_IMAGE, odd], "win10-base", "fog") is _IMAGE
    assert find_image([_IMAGE, odd], "1", "fog") is odd
    assert find_image([_IMAGE], "1", "fog") is _IMAGE
    with pytest.raises(FogError) as refused:
        find_image([_IMAGE], "Win12", "fog")
    assert refused.value.code is FaultCode.FOG_IMAGE_UNKNOWN


def _macs(count: int) -> list[MacAddress]:
    return [MacAddress(bytes([0x52, 0x54, 0, 0, 0xAB, number])) for number in range(1, count + 1)]


@pytest.mark.parametrize(
    ("pattern", "taken", "names"),
    [
        ("lab-##", [], ["lab-01", "lab-02"]),
        ("lab-##", ["LAB-01", "lab-03"], ["lab-02", "lab-04"]),
        ("pc-@", [], ["pc-00ab01", "pc-00ab02"]),
        ("r#-@", [], ["r1-00ab01", "r2-00ab02"]),
    ],
)
def test_names_are_made_of_a_pattern(pattern: str, taken: list[str], names: list[str]) -> None:
    assert list(host_names(pattern, _macs(2), taken)) == names


def test_one_computer_needs_no_pattern_and_counting_goes_past_its_digits() -> None:
    assert host_names("server", _macs(1), []) == ("server",)
    assert host_names("a-#", _macs(11), [])[-2:] == ("a-10", "a-11")


@pytest.mark.parametrize(
    ("pattern", "taken", "problem"),
    [
        ("lab", [], "it has no ## for 2 computers"),
        ("lab pc ##", [], "lab pc 01 is not 1 to 15 letters"),
        ("-##", [], "-01 is not"),
        ("abcdefghijklmn##", [], "abcdefghijklmn01 is not"),
        ("pc-@", ["PC-00ab02"], "the name pc-00ab02 is taken"),
        ("", [], "it has no ##"),
    ],
)
def test_pattern_that_gives_no_names_is_refused(pattern: str, taken: list[str], problem: str) -> None:
    with pytest.raises(FogError) as refused:
        host_names(pattern, _macs(2), taken)
    assert refused.value.code is FaultCode.FOG_NAME_PATTERN
    assert problem in refused.value.fault.message


# --- storage ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "room"),
    [
        (b'{"free":231130000000,"used":32610000000}', DiskRoom(231_130_000_000, 32_610_000_000)),
        (b'{"free":"231130000000","used":"0"}', DiskRoom(231_130_000_000, 0)),
        # A unit that nobody stated is not guessed.
        (b'{"free":"231.13 GiB","used":true}', DiskRoom()),
        (b'{"free":-1,"used":null}', DiskRoom()),
    ],
)
def test_free_space_is_read_in_octets(body: bytes, room: DiskRoom) -> None:
    assert read_free_space(Answer(SERVER, "status/freespace.php", 200, body=body)) == room


@pytest.mark.parametrize("body", [b"", b"null", b"[]", b'{"free":1}', b"<html>"])
def test_answer_without_free_space_is_a_fault(body: bytes) -> None:
    with pytest.raises(FogError):
        read_free_space(Answer(SERVER, "status/freespace.php", 200, body=body))


def test_path_of_free_space_goes_in_base64() -> None:
    assert free_space_query("/images") == "path=L2ltYWdlcw%3D%3D"


def test_groups_have_their_nodes_their_images_and_what_they_serve() -> None:
    groups = [StorageGroup(1, "default"), StorageGroup(2, "annex", nodes=(7,))]
    nodes = [
        NodeLoad(StorageNode(1, "main", 1, most_clients=10)),
        NodeLoad(StorageNode(2, "off", 1, most_clients=5, is_enabled=False)),
        NodeLoad(StorageNode(7, "far", None, most_clients=3)),
    ]
    tasks = [
        FogTask(1, "a", "Deploy", TaskState.IN_PROGRESS, node_number=1),
        FogTask(2, "b", "Deploy", TaskState.QUEUED, node_number=1),
        FogTask(3, "c", "Deploy", TaskState.CHECKED_IN, node_number=1),
        FogTask(4, "d", "Deploy", TaskState.COMPLETE, node_number=1),
        FogTask(5, "e", "Wake-Up", TaskState.IN_PROGRESS),
    ]
    default, annex = group_loads(groups, nodes, tasks, [("Win10", "default"), ("Linux", "annex")])
    assert [(each.node.number, each.running, each.waiting) for each in default.nodes] == [(1, 1, 2), (2, 0, 0)]
    assert (default.most_clients, default.running, default.images) == (10, 1, ("Win10",))
    assert ([each.node.number for each in annex.nodes], annex.images) == ([7], ("Linux",))


# --- anything at all --------------------------------------------------------------------------------------------

_LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
_WORDS = (
    "id name data count hosts recordsFiltered macs primac host image imageID stateID typeID percent size ip "
    "maxClients isMaster allnodes storagenode type state deployed error pass"
)
_NAMES = st.sampled_from(_WORDS.split())
_JSON = st.recursive(
    _LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_NAMES, inner, max_size=6), max_leaves=20
)
_READERS = (
    read_host,
    read_group,
    read_image,
    read_session,
    read_storage_group,
    read_storage_node,
    read_task,
    read_task_type,
)


@given(said=_JSON, status=st.sampled_from([200, 200, 200, 302, 401, 403, 404, 417, 500, 501]))
def test_whatever_the_api_says_is_read_or_one_fault(said: object, status: int) -> None:
    answer = Answer(SERVER, "host", status, "application/json", body=json.dumps(said).encode())
    try:
        entries = read_list(answer)
    except FogError:
        return
    for entry in entries:
        for read in _READERS:
            found = read(entry)
            assert found is None or isinstance(found.number, int)
