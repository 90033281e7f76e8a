"""The part that runs as root: binds the boot ports of named cards, hands the sockets over, ends.

For a window it stays until that ends: whoever has given a password once is not asked again, and a card that comes back
while nobody is there is served again. It then hears the one process that it was started for, and nobody else.

It trusts nobody: only the boot ports and the tap for DHCP, only cards that exist, only the user that pkexec or sudo
names.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import struct
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from fogportable.errors import ExitCode, FaultCode, FogPortableError, ServiceError
from fogportable.platform.interfaces import find_interface, listening_interface, serving_interface
from fogportable.platform.packet_tap import open_tap
from fogportable.platform.tcp import open_tcp
from fogportable.platform.udp import SocketPurpose, UdpEndpoint, open_udp

#: The only ports that the helper binds; a tap has none.
BOOT_PORTS = {
    SocketPurpose.DISCOVERY: 67,
    SocketPurpose.BOOT_SERVER: 4011,
    SocketPurpose.TFTP: 69,
    SocketPurpose.HTTP: 80,
    SocketPurpose.TAP: 0,
}
#: Five sockets on sixteen cards; the kernel passes at most 253 descriptors in one message.
MOST_ENDPOINTS = 80
LARGEST_HEADER_BYTES = 16384
#: First word of a helper that is to stay.
STAY = "--stay"

_HANDOVER_TIMEOUT_S = 10.0
#: Longest interface name of Linux, IFNAMSIZ without its zero.
_LONGEST_NAME = 15
_CREDENTIALS = struct.Struct("3i")

#: Sockets by purpose and card.
Wanted = list[tuple[SocketPurpose, str]]


def bind_helper_main(argv: Sequence[str]) -> int:
    """`[--stay] --socket PATH PURPOSE:INTERFACE ...`: bind, connect to PATH, pass the sockets or the fault, return.

    --stay: answer further requests over the same connection until its other end is closed. Returns 0 when the sockets
    were passed, 2 for arguments that the window never writes, 3 for a fault.
    """
    has_to_stay = argv[:1] == [STAY]
    try:
        path, wanted = _parse(argv[has_to_stay:])
        owner = _asking_user(os.environ)
    except ValueError as problem:
        print(f"fogportable bind-helper: {problem}", file=sys.stderr)
        return ExitCode.USAGE
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as outlet:
        try:
            is_bound = _answer(wanted, partial(_connect_and_pass, outlet, path, owner))
            while has_to_stay and is_bound:
                outlet.settimeout(None)
                words = outlet.recv(LARGEST_HEADER_BYTES)
                if not words:
                    break
                _answer(_wanted(json.loads(words)), partial(_pass, outlet))
        except (OSError, ValueError, AttributeError) as problem:
            print(f"fogportable bind-helper: {problem}", file=sys.stderr)
            return ExitCode.COULD_NOT_START
    return ExitCode.DONE if is_bound else ExitCode.COULD_NOT_START


def _answer(wanted: Wanted, give: Callable[[dict[str, object], list[socket.socket]], None]) -> bool:
    """Bind and pass on, or pass the fault on. True when something was bound. Raises OSError."""
    with contextlib.ExitStack() as stack:
        try:
            bound = _open_wanted(wanted, stack)
        except FogPortableError as error:
            give({"fault": asdict(error.fault)}, [])
            return False
        give({"bound": list(bound)}, list(bound.values()))
        return bool(bound)


def open_endpoint(endpoint: UdpEndpoint) -> socket.socket:
    """The socket of an endpoint.

    Raises ServiceError or OSError as `udp.open_udp`, `tcp.open_tcp` and `packet_tap.open_tap` do.
    """
    match endpoint.purpose:
        case SocketPurpose.TAP:
            return open_tap(endpoint.interface)
        case SocketPurpose.HTTP:
            return open_tcp(endpoint)
        case _:
            return open_udp(endpoint)


def word(purpose: SocketPurpose, interface: str) -> str:
    """How an endpoint is written on the helper's command line."""
    return f"{purpose.value}:{interface}"


def peer_user(sock: socket.socket) -> int:
    """User id of the process at the other end of a Unix socket (SO_PEERCRED, unix(7)): set by the kernel."""
    raw = sock.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
    _, uid, _ = _CREDENTIALS.unpack(raw)
    return int(uid)


def _parse(argv: Sequence[str]) -> tuple[Path, Wanted]:
    """Strictly what `privilege` writes; anything else is a ValueError, as root reads this."""
    if len(argv) < 3 or argv[0] != "--socket":
        raise ValueError("usage: bind-helper --socket PATH PURPOSE:INTERFACE ...")
    path = Path(argv[1])
    if not path.is_absolute():
        raise ValueError("the socket's path is not absolute")
    if len(argv) - 2 > MOST_ENDPOINTS:
        raise ValueError(f"more than {MOST_ENDPOINTS} sockets")
    return path, _wanted(argv[2:])


def _wanted(words: Sequence[str]) -> Wanted:
    """Raises ValueError, and AttributeError for what is no text."""
    if not isinstance(words, list | tuple) or not 1 <= len(words) <= MOST_ENDPOINTS:
        raise ValueError("no list of sockets")
    wanted: Wanted = []
    for text in words:
        purpose, _, name = text.partition(":")
        if not 1 <= len(name) <= _LONGEST_NAME or "/" in name or not name.isprintable():
            raise ValueError(f"{text!r} names no network card")
        wanted.append((SocketPurpose(purpose), name))
    if len(set(wanted)) != len(wanted):
        raise ValueError("the same socket twice")
    return wanted


def _asking_user(environment: Mapping[str, str]) -> int:
    """Who pkexec or sudo says asked; both set these variables themselves. Raises ValueError without either."""
    for name in ("SUDO_UID", "PKEXEC_UID"):
        text = environment.get(name, "")
        if text.isdecimal():
            return int(text)
    raise ValueError("it is started by pkexec or sudo only")


def _endpoint(purpose: SocketPurpose, name: str) -> UdpEndpoint:
    """Raises ServiceError for a card that is not there or cannot serve."""
    card = find_interface(name)
    # A tap only listens, also where nobody gave this machine an address.
    usable = listening_interface(card) if purpose is SocketPurpose.TAP else serving_interface(card)
    return UdpEndpoint(purpose, usable, BOOT_PORTS[purpose])


def _open_wanted(wanted: Wanted, stack: contextlib.ExitStack) -> dict[str, socket.socket]:
    """The sockets by their words; without taps where this system has none, for boot ports are enough to serve."""
    bound: dict[str, socket.socket] = {}
    for purpose, name in wanted:
        try:
            bound[word(purpose, name)] = stack.enter_context(open_endpoint(_endpoint(purpose, name)))
        except ServiceError as error:
            if error.code is not FaultCode.TAP_NOT_AVAILABLE:
                raise
    return bound


def _connect_and_pass(
    outlet: socket.socket, path: Path, owner: int, header: dict[str, object], opened: list[socket.socket]
) -> None:
    """Raises OSError when nobody takes it, or somebody else than the user who asked."""
    outlet.settimeout(_HANDOVER_TIMEOUT_S)
    outlet.connect(str(path))
    if peer_user(outlet) != owner:
        raise PermissionError("the socket belongs to another user")
    _pass(outlet, header, opened)


def _pass(outlet: socket.socket, header: dict[str, object], opened: list[socket.socket]) -> None:
    outlet.settimeout(_HANDOVER_TIMEOUT_S)
    socket.send_fds(outlet, [json.dumps(header).encode()], [each.fileno() for each in opened])
