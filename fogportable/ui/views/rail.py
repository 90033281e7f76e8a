"""The rail: one button per page, icons only where the window is narrow."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from fogportable.ui.icons import icon
from fogportable.ui.theme import Kind, set_kind

#: At least; longer words of another language make it wider.
WIDTH = 140
NARROW_WIDTH = 44
#: Of a button beside its words: icon, paddings, margins of the rail (px).
_BESIDE_WORDS = 60
#: The chosen one is bold, which is that much wider.
_BOLD = 1.1


class Rail(QWidget):
    """page_chosen: number of the page, from 0."""

    page_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Pages"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_kind(self, Kind.PANEL)
        self._group = QButtonGroup(self)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(4)
        self._pages = (
            ("navRoom", self.tr("Room"), "room"),
            ("navBoot", self.tr("Boot"), "boot"),
            ("navNetwork", self.tr("Network"), "network"),
            ("navFog", self.tr("FOG"), "fog"),
            ("navLog", self.tr("Log"), "log"),
            ("navReport", self.tr("Report"), "report"),
        )
        self.buttons = tuple(self._button(place, *page) for place, page in enumerate(self._pages))
        self._layout.addStretch(1)
        self.set_narrow(False)
        self.choose(0)

    def _button(self, place: int, name: str, word: str, _icon: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(f"  {word}")  # the style leaves hardly any room between icon and word
        button.setAccessibleName(word)
        button.setToolTip(self.tr("{page} (Ctrl+{key})").format(page=word, key=place + 1))
        button.setCheckable(True)
        button.setIconSize(QSize(20, 20))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_kind(button, Kind.RAIL)
        button.clicked.connect(partial(self._on_clicked, place))
        self._group.addButton(button, place)
        self._layout.addWidget(button)
        return button

    def choose(self, place: int) -> None:
        """Mark a page as the one that is shown."""
        self.buttons[place].setChecked(True)
        self._show_icons()

    def set_narrow(self, is_narrow: bool) -> None:
        """Icons only, with the word as tool tip."""
        self.setFixedWidth(NARROW_WIDTH if is_narrow else self._width())
        side = 3 if is_narrow else 8
        self._layout.setContentsMargins(side, 10 if not is_narrow else 4, side, 8)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if is_narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in self.buttons:
            button.setToolButtonStyle(style)

    def _width(self) -> int:
        longest = max(button.fontMetrics().horizontalAdvance(button.text()) for button in self.buttons)
        return max(WIDTH, round(longest * _BOLD) + _BESIDE_WORDS)

    def _on_clicked(self, place: int, _is_checked: bool = True) -> None:
        self.page_chosen.emit(place)

    def _show_icons(self) -> None:
        for button, (_name, _word, picture) in zip(self.buttons, self._pages, strict=True):
            button.setIcon(icon(picture, "selected_text" if button.isChecked() else "text"))

    # --- Qt ---------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "buttons"):
            self._show_icons()
        super().changeEvent(event)
