"""The DHCP server of a private network: one datagram in, at most one reply and some events out (RFC 2131 4.3).

What firmware is told of network boot is what the proxy engine tells it: its OFFER, which has no address, becomes the
boot part of ours. So rules, lists, shapes and menus are the same on every card.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass, replace
from ipaddress import IPv4Address

from fogportable.boot.askers import Askers
from fogportable.boot.leasing.book import LeaseBook, lease_end
from fogportable.boot.leasing.lookout import Ask, Lookout
from fogportable.boot.policy import ServerIdentity, lease_of
from fogportable.boot.proxy_dhcp import Outcome, ProxyDhcpEngine, Reply
from fogportable.errors import FaultCode, describe
from fogportable.events import (
    AddressInUse,
    Event,
    LeaseGiven,
    LeaseOffered,
    LeaseRefused,
    LeaseReleased,
    PoolEmpty,
    RequestIgnored,
)
from fogportable.language import to_say
from fogportable.model import LeasingInterface
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import BOOTREQUEST, NO_ADDRESS, DhcpPacket, MessageType, OptionCode, decode, encode
from fogportable.protocol.dhcp.lease import (
    INFINITE_S,
    BootPart,
    LeaseTerms,
    NetworkTerms,
    asks_for_boot,
    build_lease_reply,
    build_nak,
    lease_reply_route,
)
from fogportable.protocol.pxe import DhcpPort, PxeRequest, classify

#: Boot parts of offers, kept for the ACK.
_BOOT_PARTS_KEPT = 4096
#: An address of a client that declines this many is held back no more.
_MOST_DECLINES = 8
_DECLINERS_KEPT = 512

_SAY_AGAIN_S = 60.0

_HOST_NAME = re.compile(rb"[A-Za-z0-9]([A-Za-z0-9.-]{0,61}[A-Za-z0-9])?")

_RELAYED = to_say("it asks through a relay, and a private network has none")
_ELSEWHERE = to_say("it does not belong to this network")
_TAKEN = to_say("it is not free for this computer")


@dataclass(frozen=True, slots=True)
class LeaseOutcome:
    """What one datagram led to. reply: None for silence. other_server: a DHCP server that a client took instead."""

    reply: Reply | None = None
    events: tuple[Event, ...] = ()
    other_server: IPv4Address | None = None


_NOTHING = LeaseOutcome()


class LeaseEngine:
    """Decides and writes the answers on port 67 of one card. For one thread.

    proxy: decides about network boot; answers port 4011 of the same card beside us.
    """

    def __init__(
        self,
        leasing: LeasingInterface,
        book: LeaseBook,
        proxy: ProxyDhcpEngine,
        server: ServerIdentity,
        *,
        own_macs: frozenset[MacAddress] = frozenset(),
    ) -> None:
        settings = leasing.network
        self.book = book
        self.proxy = proxy
        self._settings = settings
        self._server = server
        self._ours = server.address.ip
        self._own_hardware = frozenset(mac.octets for mac in own_macs)
        self._terms = NetworkTerms(self._ours, server.address.network, settings.router, settings.dns, settings.domain)
        self._askers = Askers()
        self._boot_parts: OrderedDict[bytes, BootPart | None] = OrderedDict()
        self._lookout = Lookout(book)
        self._declines: OrderedDict[bytes, int] = OrderedDict()
        self._has_said_empty = False

    # --- requests -------------------------------------------------------------------------------------------------

    def receive_datagram(self, data: bytes, *, source: tuple[IPv4Address, int], now: float) -> LeaseOutcome:
        """Take in one UDP payload of port 67. now: monotonic seconds. Raises MalformedPacket only."""
        packet = decode(data)
        client = packet.chaddr[: packet.hlen]
        if packet.op != BOOTREQUEST or not client or client in self._own_hardware or source[0] == self._ours:
            return _NOTHING
        asker = self._askers.touch(client, now)
        if not asker.answers.take(now):
            return _NOTHING
        if packet.giaddr != NO_ADDRESS:
            if not asker.should_say(_RELAYED, now, every_s=_SAY_AGAIN_S):
                return _NOTHING
            event = RequestIgnored(client=packet.mac, interface=self._server.interface, arch=None, reason=_RELAYED)
            return LeaseOutcome(events=(event,))
        ask = Ask(packet, client, data, source, now)
        if _chooses_menu_item(packet):
            outcome = self._ask_proxy(data, source, now)
            return LeaseOutcome(outcome.reply, outcome.events)
        return self._handle(ask, now)

    def _handle(self, ask: Ask, now: float) -> LeaseOutcome:
        match ask.packet.message_type:
            case MessageType.DISCOVER:
                return self._discover(ask, now)
            case MessageType.REQUEST:
                return self._request(ask, now)
            case MessageType.DECLINE:
                return self._decline(ask, now)
            case MessageType.RELEASE:
                return self._release(ask, now)
            case MessageType.INFORM:
                return self._inform(ask)
        return _NOTHING

    def _discover(self, ask: Ask, now: float) -> LeaseOutcome:
        wish = ask.packet.address_option(OptionCode.REQUESTED_ADDRESS)
        address = self.book.preferred(ask.client, wish, now)
        if address is not None and not self.book.is_known_free(ask.client, address, now):
            return self._wait(ask, address)
        if address is None:
            address = self._lookout.take_free(ask.client, now)
            if address is None:
                return self._pool_empty(ask) if self._lookout.is_empty(now) else self._wait(ask, None)
            self._has_said_empty = False
        if not self.book.offer(ask.client, address, now):
            return _NOTHING
        boot, events = self._boot_part(ask, now)
        event = LeaseOffered(client=ask.packet.mac, interface=self._server.interface, address=address)
        return self._answer(ask, MessageType.OFFER, address, boot, (*events, event))

    def _request(self, ask: Ask, now: float) -> LeaseOutcome:
        """SELECTING, INIT-REBOOT, RENEWING or REBINDING (RFC 2131 4.3.2)."""
        address, server = lease_of(ask.packet)
        if server is not None and server != self._ours:
            self.book.drop_offer(ask.client)
            return LeaseOutcome(other_server=server)
        if address is None:
            return _NOTHING
        if not self.book.is_on_network(address):
            return self._refuse(ask, address, _ELSEWHERE)
        if not self.book.may_have(ask.client, address, now):
            return self._refuse(ask, address, _TAKEN)
        binding = self.book.binding_of(ask.client)
        is_ours_already = binding is not None and binding.address == address and binding.is_current(now)
        if not is_ours_already and not self.book.is_known_free(ask.client, address, now):
            return self._wait(ask, address)  # It holds an address that we have no record of: look who is there first.
        is_renewal = is_ours_already and binding is not None and binding.is_given
        return self._give(ask, address, now, is_renewal=is_renewal)

    def _give(self, ask: Ask, address: IPv4Address, now: float, *, is_renewal: bool) -> LeaseOutcome:
        static = self.book.static_of(ask.client)
        has_rule = static is not None and static.address == address
        host_name = static.name if static is not None and static.name else _host_name_of(ask.packet)
        is_infinite = has_rule and static is not None and static.is_infinite
        ends_s = lease_end(now, self._settings.lease_s, is_infinite=is_infinite)
        if not self.book.give(ask.client, address, now, ends_s=ends_s, host_name=host_name):
            return self._refuse(ask, address, _TAKEN)
        self.proxy.note_lease_given(ask.packet, now)
        event = LeaseGiven(
            client=ask.packet.mac,
            interface=self._server.interface,
            address=address,
            host_name=host_name,
            lease_s=None if is_infinite else self._settings.lease_s,
            is_renewal=is_renewal,
        )
        boot, events = self._boot_part_for_ack(ask, now)
        return self._answer(ask, MessageType.ACK, address, boot, (*events, event))

    def _decline(self, ask: Ask, now: float) -> LeaseOutcome:
        address = ask.packet.address_option(OptionCode.REQUESTED_ADDRESS)
        binding = self.book.binding_of(ask.client)
        if address is None or not self._is_for_us(ask.packet) or binding is None or binding.address != address:
            return _NOTHING
        count = self._declines.pop(ask.client, 0) + 1
        self._declines[ask.client] = count
        if len(self._declines) > _DECLINERS_KEPT:
            self._declines.popitem(last=False)
        if count > _MOST_DECLINES:  # A client that declines whatever it gets may not use up the range.
            return _NOTHING
        self.book.hold_back(address, now)
        event = AddressInUse(client=ask.packet.mac, interface=self._server.interface, address=address, holder=None)
        return LeaseOutcome(events=(event,))

    def _release(self, ask: Ask, now: float) -> LeaseOutcome:
        address = ask.packet.ciaddr
        binding = self.book.binding_of(ask.client)
        if not self._is_for_us(ask.packet) or binding is None or binding.address != address:
            return _NOTHING
        self.book.end(ask.client, now)
        self._has_said_empty = False
        self._lookout.note_released()
        event = LeaseReleased(client=ask.packet.mac, interface=self._server.interface, address=address)
        return LeaseOutcome(events=(event,))

    def _inform(self, ask: Ask) -> LeaseOutcome:
        """It has an address from elsewhere and asks for the rest (RFC 2131 4.3.5)."""
        address = ask.packet.ciaddr
        if not self.book.is_on_network(address) or ask.source[0] not in (NO_ADDRESS, address):
            return _NOTHING
        payload = build_lease_reply(ask.packet, MessageType.ACK, self._terms, None)
        return LeaseOutcome(_reply(payload, ask.packet, MessageType.ACK))

    # --- looks: is somebody there? ----------------------------------------------------------------------------------

    def to_look_at(self, now: float) -> list[IPv4Address]:
        """Addresses to look at now, each asked for once until `note_look` says what was found."""
        return self._lookout.to_look_at(now)

    def note_look(self, address: IPv4Address, holder: MacAddress | None, now: float) -> LeaseOutcome:
        """What was found: who answers for the address, None for nobody."""
        self._lookout.note_looked(address)
        seen = holder.octets if holder is not None else None
        if holder is None or seen == self.book.client_of(address) or seen in self._lookout.waits_for(address):
            self.book.note_look(address, seen, now)
            return _NOTHING
        self.book.hold_back(address, now)
        return LeaseOutcome(events=(AddressInUse(interface=self._server.interface, address=address, holder=holder),))

    def answer_waiting(self, now: float) -> list[LeaseOutcome]:
        """Answers to those who waited for a look; call after `note_look`."""
        outcomes = [self._handle(ask, now) for ask in self._lookout.take_waiting(now)]
        return [each for each in outcomes if each is not _NOTHING]

    def _wait(self, ask: Ask, address: IPv4Address | None) -> LeaseOutcome:
        self._lookout.wait(ask, address)
        return _NOTHING

    # --- answers ----------------------------------------------------------------------------------------------------

    def _answer(
        self,
        ask: Ask,
        kind: MessageType,
        address: IPv4Address,
        boot: BootPart | None,
        events: tuple[Event, ...],
    ) -> LeaseOutcome:
        static = self.book.static_of(ask.client)
        has_rule = static is not None and static.address == address
        is_infinite = has_rule and static is not None and static.is_infinite
        terms = LeaseTerms(
            address,
            INFINITE_S if is_infinite else self._settings.lease_s,
            static.name if static is not None else "",
        )
        payload = build_lease_reply(ask.packet, kind, self._terms, terms, boot)
        return LeaseOutcome(_reply(payload, ask.packet, kind), events)

    def _refuse(self, ask: Ask, address: IPv4Address, reason: str) -> LeaseOutcome:
        payload = build_nak(ask.packet, self._ours, reason)
        event = LeaseRefused(client=ask.packet.mac, interface=self._server.interface, address=address, reason=reason)
        return LeaseOutcome(_reply(payload, ask.packet, MessageType.NAK), (event,))

    def _pool_empty(self, ask: Ask) -> LeaseOutcome:
        if self._has_said_empty:
            return _NOTHING
        self._has_said_empty = True
        fault = describe(
            FaultCode.ADDRESS_POOL_EMPTY,
            first=self._settings.first,
            last=self._settings.last,
            interface=self._server.interface,
        )
        return LeaseOutcome(events=(PoolEmpty(client=ask.packet.mac, interface=self._server.interface, fault=fault),))

    def _is_for_us(self, packet: DhcpPacket) -> bool:
        server = packet.address_option(OptionCode.SERVER_IDENTIFIER)
        return server is None or server == self._ours

    # --- network boot -------------------------------------------------------------------------------------------------

    def _boot_part(self, ask: Ask, now: float) -> tuple[BootPart | None, tuple[Event, ...]]:
        """What a DISCOVER for network boot gets beside the address; kept for the ACK. None: the address alone.

        Whom the proxy leaves alone, by a list or for want of a file, gets an address: nobody else is here to give one.
        """
        self._boot_parts.pop(ask.client, None)
        if not asks_for_boot(ask.packet):
            return None, ()
        outcome = self._ask_proxy(ask.data, ask.source, now)
        boot = BootPart.of(decode(outcome.reply.payload)) if outcome.reply is not None else None
        self._boot_parts[ask.client] = boot
        if len(self._boot_parts) > _BOOT_PARTS_KEPT:
            self._boot_parts.popitem(last=False)
        return boot, outcome.events

    def _boot_part_for_ack(self, ask: Ask, now: float) -> tuple[BootPart | None, tuple[Event, ...]]:
        """The same as in the OFFER; firmware that had it from a server before a restart is decided about anew."""
        if not asks_for_boot(ask.packet):
            return None, ()
        if ask.client in self._boot_parts:
            return self._boot_parts[ask.client], ()
        options = {**ask.packet.options, OptionCode.MESSAGE_TYPE: bytes([MessageType.DISCOVER])}
        for code in (OptionCode.SERVER_IDENTIFIER, OptionCode.REQUESTED_ADDRESS):
            options.pop(code, None)
        discover = encode(replace(ask.packet, ciaddr=NO_ADDRESS, options=options))
        return self._boot_part(replace(ask, data=discover), now)

    def _ask_proxy(self, data: bytes, source: tuple[IPv4Address, int], now: float) -> Outcome:
        return self.proxy.receive_datagram(data, port=DhcpPort.DISCOVERY, source=source, server=self._server, now=now)


def _reply(payload: bytes | None, packet: DhcpPacket, kind: MessageType) -> Reply | None:
    return Reply(payload, lease_reply_route(packet, kind), DhcpPort.DISCOVERY) if payload is not None else None


def _chooses_menu_item(packet: DhcpPacket) -> bool:
    """Discovery of a boot server by broadcast: no wish for an address, though it comes as a REQUEST."""
    if packet.message_type not in (MessageType.REQUEST, MessageType.INFORM):
        return False
    request = classify(packet)
    return isinstance(request, PxeRequest) and request.item is not None


def _host_name_of(packet: DhcpPacket) -> str:
    """Option 12 when it is a plain name; what else a client may send is not shown to anybody."""
    name = packet.options.get(OptionCode.HOST_NAME, b"").rstrip(b"\0")
    return name.decode("ascii") if _HOST_NAME.fullmatch(name) else ""
