"""Frames in, facts out. Tolerant: what is cut or malformed is told as such, and nothing raises.

Knows of state only what it must: fragments that wait for their rest, and which ports transfers and connections use.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from ipaddress import IPv4Address

from fogportable.diagnosis.datagrams import FollowedTransfers, icmp_fact, name_fact, read_dhcp
from fogportable.diagnosis.facts import (
    ArpFact,
    BpduFact,
    Endpoint,
    Fact,
    FragmentsLost,
    HeardFrame,
    Ipv6Fact,
    Ipv6Kind,
)
from fogportable.diagnosis.fragments import Incomplete, Reassembly
from fogportable.diagnosis.link_layer import EtherType, unwrap
from fogportable.diagnosis.streams import FollowedStreams
from fogportable.protocol.address import MacAddress

_ICMP, _TCP, _UDP = 1, 6, 17
_DNS = 53
_DHCPV6_REQUEST = 3
_DHCP_PORTS = frozenset({67, 68, 4011})
_BPDU_LLC = b"\x42\x42\x03\x00\x00"
#: RSTP: bits of the port's state in the flags (IEEE 802.1D-2004 9.3.3).
_LEARNING, _FORWARDING = 0x10, 0x20
#: Hardware addresses kept as values, since most frames come from a few.
_MOST_SENDERS = 4096


class Dissector:
    """For one capture, in order of time. Call `finish` at its end."""

    def __init__(self) -> None:
        self._reassembly = Reassembly()
        self._transfers = FollowedTransfers()
        self._streams = FollowedStreams()
        self._senders: OrderedDict[bytes, MacAddress] = OrderedDict()
        #: Addresses as values: making one anew costs more than all else a frame needs.
        self._addresses: OrderedDict[bytes, IPv4Address] = OrderedDict()

    def read(self, frame: int, time_s: float, octets: bytes, link_type: int, length: int) -> Iterator[Fact]:
        """The facts in one frame. octets: what was kept of it. length: what it had on the wire."""
        packet = unwrap(octets, link_type)
        if packet is None:
            return
        sender = self._sender(packet.sender)
        cut = max(0, length - len(octets))
        for lost in self._reassembly.take_lost(time_s):
            yield _as_lost(lost)
        match packet.ether_type:
            case EtherType.IPV4:
                yield from self._ipv4(frame, time_s, sender, octets, packet.start, cut)
            case EtherType.ARP:
                yield from _arp(frame, time_s, sender, octets[packet.start :])
            case EtherType.IPV6:
                yield from _ipv6(frame, time_s, sender, octets[packet.start :])
            case EtherType.LLC:
                yield from _llc(frame, time_s, sender, octets[packet.start :])
            case _:
                yield HeardFrame(frame, time_s, sender)

    def finish(self) -> Iterator[Fact]:
        """What the end of the capture tells: fragments whose rest never came."""
        for lost in self._reassembly.take_lost(None):
            yield _as_lost(lost)

    def _sender(self, octets: bytes) -> MacAddress | None:
        if not octets:
            return None
        known = self._senders.get(octets)
        if known is None:
            known = self._senders[octets] = MacAddress(octets)
            if len(self._senders) > _MOST_SENDERS:
                self._senders.popitem(last=False)
        return known

    def _address(self, octets: bytes) -> IPv4Address:
        known = self._addresses.get(octets)
        if known is None:
            known = self._addresses[octets] = IPv4Address(octets)
            if len(self._addresses) > _MOST_SENDERS:
                self._addresses.popitem(last=False)
        return known

    def _ipv4(
        self, frame: int, time_s: float, sender: MacAddress | None, octets: bytes, start: int, cut: int
    ) -> Iterator[Fact]:
        header_bytes = (octets[start] & 0x0F) * 4 if len(octets) > start else 0
        if header_bytes < 20 or len(octets) < start + header_bytes:
            return
        total = octets[start + 2] << 8 | octets[start + 3]
        # A card that segments for the kernel leaves 0 here.
        end = start + total if header_bytes <= total <= len(octets) - start else len(octets)
        payload = octets[start + header_bytes : end]
        source, destination = (
            self._address(octets[start + 12 : start + 16]),
            self._address(octets[start + 16 : start + 20]),
        )
        protocol = octets[start + 9]
        fragment = octets[start + 6] << 8 | octets[start + 7]
        if fragment & 0x3FFF:
            piece = Incomplete(frame, time_s, sender, source, destination, protocol)
            number = octets[start + 4] << 8 | octets[start + 5]
            offset, is_last = (fragment & 0x1FFF) * 8, not fragment & 0x2000
            whole = self._reassembly.add(piece, number, offset, payload + bytes(cut), is_last=is_last)
            if whole is None:
                return
            payload, cut = whole, 0
        if protocol == _UDP:
            yield from self._udp(frame, time_s, sender, source, destination, payload, cut)
        elif protocol == _TCP:
            yield from self._streams.read(frame, time_s, sender, source, destination, payload, cut)
        elif protocol == _ICMP:
            fact = icmp_fact(frame, time_s, sender, source, destination, payload)
            yield HeardFrame(frame, time_s, sender) if fact is None else fact
        else:
            yield HeardFrame(frame, time_s, sender)

    def _udp(
        self,
        frame: int,
        time_s: float,
        sender: MacAddress | None,
        source: IPv4Address,
        destination: IPv4Address,
        segment: bytes,
        cut: int,
    ) -> Iterator[Fact]:
        if len(segment) < 8:
            return
        one: Endpoint = (source, segment[0] << 8 | segment[1])
        other: Endpoint = (destination, segment[2] << 8 | segment[3])
        size = segment[4] << 8 | segment[5]
        payload = segment[8:size] if 8 <= size <= len(segment) else segment[8:]
        if one[1] in _DHCP_PORTS and other[1] in _DHCP_PORTS:
            yield read_dhcp(frame, time_s, sender, one, other, payload, len(payload) + cut)
            return
        if _DNS in (one[1], other[1]):
            yield name_fact(frame, time_s, sender, one, other, payload) or HeardFrame(frame, time_s, sender)
            return
        fact = self._transfers.read(frame, time_s, sender, one, other, payload, cut)
        if fact is not None:
            yield fact
        elif {one[1], other[1]} & {67, 4011} and len(payload) >= 240:
            yield read_dhcp(frame, time_s, sender, one, other, payload, len(payload) + cut)
        else:
            yield HeardFrame(frame, time_s, sender)


def _as_lost(lost: Incomplete) -> FragmentsLost:
    return FragmentsLost(lost.frame, lost.time_s, lost.sender, lost.source, lost.destination, lost.octets)


def _arp(frame: int, time_s: float, sender: MacAddress | None, body: bytes) -> Iterator[Fact]:
    """Ethernet and IPv4 only (RFC 826)."""
    if len(body) < 28 or body[:6] != b"\0\1\x08\0\6\4" or body[6:8] not in (b"\0\1", b"\0\2"):
        return
    owner = MacAddress(body[8:14])
    yield ArpFact(
        frame, time_s, sender or owner, body[7] == 1, owner, IPv4Address(body[14:18]), IPv4Address(body[24:28])
    )


def _ipv6(frame: int, time_s: float, sender: MacAddress | None, body: bytes) -> Iterator[Fact]:
    kind = _ipv6_kind(body)
    yield HeardFrame(frame, time_s, sender) if kind is None else Ipv6Fact(frame, time_s, sender, kind)


def _ipv6_kind(body: bytes) -> Ipv6Kind | None:
    if len(body) < 41:
        return None
    if body[6] == 58 and body[40] == 133:
        return Ipv6Kind.ROUTER_SOLICITATION
    if body[6] == _UDP and len(body) >= 52 and (kind := _of_file(body)) is not None:
        return kind
    if body[6] == _TCP and body[42:44] == b"\0\x50" and len(body) > 60 and b"GET " in body[52:104]:
        return Ipv6Kind.FILE_REQUEST
    # DHCPv6 of a client, which says "PXEClient:Arch:..." or "HTTPClient:..." in its vendor class (RFC 5970).
    is_solicit = body[6] == _UDP and body[42:44] == b"\x02\x23" and len(body) > 48 and body[48] in (1, 3, 11)
    if not is_solicit:
        return None
    is_firmware = (b"PXEClient" in body or b"HTTPClient" in body) and b"iPXE" not in body
    if not is_firmware:
        return Ipv6Kind.OTHER_SOLICIT
    return Ipv6Kind.FIRMWARE_REQUEST if body[48] == _DHCPV6_REQUEST else Ipv6Kind.FIRMWARE_SOLICIT


def _of_file(body: bytes) -> Ipv6Kind | None:
    """TFTP of a client behind the headers of IPv6 and UDP: its request, and that it has the second block or a later."""
    payload = body[48:]
    if body[42:44] == b"\0\x45" and payload[:2] == b"\0\1":
        return Ipv6Kind.FILE_REQUEST
    is_ack = body[44:46] == b"\0\x0c" and payload[:2] == b"\0\4" and int.from_bytes(payload[2:4], "big") >= 2
    return Ipv6Kind.FILE_COMES if is_ack else None


def _llc(frame: int, time_s: float, sender: MacAddress | None, body: bytes) -> Iterator[Fact]:
    """Spanning tree (IEEE 802.1D-2004 9.3): version 0 does not tell the state of the port, later ones do."""
    if not body.startswith(_BPDU_LLC) or len(body) < 7:
        yield HeardFrame(frame, time_s, sender)
        return
    version, kind = body[5], body[6]
    if kind == 0x80:  # notification of a change, without parameters
        yield BpduFact(frame, time_s, sender, 15.0, None)
        return
    if len(body) < 38:
        return
    flags = body[7]
    state = bool(flags & _FORWARDING) if version >= 2 and kind == 2 else None
    delay_s = int.from_bytes(body[36:38], "big") / 256
    yield BpduFact(frame, time_s, sender, delay_s, state)
