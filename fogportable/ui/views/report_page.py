"""The Report page: what the session came to, pictures of it, what went wrong, and saving it for a school's files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from fogportable.model import ClientStage
from fogportable.report.document import maker_words, name_words, state_word
from fogportable.report.facts import SessionReport
from fogportable.report.history import Stretch
from fogportable.report.pictures import Line, draw_funnel, draw_recent
from fogportable.report.sentences import funnel_words, recent_words, rehearsal_words, summary
from fogportable.report.voice import Voice
from fogportable.ui import words
from fogportable.ui.models.fact_table import FactRow
from fogportable.ui.report_voice import window_voice
from fogportable.ui.theme import FontRole, Kind, font, set_kind
from fogportable.ui.widgets.fact_table import Column, FactTable
from fogportable.ui.widgets.picture import Picture

_GAP = 12

#: Logical pixels of the page below which the pictures stand one above the other.
_BESIDE_WIDTH = 860

#: Failures shown before they are scrolled.
_MOST_ROWS = 8


class ReportPage(QScrollArea):
    """Shows what it is told. save_asked: the ending of a file, `.pdf`. cancel_asked: of what is being painted.

    came_up: somebody looks at it now.
    """

    save_asked = Signal(str)
    print_asked = Signal()
    cancel_asked = Signal()
    came_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reportPage")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        set_kind(content, Kind.PAGE)
        self._build_head(content)
        self._build_pictures(content)
        self._build_failures(content)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        layout.setSpacing(_GAP)
        layout.addWidget(self._head)
        layout.addLayout(self._pictures)
        layout.addWidget(self._failures)
        layout.addStretch(1)
        self.setWidget(content)
        self.set_can_save(False)

    # --- building -------------------------------------------------------------------------------------------------

    def _build_head(self, parent: QWidget) -> None:
        self._head = _card(parent, "reportHead")
        self.summary = QLabel(self._head)
        self.summary.setObjectName("reportSummary")
        self.summary.setFont(font(FontRole.CARD_HEADING))
        self.note = QLabel(self._head)
        self.note.setObjectName("reportNote")
        set_kind(self.note, Kind.MUTED)
        for label in (self.summary, self.note):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.pdf_button = self._button("reportPdf", self.tr("Save as PDF…"), self.tr("For the school's files"))
        self.html_button = self._button(
            "reportHtml", self.tr("Save as HTML…"), self.tr("A page that any browser shows, with all computers")
        )
        self.csv_button = self._button(
            "reportCsv", self.tr("Save as CSV…"), self.tr("A sheet with a line for each computer")
        )
        self.print_button = self._button("reportPrint", self.tr("Print…"), self.tr("On a printer of this laptop"))
        self.pdf_button.clicked.connect(self._ask_pdf)
        self.html_button.clicked.connect(self._ask_html)
        self.csv_button.clicked.connect(self._ask_csv)
        self.print_button.clicked.connect(self.print_asked)
        self.progress = QProgressBar(self._head)
        self.progress.setObjectName("reportProgress")
        self.progress.setAccessibleName(self.tr("Progress"))
        self.progress.setRange(0, 100)
        self.progress.setMaximumWidth(220)
        self.cancel_button = self._button("reportCancel", self.tr("Cancel"), self.tr("Writes no file"))
        self.cancel_button.clicked.connect(self.cancel_asked)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(8)
        for widget in (*self.save_buttons, self.progress, self.cancel_button):
            self._buttons.addWidget(widget)
        self._buttons.addStretch(1)
        body = QVBoxLayout(self._head)
        body.setContentsMargins(20, 16, 20, 16)
        body.setSpacing(8)
        body.addWidget(self.summary)
        body.addWidget(self.note)
        body.addLayout(self._buttons)
        self.show_progress(None)

    @property
    def save_buttons(self) -> tuple[QPushButton, ...]:
        return (self.pdf_button, self.html_button, self.csv_button, self.print_button)

    def _button(self, name: str, words: str, description: str) -> QPushButton:
        button = QPushButton(words, self._head)
        button.setObjectName(name)
        button.setAccessibleDescription(description)
        button.setToolTip(description)
        return button

    def _ask_pdf(self) -> None:
        self.save_asked.emit(".pdf")

    def _ask_html(self) -> None:
        self.save_asked.emit(".html")

    def _ask_csv(self) -> None:
        self.save_asked.emit(".csv")

    def _build_pictures(self, parent: QWidget) -> None:
        self._pictures = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pictures.setSpacing(_GAP)
        self.throughput = Picture("reportThroughput", self.tr("What is sent"), parent)
        self.funnel = Picture("reportFunnel", self.tr("How far the computers are"), parent)
        for picture in (self.throughput, self.funnel):
            card = _card(parent, f"{picture.objectName()}Card")
            body = QVBoxLayout(card)
            body.setContentsMargins(16, 12, 16, 12)
            body.setSpacing(6)
            body.addWidget(_heading(picture.accessibleName(), card))
            body.addWidget(picture)
            self._pictures.addWidget(card, 1)

    def _build_failures(self, parent: QWidget) -> None:
        self._failures = _card(parent, "reportFailuresCard")
        title = self.tr("What went wrong")
        self.failures = FactTable(
            "reportFailures",
            title,
            (
                Column(self.tr("Computer"), "00:00:00:00:00:00  Fujitsu, UEFI ARM64"),
                Column(self.tr("State"), max(map(words.stage_word, ClientStage), key=len), gives_way=1),
                Column(self.tr("What happened"), "", stretches=True),
            ),
            self._failures,
            most_rows=_MOST_ROWS,
        )
        self.failure_words = QLabel(self._failures)
        self.failure_words.setObjectName("reportFailureWords")
        self.failure_words.setAccessibleName(self.tr("Chosen line"))
        self.failure_words.setWordWrap(True)
        self.failure_words.setTextFormat(Qt.TextFormat.PlainText)
        self.failure_words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.failures.selectionModel().currentRowChanged.connect(self._show_failure)
        body = QVBoxLayout(self._failures)
        body.setContentsMargins(16, 12, 16, 12)
        body.setSpacing(6)
        body.addWidget(_heading(title, self._failures))
        body.addWidget(self.failures)
        body.addWidget(self.failure_words)
        self._remedies: dict[object, str] = {}

    # --- showing --------------------------------------------------------------------------------------------------

    def show_report(self, report: SessionReport) -> None:
        """The sentence at the top and the list of what is wrong."""
        voice = window_voice()
        self.summary.setText(summary(report, voice))
        notes = [rehearsal_words(voice)] if report.is_rehearsal else []
        if report.is_serving:
            notes.append(self.tr("The session goes on: a report made now says how it stands now."))
        self.note.setText(" ".join(notes))
        self.note.setVisible(bool(notes))
        self.set_can_save(report.course.started is not None)
        self._show_failures(report, voice)

    def show_nothing(self) -> None:
        """Before the first session."""
        self.summary.setText(self.tr("There is nothing to report yet."))
        self.note.setText(self.tr("After Start, this page says who booted, how long it took and what went wrong."))
        self.note.show()
        self.set_can_save(False)
        self.show_pictures((), (), ())
        self.failures.facts.set_rows(())
        self._fit_failures()

    def show_pictures(self, stretches: Sequence[Stretch], room: Sequence[float], lines: Sequence[Line]) -> None:
        """stretches: the whole session. room, lines: the last minutes."""
        voice = window_voice()
        kept, rates, shown = tuple(stretches), tuple(room), tuple(lines)
        self.throughput.show_drawing(
            lambda canvas: draw_recent(canvas, rates, shown, voice),
            recent_words(rates, [(line.name, line.rates) for line in shown], voice),
        )
        self.funnel.show_drawing(lambda canvas: draw_funnel(canvas, kept, voice), funnel_words(kept, voice))

    def show_progress(self, percent: int | None) -> None:
        """Of a report that is being painted; None when none is."""
        is_busy = percent is not None
        self.progress.setVisible(is_busy)
        self.cancel_button.setVisible(is_busy)
        if percent is not None:
            self.progress.setValue(percent)

    def set_can_save(self, can_save: bool) -> None:
        for button in self.save_buttons:
            button.setEnabled(can_save)

    def _show_failures(self, report: SessionReport, voice: Voice) -> None:
        rows, self._remedies = [], {}
        for line in report.ours:
            trouble = line.trouble
            if trouble is None:
                continue
            who = f"{name_words(line)}  {maker_words(line.client)}".strip()
            rows.append(FactRow(line.client.key, (who, state_word(line.client, voice), trouble.message)))
            self._remedies[line.client.key] = f"{trouble.message} {trouble.remedy}"
        self.failures.facts.set_rows(rows)
        self._fit_failures()

    def _fit_failures(self) -> None:
        has_rows = self.failures.facts.rowCount() > 0
        self.failures.setVisible(has_rows)
        if not has_rows:
            self.failure_words.setText(self.tr("Nothing is wrong with any computer."))
        elif not self.failures.currentIndex().isValid():
            self.failure_words.setText(self.tr("Choose a line to read here what to do."))

    def _show_failure(self, current: QModelIndex, _previous: QModelIndex) -> None:
        rows = self.failures.facts.rows
        if 0 <= current.row() < len(rows):
            row = rows[current.row()]
            self.failure_words.setText(f"{row.cells[0]}: {self._remedies.get(row.key, '')}")

    # --- Qt -------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.came_up.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= _BESIDE_WIDTH
        sideways, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._pictures.setDirection(sideways if is_wide else down)


def _card(parent: QWidget, name: str) -> QFrame:
    card = QFrame(parent)
    card.setObjectName(name)
    set_kind(card, Kind.CARD)
    return card


def _heading(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setFont(font(FontRole.CARD_HEADING))
    return label
