"""Saving a session, with a look at what would be in the file; opening one, or a capture; what to tell a helper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from fogportable.errors import Fault
from fogportable.session.saved.bundle import SUFFIX, Bundle, Material
from fogportable.session.saved.kit import OpenedFile
from fogportable.session.saved.masks import Redaction
from fogportable.ui.dialogs.save_session import SaveSessionDialog
from fogportable.ui.file_reading import FileReading
from fogportable.ui.views.saved_window import SavedWindow
from fogportable.ui.widgets.notice_bar import Gravity, Notice

if TYPE_CHECKING:
    from fogportable.ui.part import Surface
    from fogportable.ui.work import Job

_NOTICE = "savedSession"


class SavedDesk(QObject):
    """noticed: a Notice; withdrawn: its key. said: a sentence worth saying aloud.

    windows: of files that are open. dialog: the preview, None while none is shown.
    """

    noticed = Signal(object)
    withdrawn = Signal(str)
    said = Signal(str)

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface.window)
        self._surface = surface
        self._material: Material | None = None
        self.windows: list[SavedWindow] = []
        self.dialog: SaveSessionDialog | None = None
        self.reading = FileReading(self)
        self.reading.noticed.connect(self.noticed)
        self.reading.withdrawn.connect(self.withdrawn)

    def close(self) -> None:
        """The window closes."""
        self.reading.stop()
        self.reading.end()
        for window in tuple(self.windows):
            window.close()
        if self.dialog is not None:
            self.dialog.reject()

    # --- saving ---------------------------------------------------------------------------------------------------

    def begin_save(self) -> None:
        """Gather what there is; then the preview is shown."""
        surface = self._surface
        work = partial(surface.kit.saved.gather, surface.choices.profile, tuple(surface.window.surroundings.findings))
        self._start("saveSession", work, self._on_gathered)

    def _on_gathered(self, job: Job) -> None:
        if not isinstance(job.result, Material):
            self._complain(job.fault)
            return
        self.withdrawn.emit(_NOTICE)
        self._material = job.result
        self.dialog = SaveSessionDialog(self._surface.window)
        self.dialog.redaction_changed.connect(self._compose)
        self.dialog.finished.connect(self._on_dialog)
        self._compose(self.dialog.redaction)
        self.dialog.open()

    def _compose(self, redaction: Redaction) -> None:
        if self._material is not None:
            work = partial(self._surface.kit.saved.compose, self._material, redaction)
            self._start("composeSession", work, partial(self._on_composed, redaction))

    def _on_composed(self, redaction: Redaction, job: Job) -> None:
        if self.dialog is None:
            return
        if redaction != self.dialog.redaction:  # Chosen otherwise meanwhile.
            self._compose(self.dialog.redaction)
        elif isinstance(job.result, Bundle):
            self.dialog.show_bundle(job.result)
        else:
            self.dialog.show_fault(job.fault)

    def _on_dialog(self, is_accepted: int) -> None:
        dialog, self.dialog, self._material = self.dialog, None, None
        if dialog is None:
            return
        dialog.deleteLater()
        if is_accepted and dialog.bundle is not None:
            path = self.ask_where()
            if path is not None:
                self.write(dialog.bundle, path)

    def ask_where(self) -> Path | None:
        """Where to write; None when somebody thought better of it."""
        name = f"session-{datetime.now().astimezone():%Y-%m-%d-%H%M}{SUFFIX}"
        dialog = QFileDialog(self._surface.window, self.tr("Save session"), str(self._surface.choices.base))
        dialog.setNameFilter(self.tr("Sessions (*{suffix})").format(suffix=SUFFIX))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(name)
        return Path(dialog.selectedFiles()[0]) if dialog.exec() and dialog.selectedFiles() else None

    def write(self, bundle: Bundle, path: Path) -> None:
        """In a job."""
        self._start("writeSession", partial(bundle.write, path), partial(self._on_written, path))

    def _on_written(self, path: Path, job: Job) -> None:
        if job.fault is not None:
            self._complain(job.fault)
            return
        text = self.tr("The session is saved as {file}.").format(file=path.name)
        self.noticed.emit(Notice(_NOTICE, Gravity.DONE, text))

    # --- opening --------------------------------------------------------------------------------------------------

    def ask_open(self) -> None:
        """Ask for a file; its content tells whether it is a capture or a session."""
        kinds = self.tr("Captures and sessions (*.pcap *.pcapng *.gz *{suffix});;All files (*)").format(suffix=SUFFIX)
        name, _ = QFileDialog.getOpenFileName(
            self._surface.window, self.tr("Open capture or session"), str(self._surface.choices.base), kinds
        )
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> None:
        """One whose name is known."""
        if self._surface.work.is_running("openFile"):
            return
        self.reading.begin(path)
        work = partial(self._surface.kit.saved.open, path, self.reading.tell, self.reading.should_stop)
        self._start("openFile", work, self._on_opened)

    def _on_opened(self, job: Job) -> None:
        self.reading.end()
        if not isinstance(job.result, OpenedFile):
            self._complain(job.fault)
            return
        self.withdrawn.emit(_NOTICE)
        window = SavedWindow(job.result, self._surface.window)
        window.closed.connect(partial(self._forget, window))
        self.windows.append(window)
        window.show()
        self.said.emit(window.banner.text())

    def _forget(self, window: SavedWindow) -> None:
        if window in self.windows:
            self.windows.remove(window)

    # --- for a helper ---------------------------------------------------------------------------------------------

    def copy_diagnostics(self) -> None:
        """To the clipboard, as plain text."""
        surface = self._surface
        work = partial(
            surface.kit.saved.diagnostics, surface.choices.profile, tuple(surface.window.surroundings.findings)
        )
        self._start("diagnostics", work, self._on_diagnostics)

    def _on_diagnostics(self, job: Job) -> None:
        if not isinstance(job.result, str):
            self._complain(job.fault)
            return
        QGuiApplication.clipboard().setText(job.result)
        self.said.emit(self.tr("Diagnostics are copied: versions, network cards and findings, without secrets."))

    # --- inside ---------------------------------------------------------------------------------------------------

    def _start(self, name: str, work: Callable[[], object], on_done: Callable[[Job], None]) -> None:
        self._surface.work.start(name, work, on_done)
        self._surface.bridge.wake()

    def _complain(self, fault: Fault | None) -> None:
        if fault is not None:
            self.noticed.emit(Notice(_NOTICE, Gravity.FAILED, str(fault)))
