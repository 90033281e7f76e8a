"""Keeps the pages that edit the profile and the choices in step: an edit anywhere is shown everywhere."""

from __future__ import annotations

from PySide6.QtCore import QObject

from fogportable.ui.choices import Choices
from fogportable.ui.kit import Kit
from fogportable.ui.views.pages import Pages
from fogportable.ui.views.profile_side import ProfileSide


class ProfilePages(QObject):
    """Between the choices and the Boot page with its sides. Belongs to one window."""

    def __init__(self, kit: Kit, choices: Choices, pages: Pages, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._choices = choices
        self._pages = pages
        choices.menu_changed.connect(self._on_menu)
        pages.boot.settings_changed.connect(self._on_boot_page)
        pages.boot.menu_changed.connect(self._on_boot_page)
        pages.boot_sides.side_edited.connect(self._on_side)

    def show(self) -> None:
        """Show the profile where it is not what is shown already."""
        profile = self._choices.profile
        if profile.boot != self._pages.boot.boot_settings():
            self._pages.boot.set_profile(profile, self._choices.base)
        self._pages.boot_sides.set_profile(profile)

    def show_anew(self) -> None:
        """Another profile than before was opened."""
        self._pages.boot.set_profile(self._choices.profile, self._choices.base)
        self._pages.boot_sides.open_profile(self._choices.profile)

    def set_serving(self, is_serving: bool) -> None:
        """Serving has begun or ended."""
        self._pages.boot.set_serving(is_serving)
        self._pages.boot_sides.set_serving(is_serving)

    def _on_menu(self) -> None:
        self._kit.update_menu(self._choices.profile.menu)

    def _on_boot_page(self) -> None:
        self._choices.set_boot(self._pages.boot.boot_settings(), self._pages.boot.menu())

    def _on_side(self, side: ProfileSide) -> None:
        self._choices.replace(side.edited_profile(self._choices.profile))
