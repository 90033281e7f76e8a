"""The ended transfers of a session, which survive as rows. The running ones are the services'."""

from __future__ import annotations

import threading
from collections import OrderedDict
from datetime import timedelta

from fogportable.events import (
    Event,
    PiecesRead,
    Record,
    ServiceName,
    SizeProbed,
    TransferFailed,
    TransferFinished,
)
from fogportable.model import TransferProtocol, TransferSnapshot, TransferState

#: Ended transfers kept for display. The journal and the clients keep what a report needs.
CAPACITY = 2000


class TransferBook:
    """Written by the thread that emits events, read by front ends. `_lock` guards everything."""

    def __init__(self) -> None:
        self._ended: OrderedDict[int, TransferSnapshot] = OrderedDict()
        self._lock = threading.Lock()

    def apply(self, record: Record) -> None:
        """Keep a transfer that ended."""
        ended = _ended_transfer(record)
        if ended is None:
            return
        with self._lock:
            self._ended[ended.transfer_id] = ended
            if len(self._ended) > CAPACITY:
                self._ended.popitem(last=False)

    def ended(self) -> tuple[TransferSnapshot, ...]:
        """Ended transfers, oldest first."""
        with self._lock:
            return tuple(self._ended.values())


def _ended_transfer(record: Record) -> TransferSnapshot | None:
    event: Event = record.event
    match event:
        case TransferFinished():
            return TransferSnapshot(
                transfer_id=event.transfer_id,
                mac=event.client,
                address=event.address,
                file=event.file,
                state=TransferState.FINISHED,
                size_bytes=event.size_bytes,
                sent_bytes=event.size_bytes,
                started=record.time - timedelta(seconds=event.duration_s),
                duration_s=event.duration_s,
                rate_bytes_per_s=event.size_bytes / event.duration_s if event.duration_s > 0 else None,
                block_size=event.block_size,
                window_size=event.window_size,
                retransmits=event.retransmits,
                protocol=_protocol_of(event),
            )
        case PiecesRead():
            return TransferSnapshot(
                transfer_id=event.transfer_id,
                mac=event.client,
                address=event.address,
                file=event.file,
                state=TransferState.FINISHED,
                size_bytes=event.size_bytes,
                sent_bytes=min(event.sent_bytes, event.size_bytes),
                started=record.time - timedelta(seconds=event.duration_s),
                duration_s=event.duration_s,
                rate_bytes_per_s=event.sent_bytes / event.duration_s if event.duration_s > 0 else None,
                block_size=0,
                window_size=0,
                retransmits=0,
                protocol=TransferProtocol.HTTP,
            )
        case TransferFailed() | SizeProbed():
            is_probe = isinstance(event, SizeProbed)
            return TransferSnapshot(
                transfer_id=event.transfer_id,
                mac=event.client,
                address=event.address,
                file=event.file,
                state=TransferState.PROBE if is_probe else TransferState.FAILED,
                size_bytes=event.size_bytes,
                sent_bytes=0 if isinstance(event, SizeProbed) else event.sent_bytes,
                started=record.time,
                duration_s=0.0,
                rate_bytes_per_s=None,
                block_size=0,
                window_size=0,
                retransmits=0,
                reason="" if isinstance(event, SizeProbed) else event.reason,
                protocol=_protocol_of(event),
            )
        case _:
            return None


def _protocol_of(event: Event) -> TransferProtocol:
    return TransferProtocol.HTTP if event.service is ServiceName.HTTP else TransferProtocol.TFTP
