"""File > Import dnsmasq configuration…: from files to a report to the profile of the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fogportable.config.profile import Profile
from fogportable.ui.choices import Choices
from fogportable.ui.widgets.notice_bar import Gravity, Notice
from fogportable.ui.work import Job, Work

if TYPE_CHECKING:
    from fogportable.ui.dialogs.import_report import ImportReportDialog
    from fogportable.ui.kit import Kit

_NOTICE = "import"
_JOB = "import"


class ImportDesk(QObject):
    """noticed: a Notice to show. withdrawn: key of one that is over. opened: another profile than before.

    dialog: the report on the screen; None without one.
    """

    noticed = Signal(object)
    withdrawn = Signal(str)
    opened = Signal()

    def __init__(self, kit: Kit, work: Work, choices: Choices, window: QWidget) -> None:
        super().__init__(window)
        self._kit = kit
        self._work = work
        self._choices = choices
        self._window = window
        self._profile: Profile | None = None
        self.dialog: ImportReportDialog | None = None

    def ask(self) -> None:
        """Ask for files; several are read as one configuration, as dnsmasq reads a folder."""
        from PySide6.QtWidgets import QFileDialog

        names, _filter = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Import dnsmasq configuration"),
            str(self._choices.base),
            self.tr("Configuration (*.conf);;All files (*)"),
        )
        if names:
            self.read(tuple(Path(name) for name in names))

    def read(self, files: tuple[Path, ...]) -> None:
        """Read these files and show what became of them."""
        self._work.start(_JOB, lambda: self._kit.import_dnsmasq(files), self._on_read)

    def _on_read(self, job: Job) -> None:
        from fogportable.model import ImportReport
        from fogportable.ui.dialogs.import_report import ImportReportDialog

        if job.fault is not None:
            self.noticed.emit(Notice(_NOTICE, Gravity.FAILED, str(job.fault)))
            return
        assert isinstance(job.result, tuple)
        profile, report = job.result
        assert isinstance(profile, Profile)
        assert isinstance(report, ImportReport)
        self.withdrawn.emit(_NOTICE)
        self._profile = profile
        self.dialog = ImportReportDialog(report, self._window)
        self.dialog.accepted.connect(self._use)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _use(self) -> None:
        if self._profile is not None:
            self._choices.take_unsaved(self._profile)
            self._kit.remember_profile(None)
            self.opened.emit()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = self._profile = None
