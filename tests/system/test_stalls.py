"""Real firmware that does not get further: the kit says why while it serves, not before and not otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.system.conftest import skip_without
from tests.system.kit import Kit, serve
from tests.system.lab import Firmware, Lab

pytestmark = pytest.mark.timeout(180)

MAC = "52:54:00:77:00:21"
#: What leaves the laptop by TFTP is dropped; DHCP passes.
_NO_DATA = (
    "table inet f { chain out { type filter hook output priority 0;"
    " ip protocol udp udp sport != { 67, 4011 } udp dport 1024-65535 drop; }; }"
)


def _serve(school: Lab, tmp_path: Path) -> Kit:
    root = tmp_path / "root"
    root.mkdir()
    (root / "ipxe.efi").write_bytes(b"MZ" + bytes(100_000))
    return serve(school, root, "--boot", "x64=ipxe.efi")


def _verdicts(kit: Kit) -> list[tuple[object, object]]:
    told = [event["diagnosis"] for event in kit.events("stall_diagnosed")]
    return [(each["verdict"], each["confidence"]) for each in told if isinstance(each, dict)]


def test_a_firewall_that_drops_tftp_data_is_told(school: Lab, tmp_path: Path) -> None:
    skip_without(Firmware.X64)
    kit = _serve(school, tmp_path)
    school.run("kit", "nft", _NO_DATA)
    school.start_computer(Firmware.X64, MAC)
    kit.process.wait_for("stall_diagnosed", 60)
    assert kit.stop() == 0
    assert {verdict for verdict, _ in _verdicts(kit)} == {"tftp-data-blocked"}


def test_a_network_without_dhcp_server_is_told_when_firmware_has_asked_three_times(cables: Lab, tmp_path: Path) -> None:
    skip_without(Firmware.X64)
    kit = _serve(cables, tmp_path)
    cables.start_computer(Firmware.X64, MAC)
    kit.process.wait_for("stall_diagnosed", 60)
    assert kit.stop() == 0
    assert _verdicts(kit) == [("no-dhcp-server", "sure")]
    assert len(kit.events("client_asked")) >= 3
