"""A FOG server that moved: every place in which a fake one names its old address, and the scripts that work now."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fogportable.cli import fog_login
from fogportable.cli.main import main
from fogportable.errors import FaultCode, FogError
from fogportable.fog.api import Tokens
from fogportable.fog.default_script import script_target
from fogportable.fog.rehome import PlaceKind, Rehoming, Standing
from fogportable.foglink.rehome import look_for_stale_places
from fogportable.foglink.tftp import Tftp
from fogportable.foglink.tokens import TokenKeeper
from fogportable.foglink.trust import PinBoard, read_authority
from fogportable.foglink.web import Web
from fogportable.platform.vault import Vault
from tests.fakes.fog.database import NODE_PASSWORD, FakeNode
from tests.fakes.fog.scripts import default_script
from tests.fakes.fog.server import TLS_FOLDER, FakeFog, fake_fog
from tests.fakes.fog.state import FogState

#: Of loopback, where nothing listens: what an old address is like to whoever asks there.
_OLD = "127.66.0.10"
_HOSTS = ("FOG_WEB_HOST", "FOG_TFTP_HOST", "FOG_WOL_HOST", "FOG_NFS_HOST")


def _moved() -> FogState:
    state = FogState(own_host=_OLD, settings=dict.fromkeys(_HOSTS, _OLD))
    state.database.nodes = {1: FakeNode(1, "DefaultMember", host=_OLD)}
    return state


def _look(fog: FakeFog, tmp_path: Path, *, with_tokens: bool = True, nfs_port: int = 9) -> Rehoming:
    pins = PinBoard(tmp_path / "pins")
    tokens = Tokens(fog.state.api_token, fog.state.user_token) if with_tokens else None
    tftp = Tftp("127.0.0.1", fog.tftp_port, 0.5)
    return look_for_stale_places(Web(fog.address, pins, 5.0), tftp, pins, tokens=tokens, nfs_port=nfs_port)


def _standings(found: Rehoming) -> dict[str, Standing]:
    return {place.named.label: place.standing for place in found.places}


@pytest.fixture(params=["1.5.8", "1.6.0-beta.2229"])
def moved(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[FakeFog]:
    state = _moved()
    state.version = request.param
    with fake_fog(tmp_path / "tftp", state, script=default_script(_OLD)) as server:
        yield server


def test_every_place_of_a_server_that_moved_is_found_stale(moved: FakeFog, tmp_path: Path) -> None:
    found = _look(moved, tmp_path)
    assert _standings(found) == dict.fromkeys(
        [
            "default.ipxe by TFTP",
            "fog-ip in boot.php",
            "web= in boot.php",
            "storage= in boot.php",
            *(f"setting {name}" for name in _HOSTS),
            "storage node DefaultMember",
        ],
        Standing.STALE,
    )
    assert [note.code for note in found.notes] == [
        FaultCode.FOG_DEFAULT_SCRIPT_MOVED,
        FaultCode.FOG_WEB_HOST_STALE,
        FaultCode.FOG_STORAGE_STALE,
        *[FaultCode.FOG_SETTING_STALE] * 4,
        FaultCode.FOG_NODE_STALE,
    ]
    assert all(_OLD in note.message and "127.0.0.1" in note.message + note.remedy for note in found.notes)
    assert NODE_PASSWORD not in repr(found)


def test_settings_are_asked_for_one_by_one_and_never_all(moved: FakeFog, tmp_path: Path) -> None:
    _look(moved, tmp_path)
    # FOG 1.6 calls them otherwise.
    name = "setting" if moved.state.is_1_6 else "service"
    asked = [target.partition("?")[0] for target in moved.state.asked]
    assert [page for page in asked if page.startswith(f"/fog/{name}/search/")] == [
        f"/fog/{name}/search/{host}" for host in _HOSTS
    ]
    assert not {"/fog/service", "/fog/setting", "/fog/service/list", "/fog/setting/list"} & set(asked)


def test_server_at_home_has_no_stale_place(tmp_path: Path) -> None:
    state = FogState(settings={"FOG_TFTP_HOST": "127.0.0.1"})
    with fake_fog(tmp_path / "tftp", state) as fog:
        found = _look(fog, tmp_path)
    assert set(_standings(found).values()) == {Standing.RIGHT}
    assert len(found.places) == 7
    assert (found.notes, found.stale) == ((), ())


def test_another_machine_that_answers_is_not_taken_for_a_stale_address(tmp_path: Path) -> None:
    state = FogState()
    state.database.nodes[2] = FakeNode(2, "Node2", host="127.66.0.20", is_master=False)
    state.database.nodes[3] = FakeNode(3, "Old", host="127.66.0.30", is_enabled=False)
    with socket.create_server(("127.66.0.20", 0)) as nfs, fake_fog(tmp_path / "tftp", state) as fog:
        found = _look(fog, tmp_path, nfs_port=nfs.getsockname()[1])
    standings = _standings(found)
    assert standings["storage node Node2"] is Standing.OTHER
    assert standings["storage node DefaultMember"] is Standing.RIGHT
    assert "storage node Old" not in standings
    assert found.notes == ()


def test_another_fog_server_at_the_address_that_is_named_is_told_apart(tmp_path: Path) -> None:
    with (
        fake_fog(tmp_path / "tftp", FogState(own_host="127.66.0.40")) as fog,
        fake_fog(tmp_path / "other", host="127.66.0.40", port=fog.port),
    ):
        found = _look(fog, tmp_path, with_tokens=False)
    standings = _standings(found)
    assert standings["fog-ip in boot.php"] is standings["web= in boot.php"] is Standing.OTHER
    assert standings["storage= in boot.php"] is Standing.STALE


def test_default_ipxe_of_its_web_pages_is_compared_too(tmp_path: Path) -> None:
    state = FogState(web_root="", web_files={"default.ipxe": default_script(_OLD)})
    with fake_fog(tmp_path / "tftp", state) as fog:
        found = _look(fog, tmp_path, with_tokens=False)
    assert [(place.named.kind, place.named.host) for place in found.stale] == [(PlaceKind.WEB_SCRIPT, _OLD)]


def test_task_names_where_its_files_go(tmp_path: Path) -> None:
    state = FogState(own_host=_OLD, tasks={"02:00:00:00:00:01": "deploy"})
    with fake_fog(tmp_path / "tftp", state) as fog:
        found = _look(fog, tmp_path, with_tokens=False)
    assert PlaceKind.BOOT_FTP in {place.named.kind for place in found.stale}


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("is_api_on", False, FaultCode.FOG_API_OFF),
        ("api_token", "b3RoZXI=", FaultCode.FOG_API_TOKEN_WRONG),
        ("has_database", False, FaultCode.FOG_DATABASE_DOWN),
    ],
)
def test_what_cannot_be_read_does_not_hide_the_rest(
    moved: FakeFog, tmp_path: Path, name: str, value: object, code: FaultCode
) -> None:
    pins = PinBoard(tmp_path / "pins")
    tokens = Tokens(moved.state.api_token, moved.state.user_token)
    setattr(moved.state, name, value)
    tftp = Tftp("127.0.0.1", moved.tftp_port, 0.5)
    found = look_for_stale_places(Web(moved.address, pins, 5.0), tftp, pins, tokens=tokens, nfs_port=9)
    assert code in {note.code for note in found.notes}
    assert "default.ipxe by TFTP" in _standings(found)


@pytest.mark.parametrize(
    ("page", "there", "missing"),
    [
        ("service/search/FOG_WEB_HOST", "storage node DefaultMember", "setting FOG_WEB_HOST"),
        ("storagenode", "setting FOG_WEB_HOST", "storage node DefaultMember"),
    ],
)
def test_settings_and_nodes_are_read_without_each_other(tmp_path: Path, page: str, there: str, missing: str) -> None:
    state = _moved()
    state.statuses[page] = 500
    with fake_fog(tmp_path / "tftp", state) as fog:
        found = _look(fog, tmp_path)
    assert there in _standings(found)
    assert missing not in _standings(found)
    assert (found.has_settings, found.notes[-1].code) == (False, FaultCode.FOG_FAILED)


# --- https ------------------------------------------------------------------------------------------------------


@pytest.fixture
def secure(tmp_path: Path) -> Iterator[FakeFog]:
    with fake_fog(tmp_path / "tftp", certificate="elsewhere.pem") as server:
        yield server


def test_certificate_for_the_old_address_is_one_of_the_places(secure: FakeFog, tmp_path: Path) -> None:
    own = read_authority((TLS_FOLDER / "authority.pem").read_bytes(), "authority.pem")
    PinBoard(tmp_path / "pins").pin("127.0.0.1", own)
    found = _look(secure, tmp_path)
    assert [(place.named.label, place.named.host) for place in found.stale] == [
        ("certificate of https", "10.77.0.10, fog.school")
    ]
    assert found.notes[0].code is FaultCode.FOG_CERTIFICATE_NAME
    assert found.has_settings


@pytest.mark.parametrize("authority", [None, "other-authority.pem"])
def test_server_that_is_not_trusted_is_told_nothing(secure: FakeFog, tmp_path: Path, authority: str | None) -> None:
    if authority is not None:
        other = read_authority((TLS_FOLDER / authority).read_bytes(), authority)
        PinBoard(tmp_path / "pins").pin("127.0.0.1", other)
    with pytest.raises(FogError) as refused:
        _look(secure, tmp_path)
    assert refused.value.code in (FaultCode.FOG_CERTIFICATE_UNKNOWN, FaultCode.FOG_CERTIFICATE_CHANGED)
    assert secure.state.asked == []


# --- the command ------------------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def no_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FOGPORTABLE_FOG_API_TOKEN", "FOGPORTABLE_FOG_USER_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(fog_login, "TokenKeeper", lambda: TokenKeeper(lambda: None))


class _Keyring:
    """One that holds a word for everybody, or is locked."""

    def __init__(self, word: str | None) -> None:
        self._word = word

    def get_password(self, _service: str, _account: str) -> str:
        if self._word is None:
            raise PermissionError
        return self._word

    def set_password(self, _service: str, _account: str, _word: str) -> None:
        """Nothing is kept."""

    def delete_password(self, _service: str, _account: str) -> None:
        """Nothing is kept."""


def _use_keyring(monkeypatch: pytest.MonkeyPatch, word: str | None) -> None:
    monkeypatch.setattr(fog_login, "TokenKeeper", lambda: TokenKeeper(lambda: Vault("Memory", _Keyring(word))))


def test_tokens_of_the_keyring_are_used(
    moved: FakeFog, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _use_keyring(monkeypatch, f"{moved.state.api_token}\n{moved.state.user_token}")
    assert _rehome(moved, "--json") == 1
    assert json.loads(capsys.readouterr().out)["rehome"]["has_settings"] is True


def test_locked_keyring_is_told_and_stands_in_the_way_of_nothing(
    moved: FakeFog, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _use_keyring(monkeypatch, None)
    assert _rehome(moved) == 1
    said = capsys.readouterr()
    assert "The keyring Memory did not do it" in said.err
    assert "Settings and storage nodes were not read" in said.out
    assert _rehome(moved, "--json") == 1
    assert json.loads(capsys.readouterr().out)["rehome"]["has_settings"] is False


def _rehome(fog: FakeFog, *more: str) -> int:
    return main(["fog", "rehome", fog.url, "--tftp-port", str(fog.tftp_port), "--nfs-port", "9", *more])


def test_command_lists_the_places_and_writes_scripts(
    moved: FakeFog, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "scripts"
    assert _rehome(moved, "--output", str(folder)) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"The FOG server at {moved.place} has moved: 4 of 4 places still say {_OLD}."
    assert lines[1] == f"  stale    default.ipxe by TFTP          {_OLD}"
    assert f"Written into {folder}: default.ipxe and autoexec.ipxe, which lead to {moved.url}." in lines
    assert len([line for line in lines if line.startswith("! ")]) == 3
    for name in ("default.ipxe", "autoexec.ipxe"):
        target = script_target((folder / name).read_bytes())
        assert target is not None
        assert target.url == moved.url
    # Again, over its own.
    assert _rehome(moved, "--output", str(folder)) == 1


def test_command_as_json(
    moved: FakeFog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FOGPORTABLE_FOG_API_TOKEN", moved.state.api_token)
    monkeypatch.setenv("FOGPORTABLE_FOG_USER_TOKEN", moved.state.user_token)
    assert _rehome(moved, "--json", "--output", str(tmp_path / "scripts")) == 1
    out = capsys.readouterr().out
    assert NODE_PASSWORD not in out
    said: dict[str, Any] = json.loads(out)["rehome"]
    assert (said["url"], said["has_moved"], said["has_settings"], len(said["places"])) == (moved.url, True, True, 9)
    web_host = next(each for each in said["places"] if each["name"] == "FOG_WEB_HOST")
    assert (web_host["place"], web_host["host"], web_host["standing"]) == ("setting", _OLD, "stale")
    assert web_host["fault"]["code"] == "fog_setting_stale"
    assert [Path(file).name for file in said["scripts"]] == ["default.ipxe", "autoexec.ipxe"]


def test_script_of_somebody_else_is_not_written_over(
    moved: FakeFog, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "default.ipxe").write_bytes(default_script("10.0.0.9"))
    assert _rehome(moved, "--output", str(tmp_path)) == 3
    assert "was not made by this program" in capsys.readouterr().err
    assert (tmp_path / "default.ipxe").read_bytes() == default_script("10.0.0.9")
    assert not (tmp_path / "autoexec.ipxe").exists()


def test_folder_that_cannot_be_written_is_told(
    moved: FakeFog, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("a file where the folder should be")
    assert _rehome(moved, "--output", str(tmp_path / "file")) == 3
    assert "The scripts could not be written into" in capsys.readouterr().err


def test_command_at_home_ends_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with fake_fog(tmp_path / "tftp") as fog:
        assert _rehome(fog) == 0
    assert "has not moved: 4 places looked at, none of them stale." in capsys.readouterr().out
