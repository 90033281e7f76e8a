"""File > Open capture or session…, Save session…, and Help > Copy diagnostics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fogportable.ui.actions import Entry
from fogportable.ui.part import MenuName, Part, Surface

if TYPE_CHECKING:
    from fogportable.ui.saved_desk import SavedDesk


class SavedPart(Part):
    """Its desk is made by the first who asks."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._desk: SavedDesk | None = None

    def entries(self) -> Mapping[MenuName, Sequence[Entry | None]]:
        tr = QCoreApplication.translate
        return {
            MenuName.FILE: (
                Entry("openFile", tr("Menus", "Open &capture or session…"), self._open, ("Ctrl+O",)),
                Entry("saveSession", tr("Menus", "Sa&ve session…"), self._save, ("Ctrl+S",)),
            ),
            MenuName.HELP: (Entry("copyDiagnostics", tr("Menus", "Copy &diagnostics"), self._copy, ("Ctrl+Shift+C",)),),
        }

    def close(self) -> None:
        if self._desk is not None:
            self._desk.close()

    @property
    def desk(self) -> SavedDesk:
        if self._desk is None:
            from fogportable.ui.saved_desk import SavedDesk

            self._desk = SavedDesk(self.surface)
            self._desk.noticed.connect(self.noticed)
            self._desk.withdrawn.connect(self.withdrawn)
            self._desk.said.connect(self.said)
        return self._desk

    def _open(self) -> None:
        self.desk.ask_open()

    def _save(self) -> None:
        self.desk.begin_save()

    def _copy(self) -> None:
        self.desk.copy_diagnostics()
