"""A case: what computers send, under which plan, and what it shows. It is played to the engine and told in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Interface
from pathlib import Path
from typing import cast

from fogportable.boot.leasing.book import LeaseBook
from fogportable.boot.leasing.engine import LeaseEngine, LeaseOutcome
from fogportable.boot.policy import ProxySettings, ServerIdentity
from fogportable.boot.proxy_dhcp import DhcpPort, Outcome, ProxyDhcpEngine, Reply
from fogportable.errors import Fault, FaultCode, describe
from fogportable.events import Event
from fogportable.model import BootRule, LearnedShape, LeasingInterface, PrivateNetwork, ServingInterface
from fogportable.protocol.address import LIMITED_BROADCAST, NO_ADDRESS, MacAddress
from fogportable.protocol.dhcp import BOOTREQUEST, MessageType, OptionCode, decode
from tests.golden.packet_text import packet_lines
from tests.golden.pcap import CapturedDatagram, read_datagrams
from tests.golden.value_text import difference_lines, in_words
from tests.unit.boot.lockstep import Lockstep

_HERE = Path(__file__).parent
_PORTS = {port.value: port for port in DhcpPort}
_TFTP_PORT = 69
_START_S = 1000.0

#: The card that all captures were answered on, by another server.
CARD = ServerIdentity("eth0", IPv4Interface("10.77.1.10/24"))

RULES = (
    BootRule(frozenset({0}), "undionly.kpxe"),
    BootRule(frozenset({6}), "grubia32.efi"),
    BootRule(frozenset({7, 9}), "x64/ipxe.efi"),
    BootRule(frozenset({11}), "arm64/ipxe.efi"),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What we serve. cards: those we serve on; a datagram says which. learned: shapes that models are known to take.

    missing: boot files that are not in the folder. network: makes the first card one where we give addresses.
    """

    rules: tuple[BootRule, ...] = RULES
    settings: ProxySettings = field(default_factory=ProxySettings)
    cards: tuple[ServerIdentity, ...] = (CARD,)
    learned: tuple[LearnedShape, ...] = ()
    missing: tuple[str, ...] = ()
    network: PrivateNetwork | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A datagram of a client. card: index of the plan's card that it came in on."""

    datagram: CapturedDatagram
    card: int = 0


Conversation = tuple[Heard, ...]


@dataclass(frozen=True, slots=True)
class Captured:
    """What clients send in a capture of this folder. change: makes another conversation of it; None leaves it."""

    name: str
    change: Callable[[Conversation], Conversation] | None = None

    @property
    def path(self) -> Path:
        """The capture file."""
        return (_HERE / f"{self.name}.pcap").resolve()

    def __call__(self) -> Conversation:
        whole = tuple(Heard(each) for each in read_datagrams(self.path) if _is_for_us(each))
        return self.change(whole) if self.change is not None else whole


@dataclass(frozen=True, slots=True)
class Case:
    """name: what happens, two underscores and the firmware, as in the names of captures. shows: one sentence.

    is_silent: nobody in it is answered at all.
    """

    name: str
    shows: str
    conversation: Captured | Callable[[], Conversation]
    plan: Plan = field(default_factory=Plan)
    is_silent: bool = False

    @property
    def expected(self) -> Path:
        """The text that the case is compared with."""
        return _HERE / f"{self.name}.expected.txt"


@dataclass(frozen=True, slots=True)
class Exchange:
    """A datagram and what we make of it."""

    heard: Heard
    reply: Reply | None
    events: tuple[Event, ...]


def kind_of(heard: Heard) -> MessageType | None:
    """Of a DHCP message; None for BOOTP and for TFTP."""
    is_dhcp = heard.datagram.destination[1] in _PORTS
    return decode(heard.datagram.payload).message_type if is_dhcp else None


def _is_for_us(datagram: CapturedDatagram) -> bool:
    address, port = datagram.destination
    if address not in (CARD.address.ip, LIMITED_BROADCAST) and not address.is_multicast:
        return False
    return port == _TFTP_PORT or (port in _PORTS and datagram.payload[:1] == bytes([BOOTREQUEST]))


# --- playing ----------------------------------------------------------------------------------------------------------


def replay(case: Case) -> list[Exchange]:
    """Every datagram of the case with what the engine makes of it."""
    return _Player(case.plan).play(case.conversation())


class _Player:
    """Engine and what the services beside it would tell it: who asks for a file by TFTP."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        # Two in lockstep: each case shows that an OFFER by stencil is the same.
        self._engine = Lockstep(plan.rules, plan.settings, is_file_there=self._fault_of_file, learned=plan.learned)
        self._macs: dict[IPv4Address, MacAddress] = {}
        self._leasing = _lease_engine(plan, self._engine)

    def _fault_of_file(self, file: str) -> Fault | None:
        if file not in self._plan.missing:
            return None
        return describe(FaultCode.BOOT_FILE_MISSING, file=file, arch="some computers", root="the boot folder")

    def play(self, conversation: Conversation) -> list[Exchange]:
        return [self._hear(each) for each in conversation]

    def _hear(self, heard: Heard) -> Exchange:
        datagram = heard.datagram
        port = _PORTS.get(datagram.destination[1])
        if port is None:
            return Exchange(heard, None, self._engine.note_client_loading(self._macs[datagram.source[0]]))
        packet = decode(datagram.payload)
        address = packet.address_option(OptionCode.REQUESTED_ADDRESS) or packet.ciaddr
        if address != NO_ADDRESS and packet.mac is not None:
            self._macs[address] = packet.mac
        outcome = self._ask(heard, port)
        return Exchange(heard, outcome.reply, outcome.events)

    def _ask(self, heard: Heard, port: DhcpPort) -> Outcome | LeaseOutcome:
        datagram, server = heard.datagram, self._plan.cards[heard.card]
        now = _START_S + datagram.time_s
        if self._leasing is not None and port is DhcpPort.DISCOVERY:
            return self._ask_for_address(self._leasing, datagram, now)
        return self._engine.receive_datagram(
            datagram.payload, port=port, source=datagram.source, server=server, now=now
        )

    def _ask_for_address(self, leasing: LeaseEngine, datagram: CapturedDatagram, now: float) -> LeaseOutcome:
        """With the looks that come before an answer: nobody is ever there."""
        outcome = leasing.receive_datagram(datagram.payload, source=datagram.source, now=now)
        for address in leasing.to_look_at(now):
            leasing.note_look(address, None, now)
        later = leasing.answer_waiting(now)
        return later[0] if later else outcome


def _lease_engine(plan: Plan, proxy: Lockstep) -> LeaseEngine | None:
    """That of the first card; nobody is there who uses an address already."""
    if plan.network is None:
        return None
    server = plan.cards[0]
    card = ServingInterface(server.interface, 2, server.address, server.interface)
    book = LeaseBook(plan.network, server.address.network, server.address.ip)
    return LeaseEngine(LeasingInterface(card, plan.network), book, cast(ProxyDhcpEngine, proxy), server)


# --- words ------------------------------------------------------------------------------------------------------------


def told(case: Case) -> str:
    """The case as it is committed: what it shows, under which plan, and everything that is said."""
    lines = [case.shows, "", "plan:", *_plan_lines(case.plan), ""]
    for exchange in replay(case):
        lines.extend(_exchange_lines(exchange, case.plan))
    return "\n".join(lines) + "\n"


def _plan_lines(plan: Plan) -> Iterator[str]:
    yield "  rules:"
    yield from (f"    {in_words(each)}" for each in plan.rules)
    yield from difference_lines(plan.settings, ProxySettings())
    yield from (f"  card: {in_words(each)}" for each in plan.cards if plan.cards != (CARD,))
    yield from (f"  learned: {in_words(each)}" for each in plan.learned)
    yield from (f"  not in the folder: {each}" for each in plan.missing)
    if plan.network is not None:
        yield f"  private network: {in_words(plan.network)}"


def _exchange_lines(exchange: Exchange, plan: Plan) -> Iterator[str]:
    datagram, reply = exchange.heard.datagram, exchange.reply
    if datagram.destination[1] == _TFTP_PORT:
        if exchange.events:
            yield f"{datagram.time_s:.1f} s RRQ {_way(datagram)}"
            yield from (f"  said: {event.sentence()}" for event in exchange.events)
        return
    kind = kind_of(exchange.heard)
    card = f" on {plan.cards[exchange.heard.card].interface}" if len(plan.cards) > 1 else ""
    yield f"{datagram.time_s:.1f} s {kind.name if kind is not None else 'BOOTP'} {_way(datagram)}{card}"
    yield from (f"  asks: {line}" for line in _question_lines(datagram))
    yield from (f"  said: {event.sentence()}" for event in exchange.events)
    if reply is None:
        yield "  silence"
        return
    yield f"  {len(reply.payload)} octets from {reply.from_port.value} to {_place(reply.destination)}"
    yield from (f"    {line}" for line in packet_lines(decode(reply.payload)))


def _question_lines(datagram: CapturedDatagram) -> Iterator[str]:
    """What of the request decides about the answer."""
    packet = decode(datagram.payload)
    told_of = (OptionCode.VENDOR_OPTIONS, OptionCode.RELAY_AGENT)
    asked = [line for line in packet_lines(packet) if line.split(" ")[0] in {str(int(code)) for code in told_of}]
    yield from asked


def _way(datagram: CapturedDatagram) -> str:
    return f"{_place(datagram.source)} -> {_place(datagram.destination)}"


def _place(end: tuple[IPv4Address, int]) -> str:
    return f"{end[0]}:{end[1]}"
