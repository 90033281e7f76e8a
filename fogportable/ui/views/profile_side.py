"""What every side of the Boot page, and every page that edits the profile, promises to the window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from fogportable.config.profile import Profile
from fogportable.ui.kit import Kit
from fogportable.ui.surroundings import Surrounding
from fogportable.ui.theme import Kind, set_kind

_GAP = 12


class ProfileSide(QScrollArea):
    """Edits a part of the profile. edited: a person changed something; `edited_profile` has it.

    name: object name of its tab.
    """

    edited = Signal()
    name: str = ""

    @classmethod
    def tab_words(cls) -> str:
        """What the switch above says, also before the side is built."""
        raise NotImplementedError

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit = kit
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        set_kind(content, Kind.PAGE)
        self.content = QVBoxLayout(content)
        self.content.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        self.content.setSpacing(_GAP)
        self.setWidget(content)

    def set_profile(self, profile: Profile) -> None:
        """Show the profile's part. Does not count as a change."""
        raise NotImplementedError

    def edited_profile(self, profile: Profile) -> Profile:
        """The profile with what is shown here; equal to it when nothing was changed."""
        raise NotImplementedError

    def forget(self) -> None:
        """Another profile was opened: what was typed and stands in no profile is gone."""

    def look_at(self, profile: Profile) -> None:
        """The profile changed anywhere: for what this side says of other parts of it."""

    def look_around(self, found: Surrounding) -> None:
        """What is there to serve with was looked at."""

    def set_serving(self, is_serving: bool) -> None:
        """Serving has begun or ended: what is changed meanwhile counts from the next Start."""
