from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from fogportable.platform import ports

_HOLD = """\
import socket, sys
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("127.0.0.1", 0))
print(sock.getsockname()[1], flush=True)
sys.stdin.read()
"""


def test_own_port_is_ours() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind(("127.0.0.1", 0))
        holder = ports.holder_of(sock.getsockname()[1])
    assert holder is not None
    assert holder.pid == os.getpid()


def test_free_port_has_no_holder() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind(("127.0.0.1", 0))
        port = sock.getsockname()[1]
    assert ports.holder_of(port) is None


def test_python_program_is_called_by_its_script(tmp_path: Path) -> None:
    script = tmp_path / "bootserver.py"
    script.write_text(_HOLD, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        port = int(process.stdout.readline())
        holder = ports.holder_of(port)
        process.communicate()
    assert holder == ports.PortHolder("bootserver.py", process.pid)


def test_socket_of_ipv6_counts_too() -> None:
    with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as sock:
        sock.bind(("::1", 0))
        holder = ports.holder_of(sock.getsockname()[1])
    assert holder is not None
    assert holder.pid == os.getpid()


def test_kernel_without_the_table_is_asked_the_other_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(port: int) -> None:
        raise OSError

    monkeypatch.setattr(ports, "sockets_on", refuse)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind(("127.0.0.1", 0))
        holder = ports.holder_of(sock.getsockname()[1], 1)
    assert holder is not None
    assert holder.pid == os.getpid()


def test_holder_that_this_user_may_not_see_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise psutil.AccessDenied

    def see_nothing(port: int) -> None:
        raise OSError

    monkeypatch.setattr(ports, "sockets_on", see_nothing)
    monkeypatch.setattr(psutil, "net_connections", refuse)
    assert ports.holder_of(67) is None


def test_socket_without_a_visible_process_has_no_holder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "process_with", lambda inodes: None)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind(("127.0.0.1", 0))
        assert ports.holder_of(sock.getsockname()[1]) is None


def test_socket_pinned_to_another_card_is_in_nobodys_way() -> None:
    loopback = socket.if_nametoindex("lo")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, b"lo")
        sock.bind(("127.0.0.1", 0))
        port = sock.getsockname()[1]
        assert ports.holder_of(port, loopback + 1000) is None
        assert ports.holder_of(port, loopback) is not None
        assert ports.holder_of(port) is not None


def test_tcp_listener_is_named_and_udp_is_not_mistaken_for_it() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        holder = ports.holder_of(port, None, ports.Transport.TCP)
        assert holder is not None
        assert holder.pid == os.getpid()
        assert ports.holder_of(port) is None
    assert ports.holder_of(port, None, ports.Transport.TCP) is None


def test_connection_from_a_port_does_not_hold_it() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener, socket.create_connection(listener.getsockname()) as client:
        port = client.getsockname()[1]
        assert ports.is_tcp_port_free(port, 1)
        assert ports.holder_of(port, None, ports.Transport.TCP) is None


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_held_tcp_port_is_not_free(family: socket.AddressFamily) -> None:
    with socket.create_server(("", 0), family=family) as listener:
        assert not ports.is_tcp_port_free(listener.getsockname()[1], 1)


def test_kernel_without_the_table_is_asked_for_listeners_the_other_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(port: int, *, is_tcp: bool) -> None:
        raise OSError

    monkeypatch.setattr(ports, "sockets_on", refuse)
    with socket.create_server(("127.0.0.1", 0)) as listener, socket.create_connection(listener.getsockname()) as client:
        assert not ports.is_tcp_port_free(listener.getsockname()[1], 1)
        assert ports.is_tcp_port_free(client.getsockname()[1], 1)
