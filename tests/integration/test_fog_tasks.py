"""`fogportable fog tasks` against a fake server: what runs, every change of it, and how it fails."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fogportable.cli.main import main
from fogportable.fog.api import Tokens
from fogportable.foglink.api import FogApi
from fogportable.foglink.trust import PinBoard
from fogportable.foglink.web import Web
from tests.fakes.fog.server import FakeFog, fake_fog
from tests.fakes.fog.state import FogState

_RUNNING: dict[str, object] = {
    "stateID": "3",
    "percent": "50.00",
    "bpm": "1.20GB/min",
    "timeElapsed": "00:01:10",
    "timeRemaining": "00:02:00",
}


@pytest.fixture(params=["1.5.8", "1.6.0-beta.2229"])
def fog(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[FakeFog]:
    with fake_fog(tmp_path / "tftp", FogState(version=request.param)) as server:
        yield server


@pytest.fixture(autouse=True)
def tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOGPORTABLE_FOG_API_TOKEN", FogState.api_token)
    monkeypatch.setenv("FOGPORTABLE_FOG_USER_TOKEN", FogState.user_token)


def _tasks(fog: FakeFog, *more: str) -> int:
    return main(["fog", "tasks", fog.url, "--timeout", "5", *more])


def test_active_tasks_are_shown(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    assert _tasks(fog) == 0
    assert capsys.readouterr().out == "No task is active.\n"
    fog.state.api_tasks = {4: {"stateID": "5"}, 2: _RUNNING, 1: {}}
    assert _tasks(fog) == 0
    assert capsys.readouterr().out.splitlines() == [
        "lab-pc-01: Deploy of Win10-Base, waits for the computer",
        "lab-pc-01: Deploy of Win10-Base, in progress, 50 %, 1.20GB/min, 00:02:00 left",
    ]


def test_active_tasks_as_json_hold_no_account(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    fog.state.api_tasks = {2: _RUNNING}
    assert _tasks(fog, "--json") == 0
    out = capsys.readouterr().out
    assert "<password>" not in out
    assert json.loads(out) == {
        "tasks": [
            {
                "number": 2,
                "host": "lab-pc-01",
                "mac": "52:54:00:aa:bb:01",
                "kind": "Deploy",
                "image": "Win10-Base",
                "state": "in_progress",
                "percent": 50.0,
                "rate": "1.20GB/min",
                "elapsed": "00:01:10",
                "remaining": "00:02:00",
                "storage_node": "DefaultMember" if fog.state.version == "1.5.8" else None,
            }
        ]
    }


def test_long_lists_are_fetched_page_by_page(tmp_path: Path) -> None:
    state = FogState(version="1.6.0-beta.2229", api_tasks={number: {} for number in range(1, 26)}, page_length=10)
    with fake_fog(tmp_path / "tftp", state) as fog:
        api = FogApi.of(Web(fog.address, PinBoard(tmp_path)), Tokens(state.api_token, state.user_token))
        assert [task.number for task in api.active_tasks()] == list(range(1, 26))
    assert len([target for target in state.asked if "task/active" in target]) == 3


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("is_api_on", False, "The API of the FOG server {place} is switched off."),
        ("api_token", "b3RoZXI=", "The FOG server {place} does not accept the API token."),
        ("user_token", "b3RoZXI=", "The FOG server {place} does not accept the user token."),
    ],
)
def test_refusals_are_told_with_their_remedy(
    fog: FakeFog, capsys: pytest.CaptureFixture[str], name: str, value: object, words: str
) -> None:
    setattr(fog.state, name, value)
    assert _tasks(fog) == 3
    message, remedy = capsys.readouterr().err.splitlines()
    assert message == words.format(place=fog.place)
    assert remedy


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (302, "fog_api_off"),
        (401, "fog_user_token_wrong"),
        (403, "fog_not_allowed"),
        (404, "fog_no_such_entry"),
        (417, "fog_api_refused"),
        (500, "fog_failed"),
        (501, "fog_api_lacks"),
    ],
)
def test_status_becomes_one_fault(fog: FakeFog, capsys: pytest.CaptureFixture[str], status: int, code: str) -> None:
    fog.state.statuses["task/active"] = status
    assert _tasks(fog, "--json") == 3
    assert json.loads(capsys.readouterr().out)["fault"]["code"] == code


def test_web_page_where_json_should_be(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    fog.state.bodies["task/active"] = b"<!DOCTYPE html><title>Login</title>"
    assert _tasks(fog, "--json") == 3
    assert json.loads(capsys.readouterr().out)["fault"]["code"] == "fog_web_page"


def test_without_tokens_nothing_is_asked_of_the_api(
    fog: FakeFog, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("FOGPORTABLE_FOG_API_TOKEN", "FOGPORTABLE_FOG_USER_TOKEN"):
        monkeypatch.delenv(name)
    assert _tasks(fog) == 3
    assert "none were given" in capsys.readouterr().err
    assert not any("task" in target for target in fog.state.asked)


class _Terminal:
    """stdin or stderr of a person."""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        return len(text)

    def flush(self) -> None:
        """Nothing is kept."""


def test_person_at_a_terminal_is_asked_for_tokens(
    fog: FakeFog, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("FOGPORTABLE_FOG_API_TOKEN", "FOGPORTABLE_FOG_USER_TOKEN"):
        monkeypatch.delenv(name)
    typed = iter([fog.state.api_token, fog.state.user_token])
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))
    monkeypatch.setattr(sys, "stdin", _Terminal())
    monkeypatch.setattr(sys, "stderr", _Terminal())
    assert _tasks(fog) == 0
    assert fog.state.api_token not in capsys.readouterr().out


# --- watching ---------------------------------------------------------------------------------------------------


class _Watch:
    """The command in a process of its own, line by line."""

    def __init__(self, fog: FakeFog) -> None:
        words = ["fog", "tasks", fog.url, "--watch", "--interval", "0.1", "--timeout", "5", "--json"]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "fogportable", *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            cwd=Path(__file__).parents[2],
        )

    def next(self) -> Any:
        assert self.process.stdout is not None
        return json.loads(self.process.stdout.readline())

    def interrupt(self) -> tuple[int, str]:
        self.process.send_signal(signal.SIGINT)
        _, err = self.process.communicate(timeout=20)
        return self.process.returncode, err


def test_watch_shows_each_change_and_outlives_a_server_that_fails(fog: FakeFog) -> None:
    fog.state.api_tasks = {1: {}}
    watch = _Watch(fog)
    try:
        first = watch.next()
        assert (first["task"]["number"], first["task"]["state"], first["is_over"]) == (1, "queued", False)
        fog.state.api_tasks = {1: _RUNNING}
        assert watch.next()["task"]["percent"] == 50.0
        fog.state.statuses["task/active"] = 500
        assert watch.next()["fault"]["code"] == "fog_failed"
        fog.state.api_tasks = {1: {**_RUNNING, "percent": "80"}}
        fog.state.statuses.clear()
        assert watch.next()["task"]["percent"] == 80.0
        fog.state.api_tasks = {1: {"stateID": "4"}, 2: {}}
        over, new = watch.next(), watch.next()
        assert (over["task"]["number"], over["task"]["state"], over["is_over"]) == (1, "complete", True)
        assert (new["task"]["number"], new["is_over"]) == (2, False)
        fog.state.api_tasks = {}
        gone = watch.next()
        assert (gone["task"]["number"], gone["task"]["state"], gone["is_over"]) == (2, "queued", True)
    finally:
        code, err = watch.interrupt()
    assert code == 130
    assert err == f"{fog.place} answers again.\n"


def test_watch_ends_when_its_tokens_are_taken_away(fog: FakeFog) -> None:
    fog.state.api_tasks = {1: {}}
    watch = _Watch(fog)
    try:
        watch.next()
        fog.state.user_token = "b3RoZXI="
        assert watch.next()["fault"]["code"] == "fog_user_token_wrong"
        assert watch.process.wait(20) == 3
    finally:
        watch.interrupt()
