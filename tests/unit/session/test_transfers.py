"""Ended transfers survive, with honest figures."""

from __future__ import annotations

from datetime import UTC, datetime
from ipaddress import IPv4Address

import pytest

from fogportable.events import (
    Event,
    HttpTransferFinished,
    PiecesRead,
    Record,
    SizeProbed,
    TransferFailed,
    TransferFinished,
)
from fogportable.model import TransferProtocol, TransferState
from fogportable.session import transfers
from fogportable.session.transfers import TransferBook

ADDRESS = IPv4Address("192.168.1.50")


def _record(event: Event) -> Record:
    return Record(1, 0.0, datetime(2026, 1, 1, tzinfo=UTC), event)


def _finished(number: int) -> TransferFinished:
    return TransferFinished(
        transfer_id=number,
        address=ADDRESS,
        file="f",
        size_bytes=1000,
        duration_s=2.0,
        retransmits=3,
        block_size=1468,
        window_size=4,
    )


def test_a_finished_transfer_keeps_its_figures() -> None:
    book = TransferBook()
    book.apply(_record(_finished(1)))
    (kept,) = book.ended()
    assert kept.state is TransferState.FINISHED
    assert kept.rate_bytes_per_s == 500.0
    assert kept.retransmits == 3


def test_failed_transfers_and_size_probes_are_told_apart() -> None:
    book = TransferBook()
    book.apply(
        _record(
            TransferFailed(transfer_id=1, address=ADDRESS, file="f", size_bytes=9, sent_bytes=4, reason="cable pulled")
        )
    )
    book.apply(_record(SizeProbed(transfer_id=2, address=ADDRESS, file="f", size_bytes=9)))
    failed, probe = book.ended()
    assert (failed.state, failed.reason, failed.sent_bytes) == (TransferState.FAILED, "cable pulled", 4)
    assert probe.state is TransferState.PROBE


def test_ended_transfers_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transfers, "CAPACITY", 10)
    book = TransferBook()
    for number in range(30):
        book.apply(_record(_finished(number)))
    assert [each.transfer_id for each in book.ended()] == list(range(20, 30))


def test_transfers_of_http_are_marked_as_such() -> None:
    book = TransferBook()
    book.apply(_record(_finished(1)))
    book.apply(_record(HttpTransferFinished(transfer_id=2, address=ADDRESS, file="f", size_bytes=1000, duration_s=2.0)))
    tftp, over_http = book.ended()
    assert (tftp.protocol, over_http.protocol) == (TransferProtocol.TFTP, TransferProtocol.HTTP)
    assert over_http.rate_bytes_per_s == 500.0


def test_a_file_read_in_pieces_shows_no_more_than_its_size() -> None:
    book = TransferBook()
    pieces = PiecesRead(
        transfer_id=3, address=ADDRESS, file="x.iso", size_bytes=1000, sent_bytes=4000, requests=40, duration_s=2.0
    )
    book.apply(_record(pieces))
    (kept,) = book.ended()
    assert (kept.state, kept.sent_bytes, kept.rate_bytes_per_s) == (TransferState.FINISHED, 1000, 2000.0)
