"""The order of imported rules, against the judge: the real dnsmasq answers what the rules say, firmware and iPXE alike.

Where the import corrects (a BIOS file for UEFI), the configurations here have nothing to correct.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from fogportable.model import BootRule, InterfaceKind, NetworkInterface
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import DhcpPacket, MessageType, OptionCode, decode
from fogportable.protocol.dhcp.codec import encode
from fogportable.session.import_dnsmasq import import_dnsmasq
from tests.fakes.namespaces import KIT_ADDRESS, Wire, missing_for_namespaces, wire

_missing = missing_for_namespaces() or (None if shutil.which("dnsmasq") else "dnsmasq is not here")
pytestmark = pytest.mark.skipif(_missing is not None, reason=str(_missing))

_SO_BINDTODEVICE = 25
_BROADCAST_FLAG = 0x8000
_ARCHS = (0, 6, 7, 9, 11)
_MACS = (MacAddress.parse("52:54:00:00:00:01"), MacAddress.parse("52:54:00:00:00:02"))
_CARD = NetworkInterface("kit0", 1, InterfaceKind.WIRED, "", None, (KIT_ADDRESS,), True, True, 1000, 1500)

_START = """
port=0
dhcp-range=10.77.0.2,proxy
pxe-prompt="x",0
dhcp-match=set:ipxe,175
dhcp-mac=set:one,52:54:00:00:00:01
dhcp-match=set:bios,option:client-arch,0
dhcp-vendorclass=set:x64,PXEClient:Arch:00007
dhcp-match=set:x64,option:client-arch,9
dhcp-match=set:ia32,93,6
dhcp-match=set:arm,option:client-arch,11
tag-if=set:plain,tag:!ipxe,tag:bios
"""
_CONFIGURATIONS = {
    "last-line-wins": """
dhcp-boot=tag:bios,first.0
dhcp-boot=tag:bios,second.0
dhcp-boot=tag:x64,first.efi
dhcp-boot=tag:x64,tag:!ipxe,second.efi
dhcp-boot=tag:ipxe,script.ipxe
""",
    "addresses-before-the-rest": """
dhcp-boot=tag:bios,tag:!one,other.0
dhcp-boot=tag:bios,tag:one,one.0
dhcp-boot=tag:x64,any.efi
dhcp-boot=tag:ipxe,script.ipxe
dhcp-boot=tag:ipxe,tag:one,one.ipxe
""",
    "negated-architectures": """
dhcp-boot=tag:!x64,tag:!ia32,tag:!arm,tag:!ipxe,only.0
dhcp-boot=tag:!bios,tag:!ia32,tag:!arm,tag:!ipxe,only.efi
dhcp-boot=tag:ia32,tag:!ipxe,i386-efi/only.efi
dhcp-boot=tag:arm,arm64-efi/only.efi
dhcp-boot=tag:ipxe,script.ipxe
""",
    "tags-of-tags": """
dhcp-boot=tag:plain,plain.0
dhcp-boot=tag:ipxe,tag:bios,bios.ipxe
dhcp-boot=tag:ipxe,tag:x64,x64.ipxe
""",
}


@contextmanager
def _dnsmasq(lab: Wire, configuration: Path) -> Iterator[None]:
    command = ("dnsmasq", "--no-daemon", f"--conf-file={configuration}", "--user=root", "--leasefile-ro", "--log-dhcp")
    with lab.kit.entered():
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        assert any("DHCP, proxy on subnet" in line for line in process.stderr), "dnsmasq did not start"
        yield
    finally:
        process.terminate()
        process.communicate(timeout=10)


@contextmanager
def _computer(lab: Wire) -> Iterator[socket.socket]:
    with ExitStack() as stack:
        with lab.pc.entered():
            sock = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            sock.setsockopt(socket.SOL_SOCKET, _SO_BINDTODEVICE, b"pc0")
            sock.bind(("", 68))
        sock.settimeout(5)
        yield sock


def _asked(sock: socket.socket, xid: int, mac: MacAddress, arch: int, *, is_ipxe: bool) -> str:
    """The file that dnsmasq offers, "" for none."""
    options: dict[int, bytes] = {
        OptionCode.MESSAGE_TYPE: bytes([MessageType.DISCOVER]),
        OptionCode.VENDOR_CLASS: f"PXEClient:Arch:{arch:05}:UNDI:003000".encode(),
        OptionCode.CLIENT_ARCH: arch.to_bytes(2, "big"),
        OptionCode.CLIENT_NDI: b"\x01\x03\x00",
        OptionCode.CLIENT_MACHINE_ID: bytes(17),
    }
    if is_ipxe:
        options |= {OptionCode.USER_CLASS: b"iPXE", OptionCode.IPXE: b"\x13\x01\x01"}
    packet = DhcpPacket(xid=xid, flags=_BROADCAST_FLAG, chaddr=mac.octets.ljust(16, b"\0"), options=options)
    sock.sendto(encode(packet), ("255.255.255.255", 67))
    while True:
        offer = decode(sock.recv(4096))
        if offer.xid == xid:
            return offer.file.decode()


def _by_rules(rules: tuple[BootRule, ...], mac: MacAddress, arch: int, *, is_ipxe: bool) -> str:
    """As `BootRule` says it: on each point the first rule that fits and says something."""
    fitting = [
        rule
        for rule in rules
        if (not rule.archs or arch in rule.archs) and (not rule.macs or any(each.matches(mac) for each in rule.macs))
    ]
    named = ((rule.script if is_ipxe else rule.file) for rule in fitting)
    return next((each for each in named if each), "")


@pytest.mark.parametrize("name", _CONFIGURATIONS)
def test_rules_give_what_dnsmasq_gives(name: str, tmp_path: Path) -> None:
    configuration = tmp_path / "a.conf"
    configuration.write_text(_START + _CONFIGURATIONS[name])
    profile, _ = import_dnsmasq([configuration], interfaces=(_CARD,))
    everybody = [(mac, arch, is_ipxe) for mac in _MACS for arch in _ARCHS for is_ipxe in (False, True)]
    told, ours = {}, {}
    with wire() as lab, _dnsmasq(lab, configuration), _computer(lab) as sock:
        for xid, (mac, arch, is_ipxe) in enumerate(everybody, start=1):
            key = (str(mac), arch, is_ipxe)
            told[key] = _asked(sock, xid, mac, arch, is_ipxe=is_ipxe)
            ours[key] = _by_rules(profile.boot.rules, mac, arch, is_ipxe=is_ipxe)
    assert any(told.values())
    # Where dnsmasq has an iPXE load its firmware's file again, ours gets a script or the menu instead.
    assert ours == {key: "" if key[2] and not file.endswith(".ipxe") else file for key, file in told.items()}
