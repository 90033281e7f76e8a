"""Choices that are made in a dialog: the room, and a folder with boot files."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fogportable.ui.choices import Choices


class ChoiceDesk(QObject):
    """given_up: a picker that offered the dialog must show again what is chosen."""

    given_up = Signal()

    def __init__(self, choices: Choices, window: QWidget) -> None:
        super().__init__(window)
        self._choices = choices
        self._window = window

    def edit_room(self) -> None:
        """Name and number of computers."""
        from fogportable.ui.dialogs.room import edit_room

        room = edit_room(self._window, self._choices.profile.room)
        if room is not None:
            self._choices.set_room(room)

    def choose_folder(self) -> None:
        """A folder with boot files of the user's own."""
        from PySide6.QtWidgets import QFileDialog

        title = self.tr("Folder with boot files")
        folder = QFileDialog.getExistingDirectory(self._window, title, str(self._choices.base))
        if folder:
            self._choices.choose_folder(folder)
        else:
            self.given_up.emit()
