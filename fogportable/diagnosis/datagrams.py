"""DHCP, TFTP and ICMP datagrams of a capture as facts."""

from __future__ import annotations

from collections import OrderedDict
from ipaddress import IPv4Address

from fogportable.diagnosis.facts import (
    DhcpFact,
    DhcpUnreadable,
    Endpoint,
    Fact,
    HeardFrame,
    IcmpFact,
    NameFact,
    TftpFact,
)
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import BOOTREQUEST, decode
from fogportable.protocol.errors import MalformedPacket
from fogportable.protocol.tftp.packets import Opcode, parse_error, parse_oack, parse_request

TFTP_PORT = 69
#: Transfers followed at once; beyond, the one not heard for longest is forgotten.
CAPACITY = 4096
#: Blocks whose content is kept: a header of an EFI program lies in the first two or three.
HEAD_BLOCKS = 8

_CHADDR = slice(28, 34)
_LONGEST_LABEL = 63
_UNREACHABLE, _TIME_EXCEEDED = 3, 11


def read_dhcp(
    frame: int,
    time_s: float,
    sender: MacAddress | None,
    source: Endpoint,
    destination: Endpoint,
    payload: bytes,
    length: int,
) -> Fact:
    """A datagram between ports of DHCP. length: of the payload on the wire."""
    try:
        is_cut = length > len(payload)
        return DhcpFact(frame, time_s, sender, source, destination, decode(payload), length, is_cut)
    except MalformedPacket as problem:
        client = MacAddress(payload[_CHADDR]) if len(payload) >= _CHADDR.stop else None
        is_request = payload[:1] == bytes([BOOTREQUEST])
        reason = "the capture kept only its beginning" if length > len(payload) else problem.reason
        return DhcpUnreadable(frame, time_s, sender, source, destination, client, is_request, reason)


def icmp_fact(
    frame: int, time_s: float, sender: MacAddress | None, source: IPv4Address, destination: IPv4Address, body: bytes
) -> IcmpFact | None:
    """An error message and what it is about; None for everything else (RFC 792)."""
    if len(body) < 28 or body[0] not in (_UNREACHABLE, _TIME_EXCEEDED):
        return None
    quoted = body[8:]
    header_bytes = (quoted[0] & 0x0F) * 4
    ports = quoted[header_bytes : header_bytes + 4]
    has_ports = len(ports) == 4 and quoted[9] in (6, 17)
    return IcmpFact(
        frame,
        time_s,
        sender,
        source,
        destination,
        body[0],
        body[1],
        (IPv4Address(quoted[12:16]), int.from_bytes(ports[:2], "big") if has_ports else 0),
        (IPv4Address(quoted[16:20]), int.from_bytes(ports[2:], "big") if has_ports else 0),
    )


def name_fact(
    frame: int, time_s: float, sender: MacAddress | None, source: Endpoint, destination: Endpoint, message: bytes
) -> NameFact | None:
    """A question of DNS, or the answer to it (RFC 1035, section 4); None for everything else."""
    if len(message) < 17 or message[4:6] != b"\0\1" or message[2] & 0x78:
        return None
    labels, at = [], 12
    while at < len(message) and 0 < message[at] <= _LONGEST_LABEL:
        labels.append(message[at + 1 : at + 1 + message[at]].decode("ascii", "replace"))
        at += 1 + message[at]
    if not labels:
        return None
    is_answer = bool(message[2] & 0x80)
    is_known = message[6:8] != b"\0\0" and not message[3] & 0x0F
    client = destination if is_answer else source
    return NameFact(frame, time_s, sender, client, ".".join(labels), is_known if is_answer else None)


class FollowedTransfers:
    """Which UDP ports carry TFTP: a client's port is known from its request, a server's is whatever answers."""

    def __init__(self) -> None:
        self._clients: OrderedDict[Endpoint, None] = OrderedDict()

    def read(
        self,
        frame: int,
        time_s: float,
        sender: MacAddress | None,
        source: Endpoint,
        destination: Endpoint,
        payload: bytes,
        cut: int,
    ) -> Fact | None:
        """The fact in a datagram; None when it is no TFTP."""
        is_request = destination[1] == TFTP_PORT and payload[:2] in (b"\0\1", b"\0\2")
        if not is_request and source not in self._clients and destination not in self._clients:
            return None
        if len(payload) < 4:
            return HeardFrame(frame, time_s, sender)
        try:
            fact = _tftp(frame, time_s, sender, source, destination, payload, cut)
        except MalformedPacket:
            return HeardFrame(frame, time_s, sender)
        if is_request:
            self._remember(source)
        return fact

    def _remember(self, client: Endpoint) -> None:
        self._clients[client] = None
        self._clients.move_to_end(client)
        if len(self._clients) > CAPACITY:
            self._clients.popitem(last=False)


def _tftp(
    frame: int,
    time_s: float,
    sender: MacAddress | None,
    source: Endpoint,
    destination: Endpoint,
    payload: bytes,
    cut: int,
) -> Fact:
    """Raises MalformedPacket."""
    opcode = payload[0] << 8 | payload[1]
    block = payload[2] << 8 | payload[3]
    if opcode == Opcode.DATA:
        head = payload[4:] if block <= HEAD_BLOCKS else b""
        size = len(payload) - 4 + cut
        return TftpFact(frame, time_s, sender, source, destination, Opcode.DATA, block, size, head)
    if opcode == Opcode.ACK:
        return TftpFact(frame, time_s, sender, source, destination, Opcode.ACK, block)
    if opcode in (Opcode.RRQ, Opcode.WRQ):
        request = parse_request(payload)
        return TftpFact(frame, time_s, sender, source, destination, request.opcode, request=request)
    if opcode == Opcode.OACK:
        return TftpFact(frame, time_s, sender, source, destination, Opcode.OACK, options=parse_oack(payload))
    if opcode == Opcode.ERROR:
        return TftpFact(frame, time_s, sender, source, destination, Opcode.ERROR, error=parse_error(payload))
    return HeardFrame(frame, time_s, sender)
