"""Pieces of which a school is built for a recording: who serves, what, and how wrong."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.system.firmware import Firmware
from tests.system.kit import SCRIPT, serve
from tests.system.lab import KIT, KIT_INTERFACE, Lab
from tests.system.loaders import make_loader

MAC = "52:54:00:77:d1:01"
RAN = "LOADER-RAN"
DEAD = "10.77.1.66"
THIRD = "10.77.1.11"
PXE = b"PXEClient".hex()
DIRECT = "060108ff"

#: Boot files of Debian, brought once by the product's own command: name of a set and its folder.
SETS = Path(os.environ.get("FOGPORTABLE_LAB_SETS", "/tmp/fogportable-lab-sets"))


def boot_set(name: str = "") -> Path:
    """The folder of a boot set: of iPXE, or `secure-boot`."""
    home = SETS / (name or "ipxe")
    if not home.exists():
        command = [sys.executable, "-m", "fogportable", "bootfiles", "get", *([name] if name else []), "--json"]
        environment = {**os.environ, "FOGPORTABLE_HOME": str(home)}
        subprocess.run(command, env=environment, check=True, capture_output=True)
    return next(path.parent for path in sorted(home.rglob("boot-sets/*/*")) if path.is_file())


def root_of(school: Lab, *files: Path) -> Path:
    root = school.folder / "root"
    root.mkdir(exist_ok=True)
    for file in files:
        shutil.copyfile(file, root / file.name)
    return root


def start_kit(school: Lab, *flags: str, loader: Firmware | None = None, arch: str = "") -> None:
    """Our own program with one loader that says on the console that it runs."""
    root = root_of(school)
    boot: list[str] = []
    if loader is not None:
        name = make_loader(root, "loader", loader, RAN)
        boot = ["--boot", f"{arch or loader.value}={name}"]
    serve(school, root, *boot, *flags)


def start_odd_server(school: Lab, **answers: object) -> None:
    """A boot server that answers as told; its files come from `root`."""
    told = json.dumps({"own": KIT, "interface": KIT_INTERFACE, **answers})
    process = school.start("kit", "odd", [sys.executable, "-m", "tests.golden.diagnosis.odd_server", told])
    process.wait_for("odd server ready", 15)
    serve_files(school)


def serve_files(school: Lab, host: str = "kit") -> None:
    """Only files, by dnsmasq."""
    root = root_of(school)
    command = ["dnsmasq", "--no-daemon", "--conf-file=/dev/null", "--port=0", "--enable-tftp", f"--tftp-root={root}"]
    school.start(host, "tftp", command).wait_for("TFTP", 10)


def drop(school: Lab, rule: str, *, hook: str = "output") -> None:
    """A host firewall of the kit."""
    school.run("kit", "nft", "add table inet fp")
    school.run("kit", "nft", f"add chain inet fp c {{ type filter hook {hook} priority 0; }}")
    school.run("kit", "nft", f"add rule inet fp c {rule}")


def direct(file: str, **more: str) -> dict[str, str]:
    return {"file": file, "43": DIRECT, **more}


# --- healthy -----------------------------------------------------------------------------------------------------


def healthy(firmware: Firmware, *options: str) -> Callable[[Lab], None]:
    def prepare(school: Lab) -> None:
        school.start_site_dhcp(*options)
        if firmware is Firmware.BIOS:
            script = school.folder / "marker.ipxe"
            script.write_text(SCRIPT)
            start_kit(school, "--ipxe-script", str(script), loader=firmware)
        else:
            start_kit(school, loader=firmware, arch="x64" if firmware is Firmware.HTTP else "")

    return prepare


def chain(firmware: Firmware, site: Callable[[Lab], object]) -> Callable[[Lab], None]:
    """iPXE by TFTP, then a script."""

    def prepare(school: Lab) -> None:
        site(school)
        script = school.folder / "marker.ipxe"
        script.write_text(SCRIPT)
        file = {Firmware.ARM64: "arm64-efi/snponly.efi"}.get(firmware, "snponly.efi")
        root = school.folder / "root"
        shutil.copytree(boot_set(), root)
        if not (root / file).exists():
            wanted = "arm64" if firmware is Firmware.ARM64 else "snponly"
            file = next(str(each.relative_to(root)) for each in sorted(root.rglob("*.efi")) if wanted in str(each))
        serve(school, root, "--boot", f"{firmware.value}={file}", "--ipxe-script", str(script))

    return prepare


def binl(firmware: Firmware) -> Callable[[Lab], None]:
    """As dnsmasq answers UEFI: the file is told on port 4011 only."""

    def prepare(school: Lab) -> None:
        school.start_site_dhcp()
        name = make_loader(root_of(school), "loader", firmware, RAN)
        start_odd_server(school, offer={}, ack={"file": name})

    return prepare


def dnsmasq_proxy(school: Lab, host: str, interface: str, *services: str) -> None:
    root = root_of(school)
    command = [
        *("dnsmasq", "--no-daemon", "--conf-file=/dev/null", "--port=0", "--log-dhcp", f"--interface={interface}"),
        *("--bind-interfaces", "--dhcp-range=10.77.1.0,proxy", f"--dhcp-leasefile={school.folder}/{host}-leases"),
        *("--enable-tftp", f"--tftp-root={root}", *services),
    ]
    school.start(host, f"proxy-{host}", command).wait_for("DHCP, proxy|DHCP, sockets bound", 10)


def two_proxies(school: Lab, other: str) -> None:
    school.start_site_dhcp()
    make_loader(root_of(school), "loader", Firmware.X64, RAN)
    school.add_namespace("third")
    school.connect("third", "third0", f"{THIRD}/24")
    for host, interface, file in (("kit", KIT_INTERFACE, "loader.efi"), ("third", "third0", other)):
        dnsmasq_proxy(school, host, interface, f"--pxe-service=x86-64_EFI,One,{file}")


def seed(school: Lab) -> None:
    """The page's first configuration: UEFI gets a prompt without a menu, and sub-option 6 twice."""
    school.start_site_dhcp()
    (root_of(school) / "pxelinux.0").write_bytes(bytes(1000))
    dnsmasq_proxy(
        school,
        "kit",
        KIT_INTERFACE,
        "--dhcp-boot=pxelinux.0",
        "--dhcp-option=vendor:PXEClient,6,2b",
        "--pxe-prompt=Press F8,3",
        "--pxe-service=X86PC,Boot from network,pxelinux",
        "--pxe-service=X86PC,Boot from local hard disk,0",
    )


def menu(school: Lab) -> None:
    school.start_site_dhcp()
    make_loader(root_of(school), "loader", Firmware.X64, RAN)
    dnsmasq_proxy(
        school,
        "kit",
        KIT_INTERFACE,
        "--pxe-prompt=Press F8,2",
        "--pxe-service=x86-64_EFI,One,loader.efi",
        "--pxe-service=x86-64_EFI,Two,other.efi",
    )


def local_first(school: Lab) -> None:
    school.start_site_dhcp()
    make_loader(root_of(school), "loader", Firmware.X64, RAN)
    dnsmasq_proxy(
        school,
        "kit",
        KIT_INTERFACE,
        "--pxe-prompt=Press F8,2",
        "--pxe-service=x86-64_EFI,Local disk,0",
        "--pxe-service=x86-64_EFI,One,loader.efi",
        "--pxe-service=x86-64_EFI,Two,other.efi",
    )


def typed(school: Lab) -> None:
    """A boot server of a type that nobody is."""
    school.start_site_dhcp()
    dnsmasq_proxy(
        school,
        "kit",
        KIT_INTERFACE,
        "--pxe-prompt=Press F8,1",
        f"--pxe-service=x86-64_EFI,RIS,1,{DEAD}",
        f"--pxe-service=x86-64_EFI,Other,2,{DEAD}",
    )
