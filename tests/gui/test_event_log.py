"""The log's list model: batches, bound, filter, pause."""

from __future__ import annotations

from datetime import UTC, datetime
from ipaddress import IPv4Address

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from fogportable.events import (
    ClientAsked,
    Event,
    Level,
    Record,
    RequestIgnored,
    RequestRefused,
    ServiceName,
    SessionStopped,
    TransferFailed,
)
from fogportable.protocol.address import MacAddress
from fogportable.session.snapshots import EventBatch
from fogportable.ui.models.event_log import EventLogModel, LogFilter, LogRole

DELL = MacAddress.parse("d0:67:e5:00:00:09")
HP = MacAddress.parse("3c:52:82:6a:01:9f")

ASKED = ClientAsked(client=DELL, interface="eth0", arch=7, uuid=None, vendor_class="", runs_ipxe=False, port=67)
IGNORED = RequestIgnored(client=HP, interface="eth0", arch=None, reason="it did not ask for network boot")
REFUSED = RequestRefused(client=HP, address=IPv4Address("10.0.0.9"), file="../x", reason="outside the boot folder")
FAILED = TransferFailed(
    client=HP,
    transfer_id=1,
    address=IPv4Address("10.0.0.9"),
    file="ipxe.efi",
    size_bytes=1000,
    sent_bytes=0,
    reason="the computer fell silent",
)
STOPPED = SessionStopped(cut=())
EVERY_KIND = (ASKED, IGNORED, REFUSED, FAILED, STOPPED)


def batch(*events: Event, after: int = 0, dropped: int = 0) -> EventBatch:
    moment = datetime(2026, 11, 24, 9, 31, 4, tzinfo=UTC)
    first = after + dropped + 1
    records = tuple(Record(first + i, float(i), moment, event) for i, event in enumerate(events))
    return EventBatch(records, first + len(events) - 1, dropped)


def sentences(model: EventLogModel) -> list[str]:
    return [model.index(row).data(LogRole.SENTENCE) for row in range(model.rowCount())]


def test_model_keeps_the_rules_of_qt_models_while_growing_shrinking_and_filtering(
    qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    model = EventLogModel(capacity=6)
    qtmodeltester.check(model)
    model.append_batch(batch(*EVERY_KIND))
    model.append_batch(batch(*EVERY_KIND, after=5))
    model.set_filter(LogFilter(level=Level.WARNING))
    model.append_batch(batch(*EVERY_KIND, after=10))
    qtmodeltester.check(model)


def test_one_batch_is_one_insertion(qtbot: QtBot) -> None:
    model = EventLogModel()
    insertions: list[tuple[int, int]] = []

    def note(_parent: QModelIndex, first: int, last: int) -> None:
        insertions.append((first, last))

    model.rowsInserted.connect(note)
    model.append_batch(batch(*EVERY_KIND))
    model.append_batch(batch(*EVERY_KIND, after=5))
    assert insertions == [(0, 4), (5, 9)]


def test_empty_batch_brings_no_rows(qtbot: QtBot) -> None:
    model = EventLogModel()
    model.append_batch(EventBatch((), 7, 0))
    assert model.rowCount() == 0


@pytest.mark.parametrize("level", list(Level))
def test_front_is_removed_in_one_go_when_full(qtbot: QtBot, level: Level) -> None:
    model = EventLogModel(capacity=7)
    model.set_filter(LogFilter(level=level))
    removals: list[tuple[int, int]] = []

    def note(_parent: QModelIndex, first: int, last: int) -> None:
        removals.append((first, last))

    model.rowsRemoved.connect(note)
    for round_ in range(3):
        model.append_batch(batch(*EVERY_KIND, after=5 * round_))
        assert model.total_count <= 7
    assert len(removals) <= 2
    assert all(first == 0 for first, _last in removals)
    kept = [model.index(row).data(LogRole.SEQUENCE) for row in range(model.rowCount())]
    assert kept == sorted(kept)
    assert all(sequence > 15 - 7 for sequence in kept)


def test_held_records_are_shown_with_the_next_ones_in_one_insertion(qtbot: QtBot) -> None:
    model = EventLogModel()
    model.append_batch(batch(ASKED), is_held=True)
    assert (model.rowCount(), model.waiting_count) == (0, 1)
    with qtbot.waitSignal(model.rowsInserted) as blocker:
        model.append_batch(batch(FAILED, STOPPED, after=1))
    assert blocker.args is not None
    assert blocker.args[1:] == [0, 2]


def test_batch_larger_than_the_bound_keeps_its_newest(qtbot: QtBot) -> None:
    model = EventLogModel(capacity=3)
    model.append_batch(batch(ASKED, ASKED))
    model.append_batch(batch(*EVERY_KIND, after=2))
    assert [model.index(row).data(LogRole.SEQUENCE) for row in range(3)] == [5, 6, 7]


def test_level_filter_shows_this_level_and_graver(qtbot: QtBot) -> None:
    model = EventLogModel()
    model.append_batch(batch(*EVERY_KIND))
    counts = {}
    for level in Level:
        model.set_filter(LogFilter(level=level))
        counts[level] = model.rowCount()
    assert counts == {Level.DETAIL: 5, Level.INFO: 4, Level.WARNING: 2, Level.FAILURE: 1}


def test_service_filter(qtbot: QtBot) -> None:
    model = EventLogModel()
    model.set_filter(LogFilter(service=ServiceName.TFTP))
    model.append_batch(batch(*EVERY_KIND))
    assert sentences(model) == [REFUSED.sentence(), FAILED.sentence()]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("3C-52-82-6A-01-9F", [IGNORED, REFUSED, FAILED]),
        ("3c52826a019f", [IGNORED, REFUSED, FAILED]),
        ("10.0.0.9", [REFUSED, FAILED]),
        ("IPXE.EFI silent", [FAILED]),
        ("nothing of the kind", []),
        ("   ", list(EVERY_KIND)),
    ],
)
def test_text_filter_finds_words_and_addresses_however_written(qtbot: QtBot, text: str, wanted: list[Event]) -> None:
    model = EventLogModel()
    model.append_batch(batch(*EVERY_KIND))
    model.set_filter(LogFilter(text=text))
    assert sentences(model) == [event.sentence() for event in wanted]


def test_paused_rows_stand_still_and_nothing_is_lost(qtbot: QtBot) -> None:
    model = EventLogModel()
    model.append_batch(batch(ASKED))
    model.set_paused(True)
    model.append_batch(batch(FAILED, STOPPED, after=1))
    assert (model.rowCount(), model.waiting_count) == (1, 2)
    model.set_paused(False)
    assert (model.rowCount(), model.waiting_count) == (3, 0)


def test_journal_that_starts_over_replaces_the_one_before(qtbot: QtBot) -> None:
    model = EventLogModel()
    model.append_batch(batch(*EVERY_KIND, dropped=3))
    model.append_batch(batch(FAILED))
    assert sentences(model) == [FAILED.sentence()]
    assert (model.dropped, model.row_of(1)) == (0, 0)


def test_dropped_records_are_counted(qtbot: QtBot) -> None:
    model = EventLogModel()
    with qtbot.waitSignal(model.dropped_changed) as blocker:
        model.append_batch(batch(ASKED, dropped=412))
    assert blocker.args == [412]
    assert model.dropped == 412
    model.clear_dropped()
    assert model.dropped == 0


def test_row_of_a_sequence_respects_the_filter(qtbot: QtBot) -> None:
    model = EventLogModel()
    model.append_batch(batch(*EVERY_KIND))
    assert model.row_of(4) == 3
    model.set_filter(LogFilter(level=Level.WARNING))
    assert model.row_of(4) == 1
    assert model.row_of(1) is None
    assert model.row_of(99) is None


def test_copied_text_names_the_level_only_where_it_is_trouble(qtbot: QtBot) -> None:
    model = EventLogModel()
    model.append_batch(batch(ASKED, FAILED))
    first, second = model.text_of([1, 0]).splitlines()
    assert first.endswith(f"  {ASKED.sentence()}")
    assert "Failure: " + FAILED.sentence() in second


def test_row_tells_a_screen_reader_level_sentence_and_time(qtbot: QtBot) -> None:
    model = EventLogModel()
    model.append_batch(batch(FAILED))
    text = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text.startswith("Failure, 3c:52:82:6a:01:9f")
    assert model.index(0).data(LogRole.TIME_TEXT) in text


def test_full_log_is_filtered_whole(qtbot: QtBot) -> None:
    model = EventLogModel()
    for start in range(0, 20_500, 500):
        model.append_batch(batch(*(EVERY_KIND * 100), after=start))
    model.set_filter(LogFilter(level=Level.INFO, text="ipxe.efi silent"))
    assert (model.total_count, model.rowCount()) == (19_000, 3_800)
