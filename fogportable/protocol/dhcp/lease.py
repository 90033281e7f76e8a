"""Answers of a DHCP server that gives addresses: OFFER, ACK and NAK (RFC 2131 4.3, RFC 2132).

The one place that writes an address for a client into `yiaddr`. Nothing on a proxy's way imports it: an import rule of
its own and a contract see to that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from ipaddress import IPv4Address, IPv4Network

from fogportable.protocol.address import LIMITED_BROADCAST, NO_ADDRESS
from fogportable.protocol.dhcp.codec import encode
from fogportable.protocol.dhcp.options import MessageType, OptionCode
from fogportable.protocol.dhcp.packet import BOOTREPLY, DhcpPacket

#: Option 51 of a lease that never ends (RFC 2131 3.3).
INFINITE_S = 0xFFFFFFFF

CLIENT_PORT = 68

#: EDK2 throws longer payloads away; every client takes at least this many octets of UDP payload (RFC 2131 2).
LONGEST_REPLY_BYTES = 1472
_SMALLEST_LIMIT_BYTES = 548
_IP_AND_UDP_HEADER_BYTES = 28

#: More are of no use, and do not crowd out what firmware needs.
_MOST_DNS_SERVERS = 8

#: Classes of network boot (option 60); to them the client identifier is not echoed: old ROMs know no RFC 6842.
BOOT_CLASSES = (b"PXEClient", b"HTTPClient")

#: What a server says of itself and of the lease; never taken over from elsewhere.
_OWN_OPTIONS = frozenset(
    {
        OptionCode.MESSAGE_TYPE,
        OptionCode.SERVER_IDENTIFIER,
        OptionCode.LEASE_TIME_S,
        OptionCode.RENEWAL_TIME_S,
        OptionCode.REBINDING_TIME_S,
        OptionCode.SUBNET_MASK,
        OptionCode.BROADCAST_ADDRESS,
        OptionCode.CLIENT_IDENTIFIER,
        OptionCode.RELAY_AGENT,
        OptionCode.OVERLOAD,
    }
)
#: Left out one after the other when the client takes no longer packet.
_DISPENSABLE = (OptionCode.TFTP_SERVER_NAME, OptionCode.DOMAIN_NAME, OptionCode.HOST_NAME, OptionCode.DNS_SERVERS)


@dataclass(frozen=True, slots=True)
class NetworkTerms:
    """What every client of the network is told. server: our address there. router: None for none. domain: "" too."""

    server: IPv4Address
    network: IPv4Network
    router: IPv4Address | None = None
    dns: tuple[IPv4Address, ...] = ()
    domain: str = ""


@dataclass(frozen=True, slots=True)
class LeaseTerms:
    """What one client is given. lease_s: seconds, INFINITE_S for ever. host_name: "" for none."""

    address: IPv4Address
    lease_s: int
    host_name: str = ""


@dataclass(frozen=True, slots=True)
class BootPart:
    """What network boot needs beside a lease. options: 43, 60, 66, 67, 97, 175 and whatever else goes along."""

    next_server: IPv4Address
    server_name: bytes = b""
    file: bytes = b""
    options: Mapping[int, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, offer: DhcpPacket) -> BootPart:
        """The boot part of an OFFER that gives no address, such as a proxy's."""
        options = {code: value for code, value in offer.options.items() if code not in _OWN_OPTIONS}
        return cls(offer.siaddr, offer.sname, offer.file, options)


def build_lease_reply(
    packet: DhcpPacket, kind: MessageType, network: NetworkTerms, lease: LeaseTerms | None, boot: BootPart | None = None
) -> bytes | None:
    """An OFFER or ACK. lease: None answers an INFORM, which has its address already.

    None when it does not fit into what the client takes (option 57).
    """
    options: dict[int, bytes] = {
        OptionCode.MESSAGE_TYPE: bytes([kind]),
        OptionCode.SERVER_IDENTIFIER: network.server.packed,
    }
    if lease is not None:
        options |= _times(lease.lease_s)
    options |= _settings_of(network)
    if lease is not None and lease.host_name:
        options[OptionCode.HOST_NAME] = lease.host_name.encode("ascii", "replace")
    if boot is not None:
        options |= boot.options
    options |= _identifier_of(packet)
    reply = DhcpPacket(
        op=BOOTREPLY,
        htype=packet.htype,
        hlen=packet.hlen,
        xid=packet.xid,
        flags=packet.flags,
        ciaddr=packet.ciaddr if kind is MessageType.ACK else NO_ADDRESS,
        yiaddr=lease.address if lease is not None else NO_ADDRESS,
        siaddr=boot.next_server if boot is not None else NO_ADDRESS,
        chaddr=packet.chaddr,
        sname=boot.server_name if boot is not None else b"",
        file=boot.file if boot is not None else b"",
        options=options,
    )
    return _fitting(reply, _accepted_bytes(packet))


def build_nak(packet: DhcpPacket, server: IPv4Address, message: str) -> bytes:
    """The answer to a client that wants an address it cannot have; it then starts anew. message: for its log."""
    options: dict[int, bytes] = {
        OptionCode.MESSAGE_TYPE: bytes([MessageType.NAK]),
        OptionCode.SERVER_IDENTIFIER: server.packed,
        OptionCode.MESSAGE: message.encode("ascii", "replace")[:255],
    }
    options |= _identifier_of(packet)
    return encode(
        DhcpPacket(
            op=BOOTREPLY,
            htype=packet.htype,
            hlen=packet.hlen,
            xid=packet.xid,
            flags=packet.flags,
            chaddr=packet.chaddr,
            options=options,
        )
    )


def lease_reply_route(packet: DhcpPacket, kind: MessageType) -> tuple[IPv4Address, int]:
    """Where an answer goes (RFC 2131 4.1): to who has an address already; a NAK and all others by broadcast.

    Unicast to a client without address needs an entry in the kernel's ARP table; every client hears the broadcast.
    """
    if kind is MessageType.ACK and packet.ciaddr != NO_ADDRESS:
        return packet.ciaddr, CLIENT_PORT
    return LIMITED_BROADCAST, CLIENT_PORT


def asks_for_boot(packet: DhcpPacket) -> bool:
    """Whether this is firmware or a boot loader (option 60), not an operating system."""
    return packet.options.get(OptionCode.VENDOR_CLASS, b"").startswith(BOOT_CLASSES)


def _times(lease_s: int) -> dict[int, bytes]:
    """Lease, T1 and T2: a half and seven eighths of it (RFC 2131 4.4.5)."""
    if lease_s >= INFINITE_S:
        return {OptionCode.LEASE_TIME_S: INFINITE_S.to_bytes(4, "big")}
    return {
        OptionCode.LEASE_TIME_S: lease_s.to_bytes(4, "big"),
        OptionCode.RENEWAL_TIME_S: (lease_s // 2).to_bytes(4, "big"),
        OptionCode.REBINDING_TIME_S: (lease_s * 7 // 8).to_bytes(4, "big"),
    }


def _settings_of(network: NetworkTerms) -> dict[int, bytes]:
    options: dict[int, bytes] = {
        OptionCode.SUBNET_MASK: network.network.netmask.packed,
        OptionCode.BROADCAST_ADDRESS: network.network.broadcast_address.packed,
    }
    if network.router is not None:
        options[OptionCode.ROUTER] = network.router.packed
    if network.dns:
        options[OptionCode.DNS_SERVERS] = b"".join(each.packed for each in network.dns[:_MOST_DNS_SERVERS])
    if network.domain:
        options[OptionCode.DOMAIN_NAME] = network.domain.encode("ascii", "replace")
    return options


def _identifier_of(packet: DhcpPacket) -> dict[int, bytes]:
    """Option 61 goes back as it came (RFC 6842 3), to operating systems only."""
    identifier = packet.options.get(OptionCode.CLIENT_IDENTIFIER, b"")
    if not identifier or len(identifier) > 255 or asks_for_boot(packet):
        return {}
    return {OptionCode.CLIENT_IDENTIFIER: identifier}


def _fitting(reply: DhcpPacket, limit: int) -> bytes | None:
    """The octets, without what can be spared when room is short; None when it is too long even so."""
    options = dict(reply.options)
    for spared in (None, *_DISPENSABLE):
        if spared is not None:
            options.pop(spared, None)
        octets = encode(replace(reply, options=options))
        if len(octets) <= limit:
            return octets
    return None


def _accepted_bytes(packet: DhcpPacket) -> int:
    """UDP payload that the client takes; option 57 counts the headers of IP and UDP too."""
    option = packet.options.get(OptionCode.MAX_MESSAGE_SIZE, b"")
    if len(option) != 2:
        return LONGEST_REPLY_BYTES
    accepted = int.from_bytes(option, "big") - _IP_AND_UDP_HEADER_BYTES
    return min(max(accepted, _SMALLEST_LIMIT_BYTES), LONGEST_REPLY_BYTES)
