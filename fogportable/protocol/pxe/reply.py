"""The answers of a proxyDHCP server: OFFER, and ACK on port 4011 (PXE 2.1, 2.2; RFC 2131 4.3.1).

No function here takes an address for the client. `yiaddr` is padding in the layout of the header, so that a proxy
that writes its answers with this module cannot give an address away.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from ipaddress import IPv4Address

from fogportable.protocol.address import LIMITED_BROADCAST, NO_ADDRESS
from fogportable.protocol.dhcp.codec import MAGIC_COOKIE, SHORTEST_BYTES
from fogportable.protocol.dhcp.options import MessageType, OptionCode
from fogportable.protocol.dhcp.packet import BOOTREPLY, BROADCAST_FLAG, DhcpPacket
from fogportable.protocol.errors import ProtocolMisuse
from fogportable.protocol.pxe.ports import DhcpPort
from fogportable.protocol.pxe.vendor_options import DIRECT_BOOT, BootItem, encode_boot_item, parse_vendor_options

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


def _option(code: int, value: bytes) -> bytes:
    return bytes([code, len(value)]) + value


_TYPE_OPTION = {kind: _option(OptionCode.MESSAGE_TYPE, bytes([kind])) for kind in MessageType}

#: Sub-option 1, priority +1: otherwise a boot file named by the site's DHCP server wins inside iPXE.
_IPXE_PRIORITY = b"\x01\x01\x01"

PXE_CLASS = b"PXEClient"
HTTP_CLASS = b"HTTPClient"

_LAID_OUT_HERE = frozenset(
    {
        OptionCode.PAD,
        OptionCode.VENDOR_OPTIONS,
        OptionCode.OVERLOAD,
        OptionCode.MESSAGE_TYPE,
        OptionCode.SERVER_IDENTIFIER,
        OptionCode.VENDOR_CLASS,
        OptionCode.BOOT_FILE,
        OptionCode.RELAY_AGENT,
        OptionCode.CLIENT_MACHINE_ID,
        OptionCode.END,
    }
)


@dataclass(frozen=True, slots=True)
class BootAnswer:
    """What a client is told; the same for all clients of one kind, so that its octets are laid out once.

    server: option 54, where port 4011 is served. next_server: where TFTP is served. file: TFTP name, or URL; "" only
    beside an option 43 that has the client ask further. is_for_ipxe: adds iPXE's own option 175.
    vendor_class: option 60. offer_vendor, ack_vendor: the content of option 43 in an OFFER and in an ACK on port 4011,
    empty for none. more: further options in the order of the packet, each once; the last is the first to be left out.
    Raises ProtocolMisuse for what cannot be put into a packet.
    """

    server: IPv4Address
    next_server: IPv4Address
    file: str
    is_for_ipxe: bool = False
    vendor_class: bytes = PXE_CLASS
    offer_vendor: bytes = DIRECT_BOOT
    ack_vendor: bytes = b""
    more: tuple[tuple[int, bytes], ...] = ()
    _siaddr: int = field(init=False, repr=False, compare=False)
    _offer_siaddr: int = field(init=False, repr=False, compare=False)
    _names: bytes = field(init=False, repr=False, compare=False)
    _identity: bytes = field(init=False, repr=False, compare=False)
    _offer_vendor_option: bytes = field(init=False, repr=False, compare=False)
    _ack_vendor_option: bytes = field(init=False, repr=False, compare=False)
    _variants: tuple[bytes, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        name = self._checked_name()
        more = self._checked_options()
        dotted = str(self.next_server).encode()
        field_name = name if len(name) <= LONGEST_FILE_FIELD else b""
        lay_out = object.__setattr__
        lay_out(self, "_siaddr", int(self.next_server))
        # EDK2 sends its request on 4011 to `siaddr`. Only an OFFER that spares it may name another machine, and one for
        # iPXE, which sends it to option 54, if at all: it takes a file of the OFFER from `siaddr` at once.
        is_direct = self.offer_vendor == DIRECT_BOOT or self.is_for_ipxe
        lay_out(self, "_offer_siaddr", int(self.next_server if is_direct else self.server))
        lay_out(self, "_names", dotted.ljust(64, b"\0") + field_name.ljust(128, b"\0") + MAGIC_COOKIE)
        lay_out(
            self,
            "_identity",
            _option(OptionCode.SERVER_IDENTIFIER, self.server.packed)
            + _option(OptionCode.VENDOR_CLASS, self.vendor_class),
        )
        lay_out(self, "_offer_vendor_option", _vendor_option(self.offer_vendor))
        lay_out(self, "_ack_vendor_option", _vendor_option(self.ack_vendor))
        # With a NUL: old ROMs read past the length and ask for the name with the next octet (0xFF) at its end.
        boot_file = _option(OptionCode.BOOT_FILE, name + b"\0") if name else b""
        lay_out(self, "_variants", tuple(self._lay_out_variants(more, dotted, boot_file)))

    def _checked_name(self) -> bytes:
        name = self.file.encode()
        if len(name) > LONGEST_FILE or any(octet < 0x20 or octet == 0x7F for octet in name):
            raise ProtocolMisuse(f"a boot file name has 1 to {LONGEST_FILE} printable octets: {self.file!r}")
        if not name and self.offer_vendor in (b"", DIRECT_BOOT):
            raise ProtocolMisuse("an answer without a file needs a menu")
        return name

    def _checked_options(self) -> dict[int, bytes]:
        more = dict(self.more)
        wrong = _LAID_OUT_HERE.intersection(more)
        if wrong or len(more) != len(self.more) or any(not 0 <= code <= 255 for code in more):
            raise ProtocolMisuse(f"options {sorted(code for code, _ in self.more)} cannot stand beside the usual ones")
        if any(len(value) > 255 for value in more.values()):
            raise ProtocolMisuse("an option holds 255 octets")
        return more

    def _lay_out_variants(self, more: dict[int, bytes], dotted: bytes, boot_file: bytes) -> Iterator[bytes]:
        """The options from 66 on, whole and then with less and less, for when room is short.

        First 66 goes, which repeats `siaddr`; then the further options, the last first; then 175, which decides whose
        file iPXE takes; never 67.
        """
        ipxe = more.pop(OptionCode.IPXE, b"")
        if self.is_for_ipxe:
            ipxe = _with_priority(ipxe)
        # HTTP boot needs no TFTP server.
        name = more.pop(OptionCode.TFTP_SERVER_NAME, dotted if self.vendor_class == PXE_CLASS else b"")
        last = _option(OptionCode.IPXE, ipxe) if ipxe else b""
        if name:
            others = b"".join(_option(code, value) for code, value in more.items())
            yield _option(OptionCode.TFTP_SERVER_NAME, name) + boot_file + others + last
        for count in range(len(more), -1, -1):
            others = b"".join(_option(code, value) for code, value in list(more.items())[:count])
            yield boot_file + others + last
        if last:
            yield boot_file


def _vendor_option(content: bytes) -> bytes:
    if len(content) > 255:
        raise ProtocolMisuse("option 43 holds 255 octets")
    return _option(OptionCode.VENDOR_OPTIONS, content) if content else b""


def _with_priority(ipxe: bytes) -> bytes:
    """Option 175 with the priority that makes iPXE prefer us, unless it says one itself."""
    if 1 in parse_vendor_options(ipxe):
        return ipxe
    if len(_IPXE_PRIORITY + ipxe) > 255:
        raise ProtocolMisuse("option 175 holds 255 octets")
    return _IPXE_PRIORITY + ipxe


def build_offer(packet: DhcpPacket, answer: BootAnswer, *, max_bytes: int = LONGEST_REPLY_BYTES) -> bytes | None:
    """The OFFER: with the file to load at once, with a menu, or with neither, so that the client asks on port 4011.

    None when it does not fit into max_bytes or into what the client takes (option 57).
    """
    return _assemble(
        packet,
        answer,
        kind=MessageType.OFFER,
        flags=BROADCAST_FLAG,  # The client has no address yet, and `yiaddr` does not say one to a relay either.
        ciaddr=0,
        siaddr=answer._offer_siaddr,
        vendor=answer._offer_vendor_option,
        max_bytes=max_bytes,
    )


def build_boot_server_ack(
    packet: DhcpPacket, answer: BootAnswer, *, max_bytes: int = LONGEST_REPLY_BYTES
) -> bytes | None:
    """The ACK on port 4011, to who asks there without having chosen anything. None as above."""
    return _build_ack(packet, answer, answer._ack_vendor_option, max_bytes)


def build_item_ack(
    packet: DhcpPacket, answer: BootAnswer, item: BootItem, *, max_bytes: int = LONGEST_REPLY_BYTES
) -> bytes | None:
    """The ACK to a choice from the menu, which it repeats: iPXE drops it otherwise. None as above.

    The client's address stays in `ciaddr`; other servers move it to `yiaddr`, which firmware does not ask for.
    """
    return _build_ack(packet, answer, _option(OptionCode.VENDOR_OPTIONS, encode_boot_item(item)), max_bytes)


def _build_ack(packet: DhcpPacket, answer: BootAnswer, vendor: bytes, max_bytes: int) -> bytes | None:
    return _assemble(
        packet,
        answer,
        kind=MessageType.ACK,
        flags=packet.flags & BROADCAST_FLAG,
        ciaddr=int(packet.ciaddr),
        siaddr=answer._siaddr,
        vendor=vendor,
        max_bytes=max_bytes,
    )


def _assemble(
    packet: DhcpPacket,
    answer: BootAnswer,
    *,
    kind: MessageType,
    flags: int,
    ciaddr: int,
    siaddr: int,
    vendor: bytes,
    max_bytes: int,
) -> bytes | None:
    """Put a reply together. Left out when room is short: see `_lay_out_variants`; never 43, 67 and 82."""
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
            siaddr,
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
    limit = min(max_bytes, _accepted_bytes(options.get(OptionCode.MAX_MESSAGE_SIZE, b"")))
    for rest in answer._variants:
        reply = head + vendor + rest + tail
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
    packet: DhcpPacket, port: DhcpPort, source: tuple[IPv4Address, int], *, has_address: bool = False
) -> tuple[tuple[IPv4Address, int], DhcpPort]:
    """Where a reply goes, and from which of our ports.

    A relay is answered on its server port. An OFFER without relay is a limited broadcast: the client has no address,
    and EDK2 drops a broadcast to its subnet. On 4011 the asking port is answered: ROMs use 68, EDK2 uses 4011.
    has_address: the client that asks on port 67 holds `ciaddr`, and that is of our network. It is answered there,
    whatever the broadcast flag says (RFC 2131 4.1): iPXE sets it, and hears only what comes to its address by then.
    """
    if packet.giaddr != NO_ADDRESS:
        return (packet.giaddr, DhcpPort.DISCOVERY.value), DhcpPort.DISCOVERY
    if port is DhcpPort.BOOT_SERVER and source[0] != NO_ADDRESS:
        return source, port
    is_reached = port is DhcpPort.DISCOVERY and has_address
    return (packet.ciaddr if is_reached else LIMITED_BROADCAST, CLIENT_PORT), port
