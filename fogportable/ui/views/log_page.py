"""The Log page: everything that happened, filtered, followed or held still, and copied as text."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib import metadata

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSortFilterProxyModel, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fogportable.events import Record
from fogportable.session.snapshots import EventBatch
from fogportable.ui.delegates.log_line import LogLineDelegate
from fogportable.ui.models.event_log import CAPACITY, EventLogModel, LogFilter, LogRole
from fogportable.ui.theme import FontRole, Kind, font, set_kind
from fogportable.ui.widgets.log_filters import LogFilters
from fogportable.ui.widgets.problem_line import ProblemLine

#: A list view lays out all its rows whenever one comes: with more than this many, rows come less often.
MANY_ROWS = 3000
CATCH_UP_MS = 500

#: Logical pixels of the page.
NARROW_WIDTH = 700


class _LogList(QListView):
    """Leaves copying to the page; Qt's own would take one line only. copy_asked: the keys for it were pressed."""

    copy_asked = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the newest line: Qt's own would begin at the first and scroll there with the next key."""
        last = self.model().rowCount() - 1
        if not self.currentIndex().isValid() and last >= 0:
            index = self.model().index(last, 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)


class LogPage(QWidget):
    """Filters above, lines in the middle, the current line in full below.

    Follows the newest line until the reader scrolls up; scrolling to the end follows again.
    """

    def __init__(self, parent: QWidget | None = None, *, capacity: int = CAPACITY) -> None:
        super().__init__(parent)
        self.setObjectName("logPage")
        self.model = EventLogModel(self, capacity=capacity)
        # The same rows by a model that is not ours: a list view asks for every row whenever one comes, which takes a
        # twentieth of a second for twenty thousand where Python has to answer.
        self.rows = QSortFilterProxyModel(self)
        self.rows.setSourceModel(self.model)
        self._is_scrolling_itself = False
        self._catch_up = QTimer(self)
        self._catch_up.setSingleShot(True)
        self._catch_up.setInterval(CATCH_UP_MS)
        self._catch_up.timeout.connect(self._on_catch_up)
        self.filters = LogFilters(self)
        self.filters.filter_changed.connect(self._on_filter)
        self._build_switches()
        self._build_list()
        self._build_empty()
        self._build_notes()
        self._lay_out()
        self.model.counts_changed.connect(self._show_counts)
        self.model.dropped_changed.connect(self._show_dropped)
        self._show_counts()

    # --- for the window ---------------------------------------------------------------------------------------

    def append_batch(self, batch: EventBatch) -> None:
        """Take over the records of one tick. What is being read does not move."""
        if self._catch_up.isActive():
            self.model.append_batch(batch, is_held=True)
            return
        with self._standing_still():
            self.model.append_batch(batch)
        if batch.records and self.model.rowCount() > MANY_ROWS:
            self._catch_up.start()

    def _on_catch_up(self) -> None:
        with self._standing_still():
            self.model.flush()

    @contextmanager
    def _standing_still(self) -> Iterator[None]:
        """Rows come and go inside: afterwards the newest is in sight when followed, else the same as before."""
        if not self.isVisible():
            yield  # Nobody looks: to ask where rows are would lay all of them out.
            return
        anchor = None if self.follow_switch.isChecked() else self._top_sequence()
        newest = self._last_sequence()
        self._is_scrolling_itself = True
        yield
        if anchor is not None:
            self._hold(anchor)
        elif self._last_sequence() != newest:
            self.list.scrollToBottom()
        self._is_scrolling_itself = False

    def clear(self) -> None:
        """Another session begins with another journal."""
        self._is_scrolling_itself = True
        self.model.clear()
        self._is_scrolling_itself = False
        self.pause_switch.setChecked(False)

    def show_sequence(self, sequence: int) -> bool:
        """Jump to a line, lifting the filter when it hides it. False when the line is no longer kept."""
        self._on_catch_up()
        if self.model.is_paused and self.model.row_of(sequence) is None:
            self.pause_switch.setChecked(False)
        if self.model.row_of(sequence) is None:
            self.filters.show_all()
        row = self.model.row_of(sequence)
        if row is None:
            return False
        self.follow_switch.setChecked(row == self.model.rowCount() - 1 and self.follow_switch.isChecked())
        index = self.rows.index(row, 0)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def focus_find(self) -> None:
        """Ctrl+F."""
        self.filters.focus_find()

    # --- building ---------------------------------------------------------------------------------------------

    def _build_switches(self) -> None:
        self.follow_switch = _make_switch(self, "logFollow", self.tr("Follow"))
        self.follow_switch.setToolTip(self.tr("Keep the newest line in sight; stops when you scroll up"))
        self.follow_switch.setChecked(True)
        self.follow_switch.toggled.connect(self._on_follow)
        self.pause_switch = _make_switch(self, "logPause", self.tr("Pause"))
        self.pause_switch.setToolTip(self.tr("Hold the list still; new lines wait and none is lost"))
        self.pause_switch.toggled.connect(self._on_pause)
        keys = QKeySequence(QKeySequence.StandardKey.Copy).toString(QKeySequence.SequenceFormat.NativeText)
        # Shown, not set: the window has this shortcut for all pages, and two would be none.
        self.copy_action = QAction(f"{self.tr('Copy')}\t{keys}", self)
        self.copy_action.triggered.connect(self.copy)
        self.copy_button = QPushButton(self.tr("Copy"), self)
        self.copy_button.setObjectName("logCopy")
        self.copy_button.setToolTip(
            self.tr("Copy the selected lines, or all that are shown ({keys})").format(keys=keys)
        )
        self.copy_button.clicked.connect(self.copy)

    def _build_list(self) -> None:
        self.list = _LogList(self)
        self.list.setObjectName("logList")
        self.list.setAccessibleName(self.tr("Log"))
        self.list.setModel(self.rows)
        self.list.setItemDelegate(LogLineDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setAlternatingRowColors(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.addAction(self.copy_action)
        self.list.copy_asked.connect(self.copy)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.list.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.model.modelReset.connect(self._show_no_current)

    def _build_empty(self) -> None:
        self.empty_words = QLabel(self)
        self.empty_words.setObjectName("logEmpty")
        self.empty_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_words.setWordWrap(True)
        self.show_all_button = QPushButton(self.tr("Show all"), self)
        self.show_all_button.setObjectName("logShowAll")
        self.show_all_button.clicked.connect(self.filters.show_all)
        self.empty = QFrame(self)
        self.empty.setObjectName("logEmptyFrame")
        layout = QVBoxLayout(self.empty)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(12)
        layout.addStretch(1)
        layout.addWidget(self.empty_words)
        layout.addWidget(self.show_all_button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)

    def _build_notes(self) -> None:
        self.dropped_line = ProblemLine(self)
        self.dropped_line.setObjectName("logDropped")
        self.dropped_button = QPushButton(self.tr("Hide"), self)
        self.dropped_button.setObjectName("logDroppedHide")
        self.dropped_button.clicked.connect(self.model.clear_dropped)
        self.dropped_button.hide()
        self.full_line = QLabel(self)
        self.full_line.setObjectName("logFullLine")
        self.full_line.setAccessibleName(self.tr("Current line"))
        self.full_line.setWordWrap(True)
        self.full_line.setTextFormat(Qt.TextFormat.PlainText)
        self.full_line.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.full_line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # Room for two lines always, so that the list does not move when a line is chosen.
        self.full_line.setMinimumHeight(2 * self.full_line.fontMetrics().lineSpacing() + 2)
        self._show_no_current()
        self.count_words = QLabel(self)
        self.count_words.setFont(font(FontRole.SECONDARY))
        set_kind(self.count_words, Kind.MUTED)
        self.count_words.setObjectName("logCount")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.filters, 1)
        head.addWidget(self.follow_switch)
        head.addWidget(self.pause_switch)
        head.addWidget(self.copy_button)
        note = QHBoxLayout()
        note.setSpacing(8)
        note.addWidget(self.dropped_line, 1, Qt.AlignmentFlag.AlignVCenter)
        note.addWidget(self.dropped_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(note)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.full_line)
        layout.addWidget(self.count_words)

    def showEvent(self, event: QShowEvent) -> None:
        """Rows came while nobody looked."""
        super().showEvent(event)
        self._on_follow(self.follow_switch.isChecked())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, finding goes before copying, which the keys and the context menu do as well."""
        self.copy_button.setVisible(self.width() >= NARROW_WIDTH)
        super().resizeEvent(event)

    # --- filter -----------------------------------------------------------------------------------------------

    def _on_filter(self, wanted: LogFilter) -> None:
        """The line being looked at stays the current one where the filter lets it through."""
        anchor = self.list.currentIndex().data(LogRole.SEQUENCE)
        self._is_scrolling_itself = True
        self.model.set_filter(wanted)
        row = None if anchor is None else self.model.row_of(anchor)
        if row is not None:
            self.list.setCurrentIndex(self.rows.index(row, 0))
        if self.follow_switch.isChecked():
            self.list.scrollToBottom()
        self._is_scrolling_itself = False

    # --- follow and pause -------------------------------------------------------------------------------------

    def _top_sequence(self) -> int | None:
        sequence = self.list.indexAt(self.list.viewport().rect().topLeft()).data(LogRole.SEQUENCE)
        return None if sequence is None else int(sequence)

    def _last_sequence(self) -> int | None:
        sequence = self.rows.index(self.model.rowCount() - 1, 0).data(LogRole.SEQUENCE)
        return None if sequence is None else int(sequence)

    def _hold(self, sequence: int) -> None:
        """Lines went away at the front: keep the line that was on top on top."""
        row = self.model.row_of(sequence)
        if row is not None and self._top_sequence() != sequence:
            self.list.scrollTo(self.rows.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def _on_scrolled(self, value: int) -> None:
        if not self._is_scrolling_itself and self.list.isVisible():
            self.follow_switch.setChecked(value == self.list.verticalScrollBar().maximum())

    def _on_follow(self, is_on: bool) -> None:
        if is_on:
            self.list.scrollToBottom()

    def _on_pause(self, is_on: bool) -> None:
        with self._standing_still():
            self.model.set_paused(is_on)

    # --- showing ----------------------------------------------------------------------------------------------

    def _show_counts(self) -> None:
        shown, total, waiting = self.model.rowCount(), self.model.total_count, self.model.waiting_count
        self.stack.setCurrentWidget(self.list if shown else self.empty)
        self.show_all_button.setVisible(total > 0)
        self.copy_button.setEnabled(shown > 0)
        self.count_words.setVisible(total > 0)
        self.full_line.setVisible(total > 0)
        words = [self._count_of_events(total)]
        if shown != total:
            words = [self.tr("{shown} of {all} shown").format(shown=f"{shown:,}", all=self._count_of_events(total))]
        if self.model.is_paused:
            words.append(self.tr("paused, {count} waiting").format(count=f"{waiting:,}"))
        self.count_words.setText(" · ".join(words))
        if total:
            self.empty_words.setText(self.tr("No event passes this filter."))
        else:
            self.empty_words.setText(
                self.tr("Nothing has happened yet.")
                + "\n"
                + self.tr("After Start, every step of every computer is written here.")
            )

    def _count_of_events(self, count: int) -> str:
        return self.tr("1 event") if count == 1 else self.tr("{count} events").format(count=f"{count:,}")

    def _show_dropped(self, count: int) -> None:
        self.dropped_button.setVisible(count > 0)
        words = self.tr("{count} are missing here: they came faster than the log could keep them.")
        self.dropped_line.set_problem(words.format(count=self._count_of_events(count)) if count else "")

    def _show_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        sentence = current.data(LogRole.SENTENCE)
        if sentence:
            self.full_line.setText(f"{current.data(LogRole.TIME_TEXT)}  {current.data(LogRole.LEVEL_WORD)}: {sentence}")
        else:
            self._show_no_current()

    def _show_no_current(self) -> None:
        self.full_line.setText(self.tr("Choose a line to read it whole here."))

    # --- copy -------------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """The selected lines, or all that are shown, as text that reads well in a chat."""
        QGuiApplication.clipboard().setText(self.text_to_copy())

    def text_to_copy(self) -> str:
        """As `copy` takes it, under a heading with version, day and time zone."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        rows = rows or list(range(self.model.rowCount()))
        if not rows:
            return ""
        first: Record = self.rows.index(rows[0], 0).data(LogRole.RECORD)
        return f"{_heading(first.time.astimezone())}\n{self.model.text_of(rows)}\n"


def _make_switch(parent: QWidget, name: str, words: str) -> QPushButton:
    """A button that stays down. As wide as in the bold face of that state, so that nothing shifts."""
    button = QPushButton(words, parent)
    button.setObjectName(name)
    button.setCheckable(True)
    set_kind(button, Kind.CHIP)
    button.setMinimumWidth(QFontMetrics(font(FontRole.STRONG)).horizontalAdvance(words) + 28)
    return button


def _heading(moment: datetime) -> str:
    version = metadata.version("fogportable")
    return f"FOG Portable {version}, log of {moment.strftime('%Y-%m-%d')}, times in {moment.strftime('UTC%z')}"
