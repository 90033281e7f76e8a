"""The fake FOG server against the records of a real one: what was asked of that one is asked of this one.

In the order of the recording, as each request changes what the next one finds. Values differ, such as times; status and
shape must not.
"""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.fakes.fog.database import Database
from tests.fakes.fog.server import FakeFog, fake_fog
from tests.fakes.fog.state import FogState
from tests.golden.fog_records import Recorded, records


@pytest.fixture
def fog(tmp_path: Path) -> Iterator[FakeFog]:
    with fake_fog(tmp_path / "tftp", FogState(hosts={}, database=Database(images={}))) as server:
        yield server


def _ask(fog: FakeFog, record: Recorded) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", fog.port, timeout=5)
    headers = {name: value for name, value in record.request_headers.items() if name != "host"}
    for name, value in (("fog-api-token", fog.state.api_token), ("fog-user-token", fog.state.user_token)):
        if name in headers:
            headers[name] = value
    try:
        connection.request(record.method, record.target, body=record.form.encode() or None, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def _shape(value: object) -> object:
    """Names and kinds, without the values."""
    if isinstance(value, dict):
        return {name: _shape(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_shape(each) for each in value[:1]]
    return type(value).__name__


def _finish(fog: FakeFog) -> None:
    for task in fog.state.database.tasks.values():
        fog.state.database.finish(task.number)


def _report(fog: FakeFog) -> None:
    fog.state.database.report(1, 50)


#: In the order in which they were made; with what happened before each.
_STORY: tuple[tuple[str, Callable[[FakeFog], None] | None], ...] = (
    ("01-api-no-token", None),
    ("02-api-token-only", None),
    ("03-api-ok", None),
    ("11-tasktype", None),
    ("10-host-list-empty", None),
    ("21-image-create", None),
    ("22-image-list", None),
    ("23-image-dup", None),
    ("30-host-create", None),
    ("31-host-list", None),
    ("50-task-deploy", None),
    ("51-task-active", None),
    ("53-task-deploy-again", None),
    ("53b-task-wrong-key", None),
    ("53c-task-host-missing", None),
    ("53d-task-cancel-by-task", None),
    ("65-api-task-after-progress", _report),
    ("54-task-capture", _finish),
    ("59-task-cancel", None),
    ("56-task-multicast-host", None),
    ("57-multicastsession", None),
    ("10host-ids", _finish),
    ("10host-names", None),
    ("10host-search-lab", None),
    ("10host-1-edit", None),
    ("10imaginglog", None),
    ("10ipxe", None),
    ("10plugin", None),
    ("10pxemenuoptions-names", None),
    ("10image-1", None),
    ("10image-99", None),
    ("10image-names", None),
    ("10image-search-Win", None),
    ("10imagetype", None),
    ("10os", None),
    ("10taskstate", None),
    ("10scheduledtask", None),
    ("10scheduledtask-current", None),
    ("10service-search-FOG_WEB_HOST", None),
    ("10nonsense", None),
    ("10user", None),
    ("10group-create", None),
    ("10group", None),
    ("10group-1-task", None),
    ("10task-current", None),
    ("10multicastsession-current", None),
    ("10group-1-cancel", None),
)


#: Told by other tests: the API off, or asked by somebody with a wrong token or a password.
_TOLD_ELSEWHERE = {"00-api-disabled", "04-api-basic", "05-api-bad-user"}


def test_every_record_of_the_api_is_in_the_story() -> None:
    of_the_api = {name for name, record in records().items() if not record.page.startswith(("service/ip", "status/"))}
    pages = {name for name in of_the_api if ".php" in records()[name].page}
    assert {name for name, _ in _STORY} == of_the_api - pages - _TOLD_ELSEWHERE


def test_fake_answers_as_the_recorded_server_did(fog: FakeFog) -> None:
    for name, before in _STORY:
        record = records()[name]
        if before is not None:
            before(fog)
        status, body = _ask(fog, record)
        assert (name, status) == (name, record.status)
        if not record.body.strip():
            assert (name, body.strip()) == (name, b"")
        elif name == "03-api-ok":
            assert body == b"success\n"
        else:
            assert (name, _shape(json.loads(body))) == (name, _shape(json.loads(record.body)))
