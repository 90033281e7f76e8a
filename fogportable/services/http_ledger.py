"""What is told about HTTP: which files are on their way, and the events about them, few whatever clients do."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from ipaddress import IPv4Address

from fogportable.boot.file_names import is_optional, shown_name
from fogportable.errors import Fault
from fogportable.events import (
    Event,
    HttpFileNotFound,
    HttpFileRescued,
    HttpRequestRefused,
    HttpSizeProbed,
    HttpTransferFailed,
    HttpTransferFinished,
    HttpTransferStarted,
    PiecesRead,
)
from fogportable.model import TransferSnapshot
from fogportable.protocol.address import MacAddress
from fogportable.services.files import FileStore, OpenFile
from fogportable.services.http_transfer import HttpTransfer
from fogportable.services.tftp_limits import Collapser, RequestBudget

#: A file that is read in pieces counts as read once no piece was asked for in this time (s).
QUIET_S = 15.0
#: GRUB breaks off a load to go on at another place; only when nothing follows within this time (s) it has failed.
BROKEN_S = 5.0
#: Small files that are told of one by one, per address and second: a script asked for in a loop must not fill the log.
_MOST_TOLD_PER_SECOND = 20
_SMALL_FILE_BYTES = 2 * 1024 * 1024
#: Files that are being read in pieces, of all clients together.
_MOST_RESTING = 1024

_Key = tuple[IPv4Address, str]


class HttpLedger:
    """Shared by the threads of all connections; `_lock` guards everything. Events are emitted without it."""

    def __init__(
        self,
        files: FileStore,
        *,
        emit: Callable[[Event], None],
        mac_of: Callable[[IPv4Address], MacAddress | None],
        promised: Callable[[str], Fault | None],
        numbers: Iterator[int],
    ) -> None:
        """numbers: of transfers, unlike those of other services."""
        self._files = files
        self._emit = emit
        self._mac_of = mac_of
        self._promised = promised
        self._numbers = numbers
        self._whole: dict[int, HttpTransfer] = {}
        self._pieces: dict[_Key, HttpTransfer] = {}
        self._budget = RequestBudget(_MOST_TOLD_PER_SECOND)
        self._collapser = Collapser()
        self._lock = threading.Lock()

    # --- what is going on ---------------------------------------------------------------------------------------

    def snapshots(self) -> tuple[TransferSnapshot, ...]:
        now = time.monotonic()
        with self._lock:
            return tuple(each.snapshot(now) for each in (*self._whole.values(), *self._pieces.values()))

    def running_clients(self) -> tuple[tuple[IPv4Address, MacAddress | None], ...]:
        """Who is being sent something now, each once."""
        with self._lock:
            loading = (*self._whole.values(), *(each for each in self._pieces.values() if each.users))
            return tuple(dict.fromkeys((each.address, each.mac) for each in loading))

    @property
    def has_resting(self) -> bool:
        """Whether `expire` may have something to do later."""
        return bool(self._pieces)

    # --- a file on its way --------------------------------------------------------------------------------------

    def begin(self, address: IPv4Address, file: str, size_bytes: int, *, is_piece: bool) -> HttpTransfer | None:
        """A file is being sent. None when it is not told: one of too many small ones."""
        with self._lock:
            known = self._go_on((address, file), is_piece=is_piece)
            if known is not None:
                return known
            is_small = size_bytes <= _SMALL_FILE_BYTES and not is_piece
            if is_small and not self._budget.take(address, time.monotonic()):
                return None
            number = next(self._numbers)
        mac = self._mac_of(address)
        made = HttpTransfer(number, address, file, size_bytes, mac=mac, is_pieces=is_piece)
        gone: list[HttpTransfer] = []
        with self._lock:
            if not is_piece:
                self._whole[number] = made
            else:
                known = self._go_on((address, file), is_piece=True)
                if known is not None:  # another connection of the client was faster
                    return known
                gone = self._keep((address, file), made)
        for each in gone:
            self._emit(self._end_of(each))
        self._emit(
            HttpTransferStarted(client=mac, transfer_id=number, address=address, file=file, size_bytes=size_bytes)
        )
        return made

    def _go_on(self, key: _Key, *, is_piece: bool) -> HttpTransfer | None:
        """What this request goes on with: a file that is read in pieces, or a load that broke off. The lock is held."""
        known = self._pieces.get(key)
        if known is None or (not is_piece and (known.users or not known.problem)):
            return None
        known.users += 1
        known.requests += 1
        known.problem = ""
        known.is_pieces = is_piece
        if not is_piece:
            self._whole[known.transfer_id] = self._pieces.pop(key)
            known.start_over()
        return known

    def finish(self, transfer: HttpTransfer | None) -> None:
        """The request was answered in full."""
        if transfer is None or self._is_left_open(transfer):
            return
        self._emit(
            HttpTransferFinished(
                client=self._learn_mac(transfer),
                transfer_id=transfer.transfer_id,
                address=transfer.address,
                file=transfer.file,
                size_bytes=transfer.size_bytes,
                duration_s=time.monotonic() - transfer.started_s,
            )
        )

    def break_off(self, transfer: HttpTransfer | None, reason: str, *, is_final: bool) -> None:
        """The request was not answered in full. is_final: it was our doing, so nothing can follow."""
        if transfer is None or self._is_left_open(transfer, reason):
            return
        ended: list[HttpTransfer] = [transfer]
        if not is_final:
            with self._lock:
                transfer.users, transfer.quiet_since_s = 0, time.monotonic()
                ended = self._keep((transfer.address, transfer.file), transfer)
        for each in ended:
            self._emit(self._end_of(each))

    def _keep(self, key: _Key, transfer: HttpTransfer) -> list[HttpTransfer]:
        """Remember what may go on. Returns what has to give way. The lock is held."""
        gone = [former] if (former := self._pieces.pop(key, None)) is not None else []
        self._pieces[key] = transfer
        if len(self._pieces) > _MOST_RESTING:
            gone.append(self._pieces.pop(next(iter(self._pieces))))
        return gone

    def _is_left_open(self, transfer: HttpTransfer, problem: str = "") -> bool:
        """Whether more pieces may follow. A whole file is taken out of the ledger."""
        with self._lock:
            transfer.problem = problem
            if transfer.is_pieces:
                transfer.users -= 1
                transfer.quiet_since_s = time.monotonic()
                return True
            self._whole.pop(transfer.transfer_id, None)
            return False

    def expire(self, now: float) -> None:
        """Close the books on what has been quiet for long. now: monotonic seconds, infinity for everything."""
        with self._lock:
            over = [
                key
                for key, each in self._pieces.items()
                if not each.users and now - each.quiet_since_s >= (BROKEN_S if each.problem else QUIET_S)
            ]
            ended = [self._pieces.pop(key) for key in over]
        for transfer in ended:
            self._emit(self._end_of(transfer))

    def _end_of(self, transfer: HttpTransfer) -> Event:
        mac = self._learn_mac(transfer)
        if transfer.problem and not transfer.is_pieces:
            return HttpTransferFailed(
                client=mac,
                transfer_id=transfer.transfer_id,
                address=transfer.address,
                file=transfer.file,
                size_bytes=transfer.size_bytes,
                sent_bytes=min(transfer.sent_bytes, transfer.size_bytes),
                reason=transfer.problem,
            )
        return PiecesRead(
            client=mac,
            transfer_id=transfer.transfer_id,
            address=transfer.address,
            file=transfer.file,
            size_bytes=transfer.size_bytes,
            sent_bytes=transfer.sent_bytes,
            requests=transfer.requests,
            duration_s=transfer.quiet_since_s - transfer.started_s,
        )

    def _learn_mac(self, transfer: HttpTransfer) -> MacAddress | None:
        if transfer.mac is None:
            transfer.mac = self._mac_of(transfer.address)
        return transfer.mac

    # --- what is not sent ---------------------------------------------------------------------------------------

    def note_probe(self, address: IPv4Address, file: str, size_bytes: int) -> None:
        """A HEAD was answered."""
        if not self._is_news(address, ("head", file)):
            return
        with self._lock:
            number = next(self._numbers)
        mac = self._mac_of(address)
        self._emit(HttpSizeProbed(client=mac, transfer_id=number, address=address, file=file, size_bytes=size_bytes))

    def note_rescue(self, address: IPv4Address, name: str, source: OpenFile) -> None:
        """The file was given although it was asked for by another name."""
        if self._is_news(address, (name, source.name)):
            self._emit(
                HttpFileRescued(
                    client=self._mac_of(address),
                    address=address,
                    asked=shown_name(name.encode()),
                    file=source.place,
                    why=source.rescues,
                    others=source.others,
                )
            )

    def note_missing(self, address: IPv4Address, name: str) -> None:
        """There is no such file."""
        names = self._files.candidates(name)
        fault = next((fault for each in names if (fault := self._promised(each)) is not None), None)
        if self._is_news(address, ("missing", names[0]), must_tell=fault is not None):
            self._emit(
                HttpFileNotFound(
                    client=self._mac_of(address),
                    address=address,
                    file=shown_name(name.encode()),
                    expected=fault is None and any(map(is_optional, names)),
                    fault=fault,
                )
            )

    def note_refusal(self, address: IPv4Address, file: bytes, reason: str) -> None:
        """file: as the client wrote it, b"" when it never got so far."""
        shown = shown_name(file)
        if self._is_news(address, (reason, shown)):
            mac = self._mac_of(address)
            self._emit(HttpRequestRefused(client=mac, address=address, file=shown, reason=reason))

    def note_unreadable(self, address: IPv4Address, name: str, reason: str) -> None:
        """The file is there, but it could not be opened."""
        if not self._is_news(address, ("unreadable", name)):
            return
        with self._lock:
            number = next(self._numbers)
        self._emit(
            HttpTransferFailed(
                client=self._mac_of(address),
                transfer_id=number,
                address=address,
                file=shown_name(name.encode()),
                size_bytes=0,
                sent_bytes=0,
                reason=reason,
            )
        )

    def _is_news(self, address: IPv4Address, what: tuple[str, str], *, must_tell: bool = False) -> bool:
        with self._lock:
            return self._collapser.is_news(address, what, time.monotonic(), must_tell=must_tell)
