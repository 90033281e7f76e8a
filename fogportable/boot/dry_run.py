"""What would become of each computer if we served: the engine answers what passes by, and nothing is sent. Pure."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv4Address

from fogportable.boot.policy import ServerIdentity
from fogportable.boot.proxy_dhcp import DhcpPort, Outcome, ProxyDhcpEngine
from fogportable.boot.site_conflicts import name_for_people
from fogportable.boot.site_observer import PassingDatagram
from fogportable.boot.site_outlook import choice_of
from fogportable.events import ApprovalWanted, ArchWithoutFile, FaultRaised, RequestIgnored
from fogportable.language import say
from fogportable.model import Foresight, OurChance, ProbeAsker
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import BOOTREQUEST, MessageType, decode
from fogportable.protocol.pxe import BootMethod, NotPxe, PxeRequest, ServerOffer, classify, read_offer
from fogportable.protocol.pxe.archs import arch_label

#: Computers remembered; beyond, the one not heard for longest is forgotten.
CAPACITY = 1024
#: Offers kept of one round: more servers than these say nothing new.
_MOST_OFFERS = 16
#: What tells that something is wrong here with what a computer would get.
_FAULTY = (FaultRaised, ArchWithoutFile)
#: From RFC 5737, for documentation: stands for the lease that was sent to the computer alone.
_SOMEBODY, _SOME_LEASE = IPv4Address("192.0.2.1"), IPv4Address("192.0.2.2")


@dataclass(slots=True)
class _Round:
    """What one computer asked last, what we would say, and what others said."""

    request: PxeRequest
    asker: ProbeAsker
    outcome: Outcome
    ours: ServerOffer | None
    offers: list[ServerOffer] = field(default_factory=list)
    told: Foresight | None = None


class DryRun:
    """For one thread. Sends nothing. new_engine: a fresh one for each question, since nobody takes what it offers.

    everywhere: all addresses of this machine. on_again: told of a computer that asked again with nothing new about it.
    """

    def __init__(
        self,
        new_engine: Callable[[], ProxyDhcpEngine],
        server: ServerIdentity,
        *,
        own_macs: frozenset[MacAddress] = frozenset(),
        everywhere: frozenset[IPv4Address] = frozenset(),
        on_again: Callable[[Foresight], None] = lambda _: None,
    ) -> None:
        self._new_engine = new_engine
        self._server = server
        self._own_macs = own_macs
        self._everywhere = everywhere | {server.address.ip}
        self._on_again = on_again
        self._rounds: OrderedDict[bytes, _Round] = OrderedDict()
        self.passers_by: set[bytes] = set()

    def receive(self, heard: PassingDatagram, now: float) -> Foresight | None:
        """Take in one datagram; what is new about a computer, None for nothing. Raises MalformedPacket only."""
        if heard.source_mac in self._own_macs or heard.source[0] in self._everywhere:
            return None
        packet = decode(heard.data)
        if packet.op == BOOTREQUEST:
            request = classify(packet)
            if isinstance(request, NotPxe):
                if len(self.passers_by) < CAPACITY:
                    self.passers_by.add(packet.chaddr[: packet.hlen])
                return None
            return self._begin(request, heard, now) if request.message_type is MessageType.DISCOVER else None
        offer = read_offer(packet, heard.source)
        return None if offer is None else self._add(offer)

    def foresights(self) -> tuple[Foresight, ...]:
        """All computers, in the order in which they asked last."""
        return tuple(each.told for each in self._rounds.values() if each.told is not None)

    def _begin(self, request: PxeRequest, heard: PassingDatagram, now: float) -> Foresight | None:
        before = self._rounds.pop(request.mac.octets, None)
        outcome = self._new_engine().receive_datagram(
            heard.data, port=DhcpPort.DISCOVERY, source=heard.source, server=self._server, now=now
        )
        reply = outcome.reply
        here = (self._server.address.ip, DhcpPort.DISCOVERY.value)
        ours = None if reply is None else read_offer(decode(reply.payload), here)
        asker = _asker_of(request)
        fresh = _Round(request, asker, outcome, ours)
        if before is not None and before.asker is asker:
            fresh.told, fresh.offers = before.told, before.offers
        self._rounds[request.mac.octets] = fresh
        if len(self._rounds) > CAPACITY:
            self._rounds.popitem(last=False)
        news = self._tell(fresh)
        if news is None and fresh.told is not None:
            self._on_again(fresh.told)
        return news

    def _add(self, offer: ServerOffer) -> Foresight | None:
        found = self._rounds.get(offer.client.octets) if offer.client is not None else None
        is_offer = offer.message_type in (MessageType.OFFER, None)
        if found is None or not is_offer or offer.server in self._everywhere or len(found.offers) >= _MOST_OFFERS:
            return None
        # A server that speaks again says what it says now.
        found.offers = [each for each in found.offers if each.server != offer.server] + [offer]
        return self._tell(found)

    def _tell(self, found: _Round) -> Foresight | None:
        foresight = _foresee(found, self._everywhere, self._server.interface)
        if foresight == found.told:
            return None
        found.told = foresight
        return foresight


def _foresee(found: _Round, everywhere: frozenset[IPv4Address], interface: str) -> Foresight:
    """From all places at which our offer may come among the others."""
    lease_heard = any(each.gives_address for each in found.offers)
    others = list(found.offers)
    if not lease_heard:
        others.append(ServerOffer(_SOMEBODY, (_SOMEBODY, DhcpPort.DISCOVERY.value), address=_SOME_LEASE))
    alone = choice_of(found.asker, others).boot
    chance = OurChance.NONE
    if found.ours is not None:
        won = set()
        for at in range(len(others) + 1):
            choice = choice_of(found.asker, [*others[:at], found.ours, *others[at:]])
            is_sent_here = choice.boot_server is not None and choice.boot_server in everywhere
            won.add(choice.boot is found.ours or is_sent_here)
        chance = OurChance.DEPENDS if len(won) > 1 else OurChance.SURE if True in won else OurChance.NONE
    other_file = b"" if alone is None else alone.ipxe_file if found.asker is ProbeAsker.IPXE else alone.uefi_file
    return Foresight(
        mac=found.request.mac,
        asker=found.asker,
        firmware="iPXE" if found.request.runs_ipxe else arch_label(found.request.arch),
        chance=chance,
        file="" if found.ours is None else name_for_people(found.ours.uefi_file),
        silence="" if found.ours is not None else _why_silent(found.outcome),
        fault=next((each.fault for each in found.outcome.events if isinstance(each, _FAULTY)), None),
        other=None if alone is None or chance is OurChance.SURE else alone.server,
        other_file=name_for_people(other_file),
        lease_heard=lease_heard,
        is_left_alone=any(isinstance(each, RequestIgnored) for each in found.outcome.events),
        interface=interface,
        arch=found.request.arch,
        uuid=found.request.uuid_text or "",
    )


def _why_silent(outcome: Outcome) -> str:
    for event in outcome.events:
        if isinstance(event, RequestIgnored):
            return event.reason
        if isinstance(event, ApprovalWanted):
            return say("nobody has approved it")
        if isinstance(event, ArchWithoutFile):
            return f"{event.fault.message[:1].lower()}{event.fault.message[1:].rstrip('.')}"
    return say("nothing is served to it")


def _asker_of(request: PxeRequest) -> ProbeAsker:
    if request.method is BootMethod.HTTP:
        return ProbeAsker.HTTP
    if request.runs_ipxe:
        return ProbeAsker.IPXE
    return ProbeAsker.BIOS if request.arch == 0 else ProbeAsker.UEFI
