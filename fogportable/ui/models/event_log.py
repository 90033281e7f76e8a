"""The log as a list model: records arrive in batches by cursor, the filter is part of the model.

Filtering happens here and not in a proxy: the log only ever grows at its end and shrinks at its front, so a batch
costs one `beginInsertRows` and no call back into Python per row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from fogportable.events import Level, Record, ServiceName
from fogportable.protocol.address import MacAddress
from fogportable.session.snapshots import EventBatch

#: As many as the journal keeps.
CAPACITY = 20_000

#: A full log makes room for this part of itself.
_SLACK = 20

_RANK = {Level.DETAIL: 0, Level.INFO: 1, Level.WARNING: 2, Level.FAILURE: 3}


class LogRole(IntEnum):
    """What a row offers beside its text."""

    RECORD = Qt.ItemDataRole.UserRole + 1
    SEQUENCE = Qt.ItemDataRole.UserRole + 2
    LEVEL = Qt.ItemDataRole.UserRole + 3
    TIME_TEXT = Qt.ItemDataRole.UserRole + 4
    LEVEL_WORD = Qt.ItemDataRole.UserRole + 5
    SENTENCE = Qt.ItemDataRole.UserRole + 6


@dataclass(frozen=True, slots=True)
class LogFilter:
    """What the log shows. level: this one and graver ones. service: None for all. text: words that must all occur."""

    level: Level = Level.DETAIL
    service: ServiceName | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    record: Record
    sentence: str
    haystack: str


def _as_line(record: Record) -> _Line:
    sentence = record.event.sentence()
    client = record.event.client
    return _Line(record, sentence, f"{sentence} {client or ''} {record.event.service}".casefold())


def _needles(text: str) -> tuple[str, ...]:
    """The words to look for. A MAC address is found however it is written."""
    try:
        return (str(MacAddress.parse(text)),)
    except ValueError:
        return tuple(text.casefold().split())


def _matching(lines: Iterable[_Line], wanted: LogFilter) -> list[_Line]:
    rank, service, needles = _RANK[wanted.level], wanted.service, _needles(wanted.text)
    return [
        line
        for line in lines
        if _RANK[line.record.event.level] >= rank
        and (service is None or line.record.event.service is service)
        and all(needle in line.haystack for needle in needles)
    ]


class EventLogModel(QAbstractListModel):
    """The newest records that pass the filter, oldest first.

    dropped: records that were lost before they could be read.
    While paused, rows stay as they are and new records wait, so that nothing moves under the reader's eyes.
    """

    counts_changed = Signal()
    dropped_changed = Signal(int)

    def __init__(self, parent: QObject | None = None, *, capacity: int = CAPACITY) -> None:
        super().__init__(parent)
        self._capacity = capacity
        self._lines: list[_Line] = []
        self._shown: list[_Line] = []
        self._waiting: list[_Line] = []
        self._filter = LogFilter()
        self._is_paused = False
        self._newest_sequence = 0
        self.dropped = 0

    # --- filling ----------------------------------------------------------------------------------------------

    def append_batch(self, batch: EventBatch, *, is_held: bool = False) -> None:
        """Take over the records of one tick. A sequence that starts over is another journal: so does the log.

        is_held: keep them for `flush`; many rows cost the view the same whether one comes or a thousand.
        """
        if batch.records and batch.records[0].sequence <= self._newest_sequence:
            self.clear()
        if batch.dropped:
            self.dropped += batch.dropped
            self.dropped_changed.emit(self.dropped)
        if not batch.records:
            return
        self._newest_sequence = batch.records[-1].sequence
        lines = [_as_line(record) for record in batch.records]
        self._waiting.extend(lines)
        del self._waiting[: -self._capacity]
        if is_held or self._is_paused:
            self.counts_changed.emit()
        else:
            self.flush()

    def flush(self) -> None:
        """Show what was held back, unless paused."""
        if self._waiting and not self._is_paused:
            waiting, self._waiting = self._waiting, []
            self._append(waiting)

    def _append(self, lines: Sequence[_Line]) -> None:
        lines = lines[-self._capacity :]
        self._make_room(len(lines))
        self._lines.extend(lines)
        shown = _matching(lines, self._filter)
        if shown:
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(shown) - 1)
            self._shown.extend(shown)
            self.endInsertRows()
        self.counts_changed.emit()

    def _make_room(self, coming: int) -> None:
        excess = len(self._lines) + coming - self._capacity
        if excess <= 0:
            return
        # Some more at once, so that a full log does not lose rows at every tick.
        excess = min(excess + self._capacity // _SLACK, len(self._lines))
        last_lost = self._lines[excess - 1].record.sequence
        del self._lines[:excess]
        gone = next((row for row, line in enumerate(self._shown) if line.record.sequence > last_lost), len(self._shown))
        if gone:
            self.beginRemoveRows(QModelIndex(), 0, gone - 1)
            del self._shown[:gone]
            self.endRemoveRows()

    def clear(self) -> None:
        """Forget everything: another session has another journal. The filter stays."""
        self.beginResetModel()
        self._lines, self._shown, self._waiting = [], [], []
        self._newest_sequence = 0
        self.endResetModel()
        if self.dropped:
            self.clear_dropped()
        self.counts_changed.emit()

    def clear_dropped(self) -> None:
        """The reader has seen that lines are missing."""
        self.dropped = 0
        self.dropped_changed.emit(0)

    # --- what is shown ----------------------------------------------------------------------------------------

    @property
    def filter(self) -> LogFilter:
        return self._filter

    def set_filter(self, wanted: LogFilter) -> None:
        """Show only these, now."""
        if wanted == self._filter:
            return
        self._filter = wanted
        self.beginResetModel()
        self._shown = _matching(self._lines, wanted)
        self.endResetModel()
        self.counts_changed.emit()

    @property
    def is_paused(self) -> bool:
        return self._is_paused

    def set_paused(self, is_paused: bool) -> None:
        """Hold new records back, or show those that were held back."""
        if is_paused == self._is_paused:
            return
        self._is_paused = is_paused
        self.flush()
        self.counts_changed.emit()

    @property
    def waiting_count(self) -> int:
        """Records held back by pause."""
        return len(self._waiting)

    @property
    def total_count(self) -> int:
        """Records kept, shown or not, without those held back."""
        return len(self._lines)

    def row_of(self, sequence: int) -> int | None:
        """The row of a record, None when the filter hides it or it is no longer kept."""
        low, high = 0, len(self._shown)
        while low < high:
            middle = (low + high) // 2
            if self._shown[middle].record.sequence < sequence:
                low = middle + 1
            else:
                high = middle
        if low < len(self._shown) and self._shown[low].record.sequence == sequence:
            return low
        return None

    def text_of(self, rows: Iterable[int]) -> str:
        """The rows as text that reads well in a chat: one line each, the level named where it is trouble."""
        return "\n".join(self._chat_line(self._shown[row]) for row in sorted(rows))

    def _chat_line(self, line: _Line) -> str:
        level = line.record.event.level
        word = f"{self.level_word(level)}: " if _RANK[level] >= _RANK[Level.WARNING] else ""
        return f"{_clock(line.record)}  {word}{line.sentence}"

    def level_word(self, level: Level) -> str:
        return {
            Level.DETAIL: self.tr("Detail"),
            Level.INFO: self.tr("Information"),
            Level.WARNING: self.tr("Warning"),
            Level.FAILURE: self.tr("Failure"),
        }[level]

    # --- Qt ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._shown):
            return None
        line = self._shown[index.row()]
        level = line.record.event.level
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._chat_line(line)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.level_word(level)}, {line.sentence} {_clock(line.record)}"
            case LogRole.RECORD:
                return line.record
            case LogRole.SEQUENCE:
                return line.record.sequence
            case LogRole.LEVEL:
                return level
            case LogRole.TIME_TEXT:
                return _clock(line.record)
            case LogRole.LEVEL_WORD:
                return self.level_word(level)
            case LogRole.SENTENCE:
                return line.sentence
        return None


def _clock(record: Record) -> str:
    return record.time.astimezone().strftime("%H:%M:%S")
