"""Under systemd: told when we serve and when we stop; sockets that it opened are used by who may open none."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from fogportable.platform.systemd import handed_sockets, notify
from tests.fakes.namespaces import missing_for_namespaces

_MISSING = missing_for_namespaces()
needs_root = pytest.mark.skipif(_MISSING is not None, reason=_MISSING or "")

_ALONE = ("unshare", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh")
#: Binds what a socket unit would, then gives up every capability, with the sockets as descriptors from 3 on. The user
#: stays root, who may read a Python that lies in root's folder.
_LIKE_SYSTEMD = """
import os, socket, sys
kinds = [(socket.SOCK_DGRAM, 67), (socket.SOCK_DGRAM, 4011), (socket.SOCK_DGRAM, 69), (socket.SOCK_STREAM, 80)]
sockets = []
for kind, port in kinds:
    sock = socket.socket(socket.AF_INET, kind)
    sock.bind(("0.0.0.0", port))
    sockets.append(os.dup(sock.fileno()))
moved = [os.dup(number) for number in sockets]
for place, number in enumerate(moved):
    os.dup2(number, 20 + place)
for place in range(len(moved)):
    os.dup2(20 + place, 3 + place, inheritable=True)
os.environ |= {"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": str(len(moved))}
os.execvp("setpriv", ["setpriv", "--bounding-set=-all", "--inh-caps=-all", sys.executable, *sys.argv[1:]])
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "root"
    folder.mkdir()
    (folder / "undionly.kpxe").write_bytes(b"\x90" * 4096)
    return folder


@pytest.fixture
def hearer(tmp_path: Path) -> Iterator[socket.socket]:
    """Where systemd would listen. Programs that we start must not be heard: systemd-inhibit tells its end."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sock:
        sock.bind(str(tmp_path / "notify"))
        sock.settimeout(30)
        yield sock


def _serve(root: Path) -> list[str]:
    words = ["serve", "--interface", "lo", "--root", str(root), "--boot", "bios=undionly.kpxe", "--json"]
    return ["-m", "fogportable", *words]


@needs_root
def test_systemd_hears_when_it_serves_and_when_it_stops(root: Path, hearer: socket.socket) -> None:
    environment = {**os.environ, "NOTIFY_SOCKET": hearer.getsockname()}
    command = [*_ALONE, sys.executable, *_serve(root)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment) as process:
        assert hearer.recv(4096).decode().splitlines() == ["READY=1", "STATUS=Serving on lo"]
        process.terminate()
        assert hearer.recv(4096) == b"STOPPING=1"
    assert process.returncode == 0


@needs_root
def test_a_start_that_fails_is_never_called_ready(tmp_path: Path, hearer: socket.socket) -> None:
    environment = {**os.environ, "NOTIFY_SOCKET": hearer.getsockname()}
    words = ["serve", "--interface", "none0", "--root", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, "-m", "fogportable", *words], env=environment, check=False, capture_output=True
    )
    assert done.returncode == 3
    hearer.setblocking(False)
    with pytest.raises(BlockingIOError):
        hearer.recv(4096)


@needs_root
@pytest.mark.parametrize("is_handed", [True, False])
def test_without_any_right_it_serves_on_sockets_that_were_opened_for_it(root: Path, is_handed: bool) -> None:
    source = _LIKE_SYSTEMD if is_handed else _LIKE_SYSTEMD.replace('"LISTEN_FDS"', '"NOTHING"')
    command = [*_ALONE, sys.executable, "-c", source, *_serve(root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        said = ""
        for line in process.stdout:
            said += line
            if "session_started" in line:
                process.terminate()
        assert ("session_started" in said) is is_handed, process.stderr.read()
    assert process.returncode == (0 if is_handed else 3)


def test_sockets_for_another_process_are_left_alone() -> None:
    environment = {"LISTEN_PID": str(os.getpid() + 1), "LISTEN_FDS": "1", "LISTEN_FDNAMES": "x", "A": "b"}
    assert handed_sockets(environment) == ()
    assert environment == {"A": "b"}


@pytest.mark.parametrize("count", ["", "-1", "x", "1000"])
def test_a_number_of_sockets_that_cannot_be_is_passed_over(count: str) -> None:
    assert handed_sockets({"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": count}) == ()


@pytest.mark.parametrize("address", ["", "relative", "/nonexistent/notify", "@fogportable-nobody"])
def test_without_systemd_nothing_is_told(address: str) -> None:
    assert not notify("READY=1", address)


def test_abstract_socket_is_reached() -> None:
    with ExitStack() as stack:
        sock = stack.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM))
        sock.bind(f"\0fogportable-notify-{os.getpid()}")
        assert notify("READY=1", f"@fogportable-notify-{os.getpid()}")
        assert sock.recv(100) == b"READY=1"
