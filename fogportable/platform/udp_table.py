"""The kernel's table of UDP sockets and TCP listeners, with the card each is pinned to.

`/proc/net/udp` leaves the card out, and psutil with it: on a laptop with virtual machines it shows dnsmasq on port 67
without telling that it listens on its own bridge only. The netlink interface of sock_diag(7) tells.
"""

from __future__ import annotations

import contextlib
import os
import re
import socket
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# <linux/netlink.h>, <linux/sock_diag.h>
_NETLINK_SOCK_DIAG = 4
_SOCK_DIAG_BY_FAMILY = 20
_NLM_F_REQUEST_DUMP = 0x301
_NLMSG_DONE = 3

#: struct nlmsghdr: length, type, flags, sequence, port.
_HEADER = struct.Struct("=IHHII")
#: struct inet_diag_req_v2: family, protocol, extensions, padding, states, then an empty inet_diag_sockid.
_REQUEST = struct.Struct("=BBBBI48x")
#: struct inet_diag_msg: family to retransmissions, source port, (destination and addresses), card, (cookie to queues),
#: user, inode.
_ENTRY = struct.Struct("=4x2s34xI8x12xII")
_ALL_STATES = 0xFFFFFFFF
#: <net/tcp_states.h>, as a bit.
_LISTENING = 1 << 10
_TIMEOUT_S = 2.0
_INODE = re.compile(r"socket:\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class UdpSocket:
    """One UDP socket or TCP listener of this machine. interface_index: the card it is pinned to, 0 for none."""

    inode: int
    interface_index: int


def sockets_on(port: int, *, is_tcp: bool = False) -> tuple[UdpSocket, ...]:
    """UDP sockets, or TCP listeners, of IPv4 and IPv6, on this port. Raises OSError where the kernel does not tell."""
    found: list[UdpSocket] = []
    for family in (socket.AF_INET, socket.AF_INET6):
        for entry in _dump(family, is_tcp=is_tcp):
            local, index, _, inode = _ENTRY.unpack_from(entry)
            if int.from_bytes(local) == port:
                found.append(UdpSocket(inode, index))
    return tuple(found)


def process_with(inodes: frozenset[int]) -> int | None:
    """A process that has one of these sockets open; None when this user may not see it."""
    for folder in Path("/proc").glob("[0-9]*/fd"):
        # Other users' processes may not be looked into, and any may end meanwhile.
        with contextlib.suppress(OSError):
            for name in os.listdir(folder):
                match = _INODE.fullmatch(os.readlink(folder / name))
                if match and int(match[1]) in inodes:
                    return int(folder.parent.name)
    return None


def _dump(family: int, *, is_tcp: bool) -> Iterator[bytes]:
    protocol, states = (socket.IPPROTO_TCP, _LISTENING) if is_tcp else (socket.IPPROTO_UDP, _ALL_STATES)
    request = _REQUEST.pack(family, protocol, 0, 0, states)
    header = _HEADER.pack(_HEADER.size + len(request), _SOCK_DIAG_BY_FAMILY, _NLM_F_REQUEST_DUMP, 1, 0)
    with socket.socket(getattr(socket, "AF_NETLINK", -1), socket.SOCK_RAW, _NETLINK_SOCK_DIAG) as table:
        table.settimeout(_TIMEOUT_S)
        table.send(header + request)
        while True:
            answer = table.recv(65536)
            while len(answer) >= _HEADER.size:
                length, kind, *_ = _HEADER.unpack_from(answer)
                if kind == _NLMSG_DONE:
                    return
                if kind != _SOCK_DIAG_BY_FAMILY or length < _HEADER.size + _ENTRY.size:
                    raise OSError(f"the kernel has no table of sockets (message {kind})")
                yield answer[_HEADER.size : length]
                answer = answer[(length + 3) & ~3 :]
