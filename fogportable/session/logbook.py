"""What a report needs of a session besides its rows: when it began and ended, what was sent to whom, what failed."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from dataclasses import dataclass, field
from datetime import datetime

from fogportable.errors import Fault, FaultCode, describe
from fogportable.events import (
    ArchWithoutFile,
    ChainloadLoopStopped,
    ClientTakenBySite,
    Event,
    FaultRaised,
    FileNotFound,
    PiecesRead,
    Record,
    SessionStarted,
    SessionStopped,
    TransferFailed,
    TransferFinished,
)
from fogportable.protocol.address import MacAddress
from fogportable.report.facts import Course, Delivery, Trouble

#: As many computers as have rows; the one that was sent nothing for the longest goes first.
CAPACITY = 4096

#: Of each computer.
MOST_FILES = 8
MOST_TROUBLES = 4


@dataclass(slots=True)
class _Account:
    sent_bytes: int = 0
    finished_bytes: int = 0
    loading_s: float = 0.0
    file_count: int = 0
    files: deque[str] = field(default_factory=lambda: deque(maxlen=MOST_FILES))
    troubles: OrderedDict[FaultCode, Trouble] = field(default_factory=OrderedDict)

    def arrived(self, file: str, size_bytes: int, duration_s: float) -> None:
        self.sent_bytes += size_bytes
        self.finished_bytes += size_bytes
        self.loading_s += duration_s
        self.file_count += 1
        if file in self.files:
            self.files.remove(file)  # Told once, where it came last.
        self.files.append(file)

    def trouble(self, time: datetime, fault: Fault) -> None:
        self.troubles[fault.code] = Trouble(time, fault)
        self.troubles.move_to_end(fault.code)
        if len(self.troubles) > MOST_TROUBLES:
            self.troubles.popitem(last=False)


class Logbook:
    """Written by the threads that emit events, read by front ends. `_lock` guards everything."""

    def __init__(self) -> None:
        self._accounts: OrderedDict[MacAddress, _Account] = OrderedDict()
        self._unplaced_bytes = 0
        #: Of all transfers that have ended, together.
        self.sent_bytes = 0
        self._started: datetime | None = None
        self._stopped: datetime | None = None
        self._lock = threading.Lock()

    def apply(self, record: Record) -> None:
        """Take in one event; most say nothing here."""
        event = record.event
        match event:
            case TransferFinished():
                self._arrived(event.client, event.file, event.size_bytes, event.duration_s)
            case PiecesRead():
                self._arrived(event.client, event.file, event.sent_bytes, event.duration_s)
            case SessionStarted():
                with self._lock:
                    self._started, self._stopped = record.time, None
            case SessionStopped():
                with self._lock:
                    self._stopped = record.time
            case _:
                fault = _trouble_of(event)
                if fault is not None:
                    self._failed(record, fault, event.sent_bytes if isinstance(event, TransferFailed) else 0)

    def course(self) -> Course:
        """All of it so far."""
        with self._lock:
            deliveries = tuple(
                Delivery(
                    mac,
                    each.sent_bytes,
                    each.finished_bytes,
                    each.loading_s,
                    tuple(each.files),
                    each.file_count,
                    tuple(each.troubles.values()),
                )
                for mac, each in self._accounts.items()
            )
            return Course(self._started, self._stopped, deliveries, self._unplaced_bytes)

    def _arrived(self, mac: MacAddress | None, file: str, size_bytes: int, duration_s: float) -> None:
        with self._lock:
            self.sent_bytes += size_bytes
            if mac is None:
                self._unplaced_bytes += size_bytes
            else:
                self._account(mac).arrived(file, size_bytes, duration_s)

    def _failed(self, record: Record, fault: Fault, sent_bytes: int) -> None:
        mac = record.event.client
        with self._lock:
            self.sent_bytes += sent_bytes
            if mac is None:
                self._unplaced_bytes += sent_bytes
                return
            account = self._account(mac)
            account.trouble(record.time, fault)
            account.sent_bytes += sent_bytes

    def _account(self, mac: MacAddress) -> _Account:
        account = self._accounts.get(mac)
        if account is None:
            account = self._accounts[mac] = _Account()
            if len(self._accounts) > CAPACITY:
                self._unplaced_bytes += self._accounts.popitem(last=False)[1].sent_bytes
        else:
            self._accounts.move_to_end(mac)
        return account


def _trouble_of(event: Event) -> Fault | None:
    """What an event says is wrong with its computer."""
    match event:
        case ArchWithoutFile() | ChainloadLoopStopped() | ClientTakenBySite() | FaultRaised() | FileNotFound():
            return event.fault
        case TransferFailed():
            return describe(FaultCode.TRANSFER_FAILED, file=event.file, reason=event.reason)
        case _:
            return None
