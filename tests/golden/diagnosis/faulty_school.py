"""Schools in which something is wrong on purpose."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.golden.diagnosis.school import (
    RAN,
    SETS,
    boot_set,
    direct,
    drop,
    healthy,
    root_of,
    start_kit,
    start_odd_server,
)
from tests.system.firmware import Firmware
from tests.system.lab import KIT, KIT_INTERFACE, SITE, Lab
from tests.system.loaders import make_loader

# --- faults ------------------------------------------------------------------------------------------------------


def site_alone(*options: str) -> Callable[[Lab], None]:
    def prepare(school: Lab) -> None:
        school.start_site_dhcp(*options)

    return prepare


def odd_beside_site(*options: str, loader: Firmware | None = None, **answers: object) -> Callable[[Lab], None]:
    def prepare(school: Lab) -> None:
        school.start_site_dhcp(*options)
        if loader is not None:
            make_loader(root_of(school), "loader", loader, RAN)
        start_odd_server(school, **answers)

    return prepare


def no_site(firmware: Firmware) -> Callable[[Lab], None]:
    def prepare(school: Lab) -> None:
        start_kit(school, loader=firmware)

    return prepare


def dropped(firmware: Firmware, rule: str, hook: str, *flags: str) -> Callable[[Lab], None]:
    def prepare(school: Lab) -> None:
        school.start_site_dhcp()
        if flags:
            profile = school.folder / "room.toml"
            profile.write_text('[boot]\nshape = "boot-server"\nipxe_clients = "firmware"\n')
            start_kit(school, "--profile", str(profile), loader=firmware)
        else:
            start_kit(school, loader=firmware)
        drop(school, rule, hook=hook)

    return prepare


def relay(school: Lab) -> None:
    school.start_relay(SITE, KIT)
    school.start_site_dhcp("--dhcp-range=10.77.2.100,10.77.2.200,255.255.255.0,1h", "--dhcp-option=3,10.77.2.254")
    start_kit(school, loader=Firmware.X64)


def wrong(
    firmware: Firmware, file: Callable[[Path], str], site: Callable[[Lab], object] = Lab.start_site_dhcp
) -> Callable[[Lab], None]:
    def prepare(school: Lab) -> None:
        site(school)
        root = root_of(school)
        start_odd_server(school, offer=direct(file(root)), ack={"file": file(root)})

    return prepare


def bios_program(root: Path) -> str:
    shutil.copyfile("/usr/lib/PXELINUX/pxelinux.0", root / "pxelinux.0")
    return "pxelinux.0"


def grub_of(firmware: Firmware) -> Callable[[Path], str]:
    return lambda root: make_loader(root, "loader", firmware, RAN)


def stock_ipxe(root: Path) -> str:
    shutil.copyfile(next(boot_set().rglob("snponly.efi")), root / "snponly.efi")
    return "snponly.efi"


def stock_undionly(root: Path) -> str:
    shutil.copyfile(next(boot_set().rglob("undionly.kpxe")), root / "undionly.kpxe")
    return "undionly.kpxe"


def unsigned(root: Path) -> str:
    shutil.copyfile("/usr/lib/grub/x86_64-efi/monolithic/grubx64.efi", root / "unsigned.efi")
    return "unsigned.efi"


def signed(site: Callable[[Lab], object], folder: str) -> Callable[[Lab], None]:
    """shim and signed GRUB of a Debian release, from a folder of FOGPORTABLE_LAB_SETS."""

    def prepare(school: Lab) -> None:
        site(school)
        root = root_of(school)
        for file in (SETS / folder).iterdir():
            shutil.copyfile(file, root / file.name)
        start_odd_server(school, offer=direct("shimx64.efi"), ack={"file": "shimx64.efi"})

    return prepare


def fog(school: Lab) -> None:
    """FOG's default script is there, its web server is not."""
    school.start_site_dhcp()
    root = root_of(school)
    (root / "default.ipxe").write_text(
        f"#!ipxe\nchain http://{KIT}/fog/service/ipxe/boot.php?mac=${{mac}} || echo FOG-CHAIN-FAILED\n"
        "echo FOG-CHAIN-FAILED\nsleep 2\nexit\n"
    )
    start_odd_server(school, offer=direct("default.ipxe", **{"175": "010101"}), ack={"file": "default.ipxe"})


def fragments(school: Lab) -> None:
    """The way to the client carries less than its blocks need, and the rest of a datagram is lost."""
    healthy(Firmware.X64)(school)
    school.run("kit", "ip", "link", "set", KIT_INTERFACE, "mtu", "900")
    school.run("net", "nft", "add table netdev fp")
    school.run(
        "net",
        "nft",
        f"add chain netdev fp c {{ type filter hook ingress device p-{KIT_INTERFACE} priority 0; }}",
    )
    school.run("net", "nft", "add rule netdev fp c ip frag-off & 0x1fff != 0 drop")
