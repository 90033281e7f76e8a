"""The TFTP thread: requests on port 69, one connected socket for each transfer, and what is told about them."""

from __future__ import annotations

import itertools
import logging
import socket
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from ipaddress import IPv4Address

from fogportable.boot.file_names import (
    AccessViolation,
    FileStoreError,
    FileUnreadable,
    NoSuchFile,
    is_optional,
    shown_name,
    split_name,
)
from fogportable.errors import Fault
from fogportable.events import (
    Event,
    FileNotFound,
    RequestRefused,
    SizeProbed,
    TransferFailed,
    TransferFinished,
    TransferStarted,
)
from fogportable.model import ServingInterface, TransferSnapshot
from fogportable.platform import udp
from fogportable.protocol.address import LIMITED_BROADCAST, MacAddress
from fogportable.protocol.errors import MalformedPacket
from fogportable.protocol.tftp import (
    ErrorCode,
    Opcode,
    OptionPolicy,
    Outcome,
    ReadTransfer,
    Request,
    encode_error,
    parse_request,
)
from fogportable.services.files import FileStore, OpenFile
from fogportable.services.loop import SelectorThread
from fogportable.services.tftp_limits import Collapser, RequestBudget
from fogportable.services.tftp_transfer import RunningTransfer, WindowSender

_log = logging.getLogger("fogportable.tftp")

MOST_TRANSFERS = 512
MOST_TRANSFERS_PER_CLIENT = 8
MOST_REQUESTS_PER_SECOND = 50
#: Timeouts and rates are looked after this often (s); cheaper than a timer for each block.
_SCAN_S = 0.2
#: Requests read in a row before running transfers get their turn.
_READS_IN_A_ROW = 16
#: The same request from the same port is a late copy while its transfer moved within this time (s).
_LATE_COPY_S = 2.0

#: Faults of files that a boot rule or the menu promised: by name, or asked for by cleaned name.
Promised = Mapping[str, Fault] | Callable[[str], Fault | None]


class Refusal(Exception):
    """A request that gets an ERROR and no transfer. reason: for people, one clause. Not told when it is empty."""

    def __init__(self, code: ErrorCode, text: str, reason: str = "") -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.reason = reason


class TftpService(SelectorThread):
    """Serves files to clients of the interfaces' own networks.

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
        numbers: Iterator[int] | None = None,
    ) -> None:
        """numbers: of transfers, shared by all services of a session."""
        super().__init__("fogp-tftp", on_crash=on_crash)
        self._files = files
        self._emit = emit
        self._mac_of = mac_of
        self._promised = _lookup(promised)
        self._windows = WindowSender()
        self._transfers: dict[tuple[IPv4Address, int, IPv4Address], RunningTransfer] = {}
        self._per_client: Counter[IPv4Address] = Counter()
        self._running: tuple[RunningTransfer, ...] = ()
        self._numbers = numbers if numbers is not None else itertools.count(1)
        self._budget = RequestBudget(MOST_REQUESTS_PER_SECOND)
        self._collapser = Collapser()
        self._next_scan = 0.0
        self._is_refusing = False
        for sock, interface in listeners:
            self.register(sock, partial(self._read_requests, sock, interface))

    # --- from any thread ------------------------------------------------------------------------------------------

    def snapshots(self) -> tuple[TransferSnapshot, ...]:
        """The running transfers, without size probes."""
        now = time.monotonic()
        return tuple(each.snapshot(now) for each in self._running if each.machine.has_started)

    def running_clients(self) -> tuple[tuple[IPv4Address, MacAddress | None], ...]:
        """Who is loading now, each once, without size probes."""
        return tuple(dict.fromkeys((each.address, each.mac) for each in self._running if each.machine.has_started))

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
        self._next_scan = now + _SCAN_S
        for transfer in self._running:
            transfer.scan(now)

    def on_close(self) -> None:
        self._cut_all()

    def _cut_all(self) -> None:
        for transfer in self._running:
            transfer.on_readable()  # its last ACK may be waiting
            transfer.proceed(transfer.machine.cancel("Server stopped", "serving was stopped"))

    def _read_requests(self, sock: socket.socket, interface: ServingInterface) -> None:
        for _ in range(_READS_IN_A_ROW):
            try:
                datagram = udp.receive(sock, interface)
            except OSError as problem:
                _log.warning("nothing could be read on %s: %s", interface.name, problem)
                return
            if datagram is None:
                return
            if interface.device is None or datagram.interface_index == interface.index:
                self._handle(datagram, interface)

    def _handle(self, datagram: udp.Datagram, interface: ServingInterface) -> None:
        """One datagram of port 69. Only requests are answered, so that two servers never talk in circles."""
        address, port = datagram.source
        opcode = int.from_bytes(datagram.data[:2], "big")
        if opcode not in (Opcode.RRQ, Opcode.WRQ) or port == 0 or not _is_unicast(datagram.destination, interface):
            return
        name = shown_name(datagram.data[2:].split(b"\0", 1)[0])
        now = time.monotonic()
        if not self._budget.take(address, now):
            self._tell_refused(address, "", "more than 50 requests in a second", now)
            return
        if not _is_neighbour(address, interface):
            self._tell_refused(address, name, "it does not come from the network that is served", now)
            return
        if self._is_copy(datagram, now):
            return
        try:
            self._start_transfer(datagram, interface, now)
        except Refusal as refusal:
            if refusal.reason:
                self._tell_refused(address, name, refusal.reason, now)
            self._send_error(datagram, interface, refusal)

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

    def _start_transfer(self, datagram: udp.Datagram, interface: ServingInterface, now: float) -> None:
        """Raises Refusal."""
        request = _read_request(datagram.data)
        address = datagram.source[0]
        if self._is_refusing:
            raise Refusal(ErrorCode.SEE_TEXT, "Server is stopping", "serving is being stopped")
        if self._per_client[address] >= MOST_TRANSFERS_PER_CLIENT or not self._make_room():
            raise Refusal(ErrorCode.SEE_TEXT, "Server is busy", "it has too many transfers at once")
        source = self._open(request, datagram, now)
        try:
            sock = udp.open_transfer_socket(datagram.destination, (str(address), datagram.source[1]), interface.device)
        except OSError as problem:
            source.close()
            self._tell_failed_start(address, source.name, f"no socket for it ({problem.strerror})")
            return
        transfer = RunningTransfer(
            next(self._numbers),
            ReadTransfer(request, source, OptionPolicy.for_mtu(interface.mtu)),
            sock,
            source,
            key=(*datagram.source, datagram.destination),
            request=datagram.data,
            mac=self._mac_of(address),
            started=datetime.now(UTC),
            windows=self._windows,
            on_started=self._tell_started,
            on_over=self._finish,
        )
        if not self._transfers:
            self._next_scan = now + _SCAN_S
        self._transfers[transfer.key] = transfer
        self._per_client[address] += 1
        self._running = tuple(self._transfers.values())
        self.register(sock, transfer.on_readable)
        transfer.proceed(transfer.machine.start(now))

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
            return self._files.open(request.filename, datagram.destination)
        except NoSuchFile as problem:
            self._tell_missing(address, request.filename, now)
            raise Refusal(ErrorCode.FILE_NOT_FOUND, "File not found") from problem
        except AccessViolation as problem:
            raise Refusal(ErrorCode.ACCESS_VIOLATION, "Access violation", problem.reason) from problem
        except FileUnreadable as problem:
            self._tell_failed_start(address, shown_name(request.filename), problem.reason)
            raise Refusal(ErrorCode.SEE_TEXT, "File could not be read") from problem

    def _finish(self, transfer: RunningTransfer) -> None:
        del self._transfers[transfer.key]
        self._per_client[transfer.address] -= 1
        if not self._per_client[transfer.address]:
            del self._per_client[transfer.address]
        self._running = tuple(self._transfers.values())
        self.unregister(transfer.sock)
        transfer.source.close()
        self._tell_over(transfer)

    def _send_error(self, datagram: udp.Datagram, interface: ServingInterface, refusal: Refusal) -> None:
        """From a fresh port, as RFC 1350 4 wants it, and from the address that was asked."""
        address, port = datagram.source
        try:
            with udp.open_transfer_socket(datagram.destination, (str(address), port), interface.device) as sock:
                sock.send(encode_error(refusal.code, refusal.text))
        except OSError as problem:
            _log.info("an ERROR to %s could not be sent: %s", address, problem)

    # --- what is told ---------------------------------------------------------------------------------------------

    def _learn_mac(self, transfer: RunningTransfer) -> None:
        """The kernel knows some neighbours only once something was sent to them."""
        if transfer.mac is None:
            transfer.mac = self._mac_of(transfer.address)

    def _tell_started(self, transfer: RunningTransfer) -> None:
        self._learn_mac(transfer)
        stats = transfer.machine.stats
        self._emit(
            TransferStarted(
                client=transfer.mac,
                transfer_id=transfer.transfer_id,
                address=transfer.address,
                file=transfer.file,
                size_bytes=stats.size_bytes,
                block_size=stats.block_size,
                window_size=stats.window_size,
            )
        )

    def _tell_over(self, transfer: RunningTransfer) -> None:
        self._learn_mac(transfer)
        last = transfer.snapshot(time.monotonic())
        mac, number, address, file, size = last.mac, last.transfer_id, last.address, last.file, last.size_bytes
        event: Event
        match transfer.machine.outcome:
            case Outcome.PROBED:
                event = SizeProbed(client=mac, transfer_id=number, address=address, file=file, size_bytes=size)
            case Outcome.FINISHED:
                event = TransferFinished(
                    client=mac,
                    transfer_id=number,
                    address=address,
                    file=file,
                    size_bytes=size,
                    duration_s=last.duration_s,
                    retransmits=last.retransmits,
                    block_size=last.block_size,
                    window_size=last.window_size,
                )
            case _:
                event = TransferFailed(
                    client=mac,
                    transfer_id=number,
                    address=address,
                    file=file,
                    size_bytes=size,
                    sent_bytes=last.sent_bytes,
                    reason=last.reason,
                )
        self._emit(event)

    def _tell_failed_start(self, address: IPv4Address, file: str, reason: str) -> None:
        self._emit(
            TransferFailed(
                client=self._mac_of(address),
                transfer_id=next(self._numbers),
                address=address,
                file=file,
                size_bytes=0,
                sent_bytes=0,
                reason=reason,
            )
        )

    def _tell_missing(self, address: IPv4Address, name: bytes, now: float) -> None:
        names = self._files.candidates(name)
        fault = next((fault for each in names if (fault := self._promised(each)) is not None), None)
        if self._collapser.is_news(address, ("missing", names[0]), now, must_tell=fault is not None):
            self._emit(
                FileNotFound(
                    client=self._mac_of(address),
                    address=address,
                    file=shown_name(name),
                    expected=fault is None and any(map(is_optional, names)),
                    fault=fault,
                )
            )

    def _tell_refused(self, address: IPv4Address, file: str, reason: str, now: float) -> None:
        if self._collapser.is_news(address, (reason, file), now):
            self._emit(RequestRefused(client=self._mac_of(address), address=address, file=file, reason=reason))


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


def _is_unicast(destination: IPv4Address, interface: ServingInterface) -> bool:
    """RFC 1123 4.2.3.1: a request to a broadcast address is ignored in silence."""
    if destination == interface.address.ip:
        return True
    broadcasts = (LIMITED_BROADCAST, interface.address.network.broadcast_address)
    return not destination.is_multicast and destination not in broadcasts


def _is_neighbour(address: IPv4Address, interface: ServingInterface) -> bool:
    if interface.address.ip.is_loopback:
        return address.is_loopback
    network = interface.address.network
    if network.prefixlen < 31 and address in (network.network_address, network.broadcast_address):
        return False
    return address in network


def _lookup(promised: Promised | None) -> Callable[[str], Fault | None]:
    if callable(promised):
        return promised
    faults: dict[str, Fault] = {}
    for name, fault in (promised or {}).items():
        try:
            faults["/".join(split_name(name)).casefold()] = fault
        except FileStoreError:
            _log.warning("a promised file has a name that is never served: %r", name)
    return lambda name: faults.get(name.casefold())
