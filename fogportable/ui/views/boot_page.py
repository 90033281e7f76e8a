"""The Boot page: what computers get first (boot files), and what they then show (the menu)."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from fogportable.config.profile import BootSettings, Profile
from fogportable.errors import Fault
from fogportable.model import BootRule, Menu
from fogportable.ui.theme import FontRole, Kind, font, set_kind
from fogportable.ui.views.menu_editor import MenuEditor, MenuKit
from fogportable.ui.widgets.boot_files_card import BootFileKit, BootFilesCard

_GAP = 12
_CARD_MARGIN = 20


class BootPageKit(BootFileKit, MenuKit, Protocol):
    """What the page needs of `ui.kit.Kit`."""


class BootPage(QScrollArea):
    """Two cards. Takes a profile, gives back its boot settings and menu.

    changed: anything. settings_changed: set, folder or file of a kind of computer. menu_changed: the menu.
    """

    changed = Signal()
    settings_changed = Signal()
    menu_changed = Signal()

    def __init__(self, kit: BootPageKit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bootPage")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.files_card = BootFilesCard(kit)
        self.menu_editor = MenuEditor(kit)
        self.menu_note = QLabel(self.tr("Changes apply to computers that ask from now on."))
        self.menu_note.setObjectName("menuNote")
        self.menu_note.setFont(font(FontRole.SECONDARY))
        self.menu_note.setWordWrap(True)
        set_kind(self.menu_note, Kind.MUTED)
        self.menu_note.hide()
        self._lay_out()
        self.files_card.settings_changed.connect(self._on_settings_changed)
        self.menu_editor.menu_changed.connect(self._on_menu_changed)

    # --- value ------------------------------------------------------------------------------------------------

    def set_profile(self, profile: Profile, base: Path) -> None:
        """Show another profile. base: the folder that relative paths in it start from. Does not count as a change."""
        self.files_card.set_settings(profile.boot, base)
        self.menu_editor.set_menu(profile.menu)

    def boot_settings(self) -> BootSettings:
        """For the profile: set, folder, and the rules that were chosen over the set's own."""
        return self.files_card.settings()

    def rules(self) -> tuple[BootRule, ...]:
        """All rules in force, the set's own included."""
        return self.files_card.rules()

    def menu(self) -> Menu:
        return self.menu_editor.menu()

    def faults(self) -> tuple[Fault, ...]:
        """What the last check of the boot files found."""
        return self.files_card.faults()

    def refresh(self) -> None:
        """Read the stored boot sets again and check the files."""
        self.files_card.refresh()

    def set_serving(self, is_serving: bool) -> None:
        """The menu may change while serving, the boot files may not."""
        self.files_card.set_serving(is_serving)
        self.menu_note.setVisible(is_serving)

    def start_fetch(self) -> None:
        """As the button "Get boot files"."""
        self.files_card.fetch_bar.start()

    # --- building ---------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        menu_card = QFrame()
        menu_card.setObjectName("menuCard")
        set_kind(menu_card, Kind.CARD)
        heading = QLabel(self.tr("Menu"), menu_card)
        heading.setFont(font(FontRole.CARD_HEADING))
        inside = QVBoxLayout(menu_card)
        inside.setContentsMargins(_CARD_MARGIN, 16, _CARD_MARGIN, 16)
        inside.setSpacing(12)
        inside.addWidget(heading)
        inside.addWidget(self.menu_note)
        inside.addWidget(self.menu_editor, 1)
        page = QWidget()
        set_kind(page, Kind.PAGE)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._cards.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        self._cards.setSpacing(_GAP)
        self._cards.addWidget(self.files_card, 9)
        self._cards.addWidget(menu_card, 11)
        self.setWidget(page)

    def _on_settings_changed(self) -> None:
        self.settings_changed.emit()
        self.changed.emit()

    def _on_menu_changed(self) -> None:
        self.menu_changed.emit()
        self.changed.emit()

    # --- Qt ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The scroll area watches its contents; when they change in size, room may be too small or enough."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Files may have come meanwhile."""
        if not event.spontaneous():
            self.refresh()
        super().showEvent(event)

    def _arrange(self) -> None:
        """Side by side where there is room for it."""
        width = self.viewport().width() - 2 * _GAP
        menu_width = self.menu_editor.side_by_side_width() + 2 * _CARD_MARGIN + 2
        is_wide = width >= self.files_card.minimumSizeHint().width() + menu_width + _GAP
        directions = QBoxLayout.Direction
        self.menu_editor.set_narrow(not is_wide and width < menu_width)
        self._cards.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
