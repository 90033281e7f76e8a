"""HTTP in figures: beside nginx with sendfile in the same run. Figures are printed, ratios asserted loosely."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import statistics
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.peers import Load, Server, ours, put_load

pytestmark = pytest.mark.benchmark

_SECONDS = 2.0
_ROUNDS = 5

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


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "root"
    root.mkdir()
    (root / "image").write_bytes(os.urandom(64 * 2**20))
    (root / "loader").write_bytes(os.urandom(1024))
    return root


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
            yield Server(int(children[0]), "127.0.0.1", port)
        finally:
            process.terminate()


def _await_listener(port: int, process: subprocess.Popen[bytes]) -> None:
    pause = threading.Event()
    while process.poll() is None:
        with contextlib.suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            return
        pause.wait(0.02)
    raise AssertionError("nginx did not start")


def _load(server: Server, name: str, clients: int) -> Load:
    return put_load(server, "http_load", name, clients, _SECONDS)


@pytest.mark.parametrize("clients", [1, 30])
def test_large_file_keeps_up_with_nginx(folder: Path, clients: int, capsys: pytest.CaptureFixture[str]) -> None:
    with _nginx(folder) as nginx, ours("http", folder) as us:
        rounds = [(_load(nginx, "image", clients), _load(us, "image", clients)) for _ in range(_ROUNDS)]
    rate = statistics.median(our.mb_per_s / their.mb_per_s for their, our in rounds)
    cost = statistics.median(our.cpu_s_per_gib / their.cpu_s_per_gib for their, our in rounds)
    with capsys.disabled():
        for their, our in rounds:
            print(f"\n64 MiB, {clients} clients: nginx {their}, ours {our}", end="")
        print(f"\nratio {rate:.2f} of nginx's rate, {cost:.2f} of its CPU")
    assert rate >= 0.5


def test_small_requests_in_figures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A disk read in pieces is many requests; a gigabit of pieces of 64 KiB is some 1,900 a second."""
    with ours("http", folder) as us:
        said = _load(us, "loader", 1).said
    requests_per_s = said["loads"] / said["seconds"]
    with capsys.disabled():
        print(f"\n1 KiB, one client: {requests_per_s:.0f} requests a second")
    assert requests_per_s > 500
