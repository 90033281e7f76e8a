"""Real servers that stand in the way: each is found by the first computer that asks, and told by name and remedy."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.fakes.ethernet import udp_frame
from tests.system.conftest import skip_without
from tests.system.kit import MARKER, Kit, serve, write_script
from tests.system.lab import KIT, SITE, Firmware, Lab, Process
from tests.system.sites import start_isc_dhcpd, start_kea
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER, EDK2_MAC, IPXE_DISCOVER, IPXE_MAC

pytestmark = pytest.mark.timeout(180)

MAC = "52:54:00:77:00:07"
THIRD = "10.77.1.11"
_DEAD = "10.77.1.66"
_SEND = (
    "import socket, sys; s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0); s.bind(('br0', 0));"
    "s.send(bytes.fromhex(sys.argv[1]))"
)


def _ask(school: Lab, discover: bytes = EDK2_DISCOVER) -> None:
    """One DISCOVER of a computer on the bridge. It asks for a broadcast, as UEFI does and iPXE does not."""
    sender = IPXE_MAC if discover is IPXE_DISCOVER else EDK2_MAC
    asking = discover[:10] + b"\x80\x00" + discover[12:]
    frame = udp_frame(asking, source=("0.0.0.0", 68), destination=("255.255.255.255", 67), source_mac=sender.octets)
    school.run("net", sys.executable, "-c", _SEND, frame.hex())


def _serve(school: Lab, root: Path) -> Kit:
    root.mkdir(exist_ok=True)
    (root / "ipxe.efi").write_bytes(b"MZ" + bytes(4096))
    return serve(school, root, "--boot", "x64=ipxe.efi")


def _found(kit: Kit) -> dict[str, object]:
    kit.process.wait_for('"site_conflict_found"', 10)
    (found,) = kit.events("site_conflict_found")
    return found


def _words(event: dict[str, object]) -> str:
    fault = event["fault"]
    assert isinstance(fault, dict)
    return f"{fault['message']} {fault['remedy']}"


def _second_proxy(school: Lab) -> Process:
    """dnsmasq as proxyDHCP server, as the usual instructions have it."""
    school.add_namespace("third")
    school.connect("third", "third0", f"{THIRD}/24")
    proxy = school.start(
        "third",
        "second-proxy",
        [
            *("dnsmasq", "--no-daemon", "--conf-file=/dev/null", "--port=0", "--log-dhcp", "--interface=third0"),
            *("--bind-interfaces", "--dhcp-range=10.77.1.0,proxy", "--pxe-service=x86-64_EFI,Other,other.efi"),
            *("--pxe-service=x86PC,Other,other", f"--dhcp-leasefile={school.folder}/third"),
        ],
    )
    proxy.wait_for("DHCP, proxy|DHCP, sockets bound", 10)
    return proxy


@pytest.mark.parametrize(
    ("options", "discover", "kind", "words"),
    [
        (["--dhcp-boot=other.file"], EDK2_DISCOVER, "names_file", "a boot file of its own, other.file"),
        (
            ["--dhcp-option-force=60,PXEClient"],
            EDK2_DISCOVER,
            "class_without_43",
            f"UEFI computers ask {SITE} on port 4011 .* Remove option 60 from {SITE}, or set its next server to {KIT}",
        ),
        (
            ["--dhcp-option-force=60,PXEClient", f"--dhcp-boot=,,{_DEAD}"],
            EDK2_DISCOVER,
            "class_without_43",
            f"UEFI computers ask {_DEAD} on port 4011",
        ),
        (
            ["--dhcp-option-force=60,PXEClient", f"--dhcp-boot=,,{KIT}"],
            EDK2_DISCOVER,
            "class_to_us",
            "UEFI computers are answered on port 4011",
        ),
        (
            ["--dhcp-option-force=60,PXEClient", "--dhcp-option-force=vendor:PXEClient,6,8b", "--dhcp-boot=other.file"],
            EDK2_DISCOVER,
            "class_with_43",
            f"Remove options 60 and 43 from {SITE}",
        ),
        (["--dhcp-option-force=encap:175,176,1b"], IPXE_DISCOVER, "ipxe_left_out", "sub-option 176"),
    ],
)
def test_what_the_site_says_is_found_by_the_first_computer_that_asks(
    options: list[str], discover: bytes, kind: str, words: str, cables: Lab, tmp_path: Path
) -> None:
    cables.start_site_dhcp(*options)
    kit = _serve(cables, tmp_path / "root")
    _ask(cables, discover)
    found = _found(kit)
    assert (found["kind"], found["server"], found["interface"]) == (kind, SITE, "kit0")
    assert re.search(words, _words(found)), _words(found)
    assert [each["server"] for each in kit.events("dhcp_server_seen")] == [SITE]
    assert kit.stop() == 0


def test_second_boot_server_is_found_by_the_first_computer_that_asks(school: Lab, tmp_path: Path) -> None:
    _second_proxy(school)
    kit = _serve(school, tmp_path / "root")
    _ask(school)
    found = _found(kit)
    assert (found["kind"], found["server"]) == ("second_proxy", THIRD)
    assert "UEFI takes FOG Portable's answer, iPXE takes the one that comes first" in _words(found)
    assert kit.stop() == 0


def test_second_kit_is_named_once_it_has_answered_ipxe(school: Lab, tmp_path: Path) -> None:
    kit = _serve(school, tmp_path / "root")
    school.add_namespace("third")
    school.connect("third", "third0", f"{THIRD}/24")
    (tmp_path / "home").mkdir()
    other = school.start(
        "third",
        "other-kit",
        [
            *(sys.executable, "-m", "fogportable", "serve", "--interface", "third0", "--json"),
            *("--root", tmp_path / "root", "--boot", "x64=ipxe.efi"),
        ],
        FOGPORTABLE_HOME=str(tmp_path / "home"),
        PYTHONUNBUFFERED="1",
    )
    other.wait_for("session_started", 20)
    _ask(school)
    assert _found(kit)["kind"] == "second_proxy"
    _ask(school, IPXE_DISCOVER)
    kit.process.wait_for('"second_kit"', 10)
    other.wait_for('"second_kit"', 10)
    assert kit.stop() == 0


@pytest.mark.parametrize("start", [start_isc_dhcpd, start_kea], ids=["isc-dhcpd", "kea"])
def test_server_that_only_gives_addresses_is_no_conflict(start: object, cables: Lab, tmp_path: Path) -> None:
    assert callable(start)
    start(cables)
    kit = _serve(cables, tmp_path / "root")
    _ask(cables)
    kit.process.wait_for('"dhcp_server_seen"', 10)
    (seen,) = kit.events("dhcp_server_seen")
    assert (seen["server"], seen["gives_addresses"], seen["boot_file"]) == (SITE, True, "")
    assert kit.events("site_conflict_found") == []
    assert kit.stop() == 0


def test_uefi_that_the_site_sends_elsewhere_fails_and_its_row_says_why(
    cables: Lab, tmp_path: Path, boot_files: Path
) -> None:
    skip_without(Firmware.X64)
    cables.start_site_dhcp("--dhcp-option-force=60,PXEClient")
    kit = serve(cables, boot_files, "--boot", "x64=ipxe.efi")
    cables.start_computer(Firmware.X64, MAC).wait_for("PXE-E16", 90)
    kit.process.wait_for('"client_taken_by_site"', 20)
    (taken,) = kit.events("client_taken_by_site")[:1]
    assert (taken["client"], taken["kind"], taken["server"]) == (MAC, "class_without_43", SITE)
    assert kit.events("boot_server_ack_sent") == []
    assert kit.stop() == 0


def test_uefi_boots_from_us_where_the_site_names_a_boot_file(cables: Lab, tmp_path: Path, boot_files: Path) -> None:
    skip_without(Firmware.X64)
    cables.start_site_dhcp("--dhcp-boot=other.file")
    kit = serve(cables, boot_files, "--boot", "x64=ipxe.efi")
    cables.start_computer(Firmware.X64, MAC).wait_for("NBP file downloaded successfully", 90)
    assert [each["kind"] for each in kit.events("site_conflict_found")] == ["names_file"]
    assert kit.events("client_taken_by_site") == []
    assert kit.stop() == 0


def test_uefi_boots_from_us_beside_a_second_boot_server(school: Lab, tmp_path: Path, boot_files: Path) -> None:
    skip_without(Firmware.X64)
    _second_proxy(school)
    kit = serve(school, boot_files, "--boot", "x64=ipxe.efi")
    school.start_computer(Firmware.X64, MAC).wait_for("NBP file downloaded successfully", 90)
    kit.process.wait_for('"transfer_finished"', 10)
    assert [each["file"] for each in kit.events("transfer_finished")][:1] == ["ipxe.efi"]
    assert [each["kind"] for each in kit.events("site_conflict_found")] == ["second_proxy"]
    assert kit.stop() == 0


@pytest.mark.parametrize("site", ["second boot server", "class to us"])
def test_our_autoexec_script_leads_ipxe_to_us_where_another_answers_it_first(
    site: str, cables: Lab, tmp_path: Path, boot_files: Path
) -> None:
    """iPXE takes the first offer of network boot, whatever our priority; its script asks for an address only."""
    skip_without(Firmware.X64)
    if site == "class to us":
        cables.start_site_dhcp("--dhcp-option-force=60,PXEClient", f"--dhcp-boot=,,{KIT}")
    else:
        cables.start_site_dhcp()
        _second_proxy(cables)
    kit = serve(cables, boot_files, "--boot", "x64=ipxe.efi", "--ipxe-script", str(write_script(tmp_path)))
    cables.start_computer(Firmware.X64, MAC).wait_for(MARKER, 90)
    assert kit.events("client_taken_by_site") == []
    assert kit.stop() == 0
    assert {"autoexec.ipxe", "boot.ipxe"} <= {each["file"] for each in kit.events("transfer_finished")}
