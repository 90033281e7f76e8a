"""The buttons in the lines of the card "Before you start": each does what helps, or goes where that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt

from fogportable.ui.part import Part, Surface
from fogportable.ui.remedies import Remedy


class RemedyPart(Part):
    """Has nothing of its own to show."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        surface.pages.room.before_start.remedy_asked.connect(self._help)

    def _choose_card(self) -> None:
        """The choice of the network, opened; behind "Setup…" it comes forward first."""
        bar = self.surface.window.serve_bar
        if bar.setup_button.isVisible():
            bar.setup_button.setChecked(True)
        bar.network_picker.setFocus(Qt.FocusReason.OtherFocusReason)
        bar.network_picker.showPopup()

    def _help(self, remedy: Remedy) -> None:
        window, pages = self.surface.window, self.surface.pages
        match remedy:
            case Remedy.GET_FILES:
                window.fetch_boot_files()
            case Remedy.ALLOW:
                window.actions_by_name["allowInFirewall"].trigger()
            case Remedy.CHOOSE_CARD:
                self._choose_card()
            case Remedy.PRIVATE_NETWORK:
                pages.show_private_network()
            case Remedy.BOOT_PAGE:
                pages.show_boot()
            case Remedy.FOG_PAGE:
                pages.show_fog()
