"""Saving and printing a report: where to, painting it in steps that hold up nobody, and what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer, Signal
from PySide6.QtGui import QPagedPaintDevice, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from fogportable.errors import FaultCode, describe
from fogportable.report.document import document, title_of
from fogportable.report.facts import SessionReport
from fogportable.report.save import report_bytes, save_report
from fogportable.ui.report_sheets import SheetPainter, lay_out_page
from fogportable.ui.report_voice import window_voice
from fogportable.ui.widgets.notice_bar import Gravity, Notice
from fogportable.ui.work import Job

if TYPE_CHECKING:
    from fogportable.ui.part import Surface
    from fogportable.ui.views.report_page import ReportPage

#: Painted at one go (s), so that the window answers in between.
_SLICE_S = 0.012

_SAVED = "report-saved"


def ask_for_file(parent: QWidget, title: str, suggestion: Path, kind: str) -> Path | None:
    """The dialog itself asks before a file is written over."""
    dialog = QFileDialog(parent, title, str(suggestion.parent), kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suggestion.suffix.removeprefix("."))
    dialog.selectFile(suggestion.name)
    if not dialog.exec() or not dialog.selectedFiles():
        return None
    return Path(dialog.selectedFiles()[0])


def ask_for_printer(parent: QWidget) -> QPrinter | None:
    """The system's own dialog; None when the user thought better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    lay_out_page(printer)
    dialog = QPrintDialog(printer, parent)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


@dataclass(slots=True)
class _Painting:
    """What is on paper so far. buffer, writer: live as long as the painter. file: None for a printer."""

    painter: SheetPainter
    steps: Iterator[float]
    device: QPagedPaintDevice
    data: QByteArray
    buffer: QBuffer | None
    file: Path | None


class ReportDesk(QObject):
    """choose_file, choose_printer: replaced in tests. One report is painted at a time."""

    noticed = Signal(object)
    said = Signal(str)

    def __init__(
        self, surface: Surface, page: ReportPage, report: Callable[[], SessionReport], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._surface = surface
        self._page = page
        self._report = report
        self._painting: _Painting | None = None
        self.choose_file: Callable[[QWidget, str, Path, str], Path | None] = ask_for_file
        self.choose_printer: Callable[[QWidget], QPrinter | None] = ask_for_printer
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        page.save_asked.connect(self.save)
        page.print_asked.connect(self.print)
        page.cancel_asked.connect(self.cancel)

    @property
    def is_painting(self) -> bool:
        return self._painting is not None

    # --- what can be asked for --------------------------------------------------------------------------------------

    def save(self, ending: str) -> None:
        """ending: `.pdf`, `.html` or `.csv`."""
        if self._painting is not None or self._surface.work.is_running("report"):
            return
        report = self._report()
        title = {
            ".pdf": self.tr("Save the report as PDF"),
            ".html": self.tr("Save the report as HTML"),
            ".csv": self.tr("Save the report as CSV"),
        }[ending]
        file = self.choose_file(self._page, title, _suggestion(report, ending), f"*{ending}")
        if file is None:
            return
        if ending == ".pdf":
            data = QByteArray()
            buffer = QBuffer(data)
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            writer = QPdfWriter(buffer)
            writer.setTitle(title_of(report, window_voice()))
            writer.setCreator("FOG Portable")
            lay_out_page(writer)
            self._paint(report, writer, data, buffer, file)
            return
        voice = window_voice()
        self._write(lambda: report_bytes(report, ending, voice), file)

    def print(self) -> None:
        """Ctrl+P."""
        if self._painting is not None or not self._page.print_button.isEnabled():
            return
        printer = self.choose_printer(self._page)
        if printer is not None:
            self._paint(self._report(), printer, QByteArray(), None, None)

    def cancel(self) -> None:
        """What was painted so far is forgotten; a printer may have some pages already."""
        painting, self._painting = self._painting, None
        self._timer.stop()
        if painting is not None:
            if isinstance(painting.device, QPrinter):
                painting.device.abort()
            painting.painter.give_up()
        self._page.show_progress(None)

    # --- inside -----------------------------------------------------------------------------------------------------

    def _paint(
        self,
        report: SessionReport,
        device: QPagedPaintDevice,
        data: QByteArray,
        buffer: QBuffer | None,
        file: Path | None,
    ) -> None:
        voice = window_voice()
        painter = SheetPainter(device, document(report, voice), voice)
        if not painter.begin():
            fault = describe(FaultCode.REPORT_NOT_SAVED, file=file or self.tr("the printer"))
            self.noticed.emit(Notice(_SAVED, Gravity.FAILED, str(fault)))
            return
        self._painting = _Painting(painter, painter.steps(), device, data, buffer, file)
        self._page.show_progress(0)
        self._timer.start()

    def _go_on(self) -> None:
        painting = self._painting
        if painting is None:
            return
        until_s = time.monotonic() + _SLICE_S
        for share in painting.steps:
            if time.monotonic() >= until_s:
                self._page.show_progress(int(share * 100))
                return
        self._timer.stop()
        self._painting = None
        self._page.show_progress(None)
        if painting.buffer is not None:
            painting.buffer.close()
        if painting.file is None:
            self._tell(self.tr("The report was sent to the printer."))
            return
        content = bytes(painting.data.data())
        self._write(lambda: content, painting.file)

    def _write(self, content: Callable[[], bytes], file: Path) -> None:
        def work() -> Path:
            save_report(content(), file, may_replace=True)
            return file

        self._surface.work.start("report", work, self._on_written)
        self._surface.bridge.wake()

    def _on_written(self, job: Job) -> None:
        if job.fault is not None:
            self.noticed.emit(Notice(_SAVED, Gravity.FAILED, str(job.fault)))
        else:
            self._tell(self.tr("The report was saved to {file}.").format(file=job.result))

    def _tell(self, sentence: str) -> None:
        self.noticed.emit(Notice(_SAVED, Gravity.DONE, sentence))


def _suggestion(report: SessionReport, ending: str) -> Path:
    """`2026-03-02 Room 204.pdf` in the user's folder; no sign in it that a file system refuses."""
    day = report.made.strftime("%Y-%m-%d")
    room = "".join(each if each.isalnum() or each in " -_" else "-" for each in report.room.name).strip()
    return Path.home() / f"{day} {room or 'session'}{ending}"
