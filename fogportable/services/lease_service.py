"""The thread of the private networks: gives addresses on its cards, and stops as soon as another server does."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from ipaddress import IPv4Address

from fogportable.boot.leasing.engine import LeaseOutcome
from fogportable.boot.policy import ServerIdentity
from fogportable.boot.proxy_dhcp import DhcpPort, Reply
from fogportable.errors import Fault, FaultCode, describe
from fogportable.events import (
    BootServerAckSent,
    Event,
    LeaseGiven,
    LeaseOffered,
    MenuItemChosen,
    OfferSent,
    PrivateNetworkYielded,
)
from fogportable.model import LearnedShape, LeaseSnapshot
from fogportable.platform import udp
from fogportable.platform.arp import Sighting, receive_heard
from fogportable.platform.packet_tap import TappedDatagram
from fogportable.protocol.address import MacAddress
from fogportable.protocol.errors import MalformedPacket
from fogportable.services import dhcp_trace
from fogportable.services.dhcp_probe import ForeignServer, foreign_server
from fogportable.services.lease_line import LeaseLine, LineState
from fogportable.services.loop import SelectorThread
from fogportable.services.packet_ring import PacketRing

_log = logging.getLogger("fogportable.dhcp")

_READS_IN_A_ROW = 64
#: `op` of an answer (RFC 2131 2), the first octet.
_REPLY = b"\2"
#: Events that claim an answer; not true when it could not be sent.
_ANSWERS = (OfferSent, BootServerAckSent, MenuItemChosen, LeaseOffered, LeaseGiven)


class LeaseService(SelectorThread):
    """Owned by the thread: the lines with their sockets and engines. Read by others: the counters and snapshots.

    on_yield: called in the thread when a network has stopped giving addresses for good, with the card's name.
    """

    def __init__(
        self,
        lines: Sequence[tuple[LeaseLine, ServerIdentity]],
        *,
        emit: Callable[[Event], None],
        on_yield: Callable[[str, Fault], None],
        on_crash: Callable[[Exception], None],
        ring: PacketRing,
    ) -> None:
        """ring: where packets are noted."""
        super().__init__("fogp-lease", on_crash=on_crash)
        self._emit = emit
        self._on_yield = on_yield
        self._ring = ring
        self._lines = tuple(line for line, _ in lines)
        self.requests_heard = 0
        self.malformed_datagrams = 0
        self.unsent_replies = 0
        for line, server in lines:
            self.register(line.sockets.discovery, partial(self._read_discovery, line))
            self.register(line.sockets.boot_server, partial(self._read_boot_server, line, server))
            self.register(line.sockets.tap, partial(self._read_tap, line))

    # --- from any thread --------------------------------------------------------------------------------------------

    def snapshots(self) -> tuple[LeaseSnapshot, ...]:
        """The addresses that are given now, on all cards; at most a second old."""
        now = datetime.now(UTC)
        given = (each for line in self._lines for each in line.snapshots)
        return tuple(each for each in given if each.ends is None or each.ends > now)

    def note_loader_delivered(self, mac: MacAddress, file: str) -> None:
        """A boot file reached its client; feeds the loop breakers."""
        self.call_soon(partial(self._note_loader_delivered, mac, file))

    def note_client_loading(self, mac: MacAddress) -> None:
        """A client asked for a file; feeds the ladders of shapes. From any thread."""
        self.call_soon(partial(self._note_client_loading, mac))

    def learn(self, learned: tuple[LearnedShape, ...]) -> None:
        """Know only these shapes of models from now on. From any thread."""
        for line in self._lines:
            self.call_soon(partial(line.engine.proxy.learn, learned))

    def pause(self, name: str) -> None:
        """The card of this name cannot serve."""
        self.call_soon(partial(self._pause, name))

    def resume(self, name: str) -> None:
        """It can serve again; addresses are given once nobody else was found to give any."""
        self.call_soon(partial(self._resume, name))

    # --- the thread -------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Run the threads."""
        for line in self._lines:
            line.keeper.start()
        super().start()

    def next_deadline(self) -> float | None:
        return min((line.next_deadline() for line in self._lines), default=None)

    def on_deadline(self, now: float) -> None:
        for line in self._lines:
            if line.next_deadline() <= now:
                for outcome in line.run_due(now):
                    self._carry_out_lease(line, outcome)
                line.look(now)

    def on_close(self) -> None:
        for line in self._lines:
            line.save(time.monotonic())
            line.keeper.stop()

    def _note_loader_delivered(self, mac: MacAddress, file: str) -> None:
        for line in self._lines:
            line.engine.proxy.note_loader_delivered(mac, file, time.monotonic())

    def _note_client_loading(self, mac: MacAddress) -> None:
        for line in self._lines:
            for event in line.engine.proxy.note_client_loading(mac):
                self._emit(event)

    def _pause(self, name: str) -> None:
        for line in self._lines:
            if line.name == name:
                line.pause()

    def _resume(self, name: str) -> None:
        for line in self._lines:
            if line.name == name:
                line.resume()

    def _read_discovery(self, line: LeaseLine) -> None:
        for datagram in self._datagrams(line, DhcpPort.DISCOVERY):
            if line.state is not LineState.GIVING:
                continue
            now = time.monotonic()
            try:
                outcome = line.engine.receive_datagram(datagram.data, source=datagram.source, now=now)
            except MalformedPacket as fault:
                self._note_malformed(datagram.source[0], fault)
                continue
            self._carry_out_lease(line, outcome)
            line.look(now)

    def _read_boot_server(self, line: LeaseLine, server: ServerIdentity) -> None:
        """Port 4011: as a boot server answers, without an address. Goes on after yielding, for who loads already."""
        for datagram in self._datagrams(line, DhcpPort.BOOT_SERVER):
            try:
                outcome = line.engine.proxy.receive_datagram(
                    datagram.data,
                    port=DhcpPort.BOOT_SERVER,
                    source=datagram.source,
                    server=server,
                    now=time.monotonic(),
                )
            except MalformedPacket as fault:
                self._note_malformed(datagram.source[0], fault)
                continue
            self._carry_out(line, outcome.reply, outcome.events)

    def _read_tap(self, line: LeaseLine) -> None:
        for _ in range(_READS_IN_A_ROW):
            try:
                heard = receive_heard(line.sockets.tap)
            except OSError as problem:
                _log.warning("nothing could be heard on %s: %s", line.name, problem)
                return
            if heard is None:
                return
            if isinstance(heard, TappedDatagram) and heard.data[:1] == _REPLY:  # Requests come by the ports too.
                self._ring.note(dhcp_trace.passing(time.monotonic(), line.name, heard))
            if isinstance(heard, Sighting):
                for outcome in line.note_sighting(heard, time.monotonic()):
                    self._carry_out_lease(line, outcome)
                continue
            server = foreign_server(heard, ours=line.ours, own_macs=line.own_macs)
            if server is not None:
                self._yield_to(line, server)

    def _datagrams(self, line: LeaseLine, port: DhcpPort) -> list[udp.Datagram]:
        """What waits at a socket of this card, bounded, so that others get their turn."""
        sock = line.sockets.discovery if port is DhcpPort.DISCOVERY else line.sockets.boot_server
        found: list[udp.Datagram] = []
        while len(found) < _READS_IN_A_ROW:
            try:
                datagram = udp.receive(sock, line.leasing.card)
            except OSError as problem:
                _log.warning("nothing could be read on %s: %s", line.name, problem)
                break
            if datagram is None:
                break
            if datagram.interface_index == line.leasing.card.index:
                self.requests_heard += 1
                self._ring.note(dhcp_trace.heard(time.monotonic(), line.leasing.card, port, datagram))
                found.append(datagram)
        return found

    def _carry_out_lease(self, line: LeaseLine, outcome: LeaseOutcome) -> None:
        if outcome.other_server is not None:
            self._yield_to(line, ForeignServer(outcome.other_server, None))
        if line.state is LineState.GIVING:  # A look may have ended after the network yielded.
            self._carry_out(line, outcome.reply, outcome.events)

    def _carry_out(self, line: LeaseLine, reply: Reply | None, events: tuple[Event, ...]) -> None:
        for event in events:
            if not isinstance(event, _ANSWERS):
                self._emit(event)
        if reply is None or not self._send(line, reply):
            return
        for event in events:
            if isinstance(event, _ANSWERS):
                self._emit(event)

    def _send(self, line: LeaseLine, reply: Reply) -> bool:
        is_discovery = reply.from_port is DhcpPort.DISCOVERY
        sock = line.sockets.discovery if is_discovery else line.sockets.boot_server
        try:
            udp.send(sock, reply.payload, reply.destination, line.origin)
        except OSError as problem:
            self.unsent_replies += 1
            if self.unsent_replies <= 10:
                _log.warning("an answer to %s could not be sent: %s", reply.destination[0], problem)
            return False
        self._ring.note(dhcp_trace.sent(time.monotonic(), line.leasing.card, reply, reply.destination))
        return True

    def _yield_to(self, line: LeaseLine, server: ForeignServer) -> None:
        """Nothing is given from here on. Computers keep what they have until it ends."""
        if line.state is LineState.YIELDED:
            return
        line.give_up()
        fault = describe(
            FaultCode.PRIVATE_NETWORK_YIELDED,
            server=server.address,
            mac=server.mac or "seen by what a computer took from it",
            interface=line.name,
        )
        self._emit(
            PrivateNetworkYielded(interface=line.name, server=server.address, server_mac=server.mac, fault=fault)
        )
        self._on_yield(line.name, fault)

    def _note_malformed(self, source: IPv4Address, fault: MalformedPacket) -> None:
        self.malformed_datagrams += 1
        if self.malformed_datagrams <= 10:
            _log.info("ignored a malformed datagram from %s: %s", source, fault)
