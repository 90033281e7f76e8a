"""Recordings with servers that schools have and the others here do not: ISC dhcpd and Kea that name boot files,
udhcpd, tftpd-hpa, atftpd and nginx; with U-Boot, iPXE's EFI ROM, several computers, and computers that try twice.

Programs that are not installed are taken from FOGPORTABLE_LAB_PACKAGES, a folder into which Debian's packages
atftpd, busybox-static, nginx, tftpd-hpa and u-boot-qemu were unpacked.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable

from tests.golden.diagnosis.faulty_school import odd_beside_site, site_alone
from tests.golden.diagnosis.field_computers import PACKAGES, together, two_tries, u_boot, with_card
from tests.golden.diagnosis.scenarios import Scenario
from tests.golden.diagnosis.school import (
    DEAD,
    RAN,
    SETS,
    boot_set,
    direct,
    dnsmasq_proxy,
    healthy,
    root_of,
    serve_files,
    start_kit,
    start_odd_server,
)
from tests.system.firmware import Firmware
from tests.system.kit import MARKER, SCRIPT
from tests.system.lab import KIT, SITE, Lab
from tests.system.loaders import make_loader
from tests.system.sites import start_isc_dhcpd

_A, _B, _I, _X, _H = Firmware.ARM64, Firmware.BIOS, Firmware.IA32, Firmware.X64, Firmware.HTTP
_E16 = "PXE-E16"
#: U-Boot has an address of its own there, whatever the card is given.
_OF_U_BOOT = "52:52:52:52:52:52"
SECOND, THIRD = "52:54:00:77:d1:02", "52:54:00:77:d1:03"


# --- servers -----------------------------------------------------------------------------------------------------


def _program(path: str) -> str:
    return str(PACKAGES / path)


def _isc(school: Lab, file: str, more: str = "") -> None:
    start_isc_dhcpd(school, f'next-server {KIT};\nfilename "{file}";\n{more}')


def _kea(school: Lab, file: str, classes: list[dict[str, str]] | None = None, **network: object) -> None:
    """Kea that names a boot file, by client classes where some are given."""
    folder = school.folder / "kea"
    folder.mkdir()
    subnet = {
        "subnet": "10.77.1.0/24",
        "pools": [{"pool": "10.77.1.100 - 10.77.1.200"}],
        "option-data": [{"name": "routers", "data": SITE}],
        **network,
    }
    settings: dict[str, object] = {
        "interfaces-config": {"interfaces": ["site0"]},
        "lease-database": {"type": "memfile", "persist": False},
        "subnet4": [subnet],
        "loggers": [{"name": "kea-dhcp4", "output_options": [{"output": "stdout"}], "severity": "INFO"}],
    }
    if classes:
        settings["client-classes"] = classes
    elif file:
        settings.update({"boot-file-name": file, "next-server": KIT})
    configuration = folder / "kea-dhcp4.conf"
    configuration.write_text(json.dumps({"Dhcp4": settings}))
    environment = {"KEA_PIDFILE_DIR": str(folder), "KEA_LOCKFILE_DIR": str(folder)}
    process = school.start("site", "kea", ["kea-dhcp4", "-c", str(configuration)], **environment)
    process.wait_for("DHCP4_STARTED", 15)


def _udhcpd(school: Lab, *lines: str) -> None:
    configuration = school.folder / "udhcpd.conf"
    leases = school.folder / "udhcpd.leases"
    leases.write_bytes(b"")
    plain = ("start 10.77.1.100", "end 10.77.1.200", "interface site0", f"lease_file {leases}", f"opt router {SITE}")
    configuration.write_text("\n".join((*plain, "opt subnet 255.255.255.0", *lines)) + "\n")
    process = school.start("site", "udhcpd", [_program("bin/busybox"), "udhcpd", "-f", str(configuration)])
    process.wait_for("started", 10)


def _tftpd_hpa(school: Lab) -> None:
    school.start("kit", "tftpd", [_program("usr/sbin/in.tftpd"), "-L", "-u", "root", "-s", str(root_of(school))])


def _atftpd(school: Lab) -> None:
    command = [_program("usr/sbin/atftpd"), "--daemon", "--no-fork", "--user", "root", "--group", "root"]
    school.start("kit", "atftpd", [*command, "--logfile", "-", str(root_of(school))])


def _nginx(school: Lab) -> None:
    configuration = school.folder / "nginx.conf"
    configuration.write_text(
        f"daemon off; user root; pid {school.folder}/nginx.pid; error_log stderr; events {{}}\n"
        f"http {{ access_log off; client_body_temp_path {school.folder}/b; proxy_temp_path {school.folder}/p;\n"
        f"fastcgi_temp_path {school.folder}/f; uwsgi_temp_path {school.folder}/u; scgi_temp_path {school.folder}/s;\n"
        f"server {{ listen 80; root {root_of(school)}; }} }}\n"
    )
    school.start("kit", "nginx", [_program("usr/sbin/nginx"), "-c", str(configuration), "-p", str(school.folder)])


_FILES: dict[str, Callable[[Lab], None]] = {"hpa": _tftpd_hpa, "atftpd": _atftpd}


def _one_server(
    site: Callable[[Lab, str], object], files: str, firmware: Firmware, *, is_there: bool = True
) -> Callable[[Lab], None]:
    """The DHCP server names a file of its architecture, and some TFTP server has it."""

    def prepare(school: Lab) -> None:
        name = make_loader(root_of(school), "loader", firmware, RAN)
        site(school, name if is_there else "nosuch.file")
        _FILES[files](school)

    return prepare


def _ipxe_file(school: Lab, pattern: str) -> str:
    found = next(boot_set().rglob(pattern))
    shutil.copyfile(found, root_of(school) / found.name)
    return found.name


def _script(school: Lab, text: str = SCRIPT, name: str = "boot.ipxe") -> str:
    (root_of(school) / name).write_text(text)
    return name


def _chain_by_classes(school: Lab) -> None:
    """Kea tells iPXE from firmware by client classes."""
    _script(school)
    file = _ipxe_file(school, "snponly.efi")
    classes = [
        {
            "name": "ipxe",
            "test": "substring(option[77].hex,0,4) == 'iPXE'",
            "boot-file-name": "boot.ipxe",
            "next-server": KIT,
        },
        {
            "name": "uefi",
            "test": "not member('ipxe') and option[93].hex == 0x0007",
            "boot-file-name": file,
            "next-server": KIT,
        },
    ]
    _kea(school, "", classes)
    _tftpd_hpa(school)


def _loop_by_isc(school: Lab) -> None:
    _isc(school, _ipxe_file(school, "snponly.efi"))
    _tftpd_hpa(school)


def _arm64_by_kea(school: Lab) -> None:
    """iPXE for arm64, then a script."""
    file = _ipxe_file(school, "ipxe-arm64.efi")
    _script(school)
    classes = [
        {"name": "ipxe", "test": "option[175].exists", "boot-file-name": "boot.ipxe", "next-server": KIT},
        {"name": "rest", "test": "not option[175].exists", "boot-file-name": file, "next-server": KIT},
    ]
    _kea(school, "", classes)
    _atftpd(school)


def _site_tftp_closed(school: Lab) -> None:
    """The DHCP server names a file and no server: it is asked itself, and serves no files."""
    make_loader(root_of(school), "loader", _X, RAN)
    start_isc_dhcpd(school, 'filename "loader.efi";\n')


def _pool_is_empty(school: Lab) -> None:
    """Not one address is left."""
    school.start_site_dhcp("--dhcp-range=10.77.1.50,10.77.1.50,1h", "--dhcp-ignore=tag:!known")
    start_kit(school, loader=_X)


def _http_from_nginx(file: str | None) -> Callable[[Lab], None]:
    def prepare(school: Lab) -> None:
        name = make_loader(root_of(school), "loader", _H, RAN) if file is None else file
        school.start_site_dhcp(
            "--dhcp-vendorclass=set:http,HTTPClient",
            "--dhcp-option-force=tag:http,60,HTTPClient",
            f"--dhcp-boot=tag:http,http://{KIT}/{name}",
        )
        _nginx(school)

    return prepare


def _http_wrong_program(school: Lab) -> None:
    make_loader(root_of(school), "loader", _I, RAN)
    _http_from_nginx("loader.efi")(school)


def _script_asks(target: str) -> Callable[[Lab], None]:
    """iPXE's script wants a file by HTTP that nginx does not have."""

    def prepare(school: Lab) -> None:
        school.start_site_dhcp()
        text = f"#!ipxe\nkernel http://{KIT}/{target} || echo KERNEL-FAILED\necho KERNEL-FAILED\nsleep 3\nexit\n"
        name = _script(school, text)
        start_odd_server(school, offer=direct(name, **{"175": "010101"}), ack={"file": name})
        _nginx(school)

    return prepare


def _grub_with_configuration(school: Lab) -> None:
    """shim, signed GRUB 2.12 and its configuration, as Debian 13 has them."""
    signed_folder = next(path.parent for path in SETS.rglob("grubx64.efi"))
    root = root_of(school)
    for file in signed_folder.iterdir():
        shutil.copyfile(file, root / file.name)
    for folder in ("debian-installer/amd64/grub", "grub", "EFI/debian"):
        (root / folder).mkdir(parents=True, exist_ok=True)
        (root / folder / "grub.cfg").write_text(f"echo {RAN}\necho {RAN}\nsleep 2\nhalt\n")
    start_isc_dhcpd(school, f'next-server {KIT};\nfilename "shimx64.efi";\n')
    serve_files(school)


def _shim_without_grub(school: Lab) -> None:
    school.start_site_dhcp()
    signed_folder = next(path.parent for path in SETS.rglob("grubx64.efi"))
    root = root_of(school)
    for name in ("shimx64.efi", "mmx64.efi"):
        shutil.copyfile(signed_folder / name, root / name)
    start_odd_server(school, offer=direct("shimx64.efi"), ack={"file": "shimx64.efi"})


def _class_60_in_isc(school: Lab) -> None:
    start_isc_dhcpd(school, 'option vendor-class-identifier "PXEClient";\n')
    make_loader(root_of(school), "loader", _I, RAN)
    start_odd_server(school, offer=direct("loader.efi"), ack={"file": "loader.efi"})


def _dead_beside_kit(school: Lab) -> None:
    """Two boot servers; the one that answers first names a machine that is not there."""
    school.start_site_dhcp()
    make_loader(root_of(school), "loader", _X, RAN)
    school.add_namespace("third")
    school.connect("third", "third0", "10.77.1.11/24")
    dnsmasq_proxy(school, "third", "third0", f"--pxe-service=x86-64_EFI,One,loader.efi,{DEAD}")
    start_odd_server(school, offer=direct("loader.efi", siaddr=DEAD), ack={"file": "loader.efi", "siaddr": DEAD})


def _served_relay(firmware: Firmware) -> Callable[[Lab], None]:
    def prepare(school: Lab) -> None:
        school.start_relay(SITE, KIT)
        school.start_site_dhcp("--dhcp-range=10.77.2.100,10.77.2.200,255.255.255.0,1h", "--dhcp-option=3,10.77.2.254")
        if firmware is _B:
            script = school.folder / "marker.ipxe"
            script.write_text(SCRIPT)
            start_kit(school, "--relay", "10.77.2.0/24", "--ipxe-script", str(script), loader=firmware)
        else:
            start_kit(school, "--relay", "10.77.2.0/24", loader=firmware)

    return prepare


def _local_disk_by_script(school: Lab) -> None:
    """A script that leaves the network for the disk."""
    school.start_site_dhcp()
    name = _script(school, "#!ipxe\necho LEAVES-FOR-DISK\necho LEAVES-FOR-DISK\nexit\n")
    start_odd_server(school, offer=direct(name, **{"175": "010101"}), ack={"file": name})


def _uboot_file(school: Lab) -> None:
    """U-Boot gets a UEFI program from the DHCP server's own next server."""
    file = _ipxe_file(school, "ipxe-arm64.efi")
    school.start_site_dhcp(f"--dhcp-boot={file},,{KIT}")
    serve_files(school)


def _uboot_nothing(school: Lab) -> None:
    school.start_site_dhcp(f"--dhcp-boot=nosuch.img,,{KIT}")
    _tftpd_hpa(school)


def _file_appears(school: Lab) -> None:
    make_loader(root_of(school), "later", _X, RAN)


def _file_goes(school: Lab) -> None:
    (root_of(school) / "loader.efi").unlink()


def _room(school: Lab) -> None:
    """By architecture: x64 has its file, the BIOS gets one that is not there, ia32 that of x64."""
    make_loader(root_of(school), "loader", _X, RAN)
    school.start_site_dhcp(
        "--dhcp-match=set:bios,option:client-arch,0",
        f"--dhcp-boot=tag:bios,nosuch.ipxe,,{KIT}",
        f"--dhcp-boot=tag:!bios,loader.efi,,{KIT}",
    )
    _tftpd_hpa(school)


FIELD: tuple[Scenario, ...] = (
    Scenario("aside-isc-hpa-x64", _X, "ok", RAN, _one_server(_isc, "hpa", _X)),
    Scenario("isc-atftpd-bios", _B, "ok", RAN, _one_server(_isc, "atftpd", _B)),
    Scenario(
        "udhcpd-hpa-ia32",
        _I,
        "ok",
        RAN,
        _one_server(lambda school, file: _udhcpd(school, f"siaddr {KIT}", f"boot_file {file}"), "hpa", _I),
        within_s=150,
    ),
    Scenario("missing-hpa-x64", _X, "file-missing", "PXE-E23", _one_server(_isc, "hpa", _X, is_there=False), 120),
    Scenario(
        "aside-missing-atftpd-bios",
        _B,
        "file-missing",
        "Could not boot|No bootable|not found",
        _one_server(_kea, "atftpd", _B, is_there=False),
        120,
    ),
    Scenario("chain-kea-classes-x64", _X, "ok", MARKER, _chain_by_classes, within_s=180),
    Scenario("aside-chain-kea-atftpd-arm64", _A, "ok", MARKER, _arm64_by_kea, within_s=240),
    Scenario(
        "aside-loop-isc-hpa-x64",
        _X,
        "chainload-loop",
        r"(?s)(iPXE initialising devices.*){3}",
        _loop_by_isc,
        within_s=240,
    ),
    Scenario("site-tftp-closed-x64", _X, "tftp-data-blocked", "PXE-E", _site_tftp_closed, within_s=150),
    Scenario("empty-pool-x64", _X, "no-dhcp-server", _E16, _pool_is_empty, within_s=200),
    Scenario("aside-http-nginx", _H, "ok", RAN, _http_from_nginx(None), within_s=120),
    Scenario("http-nginx-404", _H, "file-missing", "(?s)HTTP.*(Error|failed)", _http_from_nginx("no.efi"), 120, 25.0),
    Scenario("aside-http-wrong-program", _H, "wrong-architecture", "(?s)HTTP", _http_wrong_program, 120, 60.0),
    Scenario("aside-http-no-answer", _H, "no-pxe-answer", "(?s)HTTP Boot.*", site_alone(), 120, 60.0),
    Scenario("script-404-bios", _B, "file-missing", "KERNEL-FAILED", _script_asks("vmlinuz")),
    Scenario("aside-shim-grub-isc-secure", Firmware.SECURE, "ok", RAN, _grub_with_configuration, within_s=200),
    Scenario(
        "shim-without-grub-secure",
        Firmware.SECURE,
        "file-missing",
        "(?i)failed to|not found|start_image",
        _shim_without_grub,
        within_s=150,
        after_s=30,
    ),
    Scenario("aside-class-60-isc-ia32", _I, "class-without-option-43", "PXE-E16|PXE-E22", _class_60_in_isc, 200),
    Scenario("dead-beside-proxy-x64", _X, "second-proxy", "PXE-E", _dead_beside_kit, within_s=150),
    Scenario("relay-served-x64", _X, "ok", RAN, _served_relay(_X), within_s=150, bridge="br1"),
    Scenario("aside-relay-served-bios", _B, "ok", MARKER, _served_relay(_B), within_s=150, bridge="br1"),
    Scenario("script-exits-bios", _B, "ok", "LEAVES-FOR-DISK", _local_disk_by_script),
    Scenario(
        "uboot-arm64", _A, "ok", "iPXE initialising devices", _uboot_file, within_s=240, power_on=u_boot, mac=_OF_U_BOOT
    ),
    Scenario(
        "aside-uboot-missing-arm64",
        _A,
        "file-missing",
        "TFTP error",
        _uboot_nothing,
        240,
        30,
        power_on=u_boot,
        mac=_OF_U_BOOT,
    ),
    Scenario(
        "aside-uboot-no-dhcp-arm64",
        _A,
        "no-dhcp-server",
        "Retry time exceeded|BOOTP broadcast 8",
        lambda _lab: None,
        within_s=240,
        power_on=u_boot,
        mac=_OF_U_BOOT,
    ),
    Scenario(
        "efi-rom-e1000-x64",
        _X,
        "ok",
        RAN,
        odd_beside_site(loader=_X, offer=direct("loader.efi")),
        within_s=120,
        power_on=with_card(_X, "e1000", "/usr/lib/ipxe/qemu/efi-e1000.rom"),
    ),
    Scenario("rtl8139-bios", _B, "ok", MARKER, healthy(_B), within_s=120, power_on=with_card(_B, "rtl8139")),
    Scenario(
        "fails-then-boots-x64",
        _X,
        "ok",
        RAN,
        odd_beside_site(offer=direct("later.efi"), ack={"file": "later.efi"}),
        within_s=200,
        power_on=two_tries("PXE-E23", _file_appears),
        cable="br0",
        notes=("file-missing",),
    ),
    Scenario(
        "aside-boots-then-fails-x64",
        _X,
        "file-missing",
        "PXE-E23",
        odd_beside_site(loader=_X, offer=direct("loader.efi"), ack={"file": "loader.efi"}),
        within_s=200,
        power_on=two_tries(RAN, _file_goes),
        cable="br0",
    ),
    Scenario(
        "room-of-three",
        _X,
        "ok",
        RAN,
        _room,
        within_s=240,
        after_s=40,
        power_on=together(
            (_B, SECOND, "Could not boot|No bootable|not found"), (_I, THIRD, "NBP file downloaded successfully")
        ),
        cable="br0",
        others=((SECOND, "file-missing"), (THIRD, "wrong-architecture")),
    ),
)
