"""The command line's work with a FOG server: lists, registering, tasks with their confirmation, cancelling, login."""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fogportable.cli import fog_login
from fogportable.cli.main import main
from fogportable.foglink import tokens as token_module
from fogportable.platform.vault import Vault
from tests.fakes.fog.database import CANCELLED, COMPLETE, DOMAIN_PASSWORD, NODE_PASSWORD, NODE_USER, FakeImage, FakeNode
from tests.fakes.fog.room import VERSIONS, fill_room
from tests.fakes.fog.server import FakeFog, fake_fog
from tests.fakes.fog.state import FogState, Trouble


@pytest.fixture(params=VERSIONS)
def fog(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[FakeFog]:
    with fake_fog(tmp_path / "tftp", FogState(version=request.param)) as server:
        fill_room(server, 3)
        yield server


@pytest.fixture(autouse=True)
def tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOGPORTABLE_FOG_API_TOKEN", FogState.api_token)
    monkeypatch.setenv("FOGPORTABLE_FOG_USER_TOKEN", FogState.user_token)


def _fog(fog: FakeFog, action: str, *more: str) -> int:
    return main(["fog", action, fog.url, "--timeout", "5", *more])


def _json(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


class _Terminal:
    """stdin or stdout of a person, who types one line."""

    def __init__(self, typed: str = "") -> None:
        self.typed = typed
        self.said: list[str] = []

    def isatty(self) -> bool:
        return True

    def readline(self) -> str:
        return f"{self.typed}\n"

    def write(self, text: str) -> int:
        self.said.append(text)
        return len(text)

    def flush(self) -> None:
        """Nothing is kept."""


# --- lists ------------------------------------------------------------------------------------------------------


def test_hosts_images_and_groups_are_listed(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    fog.state.database.images[2] = FakeImage(2, "Debian", size="", is_protected=True, is_enabled=False)
    fog.state.database.make_group("lab", [1, 2, 3], None)
    assert _fog(fog, "hosts") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "lab-pc-01  52:54:00:aa:bb:01  Win10-Base  never deployed"
    assert len(lines) == 3
    assert _fog(fog, "images") == 0
    debian, windows = capsys.readouterr().out.splitlines()
    assert debian.endswith("nothing captured  storage group default  switched off, protected")
    assert windows == "Win10-Base  Windows 10  8.6 GB            storage group default"
    assert _fog(fog, "groups", "--json") == 0
    assert _json(capsys) == {"groups": [{"number": 1, "name": "lab", "description": None, "hosts": 3}]}
    assert _fog(fog, "hosts", "--json") == 0
    assert _json(capsys)["hosts"][1] == {
        "number": 2,
        "name": "lab-pc-02",
        "macs": ["52:54:00:aa:bb:02"],
        "image": "Win10-Base",
        "image_number": 1,
        "last_deployed": None,
        "is_pending": False,
    }


def test_empty_list_is_said(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    assert _fog(fog, "groups") == 0
    assert capsys.readouterr().out == "There are no groups.\n"


def test_storage_shows_who_serves_what_and_its_room(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    database = fog.state.database
    database.nodes[2] = FakeNode(2, "annex", host="127.0.0.2:9", most_clients=3, is_master=False)
    database.nodes[3] = FakeNode(3, "old", is_enabled=False, is_master=False)
    database.storage_groups[2] = "empty"
    database.report(database.make_task(1, 1).number, 10)
    database.make_task(2, 1)
    assert _fog(fog, "storage") == 0
    first, main_node, annex, old, second, none = capsys.readouterr().out.splitlines()
    assert first == "default: serves Win10-Base; 1 of 13 computers at a time"
    assert main_node == (
        f"  DefaultMember ({fog.place}, master): 1 running, 1 waiting, at most 10; 231.1 GB free of 263.7 GB"
    )
    assert annex.startswith(
        "  annex (127.0.0.2:9): 0 running, 0 waiting, at most 3; free space unknown: The FOG server"
    )
    assert old.endswith("switched off")
    assert (second, none) == ("empty: serves no image; 0 of 0 computers at a time", "  It has no node.")
    assert _fog(fog, "storage", "--json") == 0
    group = _json(capsys)["storage"][0]
    assert (group["running"], group["most_clients"], group["images"]) == (1, 13, ["Win10-Base"])
    assert group["nodes"][0]["free_bytes"] == 231_130_000_000
    assert group["nodes"][1]["trouble"]["code"] == "fog_unreachable"


def test_tokens_are_sent_to_the_server_and_to_no_storage_node(fog: FakeFog, tmp_path: Path) -> None:
    with fake_fog(tmp_path / "node") as node:
        node.state.web_root = "fog"
        fog.state.database.nodes[2] = FakeNode(2, "annex", host=node.place.replace("127.0.0.1", "localhost"))
        assert _fog(fog, "storage") == 0
        assert [target.partition("?")[0] for target in node.state.asked] == ["/fog/status/freespace.php"]
        assert not [
            name for headers in node.state.heads for name in headers if "token" in name or name == "authorization"
        ]


# --- registering ------------------------------------------------------------------------------------------------


def test_computers_are_registered_by_a_pattern(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    macs = ["52:54:00:00:00:0a,52:54:00:00:00:0b", "52:54:00:00:00:0c"]
    assert _fog(fog, "register", *macs, "--name", "lab-pc-##", "--image", "Win10-Base", "--json") == 0
    made = _json(capsys)
    assert [(host["name"], host["macs"], host["image"]) for host in made["hosts"]] == [
        ("lab-pc-04", ["52:54:00:00:00:0a", "52:54:00:00:00:0b"], "Win10-Base"),
        ("lab-pc-05", ["52:54:00:00:00:0c"], "Win10-Base"),
    ]
    assert (made["refused"], made["untried"]) == ([], [])


def test_computer_that_is_registered_is_told(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    assert _fog(fog, "register", "52:54:00:aa:bb:01", "--name", "new") == 3
    assert "has a host with 52:54:00:aa:bb:01 already: lab-pc-01." in capsys.readouterr().err
    assert fog.state.changes == []


# --- tasks ------------------------------------------------------------------------------------------------------


def test_deploy_needs_the_number_of_computers(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    for more in ((), ("--yes", "1"), ("--yes", "3")):
        assert _fog(fog, "deploy", "lab-pc-01", "lab-pc-02", *more) == 1
        said = capsys.readouterr()
        assert "Write the image Win10-Base over the disks of 2 computers: lab-pc-01, lab-pc-02." in said.out
        assert "! What is on the disks of 2 computers is lost, and Win10-Base is written over it." in said.out
        assert "  FOG itself chooses the storage node, in the group default" in said.out
        assert "it was not confirmed that 2 computers shall be worked on" in said.err
    assert fog.state.changes == []
    assert _fog(fog, "deploy", "lab-pc-01", "lab-pc-02", "--yes", "2") == 0
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "lab-pc-01: Deploy of Win10-Base, waits for the computer",
        "lab-pc-02: Deploy of Win10-Base, waits for the computer",
    ]


@pytest.mark.parametrize(("typed", "code"), [("1", 0), ("2", 1), ("", 1), ("yes", 1)])
def test_person_types_the_number(fog: FakeFog, monkeypatch: pytest.MonkeyPatch, typed: str, code: int) -> None:
    screen = _Terminal()
    monkeypatch.setattr(sys, "stdin", _Terminal(typed))
    monkeypatch.setattr(sys, "stdout", screen)
    assert _fog(fog, "deploy", "lab-pc-02", "--shutdown") == code
    said = "".join(screen.said)
    assert "the disk of 1 computer: lab-pc-02" in said
    assert "Type the number of computers to go on: " in said
    assert len(fog.state.database.tasks) == (1 if code == 0 else 0)


def test_deploy_as_json_never_asks(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    assert _fog(fog, "deploy", "lab-pc-01", "--json") == 1
    assert _json(capsys)["fault"]["code"] == "fog_not_confirmed"
    assert _fog(fog, "deploy", "lab-pc-01", "--json", "--yes", "1") == 0
    said = _json(capsys)
    assert (said["plan"]["type"], said["plan"]["destroys"], said["plan"]["hosts"]) == ("deploy", True, ["lab-pc-01"])
    assert [(task["host"], task["state"]) for task in said["tasks"]] == [("lab-pc-01", "queued")]


def test_every_machine_is_named_before_the_number_is_asked_for(
    fog: FakeFog, capsys: pytest.CaptureFixture[str]
) -> None:
    fill_room(fog, 12)
    names = [host.name for host in fog.state.database.hosts.values()]
    assert len(names) > 8
    assert _fog(fog, "deploy", *names) == 1
    said = capsys.readouterr().out
    assert [name for name in names if name not in said] == []


def test_multicast_to_a_selection(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    assert _fog(fog, "multicast", "lab-pc-01", "52-54-00-AA-BB-03", "--yes", "2", "--json") == 0
    assert [task["host"] for task in _json(capsys)["tasks"]] == ["lab-pc-01", "lab-pc-03"]
    ((name,),) = [fog.state.database.deleted_groups]
    assert name.startswith("fog-portable-2")


def test_capture_asks_only_where_something_is_written_over(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    fog.state.database.images[2] = FakeImage(2, "New", size="")
    assert _fog(fog, "capture", "lab-pc-01") == 1
    assert "What is in the image Win10-Base is lost" in capsys.readouterr().out
    assert _fog(fog, "capture", "lab-pc-01", "--image", "New") == 0
    assert "lab-pc-01: Capture of New, waits for the computer" in capsys.readouterr().out


def test_wake_and_cancel(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    assert _fog(fog, "wake", "lab-pc-01", "lab-pc-03") == 0
    assert fog.state.database.woken == [1, 3]
    assert "lab-pc-03: FOG was told to wake it." in capsys.readouterr().out
    assert _fog(fog, "cancel", "lab-pc-01") == 0
    assert capsys.readouterr().out == "None of these computers has a task.\n"
    fog.state.database.make_task(1, 1)
    assert _fog(fog, "cancel", "lab-pc-01", "lab-pc-02") == 0
    assert capsys.readouterr().out == "lab-pc-01: Deploy is cancelled.\n"
    assert fog.state.database.active_task(1) is None


def test_what_cannot_be_is_told_before_anything_is_done(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    fog.state.database.make_task(2, 2)
    for words, code in (
        (["deploy", "nobody", "--yes", "1"], "fog_host_unknown"),
        (["deploy", "lab-pc-01", "--image", "Win12", "--yes", "1"], "fog_image_unknown"),
        (["multicast", "lab-pc-01", "lab-pc-02", "--yes", "2"], "fog_hosts_busy"),
        (["register", "52:54:00:00:00:0a", "--name", "much too long a name"], "fog_name_pattern"),
    ):
        assert _fog(fog, *words, "--json") == 3
        assert _json(capsys)["fault"]["code"] == code
    assert fog.state.changes == []


def test_server_that_goes_away_in_the_middle_tells_what_was_done(
    fog: FakeFog, capsys: pytest.CaptureFixture[str]
) -> None:
    fog.state.troubles["host/2/task"] = Trouble.MUTE
    assert _fog(fog, "deploy", "lab-pc-01", "lab-pc-02", "lab-pc-03", "--yes", "3", "--json") == 1
    said = _json(capsys)
    assert [task["host"] for task in said["tasks"]] == ["lab-pc-01"]
    assert [(each["host"], each["fault"]["code"]) for each in said["refused"]] == [("lab-pc-02", "fog_cut_off")]
    assert said["untried"] == ["lab-pc-03"]


@pytest.mark.parametrize(("state", "code"), [("complete", 0), ("cancelled", 1)])
def test_watch_ends_when_the_tasks_are_over(fog: FakeFog, state: str, code: int) -> None:
    words = ["fog", "deploy", fog.url, "lab-pc-01", "--yes", "1", "--watch", "--interval", "0.1", "--json"]
    process = subprocess.Popen(
        [sys.executable, "-m", "fogportable", *words],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    try:
        (made,) = json.loads(process.stdout.readline())["tasks"]
        # Of another computer nothing is told.
        fog.state.database.make_task(3, 1)
        fog.state.database.report(made["number"], 40)
        assert json.loads(process.stdout.readline())["task"]["percent"] == 40.0
        fog.state.database.tasks[made["number"]].state = COMPLETE if code == 0 else CANCELLED
        over = json.loads(process.stdout.readline())
        assert (over["task"]["state"], over["is_over"]) == (state, True)
        assert process.wait(20) == code
    finally:
        process.kill()
        process.communicate()


def test_program_that_is_ended_in_the_middle_says_where_to_look(fog: FakeFog) -> None:
    fog.state.troubles["host/2/task"] = Trouble.SLOW
    process = subprocess.Popen(
        [sys.executable, "-m", "fogportable", "fog", "deploy", fog.url, "lab-pc-01", "lab-pc-02", "--yes", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    try:
        waited = threading.Event()
        for _ in range(400):
            if any("host/2/task" in target for target in fog.state.asked):
                break
            waited.wait(0.05)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    finally:
        process.kill()
    assert process.returncode == 130
    assert f"Look with fogportable fog tasks {fog.place} at what it still did." in err
    assert len(fog.state.database.tasks) == 1


# --- tokens -----------------------------------------------------------------------------------------------------


class _Memory:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> _Memory:
    memory = _Memory()
    vault = Vault("Memory", memory)

    class Keeper(token_module.TokenKeeper):
        def __init__(self) -> None:
            super().__init__(lambda: vault)

    monkeypatch.setattr(fog_login, "TokenKeeper", Keeper)
    return memory


def _without_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FOGPORTABLE_FOG_API_TOKEN", "FOGPORTABLE_FOG_USER_TOKEN"):
        monkeypatch.delenv(name)


def test_login_keeps_tokens_and_logout_removes_them(
    fog: FakeFog, keyring: _Memory, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _fog(fog, "login") == 0
    assert capsys.readouterr().out == f"The tokens of {fog.place} are kept in the Memory.\n"
    assert list(keyring.kept.values()) == [f"{fog.state.api_token}\n{fog.state.user_token}"]
    _without_variables(monkeypatch)
    assert _fog(fog, "hosts") == 0
    assert _fog(fog, "logout", "--json") == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1]) == {"logout": {"server": fog.place, "was_kept": True}}
    assert keyring.kept == {}
    assert _fog(fog, "hosts") == 3
    assert "none were given" in capsys.readouterr().err


def test_wrong_tokens_are_not_kept(
    fog: FakeFog, keyring: _Memory, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOGPORTABLE_FOG_USER_TOKEN", "b3RoZXI=")
    assert _fog(fog, "login") == 3
    assert "does not accept the user token" in capsys.readouterr().err
    assert keyring.kept == {}


def test_without_a_keyring_login_says_so_before_it_asks(
    fog: FakeFog, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fog_login, "TokenKeeper", lambda: token_module.TokenKeeper(lambda: None))
    assert _fog(fog, "login") == 3
    assert "No keyring runs here" in capsys.readouterr().err
    assert fog.state.asked == []


def test_locked_keyring_is_told_and_where_a_person_sits_the_tokens_are_asked_for(
    fog: FakeFog, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Locked(_Memory):
        def get_password(self, service: str, username: str) -> str | None:
            raise PermissionError("locked")

    monkeypatch.setattr(
        fog_login, "TokenKeeper", lambda: token_module.TokenKeeper(lambda: Vault("Secret Service", Locked()))
    )
    _without_variables(monkeypatch)
    assert _fog(fog, "hosts") == 3
    assert "The keyring Secret Service did not do it: PermissionError." in capsys.readouterr().err
    typed = iter([fog.state.api_token, fog.state.user_token])
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))
    monkeypatch.setattr(sys, "stdin", _Terminal())
    monkeypatch.setattr(sys, "stderr", _Terminal())
    assert _fog(fog, "hosts") == 0


# --- secrets ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("as_json", [False, True], ids=["text", "json"])
def test_no_output_and_no_log_has_a_secret(
    fog: FakeFog, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture, as_json: bool
) -> None:
    """Accounts that FOG sends in clear, and the tokens, through every action; also when the answers are broken."""
    caplog.set_level(logging.DEBUG)
    more = ["--json"] if as_json else []
    actions = [
        ["hosts"],
        ["images"],
        ["groups"],
        ["storage"],
        ["register", "52:54:00:00:00:0a", "--name", "new-#"],
        ["deploy", "lab-pc-01", "--yes", "1"],
        ["multicast", "lab-pc-02", "lab-pc-03", "--yes", "2"],
        ["tasks"],
        ["wake", "lab-pc-01"],
        ["cancel", "lab-pc-01"],
        ["capture", "lab-pc-01", "--yes", "1"],
        ["identify"],
    ]
    codes = [_fog(fog, *words, *more) for words in actions]
    assert set(codes) <= {0, 1}
    secret = f'{{"user":"{NODE_USER}","pass":"{NODE_PASSWORD}"'.encode()
    for page, action in {"storagenode": "storage", "storagegroup": "storage", "host": "hosts"}.items():
        fog.state.bodies[page] = secret
        assert _fog(fog, action, *more) == 3
    said = capsys.readouterr()
    log = "\n".join(f"{record.getMessage()} {record.__dict__}" for record in caplog.records)
    told = said.out + said.err + log
    for each in (NODE_PASSWORD, NODE_USER, DOMAIN_PASSWORD, fog.state.api_token, fog.state.user_token):
        assert each not in told
