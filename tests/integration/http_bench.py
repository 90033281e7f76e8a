"""An HTTP service on loopback, the events it emits, and sockets that say exactly what a test wants said."""

from __future__ import annotations

import contextlib
import http.client
import socket
import threading
from collections.abc import Callable, Iterator
from ipaddress import IPv4Address, IPv4Interface, IPv4Network
from pathlib import Path

from fogportable.errors import Fault
from fogportable.model import ServingInterface
from fogportable.platform.tcp import open_tcp
from fogportable.platform.udp import SocketPurpose, UdpEndpoint
from fogportable.services.files import FileStore, VirtualFiles
from fogportable.services.http_delivery import HttpLimits
from fogportable.services.http_service import HttpService
from fogportable.services.packet_ring import PacketRing
from tests.integration.said import MAC as MAC  # known to tests by this name
from tests.integration.said import WAIT_S, Said


class Bench(Said):
    """The service and what it said."""

    def __init__(
        self,
        root: Path,
        *,
        virtual: VirtualFiles | None = None,
        promised: Callable[[str], Fault | None] = lambda _: None,
        limits: HttpLimits | None = None,
        network: str | None = None,
        relays: tuple[IPv4Network, ...] = (),
    ) -> None:
        """network: what loopback is taken for, None for what it is."""
        super().__init__()
        self.root = root
        address, device = IPv4Interface(network or "127.0.0.1/8"), None if network is None else "lo"
        interface = ServingInterface("lo", socket.if_nametoindex("lo"), address, device, 65536)
        listener = open_tcp(UdpEndpoint(SocketPurpose.HTTP, interface, 0))
        self.port: int = listener.getsockname()[1]
        self.service = HttpService(
            [(listener, interface)],
            FileStore(root, virtual),
            emit=self.events.put,
            mac_of=lambda _: MAC,
            promised=promised,
            on_crash=self.crashes.append,
            limits=limits,
            relays=relays,
            ring=PacketRing(1 << 20),
        )

    @contextlib.contextmanager
    def client(self, address: str = "127.0.0.1") -> Iterator[http.client.HTTPConnection]:
        """A client of the standard library."""
        made = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT_S, source_address=(address, 0))
        with contextlib.closing(made):
            yield made

    def connect(self, address: str = "127.0.0.1", *, receive_buffer: int | None = None) -> socket.socket:
        """A bare connection."""
        with contextlib.ExitStack() as undo:
            sock = undo.enter_context(socket.socket())
            if receive_buffer is not None:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
            sock.settimeout(WAIT_S)
            sock.bind((address, 0))
            sock.connect(("127.0.0.1", self.port))
            undo.pop_all()
        return sock

    def say(self, data: bytes, address: str = "127.0.0.1") -> bytes:
        """Send this and read until the service closes."""
        with self.connect(address) as sock:
            sock.sendall(data)
            return read_all(sock)

    def get(self, target: str, method: str = "GET", **fields: str) -> tuple[http.client.HTTPResponse, bytes]:
        """One request with a connection of its own. Underscores in names stand for hyphens."""
        with self.client() as client:
            client.putrequest(method, target, skip_accept_encoding=True)
            for name, value in fields.items():
                client.putheader(name.replace("_", "-"), value)
            client.endheaders()
            answer = client.getresponse()
            return answer, answer.read()

    def await_connections(self, count: int) -> None:
        """Until so many connections are open."""
        pause = threading.Event()
        while self.service.open_connections != count:
            pause.wait(0.005)


def read_all(sock: socket.socket) -> bytes:
    """Until the other end closes."""
    pieces = []
    while data := sock.recv(65536):
        pieces.append(data)
    return b"".join(pieces)


@contextlib.contextmanager
def serving(
    root: Path,
    *,
    virtual: VirtualFiles | None = None,
    promised: Callable[[str], Fault | None] = lambda _: None,
    limits: HttpLimits | None = None,
    network: str | None = None,
    relays: tuple[IPv4Network, ...] = (),
) -> Iterator[Bench]:
    """A running service; at the end it must stop in time and must not have crashed."""
    bench = Bench(root, virtual=virtual, promised=promised, limits=limits, network=network, relays=relays)
    bench.service.start()
    try:
        yield bench
    finally:
        assert bench.service.stop()
        assert bench.crashes == []


def request(target: str, *lines: str, method: str = "GET") -> bytes:
    """A request as octets."""
    return "\r\n".join([f"{method} {target} HTTP/1.1", "Host: kit", *lines, "", ""]).encode()


def script_of(name: str, server: IPv4Address) -> bytes | None:
    """A script that exists in memory only."""
    return f"#!ipxe\nchain tftp://{server}/x\n".encode() if name == "boot.ipxe" else None
