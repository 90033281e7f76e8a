"""The proxyDHCP engine: one datagram in, at most one reply and some events out. No sockets, no clock of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from ipaddress import IPv4Address

from fogportable.boot.answers import BootPolicy, Decision, Kind
from fogportable.boot.askers import Asker, Askers
from fogportable.boot.file_looks import FileLooks
from fogportable.boot.ladder import ShapeLadder, patience_s
from fogportable.boot.outcome import (
    NOTHING,
    Arrival,
    Outcome,
    Reply,
    answered,
    approval_wanted,
    asked,
    left_alone,
    system_started,
)
from fogportable.boot.policy import (
    SCRIPT_NAME,
    ProxySettings,
    ServerIdentity,
    Silence,
    is_choice,
    is_lease_request,
    lease_of,
    may_be_answered,
    silence_of,
)
from fogportable.boot.pxe_menu import is_found_by_broadcast
from fogportable.boot.rules import waits_by_list
from fogportable.boot.stencils import Climb, FirstOffer, Stencils
from fogportable.errors import Fault, FaultCode, describe
from fogportable.events import (
    ArchWithoutFile,
    ChainloadLoopStopped,
    Event,
    FaultRaised,
    LeaseRequestSeen,
    ShapeChanged,
    ShapeLearned,
)
from fogportable.model import BootRule, LearnedShape, OfferShape
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import BOOTREQUEST, NO_ADDRESS, DhcpPacket, MessageType, OptionCode, decode
from fogportable.protocol.pxe import (
    BootMethod,
    DhcpPort,
    NotPxe,
    PxeRequest,
    build_boot_server_ack,
    build_item_ack,
    build_offer,
    classify,
    reply_route,
    small_linux_of,
)
from fogportable.protocol.pxe.archs import arch_label

__all__ = ["DhcpPort", "Outcome", "ProxyDhcpEngine", "Reply", "ServerIdentity"]

#: The same reason for silence is said once in this time per client.
_SAY_AGAIN_S = 60.0

#: A missing boot file is said more often: people mend it and boot the same computer again.
_SAY_MISSING_AGAIN_S = 15.0

#: What a small Linux is remembered as having been said of.
_SMALL_LINUX = "a small Linux"

#: What a computer that waits for a person is remembered as having been said of.
_WAITS = "waits for approval"

#: A request on 4011 from a client whose DISCOVER is older than this is told to people as a new one.
_ASKED_LASTS_S = 120.0


def _nobody(_hardware: bytes, _machine: bytes) -> bool:
    return False


def _machine_of(packet: DhcpPacket) -> bytes:
    """The machine's number, 16 octets as they stand in option 97; b"" without one."""
    option = packet.options.get(OptionCode.CLIENT_MACHINE_ID, b"")
    return option[1:] if len(option) == 17 and option[0] == 0 else b""


class ProxyDhcpEngine:
    """Decides and writes the answers on ports 67 and 4011. For one thread.

    own_macs, own_addresses: of this machine; what comes from them is no client.
    is_file_there: what is wrong with a rule's file, None when nothing is; asked at most every 2 s per file. A missing
    file is offered all the same: TFTP then tells the client at once that there is nothing to find.
    is_finished: whether a computer goes to its own disk, by the octets of its address and of its number (b"" without
    one); may change while serving. None: nobody does.
    is_waiting: whether nobody has let in the computer of a hardware address yet; may change while serving. None: as the
    settings' own lists say.
    Raises ProtocolMisuse for rules and settings that no packet can carry.
    """

    def __init__(
        self,
        rules: tuple[BootRule, ...],
        settings: ProxySettings | None = None,
        *,
        own_macs: frozenset[MacAddress] = frozenset(),
        own_addresses: frozenset[IPv4Address] = frozenset(),
        is_file_there: Callable[[str], Fault | None],
        learned: Iterable[LearnedShape] = (),
        is_finished: Callable[[bytes, bytes], bool] | None = None,
        is_waiting: Callable[[bytes], bool] | None = None,
    ) -> None:
        self._policy = BootPolicy(rules, settings)
        self._relays = self._policy.settings.relays
        self._own_hardware = frozenset(mac.octets for mac in own_macs)
        self._own_addresses = own_addresses
        self._files = FileLooks(is_file_there)
        self._is_finished = is_finished or _nobody
        self._is_waiting = is_waiting or waits_by_list(self._policy.settings.clients)
        self._ladder = ShapeLadder(learned)
        self._stencils = Stencils()
        self._askers = Askers()
        self._passers_by = Askers()  # Kept apart, so that the site's ordinary traffic displaces no booting client.

    def note_loader_delivered(self, mac: MacAddress, file: str, now: float) -> None:
        """A TFTP transfer to this client was complete. Feeds the breaker of chainload loops."""
        asker = self._askers.get(mac.octets)
        if asker is not None:
            asker.note_delivered(file, now)

    def note_client_loading(self, mac: MacAddress) -> tuple[Event, ...]:
        """This client asks for a file, by TFTP or HTTP: it did not ignore what it was offered."""
        learned = self._ladder.note_loading(mac.octets)
        return () if learned is None else (ShapeLearned(client=mac, **asdict(learned)),)

    def note_address_offered(self, mac: MacAddress, now: float) -> None:
        """A DHCP server was seen to offer this client an address."""
        self._ladder.note_address(mac.octets, now)

    def note_lease_given(self, packet: DhcpPacket, now: float) -> None:
        """We gave this client an address ourselves, on a private network."""
        request = classify(packet)
        hardware = packet.chaddr[: packet.hlen]
        if isinstance(request, NotPxe):
            self._ladder.note_further(hardware)  # Its operating system has started.
        elif not request.runs_ipxe:
            self._ladder.note_lease(hardware, now)

    def learn(self, learned: Iterable[LearnedShape]) -> None:
        """Know only these shapes of models from now on."""
        self._ladder.learn(learned)

    def receive_datagram(
        self, data: bytes, *, port: DhcpPort, source: tuple[IPv4Address, int], server: ServerIdentity, now: float
    ) -> Outcome:
        """Take in one UDP payload. now: monotonic seconds. Raises MalformedPacket only."""
        packet = decode(data)
        hardware = packet.chaddr[: packet.hlen]
        if packet.op != BOOTREQUEST or hardware in self._own_hardware or source[0] in self._own_addresses:
            return NOTHING
        request = classify(packet)
        at = Arrival(port, source, server, len(data), now)
        if isinstance(request, NotPxe):
            return self._pass_by(packet, request, at)
        kind = self._policy.kind(request)
        silence = silence_of(request, port, self._relays, self._own_addresses) or self._policy.refusal(request, kind)
        if silence is None and self._is_finished(hardware, _machine_of(packet)):
            silence = Silence.FINISHED
        if silence is not None:
            return self._stay_silent(request, silence, at)
        if self._is_waiting(hardware):
            asker = self._passers_by.touch(hardware, at.now)
            return approval_wanted(request, at) if asker.should_say(_WAITS, now, every_s=_SAY_AGAIN_S) else NOTHING
        if is_lease_request(request, port):
            return self._watch_lease(request, at)
        if (
            port is DhcpPort.BOOT_SERVER
            and source[0] != NO_ADDRESS
            and not may_be_answered(source, server, self._relays)
        ):
            return self._stay_silent(request, Silence.OFF_NETWORK, at)
        outcome = self._answer(request, kind, self._askers.touch(hardware, now), at)
        if outcome.reply is not None and port is DhcpPort.DISCOVERY and self._policy.is_same_for_all:
            self._note_kind(data, request, kind, at)
        return outcome

    # --- computers that are alike -----------------------------------------------------------------------------------

    def first_offer(
        self, data: bytes, *, source: tuple[IPv4Address, int], server: ServerIdentity, now: float
    ) -> FirstOffer | None:
        """What a DISCOVER on port 67 leads to when the computer is new and another like it was answered before.

        None: it goes to `receive_datagram`, which would come to the same for all others too, with more work.
        """
        first = self._stencils.find(data, source, server, now)
        if first is None:
            return None
        hardware = first.hardware
        if (
            hardware in self._askers
            or self._is_finished(hardware, first.machine)
            or self._is_waiting(hardware)
            or not self._ladder.is_new(hardware)
            or hardware in self._own_hardware
            or source[0] in self._own_addresses
            or not self._files.is_known_to_be_there(first.stencil.decision.file_of_ours, now)
        ):
            return None
        self._askers.add(hardware, first)
        if first.stencil.climb is not None:
            self._ladder.add(first)
        return first

    def _note_kind(self, data: bytes, request: PxeRequest, kind: Kind, at: Arrival) -> None:
        """Other computers that ask the same are offered the same."""
        shape = kind.ways[0]
        decision = self._policy.decide(kind, at.server, shape)
        if request.message_type is not MessageType.DISCOVER or not isinstance(decision, Decision):
            return
        climb = None
        if len(kind.ways) > 1 and not request.runs_ipxe and request.method is not BootMethod.HTTP:
            patience = patience_s(shape, self._policy.menu, request.arch, is_loaded_here=self._is_loaded_here(kind, at))
            climb = Climb(request.packet.options[OptionCode.VENDOR_CLASS], shape, patience)
        self._stencils.note(data, request, decision, at, climb, lambda other: _build(other, decision, at))

    # --- silence ----------------------------------------------------------------------------------------------------

    def _pass_by(self, packet: DhcpPacket, verdict: NotPxe, at: Arrival) -> Outcome:
        """No wish to boot. Of a client we know it may still tell the address: its system renews its lease."""
        hardware = packet.chaddr[: packet.hlen]
        if (
            at.port is DhcpPort.DISCOVERY
            and packet.message_type is MessageType.REQUEST
            and packet.giaddr == NO_ADDRESS
            and self._askers.get(hardware) is not None
        ):
            self._ladder.note_further(hardware)
            return self._lease_seen(packet, self._askers.touch(hardware, at.now), at)
        system, asker = small_linux_of(packet), self._askers.get(hardware)
        if system and asker is not None and asker.should_say(_SMALL_LINUX, at.now, every_s=_SAY_AGAIN_S):
            return system_started(packet, system, at)
        return self._ignored(packet, verdict.reason, verdict.arch, self._passers_by.touch(hardware, at.now), at)

    def _stay_silent(self, request: PxeRequest, silence: Silence, at: Arrival) -> Outcome:
        asker = self._passers_by.touch(request.mac.octets, at.now)
        return self._ignored(request.packet, silence.value, request.arch, asker, at)

    def _ignored(self, packet: DhcpPacket, reason: str, arch: int | None, asker: Asker, at: Arrival) -> Outcome:
        if not asker.should_say(reason, at.now, every_s=_SAY_AGAIN_S):
            return NOTHING
        return left_alone(packet, reason, arch, at)

    def _watch_lease(self, request: PxeRequest, at: Arrival) -> Outcome:
        """The REQUEST to the site's DHCP server passes by; answering it would be giving an address."""
        asker = self._askers.touch(request.mac.octets, at.now)
        if not request.runs_ipxe:
            self._ladder.note_lease(request.mac.octets, at.now)
        return self._lease_seen(request.packet, asker, at)

    def _lease_seen(self, packet: DhcpPacket, asker: Asker, at: Arrival) -> Outcome:
        address, dhcp_server = lease_of(packet)
        if dhcp_server is not None and dhcp_server == at.server.address.ip:
            return self._ignored(packet, Silence.LEASE_FROM_US.value, None, asker, at)
        if address is None:
            return self._ignored(packet, Silence.LEASE_WITHOUT_ADDRESS.value, None, asker, at)
        if not asker.events.take(at.now):
            return NOTHING
        return Outcome(None, (LeaseRequestSeen(client=packet.mac, address=address, dhcp_server=dhcp_server),))

    # --- answers ----------------------------------------------------------------------------------------------------

    def _answer(self, request: PxeRequest, kind: Kind, asker: Asker, at: Arrival) -> Outcome:
        if not asker.answers.take(at.now):
            return NOTHING
        change: list[Event] = []
        decision = self._decide(request, kind, at, change)
        if decision is None:
            return self._without_file(request, asker, at)
        if isinstance(decision, Silence):
            return self._ignored(request.packet, decision.value, request.arch, asker, at)
        loop = self._break_loop(request, decision, asker, at)
        if loop is not None:
            return loop
        is_ack = request.message_type is not MessageType.DISCOVER
        payload = _build(request, decision, at)
        if payload is None:
            return self._ignored(request.packet, Silence.NO_ROOM.value, request.arch, asker, at)
        has_address = is_ack and may_be_answered((request.packet.ciaddr, at.source[1]), at.server)
        destination, from_port = reply_route(request.packet, at.port, at.source, has_address=has_address)
        events = self._events_of_answer(request, decision, asker, at, destination, is_ack=is_ack)
        return Outcome(Reply(payload, destination, from_port), (*change, *events))

    def _decide(self, request: PxeRequest, kind: Kind, at: Arrival, change: list[Event]) -> Decision | Silence | None:
        """What this client is told. change: takes the event of another shape than before."""
        if not is_choice(request):
            return self._policy.decide(kind, at.server, self._shape(request, kind, at, change))
        self._ladder.note_further(request.mac.octets)
        decision = self._policy.decide_item(request, at.server)
        is_broadcast = at.port is DhcpPort.DISCOVERY
        if (
            is_broadcast
            and isinstance(decision, Decision)
            and not is_found_by_broadcast(self._policy.menu, request.arch)
        ):
            return Silence.MENU_BY_BROADCAST
        return decision

    def _shape(self, request: PxeRequest, kind: Kind, at: Arrival, change: list[Event]) -> OfferShape:
        ways = kind.ways
        if request.runs_ipxe or request.method is BootMethod.HTTP:
            return ways[0]  # The firmware of the same computer is another matter, and waits for its verdict.
        if at.port is DhcpPort.BOOT_SERVER:
            self._ladder.note_further(request.mac.octets)
            return self._ladder.shape_now(request, ways)
        is_loaded_here = self._is_loaded_here(kind, at)
        shape, ignored = self._ladder.shape_for(request, ways, self._policy.menu, at.now, is_loaded_here=is_loaded_here)
        if ignored is not None:
            change.append(ShapeChanged(client=request.mac, ignored=ignored, shape=shape))
        return shape

    def _is_loaded_here(self, kind: Kind, at: Arrival) -> bool:
        """Whether we would hear of it. A FOG server on this very machine has our address, and serves without us."""
        return self._policy.settings.serves_files and kind.is_loaded_here(at.server)

    def _without_file(self, request: PxeRequest, asker: Asker, at: Arrival) -> Outcome:
        fault = describe(FaultCode.ARCH_WITHOUT_FILE, arch=arch_label(request.arch))
        if not asker.should_say(fault.message, at.now, every_s=_SAY_AGAIN_S):
            return NOTHING
        event = ArchWithoutFile(client=request.mac, interface=at.server.interface, arch=request.arch, fault=fault)
        return Outcome(None, (event,))

    def _break_loop(self, request: PxeRequest, decision: Decision, asker: Asker, at: Arrival) -> Outcome | None:
        """Silence for a client that loads the same thing again and again; None when it may go on."""
        watch = asker.script if decision.is_script else asker.loader
        if watch.is_left_alone(at.now):
            return self._ignored(request.packet, Silence.LOOPING.value, request.arch, asker, at)
        if request.message_type is not MessageType.DISCOVER:
            return None
        if decision.is_script:
            asker.loader.note_progress()
        count = watch.comes_back(request.packet.xid, at.now)
        if not count:
            return None
        file = decision.answer.file if decision.is_script else asker.offered_file
        fault = describe(FaultCode.CHAINLOAD_LOOP, file=file, count=count)
        return Outcome(None, (ChainloadLoopStopped(client=request.mac, fault=fault),))

    def _events_of_answer(
        self,
        request: PxeRequest,
        decision: Decision,
        asker: Asker,
        at: Arrival,
        destination: tuple[IPv4Address, int],
        *,
        is_ack: bool,
    ) -> tuple[Event, ...]:
        fault = self._fault_to_say(decision.file_of_ours, asker, at.now)
        if decision.is_script:
            asker.offered_script = decision.file_of_ours or SCRIPT_NAME
        elif decision.file_of_ours:
            asker.offered_file = decision.file_of_ours
        is_news = not is_ack or asker.asked_at is None or at.now - asker.asked_at > _ASKED_LASTS_S
        asker.asked_at = at.now
        events: list[Event] = []
        if asker.events.take(at.now, 1 + is_news):
            if is_news:
                events.append(asked(request, at))
            events.append(answered(request, decision, at, destination, is_ack=is_ack))
        if fault is not None:
            events.append(FaultRaised(client=request.mac, fault=fault))
        return tuple(events)

    def _fault_to_say(self, file: str, asker: Asker, now: float) -> Fault | None:
        """What is wrong with the file just offered, unless this client's row says so already."""
        if not file:
            return None
        fault = self._files.fault_of(file, now)
        if fault is None:
            return None
        if asker.missing_said_at is not None and now - asker.missing_said_at < _SAY_MISSING_AGAIN_S:
            return None
        asker.missing_said_at = now
        return fault


def _build(request: PxeRequest, decision: Decision, at: Arrival) -> bytes | None:
    """The reply; None when it does not fit."""
    packet, answer = request.packet, decision.answer
    if decision.entry is not None and request.item is not None:
        return build_item_ack(packet, answer, request.item, max_bytes=at.reply_limit_bytes(has_menu=False))
    limit = at.reply_limit_bytes(has_menu=bool(answer.ack_vendor))
    if request.message_type is MessageType.DISCOVER:
        return build_offer(packet, answer, max_bytes=limit)
    return build_boot_server_ack(packet, answer, max_bytes=limit)
