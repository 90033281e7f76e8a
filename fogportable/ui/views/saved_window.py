"""A saved session or a capture in a window of its own: read only, with a banner that says that nothing is served."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from fogportable.model import ClientStage
from fogportable.session.saved.kit import OpenedFile
from fogportable.session.saved.opening import SavedSession
from fogportable.session.snapshots import EventBatch
from fogportable.ui.models.client_table import ClientTableModel
from fogportable.ui.theme import FontRole, Kind, font, set_kind
from fogportable.ui.views.client_table import ClientTable
from fogportable.ui.views.explained_view import ExplainedView
from fogportable.ui.views.log_page import LogPage

_SIZE = QSize(1080, 640)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SavedWindow", text)


class SavedWindow(QWidget):
    """closed: nobody looks at it any more. Its frame has no Start and no Stop, and its title names the file."""

    closed = Signal()

    def __init__(self, opened: OpenedFile, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("savedWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{opened.path.name} - FOG Portable")
        set_kind(self, Kind.PAGE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self._banner(opened))
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("savedTabs")
        layout.addWidget(self.tabs, 1)
        self.table: ClientTable | None = None
        self.log: LogPage | None = None
        if opened.session is not None:
            self._add_session(opened.session)
        self.explained = ExplainedView(opened.computers, self)
        self.tabs.addTab(self.explained, _tr("&Packets"))
        QShortcut(QKeySequence("Ctrl+W"), self, self.close)
        self.resize(_SIZE)

    def _banner(self, opened: OpenedFile) -> QFrame:
        frame = QFrame(self)
        frame.setObjectName("savedBanner")
        set_kind(frame, Kind.NOTICE_NEEDS)
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 8, 12, 8)
        self.banner = QLabel(banner_of(opened), frame)
        self.banner.setObjectName("savedBannerText")
        self.banner.setWordWrap(True)
        self.banner.setFont(font(FontRole.STRONG))
        row.addWidget(self.banner, 1)
        self.close_button = QPushButton(_tr("&Close"), frame)
        self.close_button.setObjectName("savedClose")
        self.close_button.clicked.connect(self.close)
        row.addWidget(self.close_button)
        return frame

    def _add_session(self, saved: SavedSession) -> None:
        model = ClientTableModel(self)
        model.apply(saved.table.rows, saved.facts.now_s)
        model.settle()
        self.table = ClientTable(model, self)
        self.table.show_fog(any(row.lights for row in saved.table.rows))
        self.tabs.addTab(self.table, _tr("C&omputers ({count})").format(count=_booting(saved)))
        self.log = LogPage(self)
        sequence = saved.records[-1].sequence if saved.records else 0
        dropped = 0 if saved.is_whole or not saved.records else saved.records[0].sequence - 1
        self.log.append_batch(EventBatch(saved.records, sequence, dropped))
        self.tabs.addTab(self.log, _tr("&Log"))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


def banner_of(opened: OpenedFile) -> str:
    """`Saved session of 30 November 2026, 10:14. Nothing is served.`"""
    saved = opened.session
    if saved is None:
        text = _tr("Capture {file}, {frames} frames. Nothing is served.")
        words = [text.format(file=opened.path.name, frames=opened.frames)]
        if not opened.is_whole:
            words.append(_tr("Reading was stopped there: what follows is not in it."))
        if opened.fault is not None:
            words.append(str(opened.fault))
        return " ".join(words)
    moment = saved.saved.astimezone()
    words = [
        _tr("Saved session of {day}, {time}. Nothing is served.").format(
            day=QLocale().toString(QDate(moment.year, moment.month, moment.day), "d MMMM yyyy"),
            time=f"{moment:%H:%M}",
        )
    ]
    if saved.masked.macs or saved.masked.names or saved.masked.addresses:
        words.append(_tr("Addresses or names in it are masked."))
    if not saved.is_whole:
        words.append(_tr("The beginning of its log is missing."))
    if not saved.is_rebuilt:
        words.append(_tr("The table is shown as it was saved."))
    return " ".join(words)


def _booting(saved: SavedSession) -> int:
    """As the table shows them: phones and printers are left out."""
    return sum(row.stage is not ClientStage.LEFT_ALONE for row in saved.table.rows)
