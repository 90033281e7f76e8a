"""Seeing what DHCP servers say to others: a tap on one network card, for Linux.

A proxyDHCP server binds ports 67 and 4011, but a site's OFFER goes to port 68, to a computer that is not this one. A
packet socket sees such frames without binding a port, even one that another program holds. It only listens: nothing is
sent through it, the card is not switched to promiscuous mode, and a filter in the kernel lets DHCP through alone.
"""

from __future__ import annotations

import ctypes
import errno
import socket
import struct
import sys
from dataclasses import dataclass
from ipaddress import IPv4Address

from fogportable.errors import Fault, FaultCode, ServiceError, describe
from fogportable.model import ServingInterface
from fogportable.protocol.address import MacAddress

_IS_LINUX = sys.platform.startswith("linux")

# Constants of <linux/if_ether.h>, <linux/if_packet.h> and <asm-generic/socket.h>.
_ETH_P_ALL = 0x0003
ARP = 0x0806
_IPV4 = 0x0800
_VLAN_TAG = 0x8100
PACKET_OUTGOING = 4
_SO_ATTACH_FILTER = 26

_UDP = 17
_ETHERNET_BYTES = 14
_VLAN_BYTES = 4
_IPV4_BYTES = 20
_UDP_BYTES = 8
_VLAN_NUMBER = 0x0FFF
#: Flag "more fragments" and the offset: a datagram in pieces is none that firmware reads.
_FRAGMENT = 0x3FFF

_DHCP_SERVER = 67
_DHCP_CLIENT = 68
_BOOT_SERVER = 4011

#: More than any DHCP message in an Ethernet frame, jumbo frames left out.
LARGEST_FRAME = 4096
#: A room that boots at once; what does not fit is lost, and the next OFFER says the same.
_BUFFER_BYTES = 512 * 1024


@dataclass(frozen=True, slots=True)
class TappedDatagram:
    """A UDP datagram that passed by. Its checksum was not looked at: cards work it out, and virtual ones leave it."""

    source_mac: MacAddress
    source: tuple[IPv4Address, int]
    destination: tuple[IPv4Address, int]
    data: bytes


def open_tap(interface: ServingInterface) -> socket.socket:
    """A non-blocking packet socket that hears DHCP on this card: UDP from 67 or 4011, or to 67, 68 or 4011.

    What this machine sends itself and what carries the number of another VLAN is left out by the kernel.
    Raises ServiceError: TAP_NOT_ALLOWED, TAP_NOT_AVAILABLE (Windows, macOS, no such sockets in this kernel),
    INTERFACE_GONE. Any other refusal of the system is raised as OSError.
    """
    if not _IS_LINUX:
        raise ServiceError(FaultCode.TAP_NOT_AVAILABLE, detail=sys.platform)
    sock: socket.socket | None = None
    try:
        # Protocol 0 hears nothing: the filter is in force before the first frame can come.
        sock = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
        sock.setblocking(False)
        _attach_filter(sock)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER_BYTES)
        sock.bind((interface.device or interface.name, _ETH_P_ALL))
    except OSError as problem:
        if sock is not None:
            sock.close()
        fault = _fault_of(problem, interface.name)
        if fault is None:
            raise
        raise fault from problem
    return sock


def why_no_tap() -> Fault:
    """Why `open_tap` is refused here, for a caller that goes on without."""
    if _IS_LINUX:
        try:
            socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0).close()
        except OSError as problem:
            fault = _fault_of(problem, "")
            if fault is not None:
                return fault.fault
    return describe(FaultCode.TAP_NOT_AVAILABLE, detail=sys.platform)


def receive_tapped(sock: socket.socket) -> TappedDatagram | None:
    """The next datagram; None when none waits. Frames that are no whole UDP datagram are passed over.

    Raises OSError for troubles of the socket.
    """
    while (frame := receive_frame(sock)) is not None:
        datagram = parse_frame(frame)
        if datagram is not None:
            return datagram
    return None


def receive_frame(sock: socket.socket) -> bytes | None:
    """The next frame that another machine sent; None when none waits.

    A card that goes down is no fault here: the tap hears again once it is up (packet(7)).
    Raises OSError for other troubles of the socket.
    """
    while True:
        try:
            frame, address = sock.recvfrom(LARGEST_FRAME)
        except BlockingIOError:
            return None
        except OSError as problem:
            if problem.errno in (errno.ENETDOWN, errno.ENXIO):
                return None
            raise
        if address[2] != PACKET_OUTGOING:
            return frame


def parse_frame(frame: bytes) -> TappedDatagram | None:
    """An Ethernet frame with IPv4 and UDP inside, with or without a priority tag (802.1Q with VLAN number 0).

    None for everything else: other protocols, VLANs, fragments, and lengths that do not fit. Never raises.
    """
    start = _start_of_ipv4(frame)
    if start is None or len(frame) < start + _IPV4_BYTES:
        return None
    header_bytes = 4 * (frame[start] & 0x0F)
    total, fragment = struct.unpack_from("!H2xH", frame, start + 2)
    udp = start + header_bytes
    end = start + total
    if frame[start] >> 4 != 4 or header_bytes < _IPV4_BYTES or frame[start + 9] != _UDP or fragment & _FRAGMENT:
        return None
    if end > len(frame) or udp + _UDP_BYTES > end:
        return None
    source_port, destination_port, size = struct.unpack_from("!3H", frame, udp)
    if size < _UDP_BYTES or udp + size > end:
        return None
    return TappedDatagram(
        MacAddress(frame[6:12]),
        (IPv4Address(frame[start + 12 : start + 16]), source_port),
        (IPv4Address(frame[start + 16 : start + 20]), destination_port),
        frame[udp + _UDP_BYTES : udp + size],
    )


def _start_of_ipv4(frame: bytes) -> int | None:
    if len(frame) < _ETHERNET_BYTES + _VLAN_BYTES:
        return None
    kind, tag, tagged_kind = struct.unpack_from("!3H", frame, 12)
    if kind == _IPV4:
        return _ETHERNET_BYTES
    if kind == _VLAN_TAG and tag & _VLAN_NUMBER == 0 and tagged_kind == _IPV4:
        return _ETHERNET_BYTES + _VLAN_BYTES
    return None


def _fault_of(problem: OSError, interface: str) -> ServiceError | None:
    detail = f"{problem} (tap, {interface})"
    match problem.errno:
        case errno.EPERM | errno.EACCES:
            return ServiceError(FaultCode.TAP_NOT_ALLOWED, detail=detail)
        case errno.EAFNOSUPPORT | errno.EPROTONOSUPPORT | errno.ESOCKTNOSUPPORT:
            return ServiceError(FaultCode.TAP_NOT_AVAILABLE, detail=detail)
        case errno.ENODEV | errno.ENXIO:
            return ServiceError(FaultCode.INTERFACE_GONE, detail=detail, interface=interface)
    return None


# --- the filter: classic BPF (bpf(4), linux/Documentation/networking/filter.rst) ------------------------------------

_LOAD_WORD, _LOAD_HALF, _LOAD_OCTET = 0x20, 0x28, 0x30
_LOAD_HALF_INDEXED, _LOAD_OCTET_INDEXED, _INDEX_BY_IP_HEADER = 0x48, 0x50, 0xB1
_JUMP_IF_EQUAL, _JUMP_IF_SET, _RETURN = 0x15, 0x45, 0x06
#: What Linux knows of a frame beside its octets, from SKF_AD_OFF on.
_PACKET_KIND, _VLAN_OF_FRAME = 0xFFFFF000 + 4, 0xFFFFF000 + 44


#: `op` of a request (RFC 2131 2), the first octet of the payload.
_REQUEST = 1


def _program(*, has_arp: bool = False, has_requests: bool = True) -> list[tuple[int, int, int, int]]:
    """(code, jump if true, jump if false, value): jumps count from the next line, the last two lines return."""
    taken = "take" if has_requests else "look"
    arp: list[tuple[int, str, str, int]] = [(_JUMP_IF_EQUAL, "take", "", ARP)] if has_arp else []
    lines: list[tuple[int, str, str, int]] = [
        (_LOAD_OCTET, "", "", _PACKET_KIND),
        (_JUMP_IF_EQUAL, "drop", "", PACKET_OUTGOING),
        (_LOAD_WORD, "", "", _VLAN_OF_FRAME),
        (_JUMP_IF_SET, "drop", "", _VLAN_NUMBER),
        (_LOAD_HALF, "", "", 12),
        *arp,
        (_JUMP_IF_EQUAL, "", "drop", _IPV4),
        (_LOAD_OCTET, "", "", _ETHERNET_BYTES + 9),
        (_JUMP_IF_EQUAL, "", "drop", _UDP),
        (_LOAD_HALF, "", "", _ETHERNET_BYTES + 6),
        (_JUMP_IF_SET, "drop", "", _FRAGMENT),
        (_INDEX_BY_IP_HEADER, "", "", _ETHERNET_BYTES),
        (_LOAD_HALF_INDEXED, "", "", _ETHERNET_BYTES),
        (_JUMP_IF_EQUAL, taken, "", _DHCP_SERVER),
        (_JUMP_IF_EQUAL, taken, "", _BOOT_SERVER),
        (_LOAD_HALF_INDEXED, "", "", _ETHERNET_BYTES + 2),
        (_JUMP_IF_EQUAL, taken, "", _DHCP_SERVER),
        (_JUMP_IF_EQUAL, taken, "", _BOOT_SERVER),
        (_JUMP_IF_EQUAL, taken, "drop", _DHCP_CLIENT),
        (_LOAD_OCTET_INDEXED, "", "", _ETHERNET_BYTES + _UDP_BYTES),
        (_JUMP_IF_EQUAL, "drop", "take", _REQUEST),
    ]
    target = {"look": len(lines) - 2, "drop": len(lines), "take": len(lines) + 1}
    program = [
        (code, target[yes] - at - 1 if yes else 0, target[no] - at - 1 if no else 0, value)
        for at, (code, yes, no, value) in enumerate(lines)
    ]
    return [*program, (_RETURN, 0, 0, 0), (_RETURN, 0, 0, LARGEST_FRAME)]


def hear_arp_too(sock: socket.socket) -> None:
    """Let a tap hear ARP beside DHCP: who gives addresses must know who holds one. Raises OSError."""
    _attach_filter(sock, has_arp=True)


def hear_answers_only(sock: socket.socket) -> None:
    """Let a tap hear no request: for who hears those on the ports anyway. Raises OSError."""
    _attach_filter(sock, has_requests=False)


def _attach_filter(sock: socket.socket, *, has_arp: bool = False, has_requests: bool = True) -> None:
    program = _program(has_arp=has_arp, has_requests=has_requests)
    octets = b"".join(struct.pack("=HBBI", *line) for line in program)
    buffer = ctypes.create_string_buffer(octets, len(octets))
    # struct sock_fprog: the count, padding up to a pointer's alignment, the pointer.
    sock.setsockopt(socket.SOL_SOCKET, _SO_ATTACH_FILTER, struct.pack("@HP", len(program), ctypes.addressof(buffer)))
