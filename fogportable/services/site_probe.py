"""Asking a network, as every kind of computer would, what it offers; and listening to its switches meanwhile.

Sends DISCOVERs from the card's own Ethernet address (port security) for one other hardware address that is always the
same (pools), and asks boot servers that were named on port 4011, as every computer would. Never a REQUEST for an
address.
"""

from __future__ import annotations

import contextlib
import secrets
import selectors
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Network

from fogportable.boot.site_hearing import BootServerHeard, HeardOffer, Port4011, SiteHearing
from fogportable.model import ProbeAsker
from fogportable.platform.arp import ask_frame, hardware_of, parse_arp
from fogportable.platform.link_tap import LinkFrame, frames_lost, hear_link_too, receive_link
from fogportable.platform.packet_tap import parse_frame
from fogportable.protocol.address import NO_ADDRESS, MacAddress
from fogportable.protocol.dhcp import BOOTREQUEST, MessageType, OptionCode, decode
from fogportable.protocol.errors import MalformedPacket
from fogportable.protocol.link import Bpdu, SwitchNeighbour, parse_bpdu, parse_igmp_query, parse_neighbour
from fogportable.protocol.pxe import OfferClass, ServerOffer, read_offer
from fogportable.services.dhcp_probe import frame_to_everybody, probe_mac
from fogportable.services.probe_requests import probe_boot_server, probe_discover

#: Every kind asks again after these times (s), as EDK2 does within what a person waits for; who got no address while
#: others got one asks in between too, so that a lossy cable is not taken for a server that leaves it out.
_ASKED_AT_S = (0.0, 1.0, 1.8, 2.6, 3.5, 4.2)
_ASKED_IN_BETWEEN = frozenset({1.8, 2.6, 4.2})
#: Between two kinds, so that a server that counts per second answers all.
_APART_S = 0.06
#: A boot server is asked twice, and has this long (s) for each.
_BOOT_SERVER_ASKS, _BOOT_SERVER_WAITS_S = 2, 0.8
_MOST_BOOT_SERVERS = 4
#: With the last answer later than this (s) before the end, the end waits for the boot servers.
_LONGEST_S = 9.5
#: Silence is listened to for longer: spanning tree speaks every 2 s, and a slow server pings for 3 s first.
_MORE_FOR_SILENCE_S = 3.0
#: A slow server's answers come one after the other: so long (s) after one, those of the other kinds are waited for.
_ANSWERS_APART_S = 1.0
#: Whether somebody else has our address is asked at these times (s).
_ADDRESS_ASKED_AT_S = (0.2, 1.2)
#: Frames read before what is due is looked at: a storm must not keep the end from coming.
_READS_IN_A_ROW = 256
_MOST_OFFERS = 256
_LOOK_EVERY_S = 0.1
_BOOT_SERVER_PORT = 4011


@dataclass(frozen=True, slots=True)
class ProbeCard:
    """A card to ask on. tap: bound to it, of the kind of `open_tap`. own: our address there, None without one.

    networks: that its addresses are in. has_link: None when the system does not say. own_macs: of this machine's cards.
    """

    name: str
    index: int
    tap: socket.socket
    own: IPv4Address | None
    networks: tuple[IPv4Network, ...] = ()
    has_link: bool | None = None
    own_macs: frozenset[MacAddress] = frozenset()


@dataclass(slots=True)
class _Asking:
    """One kind of computer that we play. xid: of all its DISCOVERs."""

    asker: ProbeAsker
    frame: bytes
    begins_s: float
    sent: int = 0

    def next_s(self) -> float | None:
        return self.begins_s + _ASKED_AT_S[self.sent] if self.sent < len(_ASKED_AT_S) else None


@dataclass(slots=True)
class _BootServer:
    """One whom we ask on port 4011, over a socket of its own, which learns when nobody serves there."""

    address: IPv4Address
    sock: socket.socket
    frame: bytes
    sent: int = 0
    next_s: float = 0.0
    state: Port4011 = Port4011.SILENT
    answer: ServerOffer | None = None

    def is_done(self, now: float) -> bool:
        return self.state is not Port4011.SILENT or (self.sent == _BOOT_SERVER_ASKS and now >= self.next_s)


@dataclass(slots=True)
class _Ears:
    """What was heard so far."""

    offers: list[HeardOffer] = field(default_factory=list)
    bridge: Bpdu | None = None
    neighbour: SwitchNeighbour | None = None
    querier: IPv4Address | None = None
    vlans: set[int] = field(default_factory=set)
    came_back: int = 0
    others: set[bytes] = field(default_factory=set)
    to_others: dict[IPv4Address, ServerOffer] = field(default_factory=dict)
    refusing: set[IPv4Address] = field(default_factory=set)
    twin: MacAddress | None = None
    last_offer_s: float = 0.0


class SiteProbe:
    """One round on one card. For one thread. clock: monotonic seconds."""

    def __init__(self, card: ProbeCard, *, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._card = card
        self._clock = clock
        self._own_mac = hardware_of(card.tap)
        self._chaddr = probe_mac(self._own_mac)
        self._began_s = clock()
        self._ends_s = self._began_s + seconds
        self._ears = _Ears()
        self._by_xid: dict[int, _Asking] = {}
        for number, asker in enumerate(ProbeAsker):
            xid = secrets.randbits(32)
            frame = frame_to_everybody(self._own_mac, probe_discover(asker, self._chaddr, xid=xid))
            self._by_xid[xid] = _Asking(asker, frame, self._began_s + number * _APART_S)
        self._boot_xid = secrets.randbits(32)
        self._boot_servers: dict[IPv4Address, _BootServer] = {}
        self._address_asked = 0
        self._stack = contextlib.ExitStack()

    def run(self, should_stop: Callable[[], bool]) -> SiteHearing:
        """Ask and listen until the time is over. Blocks. Raises OSError when the card sends nothing."""
        with self._stack, selectors.DefaultSelector() as selector:
            hear_link_too(self._card.tap, self._card.index, also_for=self._chaddr)
            frames_lost(self._card.tap)  # From here on.
            selector.register(self._card.tap, selectors.EVENT_READ)
            while not should_stop() and not self._is_over(self._clock()):
                self._send_due(self._clock(), selector)
                selector.select(min(_LOOK_EVERY_S, max(0.0, self._ends_s - self._clock())))
                self._listen()
                self._listen_to_boot_servers()
            return self._hearing()

    def _is_over(self, now: float) -> bool:
        if now - self._began_s >= _LONGEST_S:
            return True
        ends_s = self._ends_s if self._ears.offers else self._ends_s + _MORE_FOR_SILENCE_S
        if self._ears.offers and self._answered() != set(ProbeAsker):
            ends_s = max(ends_s, self._ears.last_offer_s + _ANSWERS_APART_S)
        return now >= ends_s and all(each.is_done(now) for each in self._boot_servers.values())

    def _answered(self) -> set[ProbeAsker]:
        """Kinds that were offered an address."""
        return {each.asker for each in self._ears.offers if each.offer.gives_address}

    # --- sending ------------------------------------------------------------------------------------------------

    def _send_due(self, now: float, selector: selectors.BaseSelector) -> None:
        answered = self._answered()
        for asking in self._by_xid.values():
            next_s = asking.next_s()
            if next_s is not None and now >= next_s:
                is_between = _ASKED_AT_S[asking.sent] in _ASKED_IN_BETWEEN
                # Once more at least: another server may have been busy. Who was answered asks no third time.
                if asking.sent < 2 or (asking.asker not in answered and (answered or not is_between)):
                    self._card.tap.send(asking.frame)
                asking.sent += 1
        self._ask_for_a_twin(now)
        for server in self._boot_servers.values():
            if not server.is_done(now) and now >= server.next_s and server.sent < _BOOT_SERVER_ASKS:
                server.sent, server.next_s = server.sent + 1, now + _BOOT_SERVER_WAITS_S
                try:
                    server.sock.send(server.frame)
                except ConnectionRefusedError:
                    server.state = Port4011.REFUSED
                except OSError:
                    continue  # No way there: it stays silent, which is what is told.

    def _ask_for_a_twin(self, now: float) -> None:
        asked, own = self._address_asked, self._card.own
        if own is None or asked == len(_ADDRESS_ASKED_AT_S) or now < self._began_s + _ADDRESS_ASKED_AT_S[asked]:
            return
        self._address_asked += 1
        self._card.tap.send(ask_frame(self._own_mac, own))

    def _ask_boot_server(self, address: IPv4Address) -> None:
        own = self._card.own
        if own is None or address in (own, NO_ADDRESS) or address in self._boot_servers:
            return
        if len(self._boot_servers) >= _MOST_BOOT_SERVERS:
            return
        sock = self._stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        sock.setblocking(False)
        frame = probe_boot_server(ProbeAsker.UEFI, self._chaddr, own, xid=self._boot_xid)
        with contextlib.suppress(OSError):
            sock.bind((str(own), 0))
            sock.connect((str(address), _BOOT_SERVER_PORT))
            self._boot_servers[address] = _BootServer(address, sock, frame, next_s=self._clock())

    # --- listening ----------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        for _ in range(_READS_IN_A_ROW):
            frame = receive_link(self._card.tap)
            if frame is None:
                return
            self._take_in(frame)

    def _take_in(self, frame: LinkFrame) -> None:
        ears = self._ears
        if frame.vlan is not None:
            ears.vlans.add(frame.vlan)
            return
        if frame.source == self._own_mac:
            ears.came_back += 1
            return
        ears.bridge = parse_bpdu(frame.octets) or ears.bridge
        ears.neighbour = parse_neighbour(frame.octets) or ears.neighbour
        ears.querier = parse_igmp_query(frame.octets) or ears.querier
        sighting = parse_arp(frame.octets)
        if sighting is not None and sighting.address == self._card.own and sighting.mac not in self._card.own_macs:
            ears.twin = sighting.mac
        datagram = parse_frame(frame.octets)
        if datagram is not None:
            with contextlib.suppress(MalformedPacket):
                self._take_in_dhcp(datagram.data, datagram.source)

    def _take_in_dhcp(self, data: bytes, source: tuple[IPv4Address, int]) -> None:
        packet = decode(data)
        if packet.op == BOOTREQUEST:
            if packet.message_type is MessageType.DISCOVER and packet.mac != self._chaddr:
                self._ears.others.add(packet.chaddr[: packet.hlen])
            return
        if packet.message_type is MessageType.NAK and packet.xid in self._by_xid:
            self._ears.refusing.add(packet.address_option(OptionCode.SERVER_IDENTIFIER) or source[0])
        offer = read_offer(packet, source)
        if offer is None:
            return
        if offer.client != self._chaddr:
            if offer.gives_address and len(self._ears.to_others) < _MOST_OFFERS:
                self._ears.to_others[offer.server] = offer
            return
        if packet.xid == self._boot_xid:
            self._note_boot_server(source[0], offer)
        asking = self._by_xid.get(packet.xid)
        if asking is None or offer.message_type is MessageType.ACK or len(self._ears.offers) >= _MOST_OFFERS:
            return
        self._ears.last_offer_s = self._clock()
        heard = HeardOffer(asking.asker, offer, self._clock() - asking.begins_s)
        if not any(each.asker is heard.asker and each.offer == offer for each in self._ears.offers):
            self._ears.offers.append(heard)
        if offer.offer_class in (OfferClass.DHCP_BINL, OfferClass.PROXY_BINL):
            self._ask_boot_server(offer.boot_server)

    def _listen_to_boot_servers(self) -> None:
        for server in self._boot_servers.values():
            if server.is_done(self._clock()):
                continue
            try:
                data = server.sock.recv(4096)
            except ConnectionRefusedError:
                server.state = Port4011.REFUSED
                continue
            except OSError:  # Nothing there yet.
                continue
            with contextlib.suppress(MalformedPacket):
                offer = read_offer(decode(data), (server.address, _BOOT_SERVER_PORT))
                if offer is not None:
                    self._note_boot_server(server.address, offer)

    def _note_boot_server(self, address: IPv4Address, answer: ServerOffer) -> None:
        server = self._boot_servers.get(address)
        if server is not None and server.answer is None:
            server.state, server.answer = Port4011.ANSWERED, answer

    def _hearing(self) -> SiteHearing:
        ears = self._ears
        return SiteHearing(
            interface=self._card.name,
            own=self._card.own,
            listened_s=self._clock() - self._began_s,
            offers=tuple(ears.offers),
            boot_servers=tuple(
                BootServerHeard(each.address, each.state, each.answer) for each in self._boot_servers.values()
            ),
            bridge=ears.bridge,
            neighbour=ears.neighbour,
            querier=ears.querier,
            vlans=frozenset(ears.vlans),
            came_back=ears.came_back,
            others_asking=len(ears.others),
            to_others=tuple(ears.to_others.values()),
            networks=self._card.networks,
            has_link=self._card.has_link,
            refusing=tuple(sorted(ears.refusing)),
            twin=ears.twin,
            frames_lost=frames_lost(self._card.tap),
        )


def probe_site(card: ProbeCard, *, seconds: float, should_stop: Callable[[], bool] = lambda: False) -> SiteHearing:
    """Ask on one card. Blocks for `seconds`, 3 s more where nobody answers, never for more than 9.5 s. Raises OSError.

    should_stop: asked several times a second; what was heard by then is returned.
    """
    return SiteProbe(card, seconds=seconds).run(should_stop)
