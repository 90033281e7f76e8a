"""Opening the boot ports as an ordinary user: directly where allowed, else through a helper that runs as root.

The helper (`bind_helper`) is started by pkexec, which shows the desktop's own password prompt, or by sudo in a
terminal. It binds, passes the sockets over a Unix socket and ends; this process never has more rights than its user.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO

from fogportable.errors import Fault, FaultCode, ServiceError
from fogportable.platform.bind_helper import (
    BOOT_PORTS,
    LARGEST_HEADER_BYTES,
    MOST_ENDPOINTS,
    STAY,
    bind_helper_main,
    open_endpoint,
    peer_user,
    word,
)
from fogportable.platform.held_rights import HeldRights
from fogportable.platform.systemd import take_handed
from fogportable.platform.udp import SocketPurpose, UdpEndpoint

__all__ = ["RIGHTS", "Ask", "bind_helper_main", "open_all"]

#: Of this process, as rights are.
RIGHTS = HeldRights()

#: A person looks for the password, mistypes it, tries again.
_PROMPT_TIMEOUT_S = 120.0
_HEADER_TIMEOUT_S = 10.0
#: A helper that has passed its sockets has only to return.
_LAST_WORDS_S = 1.0
#: How often to see whether the prompt was closed.
_LOOK_EVERY_S = 0.2

# Exit codes of pkexec(1), section RETURN VALUE.
_PKEXEC_DISMISSED = 126
_PKEXEC_NOT_OBTAINED = 127


class Ask(StrEnum):
    """How a person may be asked for rights. NEVER: not at all. TERMINAL: sudo's prompt. WINDOW: the desktop's."""

    NEVER = "never"
    TERMINAL = "terminal"
    WINDOW = "window"


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to root. talks: may use the terminal for its prompt. stays: the helper is kept for further requests."""

    command: tuple[str, ...]
    talks: bool
    stays: bool = False


class _WayClosed(Exception):
    """This way leads nowhere here; another may."""


def open_all(
    endpoints: Sequence[UdpEndpoint], *, ask: Ask, asks_for_taps: bool = False
) -> dict[UdpEndpoint, socket.socket]:
    """All sockets bound, or none; taps only where they may be. Those that systemd has opened for us are taken first.

    A tap alone is no reason to ask anybody, unless asks_for_taps: without the right it is left out of what is returned.
    Blocks while a person is asked, at most two minutes. Raises ServiceError: what `open_endpoint` raises;
    PERMISSION_REFUSED, NO_AGENT or BIND_HELPER_FAILED when asking led nowhere.
    """
    opened: dict[UdpEndpoint, socket.socket] = {}
    with contextlib.ExitStack() as undo:
        missing: list[UdpEndpoint] = []
        for endpoint in endpoints:
            try:
                opened[endpoint] = undo.enter_context(take_handed(endpoint) or open_endpoint(endpoint))
            except ServiceError as error:
                if _is_done_without(error, ask):
                    continue
                is_refused = error.code in (FaultCode.NO_PERMISSION, FaultCode.TAP_NOT_ALLOWED)
                if not is_refused or not _may_ask(endpoint, ask):
                    raise
                missing.append(endpoint)
        is_worth_asking = asks_for_taps or RIGHTS.are_held
        if any(is_worth_asking or each.purpose is not SocketPurpose.TAP for each in missing):
            for endpoint, sock in _ask_for(missing, ask).items():
                opened[endpoint] = undo.enter_context(sock)
        undo.pop_all()
    return {endpoint: opened[endpoint] for endpoint in endpoints if endpoint in opened}


def _is_done_without(error: ServiceError, ask: Ask) -> bool:
    """Whether to go on without this tap: there is none on this system, or nobody may be asked for the right."""
    is_not_allowed = error.code is FaultCode.TAP_NOT_ALLOWED
    return error.code is FaultCode.TAP_NOT_AVAILABLE or (is_not_allowed and ask is Ask.NEVER)


def _may_ask(endpoint: UdpEndpoint, ask: Ask) -> bool:
    """The helper opens nothing but the boot ports."""
    is_linux = sys.platform.startswith("linux")
    return ask is not Ask.NEVER and is_linux and BOOT_PORTS[endpoint.purpose] == endpoint.port


def _ask_for(endpoints: Sequence[UdpEndpoint], ask: Ask) -> dict[UdpEndpoint, socket.socket]:
    if len(endpoints) > MOST_ENDPOINTS:
        raise ServiceError(FaultCode.BIND_HELPER_FAILED, detail=f"more than {MOST_ENDPOINTS} sockets")
    held = _ask_held(endpoints) if ask is Ask.WINDOW else None
    if held is not None:
        return held
    dead_ends: list[str] = []
    for way in _ways(ask):
        try:
            return _run_helper(way, endpoints)
        except _WayClosed as closed:
            dead_ends.append(str(closed))
    raise ServiceError(FaultCode.NO_AGENT, detail="; ".join(dead_ends))


def _ask_held(endpoints: Sequence[UdpEndpoint]) -> dict[UdpEndpoint, socket.socket] | None:
    """By the helper that was allowed before; None when there is none any more. Raises ServiceError as it says."""
    with RIGHTS.connection() as connection:
        if connection is None:
            return None
        words = [word(each.purpose, each.interface.name) for each in endpoints]
        try:
            connection.send(json.dumps(words).encode())
            return _take_over(connection, endpoints)
        except OSError:
            pass
        except ServiceError as error:
            if error.code is not FaultCode.BIND_HELPER_FAILED:
                raise
    RIGHTS.release()
    return None


def _ways(ask: Ask) -> list[_Way]:
    """Ways to root that exist here, the one a person expects first."""
    pkexec, sudo = shutil.which("pkexec"), shutil.which("sudo")
    has_terminal = ask is Ask.TERMINAL and sys.stdin is not None and sys.stdin.isatty()
    ways: list[_Way] = []
    if ask is Ask.WINDOW and pkexec is not None:
        # Its own prompt would appear in a terminal that nobody looks at.
        ways.append(_Way((pkexec, "--disable-internal-agent"), talks=False, stays=True))
    if sudo is not None:
        # sudo holds the terminal for as long as its program runs, so there none stays.
        stays = ask is Ask.WINDOW and not has_terminal
        ways.append(_Way((sudo,) if has_terminal else (sudo, "-n"), talks=has_terminal, stays=stays))
    elif has_terminal and pkexec is not None:
        ways.append(_Way((pkexec,), talks=True))
    return ways


def _helper_command() -> tuple[str, ...]:
    if getattr(sys, "frozen", False):  # Built by PyInstaller: the program is its own interpreter.
        return (sys.executable, "bind-helper")
    # Absolute, and of this very copy: root must not search for a module in folders of the user's choice.
    return (sys.executable, "-I", str(Path(__file__).resolve().with_name("bind_ports.py")))


def _run_helper(way: _Way, endpoints: Sequence[UdpEndpoint]) -> dict[UdpEndpoint, socket.socket]:
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="fogportable-"))  # mode 0700
        path = Path(folder) / "ports"
        listener = stack.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET))
        listener.bind(str(path))
        listener.listen(1)
        complaints = stack.enter_context(tempfile.TemporaryFile())
        words = [word(each.purpose, each.interface.name) for each in endpoints]
        process = _start(way, [*([STAY] if way.stays else []), "--socket", str(path), *words], complaints)
        ending = stack.enter_context(contextlib.ExitStack())
        ending.callback(_end, process)
        connection = ending.enter_context(_accept_root(listener, process, way, complaints))
        opened = _take_over(connection, endpoints)
        if way.stays:
            ending.pop_all()
            RIGHTS.keep(process, connection)
        return opened


def _start(way: _Way, arguments: list[str], complaints: IO[bytes]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            [*way.command, *_helper_command(), *arguments],
            stdin=None if way.talks else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=None if way.talks else complaints,
            cwd="/",
        )
    except OSError as problem:
        raise _WayClosed(f"{way.command[0]} does not start: {problem}") from problem


def _accept_root(
    listener: socket.socket, process: subprocess.Popen[bytes], way: _Way, complaints: IO[bytes]
) -> socket.socket:
    """The helper's connection, from root only. Raises _WayClosed or ServiceError when it never comes."""
    deadline = time.monotonic() + _PROMPT_TIMEOUT_S
    listener.settimeout(_LOOK_EVERY_S)
    while True:
        has_ended = process.poll() is not None
        try:
            connection, _ = listener.accept()
        except TimeoutError:
            if has_ended:  # Asked before the wait, so whatever it sent would have been seen.
                raise _why_it_ended(process.returncode, way, _read_start(complaints)) from None
            if time.monotonic() > deadline:
                raise ServiceError(FaultCode.PERMISSION_REFUSED, detail="nobody answered the prompt") from None
            continue
        if peer_user(connection) == 0:
            return connection
        connection.close()  # Not the helper. Go on waiting for the real one.


def _why_it_ended(status: int, way: _Way, complaint: str) -> Exception:
    detail = f"{way.command[0]} ended with {status}: {complaint}"
    if Path(way.command[0]).name == "pkexec":
        was_refused = "not authorized" in complaint.lower()
        if status == _PKEXEC_DISMISSED or (status == _PKEXEC_NOT_OBTAINED and was_refused):
            return ServiceError(FaultCode.PERMISSION_REFUSED, detail=detail)
        if status == _PKEXEC_NOT_OBTAINED:
            return _WayClosed(detail)
    elif status == 1 and "Traceback" not in complaint:  # sudo(8), EXIT VALUE: not allowed, or a wrong password.
        return ServiceError(FaultCode.PERMISSION_REFUSED, detail=detail) if way.talks else _WayClosed(detail)
    return ServiceError(FaultCode.BIND_HELPER_FAILED, detail=detail)


def _read_start(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read(2000).decode(errors="replace").strip()


def _take_over(connection: socket.socket, endpoints: Sequence[UdpEndpoint]) -> dict[UdpEndpoint, socket.socket]:
    connection.settimeout(_HEADER_TIMEOUT_S)
    try:
        message, descriptors, _, _ = socket.recv_fds(connection, LARGEST_HEADER_BYTES, len(endpoints))
    except OSError as problem:
        raise ServiceError(FaultCode.BIND_HELPER_FAILED, detail=str(problem)) from problem
    sockets: list[socket.socket] = []
    with contextlib.ExitStack() as undo:
        for descriptor in descriptors:
            os.set_inheritable(descriptor, False)
            sockets.append(undo.enter_context(socket.socket(fileno=descriptor)))
        try:
            header = json.loads(message)
            fault = _fault_in(header)
            difference = None
            if fault is None:
                endpoints = [each for each in endpoints if _is_given(header, each)]
                difference = _difference(header["bound"], sockets, endpoints)
        except (ValueError, KeyError, TypeError) as problem:
            raise ServiceError(FaultCode.BIND_HELPER_FAILED, detail=f"unreadable answer: {problem!r}") from problem
        if fault is not None:
            raise ServiceError.of(fault)
        if difference is not None:
            raise ServiceError(FaultCode.BIND_HELPER_FAILED, detail=difference)
        undo.pop_all()
    for sock in sockets:
        sock.setblocking(False)
    return dict(zip(endpoints, sockets, strict=True))


def _fault_in(header: dict[str, dict[str, str]]) -> Fault | None:
    """The helper's fault with the sentences it chose: root sees the holder of a port that this user may not see."""
    if "fault" not in header:
        return None
    words = header["fault"]
    return Fault(FaultCode(words["code"]), words["message"], words["remedy"], words["detail"])


def _is_given(header: dict[str, list[str]], endpoint: UdpEndpoint) -> bool:
    """The helper leaves out taps where the system has none."""
    return (
        endpoint.purpose is not SocketPurpose.TAP or word(SocketPurpose.TAP, endpoint.interface.name) in header["bound"]
    )


def _difference(bound: list[str], sockets: Sequence[socket.socket], endpoints: Sequence[UdpEndpoint]) -> str | None:
    """What is not as it was asked for: a helper of another version, or a descriptor lost on the way."""
    expected = [(word(each.purpose, each.interface.name), each.port) for each in endpoints]
    ports = [_port_of(sock) for sock in sockets]
    streams = [each.purpose is SocketPurpose.HTTP for each in endpoints]
    if len(sockets) == len(streams) and [sock.type is socket.SOCK_STREAM for sock in sockets] != streams:
        return f"asked for {expected}, got sockets of another kind"
    if len(ports) == len(bound) and list(zip(bound, ports, strict=True)) == expected:
        return None
    return f"asked for {expected}, got {bound} on {ports}"


def _port_of(sock: socket.socket) -> int | None:
    """0 for a tap, None for what is neither that nor a socket with a port."""
    if sock.family == getattr(socket, "AF_PACKET", None):
        return 0
    return int(sock.getsockname()[1]) if sock.family == socket.AF_INET else None


def _end(process: subprocess.Popen[bytes]) -> None:
    """Leave no prompt behind. What became root ends by itself once nobody listens, and is only reaped here."""
    if _has_ended(process):
        return
    with contextlib.suppress(PermissionError):
        process.terminate()
        if _has_ended(process):
            return
    threading.Thread(target=process.wait, name="fogp-reaper", daemon=True).start()


def _has_ended(process: subprocess.Popen[bytes]) -> bool:
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(_LAST_WORDS_S)
    return process.returncode is not None
