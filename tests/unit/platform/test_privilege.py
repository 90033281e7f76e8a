"""Asking for the boot ports, with programs of our own in place of pkexec and sudo."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from fogportable.errors import FaultCode, ServiceError
from fogportable.model import ServingInterface
from fogportable.platform import privilege
from fogportable.platform.bind_helper import open_endpoint
from fogportable.platform.interfaces import find_interface, serving_interface
from fogportable.platform.privilege import Ask, open_all
from fogportable.platform.udp import SocketPurpose, UdpEndpoint

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="pkexec and sudo are for Linux")

Install = Callable[[str, str], None]

#: Takes the helper's place: connects as root would and says what the test wants.
_ANSWER = """\
import json, socket, sys
path = sys.argv[sys.argv.index("--socket") + 1]
ports = {ports}
with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as outlet:
    outlet.connect(path)
    sockets = [socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in ports]
    for sock, port in zip(sockets, ports):
        sock.bind(("127.0.0.1", port))
    socket.send_fds(outlet, [{message!r}], [sock.fileno() for sock in sockets])
"""


@pytest.fixture
def loopback() -> ServingInterface:
    return serving_interface(find_interface("lo"))


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Puts programs on an otherwise empty PATH; lets this user bind no boot port."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def refuse(endpoint: UdpEndpoint) -> socket.socket:
        if endpoint.port in (67, 69):
            raise ServiceError(FaultCode.NO_PERMISSION)
        if endpoint.purpose is SocketPurpose.TAP:
            raise ServiceError(FaultCode.TAP_NOT_ALLOWED)
        return open_endpoint(endpoint)

    monkeypatch.setattr(privilege, "open_endpoint", refuse)
    monkeypatch.setattr(sys, "stdin", None)

    def put(name: str, script: str) -> None:
        (folder / name).write_text(script, encoding="utf-8")
        (folder / name).chmod(0o755)

    yield put
    privilege.RIGHTS.release()


def _shell(*lines: str) -> str:
    return "\n".join(["#!/bin/sh", *lines, ""])


def _python(code: str) -> str:
    return f"#!{sys.executable}\n{code}"


def _answer(message: bytes, *ports: int) -> str:
    return _python(_ANSWER.format(message=message, ports=list(ports)))


def _trust_this_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(privilege, "peer_user", lambda connection: 0)


def _refusal(loopback: ServingInterface, ask: Ask) -> ServiceError:
    with pytest.raises(ServiceError) as refused:
        open_all([UdpEndpoint(SocketPurpose.TFTP, loopback, 69)], ask=ask)
    return refused.value


def test_without_leave_to_ask_the_ports_are_opened_and_the_tap_is_left_out(
    loopback: ServingInterface, install: Install
) -> None:
    port, tap = UdpEndpoint(SocketPurpose.TFTP, loopback, 0), UdpEndpoint(SocketPurpose.TAP, loopback, 0)
    opened = open_all([port, tap], ask=Ask.NEVER)
    assert list(opened) == [port]
    opened[port].close()


@pytest.mark.parametrize(("bound", "ports"), [(b'["tftp:lo"]', (69,)), (b'["tftp:lo", "tap:lo"]', (69, 0))])
def test_helper_may_do_without_the_tap_but_not_pass_something_else(
    bound: bytes, ports: tuple[int, ...], loopback: ServingInterface, install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    _trust_this_user(monkeypatch)
    install("pkexec", _answer(b'{"bound": ' + bound + b"}", *ports))
    port, tap = UdpEndpoint(SocketPurpose.TFTP, loopback, 69), UdpEndpoint(SocketPurpose.TAP, loopback, 0)
    if len(ports) == 2:  # A UDP socket in place of the tap.
        with pytest.raises(ServiceError) as refused:
            open_all([port, tap], ask=Ask.WINDOW)
        assert refused.value.code is FaultCode.BIND_HELPER_FAILED
        return
    opened = open_all([port, tap], ask=Ask.WINDOW)
    assert list(opened) == [port]
    opened[port].close()


def test_tap_alone_is_no_reason_to_ask(loopback: ServingInterface, install: Install, tmp_path: Path) -> None:
    install("pkexec", _shell(f"touch {tmp_path}/asked"))
    assert open_all([UdpEndpoint(SocketPurpose.TAP, loopback, 0)], ask=Ask.WINDOW) == {}
    assert not (tmp_path / "asked").exists()


def test_without_need_nobody_is_asked(loopback: ServingInterface, install: Install) -> None:
    install("pkexec", _shell("exit 126"))
    endpoints = [UdpEndpoint(purpose, loopback, 0) for purpose in SocketPurpose]
    opened = open_all(endpoints, ask=Ask.WINDOW)
    assert list(opened) == [each for each in endpoints if each.purpose is not SocketPurpose.TAP]
    for sock in opened.values():
        sock.close()


def test_never_means_never(loopback: ServingInterface, install: Install, tmp_path: Path) -> None:
    install("pkexec", _shell(f"touch {tmp_path}/asked"))
    assert _refusal(loopback, Ask.NEVER).code is FaultCode.NO_PERMISSION
    assert not (tmp_path / "asked").exists()


def test_ports_that_are_no_boot_ports_are_never_asked_for(
    loopback: ServingInterface, install: Install, tmp_path: Path
) -> None:
    install("pkexec", _shell(f"touch {tmp_path}/asked"))
    with pytest.raises(ServiceError) as refused:
        open_all([UdpEndpoint(SocketPurpose.TFTP, loopback, 67)], ask=Ask.WINDOW)
    assert refused.value.code is FaultCode.NO_PERMISSION
    assert not (tmp_path / "asked").exists()


@pytest.mark.parametrize(
    ("complaint", "status"),
    [
        ("", 126),
        ("Error executing command as another user: Request dismissed", 126),
        ("Error executing command as another user: Not authorized", 127),
    ],
)
def test_refused_prompt_is_said(loopback: ServingInterface, install: Install, complaint: str, status: int) -> None:
    install("pkexec", _shell(f"echo '{complaint}' >&2", f"exit {status}"))
    error = _refusal(loopback, Ask.WINDOW)
    assert error.code is FaultCode.PERMISSION_REFUSED
    assert str(status) in error.fault.detail


def test_nothing_to_ask_with_is_said(loopback: ServingInterface, install: Install) -> None:
    assert _refusal(loopback, Ask.WINDOW).code is FaultCode.NO_AGENT


def test_pkexec_without_agent_and_sudo_with_password_are_both_told(
    loopback: ServingInterface, install: Install
) -> None:
    install("pkexec", _shell("echo 'No authentication agent found.' >&2", "exit 127"))
    install("sudo", _shell('[ "$1" = -n ] || exit 9', "echo 'sudo: a password is required' >&2", "exit 1"))
    error = _refusal(loopback, Ask.WINDOW)
    assert error.code is FaultCode.NO_AGENT
    assert "No authentication agent found" in error.fault.detail
    assert "a password is required" in error.fault.detail


def test_broken_pkexec_is_passed_over(loopback: ServingInterface, install: Install) -> None:
    install("pkexec", "#!/nowhere/interpreter\n")
    install("sudo", _shell("exit 1"))
    error = _refusal(loopback, Ask.WINDOW)
    assert error.code is FaultCode.NO_AGENT
    assert "pkexec does not start" in error.fault.detail


@pytest.mark.parametrize(
    ("complaint", "code"),
    [
        ("sudo: 3 incorrect password attempts", FaultCode.PERMISSION_REFUSED),
        ("nobody is not in the sudoers file.", FaultCode.PERMISSION_REFUSED),
    ],
)
def test_terminal_lets_sudo_ask_and_believes_its_refusal(
    loopback: ServingInterface, install: Install, monkeypatch: pytest.MonkeyPatch, complaint: str, code: FaultCode
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    install("pkexec", _shell("exit 126"))
    install("sudo", _shell('[ "$1" != -n ] || exit 9', f"echo '{complaint}' >&2", "exit 1"))
    assert _refusal(loopback, Ask.TERMINAL).code is code


def test_terminal_without_sudo_lets_pkexec_ask_there(
    loopback: ServingInterface, install: Install, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    install("pkexec", _shell(f'echo "$1" > {tmp_path}/first', "exit 126"))
    assert _refusal(loopback, Ask.TERMINAL).code is FaultCode.PERMISSION_REFUSED
    assert (tmp_path / "first").read_text().strip() == sys.executable


def test_built_program_is_its_own_helper(
    loopback: ServingInterface, install: Install, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    install("pkexec", _shell(f'printf "%s\\n" "$@" > {tmp_path}/words', "exit 126"))
    _refusal(loopback, Ask.WINDOW)
    _, program, command, stay, flag, *_ = (tmp_path / "words").read_text().splitlines()
    assert (program, command, stay, flag) == (sys.executable, "bind-helper", "--stay", "--socket")


def test_window_never_lets_pkexec_ask_in_a_terminal(
    loopback: ServingInterface, install: Install, tmp_path: Path
) -> None:
    install("pkexec", _shell(f'echo "$1" > {tmp_path}/first', "exit 126"))
    _refusal(loopback, Ask.WINDOW)
    assert (tmp_path / "first").read_text() == "--disable-internal-agent\n"


def test_helper_that_dies_is_said(loopback: ServingInterface, install: Install) -> None:
    install("pkexec", _shell("echo 'Traceback (most recent call last): ...' >&2", "exit 1"))
    error = _refusal(loopback, Ask.WINDOW)
    assert error.code is FaultCode.BIND_HELPER_FAILED
    assert "Traceback" in error.fault.detail
    assert "Traceback" not in str(error)


def test_helper_runs_isolated_with_absolute_paths(loopback: ServingInterface, install: Install, tmp_path: Path) -> None:
    install("pkexec", _shell(f'printf "%s\\n" "$PWD" "$@" > {tmp_path}/words', "exit 126"))
    _refusal(loopback, Ask.WINDOW)
    folder, _, interpreter, isolated, script, stay, *rest = (tmp_path / "words").read_text().splitlines()
    assert (folder, isolated) == ("/", "-I")
    assert os.path.isabs(interpreter)
    assert script == str(Path(privilege.__file__).with_name("bind_ports.py"))
    assert (stay, rest[0]) == ("--stay", "--socket")
    assert rest[2:] == ["tftp:lo"]
    assert not Path(rest[1]).parent.exists(), "the private folder is left behind"


def test_answer_of_somebody_else_than_root_is_not_taken(
    loopback: ServingInterface, install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    install("pkexec", _answer(b'{"bound": ["tftp:lo"]}', 0))
    monkeypatch.setattr(privilege, "peer_user", lambda connection: 1000)
    assert _refusal(loopback, Ask.WINDOW).code is FaultCode.BIND_HELPER_FAILED


@pytest.mark.parametrize(
    ("message", "ports"),
    [
        (b"", []),
        (b"not json", [0]),
        (b"[]", [0]),
        (b"{}", [0]),
        (b'{"bound": ["tftp:lo"]}', []),
        (b'{"bound": ["tftp:lo"]}', [0]),  # another port than was asked for
        (b'{"bound": ["discovery:lo"]}', [0]),
        (b'{"bound": 3}', [0]),
        (b'{"fault": {"code": "unheard_of"}}', []),
        (b'{"fault": "port_in_use"}', []),
    ],
)
def test_answer_that_is_not_as_asked_is_a_fault(
    loopback: ServingInterface, install: Install, monkeypatch: pytest.MonkeyPatch, message: bytes, ports: list[int]
) -> None:
    _trust_this_user(monkeypatch)
    install("pkexec", _answer(message, *ports))
    assert _refusal(loopback, Ask.WINDOW).code is FaultCode.BIND_HELPER_FAILED


def test_fault_of_the_helper_keeps_its_words(
    loopback: ServingInterface, install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    _trust_this_user(monkeypatch)
    fault = (
        b'{"fault": {"code": "port_in_use", "message": "Port 69 is used by atftpd (process 7).",'
        b' "remedy": "Stop it.", "detail": "d"}}'
    )
    install("pkexec", _answer(fault))
    error = _refusal(loopback, Ask.WINDOW)
    assert error.code is FaultCode.PORT_IN_USE
    assert str(error) == "Port 69 is used by atftpd (process 7). Stop it."


def test_nobody_answering_the_prompt_ends_it(
    loopback: ServingInterface, install: Install, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(privilege, "_PROMPT_TIMEOUT_S", 0.0)
    install(
        "pkexec",
        _python(f"import os, time\nopen({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid()))\ntime.sleep(60)"),
    )
    assert _refusal(loopback, Ask.WINDOW).code is FaultCode.PERMISSION_REFUSED


def test_ports_opened_directly_are_closed_when_the_rest_is_refused(
    loopback: ServingInterface, install: Install
) -> None:
    install("pkexec", _shell("exit 126"))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    endpoints = [
        UdpEndpoint(SocketPurpose.BOOT_SERVER, loopback, port),
        UdpEndpoint(SocketPurpose.TFTP, loopback, 69),
    ]
    with pytest.raises(ServiceError):
        open_all(endpoints, ask=Ask.WINDOW)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as again:
        again.bind(("127.0.0.1", port))


#: As the helper that stays: one datagram for each request, until the connection is closed.
_STAYING = """\
import json, os, socket, sys
path = sys.argv[sys.argv.index("--socket") + 1]
words = sys.argv[sys.argv.index("--socket") + 2:]
with open({log!r}, "a") as log, socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as outlet:
    outlet.connect(path)
    while words:
        print("asked", *words, file=log, flush=True)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
            sock.bind(("127.0.0.1", 69))
            socket.send_fds(outlet, [json.dumps({{"bound": words}}).encode()], [sock.fileno()])
        words = json.loads(outlet.recv(4096) or b"[]")
    print("ended", file=log, flush=True)
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="port 69 is for root")
def test_password_is_asked_for_once_and_the_helper_ends_with_the_window(
    loopback: ServingInterface, install: Install, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _trust_this_user(monkeypatch)
    log = tmp_path / "log"
    install("pkexec", _python(_STAYING.format(log=str(log))))
    for _ in range(3):
        opened = open_all([UdpEndpoint(SocketPurpose.TFTP, loopback, 69)], ask=Ask.WINDOW)
        assert privilege.RIGHTS.are_held
        for sock in opened.values():
            sock.close()
    process = privilege.RIGHTS._process
    assert process is not None
    privilege.RIGHTS.release()
    process.wait(10)
    assert log.read_text().splitlines() == [*["asked tftp:lo"] * 3, "ended"]


@pytest.mark.skipif(os.geteuid() != 0, reason="port 69 is for root")
def test_helper_that_is_gone_is_asked_for_again(
    loopback: ServingInterface, install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    _trust_this_user(monkeypatch)
    install("pkexec", _answer(b'{"bound": ["tftp:lo"]}', 69))
    for _ in range(2):
        (sock,) = open_all([UdpEndpoint(SocketPurpose.TFTP, loopback, 69)], ask=Ask.WINDOW).values()
        sock.close()


def test_in_a_terminal_no_helper_stays(
    loopback: ServingInterface, install: Install, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    install("sudo", _shell(f'printf "%s\\n" "$@" > {tmp_path}/words', "exit 1"))
    _refusal(loopback, Ask.TERMINAL)
    assert "--stay" not in (tmp_path / "words").read_text()
