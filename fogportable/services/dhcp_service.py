"""The proxyDHCP thread: moves datagrams between the sockets of ports 67 and 4011 and the engine."""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from ipaddress import IPv4Address

from fogportable.boot.proxy_dhcp import DhcpPort, ProxyDhcpEngine, Reply, ServerIdentity
from fogportable.boot.stencils import FirstOffer
from fogportable.events import BootServerAckSent, Event, MenuItemChosen, OfferSent
from fogportable.model import LearnedShape, ServingInterface
from fogportable.platform import udp
from fogportable.protocol.address import LIMITED_BROADCAST, MacAddress
from fogportable.protocol.errors import MalformedPacket
from fogportable.services import dhcp_trace
from fogportable.services.alike import AlikeSender
from fogportable.services.loop import SelectorThread
from fogportable.services.packet_ring import PacketRing

_log = logging.getLogger("fogportable.dhcp")

#: Datagrams read from one socket before others get their turn: a burst on 67 must not starve 4011.
_READS_IN_A_ROW = 64
#: Rounds of those at the most before who waits for them is called back: a flood must not hold it up.
_MOST_ROUNDS = 100

#: Events that claim an answer; not true when it could not be sent.
_ANSWERS = (OfferSent, BootServerAckSent, MenuItemChosen)

_Place = tuple[IPv4Address, int]

#: Tells the same event of several computers: their addresses, and what makes that of the one at a place.
EmitCrowd = Callable[[Sequence[bytes], Callable[[int], Event]], None]


@dataclass(frozen=True, slots=True)
class DhcpListener:
    """One bound socket and what it stands for. tftp_port: told to iPXE when it is not 69. http_port: None for none."""

    sock: socket.socket
    port: DhcpPort
    interface: ServingInterface
    tftp_port: int
    http_port: int | None = None


class DhcpService(SelectorThread):
    """Answers DISCOVERs on 67 and requests on 4011 with what the engine says, out of the interface they came in on.

    Owned by the thread: the engine and all sockets. Read by others: the counters, which only this thread writes.
    reply_to_sender: rehearsal only, see `model.WirePorts`.
    """

    def __init__(
        self,
        listeners: Sequence[DhcpListener],
        engine: ProxyDhcpEngine,
        *,
        emit: Callable[[Event], None],
        emit_crowd: EmitCrowd,
        on_crash: Callable[[Exception], None],
        ring: PacketRing,
        reply_to_sender: bool = False,
        multicast: IPv4Address | None = None,
    ) -> None:
        """ring: where packets are noted. multicast: a group in which requests on port 4011 are heard too."""
        super().__init__("fogp-dhcp", on_crash=on_crash)
        self._engine = engine
        self._emit = emit
        self._emit_crowd = emit_crowd
        self._alike = AlikeSender()
        self._ring = ring
        self._reply_to_sender = reply_to_sender
        #: Told of each datagram before it is answered, from the thread: card, from where, to where, payload, when.
        self.on_heard: Callable[[str, _Place, _Place, bytes, float], None] | None = None
        self._outlets = {
            (each.interface.index, each.port): (each.sock, udp.origin(each.interface.address.ip, each.interface))
            for each in listeners
        }
        self._readers_of_ports: list[Callable[[], bool]] = []
        self.requests_heard = 0
        self.malformed_datagrams = 0
        self.unsent_replies = 0
        for each in listeners:
            server = ServerIdentity(each.interface.name, each.interface.address, each.tftp_port, each.http_port)
            read = partial(self._read, each, server)
            self._readers_of_ports.append(read)
            self.register(each.sock, read)
            if multicast is not None and each.port is DhcpPort.BOOT_SERVER:
                _join(each, multicast)

    def note_loader_delivered(self, mac: MacAddress, file: str) -> None:
        """A boot file reached its client; feeds the loop breaker. From any thread."""
        self.call_soon(partial(self._note_loader_delivered, mac, file))

    def _note_loader_delivered(self, mac: MacAddress, file: str) -> None:
        self._engine.note_loader_delivered(mac, file, time.monotonic())

    def note_client_loading(self, mac: MacAddress) -> None:
        """A client asked for a file; feeds the ladder of shapes. From any thread."""
        self.call_soon(partial(self._note_client_loading, mac))

    def _note_client_loading(self, mac: MacAddress) -> None:
        for event in self._engine.note_client_loading(mac):
            self._emit(event)

    def note_address_offered(self, mac: MacAddress) -> None:
        """A DHCP server was seen to offer a client an address. From any thread."""
        self.call_soon(lambda: self._engine.note_address_offered(mac, time.monotonic()))

    def learn(self, learned: tuple[LearnedShape, ...]) -> None:
        """Know only these shapes of models from now on. From any thread."""
        self.call_soon(lambda: self._engine.learn(learned))

    def hear_first(self, then: Callable[[], None]) -> None:
        """Take in all that has come up to now, then call back in the thread. From any thread."""
        self.call_soon(partial(self._hear_first, then))

    def _hear_first(self, then: Callable[[], None]) -> None:
        for read in self._readers_of_ports:
            for _ in range(_MOST_ROUNDS):
                if not read():
                    break
        then()

    def _read(self, listener: DhcpListener, server: ServerIdentity) -> bool:
        """Gives whether more may wait. Computers that are alike and asked in a row are answered together."""
        alike: list[FirstOffer] = []
        for _ in range(_READS_IN_A_ROW):
            try:
                datagram = udp.receive(listener.sock, listener.interface)
            except OSError as problem:
                _log.warning("nothing could be read on %s: %s", listener.interface.name, problem)
                break
            if datagram is None:
                break
            if datagram.interface_index != listener.interface.index:
                continue  # Arrived elsewhere; only the chosen interface is answered.
            now = self._note_heard(listener, datagram)
            first = None
            if listener.port is DhcpPort.DISCOVERY:
                first = self._engine.first_offer(datagram.data, source=datagram.source, server=server, now=now)
            if alike and (first is None or first.stencil is not alike[0].stencil):
                self._offer(listener, alike)
                alike = []
            if first is None:
                self._answer(listener, server, datagram, now)
            else:
                alike.append(first)
        else:
            self._offer(listener, alike)
            return True
        self._offer(listener, alike)
        return False

    def _note_heard(self, listener: DhcpListener, datagram: udp.Datagram) -> float:
        self.requests_heard += 1
        now = time.monotonic()
        self._ring.note(dhcp_trace.heard(now, listener.interface, listener.port, datagram))
        if self.on_heard is not None:
            where = (datagram.destination, listener.port.value)
            self.on_heard(listener.interface.name, datagram.source, where, datagram.data, now)
        return now

    def _offer(self, listener: DhcpListener, alike: list[FirstOffer]) -> None:
        """Answer computers that one stencil fits. Told in the order of `_answer`."""
        if not alike:
            return
        hardware = [each.hardware for each in alike]
        self._emit_crowd(hardware, lambda place: alike[place].asked())
        stencil = alike[0].stencil
        sock, origin = self._outlets[listener.interface.index, stencil.port]
        answered = alike
        if self._reply_to_sender or not self._alike.send(sock, alike, origin):
            answered = [each for each in alike if self._send(listener, stencil.reply(each), each.source)]
            hardware = [each.hardware for each in answered]
        else:
            self._ring.note(dhcp_trace.sent_alike(time.monotonic(), listener.interface, stencil.port, alike))
        if answered:
            self._emit_crowd(hardware, lambda place: answered[place].offered())

    def _answer(self, listener: DhcpListener, server: ServerIdentity, datagram: udp.Datagram, now: float) -> None:
        try:
            outcome = self._engine.receive_datagram(
                datagram.data, port=listener.port, source=datagram.source, server=server, now=now
            )
        except MalformedPacket as fault:
            self.malformed_datagrams += 1
            if self.malformed_datagrams <= 10:  # A broken device repeats itself; ten lines tell all there is.
                _log.info("ignored a malformed datagram from %s: %s", datagram.source[0], fault)
            return
        # What the client said is told before it is answered: its next step comes to another thread at once, and the
        # journal must not have that step first.
        for event in outcome.events:
            if not isinstance(event, _ANSWERS):
                self._emit(event)
        if outcome.reply is None or not self._send(listener, outcome.reply, datagram.source):
            return
        for event in outcome.events:
            if isinstance(event, _ANSWERS):
                self._emit(event)

    def _send(self, listener: DhcpListener, reply: Reply, asked_from: tuple[IPv4Address, int]) -> bool:
        sock, origin = self._outlets[listener.interface.index, reply.from_port]
        destination = reply.destination
        if self._reply_to_sender and destination[0] == LIMITED_BROADCAST:
            destination = asked_from
        try:
            udp.send(sock, reply.payload, destination, origin)
        except OSError as problem:
            # The client asks again; a card that just vanished is noticed by the interface watch.
            self.unsent_replies += 1
            if self.unsent_replies <= 10:
                _log.warning("an answer to %s could not be sent: %s", destination[0], problem)
            return False
        self._ring.note(dhcp_trace.sent(time.monotonic(), listener.interface, reply, destination))
        return True


def _join(listener: DhcpListener, group: IPv4Address) -> None:
    try:
        udp.join_group(listener.sock, group, listener.interface)
    except OSError as problem:
        # Firmware that finds nobody in the group asks the listed servers next.
        _log.warning("the group %s cannot be heard on %s: %s", group, listener.interface.name, problem)
