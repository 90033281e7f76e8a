"""The columns of the table of computers: chosen in a dialog or by their headings, and kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from fogportable.ui.dialogs.columns import AskColumns, ask_columns
from fogportable.ui.models.client_row import Column
from fogportable.ui.views.table_columns import name_of

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from fogportable.session.preferences import ColumnWish
    from fogportable.ui.views.room_rows import RoomRows

#: A heading that is pulled tells each pixel of its way; it is written down once it rests (ms).
_RESTS_MS = 600


class ColumnsDesk(QObject):
    """keep: takes what is to be kept. ask: replaced in tests."""

    def __init__(
        self, rows: RoomRows, wishes: Sequence[ColumnWish], keep: Callable[[tuple[ColumnWish, ...]], None]
    ) -> None:
        super().__init__(rows)
        self._table = rows.table
        self._keep = keep
        self.ask: AskColumns = ask_columns
        self._table.columns.wish(wishes)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_RESTS_MS)
        self._rest.timeout.connect(self._tell)
        self._table.columns.changed.connect(self._rest.start)

    def offer(self, action: QAction) -> None:
        """As the menu of the headings."""
        head = self._table.horizontalHeader()
        head.addAction(action)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def edit(self, window: QWidget) -> None:
        """Ask, show and keep."""
        columns = self._table.columns
        model = self._table.model()
        titles = {name_of(each): str(model.headerData(each, Qt.Orientation.Horizontal)) for each in Column}
        answer = self.ask(window, columns.as_shown(), titles)
        if answer is not None:
            columns.wish(answer)
            self._rest.stop()
            self._tell()

    def close(self) -> None:
        """The window closes: what was just moved is kept too."""
        if self._rest.isActive():
            self._rest.stop()
            self._tell()

    def _tell(self) -> None:
        self._keep(self._table.columns.wishes)
