"""Two engines side by side: one goes the whole way for every datagram, one writes by stencils where it can.

Whatever comes in, both must say the same, tell the same, look at the same files and raise the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from ipaddress import IPv4Address
from typing import Any

from fogportable.boot.policy import ProxySettings
from fogportable.boot.proxy_dhcp import DhcpPort, Outcome, ProxyDhcpEngine, ServerIdentity
from fogportable.errors import Fault
from fogportable.events import Event
from fogportable.model import BootRule, LearnedShape
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import DhcpPacket
from fogportable.protocol.errors import MalformedPacket

_MACHINE, _CLIENT = b"\x61\x11\0", b"\x3d\x07\x01"


def like(data: bytes, number: int) -> bytes:
    """What another computer of the same model would have sent: other xid, seconds, address and machine number."""
    if len(data) < 240:
        return data
    octets, hardware = number.to_bytes(4, "big"), data[28:34]
    other = bytearray(data)
    other[4:8], other[8:10], other[30:34] = octets, octets[2:], octets
    client, machine = data.find(_CLIENT + hardware, 240), data.find(_MACHINE, 240)
    if machine > 0 and machine + 19 <= len(data):
        other[machine + 15 : machine + 19] = octets
    if client > 0:
        other[client + 3 : client + 9] = other[28:34]
    return bytes(other)


class Lockstep:
    """In place of an engine. has_siblings: each DISCOVER comes from another computer of its model first.

    quick_answers: how many were written by a stencil.
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
        has_siblings: bool = True,
        is_waiting: Callable[[bytes], bool] | None = None,
    ) -> None:
        self.quick_answers = 0
        self._siblings = iter(range(0xFE000000, 0xFF000000)) if has_siblings else None
        self._looks: list[list[str]] = [[], []]
        self._seen: dict[str, Fault | None] = {}
        self._is_file_there = is_file_there
        shapes = tuple(learned)
        self._slow, self._quick = (
            ProxyDhcpEngine(
                rules,
                settings,
                own_macs=own_macs,
                own_addresses=own_addresses,
                is_file_there=look,
                learned=shapes,
                is_waiting=is_waiting,
            )
            for look in (self._look, self._look_again)
        )

    def _look(self, file: str) -> Fault | None:
        self._looks[0].append(file)
        self._seen[file] = self._is_file_there(file)
        return self._seen[file]

    def _look_again(self, file: str) -> Fault | None:
        self._looks[1].append(file)
        return self._seen[file]

    def receive_datagram(
        self, data: bytes, *, port: DhcpPort, source: tuple[IPv4Address, int], server: ServerIdentity, now: float
    ) -> Outcome:
        """As the engine does. Raises MalformedPacket."""
        place = (port, source, server, now)
        if self._siblings is not None and port is DhcpPort.DISCOVERY:
            self._hear(like(data, next(self._siblings)), *place)
        outcome = self._hear(data, *place)
        if isinstance(outcome, MalformedPacket):
            raise outcome
        return outcome

    def note_loader_delivered(self, mac: MacAddress, file: str, now: float) -> None:
        for each in (self._slow, self._quick):
            each.note_loader_delivered(mac, file, now)

    def note_client_loading(self, mac: MacAddress) -> tuple[Event, ...]:
        slow, quick = self._slow.note_client_loading(mac), self._quick.note_client_loading(mac)
        assert slow == quick
        return slow

    def note_address_offered(self, mac: MacAddress, now: float) -> None:
        for each in (self._slow, self._quick):
            each.note_address_offered(mac, now)

    def note_lease_given(self, packet: DhcpPacket, now: float) -> None:
        for each in (self._slow, self._quick):
            each.note_lease_given(packet, now)

    def learn(self, learned: Iterable[LearnedShape]) -> None:
        shapes = tuple(learned)
        for each in (self._slow, self._quick):
            each.learn(shapes)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._slow, name)

    def _hear(
        self, data: bytes, port: DhcpPort, source: tuple[IPv4Address, int], server: ServerIdentity, now: float
    ) -> Outcome | MalformedPacket:
        slow = _answer(self._slow, data, port, source, server, now)
        quick = self._answer_quickly(data, port, source, server, now)
        if isinstance(slow, MalformedPacket) or isinstance(quick, MalformedPacket):
            assert (type(slow), str(slow)) == (type(quick), str(quick))
        else:
            assert slow == quick
        assert self._looks[0] == self._looks[1]
        return slow

    def _answer_quickly(
        self, data: bytes, port: DhcpPort, source: tuple[IPv4Address, int], server: ServerIdentity, now: float
    ) -> Outcome | MalformedPacket:
        first = None
        if port is DhcpPort.DISCOVERY:
            first = self._quick.first_offer(data, source=source, server=server, now=now)
        if first is None:
            return _answer(self._quick, data, port, source, server, now)
        self.quick_answers += 1
        return Outcome(first.stencil.reply(first), (first.asked(), first.offered()))


def _answer(
    engine: ProxyDhcpEngine,
    data: bytes,
    port: DhcpPort,
    source: tuple[IPv4Address, int],
    server: ServerIdentity,
    now: float,
) -> Outcome | MalformedPacket:
    try:
        return engine.receive_datagram(data, port=port, source=source, server=server, now=now)
    except MalformedPacket as fault:
        return fault
