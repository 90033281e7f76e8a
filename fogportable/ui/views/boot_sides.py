"""The Boot page with its sides: files and menu, and what an expert or a difficult room needs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from fogportable.config.profile import Profile
from fogportable.ui.deferred import Deferred
from fogportable.ui.kit import Kit
from fogportable.ui.surroundings import Surrounding
from fogportable.ui.theme import FontRole, Kind, font, set_kind
from fogportable.ui.views.boot_page import BootPage
from fogportable.ui.views.expert_side import ExpertSide
from fogportable.ui.views.firmware_menu_side import FirmwareMenuSide
from fogportable.ui.views.private_network_side import PrivateNetworkSide
from fogportable.ui.views.profile_side import ProfileSide
from fogportable.ui.views.rules_side import RulesSide

#: The sides behind the first one, in the order of the switch.
SIDES: tuple[type[ProfileSide], ...] = (FirmwareMenuSide, RulesSide, PrivateNetworkSide, ExpertSide)


class BootSides(QWidget):
    """A switch above a stack. side_edited: a ProfileSide on which somebody changed something.

    Sides are built when they are first shown; what they missed until then is told to them.
    """

    side_edited = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bootSides")
        set_kind(self, Kind.PAGE)
        self._profile = Profile()
        self._found = Surrounding()
        self._is_serving = False
        self._shows_expert = False
        self.files = BootPage(kit, self)
        self._later = tuple(Deferred(partial(side, kit, self)) for side in SIDES)
        self.switch = QTabBar(self)
        self.switch.setObjectName("bootSwitch")
        self.switch.setAccessibleName(self.tr("Side of the Boot page"))
        self.switch.setDrawBase(False)
        self.switch.setExpanding(False)
        self.switch.setUsesScrollButtons(False)
        self._stack = QStackedWidget(self)
        self.switch.addTab(self.tr("Files and menu"))
        self._stack.addWidget(self.files)
        for later, side in zip(self._later, SIDES, strict=True):
            self.switch.addTab(side.tab_words())
            later.when_built(self._join)
        self._fit_tabs()
        self.switch.currentChanged.connect(self._on_switch)
        self.note = QLabel(self.tr("Changes count from the next Start."), self)
        self.note.setObjectName("bootSidesNote")
        self.note.setFont(font(FontRole.SECONDARY))
        set_kind(self.note, Kind.MUTED)
        self.note.hide()
        top = QHBoxLayout()
        top.setContentsMargins(12, 10, 12, 0)
        top.addWidget(self.switch, 1)
        top.addWidget(self.note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)

    def _join(self, side: ProfileSide) -> None:
        """A side is there now: show it what it has missed."""
        self._stack.addWidget(side)
        _show_profile(side, self._profile)
        side.look_around(self._found)
        side.set_serving(self._is_serving)
        side.edited.connect(partial(self.side_edited.emit, side))

    @property
    def sides(self) -> tuple[ProfileSide, ...]:
        """All but the first, in the order of the switch."""
        return tuple(later.widget for later in self._later)

    def unbuilt(self) -> Iterator[Deferred[QWidget]]:
        """Those that nobody has needed yet."""
        yield from (later for later in self._later if later.built is None)

    def _built(self) -> Iterator[ProfileSide]:
        yield from (later.built for later in self._later if later.built is not None)

    def show_side(self, name: str) -> None:
        """Show the side of this name; "" for files and menu."""
        names = ["", *(side.name for side in SIDES)]
        self.switch.setTabVisible(names.index(name), True)
        self.switch.setCurrentIndex(names.index(name))

    def show_expert(self, is_shown: bool) -> None:
        """Whether the last side has a tab; where a profile uses what stands there it has one anyway."""
        self._shows_expert = is_shown
        self._fit_tabs()

    def _fit_tabs(self) -> None:
        place = 1 + SIDES.index(ExpertSide)
        is_used = ExpertSide.is_used_by(self._profile)
        is_shown = self._shows_expert or is_used or self.switch.currentIndex() == place
        if self.switch.isTabVisible(place) != is_shown:
            self.switch.setTabVisible(place, is_shown)

    def set_profile(self, profile: Profile) -> None:
        """Show another profile on all sides but the first."""
        self._profile = profile
        self._fit_tabs()
        for side in self._built():
            _show_profile(side, profile)

    def open_profile(self, profile: Profile) -> None:
        """Show a profile that was opened in place of the last one."""
        for side in self._built():
            side.forget()
        self.set_profile(profile)

    def look_around(self, found: Surrounding) -> None:
        """As `ProfileSide.look_around`."""
        self._found = found
        for side in self._built():
            side.look_around(found)

    def set_serving(self, is_serving: bool) -> None:
        """As `ProfileSide.set_serving`."""
        self._is_serving = is_serving
        self._show_note()
        for side in self._built():
            side.set_serving(is_serving)

    def _on_switch(self, place: int) -> None:
        self._stack.setCurrentWidget(self._later[place - 1].widget if place > 0 else self.files)
        self._show_note()

    def _show_note(self) -> None:
        """The first side says of itself what counts when."""
        self.note.setVisible(self._is_serving and self.switch.currentIndex() > 0)


def _show_profile(side: ProfileSide, profile: Profile) -> None:
    if side.edited_profile(profile) != profile:
        side.set_profile(profile)
    side.look_at(profile)
