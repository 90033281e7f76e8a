"""The HTTP service: a thread that accepts, and one for each connection.

Why threads. One epoll loop with sendfile moves a little more (measured: 1.7 times nginx with one reader, threads 1.3;
both nginx's rate with thirty), but a gigabit card carries a fiftieth of either, and a disk that stalls inside
sendfile would stall every reader of a loop. In threads it stalls those who read from it; sendfile holds no lock of
Python's meanwhile, so neither TFTP nor the window notices. Connections are few: a cap keeps them so.

Why not http.server: it reads heads by a parser for mail with no limit for the whole head and none for the time it
takes, knows no ranges, starts threads without end, and says of itself that it is not for production. aiohttp reaches
three quarters of this rate for a larger dependency and a second kind of concurrency.
"""

from __future__ import annotations

import itertools
import logging
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from email.utils import formatdate
from functools import partial
from ipaddress import IPv4Address, IPv4Network

from fogportable.errors import Fault
from fogportable.events import Event
from fogportable.model import ServingInterface, TransferSnapshot
from fogportable.protocol.address import MacAddress
from fogportable.protocol.http import Status, encode_head, refused
from fogportable.services.files import FileStore
from fogportable.services.http_connection import HttpConnection
from fogportable.services.http_delivery import HttpLimits
from fogportable.services.http_ledger import HttpLedger
from fogportable.services.http_trace import ConnectionTrace, trace_of
from fogportable.services.loop import SelectorThread
from fogportable.services.packet_ring import PacketRing
from fogportable.services.reach import is_client_of

_log = logging.getLogger("fogportable.http")

#: Connections accepted in a row before the clock is looked at.
_ACCEPTS_IN_A_ROW = 16
#: Quiet files are looked for this often (s).
_SCAN_S = 1.0
#: A connection that has said nothing for less than this (s) may have its request on the way.
_LEAST_WAIT_S = 0.5
#: With no descriptor left, wait this long (s) for one before accepting again.
_NO_DESCRIPTOR_S = 0.1
_GOODBYE = "serving was stopped"


class HttpService(SelectorThread):
    """Serves files to clients of the interfaces' own networks and of listed relays.

    Owned by the thread: the listening sockets, `_is_full`, which others read. Shared: the connections, guarded by
    `_lock`; `_is_refusing`, a flag that is only ever set; the ledger, which guards itself.
    """

    def __init__(
        self,
        listeners: Sequence[tuple[socket.socket, ServingInterface]],
        files: FileStore,
        *,
        emit: Callable[[Event], None],
        mac_of: Callable[[IPv4Address], MacAddress | None],
        promised: Callable[[str], Fault | None] = lambda _: None,
        on_crash: Callable[[Exception], None],
        relays: Sequence[IPv4Network] = (),
        limits: HttpLimits | None = None,
        numbers: Iterator[int] | None = None,
        ring: PacketRing,
    ) -> None:
        """ring: where heads are noted.

        files: not shared with another service, so that a slow disk is waited for here only.

        numbers: of transfers, shared by all services of a session.
        """
        super().__init__("fogp-http", on_crash=on_crash)
        self._files = files
        self._relays = tuple(relays)
        self._ring = ring
        self._limits = limits or HttpLimits()
        self._ledger = HttpLedger(
            files, emit=emit, mac_of=mac_of, promised=promised, numbers=numbers or itertools.count(1)
        )
        self._connections: set[HttpConnection] = set()
        self._per_address: Counter[IPv4Address] = Counter()
        self._lock = threading.Lock()
        self._is_refusing = False
        self._pause = threading.Event()
        self._next_scan = 0.0
        self._listeners = tuple(sock for sock, _ in listeners)
        self._is_full = False
        for sock, interface in listeners:
            self.register(sock, partial(self._accept, sock, interface))

    # --- from any thread ------------------------------------------------------------------------------------------

    def snapshots(self) -> tuple[TransferSnapshot, ...]:
        """The files on their way."""
        return self._ledger.snapshots()

    def running_clients(self) -> tuple[tuple[IPv4Address, MacAddress | None], ...]:
        """Who is loading now, each once."""
        return self._ledger.running_clients()

    def refuse_new(self) -> None:
        """Stop begins: new requests get 503, running ones go on."""
        self._is_refusing = True

    def cut_all(self) -> None:
        """End all connections."""
        with self._lock:
            connections = tuple(self._connections)
        for each in connections:
            each.cut(_GOODBYE)

    def stop(self, timeout_s: float = 2.0) -> bool:
        """End the thread and those of the connections. False when a disk holds one of them."""
        deadline = time.monotonic() + timeout_s
        self.refuse_new()
        has_ended = super().stop(timeout_s)
        self.cut_all()
        with self._lock:
            connections = tuple(self._connections)
        for each in connections:
            has_ended = each.join(max(0.0, deadline - time.monotonic())) and has_ended
        self._ledger.expire(float("inf"))
        return has_ended

    @property
    def open_connections(self) -> int:
        """How many clients are connected, idle ones too."""
        return len(self._connections)

    # --- the thread -----------------------------------------------------------------------------------------------

    def next_deadline(self) -> float | None:
        return self._next_scan if self._ledger.has_resting or self._is_full else None

    def on_deadline(self, now: float) -> None:
        self._next_scan = now + _SCAN_S
        self._ledger.expire(now)
        self._go_on_accepting()

    def _accept(self, listener: socket.socket, interface: ServingInterface) -> None:
        for _ in range(_ACCEPTS_IN_A_ROW):
            if not self._is_refusing and not self._make_room():
                self._wait_for_room()
                return
            try:
                sock, peer = listener.accept()
            except (BlockingIOError, ConnectionError):
                return  # Nobody there, or gone again.
            except OSError as problem:
                _log.warning("no connection could be accepted on %s: %s", interface.name, problem)
                self._pause.wait(_NO_DESCRIPTOR_S)
                return
            sock.setblocking(False)
            address = IPv4Address(peer[0])
            trace = trace_of(self._ring, interface.name, sock, (address, peer[1]))
            if not is_client_of(interface, address, self._relays):
                self._ledger.note_refusal(address, b"", "it does not come from the network that is served")
                sock.close()
                continue
            if not self._open(sock, address, trace):
                self._ledger.note_refusal(address, b"", "it has too many connections at once")
                _turn_away(sock)

    def _open(self, sock: socket.socket, address: IPv4Address, trace: ConnectionTrace) -> bool:
        """Let a thread talk to this client. False when there are too many."""
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection = HttpConnection(
            sock,
            address,
            files=self._files,
            ledger=self._ledger,
            limits=self._limits,
            trace=trace,
            is_refusing=lambda: self._is_refusing,
            on_over=self._forget,
        )
        if self._is_refusing or not self._make_room(address):
            return False
        with self._lock:
            self._connections.add(connection)
            self._per_address[address] += 1
        try:
            connection.start()
        except RuntimeError as problem:  # The system has no thread left.
            _log.warning("no thread for %s: %s", address, problem)
            self._forget(connection)
            return False
        return True

    def _wait_for_room(self) -> None:
        """Whoever comes now waits in the kernel: firmware that is told to come later gives up instead."""
        self._is_full, self._next_scan = True, time.monotonic() + _SCAN_S
        for each in self._listeners:
            self.mute(each)

    def _go_on_accepting(self) -> None:
        self._is_full = False
        for each in self._listeners:
            self.unmute(each)

    def _make_room(self, address: IPv4Address | None = None) -> bool:
        """Whether one more may come, of this address, or of any. Who has waited without a request gives way.

        So connections that say nothing, or too little, keep nobody out.
        """
        limits, now = self._limits, time.monotonic()
        with self._lock:
            if address is None:
                is_full, among = len(self._connections) >= limits.connections, list(self._connections)
            else:
                is_full = self._per_address[address] >= limits.per_address
                among = [each for each in self._connections if each.address == address]
        if not is_full:
            return True
        waiting = [each for each in among if each.is_waiting and now - each.waiting_since_s >= _LEAST_WAIT_S]
        if not waiting:
            return False
        longest = min(waiting, key=lambda each: each.waiting_since_s)
        longest.cut("")
        self._forget(longest)
        return True

    def _forget(self, connection: HttpConnection) -> None:
        with self._lock:
            if connection not in self._connections:
                return  # It gave way to another before its thread ended.
            self._connections.remove(connection)
            self._per_address[connection.address] -= 1
            if not self._per_address[connection.address]:
                del self._per_address[connection.address]
        if self._is_full:
            self.call_soon(self._go_on_accepting)

    def on_close(self) -> None:
        self.refuse_new()
        self.cut_all()


def _turn_away(sock: socket.socket) -> None:
    """Say why, if it can be said at once."""
    answer = refused(Status.SERVICE_UNAVAILABLE, [("Retry-After", "5")])
    try:
        sock.send(encode_head(answer, date=formatdate(usegmt=True), is_kept=False) + answer.text)
        sock.shutdown(socket.SHUT_WR)
        sock.recv(65536)  # What was said already; unread it would turn the end into a reset.
    except OSError as problem:
        _log.info("a client was turned away without a word: %s", problem)
    finally:
        sock.close()
