"""A TFTP service on loopback, the events it emits, and a client that sends exactly what a test says."""

from __future__ import annotations

import contextlib
import os
import queue
import socket
from collections.abc import Callable, Iterator, Sequence
from ipaddress import IPv4Address, IPv4Interface, IPv4Network
from pathlib import Path

from fogportable.model import ServingInterface, TftpSettings
from fogportable.platform.udp import SocketPurpose, UdpEndpoint, open_udp
from fogportable.protocol.tftp import (
    Opcode,
    Request,
    block_of,
    encode_ack,
    encode_error,
    encode_request,
    opcode_of,
    parse_error,
    parse_oack,
)
from fogportable.protocol.tftp.packets import ErrorCode, ErrorPacket
from fogportable.services.files import FileStore, VirtualFiles
from fogportable.services.packet_ring import PacketRing
from fogportable.services.tftp_ledger import Promised
from fogportable.services.tftp_service import TftpService
from tests.integration.said import MAC as MAC  # known to tests by this name
from tests.integration.said import WAIT_S, Said


class Bench(Said):
    """The service and what it said."""

    def __init__(
        self,
        root: Path,
        *,
        address: str = "127.0.0.1/8",
        virtual: VirtualFiles | None = None,
        promised: Promised | None = None,
        settings: TftpSettings | None = None,
        network: str | None = None,
        relays: Sequence[IPv4Network] = (),
    ) -> None:
        """network: what loopback is taken for, None for what it is."""
        super().__init__()
        self.root = root
        card, device = IPv4Interface(network or address), None if network is None else "lo"
        self.interface = ServingInterface("lo", socket.if_nametoindex("lo"), card, device, 65536)
        listener = open_udp(UdpEndpoint(SocketPurpose.TFTP, self.interface, 0))
        self.port: int = listener.getsockname()[1]
        self.service = TftpService(
            [(listener, self.interface)],
            FileStore(root, virtual),
            emit=self.events.put,
            mac_of=lambda _: MAC,
            promised=promised,
            on_crash=self.crashes.append,
            settings=settings,
            relays=relays,
            ring=PacketRing(1 << 20),
        )

    def ask_thread(self, question: Callable[[], object]) -> object:
        """Let the service's thread answer: everything that it had to do before is then done."""
        answers: queue.Queue[object] = queue.Queue()
        self.service.call_soon(lambda: answers.put(question()))
        return answers.get(timeout=WAIT_S)

    def client(self, address: str = "127.0.0.1") -> Client:
        return Client(self.port, address)


@contextlib.contextmanager
def serving(
    root: Path,
    *,
    address: str = "127.0.0.1/8",
    virtual: VirtualFiles | None = None,
    promised: Promised | None = None,
    settings: TftpSettings | None = None,
    network: str | None = None,
    relays: Sequence[IPv4Network] = (),
) -> Iterator[Bench]:
    """A running service; at the end it must stop in time and must not have crashed."""
    bench = Bench(
        root,
        address=address,
        virtual=virtual,
        promised=promised,
        settings=settings,
        network=network,
        relays=relays,
    )
    bench.service.start()
    try:
        yield bench
    finally:
        assert bench.service.stop()
        assert bench.crashes == []


class Client:
    """One UDP socket. After the first answer `peer` is the server's transfer port."""

    def __init__(self, port: int, address: str = "127.0.0.1") -> None:
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.sock.settimeout(WAIT_S)
        self.sock.bind((address, 0))
        self.server = ("127.0.0.1", port)
        self.peer = self.server

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self.sock.close()

    def ask(self, name: bytes, *options: tuple[str, str], mode: str = "octet", opcode: Opcode = Opcode.RRQ) -> bytes:
        """Send a request and return the first answer."""
        self.request(name, *options, mode=mode, opcode=opcode)
        return self.receive()

    def request(self, name: bytes, *options: tuple[str, str], mode: str = "octet", opcode: Opcode = Opcode.RRQ) -> None:
        self.sock.sendto(encode_request(Request(opcode, name, mode, options)), self.server)

    def receive(self) -> bytes:
        data, self.peer = self.sock.recvfrom(70_000)
        return data

    def receive_block(self, block: int) -> bytes:
        """This block. Copies of earlier ones are passed over: they come where this machine stood still for a moment."""
        earlier = {(block - back) & 0xFFFF for back in range(1, 65)}
        while True:
            data = self.receive()
            assert opcode_of(data) == Opcode.DATA, data
            if block_of(data) not in earlier:
                return data

    def acknowledge(self, block: int) -> None:
        self.sock.sendto(encode_ack(block), self.peer)

    def abort(self, code: ErrorCode = ErrorCode.OPTION_REFUSED, text: str = "User aborted the transfer") -> None:
        self.sock.sendto(encode_error(code, text), self.peer)

    def hears_nothing(self) -> bool:
        """True when no datagram waits. Call it only after something that the service did later."""
        self.sock.setblocking(False)
        try:
            self.sock.recv(70_000)
        except BlockingIOError:
            return True
        finally:
            self.sock.settimeout(WAIT_S)
        return False

    def error(self, name: bytes, *options: tuple[str, str], mode: str = "octet") -> ErrorPacket:
        return parse_error(self.ask(name, *options, mode=mode))

    def load(self, name: bytes, *options: tuple[str, str]) -> bytes:
        """The whole file, acknowledged window by window."""
        data = self.ask(name, *options)
        block_size, window_size = 512, 1
        if opcode_of(data) == Opcode.OACK:
            agreed = dict(parse_oack(data))
            block_size = int(agreed.get("blksize", "512"))
            window_size = int(agreed.get("windowsize", "1"))
            self.acknowledge(0)
            data = self.receive_block(1)
        pieces: list[bytes] = []
        while True:
            assert opcode_of(data) == Opcode.DATA, data
            assert block_of(data) == (len(pieces) + 1) & 0xFFFF
            pieces.append(data[4:])
            is_last = len(data) - 4 < block_size
            if is_last or len(pieces) % window_size == 0:
                self.acknowledge(len(pieces))
            if is_last:
                return b"".join(pieces)
            data = self.receive_block(len(pieces) + 1)


def boot_folder(folder: Path) -> Path:
    """A folder with a loader and one larger file."""
    folder.mkdir(exist_ok=True)
    (folder / "ipxe.efi").write_bytes(os.urandom(20_000))
    (folder / "kernel").write_bytes(os.urandom(3_000_001))
    return folder


def source_of(peer: tuple[str, int]) -> IPv4Address:
    return IPv4Address(peer[0])
