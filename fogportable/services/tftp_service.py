"""The TFTP thread: requests on port 69, and one connected socket for each transfer, or port 69 for all."""

from __future__ import annotations

import errno
import itertools
import logging
import socket
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from ipaddress import IPv4Address, IPv4Network

from fogportable.boot.file_names import (
    AccessViolation,
    FileUnreadable,
    NoSuchFile,
    shown_name,
)
from fogportable.events import Event
from fogportable.model import ServingInterface, TftpSettings, TransferSnapshot
from fogportable.platform import udp
from fogportable.protocol.address import LIMITED_BROADCAST, MacAddress
from fogportable.protocol.errors import MalformedPacket
from fogportable.protocol.tftp import (
    ErrorCode,
    Opcode,
    OptionPolicy,
    PacketShelf,
    ReadTransfer,
    Request,
    encode_error,
    parse_request,
)
from fogportable.services.files import FileStore, OpenFile
from fogportable.services.loop import SelectorThread
from fogportable.services.packet_ring import PacketRing
from fogportable.services.reach import is_client_of
from fogportable.services.tftp_ledger import Promised, TftpLedger
from fogportable.services.tftp_limits import RequestBudget
from fogportable.services.tftp_lines import Line, OwnLine, SharedLine, WindowSender
from fogportable.services.tftp_trace import requested, trace_of
from fogportable.services.tftp_transfer import RunningTransfer

_log = logging.getLogger("fogportable.tftp")

MOST_TRANSFERS = 512
MOST_TRANSFERS_PER_CLIENT = 8
MOST_REQUESTS_PER_SECOND = 50
#: Timeouts and rates are looked after this often (s), and sooner where a timeout is due, but not more often than that;
#: cheaper than a timer for each block.
_SCAN_S = 0.2
_SHORTEST_SCAN_S = 0.02
#: Requests read in a row before running transfers get their turn.
_READS_IN_A_ROW = 16
#: The same request from the same port is a late copy while its transfer moved within this time (s).
_LATE_COPY_S = 2.0


class Refusal(Exception):
    """A request that gets an ERROR and no transfer. reason: for people, one clause. Not told when it is empty."""

    def __init__(self, code: ErrorCode, text: str, reason: str = "") -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.reason = reason


@dataclass(frozen=True, slots=True)
class _Door:
    """Where requests come in."""

    sock: socket.socket
    interface: ServingInterface


class TftpService(SelectorThread):
    """Serves files to clients of the interfaces' own networks and of listed relays.

    Owned by the thread: sockets, transfers, limits. Shared: `_running`, a tuple that is replaced, never changed;
    `_is_refusing`, a flag that is only ever set.
    """

    def __init__(
        self,
        listeners: Sequence[tuple[socket.socket, ServingInterface]],
        files: FileStore,
        *,
        emit: Callable[[Event], None],
        mac_of: Callable[[IPv4Address], MacAddress | None],
        promised: Promised | None = None,
        on_crash: Callable[[Exception], None],
        settings: TftpSettings | None = None,
        relays: Sequence[IPv4Network] = (),
        numbers: Iterator[int] | None = None,
        ring: PacketRing,
    ) -> None:
        """numbers: of transfers, shared by all services of a session. ring: where packets are noted."""
        super().__init__("fogp-tftp", on_crash=on_crash)
        self._files = files
        self._ledger = TftpLedger(files, emit=emit, mac_of=mac_of, promised=promised, numbers=numbers)
        self._windows = WindowSender()
        self._shelf = PacketShelf()
        self._transfers: dict[tuple[IPv4Address, int, IPv4Address], RunningTransfer] = {}
        self._per_client: Counter[IPv4Address] = Counter()
        self._running: tuple[RunningTransfer, ...] = ()
        self._budget = RequestBudget(MOST_REQUESTS_PER_SECOND)
        self._next_scan = 0.0
        self._is_refusing, self._port_turn = False, 0
        self._settings = settings or TftpSettings()
        self._relays = tuple(relays)
        self._ring = ring
        self._doors = tuple(_Door(*each) for each in listeners)
        for door in self._doors:
            self.register(door.sock, partial(self._read_requests, door))
            if self._settings.is_single_port:
                udp.grow_send_buffer(door.sock)

    # --- from any thread ------------------------------------------------------------------------------------------

    def snapshots(self) -> tuple[TransferSnapshot, ...]:
        """The running transfers, without size probes."""
        now = time.monotonic()
        return tuple(each.snapshot(now) for each in self._running if each.machine.has_started)

    def running_clients(self) -> tuple[tuple[IPv4Address, MacAddress | None], ...]:
        """Who is loading now, each once, without size probes."""
        return tuple(dict.fromkeys((each.address, each.mac) for each in self._running if each.machine.has_started))

    def unheard(self) -> dict[IPv4Address, tuple[str, float]]:
        """Whom we answer and of whom nothing came back yet: the file, and for how long (s)."""
        return _unheard(self._running, time.monotonic())

    def refuse_new(self) -> None:
        """Stop begins: new requests get an ERROR, running transfers go on."""
        self._is_refusing = True

    def cut_all(self) -> None:
        """End the running transfers with ERROR 0."""
        self.call_soon(self._cut_all)

    # --- the thread -----------------------------------------------------------------------------------------------

    def next_deadline(self) -> float | None:
        return self._next_scan if self._transfers else None

    def on_deadline(self, now: float) -> None:
        due = now + _SCAN_S
        for transfer in self._running:
            transfer.scan(now)
            due = min(due, transfer.machine.next_timeout() or due)
        self._next_scan = max(due, now + _SHORTEST_SCAN_S)

    def on_close(self) -> None:
        self._cut_all()

    def _cut_all(self) -> None:
        if self._settings.is_single_port:
            for door in self._doors:
                self._read_requests(door)
        for transfer in self._running:
            transfer.on_readable()  # its last ACK may be waiting
            transfer.proceed(transfer.machine.cancel("Server stopped", "serving was stopped"))

    def _read_requests(self, door: _Door) -> None:
        interface = door.interface
        for _ in range(_READS_IN_A_ROW):
            try:
                datagram = udp.receive(door.sock, interface)
            except OSError as problem:
                _log.warning("nothing could be read on %s: %s", interface.name, problem)
                return
            if datagram is None:
                return
            if interface.device is None or datagram.interface_index == interface.index:
                self._handle(datagram, door)

    def _handle(self, datagram: udp.Datagram, door: _Door) -> None:
        """One datagram of port 69. What is of no transfer is answered only when it is a request or, with port 69 for
        all, an ACK, so that two servers never talk in circles.
        """
        address, port = datagram.source
        opcode = int.from_bytes(datagram.data[:2], "big")
        if port == 0 or not _is_unicast(datagram.destination, door.interface):
            return
        if opcode not in (Opcode.RRQ, Opcode.WRQ):
            if self._settings.is_single_port:
                self._pass_on(datagram, door, opcode)
            return
        name = shown_name(datagram.data[2:].split(b"\0", 1)[0])
        now = time.monotonic()
        self._ring.note(requested(now, door.interface.name, datagram))
        if not self._budget.take(address, now):
            self._ledger.tell_refused(address, "", "more than 50 requests in a second", now)
            return
        if not is_client_of(door.interface, address, self._relays):
            self._ledger.tell_refused(address, name, "it does not come from the network that is served", now)
            return
        if self._is_copy(datagram, now):
            return
        try:
            self._start_transfer(datagram, door, now)
        except Refusal as refusal:
            if refusal.reason:
                self._ledger.tell_refused(address, name, refusal.reason, now)
            self._send_error(datagram, door, refusal)

    def _pass_on(self, datagram: udp.Datagram, door: _Door, opcode: int) -> None:
        """A datagram of a running transfer on port 69.

        RFC 1350 4: the client's other ports are strangers and told so, as far as it loads something now; after its
        end a late ACK is nothing to talk about.
        """
        transfer = self._transfers.get((*datagram.source, datagram.destination))
        if transfer is not None and isinstance(transfer.line, SharedLine):
            transfer.line.waiting = datagram.data
            transfer.on_readable()
            return
        address = datagram.source[0]
        if opcode == Opcode.ACK and self._per_client[address] and self._budget.take(address, time.monotonic()):
            self._send_error(datagram, door, Refusal(ErrorCode.UNKNOWN_TID, "Unknown transfer ID"))

    def _is_copy(self, datagram: udp.Datagram, now: float) -> bool:
        """True when the request was heard before and its transfer goes on. A new one ends the old of the same port."""
        transfer = self._transfers.get((*datagram.source, datagram.destination))
        if transfer is None:
            return False
        if transfer.request == datagram.data:
            if not transfer.machine.is_heard:
                transfer.proceed(transfer.machine.handle_repeated_request(now))
                return True
            if now - transfer.machine.moved_at < _LATE_COPY_S:
                return True
        transfer.machine.handle_peer_gone("the client started over")
        transfer.proceed(())
        return False

    def _start_transfer(self, datagram: udp.Datagram, door: _Door, now: float) -> None:
        """Raises Refusal."""
        request = _read_request(datagram.data)
        address = datagram.source[0]
        if self._is_refusing:
            raise Refusal(ErrorCode.SEE_TEXT, "Server is stopping", "serving is being stopped")
        if self._per_client[address] >= MOST_TRANSFERS_PER_CLIENT:
            self._hear(address)
        if self._per_client[address] >= MOST_TRANSFERS_PER_CLIENT or not self._make_room():
            raise Refusal(ErrorCode.SEE_TEXT, "Server is busy", "it has too many transfers at once")
        source = self._open(request, datagram, now)
        try:
            line = self._open_line(datagram, door)
        except OSError as problem:
            source.close()
            if problem.errno == errno.EADDRINUSE and self._settings.port_range is not None:
                low, high = self._settings.port_range
                text = f"none of our ports {low} to {high} is free"
                raise Refusal(ErrorCode.SEE_TEXT, "Server is busy", text) from problem
            self._ledger.tell_failed_start(address, source.name, f"no socket for it ({problem.strerror})")
            return
        mac = self._ledger.mac_of(address)
        transfer = RunningTransfer(
            self._ledger.next_number(),
            _new_machine(request, source, door.interface, self._settings, self._shelf),
            line,
            source,
            key=(*datagram.source, datagram.destination),
            request=datagram.data,
            mac=mac,
            started=datetime.now(UTC),
            trace=trace_of(self._ring, door.interface.name, datagram, line, mac),
            on_started=self._ledger.tell_started,
            on_over=self._finish,
        )
        if not self._transfers:
            self._next_scan = now + _SCAN_S
        self._transfers[transfer.key] = transfer
        self._per_client[address] += 1
        self._running = tuple(self._transfers.values())
        if line.sock is not None:
            self.register(line.sock, transfer.on_readable)
        transfer.proceed(transfer.machine.start(now))

    def _open_line(self, datagram: udp.Datagram, door: _Door) -> Line:
        """Raises OSError."""
        if self._settings.is_single_port:
            return self._share(datagram, door)
        address, port = datagram.source
        sock = udp.open_transfer_socket(
            datagram.destination, (str(address), port), door.interface.device, self._local_ports()
        )
        return OwnLine(sock, self._windows)

    def _share(self, datagram: udp.Datagram, door: _Door) -> SharedLine:
        address, port = datagram.source
        return SharedLine(door.sock, datagram.destination, (str(address), port), door.interface, self._windows)

    def _local_ports(self) -> Iterable[int]:
        """In the order in which they are tried: a port that was just used comes last, as it may still be talked to."""
        if self._settings.port_range is None:
            return (0,)
        low, high = self._settings.port_range
        first = low + self._port_turn % (high - low + 1)
        self._port_turn += 1
        return itertools.chain(range(first, high + 1), range(low, first))

    def _hear(self, address: IPv4Address) -> None:
        """What waits of a client's transfers. Requests are read in a row: the ends it told before them may wait yet,
        as those of one who only asks for the sizes of many files.
        """
        for transfer in self._running:
            if transfer.key[0] == address and transfer.line.sock is not None:
                transfer.on_readable()

    def _make_room(self) -> bool:
        """Whether one more transfer may begin. At the limit the oldest that nobody ever answered gives way.

        Sources can be forged: else 512 datagrams of one mischief-maker turn a whole room away.
        """
        if len(self._transfers) < MOST_TRANSFERS:
            return True
        unheard = next((each for each in self._running if not each.machine.is_heard), None)
        if unheard is None:
            return False
        unheard.machine.handle_peer_gone("it never answered, and others needed its place")
        unheard.proceed(())
        return True

    def _open(self, request: Request, datagram: udp.Datagram, now: float) -> OpenFile:
        """Raises Refusal, with what is to be told already told."""
        address = datagram.source[0]
        try:
            source = self._files.open(request.filename, datagram.destination, address)
        except NoSuchFile as problem:
            self._ledger.tell_missing(address, request.filename, now)
            raise Refusal(ErrorCode.FILE_NOT_FOUND, "File not found") from problem
        except AccessViolation as problem:
            raise Refusal(ErrorCode.ACCESS_VIOLATION, "Access violation", problem.reason) from problem
        except FileUnreadable as problem:
            self._ledger.tell_failed_start(address, shown_name(request.filename), problem.reason)
            raise Refusal(ErrorCode.SEE_TEXT, "File could not be read") from problem
        if source.rescues:
            self._ledger.tell_rescued(address, request.filename, source, now)
        return source

    def _finish(self, transfer: RunningTransfer) -> None:
        del self._transfers[transfer.key]
        self._per_client[transfer.address] -= 1
        if not self._per_client[transfer.address]:
            del self._per_client[transfer.address]
        self._running = tuple(self._transfers.values())
        if not self._transfers:
            self._shelf.clear()
        if transfer.line.sock is not None:
            self.unregister(transfer.line.sock)
        transfer.source.close()
        self._ledger.tell_over(transfer)

    def _send_error(self, datagram: udp.Datagram, door: _Door, refusal: Refusal) -> None:
        """From a fresh port, as RFC 1350 4 wants it, and from the address that was asked. From port 69 without one."""
        try:
            try:
                line = self._open_line(datagram, door)
            except OSError as problem:
                if problem.errno != errno.EADDRINUSE:
                    raise
                line = self._share(datagram, door)
            packet = encode_error(refusal.code, refusal.text)
            trace_of(self._ring, door.interface.name, datagram, line, None).sent((packet,))
            line.send(packet)
            line.close()
        except OSError as problem:
            _log.info("an ERROR to %s could not be sent: %s", datagram.source[0], problem)


def _unheard(running: Iterable[RunningTransfer], now: float) -> dict[IPv4Address, tuple[str, float]]:
    return {each.address: (each.file, now - each.started_s) for each in running if not each.machine.is_heard}


def _read_request(data: bytes) -> Request:
    """Raises Refusal for what is never served."""
    try:
        request = parse_request(data)
    except MalformedPacket as problem:
        text = "Illegal TFTP operation"
        raise Refusal(ErrorCode.ILLEGAL_OPERATION, text, f"the request is malformed {problem}") from problem
    if request.opcode is Opcode.WRQ:
        raise Refusal(ErrorCode.ACCESS_VIOLATION, "Write not supported", "nothing may be written")
    if request.mode == "netascii":
        raise Refusal(ErrorCode.SEE_TEXT, "octet only", "files are served in octet mode only")
    if request.mode != "octet":
        raise Refusal(ErrorCode.ILLEGAL_OPERATION, "Illegal TFTP operation", "the mode is not octet")
    return request


def _new_machine(
    request: Request, source: OpenFile, interface: ServingInterface, settings: TftpSettings, shelf: PacketShelf
) -> ReadTransfer:
    policy = OptionPolicy.for_mtu(interface.mtu, settings.block_size_limit, settings.window_limit)
    return ReadTransfer(
        request,
        source,
        policy,
        rolls_over_to_one=settings.rolls_over_to_one,
        shelf=shelf,
        identity=source.identity,
    )


def _is_unicast(destination: IPv4Address, interface: ServingInterface) -> bool:
    """RFC 1123 4.2.3.1: a request to a broadcast address is ignored in silence."""
    if destination == interface.address.ip:
        return True
    broadcasts = (LIMITED_BROADCAST, interface.address.network.broadcast_address)
    return not destination.is_multicast and destination not in broadcasts
