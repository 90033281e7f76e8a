"""Choices that are made in a dialog: the room, and a folder with boot files."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fogportable.ui.choices import Choices

#: Offered first for a rehearsal that is larger than a classroom: a school.
_USUAL_LARGE_ROOM = 200


class ChoiceDesk(QObject):
    """given_up: a picker that offered the dialog must show again what is chosen. rehearsal_wished: with so many
    computers.
    """

    given_up = Signal()
    rehearsal_wished = Signal(int)

    def __init__(self, choices: Choices, window: QWidget) -> None:
        super().__init__(window)
        self._choices = choices
        self._window = window
        self._rehearsed = _USUAL_LARGE_ROOM

    def edit_room(self) -> None:
        """Name and number of computers."""
        from fogportable.ui.dialogs.room import edit_room

        room = edit_room(self._window, self._choices.profile.room)
        if room is not None:
            self._choices.set_room(room)

    def rehearse_many(self) -> None:
        """A rehearsal of a room of any size."""
        from fogportable.ui.dialogs.rehearsal_size import ask_rehearsal_size

        computers = ask_rehearsal_size(self._rehearsed, self._window)
        if computers is not None:
            self._rehearsed = computers
            self.rehearsal_wished.emit(computers)

    def choose_folder(self) -> None:
        """A folder with boot files of the user's own."""
        from PySide6.QtWidgets import QFileDialog

        title = self.tr("Folder with boot files")
        folder = QFileDialog.getExistingDirectory(self._window, title, str(self._choices.base))
        if folder:
            self._choices.choose_folder(folder)
        else:
            self.given_up.emit()
