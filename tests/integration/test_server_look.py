"""Looking for DHCP servers on a wire of our own: who answers, nobody, stopped, and what cannot be asked."""

from __future__ import annotations

import time
from collections.abc import Iterator
from ipaddress import IPv4Address
from pathlib import Path

import pytest

from fogportable.errors import FaultCode, ServiceError
from fogportable.model import ServingInterface
from fogportable.platform.privilege import Ask
from fogportable.services import dhcp_probe
from fogportable.session.facade import KitSession
from fogportable.session.server_look import look_on
from tests.fakes.namespaces import Wire, missing_for_namespaces, wire
from tests.integration.test_private_network import FOREIGN, foreign_dnsmasq, plan_on, serving


@pytest.fixture
def cable() -> Iterator[Wire]:
    reason = missing_for_namespaces()
    if reason is not None:
        pytest.skip(reason)
    with wire() as made:
        yield made


def _go_on() -> bool:
    return False


def _look(cable: Wire) -> object:
    with cable.kit.entered():
        return look_on((cable.serving(),), ask=Ask.NEVER, should_stop=_go_on)


def test_the_server_that_answers_is_named_with_its_card(cable: Wire, tmp_path: Path) -> None:
    with foreign_dnsmasq(cable, tmp_path), cable.kit.entered():
        found = look_on((cable.serving(),), ask=Ask.NEVER, should_stop=_go_on)
    assert found is not None
    assert [(each.interface, each.server) for each in found] == [("kit0", IPv4Address(FOREIGN))]
    assert found[0].mac is not None


def test_nobody_is_not_the_same_as_stopped(cable: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dhcp_probe, "_LISTENS_S", 0.3)
    assert _look(cable) == ()
    with cable.kit.entered():
        before = time.monotonic()
        assert look_on((cable.serving(),), ask=Ask.NEVER, should_stop=lambda: True) is None
        assert time.monotonic() - before < 1.0


def test_a_card_that_is_switched_off_is_a_fault_and_no_silence(cable: Wire) -> None:
    cable.kit.run("ip", "link", "set", "kit0", "down")
    with pytest.raises(ServiceError) as raised:
        _look(cable)
    assert raised.value.code is FaultCode.LOOK_FAILED


def test_a_private_network_on_a_card_that_sends_nothing_is_refused_and_can_be_started_again(
    cable: Wire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dhcp_probe, "_LISTENS_S", 0.3)
    plan, session = plan_on(cable, tmp_path), KitSession()
    cable.kit.run("ip", "link", "set", "kit0", "down")
    with cable.kit.entered():
        with pytest.raises(ServiceError):
            session.start(plan)
        cable.kit.run("ip", "link", "set", "kit0", "up")
        session.start(plan)
        assert session.status().leasing == ("kit0",)
        session.stop(drain_s=0.0)


def test_our_own_private_network_does_not_answer_a_look(
    cable: Wire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dhcp_probe, "_LISTENS_S", 0.3)
    monkeypatch.setenv("FOGPORTABLE_HOME", str(tmp_path / "home"))
    with serving(cable, plan_on(cable, tmp_path)) as session:
        assert _look(cable) == ()
        assert session.leases() == ()
        assert session.clients() == ()


def test_without_a_card_there_is_nobody_to_ask() -> None:
    cards: tuple[ServingInterface, ...] = ()
    with pytest.raises(ServiceError) as raised:
        look_on(cards, ask=Ask.NEVER, should_stop=_go_on)
    assert raised.value.code is FaultCode.NO_INTERFACE_CHOSEN
