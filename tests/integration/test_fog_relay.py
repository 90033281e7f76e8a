"""Serving a FOG server's boot files from here: what is brought, kept and refused, and the script that leads back."""

from __future__ import annotations

import socket
from dataclasses import replace
from ipaddress import IPv4Interface
from pathlib import Path

import pytest
import tftpy

from fogportable.boot import catalogue as catalogue_module
from fogportable.boot.catalogue import KnownFile, catalogue, sha256_of
from fogportable.config.profile import BootSettings, Profile
from fogportable.errors import BootFileError, FaultCode, FogError
from fogportable.fog.default_script import script_target
from fogportable.foglink.tftp import Tftp
from fogportable.foglink.trust import PinBoard
from fogportable.foglink.web import Web
from fogportable.model import (
    ClientStage,
    FogLight,
    FogMode,
    FogSettings,
    IpxeClients,
    ServingInterface,
    ServingPlan,
    WirePorts,
)
from fogportable.protocol.address import MacAddress
from fogportable.session.facade import KitSession
from fogportable.session.fog_site import FogDoors, FogSite, look_at_fog, with_boot_files
from fogportable.session.plan import plan_from_profile
from tests.fakes.fog.server import FakeFog, fake_fog
from tests.fakes.fog.state import FogState
from tests.integration.test_fog_point import ask, serving
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER, IPXE_DISCOVER, IPXE_MAC

LOOPBACK = ServingInterface("lo", 1, IPv4Interface("127.0.0.2/8"), None, 1500)
SETTINGS = FogSettings("127.0.0.1", FogMode.RELAY)


def doors_of(fog: FakeFog, folder: Path, tftp_port: int | None = None) -> FogDoors:
    tftp = Tftp("127.0.0.1", fog.tftp_port if tftp_port is None else tftp_port, 0.5)
    return FogDoors(Web(fog.address, PinBoard(folder / "pins"), 5.0), tftp)


def look(fog: FakeFog, folder: Path, tftp_port: int | None = None) -> FogSite:
    doors = doors_of(fog, folder, tftp_port)
    return with_boot_files(look_at_fog(SETTINGS, doors), doors, folder / "sets")


def make_plan(site: FogSite, base: Path, profile: Profile | None = None) -> ServingPlan:
    plan = plan_from_profile(profile or Profile(), base=base, interfaces=(LOOPBACK,), boot_sets=(), fog=site)
    return replace(plan, ports=WirePorts(0, 0, 0, reply_to_sender=True))


def fetch(session: KitSession, name: str, to: Path) -> bytes:
    tftpy.TftpClient("127.0.0.2", session.wire_ports.tftp).download(name, str(to / "fetched"), timeout=3)
    return (to / "fetched").read_bytes()


@pytest.mark.parametrize("version", ["1.5.8", "1.6.0"])
def test_boot_files_are_served_from_here_with_scripts_that_lead_to_the_server(tmp_path: Path, version: str) -> None:
    with fake_fog(tmp_path / "tftp", FogState(version=version)) as fog:
        plan = make_plan(look(fog, tmp_path), tmp_path)
    (plan.root / "default.ipxe").write_bytes(b"#!ipxe\n# of another server\n")
    with serving(plan) as session:
        offer = ask(session, EDK2_DISCOVER)
        assert (str(offer.siaddr), offer.file.rstrip(b"\0").decode()) == ("127.0.0.2", plan.rules[2].file)
        for name in ("default.ipxe", "boot.ipxe", "autoexec.ipxe", "secureboot/autoexec.ipxe"):
            script = fetch(session, name, tmp_path)
            target = script_target(script.replace(b"imgfetch --name fog-boot", b"chain"))
            assert target is not None
            assert target.url == fog.url
            assert b"tftp://127.0.0.2" in script


def test_ipxe_is_told_the_script_by_name(tmp_path: Path) -> None:
    with fake_fog(tmp_path / "tftp") as fog:
        plan = make_plan(look(fog, tmp_path), tmp_path)
    assert plan.ipxe_clients is IpxeClients.SCRIPT
    with serving(plan) as session:
        offer = ask(session, IPXE_DISCOVER)
        assert offer.file.rstrip(b"\0").endswith(b"/boot.ipxe")


def test_lights_are_lit_by_what_was_loaded_and_no_further(tmp_path: Path) -> None:
    with fake_fog(tmp_path / "tftp") as fog:
        plan = make_plan(look(fog, tmp_path), tmp_path)
    with serving(plan) as session:
        ask(session, IPXE_DISCOVER)
        _take_address(session, IPXE_MAC)
        fetch(session, "default.ipxe", tmp_path)
    (client,) = session.clients()
    assert (client.lights, client.stage) == (frozenset({FogLight.SCRIPT}), ClientStage.HANDED_OVER)


def _take_address(session: KitSession, mac: MacAddress) -> None:
    """The tracker knows 127.0.0.1 as this computer's address, as from its request to the site's server."""
    session._tracker._mac_by_address[IPv4Interface("127.0.0.1/8").ip] = mac


def test_files_of_the_same_version_are_not_brought_again(tmp_path: Path) -> None:
    with fake_fog(tmp_path / "tftp") as fog:
        first = look(fog, tmp_path)
        (tmp_path / "tftp" / "ipxe.efi").write_bytes(b"changed")
        again = look(fog, tmp_path)
        assert again.boot_set == first.boot_set
        fog.state.version = "1.5.10"
        anew = look(fog, tmp_path)
    assert anew.boot_set is not None
    assert anew.boot_set.version == "1.5.10"


def test_kept_files_are_served_where_tftp_is_silent_and_that_is_told(tmp_path: Path) -> None:
    with fake_fog(tmp_path / "tftp") as fog, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
        silent.bind(("127.0.0.1", 0))
        port = silent.getsockname()[1]
        with pytest.raises(FogError) as raised:
            look(fog, tmp_path, port)
        assert raised.value.code is FaultCode.FOG_TFTP_SILENT
        look(fog, tmp_path)
        fog.state.version = "1.5.10"
        kept = look(fog, tmp_path, port)
    assert kept.boot_set is not None
    assert [note.code for note in kept.plan.notes] == [FaultCode.FOG_TFTP_SILENT, FaultCode.FOG_FILES_KEPT]


def test_an_ipxe_without_params_is_refused_by_its_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "own"
    root.mkdir()
    with fake_fog(tmp_path / "tftp") as fog:
        site = look_at_fog(SETTINGS, doors_of(fog, tmp_path))
    (root / "ipxe.efi").write_bytes((tmp_path / "tftp" / "ipxe.efi").read_bytes())
    profile = Profile(boot=BootSettings(root=str(root)))
    assert make_plan(site, tmp_path, profile).rules[0].file == "ipxe.efi"
    monkeypatch.setattr(catalogue_module, "catalogue", lambda: (_known(root / "ipxe.efi"),))
    with pytest.raises(BootFileError) as raised:
        make_plan(site, tmp_path, profile)
    assert raised.value.code is FaultCode.FOG_LOADER_UNABLE
    assert "ipxe.efi is iPXE" in str(raised.value.fault)


def _known(path: Path) -> KnownFile:
    """As if this were Debian's iPXE, which has no `params`."""
    known = next(each for each in catalogue() if each.product == "iPXE" and each.has_feature("params") is False)
    return replace(known, sha256=sha256_of(path), size_bytes=path.stat().st_size)


def test_a_finished_computer_gets_no_offer_and_its_script_leads_to_the_disk(tmp_path: Path) -> None:
    with fake_fog(tmp_path / "tftp") as fog:
        plan = make_plan(look(fog, tmp_path), tmp_path)
    with serving(plan) as session:
        ask(session, IPXE_DISCOVER)
        session.fog.finish(IPXE_MAC)
        with pytest.raises(TimeoutError):
            ask(session, IPXE_DISCOVER, wait_s=0.5)
        disk = f"iseq ${{net0/mac}} {IPXE_MAC} && goto disk ||".encode()
        assert disk in fetch(session, "default.ipxe", tmp_path)
        assert session.clients()[0].lights == {FogLight.DONE}
        session.fog.reset(IPXE_MAC)
        assert ask(session, IPXE_DISCOVER).siaddr
        assert disk not in fetch(session, "default.ipxe", tmp_path)
    names = [record.event.name for record in session.events_since(0).records]
    assert [name for name in names if name.startswith("fog_")] == ["fog_progress", "fog_reset"]
