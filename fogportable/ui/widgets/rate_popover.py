"""What the line in the serve bar is about, larger: the last minutes of the room and of the chosen computers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from fogportable.report.pictures import Line, draw_recent
from fogportable.report.sentences import recent_words
from fogportable.ui.report_voice import window_voice
from fogportable.ui.theme import FontRole, Kind, font, set_kind
from fogportable.ui.widgets.picture import Picture

_WIDTH = 480


class RatePopover(QFrame):
    """Lies over the window; goes away with Esc and when the focus goes elsewhere. page_asked: the report is wanted.

    No window of its own: those stand anywhere under Wayland, and take the keyboard away from screen readers.
    """

    page_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ratePopover")
        self.setAccessibleName(self.tr("What is sent"))
        set_kind(self, Kind.CARD)
        title = QLabel(self.tr("What is sent"), self)
        title.setFont(font(FontRole.CARD_HEADING))
        self.picture = Picture("ratePicture", self.tr("Rate"), self)
        self.sentence = QLabel(self)
        self.sentence.setObjectName("ratePictureWords")
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        set_kind(self.sentence, Kind.MUTED)
        self.page_button = QPushButton(self.tr("Open the report"), self)
        self.page_button.setObjectName("ratePage")
        self.page_button.clicked.connect(self._on_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addWidget(self.picture)
        layout.addWidget(self.sentence)
        layout.addWidget(self.page_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFixedWidth(_WIDTH)
        self._anchor: QWidget | None = None
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def show_rates(self, room: Sequence[float], lines: Sequence[Line]) -> None:
        """The last minutes, the newest last."""
        voice = window_voice()
        rates, shown = tuple(room), tuple(lines)
        words = recent_words(rates, [(line.name, line.rates) for line in shown], voice)
        self.picture.show_drawing(lambda canvas: draw_recent(canvas, rates, shown, voice), words)
        self.sentence.setText(words)

    def open_below(self, anchor: QWidget) -> None:
        """Right edges in line. anchor: gets the focus back."""
        self._anchor = anchor
        self.adjustSize()
        corner = anchor.mapTo(anchor.window(), QPoint(anchor.width() - self.width(), anchor.height() + 4))
        self.move(corner)
        self.show()
        self.raise_()
        self.page_button.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        # None while another program is used: then it stays.
        if now is not None and now is not self._anchor and not self.isAncestorOf(now):
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
            return
        super().keyPressEvent(event)

    def _go_back(self) -> None:
        self.hide()
        if self._anchor is not None:
            self._anchor.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_page(self) -> None:
        self.hide()
        self.page_asked.emit()
