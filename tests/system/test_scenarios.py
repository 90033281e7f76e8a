"""What the page's configuration cannot do, on firmware: other shapes, other sites, relays, HTTP Boot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.system.conftest import skip_without
from tests.system.kit import MARKER, Kit, serve, write_script
from tests.system.lab import FAR_GATEWAY, KIT, SITE, Firmware, Lab, Process
from tests.system.loaders import make_loader
from tests.system.sites import start_isc_dhcpd, start_kea
from tests.system.witness import dhcp_frames

pytestmark = pytest.mark.timeout(180)

MAC = "52:54:00:77:00:06"
RAN = "LOADER-RAN"

StartSite = Callable[[Lab], Process]


def _serve_loader(school: Lab, firmware: Firmware, profile: str, *flags: str) -> Kit:
    """One loader for one kind of computer; profile: TOML besides."""
    root = school.folder / "root"
    root.mkdir()
    name = make_loader(root, "loader", firmware, RAN)
    arch = "x64" if firmware is Firmware.HTTP else firmware
    path = school.folder / "room.toml"
    path.write_text(profile)
    return serve(school, root, "--profile", str(path), "--boot", f"{arch}={name}", *flags)


@pytest.mark.parametrize("firmware", [Firmware.BIOS, Firmware.X64, Firmware.IA32])
def test_boot_server_shape_sends_firmware_to_port_4011(school: Lab, firmware: Firmware) -> None:
    skip_without(firmware)
    kit = _serve_loader(school, firmware, '[boot]\nshape = "boot-server"\nipxe_clients = "firmware"\n')
    capture = school.start_capture()
    school.start_computer(firmware, MAC).wait_for(RAN, 90)
    assert kit.stop() == 0
    ours = [each for each in dhcp_frames(capture.stop()) if each.source == KIT]
    assert {each.yiaddr for each in ours} == {"0.0.0.0"}
    if firmware is not Firmware.BIOS:  # iPXE has what it needs in the OFFER and does not ask again.
        assert [each.source_port for each in ours if each.message == 5] == [4011]


@pytest.mark.parametrize("firmware", [Firmware.BIOS, Firmware.X64])
@pytest.mark.parametrize("start_site", [start_isc_dhcpd, start_kea])
def test_boots_beside_other_dhcp_servers(
    cables: Lab, tmp_path: Path, firmware: Firmware, start_site: StartSite
) -> None:
    skip_without(firmware)
    start_site(cables)
    kit = _serve_loader(cables, firmware, "", "--ipxe-script", str(write_script(tmp_path)))
    school_computer = cables.start_computer(firmware, MAC)
    school_computer.wait_for(MARKER if firmware is Firmware.BIOS else RAN, 90)
    assert kit.stop() == 0


@pytest.mark.parametrize("firmware", [Firmware.BIOS, Firmware.X64])
def test_computers_behind_a_relay_boot_when_their_network_is_listed(
    cables: Lab, tmp_path: Path, firmware: Firmware
) -> None:
    skip_without(firmware)
    cables.start_relay(SITE, KIT)
    cables.start_site_dhcp("--dhcp-range=10.77.2.100,10.77.2.200,255.255.255.0,1h", f"--dhcp-option=3,{FAR_GATEWAY}")
    kit = _serve_loader(
        cables,
        firmware,
        '[network]\nrelays = ["10.77.2.0/24"]\n',
        "--ipxe-script",
        str(write_script(tmp_path)),
    )
    capture = cables.start_capture()
    computer = cables.start_computer(firmware, MAC, bridge="br1")
    computer.wait_for(MARKER if firmware is Firmware.BIOS else RAN, 90)
    assert kit.stop() == 0
    ours = [each for each in dhcp_frames(capture.stop()) if each.source == KIT and each.source_port == 67]
    assert {(each.destination, each.destination_port) for each in ours} == {(FAR_GATEWAY, 67)}
    assert {each.yiaddr for each in ours} == {"0.0.0.0"}


def test_computers_behind_a_relay_that_is_not_listed_are_left_alone(cables: Lab) -> None:
    skip_without(Firmware.X64)
    cables.start_relay(SITE, KIT)
    cables.start_site_dhcp("--dhcp-range=10.77.2.100,10.77.2.200,255.255.255.0,1h", f"--dhcp-option=3,{FAR_GATEWAY}")
    kit = _serve_loader(cables, Firmware.X64, "")
    capture = cables.start_capture()
    cables.start_computer(Firmware.X64, MAC, bridge="br1")
    kit.process.wait_for("request_ignored", 60)
    assert kit.stop() == 0
    assert not [each for each in dhcp_frames(capture.stop()) if each.source == KIT]
    (ignored, *_) = kit.events("request_ignored")
    assert "relay" in str(ignored["reason"])


@pytest.mark.parametrize("start_site", [Lab.start_site_dhcp, start_isc_dhcpd, start_kea])
def test_uefi_http_boot_loads_over_http_without_port_4011(cables: Lab, start_site: StartSite) -> None:
    skip_without(Firmware.HTTP)
    start_site(cables)
    kit = _serve_loader(cables, Firmware.HTTP, "")
    capture = cables.start_capture()
    cables.start_computer(Firmware.HTTP, MAC).wait_for(RAN, 90)
    assert kit.stop() == 0
    ours = [each for each in dhcp_frames(capture.stop()) if each.source == KIT]
    assert {each.vendor_class for each in ours} == {b"HTTPClient"}
    assert {each.source_port for each in ours} == {67}
    assert {each.yiaddr for each in ours} == {"0.0.0.0"}
    assert kit.events("transfer_finished")
