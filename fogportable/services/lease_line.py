"""One card of a private network: its sockets, what is asked on the wire, and whether addresses are given just now."""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from ipaddress import IPv4Address

from fogportable.boot.leasing.engine import LeaseEngine, LeaseOutcome
from fogportable.model import LeaseSnapshot, LeasingInterface
from fogportable.platform import udp
from fogportable.platform.arp import Sighting, ask_frame, hardware_of
from fogportable.protocol.address import MacAddress
from fogportable.services.address_check import AddressCheck
from fogportable.services.dhcp_probe import DhcpProbe, sender_of
from fogportable.services.lease_store import Clocks, LeaseKeeper, to_keep

_log = logging.getLogger("fogportable.dhcp")

#: The file is written this often (s) at most.
_SAVE_EVERY_S = 1.0
#: How often (s) to see whether enough addresses have been looked at.
_LOOK_EVERY_S = 1.0


class LineState(Enum):
    """Whether addresses are given. PAUSED: the card cannot serve. PROBING: is another server here meanwhile?"""

    GIVING = "giving"
    PAUSED = "paused"
    PROBING = "probing"
    YIELDED = "yielded"


@dataclass(frozen=True, slots=True)
class LeaseSockets:
    """Bound to the card. tap: hears DHCP and ARP."""

    discovery: socket.socket
    boot_server: socket.socket
    tap: socket.socket


class LeaseLine:
    """For the thread of the lease service; others read `snapshots`, a tuple that is replaced and never changed.

    state: how it begins; GIVING only where a probe found no other server just before.
    """

    def __init__(
        self,
        leasing: LeasingInterface,
        sockets: LeaseSockets,
        engine: LeaseEngine,
        keeper: LeaseKeeper,
        own_macs: frozenset[MacAddress],
        *,
        state: LineState,
    ) -> None:
        self.leasing = leasing
        self.sockets = sockets
        self.engine = engine
        self.keeper = keeper
        self.own_macs = own_macs
        self.state = state
        self.snapshots: tuple[LeaseSnapshot, ...] = ()
        self.origin = udp.origin(leasing.card.address.ip, leasing.card)
        self._hardware = hardware_of(sockets.tap)
        self._check = AddressCheck(self._ask)
        self._probe = DhcpProbe(sender_of(sockets.tap)) if state is LineState.PROBING else None
        self._saved_changes = -1
        self._save_at_s = 0.0
        self._look_at_s = 0.0

    @property
    def name(self) -> str:
        """Of the card."""
        return self.leasing.card.name

    @property
    def ours(self) -> IPv4Address:
        """Our address on this card."""
        return self.leasing.card.address.ip

    def next_deadline(self) -> float:
        """When `run_due` wants to run, monotonic seconds."""
        times = [self._look_at_s, self._check.next_deadline(), self._probe.next_deadline() if self._probe else None]
        return min(each for each in times if each is not None)

    def run_due(self, now: float) -> list[LeaseOutcome]:
        """Look at addresses, probe, save: what is due. Gives the answers that waited for it."""
        if self._probe is not None and self._probe.run_due(now):
            self._probe = None
            self.state = LineState.GIVING
        outcomes = [self.engine.note_look(address, None, now) for address in self._check.run_due(now)]
        if outcomes:
            outcomes += self.engine.answer_waiting(now)
        if now >= self._look_at_s:
            self._look_at_s = now + _LOOK_EVERY_S
            if now >= self._save_at_s:
                self.save(now)
        self.look(now)
        return outcomes

    def look(self, now: float) -> None:
        """Ask for the addresses that the engine wants to know about; call after each request it took in."""
        if self.state is LineState.GIVING:
            for address in self.engine.to_look_at(now):
                self._check.begin(address, now)

    def note_sighting(self, sighting: Sighting, now: float) -> list[LeaseOutcome]:
        """Somebody said by ARP which address it has."""
        if sighting.mac in self.own_macs or sighting.mac == self._hardware:
            return []
        verdict = self._check.note_seen(sighting.address, sighting.mac)
        if verdict is None:
            return []
        return [self.engine.note_look(*verdict, now), *self.engine.answer_waiting(now)]

    def pause(self) -> None:
        """The card is unplugged or has no address: the cable may come back in another network."""
        if self.state is not LineState.YIELDED:
            self.state, self._probe = LineState.PAUSED, None

    def resume(self) -> None:
        """The card is back: ask first whether another server is there."""
        if self.state in (LineState.PAUSED, LineState.GIVING):
            self.state = LineState.PROBING
            self._probe = DhcpProbe(sender_of(self.sockets.tap))

    def give_up(self) -> None:
        """Another server is here: nothing is given any more."""
        self.state, self._probe = LineState.YIELDED, None

    def save(self, now: float) -> None:
        """Hand what changed to the file and to readers."""
        if self.engine.book.changes == self._saved_changes:
            return
        self._saved_changes = self.engine.book.changes
        self._save_at_s = now + _SAVE_EVERY_S
        self.keeper.save(to_keep(self.engine.book.bindings(), Clocks(now, time.time())))
        self.snapshots = tuple(sorted(self._snapshots(now), key=lambda each: each.address))

    def _snapshots(self, now: float) -> Iterable[LeaseSnapshot]:
        wall = datetime.now(UTC)
        for each in self.engine.book.bindings():
            if not each.is_given or not each.is_current(now):
                continue
            static = self.engine.book.static_of(each.client)
            is_infinite = each.ends_s == float("inf")
            yield LeaseSnapshot(
                interface=self.name,
                address=each.address,
                mac=MacAddress(each.client),
                host_name=each.host_name,
                ends=None if is_infinite else wall + timedelta(seconds=each.ends_s - now),
                is_static=static is not None and static.address == each.address,
            )

    def _ask(self, address: IPv4Address) -> None:
        try:
            self.sockets.tap.send(ask_frame(self._hardware, address))
        except OSError as problem:
            # A card that just vanished is noticed by the interface watch, which pauses this line.
            _log.info("nobody could be asked for %s: %s", address, problem)
