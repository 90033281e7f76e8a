"""The answers of a proxyDHCP server: OFFER, and ACK on port 4011 (PXE 2.1, 2.2; RFC 2131 4.3.1).

No function here takes an address for the client. `yiaddr` is padding in the layout of the header, so that a proxy
that writes its answers with this module cannot give an address away.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from ipaddress import IPv4Address

from fogportable.protocol.address import LIMITED_BROADCAST, NO_ADDRESS
from fogportable.protocol.dhcp.codec import MAGIC_COOKIE, SHORTEST_BYTES
from fogportable.protocol.dhcp.options import MessageType, OptionCode
from fogportable.protocol.dhcp.packet import BOOTREPLY, BROADCAST_FLAG, DhcpPacket
from fogportable.protocol.errors import ProtocolMisuse
from fogportable.protocol.pxe.ports import DhcpPort
from fogportable.protocol.pxe.vendor_options import DIRECT_BOOT

#: EDK2 throws longer ones away: what fits into an Ethernet frame without the headers of IP and UDP.
LONGEST_REPLY_BYTES = 1472

#: `file` holds 128 octets with its NUL; a longer name goes into option 67 alone, which holds 255 with its NUL.
LONGEST_FILE_FIELD = 127
LONGEST_FILE = 254

CLIENT_PORT = 68

_IP_AND_UDP_HEADER_BYTES = 28
_SMALLEST_LIMIT = 548

#: op, htype, hlen, hops, xid, secs, flags, ciaddr, [yiaddr: always zero], siaddr, giaddr, chaddr
_HEADER = struct.Struct("!4BI2HI4x2I16s")

_END = bytes([OptionCode.END])


def _option(code: OptionCode, value: bytes) -> bytes:
    return bytes([code, len(value)]) + value


_TYPE_OPTION = {kind: _option(OptionCode.MESSAGE_TYPE, bytes([kind])) for kind in MessageType}
_DIRECT_BOOT_OPTION = _option(OptionCode.VENDOR_OPTIONS, DIRECT_BOOT)

#: Sub-option 1, priority +1: otherwise a boot file named by the site's DHCP server wins inside iPXE.
_IPXE_PRIORITY_OPTION = _option(OptionCode.IPXE, b"\x01\x01\x01")


@dataclass(frozen=True, slots=True)
class BootAnswer:
    """What a client is told; the same for all clients of one kind, so that its octets are laid out once.

    server: option 54, where port 4011 is served. next_server: where TFTP is served. file: TFTP name, or URL for iPXE.
    is_for_ipxe: adds iPXE's own option 175. Raises ProtocolMisuse for a file that cannot be put into a packet.
    """

    server: IPv4Address
    next_server: IPv4Address
    file: str
    is_for_ipxe: bool = False
    _siaddr: int = field(init=False, repr=False, compare=False)
    _names: bytes = field(init=False, repr=False, compare=False)
    _identity: bytes = field(init=False, repr=False, compare=False)
    _server_name: bytes = field(init=False, repr=False, compare=False)
    _boot_file: bytes = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        name = self.file.encode()
        if not 1 <= len(name) <= LONGEST_FILE or any(octet < 0x20 or octet == 0x7F for octet in name):
            raise ProtocolMisuse(f"a boot file name has 1 to {LONGEST_FILE} printable octets: {self.file!r}")
        dotted = str(self.next_server).encode()
        field_name = name if len(name) <= LONGEST_FILE_FIELD else b""
        lay_out = object.__setattr__
        lay_out(self, "_siaddr", int(self.next_server))
        lay_out(self, "_names", dotted.ljust(64, b"\0") + field_name.ljust(128, b"\0") + MAGIC_COOKIE)
        lay_out(
            self,
            "_identity",
            _option(OptionCode.SERVER_IDENTIFIER, self.server.packed) + _option(OptionCode.VENDOR_CLASS, b"PXEClient"),
        )
        lay_out(self, "_server_name", _option(OptionCode.TFTP_SERVER_NAME, dotted))
        # With a NUL: old ROMs read past the length and ask for the name with the next octet (0xFF) at its end.
        lay_out(self, "_boot_file", _option(OptionCode.BOOT_FILE, name + b"\0"))


def build_offer(packet: DhcpPacket, answer: BootAnswer, *, max_bytes: int = LONGEST_REPLY_BYTES) -> bytes | None:
    """The OFFER that makes firmware load at once: bit 3 of 43/6, next server and file.

    None when it does not fit into max_bytes or into what the client takes (option 57).
    """
    return _assemble(
        packet,
        answer,
        kind=MessageType.OFFER,
        flags=BROADCAST_FLAG,  # The client has no address yet, and `yiaddr` does not say one to a relay either.
        ciaddr=0,
        vendor=_DIRECT_BOOT_OPTION,
        max_bytes=max_bytes,
    )


def build_boot_server_ack(
    packet: DhcpPacket, answer: BootAnswer, *, max_bytes: int = LONGEST_REPLY_BYTES
) -> bytes | None:
    """The ACK on port 4011. Without option 43: who asks there did not take the one of the OFFER. None as above."""
    return _assemble(
        packet,
        answer,
        kind=MessageType.ACK,
        flags=packet.flags & BROADCAST_FLAG,
        ciaddr=int(packet.ciaddr),
        vendor=b"",
        max_bytes=max_bytes,
    )


def _assemble(
    packet: DhcpPacket, answer: BootAnswer, *, kind: MessageType, flags: int, ciaddr: int, vendor: bytes, max_bytes: int
) -> bytes | None:
    """Put a reply together. Left out when room is short: first option 66, then 175; never 67 and 82."""
    options = packet.options
    head = (
        _HEADER.pack(
            BOOTREPLY,
            packet.htype,
            packet.hlen,
            packet.hops,
            packet.xid,
            0,
            flags,
            ciaddr,
            answer._siaddr,
            int(packet.giaddr),
            packet.chaddr,
        )
        + answer._names
        + _TYPE_OPTION[kind]
        + answer._identity
    )
    machine_id = options.get(OptionCode.CLIENT_MACHINE_ID)
    if machine_id is not None and len(machine_id) <= 255:
        head += _option(OptionCode.CLIENT_MACHINE_ID, machine_id)
    tail = _END
    relay_info = options.get(OptionCode.RELAY_AGENT)
    if relay_info is not None:
        if len(relay_info) > 255:
            return None
        tail = _option(OptionCode.RELAY_AGENT, relay_info) + _END  # Last, unchanged (RFC 3046 2.2).
    priority = _IPXE_PRIORITY_OPTION if answer.is_for_ipxe else b""
    limit = min(max_bytes, _accepted_bytes(options.get(OptionCode.MAX_MESSAGE_SIZE, b"")))
    for name, ipxe in ((answer._server_name, priority), (b"", priority), (b"", b"")):
        reply = head + vendor + name + answer._boot_file + ipxe + tail
        if len(reply) <= limit:
            return reply.ljust(SHORTEST_BYTES, b"\0")
    return None


def _accepted_bytes(option: bytes) -> int:
    """UDP payload that the client takes, from option 57, which counts the headers of IP and UDP too."""
    if len(option) != 2:
        return LONGEST_REPLY_BYTES
    accepted = int.from_bytes(option, "big") - _IP_AND_UDP_HEADER_BYTES
    return min(max(accepted, _SMALLEST_LIMIT), LONGEST_REPLY_BYTES)


def reply_route(
    packet: DhcpPacket, port: DhcpPort, source: tuple[IPv4Address, int]
) -> tuple[tuple[IPv4Address, int], DhcpPort]:
    """Where a reply goes, and from which of our ports.

    A relay is answered on its server port. An OFFER without relay is a limited broadcast: the client has no address,
    and EDK2 drops a broadcast to its subnet. On 4011 the asking port is answered: ROMs use 68, EDK2 uses 4011.
    """
    if packet.giaddr != NO_ADDRESS:
        return (packet.giaddr, DhcpPort.DISCOVERY.value), DhcpPort.DISCOVERY
    if port is DhcpPort.DISCOVERY or source[0] == NO_ADDRESS:
        return (LIMITED_BROADCAST, CLIENT_PORT), port
    return source, port
