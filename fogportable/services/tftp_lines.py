"""How datagrams of a transfer leave: by a socket of its own, or by that of port 69, which all share."""

from __future__ import annotations

import errno
import functools
import socket
import struct
import sys
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address

from fogportable.model import ServingInterface
from fogportable.platform import udp
from fogportable.protocol.tftp import Burst, Octets

#: <linux/udp.h>: the kernel cuts one send into datagrams of this size. Linux 4.18.
_UDP_SEGMENT = 103
_SOL_UDP = 17
#: What the kernel cuts at most: UDP_MAX_SEGMENTS before Linux 6.9, and what fits an IP packet.
_MOST_SEGMENTS = 64
_LARGEST_PAYLOAD = 65_000
#: What kernels and cards answer that cannot do it, or not for this size.
_NO_SEGMENTATION = frozenset({errno.EIO, errno.EINVAL, errno.EMSGSIZE, errno.ENOPROTOOPT, errno.EOPNOTSUPP})
_Peer = tuple[str, int]
_Ancillary = Sequence[tuple[int, int, bytes]]


class WindowSender:
    """Sends a window by one system call where the kernel can cut it (UDP GSO), else datagram by datagram."""

    def __init__(self, *, has_segmentation: bool = sys.platform.startswith("linux")) -> None:
        self.has_segmentation = has_segmentation

    def send(
        self,
        sock: socket.socket,
        datagrams: Sequence[Octets],
        send_one: Callable[[Octets], object],
        origin: _Ancillary = (),
        peer: _Peer | None = None,
    ) -> None:
        """Raises OSError; then an unknown number of them was sent.

        origin, peer: for a socket that is not connected.
        """
        if not isinstance(datagrams, Burst):
            for datagram in datagrams:
                send_one(datagram)
            return
        whole, size = datagrams.whole, datagrams.size
        if self.has_segmentation and len(whole) > size:
            cut, most = _cut_into(size)
            ancillary = (*origin, *cut) if origin else cut
            try:
                if len(whole) <= most:
                    sock.sendmsg((whole,), ancillary, 0, peer)
                    return
                for start in range(0, len(whole), most):
                    sock.sendmsg((whole[start : start + most],), ancillary, 0, peer)
                return
            except OSError as problem:
                if problem.errno not in _NO_SEGMENTATION:
                    raise
                self.has_segmentation = False
        for start in range(0, len(whole), size):
            send_one(whole[start : start + size])


@functools.lru_cache(maxsize=64)
def _cut_into(size: int) -> tuple[tuple[tuple[int, int, bytes]], int]:
    """What tells the kernel to cut into datagrams of this size (octets), and how much it takes at once."""
    most = min(_MOST_SEGMENTS, _LARGEST_PAYLOAD // size) * size
    return ((_SOL_UDP, _UDP_SEGMENT, struct.pack("=H", size)),), most


class OwnLine:
    """A connected socket, which the line owns. recv, send: one datagram; raise OSError."""

    __slots__ = ("_windows", "recv", "send", "sock")

    def __init__(self, sock: socket.socket, windows: WindowSender) -> None:
        self.sock: socket.socket | None = sock
        self.recv: Callable[[int], bytes] = sock.recv
        self.send: Callable[[Octets], object] = sock.send
        self._windows = windows

    def send_window(self, datagrams: Sequence[Octets]) -> None:
        """Several datagrams, see `WindowSender`. Raises OSError."""
        assert self.sock is not None
        self._windows.send(self.sock, datagrams, self.send)

    def close(self) -> None:
        """Close the socket."""
        assert self.sock is not None
        self.sock.close()


class SharedLine:
    """The listening socket, which stays open. source: the address that the client asked.

    waiting: what came for this transfer and was not read yet.
    """

    __slots__ = ("_listener", "_origin", "_peer", "_windows", "sock", "waiting")

    def __init__(
        self,
        listener: socket.socket,
        source: IPv4Address,
        peer: _Peer,
        interface: ServingInterface,
        windows: WindowSender,
    ) -> None:
        self.sock: socket.socket | None = None
        self.waiting: bytes | None = None
        self._listener = listener
        self._origin = udp.origin(source, interface)
        self._peer = peer
        self._windows = windows

    def recv(self, _: int) -> bytes:
        """Raises BlockingIOError when nothing waits."""
        data, self.waiting = self.waiting, None
        if data is None:
            raise BlockingIOError
        return data

    def send(self, datagram: Octets) -> None:
        """Raises OSError."""
        if self._origin:
            self._listener.sendmsg([datagram], self._origin, 0, self._peer)
        else:
            self._listener.sendto(datagram, self._peer)

    def send_window(self, datagrams: Sequence[Octets]) -> None:
        """Several datagrams, see `WindowSender`. Raises OSError."""
        self._windows.send(self._listener, datagrams, self.send, self._origin, self._peer)

    def close(self) -> None:
        """The listening socket is not the line's."""


Line = OwnLine | SharedLine
