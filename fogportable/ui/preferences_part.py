"""Preferences: asked in a dialog, kept over runs, in step with the View menu."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fogportable.ui.actions import Entry
from fogportable.ui.part import MenuName, Part, Surface

if TYPE_CHECKING:
    from fogportable.session.preferences import ColumnWish, Preferences
    from fogportable.ui.columns_desk import ColumnsDesk
    from fogportable.ui.dialogs.preferences import AskPreferences
    from fogportable.ui.views.boot_sides import BootSides
    from fogportable.ui.views.room_rows import RoomRows

#: The actions of the View menu, by what the preferences call their colours.
_LOOKS = {"system": "looksSystem", "light": "looksLight", "dark": "looksDark", "high-contrast": "looksHighContrast"}
_NOTICE = "preferences"


class PreferencesPart(Part):
    """What was kept is applied once the window is put together. ask: replaced in tests; None for the dialog."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._wanted, self._fault = surface.kit.load_preferences()
        self._is_applied = False
        self.ask: AskPreferences | None = None
        self._columns: ColumnsDesk | None = None
        surface.pages.later_boot.when_built(self._show_expert)
        surface.pages.room.later_rows.when_built(self._join)

    def entries(self) -> Mapping[MenuName, Sequence[Entry | None]]:
        words = QCoreApplication.translate("Menus", "Pre&ferences…")
        columns = QCoreApplication.translate("Menus", "Col&umns…")
        return {
            MenuName.FILE: (Entry("preferences", words, self.edit),),
            MenuName.VIEW: (Entry("columns", columns, self.edit_columns),),
        }

    @property
    def wanted(self) -> Preferences:
        return self._wanted

    def choices_changed(self) -> None:
        """The first time the window is complete."""
        if self._is_applied:
            return
        self._is_applied = True
        actions = self.surface.window.actions_by_name
        chosen = actions[_LOOKS[self._wanted.theme]]
        if not chosen.isChecked():
            chosen.trigger()
        for name in _LOOKS.values():
            actions[name].triggered.connect(self._on_looks)
        if self._fault is not None:
            self._post(str(self._fault))

    def edit(self) -> None:
        """Ask, apply and keep."""
        from fogportable.ui.dialogs.preferences import ask_preferences

        surface = self.surface
        answer = (self.ask or ask_preferences)(surface.window, self._wanted, surface.kit.charge.forget_sites)
        if answer is not None and answer != self._wanted:
            before, self._wanted = self._wanted, answer
            if answer.theme is not before.theme:
                surface.window.actions_by_name[_LOOKS[answer.theme]].trigger()
            boot = surface.pages.later_boot.built
            if boot is not None:
                self._show_expert(boot)
            self._keep()

    # --- the columns of the table -----------------------------------------------------------------------------------

    @property
    def columns(self) -> ColumnsDesk:
        """Of the rows of the room, which are made for it where nobody has come yet."""
        self.surface.pages.room.later_rows.widget.ensurePolished()
        assert self._columns is not None, "joined when the rows are built"
        return self._columns

    def edit_columns(self) -> None:
        """Ask which columns there are."""
        self.columns.edit(self.surface.window)

    def close(self) -> None:
        if self._columns is not None:
            self._columns.close()

    def _join(self, rows: RoomRows) -> None:
        from fogportable.ui.columns_desk import ColumnsDesk

        self._columns = ColumnsDesk(rows, self._wanted.columns, self._keep_columns)
        self._columns.offer(self.surface.window.actions_by_name["columns"])

    def _keep_columns(self, columns: tuple[ColumnWish, ...]) -> None:
        if columns != self._wanted.columns:
            self._wanted = replace(self._wanted, columns=columns)
            self._keep()

    # --- looks --------------------------------------------------------------------------------------------------------

    def _on_looks(self) -> None:
        """Somebody chose colours in the View menu, or in the dialog."""
        actions = self.surface.window.actions_by_name
        theme = next((each for each, name in _LOOKS.items() if actions[name].isChecked()), "system")
        if theme != self._wanted.theme:
            self._wanted = replace(self._wanted, theme=type(self._wanted.theme)(theme))
            self._keep()

    def _show_expert(self, sides: BootSides) -> None:
        sides.show_expert(self._wanted.shows_expert)

    def _keep(self) -> None:
        from fogportable.errors import ServiceError

        try:
            self.surface.kit.save_preferences(self._wanted)
        except ServiceError as problem:
            self._post(str(problem.fault))
        else:
            self.withdrawn.emit(_NOTICE)

    def _post(self, sentence: str) -> None:
        from fogportable.ui.widgets.notice_bar import Gravity, Notice

        self.noticed.emit(Notice(_NOTICE, Gravity.NEEDS, sentence))
