"""Sites whose DHCP server says more than addresses, and a laptop in more than one network."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
from collections.abc import Iterator
from ipaddress import IPv4Address
from pathlib import Path

import pytest

from fogportable.protocol.dhcp import DhcpPacket, OptionCode, decode
from tests.fakes.namespaces import Namespace, missing_for_namespaces
from tests.system.conftest import skip_without
from tests.system.kit import MARKER, serve, write_script
from tests.system.lab import KIT, SITE, Firmware, Lab
from tests.system.witness import dhcp_frames
from tests.unit.protocol.dhcp.frames import IPXE_DISCOVER

pytestmark = pytest.mark.timeout(180)

MAC = "52:54:00:77:00:03"


def test_ipxe_takes_our_script_where_the_site_names_a_boot_file(cables: Lab, tmp_path: Path) -> None:
    skip_without(Firmware.BIOS)
    cables.start_site_dhcp("--dhcp-boot=other.file")
    root = tmp_path / "root"
    root.mkdir()
    (root / "undionly.kpxe").write_bytes(b"\x90" * 4096)
    kit = serve(cables, root, "--boot", "bios=undionly.kpxe", "--ipxe-script", str(write_script(tmp_path)))
    cables.start_computer(Firmware.BIOS, MAC).wait_for(MARKER, 90)
    assert kit.stop() == 0


def test_uefi_boots_where_the_site_sends_its_clients_to_us(cables: Lab, tmp_path: Path, boot_files: Path) -> None:
    """Option 60 without 43 from the site shuts out every proxy; its next-server may still be us (UEFI asks 4011)."""
    skip_without(Firmware.X64)
    cables.start_site_dhcp(f"--dhcp-boot=,,{KIT}", "--dhcp-option=60,PXEClient")
    kit = serve(cables, boot_files, "--boot", "x64=ipxe.efi")
    capture = cables.start_capture()
    cables.start_computer(Firmware.X64, MAC).wait_for("NBP file downloaded successfully", 90)
    assert kit.stop() == 0
    assert [each["file"] for each in kit.events("boot_server_ack_sent")] == ["ipxe.efi"]
    assert [each["kind"] for each in kit.events("site_conflict_found")] == ["class_to_us"]
    frames = dhcp_frames(capture.stop())
    (ack,) = [each for each in frames if each.source == KIT and each.message == 5]
    assert (ack.source_port, ack.destination_port, ack.yiaddr, ack.siaddr) == (4011, 4011, "0.0.0.0", KIT)
    assert {each.source for each in frames if each.yiaddr != "0.0.0.0"} == {SITE}


@pytest.fixture
def crossing(tmp_path: Path) -> Iterator[tuple[Namespace, Namespace]]:
    """A laptop with three cards, `kit1` to `kit3`, each with a wire to a network of its own: `pc1` to `pc3`."""
    reason = missing_for_namespaces()
    if reason is not None:
        pytest.skip(reason)
    kit, outside = Namespace(), Namespace()
    try:
        for number in (1, 2, 3):
            kit.run(*f"ip link add kit{number} type veth peer name pc{number} netns {outside.path}".split())
            kit.run(*f"ip address add 10.77.{number}.10/24 dev kit{number}".split())
            kit.run(*f"ip link set kit{number} up".split())
            outside.run(*f"ip address add 10.77.{number}.1/24 dev pc{number}".split())
            outside.run(*f"ip link set pc{number} up".split())
        yield kit, outside
    finally:
        kit.close()
        outside.close()


@contextlib.contextmanager
def _serving_in(kit: Namespace, *flags: str) -> Iterator[subprocess.Popen[bytes]]:
    """`serve --json` among the cards of that namespace, once it serves. It may not outlive the test."""
    command = [sys.executable, "-m", "fogportable", "serve", "--json", *flags]
    with kit.entered():
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
    with process:
        try:
            assert process.stdout is not None
            assert b"session_started" in process.stdout.readline()
            yield process
        finally:
            process.kill()


def _ask_on(outside: Namespace, number: int) -> DhcpPacket | None:
    """What a computer's DISCOVER on one wire is answered; None for silence."""
    with outside.entered(), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, f"pc{number}".encode())
        sock.bind(("", 68))
        sock.settimeout(1)
        sock.sendto(IPXE_DISCOVER, ("255.255.255.255", 67))
        try:
            return decode(sock.recv(2000))
        except TimeoutError:
            return None


def test_each_network_is_told_its_own_address_and_a_third_one_nothing(
    crossing: tuple[Namespace, Namespace], tmp_path: Path
) -> None:
    from tftpy import TftpClient
    from tftpy.TftpShared import TftpException

    kit, outside = crossing
    (tmp_path / "undionly.kpxe").write_bytes(b"\x90" * 4096)
    flags = ["--interface", "kit1", "--interface", "kit2", "--root", str(tmp_path), "--boot", "bios=undionly.kpxe"]
    with _serving_in(kit, *flags) as process:
        for number in (1, 2):
            own = IPv4Address(f"10.77.{number}.10")
            offer = _ask_on(outside, number)
            assert offer is not None
            assert (offer.siaddr, offer.options[OptionCode.SERVER_IDENTIFIER]) == (own, own.packed)
            assert offer.file.rstrip(b"\0") == b"tftp://%s/boot.ipxe" % str(own).encode()
            script = tmp_path / f"script-{number}"
            with outside.entered():
                TftpClient(str(own), 69).download("boot.ipxe", str(script), timeout=3)
            assert f"set server {own}\n" in script.read_text()
        assert _ask_on(outside, 3) is None
        with outside.entered(), pytest.raises((OSError, TftpException)):
            TftpClient("10.77.3.10", 69).download("boot.ipxe", str(tmp_path / "none"), timeout=1)
        process.terminate()
        assert process.wait(10) == 0
