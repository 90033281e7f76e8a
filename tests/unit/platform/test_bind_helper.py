"""The helper that runs as root reads its arguments strictly and gives sockets to nobody but the user who asked."""

from __future__ import annotations

import json
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from fogportable.errors import ExitCode, FaultCode, ServiceError
from fogportable.model import ServingInterface
from fogportable.platform import bind_helper
from fogportable.platform.udp import SocketPurpose, UdpEndpoint

pytestmark = pytest.mark.skipif(not hasattr(socket, "SO_PEERCRED"), reason="the helper is for Linux")


@pytest.fixture(autouse=True)
def asked_by_this_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SUDO_UID", raising=False)
    monkeypatch.setenv("PKEXEC_UID", str(os.getuid()))


@pytest.fixture
def window(tmp_path: Path) -> Iterator[socket.socket]:
    """The side that asked."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
        listener.bind(str(tmp_path / "ports"))
        listener.listen(1)
        listener.settimeout(5)
        yield listener


def _bind_without_rights(monkeypatch: pytest.MonkeyPatch) -> list[UdpEndpoint]:
    """Lets the helper bind free ports of loopback in place of the boot ports; collects what it was to bind."""
    wanted: list[UdpEndpoint] = []

    def bind(endpoint: UdpEndpoint) -> socket.socket:
        wanted.append(endpoint)
        sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        sock.bind(("127.0.0.1", 0))
        return sock

    monkeypatch.setattr(bind_helper, "open_udp", bind)
    monkeypatch.setattr(bind_helper, "open_tcp", bind)
    return wanted


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--socket"],
        ["--socket", "/tmp/x"],
        ["--socket", "relative/path", "tftp:lo"],
        ["--path", "/tmp/x", "tftp:lo"],
        ["--socket", "/tmp/x", "tftp"],
        ["--socket", "/tmp/x", "tftp:"],
        ["--socket", "/tmp/x", "ssh:lo"],
        ["--socket", "/tmp/x", "22:lo"],
        ["--socket", "/tmp/x", "tftp:../etc"],
        ["--socket", "/tmp/x", "tftp:eth0\n"],
        ["--socket", "/tmp/x", "tftp:a-name-of-sixteen"],
        ["--socket", "/tmp/x", "tftp:lo", "tftp:lo"],
        ["--socket", "/tmp/x", *[f"tftp:eth{number}" for number in range(81)]],
    ],
)
def test_anything_but_the_known_arguments_is_refused_before_binding(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = _bind_without_rights(monkeypatch)
    assert bind_helper.bind_helper_main(arguments) == ExitCode.USAGE
    assert wanted == []


@pytest.mark.parametrize("value", [None, "", "root", "-1", "1;2"])
def test_without_an_asking_user_nothing_is_bound(value: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = _bind_without_rights(monkeypatch)
    monkeypatch.delenv("PKEXEC_UID")
    if value is not None:
        monkeypatch.setenv("PKEXEC_UID", value)
    assert bind_helper.bind_helper_main(["--socket", "/tmp/x", "tftp:lo"]) == ExitCode.USAGE
    assert wanted == []


def test_purposes_stand_for_the_four_boot_ports_only(window: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = _bind_without_rights(monkeypatch)
    words = ["discovery:lo", "boot_server:lo", "tftp:lo", "http:lo"]
    assert bind_helper.bind_helper_main(["--socket", window.getsockname(), *words]) == ExitCode.DONE
    assert [each.port for each in wanted] == [67, 4011, 69, 80]
    connection, _ = window.accept()
    with connection:
        message, descriptors, _, _ = socket.recv_fds(connection, 4096, 8)
    assert json.loads(message) == {"bound": words}
    for descriptor in descriptors:
        with socket.socket(fileno=descriptor) as passed:
            assert passed.getsockname()[0] == "127.0.0.1"
    assert len(descriptors) == 4


def test_socket_of_another_user_gets_nothing(
    window: socket.socket, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _bind_without_rights(monkeypatch)
    monkeypatch.setenv("PKEXEC_UID", str(os.getuid() + 1))
    done = bind_helper.bind_helper_main(["--socket", window.getsockname(), "tftp:lo"])
    assert done == ExitCode.COULD_NOT_START
    connection, _ = window.accept()
    with connection:
        assert socket.recv_fds(connection, 4096, 8)[:2] == (b"", [])
    assert "another user" in capsys.readouterr().err


def test_fault_is_passed_in_words_and_without_sockets(window: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(endpoint: UdpEndpoint) -> socket.socket:
        raise ServiceError(FaultCode.PORT_IN_USE, port=67, holder="dnsmasq", pid=812, detail="why")

    monkeypatch.setattr(bind_helper, "open_udp", refuse)
    done = bind_helper.bind_helper_main(["--socket", window.getsockname(), "discovery:lo"])
    assert done == ExitCode.COULD_NOT_START
    connection, _ = window.accept()
    with connection:
        message, descriptors, _, _ = socket.recv_fds(connection, 4096, 8)
    fault = json.loads(message)["fault"]
    assert (fault["code"], fault["detail"], descriptors) == ("port_in_use", "why", [])
    assert fault["message"] == "Port 67 is used by dnsmasq (process 812)."


def test_unknown_card_is_a_fault_too(window: socket.socket) -> None:
    assert bind_helper.bind_helper_main(["--socket", window.getsockname(), "tftp:gone0"]) == ExitCode.COULD_NOT_START
    connection, _ = window.accept()
    with connection:
        assert json.loads(connection.recv(4096))["fault"]["code"] == "interface_unknown"


def test_nobody_listening_is_no_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _bind_without_rights(monkeypatch)
    done = bind_helper.bind_helper_main(["--socket", str(tmp_path / "nobody"), "tftp:lo"])
    assert done == ExitCode.COULD_NOT_START


def test_sudo_goes_before_pkexec() -> None:
    # Below sudo, PKEXEC_UID may be left over from the caller; below pkexec, SUDO_UID cannot be.
    assert bind_helper._asking_user({"PKEXEC_UID": "1000", "SUDO_UID": "1001"}) == 1001


def test_endpoint_is_what_the_card_says_now() -> None:
    endpoint = bind_helper._endpoint(SocketPurpose.TFTP, "lo")
    assert isinstance(endpoint.interface, ServingInterface)
    assert (endpoint.port, str(endpoint.interface.address.ip)) == (69, "127.0.0.1")


def _ask(connection: socket.socket, words: object) -> dict[str, object]:
    connection.send(json.dumps(words).encode())
    message, descriptors, _, _ = socket.recv_fds(connection, 4096, 8)
    for descriptor in descriptors:
        os.close(descriptor)
    return dict(json.loads(message)) if message else {}


@pytest.mark.parametrize("nonsense", [{}, [], "tftp:lo", ["ssh:lo"], [7], 3, ["tftp:lo", "tftp:lo"]])
def test_staying_helper_answers_until_its_window_ends_or_speaks_nonsense(
    window: socket.socket, monkeypatch: pytest.MonkeyPatch, nonsense: object
) -> None:
    wanted = _bind_without_rights(monkeypatch)
    path = window.getsockname()
    ended: list[int] = []
    helper = threading.Thread(
        target=lambda: ended.append(bind_helper.bind_helper_main(["--stay", "--socket", path, "tftp:lo"]))
    )
    helper.start()
    connection, _ = window.accept()
    with connection:
        connection.settimeout(5)
        _, (descriptor,), _, _ = socket.recv_fds(connection, 4096, 8)
        os.close(descriptor)
        assert _ask(connection, ["discovery:lo", "http:lo"]) == {"bound": ["discovery:lo", "http:lo"]}
        fault = _ask(connection, ["tftp:gone0"])["fault"]
        assert isinstance(fault, dict)
        assert fault["code"] == "interface_unknown"
        assert _ask(connection, ["tftp:lo"]) == {"bound": ["tftp:lo"]}, "a fault does not end it"
        assert _ask(connection, nonsense) == {}
    helper.join(5)
    assert ended == [ExitCode.COULD_NOT_START]
    assert [each.port for each in wanted] == [69, 67, 80, 69]


def test_staying_helper_ends_with_its_window(window: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    _bind_without_rights(monkeypatch)
    path = window.getsockname()
    ended: list[int] = []
    helper = threading.Thread(
        target=lambda: ended.append(bind_helper.bind_helper_main(["--stay", "--socket", path, "tftp:lo"]))
    )
    helper.start()
    connection, _ = window.accept()
    with connection:
        _, (descriptor,), _, _ = socket.recv_fds(connection, 4096, 8)
        os.close(descriptor)
    helper.join(5)
    assert ended == [ExitCode.DONE]
