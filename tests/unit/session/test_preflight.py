"""The card "Before you start": one finding per topic, each with words and, when something is wrong, a remedy."""

from __future__ import annotations

import socket
from dataclasses import replace
from ipaddress import IPv4Interface
from pathlib import Path

import pytest

from fogportable.errors import BootFileError, FaultCode, describe
from fogportable.model import (
    BootRule,
    Finding,
    HttpSettings,
    InterfaceKind,
    NetworkInterface,
    ServingPlan,
    Topic,
    Verdict,
)
from fogportable.platform.ports import PortHolder
from fogportable.protocol.pxe.archs import ARCH_NAMES
from fogportable.session.preflight import check_before_start
from fogportable.simulator.boot_files import write_boot_files

CARD = NetworkInterface(
    name="eth0",
    index=2,
    kind=InterfaceKind.USB,
    friendly_name="USB Ethernet",
    mac=None,
    addresses=(IPv4Interface("192.168.1.20/24"),),
    is_up=True,
    has_link=True,
    speed_mbit_s=1000,
    mtu=1500,
)


@pytest.fixture
def plan(tmp_path: Path) -> ServingPlan:
    return ServingPlan((), tmp_path, write_boot_files(tmp_path))


def _check(
    plan: ServingPlan | None,
    *,
    card: NetworkInterface | None = CARD,
    may_bind: bool = True,
    held: dict[int, PortHolder] | None = None,
) -> dict[Topic, Finding]:
    def make() -> ServingPlan:
        if plan is None:
            raise BootFileError(FaultCode.NO_BOOT_FILES)
        return plan

    findings = check_before_start(
        card,
        make,
        may_bind=lambda: may_bind,
        holder=lambda port, _index: (held or {}).get(port),
        firewall=lambda *_: Finding(Topic.FIREWALL, Verdict.OK, "Lets everything in."),
    )
    assert [each.topic for each in findings] == list(Topic)
    return {each.topic: each for each in findings}


def test_all_is_well(plan: ServingPlan) -> None:
    findings = _check(plan)
    assert {each.verdict for each in findings.values()} == {Verdict.OK}
    assert findings[Topic.PORTS].sentence == "67, 4011 and 69 are free."
    assert findings[Topic.BOOT_FILES].sentence == "Complete for BIOS, UEFI x64, UEFI ARM64."
    assert "1 Gb/s" in findings[Topic.NETWORK].sentence


def test_missing_rights_are_no_obstacle_but_said(plan: ServingPlan) -> None:
    finding = _check(plan, may_bind=False)[Topic.RIGHTS]
    assert finding.verdict is Verdict.OK
    assert "password" in finding.sentence


def test_a_held_port_blocks_and_names_its_holder(plan: ServingPlan) -> None:
    finding = _check(plan, held={69: PortHolder("in.tftpd", 99)})[Topic.PORTS]
    assert finding.verdict is Verdict.BLOCKED
    assert "in.tftpd (process 99)" in finding.sentence


def test_no_choice_of_network_blocks(plan: ServingPlan) -> None:
    assert _check(plan, card=None)[Topic.NETWORK].verdict is Verdict.BLOCKED


def test_an_unusable_card_blocks_with_its_reason(plan: ServingPlan) -> None:
    fault = describe(FaultCode.INTERFACE_NO_ADDRESS, interface="eth0")
    finding = _check(plan, card=replace(CARD, addresses=(), unusable=fault))[Topic.NETWORK]
    assert finding.verdict is Verdict.BLOCKED
    assert finding.faults == (fault,)


def test_a_pulled_cable_warns(plan: ServingPlan) -> None:
    assert _check(plan, card=replace(CARD, has_link=False))[Topic.NETWORK].verdict is Verdict.WARNING


def test_no_boot_files_block(plan: ServingPlan) -> None:
    finding = _check(None)[Topic.BOOT_FILES]
    assert finding.verdict is Verdict.BLOCKED
    assert "bootfiles get" in finding.faults[0].remedy


def test_a_missing_file_warns_and_is_named(plan: ServingPlan) -> None:
    wanting = replace(plan, rules=(*plan.rules, BootRule(ARCH_NAMES["ia32"], "nothere.efi")))
    finding = _check(wanting)[Topic.BOOT_FILES]
    assert finding.verdict is Verdict.WARNING
    assert "nothere.efi" in finding.faults[0].message


def test_when_no_file_is_usable_it_says_so(tmp_path: Path) -> None:
    plan = ServingPlan((), tmp_path, (BootRule(ARCH_NAMES["bios"], "a.0"), BootRule(ARCH_NAMES["x64"], "b.efi")))
    finding = _check(plan)[Topic.BOOT_FILES]
    assert finding.sentence == "No boot file is usable."
    assert len(finding.faults) == 2


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ((), "67, 4011 and 69 are free. HTTP takes 80."),
        ((80,), "67, 4011 and 69 are free. HTTP takes 8080."),
        ((80, 8080), "67, 4011 and 69 are free. HTTP takes any free port, as its usual ones are in use."),
    ],
)
def test_the_port_of_http_is_said(
    plan: ServingPlan, held: tuple[int, ...], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fogportable.session.http_port.is_tcp_port_free", lambda port, _: port not in held)
    findings = check_before_start(CARD, lambda: plan, holder=lambda _port, _index: None, http=HttpSettings())
    assert [each.sentence for each in findings if each.topic is Topic.PORTS] == [said]


@pytest.mark.parametrize("is_held", [True, False])
def test_a_chosen_port_of_http_must_be_free(plan: ServingPlan, is_held: bool) -> None:
    with socket.create_server(("", 0)) as holder:
        port = holder.getsockname()[1]
        if not is_held:
            holder.close()
        findings = check_before_start(
            CARD, lambda: plan, holder=lambda _port, _index: None, http=HttpSettings(port=port)
        )
    (finding,) = (each for each in findings if each.topic is Topic.PORTS)
    assert finding.verdict is (Verdict.BLOCKED if is_held else Verdict.OK)
    assert str(port) in finding.sentence


def test_http_that_is_switched_off_is_not_spoken_of(plan: ServingPlan) -> None:
    off = HttpSettings(is_enabled=False, port=1)
    findings = check_before_start(CARD, lambda: plan, holder=lambda _port, _index: None, http=off)
    assert [each.sentence for each in findings if each.topic is Topic.PORTS] == ["67, 4011 and 69 are free."]


def test_shim_that_would_not_get_further_warns_before_start(tmp_path: Path) -> None:
    (rule,) = (each for each in write_boot_files(tmp_path) if 7 in each.archs)
    (tmp_path / rule.file).rename(tmp_path / "shimx64.efi")
    plan = ServingPlan((), tmp_path, (BootRule(rule.archs, "shimx64.efi"),))
    finding = _check(plan)[Topic.BOOT_FILES]
    assert finding.verdict is Verdict.WARNING
    (fault,) = finding.faults
    assert fault.message == "The boot file shimx64.efi starts grubx64.efi next, which is not beside it."
    assert "bootfiles get secure-boot" in fault.remedy
    (tmp_path / "grubx64.efi").write_bytes(b"x")
    assert _check(plan)[Topic.BOOT_FILES].verdict is Verdict.OK
