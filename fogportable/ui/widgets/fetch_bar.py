"""Bringing boot files: button, sentence of progress, cancel, and what went wrong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fogportable.ui.boot_file_job import BootFileJob, Fetch
from fogportable.ui.widgets.problem_line import ProblemLine

POLL_MS = 100


class FetchBar(QWidget):
    """Runs one fetch at a time in a thread and looks at it ten times a second.

    brought: the boot set that came.
    """

    brought = Signal(object)

    def __init__(self, fetch: Fetch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fetchBar")
        self._fetch = fetch
        self._job: BootFileJob | None = None
        self._is_locked = False
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._on_poll)
        self.get_button = QPushButton(self.tr("Get boot files"), self)
        self.get_button.setObjectName("bootGet")
        self.get_button.setToolTip(self.tr("Bring iPXE for BIOS, UEFI x64 and UEFI ARM64 from Debian"))
        self.get_button.clicked.connect(self.start)
        self.progress_words = QLabel(self)
        self.progress_words.setObjectName("bootProgress")
        self.progress_words.setAccessibleName(self.tr("Progress"))
        self.progress_words.setWordWrap(True)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.cancel_button.setObjectName("bootCancel")
        self.cancel_button.clicked.connect(self.cancel)
        self.cancel_button.hide()
        self.problem = ProblemLine(self)
        self.problem.setObjectName("bootFetchProblem")
        self._lay_out()
        program = QCoreApplication.instance()
        if program is not None:
            program.aboutToQuit.connect(self.cancel)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.get_button)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.progress_words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.problem)
        layout.addLayout(buttons)

    @property
    def is_running(self) -> bool:
        return self._job is not None

    def set_locked(self, is_locked: bool) -> None:
        """While serving, no set may change."""
        self._is_locked = is_locked
        self._show_button()

    def start(self) -> None:
        """Bring the boot files of the system's packages."""
        if self._job is not None or self._is_locked:
            return
        self._job = BootFileJob(self._fetch)
        self.problem.set_problem("")
        self.cancel_button.show()
        self.progress_words.setText(self.tr("Looking for boot files…"))
        self._show_button()
        self._job.start()
        self._poll.start()

    def cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.progress_words.setText(self.tr("Cancelling…"))

    def _show_button(self) -> None:
        self.get_button.setEnabled(not self._is_locked and self._job is None)

    def _on_poll(self) -> None:
        job = self._job
        if job is None:
            self._poll.stop()
        elif job.is_running:
            if job.line and not job.is_cancelled:
                self.progress_words.setText(job.line)
        else:
            self._poll.stop()
            self._job = None
            self._finish(job)

    def _finish(self, job: BootFileJob) -> None:
        self._show_button()
        self.cancel_button.hide()
        self.progress_words.clear()
        if job.fault is not None:
            self.problem.set_failure("", str(job.fault))
        elif job.result is not None:
            self.progress_words.setText(self.tr("The boot files are there."))
            self.brought.emit(job.result)
        else:
            self.progress_words.setText(self.tr("Cancelled. Nothing was changed."))
