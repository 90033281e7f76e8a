"""Whether a server answers, asked as a computer would, and computers that make themselves known to ours."""

from __future__ import annotations

import contextlib
import socket
from ipaddress import IPv4Address

from fogportable.protocol.address import MacAddress
from fogportable.protocol.pxe.archs import ClientArch
from fogportable.simulator.firmware import Machine, Persona, discover, lease_request

#: Where load clients on loopback come from; each has the next address, as a server counts by address.
FIRST_CLIENT = IPv4Address("127.9.0.1")
#: The DHCP server that clients pretend to have their lease from. Nobody listens there.
_SITE = IPv4Address("127.255.0.1")
_PATIENCE_S = 0.02


def machine(number: int) -> Machine:
    """One of many computers with UEFI x64."""
    mac = MacAddress(b"\x02\x10" + number.to_bytes(4, "big"))
    return Machine(mac, ClientArch.X64_UEFI, b"bench-uuid" + mac.octets)


def answers_tftp(address: str, port: int, name: str, own: str = "127.9.255.1") -> bool:
    """Whether a read request is answered at once with anything but an ERROR."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind((own, 0))
        sock.settimeout(_PATIENCE_S)
        try:
            sock.sendto(b"\0\1" + name.encode() + b"\0octet\0blksize\0001456\0", (address, port))
            data, peer = sock.recvfrom(2048)
            sock.sendto(b"\0\5\0\0done\0", peer)
        except OSError:
            return False
    return data[1] in (3, 6)


def answers_tcp(address: str, port: int) -> bool:
    try:
        socket.create_connection((address, port), 1.0).close()
    except OSError:
        return False
    return True


def answers_discover(device: str, number: int, patience_s: float = _PATIENCE_S) -> bool:
    """Whether a DISCOVER that is broadcast from this card is answered at once. In the caller's network."""
    with discovering(device) as sock:
        sock.settimeout(patience_s)
        try:
            sock.sendto(discover(Persona.EDK2, machine(number), xid=number, secs=0), ("255.255.255.255", 67))
            return bool(sock.recv(2048))
        except OSError:
            return False


def discovering(device: str) -> socket.socket:
    """The socket of a computer without address on this card."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, device.encode() + b"\0")
    sock.bind(("0.0.0.0", 68))
    return sock


def introduce(server: str, count: int) -> None:
    """Computers on loopback ask for network boot and take addresses, so that they have rows. From FIRST_CLIENT on."""
    for number in range(count):
        own, who = FIRST_CLIENT + number, machine(number)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock, contextlib.suppress(ConnectionRefusedError):
            sock.bind((str(own), 68))
            sock.sendto(discover(Persona.EDK2, who, xid=number + 1, secs=0), (server, 67))
            taken = lease_request(Persona.EDK2, who, xid=number + 1, secs=0, site_server=_SITE, address=own)
            sock.sendto(taken, (server, 67))
