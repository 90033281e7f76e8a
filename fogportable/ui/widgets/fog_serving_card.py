"""How a room is served for the FOG server: not at all, by pointing at it, or by relaying its boot files."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from fogportable.config.profile import Profile
from fogportable.model import FogMode, FogSettings
from fogportable.ui.fields.form_card import FormCard


class Way(StrEnum):
    """OWN: this laptop's boot files and menu, and no FOG server."""

    OWN = "own"
    POINT = "point"
    RELAY = "relay"


_MODES = {Way.POINT: FogMode.POINT, Way.RELAY: FogMode.RELAY}
_WAYS = {mode: way for way, mode in _MODES.items()}


class FogServingCard(FormCard):
    """Edits `Profile.fog`, but for the address, which stands in the card of the server."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("fogServingCard", self.tr("How the room is served"), parent)
        ways = {
            Way.OWN: self.tr("Without FOG: boot files and menu of this laptop"),
            Way.POINT: self.tr("Point: computers get everything from the FOG server"),
            Way.RELAY: self.tr("Relay: this laptop gives FOG's boot files, and leads to its menu"),
        }
        self.way = self.add_choice("fogWay", self.tr("Boot through"), Way.OWN, ways)
        self.to_disk = self.add_flag(
            "fogFinishedToDisk", self.tr("A finished computer goes to its own disk until I sa&y otherwise"), True
        )
        self._why = self.add_note("")
        self._address = ""
        self._is_serving = False
        self.edited.connect(self._explain)
        self._explain()

    def set_address(self, address: str) -> None:
        """The server that is meant; "" for none, and then there is no choice."""
        self._address = address
        self._explain()

    def set_serving(self, is_serving: bool) -> None:
        """While serving nothing of it changes."""
        self._is_serving = is_serving
        self._explain()

    def set_profile(self, profile: Profile) -> None:
        """Show its part of the profile."""
        settings = profile.fog
        self._address = settings.server or self._address
        self.way.set(_WAYS[settings.mode] if settings.server else Way.OWN)
        self.to_disk.set(settings.finishes_to_disk)
        self._explain()

    def edited_profile(self, profile: Profile) -> Profile:
        """The profile with what is shown here."""
        return replace(profile, fog=self._settings())

    def _settings(self) -> FogSettings:
        mode = _MODES.get(self.way.value)
        if mode is None:
            return FogSettings(finishes_to_disk=self.to_disk.value)
        return FogSettings(self._address, mode, self.to_disk.value)

    def _explain(self) -> None:
        can_choose = bool(self._address) and not self._is_serving
        self.way.editor.setEnabled(can_choose)
        self.to_disk.editor.setEnabled(not self._is_serving and self.way.value is not Way.OWN)
        if not self._address:
            words = self.tr("Type the address of a FOG server above, or search the network for one.")
        elif self.way.value is Way.POINT:
            words = self.tr(
                "This laptop only says where the server is. It must be reachable from the computers by TFTP and HTTP; "
                "ports 69 and 80 are not needed here."
            )
        elif self.way.value is Way.RELAY:
            words = self.tr(
                "For a server whose TFTP the computers do not reach, or whose address has changed. Its boot files are "
                "brought when you press Start."
            )
        else:
            words = self.tr("FOG's menu and tasks are not offered to the computers of this room.")
        self._why.setText(words)
