"""An ordinary user gets the boot ports of a card, through the real sudo, in namespaces of our own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.namespaces import Wire, missing_for_namespaces, wire

_NOBODY = 65534
#: What is tested, wherever another copy is installed.
_COPY = Path(__file__).resolve().parents[2]

#: Run as the ordinary user: opens all three ports and the tap, hears one broadcast, and says what it got.
_ASK = """\
import select, socket, sys
from fogportable.errors import FogPortableError
from fogportable.platform.interfaces import find_interface, serving_interface
from fogportable.platform.privilege import Ask, open_all
from fogportable.platform.udp import SocketPurpose, UdpEndpoint, receive, receive_buffer_bytes

card = serving_interface(find_interface("kit0"))
ports = {
    SocketPurpose.DISCOVERY: 67, SocketPurpose.BOOT_SERVER: 4011, SocketPurpose.TFTP: 69, SocketPurpose.TAP: 0,
    SocketPurpose.HTTP: 80,
}
try:
    opened = open_all([UdpEndpoint(each, card, port) for each, port in ports.items()], ask=Ask(sys.argv[1]))
except FogPortableError as error:
    print(error.code, error, sep="\\n")
    raise SystemExit(3)
for endpoint, sock in opened.items():
    device = sock.getsockopt(socket.SOL_SOCKET, 25, 16).rstrip(b"\\0").decode()
    print(endpoint.purpose, *sock.getsockname(), device, receive_buffer_bytes(sock) >= 8 << 20, flush=True)
discovery = next(iter(opened.values()))
print("heard" if select.select([discovery], [], [], 10)[0] and receive(discovery, card) else "silence")
"""


#: The same for a window: the tap of a check first, then the ports of Start, when nobody may be asked any more.
_CHECK_THEN_START = """\
from fogportable.platform import privilege
from fogportable.platform.interfaces import find_interface, serving_interface
from fogportable.platform.privilege import RIGHTS, Ask, open_all
from fogportable.platform.udp import SocketPurpose, UdpEndpoint

card = serving_interface(find_interface("kit0"))
open_all([UdpEndpoint(SocketPurpose.TAP, card, 0)], ask=Ask.WINDOW, asks_for_taps=True)
print("held" if RIGHTS.are_held else "lost")
privilege._ways = lambda ask: []
opened = open_all(
    [UdpEndpoint(SocketPurpose.DISCOVERY, card, 67), UdpEndpoint(SocketPurpose.TAP, card, 0)], ask=Ask.WINDOW
)
print(*(each.purpose for each in opened))
helper = RIGHTS._process
RIGHTS.release()
print("ended", helper.wait(10))
"""


def _missing() -> str | None:
    if reason := missing_for_namespaces():
        return reason
    if absent := [name for name in ("sudo", "setpriv", "unshare", "mount") if shutil.which(name) is None]:
        return f"not installed: {', '.join(absent)}"
    probe = _as_nobody(sys.executable, "-c", "import fogportable.platform.privilege")
    if subprocess.run(probe, capture_output=True, cwd="/").returncode != 0:
        return "an ordinary user may not read this Python or this copy of FOG Portable"
    return None


def _as_nobody(*command: str) -> list[str]:
    user = str(_NOBODY)
    return ["setpriv", "--reuid", user, "--regid", user, "--clear-groups", "--inh-caps=-all", *command]


@pytest.fixture(scope="module", autouse=True)
def everything_needed() -> None:
    if reason := _missing():
        pytest.skip(reason)


@pytest.fixture
def lab() -> Iterator[Wire]:
    with wire() as made:
        yield made


@pytest.fixture
def folder() -> Iterator[Path]:
    """A script that everybody may read, and rules that let nobody become root without a password."""
    with tempfile.TemporaryDirectory(dir="/tmp") as made:
        path = Path(made)
        path.chmod(0o755)
        (path / "ask.py").write_text(_ASK, encoding="utf-8")
        (path / "check_then_start.py").write_text(_CHECK_THEN_START, encoding="utf-8")
        rules = path / "sudoers"
        rules.write_text("root ALL=(ALL:ALL) ALL\n#65534 ALL=(ALL) NOPASSWD: ALL\n", encoding="ascii")
        rules.chmod(0o440)
        yield path


def _start(lab: Wire, folder: Path, ask: str, *, with_sudo: bool, program: str = "ask.py") -> subprocess.Popen[str]:
    """The ordinary user's program, in a mount namespace where these sudo rules hold."""
    command = " ".join(_as_nobody(sys.executable, str(folder / program), ask))
    rules = f"mount --bind {folder}/sudoers /etc/sudoers && " if with_sudo else ""
    with lab.kit.entered():
        return subprocess.Popen(
            ["unshare", "--mount", "sh", "-c", f"{rules}exec {command}"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd="/",
            env={**os.environ, "TMPDIR": "/tmp", "PYTHONPATH": str(_COPY)},
        )


def test_ordinary_user_gets_pinned_sockets_that_hear_broadcasts(lab: Wire, folder: Path) -> None:
    with _start(lab, folder, "terminal", with_sudo=True) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline().split() for _ in range(5)]
        assert lines[3][:2] == ["tap", "kit0"]
        assert lines[:3] == [
            ["discovery", "0.0.0.0", "67", "kit0", "True"],
            ["boot_server", "0.0.0.0", "4011", "kit0", "False"],
            ["tftp", "0.0.0.0", "69", "kit0", "False"],
        ]
        assert lines[4][:4] == ["http", "0.0.0.0", "80", "kit0"]
        shout = (
            "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM);"
            "s.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1);"
            "s.setsockopt(socket.SOL_SOCKET, 25, b'pc0');"
            "s.sendto(b'discover', ('255.255.255.255', 67))"
        )
        lab.pc.run(sys.executable, "-c", shout)
        rest, _ = process.communicate(timeout=20)
    assert (rest, process.returncode) == ("heard\n", 0)


def test_one_password_is_enough_for_check_and_start(lab: Wire, folder: Path) -> None:
    with _start(lab, folder, "window", with_sudo=True, program="check_then_start.py") as process:
        output, _ = process.communicate(timeout=60)
    assert output.splitlines() == ["held", "discovery tap", "ended 0"]


def test_ordinary_user_without_any_way_is_told(lab: Wire, folder: Path) -> None:
    with _start(lab, folder, "terminal", with_sudo=False) as process:
        output, _ = process.communicate(timeout=30)
    assert process.returncode == 3
    assert output.splitlines()[0] == "no_agent"


def test_ordinary_user_who_may_not_ask_is_told(lab: Wire, folder: Path) -> None:
    with _start(lab, folder, "never", with_sudo=True) as process:
        output, _ = process.communicate(timeout=30)
    assert process.returncode == 3
    assert output.splitlines()[0] == "no_permission"


def test_holder_that_only_root_sees_is_named(lab: Wire, folder: Path) -> None:
    hold = (
        "import socket, sys; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM);"
        "s.bind(('', 67)); print('held', flush=True); sys.stdin.read()"
    )
    with lab.kit.entered():
        holder = subprocess.Popen(
            [sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with _start(lab, folder, "terminal", with_sudo=True) as process:
            output, _ = process.communicate(timeout=30)
        holder.communicate()
    code, sentence = output.splitlines()
    assert code == "port_in_use"
    assert sentence.startswith("Port 67 is used by python")
    assert f"(process {holder.pid})" in sentence
