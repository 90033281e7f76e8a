"""The window's way to a FOG server, against the fake one: signing in, looking at hosts, making and ending a task."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fogportable.errors import FaultCode, FogError
from fogportable.fog.api import Tokens
from fogportable.fog.plans import plan_deploy
from fogportable.fog.tasks import TaskType
from fogportable.foglink.tokens import API_VARIABLE, USER_VARIABLE
from fogportable.protocol.address import MacAddress
from fogportable.session.fog_kit import FogRoomKit
from fogportable.session.fog_tasks import AccountTasks
from tests.fakes.fog.room import VERSIONS, fill_room
from tests.fakes.fog.server import FakeFog, fake_fog
from tests.fakes.fog.state import FogState
from tests.fakes.session import make_mac


@pytest.fixture(params=VERSIONS)
def fog(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[FakeFog]:
    with fake_fog(tmp_path / "tftp", FogState(version=request.param)) as server:
        fill_room(server, 2)
        yield server


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOGPORTABLE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")  # No keyring of this machine.


@pytest.fixture
def tokens(fog: FakeFog) -> Tokens:
    return Tokens(fog.state.api_token, fog.state.user_token)


def test_without_tokens_nothing_is_told_and_wrong_ones_are_not_kept(fog: FakeFog, tokens: Tokens) -> None:
    kit = FogRoomKit({})
    account = kit.account(fog.address)
    assert (account.is_signed_in, account.keyring) == (False, "")
    with pytest.raises(FogError) as refused:
        kit.tasks(fog.address)
    assert refused.value.code is FaultCode.FOG_TOKENS_NEEDED
    with pytest.raises(FogError):
        kit.sign_in(fog.address, Tokens("d3Jvbmc=", tokens.user), keep=False)
    assert not kit.account(fog.address).is_signed_in


def test_tokens_of_the_environment_count(fog: FakeFog, tokens: Tokens) -> None:
    kit = FogRoomKit({API_VARIABLE: tokens.api, USER_VARIABLE: tokens.user})
    assert kit.account(fog.address).is_signed_in
    assert kit.tasks(fog.address) == ()


def test_a_task_is_made_found_and_ended(fog: FakeFog, tokens: Tokens) -> None:
    kit = FogRoomKit({})
    kit.sign_in(fog.address, tokens, keep=False)
    known = kit.ground(fog.address, None)
    ground = kit.ground(fog.address, known.machines[0].macs[:1])
    assert [host.name for host in ground.machines] == [known.machines[0].name]
    plan = plan_deploy(ground.machines, ground.images, ground.active)
    lines: list[str] = []
    done = kit.carry_out(fog.address, plan, lines.append)
    assert [task.type_number for task in done.tasks] == [TaskType.DEPLOY]
    assert lines
    assert kit.tasks(fog.address) == done.tasks
    kit.cancel_task(fog.address, done.tasks[0])
    assert kit.tasks(fog.address) == ()
    kit.sign_out(fog.address)
    assert not kit.account(fog.address).is_signed_in


def test_a_computer_that_fog_does_not_know_is_registered(fog: FakeFog, tokens: Tokens) -> None:
    kit = FogRoomKit({})
    kit.sign_in(fog.address, tokens, keep=False)
    with pytest.raises(FogError) as unknown:
        kit.ground(fog.address, [make_mac(77)])
    assert unknown.value.code is FaultCode.FOG_HOST_UNKNOWN
    done = kit.register(fog.address, ["room-77"], [make_mac(77)], None)
    assert [host.name for host in done.hosts] == ["room-77"]
    assert [host.name for host in kit.ground(fog.address, [make_mac(77)]).machines] == ["room-77"]


def test_storage_and_scripts(fog: FakeFog, tokens: Tokens, tmp_path: Path) -> None:
    kit = FogRoomKit({})
    kit.sign_in(fog.address, tokens, keep=False)
    assert [load.group.name for load in kit.storage(fog.address, lambda _: None)]
    files = kit.write_scripts(fog.address, tmp_path / "scripts")
    assert {file.name for file in files} == {"default.ipxe", "autoexec.ipxe"}
    assert fog.address.url.encode() in (tmp_path / "scripts" / "default.ipxe").read_bytes()


def test_preview_of_a_kind_that_fog_has_nothing_for_is_refused(fog: FakeFog) -> None:
    kit = FogRoomKit({})
    with pytest.raises(FogError) as refused:
        kit.preview(fog.address, MacAddress.parse("52:54:00:00:00:01"), 27)
    assert refused.value.code is FaultCode.FOG_NO_SUCH_ARCH
    assert kit.preview(fog.address, MacAddress.parse("52:54:00:00:00:01"), 7).sentence


def test_tasks_are_watched_as_soon_as_somebody_signs_in_while_a_room_is_served(fog: FakeFog, tokens: Tokens) -> None:
    kit = FogRoomKit({})
    watch = AccountTasks(fog.address, kit.tokens_of)
    assert watch.look() == ()
    kit.sign_in(fog.address, tokens, keep=False)
    ground = kit.ground(fog.address, None)
    kit.carry_out(fog.address, plan_deploy(ground.machines[:1], ground.images, ground.active), lambda _: None)
    assert [report.mac for report in watch.look()] == [ground.machines[0].macs[0]]
    kit.sign_out(fog.address)
    assert watch.look() == ()
    watch.close()
