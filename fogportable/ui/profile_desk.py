"""Opening and saving profiles: from menu to dialog to choices, faults as notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fogportable.config.profile import Profile
from fogportable.errors import Fault
from fogportable.ui.choices import Choices
from fogportable.ui.widgets.notice_bar import Gravity, Notice

if TYPE_CHECKING:
    from pathlib import Path

    from fogportable.ui.dialogs.profile_files import ProfileOutcome
    from fogportable.ui.kit import Kit

_NOTICE = "profile"


class ProfileDesk(QObject):
    """noticed: a Notice to show. withdrawn: key of one that is over. opened: another profile than before."""

    noticed = Signal(object)
    withdrawn = Signal(str)
    opened = Signal()

    def __init__(self, kit: Kit, choices: Choices, window: QWidget) -> None:
        super().__init__(window)
        self._kit = kit
        self._choices = choices
        self._window = window

    def open_last(self) -> None:
        """The profile of last time; without one, the defaults."""
        path = self._kit.last_profile()
        if path is not None:
            self.open_path(path)

    def new(self) -> None:
        """Start from the defaults."""
        self._choices.open(Profile(), None)
        self._kit.remember_profile(None)
        self.opened.emit()

    def open(self) -> None:
        from fogportable.ui.dialogs.profile_files import open_profile

        self._take(open_profile(self._window, self._kit, folder=self._choices.base))

    def open_path(self, path: Path) -> None:
        """One whose file is known."""
        from fogportable.ui.dialogs.profile_files import read_profile

        self._take(read_profile(self._kit, path))

    def save(self) -> None:
        """To its file; asks for a name where there is none."""
        path = self._choices.path
        if path is None:
            self.save_as()
            return
        from fogportable.ui.dialogs.profile_files import save_profile

        self._saved(save_profile(self._kit, self._choices.profile, path))

    def save_as(self) -> None:
        """To a file that the user names."""
        from fogportable.ui.dialogs.profile_files import SUFFIX, save_profile_as

        name = self._choices.profile.room.name or self.tr("room")
        suggestion = self._choices.path or self._choices.base / f"{name.casefold().replace(' ', '-')}{SUFFIX}"
        self._saved(save_profile_as(self._window, self._kit, self._choices.profile, suggestion=suggestion))

    def _take(self, outcome: ProfileOutcome) -> None:
        if outcome.fault is not None:
            self._tell(outcome.fault)
        elif outcome.profile is not None:
            self.withdrawn.emit(_NOTICE)
            self._choices.open(outcome.profile, outcome.path)
            self._kit.remember_profile(outcome.path)
            self.opened.emit()

    def _saved(self, outcome: ProfileOutcome) -> None:
        if outcome.fault is not None:
            self._tell(outcome.fault)
        elif outcome.path is not None:
            self.withdrawn.emit(_NOTICE)
            self._choices.was_saved(outcome.path)
            self._kit.remember_profile(outcome.path)

    def _tell(self, fault: Fault) -> None:
        self.noticed.emit(Notice(_NOTICE, Gravity.FAILED, str(fault)))
