"""One file, loaded as a boot program loads it: asked for its size first where the firmware does so, at a pace."""

from __future__ import annotations

from dataclasses import dataclass

from fogportable.simulator.firmware import HABITS, PROBES, Persona
from fogportable.simulator.roster import Pace
from fogportable.simulator.tftp_client import Outcome, Peer, Reception

#: A client that is slowed down keeps an ACK back no longer than this (s), so that the server need not send again.
_LONGEST_HOLD_S = 0.7


@dataclass(frozen=True, slots=True)
class Send:
    """Send from this channel's socket, which is opened when it is not there yet."""

    channel: int
    data: bytes
    destination: Peer


@dataclass(frozen=True, slots=True)
class Close:
    """Close this channel's socket, if it is open."""

    channel: int


Action = Send | Close


class Download:
    """Feed datagrams and the time (monotonic s); every step returns what to do now.

    channel: of the transfer that runs; each transfer has a port of its own, hence a channel.
    """

    def __init__(self, file: str, server: Peer, persona: Persona, *, channel: int, pace: Pace) -> None:
        """channel: the first free one."""
        self.file = file
        self.channel = channel
        self.started = 0.0
        self._server = server
        self._persona = persona
        self._pace = pace
        self._reception = self._ask(is_probe=PROBES[persona] is not None)
        self._is_probing = PROBES[persona] is not None
        self._begins_at: float | None = None
        self._held: list[tuple[bytes, Peer]] = []
        self._held_until: float | None = None
        self._free_at = 0.0

    @property
    def reception(self) -> Reception:
        """Of the transfer that runs, or ran last."""
        return self._reception

    @property
    def has_ended(self) -> bool:
        """The file is here, or will not come; look at the reception. Not before a held ACK is sent."""
        outcome = self._reception.outcome
        return self._held_until is None and outcome in (Outcome.RECEIVED, Outcome.FAILED)

    def start(self, now: float) -> list[Action]:
        """Ask for the file, or for its size first."""
        self.started = now
        return self._send(self._reception.start(now))

    def next_timeout(self) -> float | None:
        """When `handle_timeout` wants to run; None for never."""
        dues = (self._begins_at, self._held_until, self._reception.next_timeout())
        return min((due for due in dues if due is not None), default=None)

    def handle_timeout(self, now: float) -> list[Action]:
        """What is due now; nothing before `next_timeout`."""
        actions: list[Action] = []
        if self._held_until is not None and self._held_until <= now:
            self._held_until = None
            held, self._held = self._held, []
            actions += self._send(held)
        if self._begins_at is not None and self._begins_at <= now:
            actions += self._load_file(now)
        return actions + self._send(self._reception.handle_timeout(now))

    def receive_datagram(self, data: bytes, source: Peer, now: float) -> list[Action]:
        """Never raises."""
        before = self._reception.received_bytes
        sends = self._reception.receive_datagram(data, source, now)
        if self._is_probing:
            return self._send(sends) + self._after_probe(now)
        rate = self._pace.rate_bytes_per_s
        if rate is not None:
            self._free_at = max(self._free_at, now) + (self._reception.received_bytes - before) / rate
        hold_s = min(self._free_at - now, _LONGEST_HOLD_S)
        if sends and hold_s > 0:
            self._held += sends
            self._held_until = now + hold_s
            return []
        return self._send(sends)

    def _after_probe(self, now: float) -> list[Action]:
        if self._reception.outcome is not Outcome.PROBED:
            return []
        self._is_probing = False
        closing: list[Action] = [Close(self.channel)]
        if self._pace.think_s:
            self._begins_at = now + self._pace.think_s
            return closing
        return closing + self._load_file(now)

    def _load_file(self, now: float) -> list[Action]:
        self._begins_at = None
        self.channel += 1
        self.started = now
        self._reception = self._ask(is_probe=False)
        return self._send(self._reception.start(now))

    def _ask(self, *, is_probe: bool) -> Reception:
        probe = PROBES[self._persona] if is_probe else None
        return Reception(self.file, self._server, HABITS[self._persona].options(), probe=probe)

    def _send(self, sends: list[tuple[bytes, Peer]]) -> list[Action]:
        return [Send(self.channel, data, peer) for data, peer in sends]
