"""Does another DHCP server answer here? Asked as a computer would ask, without ever taking an address.

Asked before a private network gives its first address, and again when its cable was out meanwhile.
"""

from __future__ import annotations

import hashlib
import secrets
import selectors
import socket
import struct
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from ipaddress import IPv4Address

from fogportable.platform.arp import hardware_of
from fogportable.platform.packet_tap import TappedDatagram, receive_tapped
from fogportable.protocol.address import LIMITED_BROADCAST, NO_ADDRESS, MacAddress
from fogportable.protocol.dhcp import (
    BOOTREPLY,
    BROADCAST_FLAG,
    DhcpPacket,
    MessageType,
    OptionCode,
    decode,
    encode,
)
from fogportable.protocol.errors import MalformedPacket

_MOST_DISCOVERS = 3
_DISCOVER_EVERY_S = 1.0
#: From the first DISCOVER on (s). dnsmasq pings an address for 3 s before it offers it.
_LISTENS_S = 4.5

#: How often (s) to see whether somebody wants this to end.
_LOOK_EVERY_S = 0.2

_SERVER_PORT, _CLIENT_PORT = 67, 68
_UDP = 17
_IPV4_HEADER = struct.Struct("!BBHHHBBH4s4s")
_UDP_HEADER = struct.Struct("!4H")
_PSEUDO_HEADER = struct.Struct("!4s4sBBH")

#: Messages with which a server gives an address.
_GIVING = (MessageType.OFFER, MessageType.ACK)


@dataclass(frozen=True, slots=True)
class ForeignServer:
    """A DHCP server that is not ours. mac: None when only a client's word was heard."""

    address: IPv4Address
    mac: MacAddress | None


def probe_mac(own: MacAddress) -> MacAddress:
    """The hardware address we ask with: always the same on one card, so that a server keeps one address for us.

    Locally administered, and another than the card's own, whose lease of the site must not be touched.
    """
    digest = hashlib.blake2b(own.octets, digest_size=5, person=b"fogportable").digest()
    return MacAddress(b"\x02" + digest)


def foreign_server(
    datagram: TappedDatagram, *, ours: IPv4Address, own_macs: frozenset[MacAddress]
) -> ForeignServer | None:
    """Who gives an address in this datagram, when it is not us. A proxy's OFFER gives none."""
    if datagram.source_mac in own_macs or datagram.source[1] != _SERVER_PORT:
        return None
    try:
        packet = decode(datagram.data)
    except MalformedPacket:
        return None
    if packet.op != BOOTREPLY or packet.yiaddr == NO_ADDRESS or packet.message_type not in _GIVING:
        return None
    server = packet.address_option(OptionCode.SERVER_IDENTIFIER) or datagram.source[0]
    return None if server == ours else ForeignServer(server, datagram.source_mac)


def discover_frame(own: MacAddress, xid: int) -> bytes:
    """A DISCOVER as firmware sends it: from 0.0.0.0:68 to everybody, and to be answered to everybody."""
    asking = probe_mac(own)
    payload = encode(
        DhcpPacket(
            xid=xid,
            flags=BROADCAST_FLAG,
            chaddr=asking.octets.ljust(16, b"\0"),
            options={
                OptionCode.MESSAGE_TYPE: bytes([MessageType.DISCOVER]),
                OptionCode.CLIENT_IDENTIFIER: b"\x01" + asking.octets,
                OptionCode.PARAMETER_LIST: bytes([OptionCode.SUBNET_MASK, OptionCode.ROUTER, OptionCode.DNS_SERVERS]),
            },
        )
    )
    return frame_to_everybody(own, payload)


def frame_to_everybody(own: MacAddress, payload: bytes) -> bytes:
    """An Ethernet frame with UDP from 0.0.0.0:68 to 255.255.255.255:67. own: who sends it."""
    size = _UDP_HEADER.size + len(payload)
    pseudo = _PSEUDO_HEADER.pack(NO_ADDRESS.packed, LIMITED_BROADCAST.packed, 0, _UDP, size)
    bare = _UDP_HEADER.pack(_CLIENT_PORT, _SERVER_PORT, size, 0)
    checksum = _checksum(pseudo + bare + payload) or 0xFFFF
    udp = _UDP_HEADER.pack(_CLIENT_PORT, _SERVER_PORT, size, checksum) + payload
    return b"\xff" * 6 + own.octets + b"\x08\x00" + _ipv4_header(len(udp)) + udp


def _ipv4_header(payload_bytes: int) -> bytes:
    total = _IPV4_HEADER.size + payload_bytes
    source, destination = NO_ADDRESS.packed, LIMITED_BROADCAST.packed
    bare = _IPV4_HEADER.pack(0x45, 0, total, 0, 0, 64, _UDP, 0, source, destination)
    return _IPV4_HEADER.pack(0x45, 0, total, 0, 0, 64, _UDP, _checksum(bare), source, destination)


def _checksum(data: bytes) -> int:
    """The internet checksum (RFC 1071)."""
    data += b"\0" * (len(data) % 2)
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return int(~total & 0xFFFF)


class DhcpProbe:
    """One round of asking. For one thread, which tells the time and what was heard.

    send: puts a DISCOVER on the wire.
    """

    def __init__(self, send: Callable[[], None]) -> None:
        self._send = send
        self._sent = 0
        self._ends_s: float | None = None
        self._next_s = 0.0

    def next_deadline(self) -> float:
        """When to send the next DISCOVER, or when the round is over; monotonic seconds, 0 before it began."""
        if self._ends_s is None:
            return 0.0
        return min(self._next_s, self._ends_s) if self._sent < _MOST_DISCOVERS else self._ends_s

    def run_due(self, now: float) -> bool:
        """Send what is due; the first call begins the round. True when it is over."""
        if self._ends_s is None:
            self._ends_s = now + _LISTENS_S
        if self._sent < _MOST_DISCOVERS and now >= self._next_s:
            self._sent += 1
            self._next_s = now + _DISCOVER_EVERY_S
            self._send()
        return now >= self._ends_s


@dataclass(frozen=True, slots=True)
class ProbedCard:
    """A card to ask on. tap: bound to it. ours: our address there."""

    name: str
    tap: socket.socket
    ours: IPv4Address
    own_macs: frozenset[MacAddress] = field(default_factory=frozenset)


def look_for_servers(
    cards: Sequence[ProbedCard], *, should_stop: Callable[[], bool]
) -> dict[str, ForeignServer] | None:
    """Ask on all cards at once; who answered, by the card's name. None when it was stopped before that was known.

    Blocks for up to 4.5 s. should_stop: asked several times a second. Raises OSError.
    """
    found: dict[str, ForeignServer] = {}
    probes = [DhcpProbe(sender_of(card.tap)) for card in cards]
    with selectors.DefaultSelector() as selector:
        for card in cards:
            selector.register(card.tap, selectors.EVENT_READ, card)
        while len(found) < len(cards):
            if should_stop():
                return None
            now = time.monotonic()
            are_over = [probe.run_due(now) for probe in probes]
            if all(are_over):
                break
            wait_s = max(0.0, min(probe.next_deadline() for probe in probes) - now)
            for key, _ in selector.select(min(wait_s, _LOOK_EVERY_S)):
                server = _heard(key.data)
                if server is not None:
                    found.setdefault(key.data.name, server)
    return found


def sender_of(tap: socket.socket) -> Callable[[], None]:
    """Puts a DISCOVER on the wire of this tap's card; each call the same one, as a computer repeats itself."""
    own = hardware_of(tap)
    frame = discover_frame(own, secrets.randbits(32))

    def send() -> None:
        tap.send(frame)

    return send


def _heard(card: ProbedCard) -> ForeignServer | None:
    """The first foreign server among what waits at the tap."""
    while True:
        datagram = receive_tapped(card.tap)
        if datagram is None:
            return None
        server = foreign_server(datagram, ours=card.ours, own_macs=card.own_macs)
        if server is not None:
            return server
