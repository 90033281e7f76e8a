"""Transfers of a session: the running ones with their rate, and the ended ones, which survive as rows."""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from dataclasses import replace
from datetime import timedelta

from fogportable.events import Event, Record, SizeProbed, TransferFailed, TransferFinished
from fogportable.model import TransferSnapshot, TransferState

#: Ended transfers kept for display. The journal and the clients keep what a report needs.
CAPACITY = 2000

#: Rates follow the last seconds: the weight of older ones falls to 1/e in this time (s).
_MEMORY_S = 2.0

#: Shorter intervals than this (s) give no honest rate.
_SHORTEST_S = 0.05


class RateMeter:
    """Bytes per second of one transfer, as an exponentially weighted average over snapshots, not over blocks."""

    __slots__ = ("_at_s", "_bytes", "_rate")

    def __init__(self, at_s: float, sent_bytes: int) -> None:
        self._at_s = at_s
        self._bytes = sent_bytes
        self._rate: float | None = None

    def read(self, at_s: float, sent_bytes: int) -> float | None:
        """Take a sample and return the rate; None before there are two samples."""
        elapsed = at_s - self._at_s
        if elapsed < _SHORTEST_S:
            return self._rate
        current = max(0, sent_bytes - self._bytes) / elapsed
        weight = 1.0 if self._rate is None else 1.0 - math.exp(-elapsed / _MEMORY_S)
        self._rate = current if self._rate is None else self._rate + weight * (current - self._rate)
        self._at_s, self._bytes = at_s, sent_bytes
        return self._rate


class TransferBook:
    """Written by the thread that emits events, read by front ends. `_lock` guards everything."""

    def __init__(self) -> None:
        self._ended: OrderedDict[int, TransferSnapshot] = OrderedDict()
        self._meters: dict[int, RateMeter] = {}
        self._lock = threading.Lock()

    def apply(self, record: Record) -> None:
        """Keep a transfer that ended."""
        ended = _ended_transfer(record)
        if ended is None:
            return
        with self._lock:
            self._meters.pop(ended.transfer_id, None)
            self._ended[ended.transfer_id] = ended
            if len(self._ended) > CAPACITY:
                self._ended.popitem(last=False)

    def with_rates(self, running: tuple[TransferSnapshot, ...], now_s: float) -> tuple[TransferSnapshot, ...]:
        """The running transfers, each with its rate."""
        with self._lock:
            return tuple(replace(each, rate_bytes_per_s=self._rate(each, now_s)) for each in running)

    def ended(self) -> tuple[TransferSnapshot, ...]:
        """Ended transfers, oldest first."""
        with self._lock:
            return tuple(self._ended.values())

    def _rate(self, transfer: TransferSnapshot, now_s: float) -> float | None:
        meter = self._meters.get(transfer.transfer_id)
        if meter is None:
            if transfer.transfer_id not in self._ended:
                self._meters[transfer.transfer_id] = RateMeter(now_s, transfer.sent_bytes)
            return None
        return meter.read(now_s, transfer.sent_bytes)


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
            )
        case _:
            return None
