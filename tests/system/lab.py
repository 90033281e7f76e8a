"""A school in network namespaces: a site DHCP server, the kit, and real firmware in QEMU on one bridge.

Namespaces: `net` holds the bridges and the VMs' taps, `site` the DHCP server nobody may touch, `kit` the laptop,
`relay` a router with a DHCP relay to a second bridge, where a test asks for it.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.system.firmware import Firmware as Firmware  # known to tests by this name
from tests.system.firmware import qemu_command

SITE = "10.77.1.1"
KIT = "10.77.1.10"
KIT_INTERFACE = "kit0"
#: The second bridge, behind the relay.
FAR_NETWORK = "10.77.2.0/24"
FAR_GATEWAY = "10.77.2.254"
_NEAR_GATEWAY = "10.77.1.254"

_TOOLS = ("ip", "dnsmasq", "tcpdump", "ethtool")


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
class Computer(Process):
    """A PC; its serial console is its output. monitor: Unix socket of QEMU's monitor."""

    monitor: Path

    def press(self, *keys: str) -> None:
        """Press keys one after the other, by QEMU's names: `f8`, `down`, `ret`."""
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(10)
            line.connect(str(self.monitor))
            _read_prompt(line)
            for key in keys:
                line.sendall(f"sendkey {key}\n".encode())
                _read_prompt(line)


def _read_prompt(line: socket.socket) -> None:
    """QEMU takes a command when it has shown its prompt."""
    seen = b""
    while not seen.rstrip().endswith(b"(qemu)"):
        piece = line.recv(4096)
        assert piece, "QEMU closed its monitor"
        seen += piece


@dataclass
class Lab:
    """Make with `with lab(folder) as it:`."""

    folder: Path
    prefix: str = field(default_factory=lambda: f"fp{os.getpid() % 100_000}")
    processes: list[Process] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
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
            self.add_namespace(name)
        self.add_bridge("br0")
        self.connect("site", "site0", f"{SITE}/24")
        self.connect("kit", KIT_INTERFACE, f"{KIT}/24")

    def add_namespace(self, name: str) -> None:
        """One more host; `close` takes it away."""
        _ip("netns", "add", self.namespace(name))
        self.hosts.append(name)
        self.run(name, "ip", "link", "set", "lo", "up")

    def add_bridge(self, name: str) -> None:
        """A switch without spanning tree."""
        self.run("net", "ip", "link", "add", name, "type", "bridge", "forward_delay", "0", "mcast_snooping", "0")
        self.run("net", "ip", "link", "set", name, "up")

    def start_relay(self, *servers: str) -> Process:
        """A second network `br1` behind a router whose DHCP relay asks these servers."""
        self.add_namespace("relay")
        self.add_bridge("br1")
        self.connect("relay", "near0", f"{_NEAR_GATEWAY}/24")
        self.connect("relay", "far0", f"{FAR_GATEWAY}/24", bridge="br1")
        self.run("relay", "sysctl", "-qw", "net.ipv4.ip_forward=1")
        for host in ("site", "kit"):
            self.run(host, "ip", "route", "add", FAR_NETWORK, "via", _NEAR_GATEWAY)
        command = ["dhcrelay", "-4", "-d", "-id", "far0", "-iu", "near0", "-a", *servers]
        relay = self.start("relay", "dhcrelay", command)
        relay.wait_for("Listening on LPF/far0|Listening on Socket|Sending on", 10)
        return relay

    def connect(self, namespace: str, interface: str, address: str, *, bridge: str = "br0") -> None:
        """A cable from a namespace to a bridge."""
        port = f"p-{interface}"
        self.run("net", "ip", "link", "add", port, "type", "veth", "peer", "name", interface)
        self.run("net", "ip", "link", "set", interface, "netns", self.namespace(namespace))
        self.run("net", "ip", "link", "set", port, "master", bridge, "up")
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

    def start_computer(
        self, firmware: Firmware, mac: str, *, disk: Path | None = None, bridge: str = "br0"
    ) -> Computer:
        """Power on one PC that boots from the network, then from a disk."""
        tap = f"tap{self.taps}"
        self.taps += 1
        self.run("net", "ip", "tuntap", "add", "dev", tap, "mode", "tap")
        self.run("net", "ip", "link", "set", tap, "master", bridge, "up")
        monitor = self.folder / f"{tap}.monitor"
        command = qemu_command(firmware, tap, mac, self.folder, monitor)
        if disk is not None:
            command += ["-drive", f"if=none,id=d0,format=raw,file={disk}", "-device", "ide-hd,drive=d0,bootindex=1"]
        process = self.start("net", f"pc-{firmware}", command)
        return Computer(process.name, process.popen, process.output, monitor)

    def close(self) -> None:
        for process in reversed(self.processes):
            process.stop()
        for name in self.hosts:
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
