"""All clients of the software classroom in one thread, over real loopback sockets."""

from __future__ import annotations

import contextlib
import heapq
import itertools
import selectors
import socket
import threading
import time
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from ipaddress import IPv4Address
from random import Random

from fogportable.simulator.client import SimulatedClient
from fogportable.simulator.download import Action, Send
from fogportable.simulator.pass_sheet import PassSheet, sum_up
from fogportable.simulator.roster import ClientResult, ClientSpec, Pace, ServerAddress

#: So many run at once, so that clients and server together stay below 1024 open files; the others wait their turn.
MOST_ACTIVE = 200

#: With nothing due, look up this often (s).
_LONGEST_WAIT_S = 1.0

#: Datagrams read from one socket in a row before others get their turn.
_READS_IN_A_ROW = 32
_LARGEST_DATAGRAM_BYTES = 65536


@dataclass(slots=True, eq=False)
class _Seat:
    """A client with its open sockets, by channel. scheduled: its earliest entry in the heap of timers."""

    client: SimulatedClient
    sockets: dict[int, socket.socket] = field(default_factory=dict)
    scheduled: float | None = None
    is_active: bool = False


class Classroom:
    """Powers clients on, one after the other, and carries their datagrams until all have ended.

    Owned by the thread: selector, sockets, timers. Read by others: results of clients (single values each), and the
    two times, which are set once.
    """

    def __init__(
        self,
        specs: Sequence[ClientSpec],
        server: ServerAddress,
        *,
        stagger_s: float = 0.0,
        pace: Pace | None = None,
        expected_sha256: Mapping[str, str] | None = None,
        most_active: int = MOST_ACTIVE,
        seed: int = 0,
    ) -> None:
        """stagger_s: from one power-on to the next. expected_sha256: in hex, by file name. seed: of all randomness."""
        random = Random(seed)
        self._seats = [
            _Seat(SimulatedClient(spec, server, random=random, pace=pace, expected_sha256=expected_sha256))
            for spec in specs
        ]
        self._stagger_s = stagger_s
        self._most_active = most_active
        self._off = deque(self._seats)
        self._active = 0
        self._next_start = 0.0
        self._timers: list[tuple[float, int, _Seat]] = []
        self._order = itertools.count()
        self._selector = selectors.DefaultSelector()
        self._wake_receiver, self._wake_sender = socket.socketpair()
        self._selector.register(self._wake_receiver, selectors.EVENT_READ)
        self._thread = threading.Thread(target=self._guard, name="fogp-classroom", daemon=True)
        self._is_stopping = False
        self._started: float | None = None
        self._ended: float | None = None

    # --- from any thread ------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Power on the first, then the others."""
        self._started = time.monotonic()
        self._thread.start()

    def snapshot(self) -> tuple[ClientResult, ...]:
        """All clients now, in the order of the specs."""
        return tuple(seat.client.result for seat in self._seats)

    @property
    def is_done(self) -> bool:
        """All have ended, or were stopped."""
        return self._ended is not None

    @property
    def seconds(self) -> float:
        """Since the start; fixed once it is done."""
        if self._started is None:
            return 0.0
        return (self._ended if self._ended is not None else time.monotonic()) - self._started

    def pass_sheet(self) -> PassSheet:
        """The sum so far; final once it is done."""
        return sum_up(self.snapshot(), seconds=self.seconds)

    def wait(self, timeout_s: float) -> bool:
        """Block until all have ended. False when that took longer."""
        self._thread.join(timeout_s)
        return self.is_done

    def stop(self, timeout_s: float = 2.0) -> bool:
        """Switch everybody off. False when the thread did not end in time. Idempotent."""
        self._is_stopping = True
        if self._started is None:
            self._close()
            return True
        with contextlib.suppress(OSError):  # a full or closed pipe: the thread is awake or has ended
            self._wake_sender.send(b"\0")
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    # --- the thread -----------------------------------------------------------------------------------------------

    def _guard(self) -> None:
        """Whatever happens, nobody may wait for a thread that has ended."""
        try:
            self._run()
        finally:
            for seat in self._seats:
                seat.client.abandon("it was switched off")
            self._close()

    def _run(self) -> None:
        while not self._is_stopping and (self._off or self._active):
            self._power_on(time.monotonic())
            self._run_timers(time.monotonic())
            for key, _ in self._selector.select(self._wait_s(time.monotonic())):
                if key.data is not None:
                    self._read(*key.data)

    def _wait_s(self, now: float) -> float:
        if not (self._active or self._off):
            return 0.0
        due = now + _LONGEST_WAIT_S
        if self._timers:
            due = min(due, self._timers[0][0])
        if self._off and self._active < self._most_active:
            due = min(due, self._next_start)
        return max(0.0, due - now)

    def _power_on(self, now: float) -> None:
        while self._off and self._active < self._most_active and self._next_start <= now:
            seat = self._off.popleft()
            seat.is_active = True
            self._active += 1
            self._next_start = now + self._stagger_s
            self._do(seat, seat.client.start(now))

    def _run_timers(self, now: float) -> None:
        while self._timers and self._timers[0][0] <= now:
            due, _, seat = heapq.heappop(self._timers)
            if seat.scheduled == due:
                seat.scheduled = None
                wanted = seat.client.next_timeout()
                is_due = wanted is not None and wanted <= now
                self._do(seat, seat.client.handle_timeout(now) if is_due else ())

    def _read(self, seat: _Seat, channel: int) -> None:
        for _ in range(_READS_IN_A_ROW):
            sock = seat.sockets.get(channel)
            if sock is None:
                return
            try:
                data, (host, port) = sock.recvfrom(_LARGEST_DATAGRAM_BYTES)
            except BlockingIOError:
                return
            except OSError:
                continue  # An ICMP error: the client's own timers decide.
            now = time.monotonic()
            self._do(seat, seat.client.receive_datagram(channel, data, (IPv4Address(host), port), now))

    def _do(self, seat: _Seat, actions: Iterable[Action]) -> None:
        for action in actions:
            if isinstance(action, Send):
                self._send(seat, action)
            else:
                self._shut(seat, action.channel)
        client = seat.client
        wanted = client.next_timeout()
        if wanted is not None and (seat.scheduled is None or wanted < seat.scheduled):
            seat.scheduled = wanted
            heapq.heappush(self._timers, (wanted, next(self._order), seat))
        if client.has_ended and seat.is_active:
            seat.is_active = False
            self._active -= 1
            for channel in list(seat.sockets):
                self._shut(seat, channel)

    def _send(self, seat: _Seat, action: Send) -> None:
        sock = seat.sockets.get(action.channel)
        try:
            if sock is None:
                sock = self._open(seat, action.channel)
            host, port = action.destination
            sock.sendto(action.data, (str(host), port))
        except BlockingIOError:
            return  # Lost like on any network; the client asks again.
        except OSError as problem:
            seat.client.abandon(f"this laptop cannot send from {seat.client.spec.address}: {problem.strerror}")

    def _open(self, seat: _Seat, channel: int) -> socket.socket:
        """A socket of the client's own address and a port that the system chooses."""
        sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            sock.setblocking(False)
            sock.bind((str(seat.client.spec.address), 0))
        except OSError:
            sock.close()
            raise
        seat.sockets[channel] = sock
        self._selector.register(sock, selectors.EVENT_READ, (seat, channel))
        return sock

    def _shut(self, seat: _Seat, channel: int) -> None:
        sock = seat.sockets.pop(channel, None)
        if sock is not None:
            self._selector.unregister(sock)
            sock.close()

    def _close(self) -> None:
        for seat in self._seats:
            for channel in list(seat.sockets):
                self._shut(seat, channel)
        self._selector.close()
        self._wake_receiver.close()
        self._wake_sender.close()
        self._ended = time.monotonic()
