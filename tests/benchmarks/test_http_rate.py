"""HTTP in figures: beside nginx with sendfile in the same run. Figures are printed, ratios asserted loosely."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = pytest.mark.benchmark

_SECONDS = 2.0
_ROUNDS = 5
_REPOSITORY = Path(__file__).resolve().parents[2]

_NGINX = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log stderr error;
events {{ worker_connections 512; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{ listen 127.0.0.1:{port}; root {root}; }}
}}
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """mb_per_s: 10^6 octets. cpu_s_per_gib: of the server."""

    mb_per_s: float
    cpu_s_per_gib: float
    requests_per_s: float


@dataclass(frozen=True, slots=True)
class Server:
    """pid: of the process that does the work."""

    pid: int
    port: int

    def cpu_s(self) -> float:
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "root"
    root.mkdir()
    (root / "image").write_bytes(os.urandom(64 * 2**20))
    (root / "loader").write_bytes(os.urandom(1024))
    return root


@contextlib.contextmanager
def _ours(folder: Path) -> Iterator[Server]:
    command = [sys.executable, "-m", "tests.benchmarks.http_server", str(folder)]
    with subprocess.Popen(
        command, cwd=_REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        yield Server(process.pid, int(process.stdout.readline()))
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(10) == 0


@contextlib.contextmanager
def _nginx(root: Path) -> Iterator[Server]:
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if program is None:
        pytest.skip("nginx is not installed")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = root.parent
    folder.chmod(0o755)
    (folder / "nginx.conf").write_text(_NGINX.format(folder=folder, port=port, root=root))
    user = "user root;" if os.geteuid() == 0 else "error_log stderr error;"
    command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", user]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        try:
            _await_listener(port, process)
            children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
            yield Server(int(children[0]), port)
        finally:
            process.terminate()


def _await_listener(port: int, process: subprocess.Popen[bytes]) -> None:
    pause = threading.Event()
    while process.poll() is None:
        with contextlib.suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            return
        pause.wait(0.02)
    raise AssertionError("nginx did not start")


def _load(server: Server, name: str, clients: int) -> Figures:
    before = server.cpu_s()
    arguments = ["127.0.0.1", str(server.port), name, str(clients), str(_SECONDS)]
    said = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.http_load", *arguments],
        cwd=_REPOSITORY,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    figures = json.loads(said.stdout)
    return Figures(
        mb_per_s=figures["octets"] / 1e6 / figures["seconds"],
        cpu_s_per_gib=(server.cpu_s() - before) / (figures["octets"] / 2**30),
        requests_per_s=figures["loads"] / figures["seconds"],
    )


@pytest.mark.parametrize("clients", [1, 30])
def test_large_file_keeps_up_with_nginx(folder: Path, clients: int, capsys: pytest.CaptureFixture[str]) -> None:
    with _nginx(folder) as nginx, _ours(folder) as ours:
        rounds = [(_load(nginx, "image", clients), _load(ours, "image", clients)) for _ in range(_ROUNDS)]
    rate = statistics.median(our.mb_per_s / their.mb_per_s for their, our in rounds)
    cost = statistics.median(our.cpu_s_per_gib / their.cpu_s_per_gib for their, our in rounds)
    with capsys.disabled():
        for their, our in rounds:
            print(
                f"\n64 MiB, {clients} clients: nginx {their.mb_per_s:.0f} MB/s {their.cpu_s_per_gib:.3f} s/GiB,"
                f" ours {our.mb_per_s:.0f} MB/s {our.cpu_s_per_gib:.3f} s/GiB",
                end="",
            )
        print(f"\nratio {rate:.2f} of nginx's rate, {cost:.2f} of its CPU")
    assert rate >= 0.5


def test_small_requests_in_figures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A disk read in pieces is many requests; a gigabit of pieces of 64 KiB is some 1,900 a second."""
    with _ours(folder) as ours:
        figures = _load(ours, "loader", 1)
    with capsys.disabled():
        print(f"\n1 KiB, one client: {figures.requests_per_s:.0f} requests a second")
    assert figures.requests_per_s > 500
