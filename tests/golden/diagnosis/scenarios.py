"""What goes wrong in the laboratory on purpose, and what the computer's screen says then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.golden.diagnosis.faulty_school import (
    bios_program,
    dropped,
    fog,
    fragments,
    grub_of,
    no_site,
    odd_beside_site,
    relay,
    signed,
    site_alone,
    stock_ipxe,
    stock_undionly,
    unsigned,
    wrong,
)
from tests.golden.diagnosis.school import (
    DEAD,
    MAC,
    RAN,
    binl,
    chain,
    direct,
    healthy,
    local_first,
    menu,
    seed,
    two_proxies,
    typed,
)
from tests.system.firmware import Firmware
from tests.system.kit import MARKER
from tests.system.lab import Computer, Lab
from tests.system.sites import start_isc_dhcpd, start_kea


@dataclass(frozen=True)
class Scenario:
    """screen: what the serial console must say. after_s: how long to go on watching. how: for the label.

    cable: where the capture is made. power_on: starts the computer, where that is more than switching it on.
    others: further computers, by hardware address, and what is true of them.
    """

    name: str
    firmware: Firmware
    verdict: str
    screen: str
    prepare: Callable[[Lab], None]
    within_s: float = 90.0
    after_s: float = 5.0
    notes: tuple[str, ...] = ()
    mac: str = MAC
    bridge: str = "br0"
    cable: str = "tap0"
    power_on: Callable[[Lab, Scenario], Computer] | None = None
    others: tuple[tuple[str, str], ...] = ()

    @property
    def how(self) -> str:
        return f"firmware {self.firmware.value} in the laboratory; its serial console said: {self.screen}"


_X, _B = Firmware.X64, Firmware.BIOS
_E16 = "PXE-E16"

SCENARIOS: tuple[Scenario, ...] = (
    Scenario("healthy-x64", _X, "ok", RAN, healthy(_X)),
    Scenario("healthy-ia32", Firmware.IA32, "ok", RAN, healthy(Firmware.IA32)),
    Scenario("healthy-bios", _B, "ok", MARKER, healthy(_B)),
    Scenario("healthy-http", Firmware.HTTP, "ok", RAN, healthy(Firmware.HTTP)),
    Scenario("healthy-beside-site-file-x64", _X, "ok", RAN, healthy(_X, "--dhcp-boot=other.file")),
    Scenario("healthy-beside-site-file-bios", _B, "ok", MARKER, healthy(_B, "--dhcp-boot=other.file")),
    Scenario("healthy-chain-x64", _X, "ok", MARKER, chain(_X, Lab.start_site_dhcp), within_s=120),
    Scenario("healthy-chain-isc-x64", _X, "ok", MARKER, chain(_X, start_isc_dhcpd), within_s=120),
    Scenario("healthy-chain-arm64", Firmware.ARM64, "ok", MARKER, chain(Firmware.ARM64, start_kea), within_s=150),
    Scenario("healthy-boot-server-x64", _X, "ok", RAN, binl(_X)),
    Scenario("healthy-menu-x64", _X, "ok", RAN, menu),
    Scenario("healthy-local-disk-x64", _X, "ok", "PXE-E21", local_first),
    Scenario(
        "healthy-two-proxies-x64",
        _X,
        "ok",
        RAN,
        lambda school: two_proxies(school, "loader.efi"),
        notes=("second-proxy",),
    ),
    Scenario("no-dhcp-x64", _X, "no-dhcp-server", _E16, no_site(_X), within_s=120),
    Scenario("no-dhcp-bios", _B, "no-dhcp-server", "No configuration methods|Nothing to boot", no_site(_B)),
    Scenario("no-pxe-x64", _X, "no-pxe-answer", _E16, site_alone(), within_s=120),
    Scenario("no-pxe-bios", _B, "no-pxe-answer", "Nothing to boot|No bootable", site_alone()),
    Scenario(
        "site-file-bios",
        _B,
        "site-boot-file-wins",
        "Could not boot|No bootable device|Connection timed out",
        odd_beside_site("--dhcp-boot=other.file", loader=_B, offer={"file": "loader.ipxe"}),
        within_s=150,
    ),
    Scenario(
        "class-60-x64",
        _X,
        "class-without-option-43",
        "PXE-E16|PXE-E22",
        odd_beside_site(
            "--dhcp-option-force=60,PXEClient", loader=_X, offer=direct("loader.efi"), ack={"file": "loader.efi"}
        ),
        within_s=120,
    ),
    Scenario("second-proxy-x64", _X, "second-proxy", "PXE-E23", lambda school: two_proxies(school, "nothere.efi")),
    Scenario("seed-x64", _X, "offer-incomplete", "PXE-E21", seed),
    Scenario(
        "no-54-x64",
        _X,
        "offer-incomplete",
        _E16,
        odd_beside_site(loader=_X, offer=direct("loader.efi", **{"54": ""})),
        within_s=120,
    ),
    Scenario(
        "no-60-x64",
        _X,
        "offer-incomplete",
        _E16,
        odd_beside_site(loader=_X, offer=direct("loader.efi", **{"60": ""})),
        within_s=120,
    ),
    Scenario(
        "prompt-only-x64",
        _X,
        "offer-incomplete",
        "PXE-E21",
        odd_beside_site(loader=_X, offer={"file": "loader.efi", "43": "0601030a0300" + b"F8".hex() + "ff"}),
    ),
    Scenario(
        "subnet-broadcast-x64",
        _X,
        "offer-incomplete",
        _E16,
        odd_beside_site(loader=_X, offer=direct("loader.efi"), broadcast="10.77.1.255"),
        within_s=120,
    ),
    Scenario(
        "no-60-bios",
        _B,
        "offer-incomplete",
        "Nothing to boot|No bootable",
        odd_beside_site(loader=_B, offer=direct("loader.ipxe", **{"60": ""})),
    ),
    Scenario(
        "late-bios",
        _B,
        "offer-too-late",
        "Nothing to boot|No bootable",
        odd_beside_site(loader=_B, offer=direct("loader.ipxe"), delay_s=5.0),
    ),
    Scenario(
        "silent-4011-x64", _X, "no-answer-4011", _E16, dropped(_X, "udp sport 4011 drop", "output", "boot-server")
    ),
    Scenario("closed-4011-x64", _X, "no-answer-4011", "PXE-E16|PXE-E22", odd_beside_site(loader=_X, offer={})),
    Scenario(
        "wrong-port-4011-x64",
        _X,
        "no-answer-4011",
        _E16,
        odd_beside_site(loader=_X, offer={}, ack={"file": "loader.efi"}, ack_port=68),
    ),
    Scenario("typed-x64", _X, "discovery-unanswered", "PXE-E", typed, within_s=120),
    Scenario("relay-x64", _X, "relay-not-served", _E16, relay, within_s=240, bridge="br1"),
    Scenario(
        "dead-server-x64",
        _X,
        "tftp-never-asked",
        "PXE-E",
        odd_beside_site(offer=direct("loader.efi", siaddr=DEAD)),
        within_s=120,
    ),
    Scenario(
        "dead-server-bios",
        _B,
        "tftp-never-asked",
        "Could not boot|No bootable|timed out|Network unreach",
        odd_beside_site(offer=direct("loader.ipxe", siaddr=DEAD)),
        within_s=120,
    ),
    Scenario(
        "blocked-data-x64",
        _X,
        "tftp-data-blocked",
        "PXE-E",
        dropped(_X, "udp sport != { 67, 69, 4011 } drop", "output"),
        within_s=120,
    ),
    Scenario(
        "blocked-data-bios",
        _B,
        "tftp-data-blocked",
        "Could not boot|No bootable|timed out",
        dropped(_B, "udp sport != { 67, 69, 4011 } drop", "output"),
        within_s=120,
    ),
    Scenario(
        "blocked-69-x64", _X, "tftp-data-blocked", "PXE-E", dropped(_X, "udp dport 69 drop", "input"), within_s=120
    ),
    Scenario(
        "blocked-acks-x64",
        _X,
        "tftp-data-blocked",
        "PXE-E",
        dropped(_X, "udp dport != { 67, 69, 4011 } drop", "input"),
        within_s=120,
    ),
    Scenario(
        "missing-x64",
        _X,
        "file-missing",
        "PXE-E23",
        odd_beside_site(offer=direct("nosuch.efi"), ack={"file": "nosuch.efi"}),
        after_s=40,
    ),
    Scenario(
        "missing-bios",
        _B,
        "file-missing",
        "Could not boot|No bootable|not found",
        odd_beside_site(offer=direct("nosuch.ipxe"), ack={"file": "nosuch.ipxe"}),
    ),
    Scenario(
        "bios-program-x64",
        _X,
        "wrong-architecture",
        "NBP file downloaded successfully",
        wrong(_X, bios_program),
        after_s=30,
    ),
    Scenario(
        "ia32-program-x64",
        _X,
        "wrong-architecture",
        "NBP file downloaded successfully",
        wrong(_X, grub_of(Firmware.IA32)),
        after_s=30,
    ),
    Scenario(
        "x64-program-bios",
        _B,
        "wrong-architecture",
        "may be EFI|Exec format|not executable",
        wrong(_B, grub_of(_X)),
    ),
    Scenario(
        "loop-x64", _X, "chainload-loop", r"(?s)(iPXE initialising devices.*){3}", wrong(_X, stock_ipxe), within_s=150
    ),
    Scenario(
        "loop-bios",
        _B,
        "chainload-loop",
        r"(?s)(tftp://10\.77\.1\.10/undionly\.kpxe.*){3}",
        wrong(_B, stock_undionly),
        within_s=150,
    ),
    Scenario(
        "unsigned-secure",
        Firmware.SECURE,
        "secure-boot-refused",
        "Access Denied|Security Violation",
        wrong(Firmware.SECURE, unsigned),
        after_s=45,
    ),
    Scenario(
        "signed-dnsmasq-secure",
        Firmware.SECURE,
        "grub-asks-site-server",
        "grub>|GNU GRUB|Welcome to GRUB",
        signed(Lab.start_site_dhcp, "debian12-signed"),
        after_s=45,
    ),
    Scenario(
        "signed-isc-secure",
        Firmware.SECURE,
        "grub-no-server",
        "grub>|GNU GRUB|Welcome to GRUB",
        signed(start_isc_dhcpd, "debian12-signed"),
        after_s=30,
    ),
    Scenario(
        "no-uri-http",
        Firmware.HTTP,
        "http-no-uri",
        r"(?s)HTTP Boot.*",
        odd_beside_site(offer={"60": b"HTTPClient".hex()}, classes=["HTTPClient"]),
        after_s=45,
    ),
    Scenario("fog-without-web-bios", _B, "fog-chain-broken", "FOG-CHAIN-FAILED", fog),
    Scenario("fragments-x64", _X, "fragments-lost", "PXE-E", fragments, within_s=120),
)
