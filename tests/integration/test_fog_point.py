"""Serving a room by pointing at a FOG server: what is found there, what computers are told, and what stays closed."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator
from dataclasses import replace
from ipaddress import IPv4Address, IPv4Interface
from pathlib import Path

import pytest

from fogportable.config.profile import BootSettings, Profile
from fogportable.errors import ConfigError, FaultCode, FogError
from fogportable.events import FaultRaised, OfferSent
from fogportable.foglink.tftp import Tftp
from fogportable.foglink.trust import PinBoard
from fogportable.foglink.web import Web
from fogportable.model import (
    BootRule,
    ClientStage,
    FogMode,
    FogSettings,
    PxeAction,
    PxeEntry,
    PxeMenu,
    ServingInterface,
    ServingPlan,
    WirePorts,
)
from fogportable.protocol.dhcp import DhcpPacket, decode
from fogportable.session.facade import KitSession
from fogportable.session.fog_site import FogDoors, FogSite, look_at_fog
from fogportable.session.plan import plan_from_profile
from fogportable.session.preflight import check_boot_files
from tests.fakes.fog.server import FakeFog, fake_fog
from tests.fakes.fog.state import FogState
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER, EDK2_MAC, IPXE_DISCOVER

LOOPBACK = ServingInterface("lo", 1, IPv4Interface("127.0.0.2/8"), None, 1500)
SETTINGS = FogSettings("127.0.0.1", FogMode.POINT)


def look(fog: FakeFog, folder: Path, settings: FogSettings = SETTINGS) -> FogSite:
    doors = FogDoors(Web(fog.address, PinBoard(folder / "pins"), 5.0), Tftp("127.0.0.1", fog.tftp_port, 0.5))
    return look_at_fog(settings, doors)


def make_plan(site: FogSite, base: Path, profile: Profile | None = None) -> ServingPlan:
    plan = plan_from_profile(profile or Profile(), base=base, interfaces=(LOOPBACK,), boot_sets=(), fog=site)
    return replace(plan, ports=WirePorts(0, 0, 0, reply_to_sender=True))


@contextlib.contextmanager
def serving(plan: ServingPlan) -> Iterator[KitSession]:
    session = KitSession()
    session.start(plan)
    try:
        yield session
    finally:
        session.stop(drain_s=0.0)


def ask(session: KitSession, frame: bytes, wait_s: float = 5.0) -> DhcpPacket:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.bind(("127.0.0.9", 0))
        client.settimeout(wait_s)
        client.sendto(frame, ("127.0.0.2", session.wire_ports.discovery))
        return decode(client.recv(2048))


@pytest.mark.parametrize(("version", "file"), [("1.5.8", b"ipxe.efi"), ("1.6.0", b"secureboot/snponly-shimx64.efi")])
def test_firmware_is_sent_to_the_server_for_the_file_of_its_version(tmp_path: Path, version: str, file: bytes) -> None:
    with fake_fog(tmp_path / "tftp", FogState(version=version)) as fog:
        plan = make_plan(look(fog, tmp_path), tmp_path)
        with serving(plan) as session:
            offer = ask(session, EDK2_DISCOVER)
            assert session.wire_ports.http is None
            assert len(session.status().ports) == 2  # 67 and 4011
            assert session.status().rate_bytes_per_s == 0.0
    assert (offer.siaddr, offer.file.rstrip(b"\0")) == (IPv4Address("127.0.0.1"), file)


def test_ipxe_gets_the_server_too_and_no_script_of_ours(tmp_path: Path) -> None:
    with fake_fog(tmp_path / "tftp") as fog, serving(make_plan(look(fog, tmp_path), tmp_path)) as session:
        offer = ask(session, IPXE_DISCOVER)
    assert (offer.siaddr, offer.file.rstrip(b"\0")) == (IPv4Address("127.0.0.1"), b"undionly.kkpxe")


def test_a_server_on_this_very_machine_is_told_nothing_missing(tmp_path: Path) -> None:
    here = replace(LOOPBACK, address=IPv4Interface("127.0.0.1/8"))
    with fake_fog(tmp_path / "tftp") as fog:
        plan = replace(make_plan(look(fog, tmp_path), tmp_path), interfaces=(here,))
        with serving(plan) as session, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            client.settimeout(5)
            client.bind(("127.0.0.9", 0))
            client.sendto(EDK2_DISCOVER, ("127.0.0.1", session.wire_ports.discovery))
            client.recv(2048)
        events = [record.event for record in session.events_since(0).records]
    assert any(isinstance(each, OfferSent) for each in events)
    assert not any(isinstance(each, FaultRaised) for each in events)


def test_rules_of_the_profile_come_first(tmp_path: Path) -> None:
    own = BootRule(frozenset({7, 9}), "realtek.efi")
    with fake_fog(tmp_path / "tftp") as fog:
        plan = make_plan(look(fog, tmp_path), tmp_path, Profile(boot=BootSettings(rules=(own,))))
    assert plan.rules[0] == own
    assert [rule.file for rule in plan.rules if 7 in rule.archs] == ["realtek.efi"]


def test_an_architecture_without_file_is_told_before_start(tmp_path: Path) -> None:
    with fake_fog(tmp_path / "tftp", without=("undionly", "ipxe.k", "ipxe.pxe")) as fog:
        site = look(fog, tmp_path)
    finding = check_boot_files(lambda: make_plan(site, tmp_path))
    assert "UEFI x64" in finding.sentence
    assert "BIOS" not in finding.sentence
    assert [fault.code for fault in finding.faults] == [FaultCode.FOG_BOOT_FILES_MISSING]


def test_a_server_without_tftp_cannot_be_pointed_at_unless_rules_name_files(tmp_path: Path) -> None:
    with fake_fog(tmp_path / "tftp") as fog, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
        silent.bind(("127.0.0.1", 0))
        doors = FogDoors(
            Web(fog.address, PinBoard(tmp_path / "pins"), 5.0), Tftp("127.0.0.1", silent.getsockname()[1], 0.1)
        )
        site = look_at_fog(SETTINGS, doors)
    with pytest.raises(FogError) as raised:
        make_plan(site, tmp_path)
    assert raised.value.code is FaultCode.FOG_TFTP_SILENT
    assert check_boot_files(lambda: make_plan(site, tmp_path)).faults == (raised.value.fault,)
    named = Profile(boot=BootSettings(rules=(BootRule(frozenset({7}), "ipxe.efi"),)))
    assert [rule.file for rule in make_plan(site, tmp_path, named).rules] == ["ipxe.efi"]


def test_a_finished_computer_gets_no_offer_until_it_is_reset(tmp_path: Path) -> None:
    with fake_fog(tmp_path / "tftp") as fog, serving(make_plan(look(fog, tmp_path), tmp_path)) as session:
        session.fog.finish(EDK2_MAC)
        with pytest.raises(TimeoutError):
            ask(session, EDK2_DISCOVER, wait_s=0.5)
        session.fog.reset(EDK2_MAC)
        assert ask(session, EDK2_DISCOVER).siaddr == IPv4Address("127.0.0.1")


def test_ipxe_that_asks_again_was_handed_over_and_nothing_more_is_claimed(tmp_path: Path) -> None:
    with fake_fog(tmp_path / "tftp") as fog, serving(make_plan(look(fog, tmp_path), tmp_path)) as session:
        ask(session, IPXE_DISCOVER)
    (client,) = session.clients()
    assert (client.stage, client.lights) == (ClientStage.HANDED_OVER, frozenset())
    assert client.doing == "Handed over to FOG at 127.0.0.1"


def test_the_firmware_menu_is_refused_beside_a_server(tmp_path: Path) -> None:
    profile = Profile(pxe_menu=PxeMenu(entries=(PxeEntry("Disk", PxeAction.LOCAL_DISK),)))
    with fake_fog(tmp_path / "tftp") as fog, pytest.raises(ConfigError) as raised:
        make_plan(look(fog, tmp_path), tmp_path, profile)
    assert raised.value.code is FaultCode.FOG_WITH_PXE_MENU


def test_who_is_no_fog_server_is_said(tmp_path: Path) -> None:
    with fake_fog(tmp_path / "tftp") as fog:
        gone = fog.address
    with pytest.raises(FogError) as raised:
        look_at_fog(
            SETTINGS, FogDoors(Web(gone, PinBoard(tmp_path / "pins"), 2.0), Tftp("127.0.0.1", fog.tftp_port, 0.1))
        )
    assert raised.value.code is FaultCode.FOG_UNREACHABLE
