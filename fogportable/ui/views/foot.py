"""The status bar: the last thing that happened, and which services answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from fogportable.model import SessionState, SessionStatus
from fogportable.ui.theme import FontRole, Kind, font, set_kind
from fogportable.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from fogportable.events import Record

HEIGHT = 24


class _EventLine(ElidedLabel):
    """The last event; a click opens the log at its line."""

    pressed = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()


class Foot(QWidget):
    """event_pressed: sequence of the record whose line was clicked. The log itself is at Ctrl+L for the keyboard."""

    event_pressed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_kind(self, Kind.PANEL)
        self._sequence = 0
        self.last_event = _EventLine("", self)
        self.last_event.setObjectName("lastEvent")
        self.last_event.pressed.connect(self._on_pressed)
        self.lamps = QLabel(self)
        self.lamps.setObjectName("serviceLamps")
        self.note = QLabel(self)
        self.note.setObjectName("footNote")
        self.note.hide()
        for label in (self.last_event, self.note, self.lamps):
            label.setFont(font(FontRole.SECONDARY))
            set_kind(label, Kind.MUTED)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(16)
        layout.addWidget(self.last_event, 1)
        layout.addWidget(self.note)
        layout.addWidget(self.lamps)
        self.setFixedHeight(HEIGHT)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Before the first event."""
        self._sequence = 0
        self.last_event.unsetCursor()
        self.last_event.setText(
            self.tr("Nothing has been sent. FOG Portable starts answering only when you press Start.")
        )

    def show_asked(self) -> None:
        """DHCP servers were asked before the first event: something has been sent."""
        if not self._sequence:
            self.last_event.setText(
                self.tr("DHCP servers were asked. Computers are answered only once you press Start.")
            )

    def show_event(self, record: Record) -> None:
        """Details are for the log; the rest is worth a line here."""
        from fogportable.events import Level

        if record.event.level is Level.DETAIL:
            return
        self._sequence = record.sequence
        self.last_event.setCursor(Qt.CursorShape.PointingHandCursor)
        self.last_event.setText(f"{record.time.astimezone():%H:%M:%S}  {record.event.sentence()}")

    def show_note(self, text: str) -> None:
        """What will happen by itself, such as `Stops at 16:30`; "" for nothing."""
        if text != self.note.text():
            self.note.setText(text)
            self.note.setVisible(bool(text))

    def show_status(self, status: SessionStatus, *, is_narrow: bool) -> None:
        """Which ports are answered, as really bound; and the promise."""
        given = status.addresses_given
        promise = self.tr("1 address given") if given == 1 else self.tr("{count} addresses given").format(count=given)
        if not status.ports:
            words = {SessionState.PAUSED: self.tr("Paused"), SessionState.OBSERVING: self.tr("Listening only")}
            self.lamps.setText(words.get(status.state, self.tr("Stopped")))
            return
        *dhcp, tftp = (port for port in status.ports if port != status.http_port)
        answering = self.tr("Answering {ports}").format(ports=", ".join(map(str, dhcp)))
        http = f"HTTP {status.http_port}" if status.http_port is not None else ""
        parts = [promise] if is_narrow else [answering, f"TFTP {tftp}", http, promise]
        self.lamps.setText("  ·  ".join(filter(None, parts)))

    def _on_pressed(self) -> None:
        if self._sequence:
            self.event_pressed.emit(self._sequence)
