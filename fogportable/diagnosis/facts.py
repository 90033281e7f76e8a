"""What one frame says that network boot depends on. A capture makes these, and so can a session that serves.

Every fact has the number of its frame, from 1, and its time in seconds since the first frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from ipaddress import IPv4Address

from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import DhcpPacket
from fogportable.protocol.tftp.packets import ErrorPacket, Opcode, Request

#: Address and port.
Endpoint = tuple[IPv4Address, int]


@dataclass(frozen=True, slots=True)
class Fact:
    """frame: from 1. time_s: since the first frame. sender: hardware address it came from; None where none is seen."""

    frame: int
    time_s: float
    sender: MacAddress | None


@dataclass(frozen=True, slots=True)
class HeardFrame(Fact):
    """A frame of no further interest: somebody else is on this wire too."""


@dataclass(frozen=True, slots=True)
class DhcpFact(Fact):
    """length: of the UDP payload on the wire. is_cut: the capture kept less of it, so that options may be missing."""

    source: Endpoint
    destination: Endpoint
    packet: DhcpPacket
    length: int
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class DhcpUnreadable(Fact):
    """A DHCP datagram that cannot be read. client: its `chaddr`, when that was there."""

    source: Endpoint
    destination: Endpoint
    client: MacAddress | None
    is_request: bool
    reason: str


@dataclass(frozen=True, slots=True)
class TftpFact(Fact):
    """block: of DATA and ACK. size: octets of file in DATA. head: these octets, of the first blocks only.

    options: of an OACK. request, error: of those packets.
    """

    source: Endpoint
    destination: Endpoint
    opcode: Opcode
    block: int = 0
    size: int = 0
    head: bytes = b""
    request: Request | None = None
    options: tuple[tuple[str, str], ...] = ()
    error: ErrorPacket | None = None


class TcpKind(Enum):
    """What a segment means for a connection."""

    OPEN = "open"
    ACCEPT = "accept"
    RESET = "reset"
    REQUEST = "request"
    ANSWER = "answer"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class TcpFact(Fact):
    """target, method, agent: of an HTTP request. status: of an answer. size: octets of content in this segment.

    length: content in all as the answer says; None when it does not. head: content of the first segments of a file.
    """

    source: Endpoint
    destination: Endpoint
    kind: TcpKind
    size: int = 0
    method: str = ""
    target: str = ""
    agent: str = ""
    status: int = 0
    length: int | None = None
    head: bytes = b""


@dataclass(frozen=True, slots=True)
class ArpFact(Fact):
    """An ARP request (is_request) or reply: owner says that address is his; target is whom he asks for or answers."""

    is_request: bool
    owner: MacAddress
    address: IPv4Address
    target: IPv4Address


@dataclass(frozen=True, slots=True)
class IcmpFact(Fact):
    """An error about a datagram that went from `about_source` to `about_destination`; ports 0 when not quoted."""

    source: IPv4Address
    destination: IPv4Address
    type: int
    code: int
    about_source: Endpoint
    about_destination: Endpoint


@dataclass(frozen=True, slots=True)
class BpduFact(Fact):
    """A spanning tree message. is_forwarding: None when the version does not say. delay_s: the forward delay."""

    delay_s: float
    is_forwarding: bool | None


@dataclass(frozen=True, slots=True)
class FragmentsLost(Fact):
    """A datagram of which not all IP fragments came. octets: how many did."""

    source: IPv4Address
    destination: IPv4Address
    octets: int


@dataclass(frozen=True, slots=True)
class NameFact(Fact):
    """A name that is looked up in DNS, or the answer. client: who asks. is_known: None for a question."""

    client: Endpoint
    name: str
    is_known: bool | None


class Ipv6Kind(Enum):
    """What a client does by IPv6."""

    ROUTER_SOLICITATION = "looks for an IPv6 router"
    FIRMWARE_SOLICIT = "asks for network boot by IPv6"
    FIRMWARE_REQUEST = "takes an offer of network boot by IPv6"
    OTHER_SOLICIT = "asks for an IPv6 address"
    FILE_REQUEST = "asks for a file by IPv6"
    FILE_COMES = "takes a file by IPv6, block by block"


@dataclass(frozen=True, slots=True)
class Ipv6Fact(Fact):
    """IPv6 is seen only as far as it tells where a client is."""

    kind: Ipv6Kind
