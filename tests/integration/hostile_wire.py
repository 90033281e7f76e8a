"""`serve` on one end of a wire, and at the other end somebody who sends whatever he likes, from any address."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from ipaddress import IPv4Address
from pathlib import Path

from tests.fakes.namespaces import KIT_ADDRESS, Namespace, Wire, wire

KIT = str(KIT_ADDRESS.ip)
#: The sender's own address, and the network of which all other addresses are his too.
SENDER = "10.77.0.1"
CROWD = IPv4Address("10.77.64.0")

_ETH_P_IP = 0x0800
_ETHERNET_BYTES = 14
#: <linux/if_packet.h>, <linux/virtio_net.h>: each frame comes with a header that says in which sizes to cut it.
_SOL_PACKET, _PACKET_VNET_HDR = 263, 15
_VIRTUAL_HEADER = struct.Struct("=BBHH4x")
_UDP_SEGMENTS = 5
_LARGEST_FRAME = 128 * 1024
_WAIT_S = 20.0
_BUFFER_BYTES = 64 * 1024 * 1024
_SO_RCVBUFFORCE = 33


def crowd(number: int) -> str:
    """One of 16,000 addresses of the sender."""
    return str(CROWD + 1 + number)


@dataclass(frozen=True)
class Heard:
    """One UDP datagram of the kit as it came off the wire."""

    from_port: int
    to: tuple[str, int]
    payload: bytes

    @property
    def yiaddr(self) -> str:
        return socket.inet_ntoa(self.payload[16:20])

    @property
    def mac(self) -> bytes:
        return self.payload[28:34]


@dataclass
class Witness:
    """A packet socket on the sender's card: everything that the kit sends, whether anybody listens or not."""

    sock: socket.socket

    def read(self, timeout_s: float = 0.0) -> Iterator[Heard]:
        """What waits; with a time limit also what comes until then."""
        deadline = time.monotonic() + timeout_s
        while select.select([self.sock], [], [], max(0.0, deadline - time.monotonic()))[0]:
            octets, where = self.sock.recvfrom(_LARGEST_FRAME)
            frame = octets[_VIRTUAL_HEADER.size + _ETHERNET_BYTES :]
            if where[2] != socket.PACKET_OUTGOING and frame[9] == socket.IPPROTO_UDP:
                _, kind, _, size = _VIRTUAL_HEADER.unpack_from(octets)
                header = (frame[0] & 0x0F) * 4
                source, to = struct.unpack_from("!HH", frame, header)
                yield from self._cut(source, to, frame, header + 8, size if kind == _UDP_SEGMENTS else len(frame))

    @staticmethod
    def _cut(source: int, to: int, frame: bytes, start: int, size: int) -> Iterator[Heard]:
        """A virtual wire carries datagrams in one piece that a real card would have cut."""
        for at in range(start, len(frame), size):
            yield Heard(source, (socket.inet_ntoa(frame[16:20]), to), frame[at : at + size])

    def wait_for(self, is_it: Callable[[Heard], bool]) -> list[Heard]:
        """Everything up to the datagram that is waited for."""
        heard = []
        for each in self.read(_WAIT_S):
            heard.append(each)
            if is_it(each):
                return heard
        raise AssertionError(f"it did not come in {_WAIT_S} s; {len(heard)} other datagrams did")


@dataclass
class Siege:
    """`serve --json` in its network namespace. Its output goes to files, so that no full pipe can hold it up."""

    process: subprocess.Popen[bytes]
    folder: Path
    root: Path
    outside: Namespace
    kept: list[socket.socket] = field(default_factory=list)

    def socket(self, address: str = SENDER, port: int = 0) -> socket.socket:
        """A socket of the sender's; closed at the end of the test."""
        with self.outside.entered():
            sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        sock.bind((address, port))
        self.kept.append(sock)
        return sock

    def witness(self) -> Witness:
        with self.outside.entered():
            sock = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
            sock.setsockopt(_SOL_PACKET, _PACKET_VNET_HDR, 1)
            sock.bind(("pc0", _ETH_P_IP))
        sock.setsockopt(socket.SOL_SOCKET, _SO_RCVBUFFORCE, _BUFFER_BYTES)
        self.kept.append(sock)
        return Witness(sock)

    def download(self, name: str, address: str = SENDER) -> bytes:
        """A file, by a client that is not ours (tftpy), from one of the sender's addresses."""
        from tftpy import TftpClient

        target = self.folder / f"loaded-{threading.get_ident()}"
        with self.outside.entered():
            TftpClient(KIT, 69, {"blksize": 1456}, localip=address).download(name, str(target), timeout=3)
        return target.read_bytes()

    @property
    def resident_bytes(self) -> int:
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) * 1024

    def events(self, name: str) -> list[dict[str, object]]:
        lines = (json.loads(line) for line in (self.folder / "out").read_text().splitlines())
        return [line for line in lines if line["event"] == name]

    def stop(self, number: int = signal.SIGTERM) -> int:
        """End it as a person or a service manager does; its exit code."""
        self.process.send_signal(number)
        return self.process.wait(10)

    def complaints(self) -> str:
        """What stands on standard error."""
        return (self.folder / "err").read_text()


@contextlib.contextmanager
def siege(folder: Path) -> Iterator[Siege]:
    root = folder / "root"
    root.mkdir()
    (root / "ipxe.efi").write_bytes(os.urandom(200_000))
    with wire() as made:
        _give_addresses(made)
        with made.kit.entered(), (folder / "out").open("wb") as out, (folder / "err").open("wb") as err:
            process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "fogportable", "serve", "--json", "--interface", "kit0"),
                    *("--root", str(root), "--boot", "x64=ipxe.efi"),
                ],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
            )
        running = Siege(process, folder, root, made.pc)
        try:
            _wait_until_it_serves(running)
            yield running
        finally:
            process.kill()
            process.wait()
            for sock in running.kept:
                sock.close()


def _give_addresses(made: Wire) -> None:
    made.kit.run("ip", "addr", "flush", "dev", "kit0")
    made.kit.run("ip", "addr", "add", f"{KIT}/16", "broadcast", "+", "dev", "kit0")
    made.pc.run("ip", "addr", "add", f"{SENDER}/16", "broadcast", "+", "dev", "pc0")
    made.pc.run("ip", "route", "add", "local", f"{CROWD}/18", "dev", "lo")


def _wait_until_it_serves(running: Siege) -> None:
    deadline = time.monotonic() + _WAIT_S
    while b"session_started" not in (running.folder / "out").read_bytes():
        assert time.monotonic() < deadline, "it did not start"
        with contextlib.suppress(subprocess.TimeoutExpired):
            raise AssertionError(f"it ended: {running.process.wait(0.05)} {running.complaints()}")
