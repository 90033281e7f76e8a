"""Help > What does this code mean?: what a computer's screen shows, joined with what was seen of that computer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fogportable.ui.actions import Entry
from fogportable.ui.part import MenuName, Part, Surface

if TYPE_CHECKING:
    from fogportable.ui.bridge import Tick
    from fogportable.ui.dialogs.code_lens import CodeLensDialog


class CodePart(Part):
    """Its dialog is built by the first who asks, and stays beside the window."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self.dialog: CodeLensDialog | None = None

    def entries(self) -> Mapping[MenuName, Sequence[Entry | None]]:
        tr = QCoreApplication.translate
        return {MenuName.HELP: (Entry("codeLens", tr("Menus", "&What does this code mean?…"), self.show),)}

    def on_rows(self) -> Sequence[str]:
        return ("codeLens",)

    def take_tick(self, tick: Tick) -> None:
        if tick.clients and self.dialog is not None and self.dialog.isVisible():
            self.dialog.take_clients(self.surface.kit.session.clients())

    def close(self) -> None:
        if self.dialog is not None:
            self.dialog.close()

    def show(self) -> None:
        """With the computer whose row is chosen, where there is one."""
        from fogportable.ui.dialogs.code_lens import CodeLensDialog

        if self.dialog is None:
            self.dialog = CodeLensDialog(self.surface.kit.codes, self.surface.window)
        self.dialog.take_clients(self.surface.kit.session.clients())
        self.dialog.choose(self.surface.pages.room.chosen_computers()[:1])
        self.dialog.show()
        self.dialog.activateWindow()
        self.dialog.field.setFocus()
