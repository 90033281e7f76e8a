"""Tokens: from a file that only its owner reads, the environment, or the keyring; and nowhere else."""

from __future__ import annotations

import os
import pickle
import traceback
from pathlib import Path

import pytest

from fogportable.errors import FaultCode, FogError
from fogportable.fog.address import parse_fog_address
from fogportable.fog.api import Tokens
from fogportable.foglink.tokens import API_VARIABLE, USER_VARIABLE, TokenKeeper, read_tokens
from fogportable.platform.vault import Vault

_API, _USER = "c2VydmVyLWdlaGVpbQ==", "dXNlci1nZWhlaW0="
_BOTH = Tokens(_API, _USER)
_SERVER = parse_fog_address("http://fog.school:8080/fog/")


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


def _file(folder: Path, text: str, mode: int = 0o600) -> Path:
    file = folder / "tokens"
    file.write_text(text)
    file.chmod(mode)
    return file


def test_file_beats_the_environment(tmp_path: Path) -> None:
    environment = {API_VARIABLE: "b3RoZXI=", USER_VARIABLE: "b3RoZXI="}
    assert read_tokens(environment, _file(tmp_path, f"{_API}\n{_USER}\n")) == _BOTH
    assert read_tokens(environment) == Tokens("b3RoZXI=", "b3RoZXI=")
    assert read_tokens({}) is None


def test_token_of_1_6_stands_alone(tmp_path: Path) -> None:
    alone = Tokens("fog_1a2b3c")
    assert read_tokens({API_VARIABLE: "fog_1a2b3c"}) == alone
    assert read_tokens({}, _file(tmp_path, "fog_1a2b3c\n")) == alone
    assert alone.headers() == {"Authorization": "Bearer fog_1a2b3c"}
    assert _BOTH.headers() == {"fog-api-token": _API, "fog-user-token": _USER}


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660, 0o610])
def test_file_that_others_may_read_is_refused(tmp_path: Path, mode: int) -> None:
    with pytest.raises(FogError) as refused:
        read_tokens({}, _file(tmp_path, f"{_API}\n{_USER}\n", mode))
    assert refused.value.code is FaultCode.FOG_TOKEN_FILE_OPEN
    assert f"mode {mode:o}" in refused.value.fault.message
    assert "chmod 600" in refused.value.fault.remedy


@pytest.mark.parametrize(
    "environment", [{API_VARIABLE: _API}, {USER_VARIABLE: _USER}, {API_VARIABLE: "", USER_VARIABLE: "fog_1a2b3c"}]
)
def test_half_of_the_tokens_is_refused(environment: dict[str, str]) -> None:
    with pytest.raises(FogError) as refused:
        read_tokens(environment)
    assert refused.value.code is FaultCode.FOG_TOKEN_MISSING


def test_tokens_do_not_show_themselves(tmp_path: Path) -> None:
    assert _API not in repr(_BOTH) + str(_BOTH) + f"{_BOTH!r}"
    try:
        read_tokens({}, _file(tmp_path, f"{_API}\n{_USER} x\n"))
    except FogError as problem:
        told = "".join(traceback.format_exception(problem)) + problem.fault.detail + repr(problem.fault)
        assert _API not in told
        assert _USER not in told
    assert pickle.loads(pickle.dumps(_BOTH)) == _BOTH


def test_keyring_keeps_tokens_for_each_server(tmp_path: Path) -> None:
    memory = _Memory()
    keeper = TokenKeeper(lambda: Vault("Memory", memory))
    other = parse_fog_address("10.0.0.5")
    assert keeper.keyring == "Memory"
    assert keeper.read(_SERVER) is None
    keeper.keep(_SERVER, _BOTH)
    keeper.keep(other, Tokens("fog_1a2b3c"))
    # By host and port alone: how its pages are found may change.
    assert keeper.read(parse_fog_address("fog.school:8080")) == _BOTH
    assert keeper.read(other) == Tokens("fog_1a2b3c")
    assert keeper.forget(_SERVER)
    assert not keeper.forget(_SERVER)
    assert keeper.read(_SERVER) is None
    assert [service for service, _ in memory.kept] == ["FOG Portable: 10.0.0.5"]


def test_what_somebody_else_wrote_there_is_refused() -> None:
    memory = _Memory()
    memory.kept["FOG Portable: fog.school:8080", "FOG API"] = "one\ntwo\nthree"
    with pytest.raises(FogError) as refused:
        TokenKeeper(lambda: Vault("Memory", memory)).read(_SERVER)
    assert refused.value.code is FaultCode.FOG_TOKEN_UNUSABLE
    assert "two" not in refused.value.fault.message.replace("of the two", "")


def test_without_a_keyring_nothing_is_kept_and_nothing_is_there() -> None:
    looks: list[int] = []

    def look() -> None:
        looks.append(1)

    keeper = TokenKeeper(look)
    assert looks == []
    assert (keeper.keyring, keeper.read(_SERVER), keeper.forget(_SERVER)) == ("", None, False)
    with pytest.raises(FogError) as refused:
        keeper.keep(_SERVER, _BOTH)
    assert refused.value.code is FaultCode.KEYRING_MISSING
    assert looks == [1]
