"""UDP sockets as a boot server needs them: pinned to one network card, told where each datagram went.

Measured rules of Linux that force the shape:
- A socket bound to the card's address misses broadcasts to 255.255.255.255; the wildcard address hears them.
- The wildcard without SO_BINDTODEVICE would answer on every card, and leave by the default route.
- Two sockets on different devices share a port without any REUSE option, so a virtual machine host's dnsmasq on its
  own bridge does no harm. With SO_REUSEADDR on both sides two servers on one card would share the port in silence and
  one of them would starve: no REUSE option is set, so that the second one fails and can name the first.
"""

from __future__ import annotations

import contextlib
import errno
import functools
import os
import socket
import struct
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Address

from fogportable.errors import FaultCode, ServiceError
from fogportable.model import ServingInterface
from fogportable.platform.other_instance import held_fault
from fogportable.platform.ports import Transport, holder_of
from fogportable.protocol.address import LIMITED_BROADCAST

_IS_LINUX = sys.platform.startswith("linux")

# Constants of <linux/in.h> and <asm-generic/socket.h> that Python 3.11 does not name.
_IP_PKTINFO = getattr(socket, "IP_PKTINFO", 8)
_IP_MTU_DISCOVER = getattr(socket, "IP_MTU_DISCOVER", 10)
_IP_PMTUDISC_DONT = getattr(socket, "IP_PMTUDISC_DONT", 0)
_SO_BINDTODEVICE = getattr(socket, "SO_BINDTODEVICE", 25)
_SO_SNDBUFFORCE = 32
_SO_RCVBUFFORCE = 33

#: struct in_pktinfo: interface index, local address to send from, header destination.
_PACKET_INFO = struct.Struct("=i4s4s")
_ANCILLARY_SIZE = socket.CMSG_SPACE(_PACKET_INFO.size) if _IS_LINUX else 0

#: A room of 5,000 asking at once fits into this; the stock 208 KiB loses most of it.
DISCOVERY_BUFFER_BYTES = 8 * 1024 * 1024
#: Ports 4011 and 69 hear fewer at once: as many as may load, each with one request.
_REQUEST_BUFFER_BYTES = 1024 * 1024
_TRANSFER_BUFFER_BYTES = 1024 * 1024
_LARGEST_DATAGRAM = 65535
_BROADCAST_TEXT = str(LIMITED_BROADCAST)

#: Ancillary data for `sendmsg`.
Origin = tuple[tuple[int, int, bytes], ...]

#: What the network said about an earlier datagram of ours. It is no fault of the one that is read now.
_ICMP_ERRNOS = frozenset(
    {
        errno.ECONNREFUSED,
        errno.ECONNRESET,
        errno.EHOSTUNREACH,
        errno.ENETUNREACH,
        errno.ENETDOWN,
        errno.EHOSTDOWN,
        errno.EPROTO,
        errno.EMSGSIZE,
        errno.ENOPROTOOPT,
    }
)


class SocketPurpose(StrEnum):
    """What a socket listens for. TAP: no port, a `packet_tap` that sees what DHCP servers say to others."""

    DISCOVERY = "discovery"
    BOOT_SERVER = "boot_server"
    TFTP = "tftp"
    TAP = "tap"
    HTTP = "http"  # TCP, see `tcp.open_tcp`


@dataclass(frozen=True, slots=True)
class UdpEndpoint:
    """A listening socket to be; that of HTTP is TCP.

    port: 0 lets the system choose (rehearsal), and stands for none with a TAP.
    """

    purpose: SocketPurpose
    interface: ServingInterface
    port: int


@dataclass(slots=True)
class Datagram:
    """What came in. destination: from the IP header, may be a broadcast address. interface_index: where it arrived.

    Not frozen: that would double what it costs to make one.
    """

    data: bytes
    source: tuple[IPv4Address, int]
    destination: IPv4Address
    interface_index: int


def open_udp(endpoint: UdpEndpoint) -> socket.socket:
    """A bound, non-blocking socket pinned to the endpoint's card.

    Raises ServiceError: PORT_IN_USE with the holder's name, PORT_IN_USE_UNKNOWN, NO_PERMISSION, INTERFACE_GONE,
    INTERFACE_NO_ADDRESS. Any other refusal of the system is raised as OSError.
    """
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        _prepare(sock, endpoint)
        sock.bind((bind_address(endpoint.interface), endpoint.port))
    except OSError as problem:
        sock.close()
        fault = fault_of(problem, endpoint)
        if fault is None:
            raise
        raise fault from problem
    return sock


def adopt_udp(sock: socket.socket, endpoint: UdpEndpoint) -> None:
    """Make a socket that somebody else has bound as ours are. Raises OSError."""
    _prepare(sock, endpoint)


def _prepare(sock: socket.socket, endpoint: UdpEndpoint) -> None:
    sock.setblocking(False)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
    exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)
    if exclusive is not None:  # Windows: without it a second server could take the port away from us.
        sock.setsockopt(socket.SOL_SOCKET, exclusive, 1)
    if _IS_LINUX:
        sock.setsockopt(socket.IPPROTO_IP, _IP_PKTINFO, 1)
        _allow_fragments(sock)
    pin_to_card(sock, endpoint.interface)
    size_bytes = DISCOVERY_BUFFER_BYTES if endpoint.purpose is SocketPurpose.DISCOVERY else _REQUEST_BUFFER_BYTES
    _grow(sock, _SO_RCVBUFFORCE, socket.SO_RCVBUF, size_bytes)


def pin_to_card(sock: socket.socket, interface: ServingInterface) -> None:
    """Hear this card only, where the system can. Raises OSError."""
    if _IS_LINUX and interface.device is not None:
        sock.setsockopt(socket.SOL_SOCKET, _SO_BINDTODEVICE, interface.device.encode() + b"\0")


def bind_address(interface: ServingInterface) -> str:
    """What a listening socket binds to on this card."""
    # Only a socket that is pinned to its card may listen on the wildcard; Windows hears broadcasts on the address.
    return "0.0.0.0" if _IS_LINUX and interface.device is not None else str(interface.address.ip)


def _allow_fragments(sock: socket.socket) -> None:
    """DF off: option ROMs drop datagrams with DF, and none of them does path MTU discovery."""
    sock.setsockopt(socket.IPPROTO_IP, _IP_MTU_DISCOVER, _IP_PMTUDISC_DONT)


def _grow(sock: socket.socket, forced: int, usual: int, size_bytes: int) -> None:
    """A large buffer: beyond the system's limit with CAP_NET_ADMIN, else up to it."""
    if _IS_LINUX:
        with contextlib.suppress(PermissionError):
            sock.setsockopt(socket.SOL_SOCKET, forced, size_bytes)
            return
    with contextlib.suppress(OSError):  # macOS refuses sizes that Linux cuts down.
        sock.setsockopt(socket.SOL_SOCKET, usual, size_bytes)


def fault_of(problem: OSError, endpoint: UdpEndpoint, transport: Transport = Transport.UDP) -> ServiceError | None:
    """What a refusal of the system means for people; None when there is no better word than the system's."""
    detail = f"{problem} ({endpoint.purpose}, port {endpoint.port}, {endpoint.interface.name})"
    match problem.errno:
        case errno.EADDRINUSE:
            # UDP is the usual case, and tests put their own holder in its place.
            more = () if transport is Transport.UDP else (transport,)
            holder = holder_of(endpoint.port, endpoint.interface.index, *more)
            if holder is None:
                return ServiceError(FaultCode.PORT_IN_USE_UNKNOWN, detail=detail, port=endpoint.port)
            return ServiceError.of(held_fault(endpoint.port, holder, detail))
        case errno.EACCES | errno.EPERM:
            return ServiceError(FaultCode.NO_PERMISSION, detail=detail)
        case errno.ENODEV | errno.ENXIO:
            return ServiceError(FaultCode.INTERFACE_GONE, detail=detail, interface=endpoint.interface.name)
        case errno.EADDRNOTAVAIL:
            return ServiceError(FaultCode.INTERFACE_NO_ADDRESS, detail=detail, interface=endpoint.interface.name)
    return None


def receive(sock: socket.socket, interface: ServingInterface) -> Datagram | None:
    """The next datagram, None when none waits. What ICMP said about earlier answers is passed over."""
    try:
        if _IS_LINUX:
            data, ancillary, _, peer = sock.recvmsg(_LARGEST_DATAGRAM, _ANCILLARY_SIZE)
        else:
            data, peer = sock.recvfrom(_LARGEST_DATAGRAM)
            ancillary = []
    except BlockingIOError:
        return None
    except OSError as problem:
        if isinstance(problem, ConnectionError) or problem.errno in _ICMP_ERRNOS:
            return None
        raise
    index, destination = interface.index, interface.address.ip
    for level, kind, value in ancillary:
        if level == socket.IPPROTO_IP and kind == _IP_PKTINFO and len(value) >= _PACKET_INFO.size:
            index, _, octets = _PACKET_INFO.unpack_from(value)
            destination = _address_of(octets)
    return Datagram(data, (_address_of(peer[0]), peer[1]), destination, index)


@functools.lru_cache(maxsize=4096)
def _address_of(value: str | bytes) -> IPv4Address:
    """Reading one costs as much as reading a whole packet's header; a room has few."""
    return IPv4Address(value)


def origin(source: IPv4Address, interface: ServingInterface) -> Origin:
    """What pins a datagram to a card and a source address; empty where there is no such thing. Made once per card."""
    if not _IS_LINUX:
        return ()
    where = _PACKET_INFO.pack(interface.index, source.packed, bytes(4))
    return ((socket.IPPROTO_IP, _IP_PKTINFO, where),)


def send(
    sock: socket.socket, data: bytes | memoryview, destination: tuple[IPv4Address, int], where_from: Origin
) -> None:
    """Send out of a card and from an address, whatever the routing table says. Raises OSError."""
    address = (_BROADCAST_TEXT if destination[0] is LIMITED_BROADCAST else str(destination[0]), destination[1])
    if not _IS_LINUX:
        sock.sendto(data, address)
        return
    sock.sendmsg((data,), where_from, 0, address)


def join_group(sock: socket.socket, group: IPv4Address, interface: ServingInterface) -> None:
    """Hear a multicast group on this card. Does nothing when the socket hears it already. Raises OSError."""
    request = group.packed + interface.address.ip.packed
    if _IS_LINUX:
        request += struct.pack("=i", interface.index)  # struct ip_mreqn: the card itself, whatever its addresses.
    try:
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, request)
    except OSError as problem:
        if problem.errno != errno.EADDRINUSE:
            raise


def open_transfer_socket(
    local: IPv4Address, peer: tuple[str, int], device: str | None, ports: Iterable[int] = (0,)
) -> socket.socket:
    """A connected, non-blocking socket for one TFTP transfer. Raises OSError, EADDRINUSE when no port is free.

    local: the address the client asked, which it expects the answer from (EDK2 and iPXE drop others).
    ports: local ones that may be taken, the first first; 0 for the system's choice.
    Connected: the kernel itself turns away foreign transfer identifiers, and ICMP arrives as ConnectionRefusedError.
    """
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        sock.setblocking(False)
        if _IS_LINUX:
            _allow_fragments(sock)
            if device is not None:
                # Before Linux 5.7 only root may; the bound address then picks the card well enough.
                with contextlib.suppress(PermissionError):
                    sock.setsockopt(socket.SOL_SOCKET, _SO_BINDTODEVICE, device.encode() + b"\0")
        grow_send_buffer(sock)
        _bind_to_first_free(sock, str(local), ports)
        sock.connect(peer)
    except OSError:
        sock.close()
        raise
    return sock


def _bind_to_first_free(sock: socket.socket, local: str, ports: Iterable[int]) -> None:
    for port in ports:
        try:
            sock.bind((local, port))
            return
        except OSError as problem:
            if problem.errno != errno.EADDRINUSE:
                raise
    raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))


def grow_send_buffer(sock: socket.socket) -> None:
    """Room for the windows of TFTP transfers."""
    _grow(sock, _SO_SNDBUFFORCE, socket.SO_SNDBUF, _TRANSFER_BUFFER_BYTES)


def receive_buffer_bytes(sock: socket.socket) -> int:
    """The receive buffer that was granted, as the kernel counts it (Linux: twice the size that was asked for)."""
    return sock.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF)
