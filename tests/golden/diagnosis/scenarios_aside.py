"""Recordings that are kept aside: other firmware and other servers than those against which the rules were written."""

from __future__ import annotations

from tests.golden.diagnosis.faulty_school import (
    bios_program,
    dropped,
    grub_of,
    no_site,
    odd_beside_site,
    site_alone,
    stock_ipxe,
    wrong,
)
from tests.golden.diagnosis.scenarios import Scenario
from tests.golden.diagnosis.school import DEAD, RAN, binl, chain, direct, dnsmasq_proxy, healthy, root_of
from tests.system.firmware import Firmware
from tests.system.kit import MARKER
from tests.system.lab import KIT_INTERFACE, Lab
from tests.system.loaders import make_loader
from tests.system.sites import start_isc_dhcpd, start_kea

_A, _B, _I, _X = Firmware.ARM64, Firmware.BIOS, Firmware.IA32, Firmware.X64
_E16 = "PXE-E16"


def _menu_for_bios(school: Lab) -> None:
    school.start_site_dhcp()
    name = make_loader(root_of(school), "loader", _B, RAN)
    services = (f"--pxe-service=X86PC,One,{name}", "--pxe-service=X86PC,Local,0")
    dnsmasq_proxy(school, "kit", KIT_INTERFACE, "--pxe-prompt=Press F8,2", *services)


SCENARIOS_ASIDE: tuple[Scenario, ...] = (
    Scenario("aside-healthy-boot-server-ia32", _I, "ok", RAN, binl(_I)),
    Scenario("aside-healthy-chain-kea-x64", _X, "ok", MARKER, chain(_X, start_kea), within_s=150),
    Scenario("aside-healthy-chain-arm64", _A, "ok", MARKER, chain(_A, Lab.start_site_dhcp), within_s=180),
    Scenario("aside-healthy-menu-bios", _B, "ok", RAN, _menu_for_bios),
    Scenario("aside-healthy-site-file-ia32", _I, "ok", RAN, healthy(_I, "--dhcp-boot=other.file")),
    Scenario(
        "aside-healthy-slow-offer-x64",
        _X,
        "ok",
        RAN,
        odd_beside_site(loader=_X, offer=direct("loader.efi"), delay_s=6.0),
        within_s=120,
    ),
    Scenario("aside-missing-arm64", _A, "file-missing", "PXE-E23", odd_beside_site(offer=direct("no/such.efi")), 150),
    Scenario("aside-no-pxe-arm64", _A, "no-pxe-answer", _E16, site_alone(), within_s=240),
    Scenario("aside-no-dhcp-ia32", _I, "no-dhcp-server", _E16, no_site(_I), within_s=240),
    Scenario(
        "aside-silent-4011-ia32",
        _I,
        "no-answer-4011",
        _E16,
        dropped(_I, "udp dport 4011 drop", "input", "boot-server"),
        within_s=200,
    ),
    Scenario(
        "aside-dead-server-ia32",
        _I,
        "tftp-never-asked",
        "PXE-E",
        odd_beside_site(offer=direct("a.efi", siaddr=DEAD)),
        200,
    ),
    Scenario(
        "aside-x64-program-ia32",
        _I,
        "wrong-architecture",
        "NBP file downloaded successfully",
        wrong(_I, grub_of(_X)),
        within_s=150,
        after_s=40,
    ),
    Scenario(
        "aside-bios-program-arm64",
        _A,
        "wrong-architecture",
        "NBP file downloaded successfully",
        wrong(_A, bios_program),
        within_s=150,
        after_s=40,
    ),
    Scenario(
        "aside-no-60-ia32",
        _I,
        "offer-incomplete",
        _E16,
        odd_beside_site(loader=_I, offer=direct("loader.efi", **{"60": ""})),
        within_s=240,
    ),
    Scenario(
        "aside-menu-without-servers-x64",
        _X,
        "offer-incomplete",
        "PXE-E",
        odd_beside_site(loader=_X, offer={"file": "loader.efi", "43": "060103" + "0906800003" + b"One".hex() + "ff"}),
        within_s=120,
    ),
    Scenario(
        "aside-blocked-data-ia32",
        _I,
        "tftp-data-blocked",
        "PXE-E",
        dropped(_I, "udp sport != { 67, 69, 4011 } drop", "output"),
        within_s=200,
    ),
    Scenario(
        "aside-loop-isc-x64",
        _X,
        "chainload-loop",
        r"(?s)(iPXE initialising devices.*){3}",
        wrong(_X, stock_ipxe, start_isc_dhcpd),
        within_s=200,
    ),
)
