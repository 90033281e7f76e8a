"""What one datagram leads to: a reply, and events that tell of it."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address

from fogportable.boot.answers import Decision
from fogportable.boot.policy import ServerIdentity
from fogportable.errors import FaultCode, describe
from fogportable.events import (
    ApprovalWanted,
    BootServerAckSent,
    ClientAsked,
    Event,
    MenuItemChosen,
    OfferSent,
    RequestIgnored,
    SmallLinuxAsked,
)
from fogportable.protocol.address import LIMITED_BROADCAST
from fogportable.protocol.dhcp import DhcpPacket
from fogportable.protocol.pxe import DhcpPort, PxeRequest
from fogportable.protocol.pxe.reply import CLIENT_PORT, LONGEST_REPLY_BYTES

#: A menu with its file name fits, also in answer to a ROM whose request is short.
_LONGEST_MENU_REPLY_BYTES = 1024


@dataclass(frozen=True, slots=True)
class Reply:
    """A datagram to send, out of the interface the request came in on, from the socket of `from_port`."""

    payload: bytes
    destination: tuple[IPv4Address, int]
    from_port: DhcpPort


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one datagram led to. reply: None for silence."""

    reply: Reply | None
    events: tuple[Event, ...]


NOTHING = Outcome(None, ())

#: Where nearly every OFFER goes; written once, as writing an address costs as much as reading a packet's header.
_BROADCAST = (LIMITED_BROADCAST, CLIENT_PORT)
_BROADCAST_WORDS = f"{LIMITED_BROADCAST}:{CLIENT_PORT}"


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where a request came in, for the functions it is passed through."""

    port: DhcpPort
    source: tuple[IPv4Address, int]
    server: ServerIdentity
    size_bytes: int
    now: float

    def reply_limit_bytes(self, *, has_menu: bool) -> int:
        """On 4011 at most twice what came in: its sender may be forged, and the answer goes to that address.

        A menu may be larger for a host of our own network. Who forges such a sender stands on the same wire, or behind
        a router that lets it in, and gets four times its octets at the most, fifty times a second per computer.
        """
        if self.port is not DhcpPort.BOOT_SERVER:
            return LONGEST_REPLY_BYTES
        twice = 2 * self.size_bytes
        is_near = self.source[0] in self.server.address.network
        return max(twice, _LONGEST_MENU_REPLY_BYTES) if has_menu and is_near else twice


def left_alone(packet: DhcpPacket, reason: str, arch: int | None, at: Arrival) -> Outcome:
    """Silence. arch: None when it could not be read."""
    event = RequestIgnored(client=packet.mac, interface=at.server.interface, arch=arch, reason=reason)
    return Outcome(None, (event,))


def approval_wanted(request: PxeRequest, at: Arrival) -> Outcome:
    """Silence until a person has let it in."""
    event = ApprovalWanted(
        client=request.mac,
        interface=at.server.interface,
        arch=request.arch,
        uuid=request.uuid_text,
        vendor_class=request.vendor_class,
        fault=describe(FaultCode.CLIENT_WAITS),
    )
    return Outcome(None, (event,))


def system_started(packet: DhcpPacket, system: str, at: Arrival) -> Outcome:
    """A computer that was sent to boot runs a small Linux. system: as it calls its DHCP client."""
    event = SmallLinuxAsked(client=packet.mac, interface=at.server.interface, vendor_class=system)
    return Outcome(None, (event,))


def asked(request: PxeRequest, at: Arrival) -> ClientAsked:
    """The client asks for network boot."""
    return ClientAsked(
        client=request.mac,
        interface=at.server.interface,
        arch=request.arch,
        uuid=request.uuid_text,
        vendor_class=request.vendor_class,
        runs_ipxe=request.runs_ipxe,
        port=at.port.value,
    )


def answered(
    request: PxeRequest, decision: Decision, at: Arrival, destination: tuple[IPv4Address, int], *, is_ack: bool
) -> Event:
    """The client was answered."""
    where = _BROADCAST_WORDS if destination == _BROADCAST else f"{destination[0]}:{destination[1]}"
    answer = decision.answer
    interface, arch = at.server.interface, request.arch
    if decision.entry is not None:
        return MenuItemChosen(
            client=request.mac,
            interface=interface,
            arch=arch,
            entry=decision.entry.text,
            file=answer.file,
            next_server=answer.next_server,
            destination=where,
        )
    kind = BootServerAckSent if is_ack else OfferSent
    return kind(
        client=request.mac,
        interface=interface,
        arch=arch,
        file=answer.file,
        next_server=answer.next_server,
        destination=where,
        shape=decision.shape,
    )
