"""Keeps the pages that edit the profile and the choices in step: an edit anywhere is shown everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fogportable.ui.choices import Choices
from fogportable.ui.surroundings import Surrounding

if TYPE_CHECKING:
    from fogportable.ui.kit import Kit
    from fogportable.ui.views.boot_sides import BootSides
    from fogportable.ui.views.pages import Pages
    from fogportable.ui.views.profile_side import ProfileSide


class ProfilePages(QObject):
    """Between the choices and the Boot page with its sides. Belongs to one window.

    The choices hold the profile; a page that is built late is shown what holds then, and nothing depends on its being
    there.
    """

    def __init__(self, kit: Kit, choices: Choices, pages: Pages, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._choices = choices
        self._pages = pages
        self._found = Surrounding()
        self._is_serving = False
        choices.menu_changed.connect(self._on_menu)
        pages.later_boot.when_built(self._join)

    def _join(self, sides: BootSides) -> None:
        self.show_anew()
        sides.look_around(self._found)
        self.set_serving(self._is_serving)
        sides.files.settings_changed.connect(self._on_boot_page)
        sides.files.menu_changed.connect(self._on_boot_page)
        sides.side_edited.connect(self._on_side)

    def show(self) -> None:
        """Show the profile where it is not what is shown already."""
        sides = self._pages.later_boot.built
        if sides is None:
            return
        profile = self._choices.profile
        if profile.boot != sides.files.boot_settings():
            sides.files.set_profile(profile, self._choices.base)
        sides.set_profile(profile)

    def show_anew(self) -> None:
        """Another profile than before was opened."""
        sides = self._pages.later_boot.built
        if sides is not None:
            sides.files.set_profile(self._choices.profile, self._choices.base)
            sides.open_profile(self._choices.profile)

    def look_around(self, found: Surrounding) -> None:
        """What is there to serve with was looked at."""
        self._found = found
        sides = self._pages.later_boot.built
        if sides is not None:
            sides.look_around(found)

    def set_serving(self, is_serving: bool) -> None:
        """Serving has begun or ended."""
        self._is_serving = is_serving
        sides = self._pages.later_boot.built
        if sides is not None:
            sides.files.set_serving(is_serving)
            sides.set_serving(is_serving)

    def _on_menu(self) -> None:
        self._kit.update_menu(self._choices.profile.menu)

    def _on_boot_page(self) -> None:
        files = self._pages.boot
        self._choices.set_boot(files.boot_settings(), files.menu())

    def _on_side(self, side: ProfileSide) -> None:
        self._choices.replace(side.edited_profile(self._choices.profile))
