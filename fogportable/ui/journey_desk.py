"""What the drawer of a journey shows and does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from fogportable.model import ClientSnapshot
from fogportable.ui.part import Surface
from fogportable.ui.views.journey_drawer import WIDTH, JourneyDrawer
from fogportable.ui.widgets.notice_bar import Gravity, Notice

if TYPE_CHECKING:
    from fogportable.ui.dialogs.packets import PacketsDialog
    from fogportable.ui.views.room_rows import RoomRows
    from fogportable.ui.work import Job

#: The table needs so much (logical pixels) beside the drawer; with less it gives way.
_TABLE_NEEDS = 380


class JourneyDesk(QObject):
    """Follows the current row while the drawer is open. noticed: a Notice."""

    noticed = Signal(object)

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface.window)
        self._surface = surface
        self._rows: RoomRows = surface.pages.room.rows
        self.drawer = JourneyDrawer(self._rows)
        self.packets: PacketsDialog | None = None
        self._record: int | None = None
        self.drawer.hide()
        self._rows.beside.addWidget(self.drawer)
        self.drawer.closed.connect(self.close)
        self.drawer.stepped.connect(self._step)
        self.drawer.copied.connect(self._copy)
        self.drawer.packets_asked.connect(self._ask_for_packets)
        self._rows.table.selectionModel().currentRowChanged.connect(self._follow)
        self._rows.table.installEventFilter(self)
        self._rows.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether the drawer is out."""
        return not self.drawer.isHidden()

    def open(self) -> None:
        """Of the current row; of the first one where there is none."""
        table = self._rows.table
        if not table.currentIndex().isValid() and self._rows.model.rowCount():
            table.selectRow(0)
        if self._current() is None:
            return
        self.drawer.show()
        self._fit()
        self.show_now()
        if self._is_covering:
            self.drawer.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Back to the table."""
        self.drawer.hide()
        self._rows.views.show()
        self._rows.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_now(self) -> None:
        """Take a look at the session."""
        if not self.is_open:
            return
        client = self._current() or self._same_as_before()
        if client is None:
            self.close()
            return
        self.drawer.show_client(client, self._surface.kit.session.journey(client.mac))

    # --- inside ---------------------------------------------------------------------------------------------------

    def _current(self) -> ClientSnapshot | None:
        index = self._rows.table.currentIndex()
        return self._rows.model.client_at(index.row()) if index.isValid() else None

    def _same_as_before(self) -> ClientSnapshot | None:
        """A filter may have taken its row away; the drawer stays with it."""
        shown = self.drawer.client
        if shown is None:
            return None
        return next((each for each in self._surface.kit.session.clients() if each.mac == shown.mac), None)

    def _follow(self) -> None:
        self.show_now()

    def _step(self, step: int) -> None:
        table, model = self._rows.table, self._rows.model
        row = table.currentIndex().row() + step
        if 0 <= row < model.rowCount():
            table.selectRow(row)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.drawer.text())

    @property
    def _is_covering(self) -> bool:
        return self._rows.width() < WIDTH + _TABLE_NEEDS

    def _fit(self) -> None:
        if self.is_open:
            is_covering = self._is_covering
            self.drawer.set_covering(is_covering)
            self._rows.views.setVisible(not is_covering)

    # --- packets --------------------------------------------------------------------------------------------------

    def _ask_for_packets(self, record: int | None) -> None:
        client = self.drawer.client
        if client is None:
            return
        self._record = record
        session = self._surface.kit.session
        if self._surface.work.start("packets", lambda: session.packet_sheets(client.mac), self._on_packets):
            self.drawer.packets_button.setEnabled(False)
            self._surface.bridge.wake()

    def _on_packets(self, job: Job) -> None:
        from fogportable.ui.dialogs.packets import PacketsDialog

        self.drawer.packets_button.setEnabled(True)
        if job.fault is not None:
            self.noticed.emit(Notice("packets", Gravity.NEEDS, str(job.fault)))
            return
        sheets = job.result
        assert isinstance(sheets, tuple)
        if self.packets is not None:
            self.packets.close()
        self.packets = PacketsDialog(self.drawer.title.text(), sheets, self._record, self._surface.window)
        self.packets.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.packets.finished.connect(self._forget_packets)
        self.packets.show()

    def _forget_packets(self) -> None:
        self.packets = None

    # --- Qt -------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._rows and event.type() is QEvent.Type.Resize:
            self._fit()
        is_escape = event.type() is QEvent.Type.KeyPress and getattr(event, "key", int)() == Qt.Key.Key_Escape
        if watched is self._rows.table and is_escape and self.is_open:
            self.close()
            return True
        return super().eventFilter(watched, event)
