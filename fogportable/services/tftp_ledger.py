"""What is told about TFTP: events for transfers, names that are not there, names that are refused; few in any flood."""

from __future__ import annotations

import itertools
import logging
import time
from collections.abc import Callable, Iterator, Mapping
from ipaddress import IPv4Address

from fogportable.boot.file_names import FileStoreError, is_optional, shown_name, split_name
from fogportable.errors import Fault
from fogportable.events import (
    Event,
    FileNotFound,
    FileRescued,
    RequestRefused,
    SizeProbed,
    TransferFailed,
    TransferFinished,
    TransferStarted,
)
from fogportable.protocol.address import MacAddress
from fogportable.protocol.tftp import Outcome
from fogportable.services.files import FileStore, OpenFile
from fogportable.services.tftp_limits import Collapser
from fogportable.services.tftp_transfer import RunningTransfer

_log = logging.getLogger("fogportable.tftp")

#: Faults of files that a boot rule or the menu promised: by name, or asked for by cleaned name.
Promised = Mapping[str, Fault] | Callable[[str], Fault | None]


class TftpLedger:
    """Owned by the TFTP thread."""

    def __init__(
        self,
        files: FileStore,
        *,
        emit: Callable[[Event], None],
        mac_of: Callable[[IPv4Address], MacAddress | None],
        promised: Promised | None,
        numbers: Iterator[int] | None,
    ) -> None:
        """numbers: of transfers, unlike those of other services."""
        self._files = files
        self._emit = emit
        self.mac_of = mac_of
        self._promised = _lookup(promised)
        self._numbers = numbers if numbers is not None else itertools.count(1)
        self._collapser = Collapser()

    def next_number(self) -> int:
        """For one more transfer."""
        return next(self._numbers)

    def _learn_mac(self, transfer: RunningTransfer) -> None:
        """The kernel knows some neighbours only once something was sent to them."""
        if transfer.mac is None:
            transfer.mac = self.mac_of(transfer.address)

    def tell_started(self, transfer: RunningTransfer) -> None:
        """More than the size was asked for."""
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

    def tell_over(self, transfer: RunningTransfer) -> None:
        """A transfer has ended, one way or another."""
        self._learn_mac(transfer)
        last = transfer.snapshot(time.monotonic())
        mac, number, address, file, size = last.mac, last.transfer_id, last.address, last.file, last.size_bytes
        event: Event
        match transfer.machine.outcome:
            case Outcome.PROBED:
                event = SizeProbed(
                    client=mac,
                    transfer_id=number,
                    address=address,
                    file=file,
                    size_bytes=size,
                    is_heard=not transfer.machine.reason,
                )
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

    def tell_failed_start(self, address: IPv4Address, file: str, reason: str) -> None:
        """A transfer that could not even begin. reason: for people, one clause."""
        self._emit(
            TransferFailed(
                client=self.mac_of(address),
                transfer_id=next(self._numbers),
                address=address,
                file=file,
                size_bytes=0,
                sent_bytes=0,
                reason=reason,
            )
        )

    def tell_missing(self, address: IPv4Address, name: bytes, now: float) -> None:
        """There is no such file. now: monotonic seconds."""
        names = self._files.candidates(name)
        fault = next((fault for each in names if (fault := self._promised(each)) is not None), None)
        if self._collapser.is_news(address, ("missing", names[0]), now, must_tell=fault is not None):
            self._emit(
                FileNotFound(
                    client=self.mac_of(address),
                    address=address,
                    file=shown_name(name),
                    expected=fault is None and any(map(is_optional, names)),
                    fault=fault,
                )
            )

    def tell_rescued(self, address: IPv4Address, name: bytes, source: OpenFile, now: float) -> None:
        """The file was given although it was asked for by another name. now: monotonic seconds."""
        if self._collapser.is_news(address, ("rescued", name, source.name), now):
            self._emit(
                FileRescued(
                    client=self.mac_of(address),
                    address=address,
                    asked=shown_name(name),
                    file=source.place,
                    why=source.rescues,
                    others=source.others,
                )
            )

    def tell_refused(self, address: IPv4Address, file: str, reason: str, now: float) -> None:
        """A request that is never served. file: for people. now: monotonic seconds."""
        if self._collapser.is_news(address, (reason, file), now):
            self._emit(RequestRefused(client=self.mac_of(address), address=address, file=file, reason=reason))


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
