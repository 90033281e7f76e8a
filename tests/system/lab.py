"""A school in network namespaces: a site DHCP server, the kit, and real firmware in QEMU on one bridge.

Namespaces: `net` holds the bridge and the VMs' taps, `site` the DHCP server nobody may touch, `kit` the laptop.
QEMU runs with `-accel tcg`, because firmware dies under the KVM of small virtual hosts.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

SITE = "10.77.1.1"
KIT = "10.77.1.10"
KIT_INTERFACE = "kit0"

_TOOLS = ("ip", "dnsmasq", "tcpdump", "ethtool")
_OVMF = Path("/usr/share/OVMF")
_AAVMF = Path("/usr/share/AAVMF")


class Firmware(StrEnum):
    """Kinds of computers. All but BIOS use the PXE stack of EDK2; BIOS is SeaBIOS with QEMU's iPXE ROM."""

    BIOS = "bios"
    X64 = "x64"
    IA32 = "ia32"
    ARM64 = "arm64"

    def missing(self) -> str | None:
        """Why this kind cannot run here; None when it can."""
        emulator = "qemu-system-aarch64" if self is Firmware.ARM64 else "qemu-system-x86_64"
        if shutil.which(emulator) is None:
            return f"{emulator} is not installed"
        needed = {
            Firmware.BIOS: Path("/usr/lib/ipxe/qemu/pxe-e1000.rom"),
            Firmware.X64: _OVMF / "OVMF_CODE_4M.fd",
            Firmware.IA32: _OVMF / "OVMF32_CODE_4M.secboot.fd",
            Firmware.ARM64: _AAVMF / "AAVMF_CODE.fd",
        }[self]
        return None if needed.exists() else f"{needed} is not installed"


def missing_for_lab() -> str | None:
    """Why no lab can be built here; None when it can."""
    if os.geteuid() != 0:
        return "network namespaces need root"
    absent = [tool for tool in _TOOLS if shutil.which(tool) is None]
    return f"not installed: {', '.join(absent)}" if absent else None


@dataclass
class Process:
    """A running program and the file that its output goes to."""

    name: str
    popen: subprocess.Popen[bytes]
    output: Path

    def text(self) -> str:
        return self.output.read_text(errors="replace")

    def wait_for(self, pattern: str, timeout_s: float) -> float:
        """Seconds until the output matches. Raises AssertionError with the output when it never does."""
        begin = time.monotonic()
        while time.monotonic() - begin < timeout_s:
            if re.search(pattern, self.text()):
                return time.monotonic() - begin
            if self.popen.poll() is not None and not re.search(pattern, self.text()):
                break
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.popen.wait(0.05)
        raise AssertionError(
            f"{self.name}: {pattern!r} did not come in {timeout_s:.0f} s; it said:\n{self.text()[-4000:]}"
        )

    def stop(self, number: int = signal.SIGTERM, timeout_s: float = 10.0) -> int:
        """End it and return its exit code."""
        if self.popen.poll() is None:
            self.popen.send_signal(number)
            try:
                self.popen.wait(timeout_s)
            except subprocess.TimeoutExpired:
                self.popen.kill()
                self.popen.wait()
        return self.popen.returncode


@dataclass
class Lab:
    """Make with `with lab(folder) as it:`."""

    folder: Path
    prefix: str = field(default_factory=lambda: f"fp{os.getpid() % 100_000}")
    processes: list[Process] = field(default_factory=list)
    taps: int = 0

    def namespace(self, name: str) -> str:
        return f"{self.prefix}{name}"

    def run(self, namespace: str, *command: str) -> str:
        """Run a short command in a namespace and return its output."""
        done = subprocess.run(
            ["ip", "netns", "exec", self.namespace(namespace), *command], check=True, capture_output=True, text=True
        )
        return done.stdout

    def start(self, namespace: str, name: str, command: Sequence[str | Path], **environment: str) -> Process:
        """Start a long-running program in a namespace."""
        output = self.folder / f"{name}-{len(self.processes)}.log"
        with output.open("wb") as file:
            popen = subprocess.Popen(
                ["ip", "netns", "exec", self.namespace(namespace), *map(str, command)],
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                env={**os.environ, **environment},
            )
        process = Process(name, popen, output)
        self.processes.append(process)
        return process

    def build(self) -> None:
        for name in ("net", "site", "kit"):
            _ip("netns", "add", self.namespace(name))
            self.run(name, "ip", "link", "set", "lo", "up")
        self.run("net", "ip", "link", "add", "br0", "type", "bridge", "forward_delay", "0", "mcast_snooping", "0")
        self.run("net", "ip", "link", "set", "br0", "up")
        self.connect("site", "site0", f"{SITE}/24")
        self.connect("kit", KIT_INTERFACE, f"{KIT}/24")

    def connect(self, namespace: str, interface: str, address: str) -> None:
        """A cable from a namespace to the bridge."""
        port = f"p-{interface}"
        self.run("net", "ip", "link", "add", port, "type", "veth", "peer", "name", interface)
        self.run("net", "ip", "link", "set", interface, "netns", self.namespace(namespace))
        self.run("net", "ip", "link", "set", port, "master", "br0", "up")
        self.run(namespace, "ip", "address", "add", address, "dev", interface)
        self.run(namespace, "ip", "link", "set", interface, "up")
        # QEMU's firmware checks UDP checksums, which veth leaves to a card that is not there.
        self.run(namespace, "ethtool", "-K", interface, "tx", "off")

    def start_site_dhcp(self, *options: str) -> Process:
        """The school's own DHCP server: addresses only, unless options say more."""
        site = self.start(
            "site",
            "site-dhcp",
            [
                *("dnsmasq", "--no-daemon", "--conf-file=/dev/null", "--port=0", "--no-ping", "--log-dhcp"),
                *("--interface=site0", "--bind-interfaces", f"--dhcp-leasefile={self.folder}/leases"),
                *("--dhcp-range=10.77.1.100,10.77.1.200,1h", *options),
            ],
        )
        site.wait_for("DHCP, IP range|DHCP, sockets bound", 10)
        return site

    def start_capture(self) -> Capture:
        """An outside witness on the bridge."""
        path = self.folder / f"capture-{len(self.processes)}.pcap"
        command: list[str | Path] = ["tcpdump", "-i", "br0", "--immediate-mode", "-U", "-w", path, "udp or icmp"]
        process = self.start("net", "tcpdump", command)
        process.wait_for("listening on", 10)
        return Capture(process, path)

    def start_computer(self, firmware: Firmware, mac: str, *, disk: Path | None = None) -> Process:
        """Power on one PC that boots from the network, then from a disk. Its serial console is its output."""
        tap = f"tap{self.taps}"
        self.taps += 1
        self.run("net", "ip", "tuntap", "add", "dev", tap, "mode", "tap")
        self.run("net", "ip", "link", "set", tap, "master", "br0", "up")
        command = _qemu(firmware, tap, mac, self.folder)
        if disk is not None:
            command += ["-drive", f"if=none,id=d0,format=raw,file={disk}", "-device", "ide-hd,drive=d0,bootindex=1"]
        return self.start("net", f"pc-{firmware}", command)

    def close(self) -> None:
        for process in reversed(self.processes):
            process.stop()
        for name in ("net", "site", "kit"):
            subprocess.run(["ip", "netns", "delete", self.namespace(name)], check=False, capture_output=True)


@dataclass
class Capture:
    """A running tcpdump."""

    process: Process
    path: Path

    def stop(self) -> Path:
        """End the capture; the file is complete then."""
        self.process.stop(signal.SIGINT)
        return self.path


@contextlib.contextmanager
def lab(folder: Path) -> Iterator[Lab]:
    """Build a lab and tear it down, whatever happens."""
    made = Lab(folder)
    try:
        made.build()
        yield made
    finally:
        made.close()


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, capture_output=True)


def _qemu(firmware: Firmware, tap: str, mac: str, folder: Path) -> list[str | Path]:
    common = ["-accel", "tcg", "-m", "512", "-nographic", "-no-reboot", "-net", "none", "-monitor", "none"]
    network = ["-netdev", f"tap,id=n0,ifname={tap},script=no,downscript=no"]
    card = f"netdev=n0,mac={mac},bootindex=0"
    if firmware is Firmware.BIOS:
        return ["qemu-system-x86_64", "-machine", "pc", *common, *network, "-device", f"e1000,{card}"]
    variables = folder / f"vars-{tap}.fd"
    flash = "if=pflash,format=raw"
    virtio = ["-device", f"virtio-net-pci,{card},romfile="]
    if firmware is Firmware.ARM64:
        shutil.copyfile(_AAVMF / "AAVMF_VARS.fd", variables)
        code = ["-drive", f"{flash},readonly=on,file={_AAVMF}/AAVMF_CODE.fd", "-drive", f"{flash},file={variables}"]
        return ["qemu-system-aarch64", "-machine", "virt", "-cpu", "cortex-a57", *common, *code, *network, *virtio]
    if firmware is Firmware.IA32:
        # Debian builds OVMF32 only with Secure Boot support, which wants q35 with SMM.
        shutil.copyfile(_OVMF / "OVMF32_VARS_4M.fd", variables)
        code = ["-global", "driver=cfi.pflash01,property=secure,value=on"]
        code += ["-drive", f"{flash},unit=0,readonly=on,file={_OVMF}/OVMF32_CODE_4M.secboot.fd"]
        code += ["-drive", f"{flash},unit=1,file={variables}"]
        return ["qemu-system-x86_64", "-machine", "q35,smm=on", *common, *code, *network, *virtio]
    shutil.copyfile(_OVMF / "OVMF_VARS_4M.fd", variables)
    code = ["-drive", f"{flash},unit=0,readonly=on,file={_OVMF}/OVMF_CODE_4M.fd"]
    code += ["-drive", f"{flash},unit=1,file={variables}"]
    return ["qemu-system-x86_64", "-machine", "q35", *common, *code, *network, *virtio]
