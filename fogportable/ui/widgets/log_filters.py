"""Level, service and words: what the log shows."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from fogportable.events import Level, ServiceName
from fogportable.ui.models.event_log import LogFilter

#: Typing is over when no key came for this long.
SETTLE_MS = 150


class LogFilters(QWidget):
    """Three fields in a row. filter_changed: a LogFilter."""

    filter_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("logFilters")
        self._told = LogFilter()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._tell)
        self.level_field = QComboBox(self)
        self.level_field.setObjectName("logLevel")
        self.level_field.setAccessibleName(self.tr("Level"))
        self.level_field.setAccessibleDescription(self.tr("Level"))  # Of a box AT-SPI tells its value as its name.
        self.level_field.setToolTip(self.tr("This level and graver ones"))
        for words, level in (
            (self.tr("All"), Level.DETAIL),
            (self.tr("Information"), Level.INFO),
            (self.tr("Warnings"), Level.WARNING),
            (self.tr("Failures"), Level.FAILURE),
        ):
            self.level_field.addItem(words, level)
        self.service_field = QComboBox(self)
        self.service_field.setObjectName("logService")
        self.service_field.setAccessibleName(self.tr("Service"))
        self.service_field.setAccessibleDescription(self.tr("Service"))
        for words, service in (
            (self.tr("All services"), None),
            (self.tr("DHCP"), ServiceName.DHCP),
            (self.tr("TFTP"), ServiceName.TFTP),
            (self.tr("HTTP"), ServiceName.HTTP),
            (self.tr("Session"), ServiceName.SESSION),
        ):
            self.service_field.addItem(words, service)
        self.find_field = QLineEdit(self)
        self.find_field.setObjectName("logFind")
        self.find_field.setAccessibleName(self.tr("Find"))
        self.find_field.setPlaceholderText(self.tr("Find a computer, file or word"))
        self.find_field.setClearButtonEnabled(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.level_field)
        layout.addWidget(self.service_field)
        layout.addWidget(self.find_field, 1)
        self.level_field.currentIndexChanged.connect(self._tell)
        self.service_field.currentIndexChanged.connect(self._tell)
        self.find_field.textChanged.connect(self._on_text)

    def filter(self) -> LogFilter:
        """As the fields stand."""
        service = self.service_field.currentData()  # Qt gives plain text back
        return LogFilter(
            Level(self.level_field.currentData()),
            None if service is None else ServiceName(service),
            self.find_field.text().strip(),
        )

    def show_all(self) -> None:
        """Lift every filter."""
        self.level_field.setCurrentIndex(0)
        self.service_field.setCurrentIndex(0)
        self.find_words("")

    def find_words(self, words: str) -> None:
        """Only lines with these words, at once."""
        self.find_field.setText(words)
        self._tell()

    def focus_find(self) -> None:
        self.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_field.selectAll()

    def _on_text(self, text: str) -> None:
        if text:
            self._settle.start()
        else:
            self._tell()

    def _tell(self) -> None:
        self._settle.stop()
        if self.filter() != self._told:
            self._told = self.filter()
            self.filter_changed.emit(self._told)
