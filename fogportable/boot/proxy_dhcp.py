"""The proxyDHCP engine: one datagram in, at most one reply and some events out. No sockets, no clock of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address

from fogportable.boot.askers import Asker, Askers
from fogportable.boot.policy import (
    BootPolicy,
    ServerIdentity,
    Silence,
    is_lease_request,
    lease_of,
    may_be_answered,
    silence_of,
)
from fogportable.errors import Fault, FaultCode, describe
from fogportable.events import (
    ArchWithoutFile,
    BootServerAckSent,
    ChainloadLoopStopped,
    ClientAsked,
    Event,
    FaultRaised,
    LeaseRequestSeen,
    OfferSent,
    RequestIgnored,
)
from fogportable.model import BootRule
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import BOOTREQUEST, NO_ADDRESS, DhcpPacket, MessageType, decode
from fogportable.protocol.pxe import (
    BootAnswer,
    DhcpPort,
    NotPxe,
    PxeRequest,
    build_boot_server_ack,
    build_offer,
    classify,
    reply_route,
)
from fogportable.protocol.pxe.archs import arch_label
from fogportable.protocol.pxe.reply import LONGEST_REPLY_BYTES

__all__ = ["DhcpPort", "Outcome", "ProxyDhcpEngine", "Reply", "ServerIdentity"]

#: The same reason for silence is said once in this time per client.
_SAY_AGAIN_S = 60.0

#: A missing boot file is said more often: people mend it and boot the same computer again.
_SAY_MISSING_AGAIN_S = 15.0

#: How long the last look at a boot file counts, so that a room of clients does not mean a room of file reads.
_FILE_LOOK_LASTS_S = 2.0

#: A request on 4011 from a client whose DISCOVER is older than this is told to people as a new one.
_ASKED_LASTS_S = 120.0


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


_NOTHING = Outcome(None, ())


@dataclass(frozen=True, slots=True)
class _Arrival:
    """Where a request came in, for the functions it is passed through."""

    port: DhcpPort
    source: tuple[IPv4Address, int]
    server: ServerIdentity
    size_bytes: int
    now: float


class ProxyDhcpEngine:
    """Decides and writes the answers on ports 67 and 4011. For one thread.

    own_macs, own_addresses: of this machine; what comes from them is no client.
    is_file_there: what is wrong with a rule's file, None when nothing is; asked at most every 2 s per file. A missing
    file is offered all the same: TFTP then tells the client at once that there is nothing to find.
    Raises ProtocolMisuse when a rule names a file that no packet can carry.
    """

    def __init__(
        self,
        rules: tuple[BootRule, ...],
        *,
        own_macs: frozenset[MacAddress] = frozenset(),
        own_addresses: frozenset[IPv4Address] = frozenset(),
        is_file_there: Callable[[str], Fault | None],
    ) -> None:
        self._policy = BootPolicy(rules)
        self._own_hardware = frozenset(mac.octets for mac in own_macs)
        self._own_addresses = own_addresses
        self._is_file_there = is_file_there
        self._file_looks: dict[str, tuple[float, Fault | None]] = {}
        self._askers = Askers()
        self._passers_by = Askers()  # Kept apart, so that the site's ordinary traffic displaces no booting client.

    def note_loader_delivered(self, mac: MacAddress, file: str, now: float) -> None:
        """A TFTP transfer to this client was complete. Feeds the breaker of chainload loops."""
        asker = self._askers.get(mac.octets)
        if asker is not None:
            asker.note_delivered(file, now)

    def receive_datagram(
        self, data: bytes, *, port: DhcpPort, source: tuple[IPv4Address, int], server: ServerIdentity, now: float
    ) -> Outcome:
        """Take in one UDP payload. now: monotonic seconds. Raises MalformedPacket only."""
        packet = decode(data)
        hardware = packet.chaddr[: packet.hlen]
        if packet.op != BOOTREQUEST or hardware in self._own_hardware or source[0] in self._own_addresses:
            return _NOTHING
        request = classify(packet)
        at = _Arrival(port, source, server, len(data), now)
        if isinstance(request, NotPxe):
            return self._pass_by(packet, request, at)
        silence = silence_of(request, port)
        if silence is not None:
            return self._stay_silent(request, silence, at)
        if is_lease_request(request, port):
            return self._watch_lease(request, at)
        if port is DhcpPort.BOOT_SERVER and source[0] != NO_ADDRESS and not may_be_answered(source, server):
            return self._stay_silent(request, Silence.OFF_NETWORK, at)
        return self._answer(request, self._askers.touch(hardware, now), at)

    # --- silence ----------------------------------------------------------------------------------------------------

    def _pass_by(self, packet: DhcpPacket, verdict: NotPxe, at: _Arrival) -> Outcome:
        """No wish to boot. Of a client we know it may still tell the address: its system renews its lease."""
        hardware = packet.chaddr[: packet.hlen]
        if (
            at.port is DhcpPort.DISCOVERY
            and packet.message_type is MessageType.REQUEST
            and packet.giaddr == NO_ADDRESS
            and self._askers.get(hardware) is not None
        ):
            return self._lease_seen(packet, self._askers.touch(hardware, at.now), at)
        return self._ignored(packet, verdict.reason, verdict.arch, self._passers_by.touch(hardware, at.now), at)

    def _stay_silent(self, request: PxeRequest, silence: Silence, at: _Arrival) -> Outcome:
        asker = self._passers_by.touch(request.mac.octets, at.now)
        return self._ignored(request.packet, silence.value, request.arch, asker, at)

    def _ignored(self, packet: DhcpPacket, reason: str, arch: int | None, asker: Asker, at: _Arrival) -> Outcome:
        if not asker.should_say(reason, at.now, every_s=_SAY_AGAIN_S):
            return _NOTHING
        event = RequestIgnored(client=packet.mac, interface=at.server.interface, arch=arch, reason=reason)
        return Outcome(None, (event,))

    def _watch_lease(self, request: PxeRequest, at: _Arrival) -> Outcome:
        """The REQUEST to the site's DHCP server passes by; answering it would be giving an address."""
        asker = self._askers.touch(request.mac.octets, at.now)
        return self._lease_seen(request.packet, asker, at)

    def _lease_seen(self, packet: DhcpPacket, asker: Asker, at: _Arrival) -> Outcome:
        address, dhcp_server = lease_of(packet)
        if dhcp_server is not None and dhcp_server == at.server.address.ip:
            return self._ignored(packet, Silence.LEASE_FROM_US.value, None, asker, at)
        if address is None:
            return self._ignored(packet, Silence.LEASE_WITHOUT_ADDRESS.value, None, asker, at)
        if not asker.events.take(at.now):
            return _NOTHING
        return Outcome(None, (LeaseRequestSeen(client=packet.mac, address=address, dhcp_server=dhcp_server),))

    # --- answers ----------------------------------------------------------------------------------------------------

    def _answer(self, request: PxeRequest, asker: Asker, at: _Arrival) -> Outcome:
        if not asker.answers.take(at.now):
            return _NOTHING
        answer = self._policy.decide(request, at.server)
        if answer is None:
            return self._without_file(request, asker, at)
        loop = self._break_loop(request, answer, asker, at)
        if loop is not None:
            return loop
        is_ack = at.port is DhcpPort.BOOT_SERVER and request.message_type is not MessageType.DISCOVER
        build = build_boot_server_ack if is_ack else build_offer
        payload = build(request.packet, answer, max_bytes=_reply_limit(at))
        if payload is None:
            return self._ignored(request.packet, Silence.NO_ROOM.value, request.arch, asker, at)
        destination, from_port = reply_route(request.packet, at.port, at.source)
        events = self._events_of_answer(request, answer, asker, at, destination, is_ack=is_ack)
        return Outcome(Reply(payload, destination, from_port), events)

    def _without_file(self, request: PxeRequest, asker: Asker, at: _Arrival) -> Outcome:
        fault = describe(FaultCode.ARCH_WITHOUT_FILE, arch=arch_label(request.arch))
        if not asker.should_say(fault.message, at.now, every_s=_SAY_AGAIN_S):
            return _NOTHING
        event = ArchWithoutFile(client=request.mac, interface=at.server.interface, arch=request.arch, fault=fault)
        return Outcome(None, (event,))

    def _break_loop(self, request: PxeRequest, answer: BootAnswer, asker: Asker, at: _Arrival) -> Outcome | None:
        """Silence for a client that loads the same thing again and again; None when it may go on."""
        watch = asker.script if request.runs_ipxe else asker.loader
        if watch.is_left_alone(at.now):
            return self._ignored(request.packet, Silence.LOOPING.value, request.arch, asker, at)
        if request.message_type is not MessageType.DISCOVER:
            return None
        if request.runs_ipxe:
            asker.loader.note_progress()
        count = watch.comes_back(request.packet.xid, at.now)
        if not count:
            return None
        fault = describe(FaultCode.CHAINLOAD_LOOP, file=answer.file, count=count)
        return Outcome(None, (ChainloadLoopStopped(client=request.mac, fault=fault),))

    def _events_of_answer(
        self,
        request: PxeRequest,
        answer: BootAnswer,
        asker: Asker,
        at: _Arrival,
        destination: tuple[IPv4Address, int],
        *,
        is_ack: bool,
    ) -> tuple[Event, ...]:
        fault = None if answer.is_for_ipxe else self._fault_to_say(answer.file, asker, at.now)
        if not answer.is_for_ipxe:
            asker.offered_file = answer.file
        is_news = not is_ack or asker.asked_at is None or at.now - asker.asked_at > _ASKED_LASTS_S
        asker.asked_at = at.now
        events: list[Event] = []
        if asker.events.take(at.now, 1 + is_news):
            if is_news:
                events.append(_asked(request, at))
            events.append(_answered(request, answer, at, destination, is_ack=is_ack))
        if fault is not None:
            events.append(FaultRaised(client=request.mac, fault=fault))
        return tuple(events)

    def _fault_to_say(self, file: str, asker: Asker, now: float) -> Fault | None:
        """What is wrong with the file just offered, unless this client's row says so already."""
        look = self._file_looks.get(file)
        if look is None or now - look[0] >= _FILE_LOOK_LASTS_S:
            look = (now, self._is_file_there(file))
            self._file_looks[file] = look
        fault = look[1]
        if fault is None:
            return None
        if asker.missing_said_at is not None and now - asker.missing_said_at < _SAY_MISSING_AGAIN_S:
            return None
        asker.missing_said_at = now
        return fault


def _reply_limit(at: _Arrival) -> int:
    """On 4011 at most twice what came in: its sender may be forged, and the answer goes to that address."""
    return 2 * at.size_bytes if at.port is DhcpPort.BOOT_SERVER else LONGEST_REPLY_BYTES


def _asked(request: PxeRequest, at: _Arrival) -> ClientAsked:
    return ClientAsked(
        client=request.mac,
        interface=at.server.interface,
        arch=request.arch,
        uuid=request.uuid_text,
        vendor_class=request.vendor_class,
        runs_ipxe=request.runs_ipxe,
        port=at.port.value,
    )


def _answered(
    request: PxeRequest, answer: BootAnswer, at: _Arrival, destination: tuple[IPv4Address, int], *, is_ack: bool
) -> Event:
    kind = BootServerAckSent if is_ack else OfferSent
    return kind(
        client=request.mac,
        interface=at.server.interface,
        arch=request.arch,
        file=answer.file,
        next_server=answer.next_server,
        destination=f"{destination[0]}:{destination[1]}",
    )
