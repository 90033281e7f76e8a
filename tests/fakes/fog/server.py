"""A FOG server to talk to: its pages over a real HTTP socket, with TLS too, and its boot files over real TFTP."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from fogportable.fog.address import FogAddress
from fogportable.fog.boot_names import KEY_MANAGERS, NAMES, SECOND_STAGES
from tests.fakes.boot_files import MACHINE_ARM64, MACHINE_IA32, MACHINE_X64, bios_program, efi_program
from tests.fakes.fog.pages import LOGIN_PAGE, answer_to
from tests.fakes.fog.scripts import default_script
from tests.fakes.fog.state import FogState, Request, Said, Trouble, page_of
from tests.integration.tftp_bench import serving

TLS_FOLDER = Path(__file__).parents[2] / "golden" / "fog" / "tls"

_ONLY_1_6 = ("autoexec.ipxe", "secureboot/")


class FakeFog:
    """One server. `state` may be changed while it runs."""

    def __init__(self, state: FogState, host: str, port: int, tftp_port: int, scheme: str) -> None:
        self.state = state
        self.host = host
        self.port = port
        self.tftp_port = tftp_port
        self.scheme = scheme

    @property
    def place(self) -> str:
        return self.address.place

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.place}/{self.state.web_root}/"

    @property
    def address(self) -> FogAddress:
        """As somebody gives it who knows no more than host and port."""
        return FogAddress(self.host, self.scheme, self.port)


@contextlib.contextmanager
def fake_fog(
    folder: Path,
    state: FogState | None = None,
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    certificate: str | None = None,
    without: Sequence[str] = (),
    script: bytes | None = None,
) -> Iterator[FakeFog]:
    """A running server. folder: empty, becomes its TFTP folder, served at 127.0.0.1. port: 0 for a free one.

    certificate: a file of TLS_FOLDER; None for http. without: beginnings of names that its TFTP folder
    lacks. script: default.ipxe, None for the right one.
    """
    state = state or FogState()
    released = threading.Event()
    server = _Server(state, released, (host, port))
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(TLS_FOLDER / certificate)
        # The handshake belongs to the connection's thread: one that does not finish must not hold up the others.
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    port = server.server_address[1]
    own = default_script(FogAddress(host, port=port).place, state.web_root, is_1_6=state.is_1_6)
    _fill(folder, state, without, own if script is None else script)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, name="fake-fog")
    thread.start()
    try:
        with serving(folder) as bench:
            yield FakeFog(state, host, port, bench.port, "http" if certificate is None else "https")
    finally:
        released.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _fill(folder: Path, state: FogState, without: Sequence[str], script: bytes) -> None:
    absent = (*without, *(() if state.is_1_6 else _ONLY_1_6))
    folder.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate((*NAMES, *SECOND_STAGES.values(), *KEY_MANAGERS)):
        if absent and name.startswith(tuple(absent)):
            continue
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(script if name.endswith(".ipxe") else boot_program(name, number))


def boot_program(name: str, number: int) -> bytes:
    """A sound one for the computers that the name is for, and another one for each number."""
    if not name.endswith(".efi"):
        return bios_program(2048 + number)
    is_arm = "arm64" in name or "aa64" in name
    machine = MACHINE_ARM64 if is_arm else MACHINE_IA32 if name.startswith("i386") else MACHINE_X64
    return efi_program(machine, size=4096 + 2 * number)


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True

    def __init__(self, state: FogState, released: threading.Event, place: tuple[str, int]) -> None:
        super().__init__(place, _Handler)
        self.state = state
        self.released = released

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hung up is no error of a test."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def do_PUT(self) -> None:
        self._answer()

    def do_DELETE(self) -> None:
        self._answer()

    def log_message(self, format: str, *arguments: object) -> None:
        """Not onto the screen."""

    def _answer(self) -> None:
        state = self.server.state
        state.asked.append(self.path)
        page = page_of(state, self.path)
        trouble = state.troubles.get(page or "", state.troubles.get(""))
        headers = {name.lower(): value for name, value in self.headers.items()}
        state.heads.append(headers)
        body = self.rfile.read(int(headers.get("content-length", "0")))
        request = Request(self.path, headers.get("host", ""), headers, self.command, body)
        state.on_request(state, request)
        if state.redirects_to:
            self._send(Said(301, location=state.redirects_to.rstrip("/") + self.path))
        elif trouble is None:
            self._send(answer_to(state, request))
        else:
            if trouble is Trouble.LOST:
                answer_to(state, request)
            self._fail(trouble)

    def _send(self, said: Said) -> None:
        self.send_response(said.status)
        if said.kind:
            self.send_header("Content-Type", said.kind)
        self.send_header("X-Frame-Options", "sameorigin")
        if said.location:
            self.send_header("Location", said.location)
        self.send_header("Content-Length", str(len(said.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(said.body)

    def _fail(self, trouble: Trouble) -> None:
        self.close_connection = True
        if trouble is Trouble.SLOW:
            self.server.released.wait()
        elif trouble is Trouble.TRICKLE:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
            while not self.server.released.wait(0.05):
                self.wfile.write(b"1")
        elif trouble is Trouble.GONE:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n#!ipxe\nset fog-ip")
        elif trouble is Trouble.NOISE:
            self.wfile.write(b"SSH-2.0-OpenSSH_9.2p1\r\n")
        elif trouble is Trouble.WEB_PAGE:
            self._send(Said(body=LOGIN_PAGE))
        elif trouble is Trouble.ENDLESS:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
            while not self.server.released.is_set():
                self.wfile.write(bytes(65536))
        else:
            # A reset, as of a machine whose process was killed.
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
